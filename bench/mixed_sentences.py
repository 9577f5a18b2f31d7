"""Drafts sentences mixed at random, most of whose verbs are nouns as well and most nouns verbs.

usage: .venv/bin/python bench/mixed_sentences.py [SENTENCES]      (default 4000)

Prints how many drafts say what they have to, how many of the others are told to an editor, and the first that are not.
"""

import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.note.drafting.mixed_sentences import mixed
from tests.note.drafting.test_draft import BORLAND, SUBMITTED, draft

_SHOWN = 20


def main(count: int) -> None:
    """Draft as many sentences."""
    outcomes, shown = Counter(), []
    for seed in range(count):
        text, told = mixed(seed)
        made = draft(text, BORLAND, 0, SUBMITTED)
        right = re.fullmatch(told, made.text) is not None
        outcome = "right" if right else "told to an editor" if made.doubts else "wrong without a word"
        outcomes[outcome] += 1
        if outcome == "wrong without a word":
            shown.append(f"  {seed}: {text}\n      {made.text}")
    for outcome, number in outcomes.most_common():
        print(f"{outcome}: {number:,} of {count:,}")
    print("\n".join(shown[:_SHOWN]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)
