"""Reads filled-in forms with parts as five word processors write them, and prints how many are read as the plain form.

usage: .venv/bin/python bench/word_processors.py

Every way of `tests/word_processors.py` is tried on every form of `tests/reading/test_word_processors.py`, and where
LibreOffice is installed, each form is also opened and saved by it.
"""

import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.config import OFFICE, Limits  # noqa: E402
from pipeline.intake.take_in import question_of  # noqa: E402
from pipeline.reading.formats.word import read_word  # noqa: E402
from tests.reading.test_word_processors import ANSWER, FORMS  # noqa: E402
from tests.word_processors import WAYS, differences, written  # noqa: E402
from tests.workspaces import make_workspace  # noqa: E402


def saved_again(data: bytes, folder: Path) -> bytes:
    """The form as LibreOffice writes it when it has opened it."""
    (folder / "form.docx").write_bytes(data)
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", str(folder / "out"), str(folder / "form.docx")], check=True, timeout=120)
    return (folder / "out" / "form.docx").read_bytes()


def main() -> None:
    """Print a line for each program, and whatever was not read as from the plain form."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    faults = []
    with tempfile.TemporaryDirectory() as name:
        case = make_workspace(Path(name))
        question = question_of(case.meeting)
        for form, make in FORMS.items():
            data = make(case.meeting)
            (usual,) = read_word(data, question, Limits())
            documents = [(way.program, key, written(data, key, ANSWER), way.told) for key, way in WAYS.items()]
            if shutil.which(OFFICE):
                documents.append(("saved by LibreOffice", "opened and saved", saved_again(data, Path(name)), ""))
            for program, key, document, told in documents:
                (reply,) = read_word(document, question, Limits())
                wrong = differences(reply, usual, told)
                faults += [f"{form}: {key}: {one}" for one in wrong]
                counts[program] = [a + b for a, b in zip(counts[program], (1, not wrong, bool(told)), strict=True)]
    print(f"{'program':22} {'documents':>9} {'as the plain form':>18} {'of these with words added and told':>35}")
    for program, (documents, right, told) in counts.items():
        print(f"{program:22} {documents:9} {right:18} {told:35}")
    print("\n".join(faults))


if __name__ == "__main__":
    main()
