"""The program's own words in a note, read from `wording.yaml` once.

Keeps out: how they are put together (`drafting/draft.py`, `render.py`).
"""

from pipeline.text.data_file import data_beside

WORDING = data_beside(__file__, "wording.yaml")
