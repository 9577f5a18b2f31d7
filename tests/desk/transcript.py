"""A document's commands run in a workspace, and the document with what they print, but for what the day changes.

    python -m tests.desk.transcript       writes docs/desk.md anew

Keeps out: whether the document is up to date (test_transcript.py).
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.desk.word_edits import Note, reword, text_of

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENT = ROOT / "docs" / "desk.md"
_BLOCK = re.compile(r"```(console|word)\n(.*?)```", re.S)


def played(document: str, root: Path) -> str:
    """The document with the output of its commands, run in a workspace one after the other.

    Blocks named word are what somebody does to a copy of the note: a line for each rewording or comment.
    """
    shutil.copytree(ROOT / "raw", root / "raw")

    def block(match: re.Match) -> str:
        kind, lines = match[1], match[2]
        if kind == "word":
            _edit(root, lines.splitlines())
            return match[0]
        commands = [line[2:] for line in lines.splitlines() if line.startswith("$ ")]
        return "```console\n" + "\n".join(f"$ {command}\n{_output(command, root)}" for command in commands) + "```"

    return _BLOCK.sub(block, document)


def _output(command: str, root: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "rapporteur"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("RAPPORTEUR", "DAGSTER"))}
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli.app", *arguments],
        cwd=root,
        env=environment | {"PYTHONPATH": str(ROOT), "COLUMNS": "120"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    # Days go on, and each has another number of them to a date.
    return re.sub(
        r"[\d,]+ days? ago", "… days ago", "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"
    )


def _edit(root: Path, lines: list[str]) -> None:
    note = Note((root / "warehouse" / "notes" / "honlap-43" / "note.docx").read_bytes())
    for line in lines:
        if comment := re.fullmatch(r"comment at (.+?): (.+)", line):
            note.comment(next(one for one in note.responses() if comment[1] in text_of(one)), comment[2])
            continue
        before, after = line.split(" → ")
        paragraph = next(one for one in note.responses() if before in text_of(one))
        reword(paragraph, lambda text, before=before, after=after: text.replace(before, after), tracked=False)
    (root / "note-edited.docx").write_bytes(note.data)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        DOCUMENT.write_text(played(DOCUMENT.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
