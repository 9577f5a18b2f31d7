"""What leaves the office: forms for the next round, letters to respondents, replies for the website.

In: the meeting, the register, and rows of tables. Out: documents as bytes or text. Stays out: sending anything.
"""
