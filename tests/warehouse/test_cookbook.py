"""docs/cookbook.md: every query runs, its answer is the document's, and was once checked against the published note.

`fixtures/cookbook_checked.yaml` records that check. Keeps out: running the queries (cookbook.py).
"""

import csv
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
import yaml

from tests.places import FIXTURES
from tests.warehouse.cookbook import DOCUMENT, answered, published, questions

PARAGRAPHS_OF = {
    **{"CHN": 17, "FRA": 6, "KOR": 14, "MAC": 18, "NPL": 19, "NZL": 17},
    **{"PHL": 17, "RUS": 18, "TJK": 6, "USA": 1},
}
ANSWERS_TO = {
    **dict.fromkeys(("1.a", "1.b", "1.c", "1.d", "2.a", "2.d", "3.d", "3.e"), 8),
    **dict.fromkeys(("1.e", "2.b", "2.e", "3.b", "4.b"), 7),
    **dict.fromkeys(("3.c", "4.a", "4.c"), 6),
    **{"2.c": 9, "3.a": 5, "2.f": 2},
}
CHECKED = yaml.safe_load((FIXTURES / "cookbook_checked.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def database(tmp_path_factory) -> Path:
    return published(tmp_path_factory.mktemp("cookbook"))


def test_the_document_holds_the_answers_of_its_queries(database):
    document = DOCUMENT.read_text(encoding="utf-8")
    assert answered(document, database) == document


def answer_to(question: str) -> str:
    _, found, behind = DOCUMENT.read_text(encoding="utf-8").partition(f". {question}\n")
    assert found
    return re.split(r"^##", behind, maxsplit=1, flags=re.M)[0]


@pytest.mark.parametrize("question", CHECKED)
def test_an_answer_is_what_the_published_note_says(question):
    checked, answer = CHECKED[question], answer_to(question)
    for row in checked.get("rows", ()):
        assert row in answer
    if "rows" not in checked and checked["note"]:
        # The published note has nothing of the kind: no row stands under the head of the table.
        assert answer.rstrip().endswith("--- |")


def test_every_question_was_checked():
    asked = questions(DOCUMENT.read_text(encoding="utf-8"))
    assert list(asked) == list(CHECKED)
    assert len(asked) >= 25


def test_the_published_note_is_counted_right(database):
    with (FIXTURES / "honlap-43" / "published.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert {who: sum(row["respondent"] == who for row in rows) for who in PARAGRAPHS_OF} == PARAGRAPHS_OF
    assert {one: sum(row["recommendation"] == one for row in rows) for one in ANSWERS_TO} == ANSWERS_TO
    for who, paragraphs in PARAGRAPHS_OF.items():
        assert f"| {who} | {paragraphs} |" in answer_to(
            "How many words has the note for each respondent, and how many came in?"
        )
    for one, answers in ANSWERS_TO.items():
        assert f"| {one} | {answers} |" in answer_to(
            "Which recommendations were answered by the most, and which by the fewest?"
        )


def test_the_line_for_python_works(database, monkeypatch):
    monkeypatch.chdir(database.parent.parent)
    (line,) = re.findall(r"\*\*Python\*\*: `(.+?)`", DOCUMENT.read_text(encoding="utf-8"))
    assert eval(line, {"duckdb": duckdb}).height == 190


def test_the_line_for_duckdbs_own_command_locks_it(database, tmp_path):
    (line,) = re.findall(r"duckdb -readonly -cmd \"(.+?)\"", DOCUMENT.read_text(encoding="utf-8"))
    program = Path(sys.executable).parent / "duckdb"

    def ask(sql: str) -> subprocess.CompletedProcess:
        command = [program, "-readonly", "-csv", "-cmd", line, database, sql]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    assert "10" in ask("select count(*) from core.replies").stdout
    for sql in ("copy core.replies to 'out.csv'", "from read_csv('/etc/passwd')", "set enable_external_access=true"):
        assert ask(sql).returncode != 0
    assert not list(tmp_path.iterdir())
