"""Text as people write it, without any knowledge of meetings: tidying, words, dates, quantities, names.

In: strings. Out: strings, numbers, dates. Stays out: forms, replies, findings.
"""
