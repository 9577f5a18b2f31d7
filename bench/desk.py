"""Seconds of `status` and `take-back` in a large meeting: whole processes, as an officer waits for them.

    python bench/desk.py [RESPONDENTS] [ROUNDS]       (default 158 respondents with 19 answers each, 7 rounds)

The meeting is invented, with room for all its words; what comes back has 20 paragraphs reworded, 2 deleted and 3
comments, once with its controls and once without. Importing polars alone stands beside them as a peer.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.many_replies import make  # noqa: E402
from pipeline import steps  # noqa: E402
from tests.desk.word_edits import Note, delete, reword  # noqa: E402

RAPPORTEUR = [sys.executable, "-m", "pipeline.cli.app"]


def main(respondents: str = "158", rounds: str = "7") -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        case = make(root, int(respondents))
        path = case.folder / "meeting.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("word_limit: 900", "word_limit: 1000000"), encoding="utf-8")
        steps.make_all(case.workspace, case.meeting_id)
        given = steps.note_path(case, steps.WORD).read_bytes()
        for name, controls in (("controls", True), ("none", False)):
            note = Note(given)
            for paragraph in note.responses()[100:2000:95]:
                reword(paragraph, lambda said: f"{said} Seen.", tracked=True)
            for paragraph in note.responses()[10:40:10]:
                note.comment(paragraph, "Is this so?")
            for paragraph in note.responses()[50:52]:
                delete(paragraph, tracked=False)
            (root / f"{name}.docx").write_bytes((note if controls else note.without_controls()).data)
        take_back = ["take-back", case.meeting_id, "--dry-run"]
        commands = {
            "status": [*RAPPORTEUR, "status", case.meeting_id],
            "take-back": [*RAPPORTEUR, *take_back[:1], str(root / "controls.docx"), *take_back[1:]],
            "take-back, no controls": [*RAPPORTEUR, *take_back[:1], str(root / "none.docx"), *take_back[1:]],
            "import polars": [sys.executable, "-c", "import polars"],
        }
        took: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(int(rounds)):
            for name, command in commands.items():
                own = [*command, "--root", str(root)] if name != "import polars" else command
                began = time.perf_counter()
                subprocess.run(own, check=True, capture_output=True, cwd=ROOT)
                took[name].append(time.perf_counter() - began)
    for name, seconds in took.items():
        low, high = min(seconds), max(seconds)
        print(f"{name:24} median {statistics.median(seconds):5.2f} s   ({low:.2f} to {high:.2f})")


if __name__ == "__main__":
    main(*sys.argv[1:])
