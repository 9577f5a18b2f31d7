"""Text as people write it, without any knowledge of meetings: tidying, words, language, dates, names of territories.

In: strings. Out: strings, numbers, dates. Stays out: forms, replies, findings.
"""
