"""A note that was published becomes a meeting's folder in raw/: text → parts → facts and whose paragraphs → files.

Stays out: writing notes (`note/`).
"""
