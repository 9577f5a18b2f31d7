"""One module for each format of replies, all called alike: bytes, questionnaire and limits in, replies out.

Stays out: files and network, which no reader opens; which format a file has (`kinds.py`).
"""
