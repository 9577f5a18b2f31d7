"""The XML of Word documents becomes blocks. Stays out: archives and tagged forms (`formats/`), and what blocks mean."""
