"""Tables become what people query: derived tables, the published DuckDB file, queries on it, manifests of runs.

In: the lake. Out: rapporteur.duckdb, manifests, rows. Stays out: replies and the note.
"""
