"""A note over its limit: within it after the budget, every answer with a sentence, what was cut told.

Keeps out: which sentences are chosen (test_budget.py).
"""

import pytest

from pipeline import steps
from pipeline.note.render import words_in_note
from tests.workspaces import MEETING, add_receipt, add_reply

LONG = "We lit 14 lamps in 2030. The lamps are lit each night. Our pilots are glad of that. We bought ropes from Duna."


@pytest.fixture
def composed(case):
    """The tables and the note of three long replies under a limit of words."""

    def compose(limit: int):
        (case.folder / "meeting.yaml").write_text(MEETING.replace("word_limit: 900", f"word_limit: {limit}"))
        for code, name in (("ALB", "Alba"), ("BOR", "Borland"), ("CYR", "Cyra")):
            answers = {
                key: {"action_taken": "yes", "text": f"{LONG} We have {key} of them."} for key in ("1.a", "1.b", "2.a")
            }
            add_reply(case, f"{code}.yaml", respondent=name, publish=True, answers=answers)
            add_receipt(case, f"{code}.yaml", code)
        again = steps.Case(case.workspace, case.meeting_id)
        for table, frame in steps.intake_tables(again).items():
            steps.lake.write(again.workspace, table, again.meeting_id, frame)
        return steps.note_tables(again)

    return compose


def test_a_note_within_its_limit_is_not_cut(composed):
    tables, note = composed(900)
    assert words_in_note(note) <= 900
    assert tables["derived.word_budget"]["sentences_cut"].sum() == 0
    assert "more than could be told here" not in note


@pytest.mark.parametrize("limit", [520, 450, 400])
def test_a_note_over_its_limit_keeps_to_it_and_says_so(composed, limit):
    whole, _ = composed(900)
    tables, note = composed(limit)
    assert words_in_note(note) <= limit
    assert "some replies said more than could be told here" in note.replace("\n", " ")
    spent = tables["derived.word_budget"]
    assert spent.height == whole["derived.word_budget"].height == 9
    assert spent["words_in_note"].min() > 0
    cut = tables["quality.note_findings"].filter(code="cut_to_fit")
    assert cut.height == spent.filter(spent["sentences_cut"] > 0).height > 0
    assert sum(map(int, cut["value"])) == spent["words_cut"].sum()
    assert all('"left_out": ["' in row for row in cut["row"])
    assert "note_over_limit" not in tables["quality.note_findings"]["code"].to_list()
    used = tables["derived.note_paragraphs"].filter(kind="response")["sentences_used"]
    assert sum(len(numbers.split(";")) for numbers in used) == 9 * 5 - spent["sentences_cut"].sum()


def test_whatever_its_limit_a_note_that_can_be_cut_keeps_to_it(composed):
    over = {limit: words for limit in range(501, 570, 12) if (words := words_in_note(composed(limit)[1])) > limit}
    assert over == {}


def test_a_note_that_cannot_be_cut_enough_is_told(composed):
    tables, note = composed(120)
    (told,) = tables["quality.note_findings"].filter(code="note_over_limit").iter_rows(named=True)
    assert int(told["value"]) == words_in_note(note) > 120
    used = tables["derived.note_paragraphs"].filter(kind="response")["sentences_used"]
    assert {len(numbers.split(";")) for numbers in used} == {1}


def test_what_an_editor_wrote_is_never_cut(case, composed):
    composed(900)
    folder = case.folder / "editorial"
    folder.mkdir()
    text = f"{LONG} {LONG}".replace("We", "Alba").replace("Our", "Its")
    (folder / "ALB.yaml").write_text(f"1.a: {{text: '{text}'}}\n")
    tables, note = composed(460)
    assert text in note
    assert tables["derived.word_budget"].filter(respondent="ALB", recommendation="1.a")["sentences_cut"].item() == 0
