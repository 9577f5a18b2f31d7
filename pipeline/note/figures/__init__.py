"""The figures of a meeting as SVG: who answered what, words against the budget, when replies arrived.

In: tables of the lake. Out: text of SVG, the same for the same tables. Stays out: pages that show them.
"""
