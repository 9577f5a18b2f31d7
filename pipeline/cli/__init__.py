"""The command line: the application, a file for each command, what they share and what they print.

In: words typed. Out: text or JSON, and an exit code. Stays out: the work (`steps.py`, `runner.py`, `warehouse/`).
"""
