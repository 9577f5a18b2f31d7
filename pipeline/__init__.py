"""The program: rooms in the order of the flow, and at the top what is Dagster and what every room needs.

In: raw/. Out: warehouse/. Stays out: what each table is (`schemas/`).
"""
