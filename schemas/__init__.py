"""What each table is: columns, rules, descriptions and keys, finding codes and vocabularies.

Stays out: where rows come from, and everything that runs.
"""
