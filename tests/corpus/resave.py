"""Saves some of the cases again through a word processor, so that their XML is its own and not this corpus's.

Run by hand: `python -m tests.corpus.resave`; needs `soffice` (LibreOffice) on the PATH. Keeps out: the comparison of
what came out with the truth (`test_corpus.py`).
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.corpus.cases import CASES, build

FOLDER = Path(__file__).parent / "resaved"

# The format that a case goes through before it is a .docx again. Left aside is what LibreOffice spoils: revisions
# within content controls lose their tracking.
ROUTES = {
    "docx": (
        "cells-control",
        "dots-underline",
        "matrix_of_three-tracked",
        "columns-symbol",
        "text_boxes-ballot",
        "nested-shading",
        "controls-control",
        "legacy-legacy_value",
        "letterhead-symbol_font",
        "french-symbol",
        "worn-ballot",
        "misspelt-tracked",
    ),
    "odt": (
        "matrix_of_four-dropdown",
        "merged-bold",
        "boxes-colour",
        "text_boxes-strike",
        "legacy-legacy_bare",
        "letters-thorn",
        "numerals-letter_q",
        "tabbed-tick_box",
        "spanish-own_word",
        "unlabelled-highlight",
        "nested-check",
        "combined_bracket-legacy_list",
        "cells-other_gone",
    ),
    "doc": (
        "dots-x_after",
        "columns-check",
        "controls-highlight",
        "running-square_x",
        "combined_point-hexadecimal",
        "french-legacy_bare",
        "russian-check",
        "letterhead-round_x",
        "legacy-legacy_default",
        "misspelt-control",
        "worn-in_text",
        "text_boxes-square_x",
        "matrix_of_four-x_before",
    ),
}


def _convert(soffice: str, profile: Path, files: list[Path], kind: str, folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=600)
    return [folder / f"{file.stem}.{kind}" for file in files]


def main() -> None:
    """Write all resaved forms anew."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("soffice is not on the PATH")
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.docx"):
        old.unlink()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for between, names in ROUTES.items():
            folder = root / f"built-{between}"
            folder.mkdir()
            files = [folder / f"{case}.docx" for case in names]
            for file in files:
                file.write_bytes(build(CASES[file.stem]))
            if between != "docx":
                files = _convert(soffice, root / "profile", files, between, root / between)
            _convert(soffice, root / "profile", files, "docx", FOLDER)


if __name__ == "__main__":
    main()
