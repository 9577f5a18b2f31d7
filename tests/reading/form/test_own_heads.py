"""Tables whose columns of answers have heads of their own: years, ministries, levels of government."""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table
from tests.workspaces import add_receipt

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
LABELS = ("1 (a)", "1 (b)", "2 (a)")
SAID = (("We lit the quay.", "We lit the pier."), ("", "Pilots were trained."), ("No.", "No."))
HEADS = [("2029", "2030"), ("Ministry of Ports", "Coast Guard"), ("Federal level", "State level")]


def form(*rows: tuple[str, ...]) -> bytes:
    return word("".join(map(paragraph, FRONT)) + table(*rows))


def rows(case, heads: tuple[str, str], first: str) -> list[tuple[str, ...]]:
    adopted = [one.text for one in case.meeting.recommendations]
    if first == "texts beside":
        return [
            ("No.", "Recommendation", *heads),
            *((*one, *said) for one, said in zip(zip(LABELS, adopted, strict=True), SAID, strict=True)),
        ]
    named = {"labels": LABELS, "texts": adopted, "both": [f"{a} {b}" for a, b in zip(LABELS, adopted, strict=True)]}
    return [
        ("" if first == "labels" else "Recommendation", *heads),
        *((one, *said) for one, said in zip(named[first], SAID, strict=True)),
    ]


@pytest.mark.parametrize("first", ["labels", "texts", "both", "texts beside"])
@pytest.mark.parametrize("heads", HEADS)
def test_each_part_of_an_answer_stands_behind_the_head_of_its_column(case, heads, first):
    (reply,) = read(form(*rows(case, heads, first)), question_of(case.meeting))
    one, other = heads
    assert [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers] == [
        ("1.a", "unclear", f"{one}: We lit the quay.\n{other}: We lit the pier."),
        ("1.b", "unclear", f"{other}: Pilots were trained."),
        ("2.a", "no", f"{one}: No.\n{other}: No."),
    ]
    assert {words.text for words in reply.unplaced} <= set(heads)
    column = 4 if first == "texts beside" else 3
    assert reply.answers[1].locator.startswith(f"table 1, row 3, cell {column} ")
    assert [remark.code for remark in reply.remarks] == ["needs_editor"] * 2


@pytest.mark.parametrize(
    "heads", [("Action taken", "Comments"), ("Yes", "No"), ("Action taken", "Ministry"), ("Status", "Remarks")]
)
def test_heads_that_forms_have_are_no_part_of_an_answer(case, heads):
    (reply,) = read(
        form(("Recommendation", *heads), *((one, "Yes", "Lit.") for one in LABELS)), question_of(case.meeting)
    )
    assert not any(head in answer.text for answer in reply.answers for head in heads)


def test_names_of_respondents_are_still_told(case):
    name = "alba.docx"
    (case.folder / "replies" / name).write_bytes(form(*rows(case, ("Alba", "Cyra"), "texts")))
    add_receipt(case, name, "")
    assert "respondent_conflict" in [one.code for one in steps.intake(case).findings]


@pytest.mark.parametrize("head", ["Story", "Where we are"])
def test_a_column_of_short_sentences_behind_marks_has_the_texts(case, head):
    said = (("Yes", "Lamps lit."), ("No", ""), ("Yes", "Cyra lists."))
    rows = [(label, *one) for label, one in zip(LABELS, said, strict=True)]
    (reply,) = read(form(("Recommendation", "Action taken", head), *rows), question_of(case.meeting))
    assert [(one.action_taken, one.text) for one in reply.answers] == [(mark.lower(), text) for mark, text in said]


BESIDES = [("Challenges", "Next steps"), ("Difficultés", "Prochaines étapes"), ("Obstacles met", "Planned measures")]


@pytest.mark.parametrize("heads", BESIDES)
@pytest.mark.parametrize("action", ["Measures taken", "Comments"])
def test_what_is_said_besides_stands_behind_its_head(case, action, heads):
    said = (
        ("We lit the quay.", "No gulls.", ""),
        ("None", "No pilots", "Nine come."),
        ("Ships were told.", "", "More."),
    )
    rows = [(label, *cells) for label, cells in zip(LABELS, said, strict=True)]
    (reply,) = read(form(("Recommendation", action, *heads), *rows), question_of(case.meeting))
    one, other = heads
    texts = [answer.text for answer in reply.answers]
    assert texts[0] == f"We lit the quay.\n{one}: No gulls."
    assert texts[1].removeprefix("None\n") == f"{one}: No pilots\n{other}: Nine come."
    assert texts[2] == f"Ships were told.\n{other}: More."
    marks = [answer.action_taken for answer in reply.answers]
    assert marks == ["unclear", "no" if action == "Measures taken" else "unclear", "unclear"]


def test_next_steps_are_not_what_was_done(case):
    rows = [(label, "Implemented", "We lit the quay.", "Nine lamps.") for label in LABELS]
    heads = ("Recommendation", "Status", "Measures taken", "Next steps")
    (reply,) = read(form(heads, *rows), question_of(case.meeting))
    assert {(one.action_taken, one.text) for one in reply.answers} == {
        ("yes", "We lit the quay.\nNext steps: Nine lamps.")
    }


@pytest.mark.parametrize("head", ["Results", "Difficulties", "Planned measures"])
def test_one_such_column_beside_marks_alone_has_the_answers(case, head):
    said = (("Implemented", "We lit the quay."), ("Not implemented", ""), ("Implemented", "Cyra has our list."))
    rows = [(label, *cells) for label, cells in zip(LABELS, said, strict=True)]
    (reply,) = read(form(("Recommendation", "Status", head), *rows), question_of(case.meeting))
    assert [(one.action_taken, one.text) for one in reply.answers] == [
        ("yes", "We lit the quay."),
        ("no", ""),
        ("yes", "Cyra has our list."),
    ]
