"""Coverage-guided fuzzing of the readers of Word documents and of .csv with atheris, started from good replies.

usage: .venv/bin/python bench/fuzz_coverage.py docx|csv [RUNS]      (default 20000 runs)

For docx the fuzzer works on the document's XML, which is packed into an archive again for each run: on the packed bytes
it would never get past the checksum. Ends with a report of libFuzzer's; any exception but the readers' own stops it.
Needs atheris: .venv/bin/pip install -e '.[bench]'
"""

import contextlib
import io
import sys
import tempfile
import zipfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with atheris.instrument_imports(include=["pipeline.reading.kinds"]):
    from pipeline.reading.kinds import read
    from pipeline.reading.reply import Question, Unreadable

from tests.hostile import zipped
from tests.mutations import seeds
from tests.workspaces import make_workspace


def main(kind: str, runs: int) -> None:
    """Fuzz one reader; libFuzzer ends the process."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    case = make_workspace(folder)
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    corpus = folder / "corpus"
    corpus.mkdir()
    good = seeds(case.meeting, case.register.by_code["EST"])
    if kind == "csv":
        (corpus / "csv").write_bytes(good["csv"])
    else:
        for name, data in good.items():
            if data.startswith(b"PK") and name != "xlsx":
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    (corpus / name).write_bytes(archive.read("word/document.xml"))

    def one(data: bytes) -> None:
        with contextlib.suppress(Unreadable):
            read(zipped({"word/document.xml": data}) if kind == "docx" else data, question)

    atheris.Setup(
        [sys.argv[0], str(corpus), f"-runs={runs}", "-max_len=60000", "-rss_limit_mb=2048", "-timeout=10"], one
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
