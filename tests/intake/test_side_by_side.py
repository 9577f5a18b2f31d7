"""Columns of answers that several respondents head."""

import pytest

from pipeline import steps
from tests.hostile import paragraph, word
from tests.tables import table
from tests.workspaces import add_receipt

LINES = [
    ("1 (a) action taken", "Yes", "No"), ("1 (a) details", "Gulls came.", ""),
    ("1 (b) action taken", "No", "Yes"), ("1 (b) details", "", "Pilots came."),
]  # fmt: skip


def intake_of(case, body: str, code: str):
    (case.folder / "replies" / "both.docx").write_bytes(word(body))
    if code:
        add_receipt(case, "both.docx", code)
    return steps.intake(case)


@pytest.mark.parametrize("code", ["", "ALB", "EST"])
def test_nobodys_words_stand_under_the_name_of_another(case, code):
    found = intake_of(case, table(("Question", "Alba", "Cyra"), *LINES), code)
    assert found.tables["core.answers"].to_dicts() == []
    (told,) = [finding for finding in found.findings if finding.code == "respondent_conflict"]
    assert "Put each into a file of its own" in told.action


@pytest.mark.parametrize("corner", ["Question", "Item"])
@pytest.mark.parametrize(
    "rows",
    [
        ("1 (a),Yes,No", "Details 1 (a),Gulls came.,", "1 (b),No,Yes", "Details 1 (b),,Pilots came."),
        ("1 (a),Yes. Gulls came.,No", "1 (b),No,Yes. Pilots came."),
        ("1 (a),Yes,No", ",Gulls came.,", "1 (b),No,Yes", ",,Pilots came."),
    ],
)
def test_so_it_is_in_sheets(case, corner, rows):
    text = "\n".join((f"{corner},Alba,Cyra", *rows, "2 (a),No,No"))
    (case.folder / "replies" / "both.csv").write_text(text)
    add_receipt(case, "both.csv", "ALB")
    found = steps.intake(case)
    assert found.tables["core.answers"].to_dicts() == []
    assert "respondent_conflict" in {finding.code for finding in found.findings}


def test_names_in_a_table_of_one_respondent_are_words_like_others(case):
    annex = table(("Boats stopped", "Alba", "Cyra"), ("2030", "3", "4"))
    body = paragraph("Country: Alba") + table(("Question", "Answer"), *((row[0], row[1]) for row in LINES)) + annex
    found = intake_of(case, body, "ALB")
    assert [(row["respondent"], row["text"]) for row in found.tables["core.answers"].to_dicts() if row["text"]] == [
        ("ALB", "Gulls came.")
    ]
    assert "respondent_conflict" not in {finding.code for finding in found.findings}


OF_ALBA = ("1 (a) Yes. Gulls came.", "1 (b) No.", "2 (a) Yes. Lists.")
OF_CYRA = ("1 (a) No.", "1 (b) Yes. Pilots came.", "2 (a) Yes. Lists of cargo.")


def rows(lines: tuple[str, ...]) -> str:
    cells = ((line[:5], *line[6:].split(". ", 1), "")[:3] for line in lines)
    return table(("Recommendation", "Action taken", "Comments"), *cells)


def lines(said: tuple[str, ...]) -> str:
    return "".join(map(paragraph, said))


@pytest.mark.parametrize("layout", [rows, lines])
@pytest.mark.parametrize("heading", ["{}", "Reply of {}", "Embassy of {}"])
@pytest.mark.parametrize("code", ["", "ALB"])
def test_answers_below_each_others_names_are_nobodys(case, layout, heading, code):
    parts = ((paragraph(heading.format(name)), layout(said)) for name, said in (("Alba", OF_ALBA), ("Cyra", OF_CYRA)))
    found = intake_of(case, "".join(part for both in parts for part in both), code)
    assert found.tables["core.answers"].to_dicts() == []
    assert "respondent_conflict" in {finding.code for finding in found.findings}


def test_two_ministries_of_one_respondent_are_one_reply(case):
    parts = ("Country: Alba", "Ministry of Ports", *OF_ALBA, "Coast Guard", *OF_CYRA)
    found = intake_of(case, lines(parts), "ALB")
    assert "respondent_conflict" not in {finding.code for finding in found.findings}
    assert {row["respondent"] for row in found.tables["core.answers"].to_dicts()} == {"ALB"}


def of_each(case, *said: tuple[str, ...]) -> str:
    """The recommendations, each with these lines below it."""
    texts = [one.text for one in case.meeting.recommendations]
    return lines(tuple(line for text, own in zip(texts, said, strict=True) for line in (text, *own)))


@pytest.mark.parametrize("code", ["", "ALB"])
def test_names_before_lines_of_most_answers_are_those_of_several(case, code):
    said = [
        ("Alba: Yes. Gulls came.", "Cyra: No."),
        ("Alba: No.", "Cyra: Yes. Pilots came."),
        ("Alba: Yes.", "Cyra: Yes."),
    ]
    found = intake_of(case, of_each(case, *said), code)
    assert found.tables["core.answers"].to_dicts() == []
    assert "respondent_conflict" in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    "said",
    [
        ("Alba: Yes", "Cyra: We lit lamp {}."),
        ("Alba: Yes. Gulls.", "Cyra: We lit lamp {}."),
        ("Alba: Yes", "Cyra: No"),
        ("Cyra: Yes. We lit lamp {}.",),
        ("Alba", "Yes. We lit lamp {}.", "Cyra", "No."),
    ],
)
def test_so_are_names_that_stand_in_every_answer_as_labels_do(case, said):
    found = intake_of(case, of_each(case, *([line.format(at) for line in said] for at in range(3))), "ALB")
    assert found.tables["core.answers"].to_dicts() == []
    assert "respondent_conflict" in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    "said",
    [
        (("Boats stopped.", "Cyra: 3 of them."), ("Pilots came.",), ("Lists of cargo.",)),
        (("Alba: gulls came.",), ("Alba: pilots came.",), ("Alba: lists of cargo.",)),
    ],
)
def test_an_answer_may_name_others_and_each_its_own_respondent(case, said):
    found = intake_of(case, paragraph("Country: Alba") + of_each(case, *said), "ALB")
    assert "respondent_conflict" not in {finding.code for finding in found.findings}
    assert len(found.tables["core.answers"].to_dicts()) == 3
