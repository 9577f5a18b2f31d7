"""Reads sheets and e-mails whose headings, columns, marks, quotes and layouts are mixed at random.

usage: .venv/bin/python bench/mixed_files.py [FILES]     (default 250, in each of four languages)

Prints how many were read as they were written, and the differences of the first ones that were not.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.corpus.mixed_reading import differences_in_mail, differences_in_sheet_form, differences_in_table
from tests.corpus.mixed_words import WORDS

_SHOWN = 10
KINDS = {"tables": differences_in_table, "forms": differences_in_sheet_form, "e-mails": differences_in_mail}


def main(count: int) -> None:
    """Try as many files of each kind in each language."""
    for name, found_in in KINDS.items():
        for language in WORDS:
            wrong = {seed: found for seed in range(count) if (found := found_in(seed, language))}
            print(f"{name}, {language}: {count - len(wrong):,} of {count:,} read as written", flush=True)
            for seed in list(wrong)[:_SHOWN]:
                print(f"  {seed}: " + "\n      ".join(wrong[seed]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 250)
