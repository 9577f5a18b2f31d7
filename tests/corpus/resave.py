"""Saves some of the cases again through a word processor, so that their XML is its own and not this corpus's, and
prints some as PDF files.

Run by hand: `python -m tests.corpus.resave`; needs `soffice` (LibreOffice) on the PATH. Keeps out: the comparison of
what came out with the truth (`test_corpus.py`).
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
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


PRINTED = (
    "cells-ballot",
    "dots-strike",
    "matrix_of_four-thorn",
    "columns-symbol",
    "merged-bold",
    "boxes-colour",
    "nested-check",
    "legacy-legacy_bare",
    "running-underline",
    "combined_bracket-in_text",
    "french-shading",
    "russian-own_word",
    "letterhead-tracked",
)


def convert(soffice: str, profile: Path, files: list[Path], kind: str, folder: Path) -> list[Path]:
    """The files in another format, in a folder that is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=600)
    return [folder / f"{file.stem}.{kind}" for file in files]


def write_cases(names: Iterable[str], folder: Path) -> list[Path]:
    """The files of these cases, in a new folder."""
    folder.mkdir()
    files = [folder / f"{case}.docx" for case in names]
    for file in files:
        file.write_bytes(build(CASES[file.stem]))
    return files


def main() -> None:
    """Write all resaved forms anew."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("soffice is not on the PATH")
    FOLDER.mkdir(exist_ok=True)
    for old in (*FOLDER.glob("*.docx"), *FOLDER.glob("*.pdf")):
        old.unlink()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for between, names in ROUTES.items():
            files = write_cases(names, root / f"built-{between}")
            if between != "docx":
                files = convert(soffice, root / "profile", files, between, root / between)
            convert(soffice, root / "profile", files, "docx", FOLDER)
        convert(soffice, root / "profile", write_cases(PRINTED, root / "built-pdf"), "pdf", FOLDER)


if __name__ == "__main__":
    main()
