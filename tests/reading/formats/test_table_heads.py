"""Tables of one respondent's answers under heads of all kinds: what stands below a head tells what it means."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.reading.formats.test_sheet_contents import as_csv
from tests.tables import table

SAID = (("1.a", "yes", "We lit the quay in 2030."), ("1.b", "no", ""), ("2.a", "yes", "Lists went to Cyra."))
LABELS = {"1.a": "1 (a)", "1.b": "1 (b)", "2.a": "2 (a)"}
# Which recommendation, whether action was taken, what was done.
HEADS = [
    ("ID", "Implementation status", "Results"),
    ("Paragraph", "Follow-up", "Description"),
    ("Item", "Answer", "Results"),
    ("Code", "Response", "Activities"),
    ("No.", "State of play", "Outcome"),
    ("Ref.", "Taken?", "Evidence"),
    ("Question", "Reply", "Justification"),
    ("Recommendation", "Implemented", "Notes"),
    ("", "Y/N", ""),
    ("Nr", "", "Information"),
    ("Recommandation", "État d'avancement", "Précisions"),
    ("Рекомендация", "Ход выполнения", "Результаты"),
]


def in_word(rows) -> bytes:
    return word(paragraph("Respondent: Alba") + table(*rows))


def in_sheet(rows) -> bytes:
    return as_csv([("Respondent", "Alba"), (), *rows])


def in_padded_sheet(rows) -> bytes:
    return as_csv([("Respondent", "Alba", *("" for _ in rows[0][2:])), *rows])


def told_in(case, data: bytes) -> tuple:
    (reply,) = read(data, question_of(case.meeting))
    assert (reply.respondent, [words.text for words in reply.unplaced]) == ("Alba", [])
    return tuple((one.recommendation, one.action_taken, one.text) for one in reply.answers)


@pytest.mark.parametrize("heads", HEADS, ids=" | ".join)
@pytest.mark.parametrize("write", [in_word, in_sheet, in_padded_sheet])
@pytest.mark.parametrize("printed", ["label", "text", "both", "label before text"])
def test_what_stands_below_tells_what_a_head_means(case, heads, write, printed):
    which, action, comments = heads
    texts = {one.id: one.text for one in case.meeting.recommendations}
    named = {
        "label": lambda one: (LABELS[one],),
        "text": lambda one: (texts[one],),
        "both": lambda one: (LABELS[one], texts[one]),
        "label before text": lambda one: (f"{LABELS[one]} {texts[one]}",),
    }[printed]
    first = (which, "Recommended action") if printed == "both" else (which,)
    rows = [(*first, action, comments), *((*named(one), mark.capitalize(), text) for one, mark, text in SAID)]
    assert told_in(case, write(rows)) == SAID


@pytest.mark.parametrize("write", [in_word, in_sheet])
@pytest.mark.parametrize("heads", [("Text", "Answer"), ("Evidence", "Reply")])
def test_the_mark_may_stand_behind_what_was_done(case, write, heads):
    rows = [("Recommendation", *heads), *((LABELS[one], text, mark.capitalize()) for one, mark, text in SAID)]
    assert told_in(case, write(rows)) == SAID


def test_words_typed_into_a_head_are_not_lost(case):
    rows = [(LABELS[one], mark.capitalize(), text) for one, mark, text in SAID]
    (reply,) = read(in_word([("Item", "Status", "Zubrowka lamps"), *rows]), question_of(case.meeting))
    texts = [*(words.text for words in reply.unplaced), *(answer.text for answer in reply.answers)]
    assert any("Zubrowka" in text for text in texts)


def test_lines_with_as_many_commas_are_no_sheet(case):
    lines = [
        "Country: Alba",
        "",
        "Dear all, thank you.",
        "",
        "1 (a): Yes, we lit, in 2030, it.",
        "1 (b): No, we, in 2030, did not.",
    ]
    text = "\n".join((*lines, "2 (a): Yes, lists, in 2030, went.", "So, with, our, thanks."))
    (reply,) = read(text.encode(), question_of(case.meeting))
    assert reply.answers[0].text == "Yes, we lit, in 2030, it."
