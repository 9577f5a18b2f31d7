"""What a desk officer does between two runs: what is to be done next, findings accepted, paragraphs edited,
the Word note taken back, respondents written to.

Stays out: the steps of a run, and what commands print.
"""
