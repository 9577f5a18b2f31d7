"""Answers in a cell that goes on beside the next recommendations: an editor is told whose else they may be."""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word


def row(*cells: tuple[str, str]) -> str:
    """A row of cells, each with its words and how it is merged: restart, continue or nothing."""
    merges = {
        "": "",
        "restart": '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>',
        "continue": "<w:tcPr><w:vMerge/></w:tcPr>",
    }
    return "<w:tr>" + "".join(f"<w:tc>{merges[merge]}{paragraph(words)}</w:tc>" for words, merge in cells) + "</w:tr>"


def form(case, *answers: tuple[str, str], issue: bool = False) -> bytes:
    """A table of recommendations with these answers, words and merge; `issue`: with a merged column before them."""
    rows = [row(*([("Issue", "")] if issue else []), ("Recommendation", ""), ("Comments", ""))]
    for at, (one, answer) in enumerate(zip(case.meeting.recommendations, answers, strict=True)):
        title = [(one.issue_title if at in (0, 2) else "", "restart" if at in (0, 2) else "continue")] if issue else []
        rows.append(row(*title, (f"{one.id} {one.text}", ""), answer))
    return word(paragraph("Country: Alba") + f"<w:tbl>{''.join(rows)}</w:tbl>")


def told(case, *answers: tuple[str, str], issue: bool = False) -> list[str]:
    (reply,) = read(form(case, *answers, issue=issue), question_of(case.meeting))
    assert [one.text for one in reply.answers] == [words for words, _ in answers]
    return [remark.value for remark in reply.remarks if remark.code == "needs_editor"]


@pytest.mark.parametrize("issue", [False, True])
def test_an_answer_beside_several_recommendations_is_told(case, issue):
    (value,) = told(case, ("Both are lit.", "restart"), ("", "continue"), ("Sent.", ""), issue=issue)
    assert "1.a" in value
    assert "1.b" in value
    assert "2.a" not in value


def test_an_answer_may_go_on_beside_all(case):
    (value,) = told(case, ("All are lit.", "restart"), ("", "continue"), ("", "continue"))
    assert "1.b, 2.a" in value


@pytest.mark.parametrize(
    "answers",
    [
        [("Lit.", ""), ("", ""), ("Sent.", "")],
        [("Lit.", "restart"), ("Seen.", "restart"), ("Sent.", "")],
        [("", "restart"), ("", "continue"), ("Sent.", "")],
    ],
)
def test_other_cells_are_not(case, answers):
    assert told(case, *answers, issue=True) == []


def test_the_finding_says_where(case):
    (case.folder / "replies" / "one.docx").write_bytes(form(case, ("Both.", "restart"), ("", "continue"), ("", "")))
    (found,) = [one for one in steps.intake(case).findings if one.code == "needs_editor"]
    assert found.place.locator == "table 1, row 2, cell 2"
    assert "1.b" in found.message
