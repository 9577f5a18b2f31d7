"""Reads forms whose front matter, titles, labels, marks, requests and layouts are mixed at random.

usage: .venv/bin/python bench/mixed_layouts.py [FORMS [FORMAT]]     (default 1000, in each of four languages)

Prints how many were read as they were written, and the differences of the first ones that were not; then the same for
forms whose fields about the respondent, contact data, consent and general statement are mixed. With a format, such as
pdf, LibreOffice writes the forms in it first.
"""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.corpus.mixed import mixed
from tests.corpus.mixed_front import mixed_front
from tests.corpus.mixed_reading import differences, differences_in_front
from tests.corpus.mixed_words import WORDS
from tests.corpus.resave import convert

_SHOWN = 10
# More files at once LibreOffice does not write in the time it is given.
_AT_ONCE = 100
KINDS = {"layouts": (mixed, differences), "front matter": (mixed_front, differences_in_front)}


def _printed(written: list[bytes], kind: str, folder: Path) -> list[bytes]:
    """The same forms in another format."""
    files = [folder / f"{at}.docx" for at in range(len(written))]
    for file, data in zip(files, written, strict=True):
        file.write_bytes(data)
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("soffice is not on the PATH")
    made = []
    for at in range(0, len(files), _AT_ONCE):
        made += convert(soffice, folder / "profile", files[at : at + _AT_ONCE], kind, folder / "printed")
    return [file.read_bytes() for file in made]


def main(count: int, kind: str = "") -> None:
    """Try as many forms of both kinds in each language."""
    for name, (write, found_in) in KINDS.items():
        for language in WORDS:
            forms: list[bytes | None] = [None] * count
            if kind:
                with tempfile.TemporaryDirectory() as folder:
                    forms = _printed([write(seed, language)[0] for seed in range(count)], kind, Path(folder))
            wrong = {seed: found for seed in range(count) if (found := found_in(seed, language, forms[seed]))}
            print(f"{name}, {language}: {count - len(wrong):,} of {count:,} read as written", flush=True)
            for seed in list(wrong)[:_SHOWN]:
                print(f"  {seed}: " + "\n      ".join(wrong[seed]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, *sys.argv[2:3])
