"""Where outputs lie and how they get there whole: atomic files, hashes, the lake, the private folder.

In: bytes and tables, with the workspace they belong to. Out: files under warehouse/.
Stays out: what the tables say, and the published DuckDB file (`warehouse/`).
"""
