"""Paragraphs of a questionnaire, of whatever format, become fields, marks and answers.

In: blocks (`reading/blocks.py`). Out: a reply. Stays out: files and formats.
"""
