"""Times the intake of many Word replies against a plain python-docx loop and markitdown, on the same files in one run.

usage: .venv/bin/python bench/intake_speed.py [REPLIES] [ROUNDS]      (default 2000 and 3)

The replies have 19 answers each (`many_replies.py`). Ours is everything from files to validated tables and findings,
with a cold cache that is written; the peers only take the text out. python-docx reads every file, markitdown the first
60 of them, which is enough for its rate. The last lines are the text of one form against unzipping and parsing it.
Needs markitdown: .venv/bin/pip install -e '.[bench]'
"""

import io
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import many_replies
from lxml import etree

from pipeline import steps
from pipeline.config import Limits
from pipeline.reading.formats.word_package import open_package
from pipeline.reading.word import body

MARKITDOWN_FILES = 60


def ours(case, paths: list[Path]) -> None:
    """The whole intake, nothing remembered from before."""
    shutil.rmtree(case.workspace.warehouse, ignore_errors=True)
    found = steps.intake(steps.Case(case.workspace, case.meeting_id), keep=True)
    answers = found.tables["core.answers"]
    if answers.height != many_replies.ANSWERS * len(paths) or found.tables["core.replies"].height != len(paths):
        raise SystemExit(f"expected {many_replies.ANSWERS} answers of each of {len(paths)} replies: {answers.height}")


def python_docx(paths: list[Path]) -> None:
    """Every paragraph and every cell of every table."""
    for path in paths:
        document = docx.Document(path)
        text = [paragraph.text for paragraph in document.paragraphs]
        text += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        if not text:
            raise SystemExit(f"{path}: no text")


def markitdown(paths: list[Path]) -> None:
    """Its own conversion to Markdown."""
    from markitdown import MarkItDown

    converter = MarkItDown(enable_plugins=False)
    for path in paths:
        if not converter.convert(str(path)).text_content:
            raise SystemExit(f"{path}: no text")


def parsed(data: bytes) -> etree._Element:
    """What any reader has to do: unzip, and parse the document."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def text_of(data: bytes) -> list:
    """The paragraphs of a form with their marks."""
    return body.blocks(open_package(data, Limits()).document)


def each(work: Callable[[bytes], object], forms: list[bytes]) -> None:
    """The same for every form; nothing is kept."""
    for data in forms:
        work(data)


def seconds(work: Callable, *arguments) -> float:
    """Wall time of one call."""
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started


def main(replies: int, rounds: int) -> None:
    """Run all in turn and print rates and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        case = many_replies.make(Path(folder), replies)
        paths = sorted((case.folder / "replies").iterdir())
        rates: dict[str, list[float]] = {"intake": [], "python-docx": [], "markitdown": []}
        for _ in range(rounds):
            rates["intake"].append(len(paths) / seconds(ours, case, paths))
            rates["python-docx"].append(len(paths) / seconds(python_docx, paths))
            some = paths[:MARKITDOWN_FILES]
            rates["markitdown"].append(len(some) / seconds(markitdown, some))
        for name, found in rates.items():
            print(f"{name:12} {statistics.median(found):8.1f} replies a second (median of {rounds})")
        for peer, bound in (("markitdown", 40), ("python-docx", 8)):
            ratios = [a / b for a, b in zip(rates["intake"], rates[peer], strict=True)]
            print(f"intake / {peer}: median {statistics.median(ratios):.1f}   min {min(ratios):.1f}   (bound {bound})")

        forms = [path.read_bytes() for path in paths[:200]]
        for data in forms:
            text_of(data)
        times = [(seconds(each, text_of, forms), seconds(each, parsed, forms)) for _ in range(7)]
        ratios = [ours_ / bare for ours_, bare in times]
        one = statistics.median(ours_ for ours_, _ in times) / len(forms) * 1000
        print(f"text of a form: {one:.2f} ms, / unzip + lxml: median {statistics.median(ratios):.2f}   (bound 3)")


if __name__ == "__main__":
    main(*(int(sys.argv[at]) if len(sys.argv) > at else default for at, default in ((1, 2000), (2, 3))))
