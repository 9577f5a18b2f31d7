"""Reads forms whose front matter, titles, labels, marks, requests and layouts are mixed at random.

usage: .venv/bin/python bench/mixed_layouts.py [FORMS]      (default 1000, in each of four languages)

Prints how many were read as they were written, and the differences of the first ones that were not; then the same for
forms whose fields about the respondent, contact data, consent and general statement are mixed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.corpus.mixed_reading import differences, differences_in_front
from tests.corpus.mixed_words import WORDS

_SHOWN = 10


def main(count: int) -> None:
    """Try as many forms of both kinds in each language."""
    for name, found_in in (("layouts", differences), ("front matter", differences_in_front)):
        for language in WORDS:
            wrong = {seed: found for seed in range(count) if (found := found_in(seed, language))}
            print(f"{name}, {language}: {count - len(wrong):,} of {count:,} read as written", flush=True)
            for seed in list(wrong)[:_SHOWN]:
                print(f"  {seed}: " + "\n      ".join(wrong[seed]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
