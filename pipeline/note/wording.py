"""The program's own words in a note, read from `wording.yaml` once.

Keeps out: how they are put together (`drafting/draft.py`, `render.py`).
"""

from pathlib import Path

import yaml

WORDING = yaml.safe_load((Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8"))
