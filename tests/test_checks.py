"""The checks of the note and of findings: each is passed by a good note and failed by one that has its fault, no other.

Keeps out: how Dagster runs them (test_dagster.py).
"""

from collections.abc import Callable
from dataclasses import dataclass

import dagster as dg
import polars as pl
import pytest

from pipeline.checks import finding_results, note_results, publication_result, reply_results
from pipeline.findings import Place, finding, findings_frame
from pipeline.validate import frame_of
from pipeline.warehouse.publish import Publication
from schemas.core import Answers
from schemas.derived import NoteParagraphs

SHA = "0" * 64
ORDER = {"ALB": "alba", "CYR": "cyra", "DUN": "duna"}
PLAN = (("1.a", "ALB"), ("1.a", "CYR"), ("1.b", "CYR"), ("1.b", "DUN"))


def answer(recommendation: str, respondent: str, **fields: object) -> dict:
    """A row of core.answers with text in English, but for these fields."""
    row = {
        "meeting_id": "harb-12",
        "respondent": respondent,
        "recommendation": recommendation,
        "answer_id": f"harb-12:{respondent}:{recommendation}",
        "action_taken": "yes",
        "text": "We lit the lamps.",
        "words": 4,
        "language": "en",
        "status": "answered",
        "file": f"replies/{respondent}.yaml",
        "sha256": SHA,
        "locator": "line 1",
    }
    return row | fields


def paragraph(number: int, recommendation: str | None, respondent: str | None, **fields: object) -> dict:
    """A row of derived.note_paragraphs for that answer, or of the introduction where there is none."""
    row = {
        "meeting_id": "harb-12",
        "number": number,
        "kind": "response" if respondent else "introduction",
        "recommendation": recommendation,
        "respondent": respondent,
        "text": "Some text.",
        "words": 2,
        "source": "draft" if respondent else "template",
        "answer_id": f"harb-12:{respondent}:{recommendation}" if respondent else None,
    }
    return row | fields


@dataclass
class Note:
    """What the checks are given: paragraphs, answers that count, answers cut by an editor, words and their limit."""

    paragraphs: list[dict]
    answers: list[dict]
    omitted: set[tuple[str, str]]
    words: int = 900
    limit: int = 900

    def failed(self) -> set[str]:
        """Names of the checks that fail."""
        results = self.results()
        assert len(results) == 5
        return {result.check_name for result in results if not result.passed}

    def results(self) -> list[dg.AssetCheckResult]:
        """What the checks say."""
        paragraphs, answers = frame_of(NoteParagraphs, self.paragraphs), frame_of(Answers, self.answers)
        return note_results(paragraphs, answers, ORDER, self.omitted, self.words, self.limit)


def good() -> Note:
    """A note with two paragraphs of introduction and one for each answer."""
    paragraphs = [paragraph(1, None, None), paragraph(2, None, None)]
    paragraphs += [paragraph(number, *key) for number, key in enumerate(PLAN, start=3)]
    return Note(paragraphs, [answer(*key) for key in PLAN], set())


@dataclass(frozen=True)
class Fault:
    """What is done to a good note, and the checks that tell it."""

    does: Callable[[Note], object]
    told_by: set[str]


def swap(note: Note, one: int, other: int) -> None:
    """Exchange two paragraphs, and leave their numbers in place."""
    rows = note.paragraphs
    rows[one], rows[other] = rows[other] | {"number": one + 1}, rows[one] | {"number": other + 1}


FAULTS = {
    "one word too many": Fault(lambda note: setattr(note, "words", 901), {"within_the_word_limit"}),
    "a number twice": Fault(lambda note: note.paragraphs[3].update(number=3), {"numbered_without_gaps"}),
    "a number left out": Fault(lambda note: note.paragraphs[-1].update(number=7), {"numbered_without_gaps"}),
    "numbered from nought": Fault(
        lambda note: [row.update(number=row["number"] - 1) for row in note.paragraphs], {"numbered_without_gaps"}
    ),
    "two respondents exchanged": Fault(lambda note: swap(note, 2, 3), {"in_alphabetical_order"}),
    "exchanged under the last recommendation": Fault(lambda note: swap(note, 4, 5), {"in_alphabetical_order"}),
    "a paragraph from no answer": Fault(
        lambda note: note.paragraphs.append(paragraph(7, "1.b", "DUN", answer_id="harb-12:DUN:9.z")),
        {"every_paragraph_traced"},
    ),
    "a paragraph without its answer's name": Fault(
        lambda note: note.paragraphs[2].update(answer_id=None), {"every_paragraph_traced", "every_answer_in_the_note"}
    ),
    "an answer that is not in the note": Fault(
        lambda note: note.answers.append(answer("2.a", "ALB")), {"every_answer_in_the_note"}
    ),
    "a general statement that is not in the note": Fault(
        lambda note: note.answers.append(answer("2.a", "ALB", status="general")), {"every_answer_in_the_note"}
    ),
    "a short answer of no known language": Fault(
        lambda note: note.answers.append(answer("2.a", "ALB", language=None)), {"every_answer_in_the_note"}
    ),
}


def test_a_good_note_passes_every_check():
    assert good().failed() == set()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_by_its_check(name):
    note, fault = good(), FAULTS[name]
    fault.does(note)
    assert note.failed() == fault.told_by


@pytest.mark.parametrize(
    "fields",
    [{"status": "no_action"}, {"status": "blank", "text": ""}, {"text": ""}, {"language": "fr"}],
    ids=["no action", "blank", "yes without text", "French"],
)
def test_an_answer_that_makes_no_paragraph_is_not_missed(fields):
    note = good()
    note.answers.append(answer("2.a", "ALB", **fields))
    assert note.failed() == set()


def test_an_answer_that_an_editor_cut_is_not_missed():
    note = good()
    note.paragraphs.pop()
    assert note.failed() == {"every_answer_in_the_note"}
    note.omitted.add(("DUN", "1.b"))
    assert note.failed() == set()


def test_the_fault_is_named():
    note = good()
    swap(note, 2, 3)
    note.answers.append(answer("2.a", "ALB"))
    said = {result.check_name: result.metadata for result in note.results()}
    assert said["in_alphabetical_order"]["misplaced"].value == "1.a: CYR, ALB"
    assert said["every_answer_in_the_note"]["missing"].value == "harb-12:ALB:2.a"
    assert said["every_paragraph_traced"]["untraced"].value == "none"


def known(meeting_id, found):
    """Findings as quality.findings has them, none of them accepted."""
    return findings_frame(meeting_id, found).with_columns(finding_id=pl.lit("0" * 12), accepted_on=None)


def test_findings_are_counted_by_severity_and_code():
    found = [
        finding("late_reply", Place(), found="x", expected="y"),
        finding("late_reply", Place(), found="x", expected="y"),
        finding("no_text", Place(), found="x", expected="y"),
    ]
    by_severity = {result.severity: result for result in finding_results(known("harb-12", found))}
    errors, warnings = by_severity[dg.AssetCheckSeverity.ERROR], by_severity[dg.AssetCheckSeverity.WARN]
    assert (errors.passed, errors.metadata["count"].value) == (False, 1)
    assert (warnings.passed, warnings.metadata["count"].value) == (False, 2)
    assert "late_reply" in warnings.metadata["by_code"].value
    assert "late_reply" not in errors.metadata["by_code"].value


def test_words_without_a_place_are_counted_by_file():
    columns = {"file": ["a.docx", "b.docx"], "respondent": ["ALB", None], "words_unplaced": [0, 7]}
    (result,) = reply_results(pl.DataFrame(columns))
    assert (result.passed, result.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert result.metadata["words"].value == 7
    assert "b.docx" in result.metadata["by_file"].value
    assert "a.docx" not in result.metadata["by_file"].value


def test_no_words_without_a_place_pass():
    (result,) = reply_results(pl.DataFrame({"file": ["a.docx"], "respondent": ["ALB"], "words_unplaced": [0]}))
    assert (result.passed, result.metadata["words"].value) == (True, 0)


def test_no_findings_pass():
    assert [result.passed for result in finding_results(known("harb-12", []))] == [True, True]


@pytest.mark.parametrize(
    ("published", "passed", "severity", "missing"),
    [
        (("a-1", "b-2"), True, dg.AssetCheckSeverity.WARN, "none"),
        (("a-1",), False, dg.AssetCheckSeverity.WARN, "b-2"),
        ((), False, dg.AssetCheckSeverity.ERROR, "a-1, b-2"),
    ],
)
def test_meetings_that_the_warehouse_lacks_are_told(published, passed, severity, missing):
    done = Publication({}, built=True, meetings=published, removed=("z-9",))
    result = publication_result(["a-1", "b-2"], done)
    assert (result.passed, result.metadata["missing"].value) == (passed, missing)
    assert passed or result.severity == severity
    assert result.metadata["removed"].value == "z-9"
