"""Replies become rows and findings: whose they are, which count, what they answer, what is doubtful about that.

In: what was read, the meeting, the register, the receipts. Out: the core tables, findings, contact data apart.
Stays out: formats (`reading/`) and the note (`note/`).
"""
