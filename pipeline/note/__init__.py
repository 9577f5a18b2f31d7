"""Rows become the note: which answers make paragraphs, how they are worded, numbered, ordered and written.

In: the core tables and what editors wrote. Out: paragraphs, findings, the note as text. Stays out: files of replies.
"""
