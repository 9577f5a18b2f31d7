"""An answer becomes reported speech by rules, without anything invented.

In: the answer's text and its respondent. Out: the draft, and what an editor has to look at.
Stays out: what editors wrote.
"""
