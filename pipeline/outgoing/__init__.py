"""What leaves the office: blank forms for the next round.

In: the meeting and the register. Out: documents as bytes. Stays out: sending anything.
"""
