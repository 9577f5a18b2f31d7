"""What a form prints in the section of every recommendation, in words that are in no list of labels."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.corpus.package import Document
from tests.corpus.wordml import cell, plain, row, table
from tests.forms import Filled, line_form, table_form

SAID = {"1.a": "We lit the quay.", "1.b": "Nine pilots sail.", "2.a": "Cyra has our list."}
FRONT = (plain("Country: Alba"), plain("Date: 12 May 2031"))


@pytest.fixture
def adopted(case) -> dict[str, str]:
    return {recommendation.id: recommendation.text for recommendation in case.meeting.recommendations}


def told(case, *pieces: str) -> tuple[dict[str, tuple[str, str]], list[str]]:
    form = Document()
    form.add(*FRONT, *pieces)
    (reply,) = read(form.save(), question_of(case.meeting))
    answers = {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}
    return answers, [words.text for words in reply.unplaced]


def in_table(*rows: tuple[str, str]) -> str:
    return table([row(cell(plain(left)), cell(plain(right))) for left, right in rows], (4500, 4500))


def test_questions_in_the_first_column_are_no_answer(case, adopted):
    pieces = [
        in_table((f"Recommendation {one}", text), ("Did your harbour act on it?", "Yes"), ("The doings", SAID[one]))
        for one, text in adopted.items()
    ]
    answers, left = told(case, *pieces)
    assert answers == {one: ("yes", text) for one, text in SAID.items()}
    assert left == []


@pytest.mark.parametrize("head", ["Narrative:", "A{}.", "Harbour's word:", "Ans. {})"])
def test_labels_before_answers_are_cut(case, adopted, head):
    pieces = [
        plain(line)
        for number, (one, text) in enumerate(adopted.items(), start=1)
        for line in (text, f"{head.format(number)} {SAID[one]}")
    ]
    assert told(case, *pieces) == ({one: ("unclear", text) for one, text in SAID.items()}, [])


@pytest.mark.parametrize("head", ["Explanation:", "(ii) What was done:", "A:"])
def test_one_label_may_have_nothing_behind_it(case, adopted, head):
    said = SAID | {"1.b": ""}
    pairs = [(f"Q {one}: {text}", f"{head} {said[one]}".strip()) for one, text in adopted.items()]
    lines = [line for pair in pairs for line in pair]
    answers, left = told(case, *map(plain, lines))
    assert answers == {one: ("unclear" if text else "", text) for one, text in said.items()}
    assert [line for line in left if line.startswith("Q")] == []


def test_labels_for_yes_and_for_no_are_marks_where_something_stands_behind_them(case, adopted):
    yes, no = "Yes, action has been taken:", "No, it has not, because:"
    behind = {"1.a": ("We lit it.", ""), "1.b": ("", ""), "2.a": ("", "Pilots left.")}
    pieces = [
        plain(line)
        for one, text in adopted.items()
        for line in (text, f"{yes} {behind[one][0]}", f"{no} {behind[one][1]}")
    ]
    answers, left = told(case, *pieces)
    assert answers == {"1.a": ("yes", "We lit it."), "1.b": ("", ""), "2.a": ("no", "Pilots left.")}
    assert left == []
    pieces[1:3] = [plain(f"{yes} We lit it."), plain(f"{no} Rope is short.")]
    assert told(case, *pieces)[0]["1.a"] == ("unclear", "We lit it.\nRope is short.")


def test_a_label_within_an_answer_stays_where_something_follows_it(case, adopted):
    behind = {"1.a": ["Obstacles: fog."], "1.b": ["Obstacles:"], "2.a": ["Obstacles:", "Fog."]}
    pieces = [plain(line) for one, text in adopted.items() for line in (text, f"Done: {SAID[one]}", *behind[one])]
    answers, _ = told(case, *pieces)
    assert [text for _, text in answers.values()] == [
        "We lit the quay.\nObstacles: fog.", "Nine pilots sail.", "Cyra has our list.\nObstacles:\nFog."
    ]  # fmt: skip


def test_the_word_behind_such_a_label_counts(case, adopted):
    pieces = [plain(line) for one, text in adopted.items() for line in (text, f"A1. Yes. {SAID[one]}")]
    assert {answer[0] for answer in told(case, *pieces)[0].values()} == {"yes"}


def test_choices_nobody_marked_are_no_answer(case, adopted):
    choices = "Lit / Partly lit / Not lit"
    pieces = [plain(line) for one, text in adopted.items() for line in (text, choices, SAID[one])]
    answers, left = told(case, *pieces)
    assert answers == {one: ("unclear", text) for one, text in SAID.items()}
    assert not left or set(left) == {choices}


def test_many_words_that_stand_everywhere_are_left_over(case, adopted):
    asked = "Which herrings, gulls and barnacles did the harbour meet on its way?"
    pieces = [plain(line) for one, text in adopted.items() for line in (text, asked, SAID[one])]
    answers, left = told(case, *pieces)
    assert {one: text for one, (_, text) in answers.items()} == SAID
    assert left == [asked] * 3


def test_a_word_that_heads_every_answer_is_none_of_them(case, adopted):
    pieces = [plain(line) for one, text in adopted.items() for line in (text, "Answer", SAID[one])]
    assert told(case, *pieces) == ({one: ("unclear", text) for one, text in SAID.items()}, [])


def test_a_yes_that_opens_every_answer_is_part_of_each(case, adopted):
    pieces = [plain(line) for one, text in adopted.items() for line in (text, "Yes, action was taken:", SAID[one])]
    answers, _ = told(case, *pieces)
    assert answers == {one: ("yes", f"Yes, action was taken:\n{text}") for one, text in SAID.items()}


@pytest.mark.parametrize("said", ["We have nothing to say.", "See the annex."])
def test_the_same_answer_to_all_stays(case, adopted, said):
    pieces = [plain(line) for text in adopted.values() for line in (text, "Comments:", said)]
    assert {text for _, text in told(case, *pieces)[0].values()} == {said}


@pytest.mark.parametrize("opens", ["Yes: ", "Yes, partly: ", "In 2030: ", "Law 14. "])
def test_what_respondents_write_before_all_their_answers_stays(case, adopted, opens):
    pieces = [plain(line) for one, text in adopted.items() for line in (text, f"{opens}{SAID[one]}")]
    assert {one: text for one, (_, text) in told(case, *pieces)[0].items()} == {
        one: f"{opens}{text}" for one, text in SAID.items()
    }


def test_one_answer_alone_stays_as_it_is(case, adopted):
    pieces = [plain(adopted["1.a"]), plain("Doings: We lit it. Why not?")]
    assert told(case, *pieces)[0]["1.a"][1] == "Doings: We lit it. Why not?"


def test_answers_behind_all_recommendations_go_to_their_own(case, adopted):
    pieces = [plain(f"{one} {text}") for one, text in adopted.items()]
    pieces += [
        plain("Our herrings answer"),
        *(plain(f"{one} Yes. {text}") for one, text in SAID.items()),
        plain("So it is."),
    ]
    answers, left = told(case, *pieces)
    assert answers == {
        "1.a": ("yes", "Yes. We lit the quay."),
        "1.b": ("yes", "Yes. Nine pilots sail."),
        "2.a": ("yes", "Yes. Cyra has our list.\nSo it is."),
    }
    assert left == ["Our herrings answer"]


@pytest.mark.parametrize("said", ["1.a is done. 1.b is not.", "We did as follows:\n- one\n- two", "Action taken: none"])
@pytest.mark.parametrize("form", [table_form, line_form])
def test_behind_a_known_label_stands_what_was_answered(case, form, said):
    for others in ("", said):
        filled = {"1.a": ("yes", others), "1.b": ("yes", "Nine pilots sail."), "2.a": ("yes", said)}
        filled["1.b"] = ("no", "") if others else filled["1.b"]
        (reply,) = read(form(case.meeting, Filled("Alba", filled)), question_of(case.meeting))
        assert {one.recommendation: (one.action_taken, one.text) for one in reply.answers} == filled


def test_labels_in_an_answer_stay_where_others_have_answers(case, adopted):
    listed = "1.a is for lamps.\n1.b Is for pilots."
    pieces = [plain(line) for one, text in adopted.items() for line in (text, "Comments:", SAID[one])]
    answers, _ = told(case, *pieces, *map(plain, listed.split("\n")))
    assert answers["2.a"][1] == f"{SAID['2.a']}\n{listed}"


@pytest.mark.parametrize(
    ("words", "said"),
    [("Implemented", "yes"), ("Fully implemented", "yes"), ("Partially implemented", "yes"), ("Not implemented", "no"),
     ("In progress", "unclear"), ("To be implemented", "unclear")],
)  # fmt: skip
def test_words_in_a_column_about_the_state_of_things(case, adopted, words, said):
    heads = ("Recommendation", "Status of implementation", "Description")
    rows = [heads, *((text, words, SAID[one]) for one, text in adopted.items())]
    whole = table([row(*(cell(plain(text)) for text in texts)) for texts in rows], (3000, 3000, 3000))
    answers, left = told(case, whole)
    assert answers == {one: (said, text) for one, text in SAID.items()}
    assert left == ([words] * len(SAID) if said == "unclear" else [])


@pytest.mark.parametrize(("column", "said"), [(1, "yes"), (2, "yes"), (3, "no")])
def test_a_column_for_each_state(case, adopted, column, said):
    heads = ("Recommendation", "Fully implemented", "Partially implemented", "Not implemented", "Remarks")
    rows = [heads]
    for one, text in adopted.items():
        cells = [text, "", "", "", SAID[one]]
        cells[column] = "X"
        rows.append(tuple(cells))
    whole = table([row(*(cell(plain(text)) for text in texts)) for texts in rows], (3000, 1000, 1000, 1000, 3000))
    assert told(case, whole) == ({one: (said, text) for one, text in SAID.items()}, [])


def test_a_request_about_the_boxes_is_printed_where_all_answers_begin_with_it(case, adopted):
    asked = "If you ticked yes, please give details. If you ticked no, please give reasons."
    pieces = [
        piece
        for one, text in adopted.items()
        for piece in (plain(f"{one} {text}"), plain("☒ Yes"), plain("☐ No"), plain(asked), plain(SAID[one]))
    ]
    answers, left = told(case, *pieces)
    assert answers == {one: ("yes", text) for one, text in SAID.items()}
    assert left == [asked] * 3


def test_what_a_respondent_asks_for_in_all_answers_stays(case, adopted):
    pieces = [
        piece
        for one, text in adopted.items()
        for piece in (plain(f"{one} {text}"), plain("☒ Yes ☐ No"), plain("Please see the list."), plain(SAID[one]))
    ]
    answers, left = told(case, *pieces)
    assert answers == {one: ("yes", f"Please see the list.\n{text}") for one, text in SAID.items()}
    assert left == []


@pytest.mark.parametrize("blank", ["1.a", "2.a"])
def test_a_label_of_the_form_is_one_also_where_nobody_answered(case, adopted, blank):
    head = "Measures taken, lamps bought:"
    said = SAID | {blank: ""}
    pieces = [
        plain(line)
        for one, text in adopted.items()
        for line in (text, "☐ Yes ☐ No" if one == blank else "☒ Yes ☐ No", f"{head} {said[one]}".strip())
    ]
    answers, left = told(case, *pieces)
    assert answers == {one: ("yes" if text else "", text) for one, text in said.items()}
    assert left == [head, head]


@pytest.mark.parametrize(
    "asked", ["(Please describe the action taken)", "Please describe the action taken", "Kindly specify"]
)
def test_a_request_below_every_text_is_no_part_of_an_answer(case, adopted, asked):
    said = ("We lit the quay.", "No action.", "Cyra has our list.")
    pieces = [plain(line) for one, text in zip(adopted.values(), said, strict=True) for line in (one, asked, text)]
    assert told(case, *pieces)[0] == {
        "1.a": ("unclear", "We lit the quay."),
        "1.b": ("no", ""),
        "2.a": ("unclear", "Cyra has our list."),
    }


@pytest.mark.parametrize("nothing", ["-", "—", "…", "..."])
def test_a_dash_alone_is_no_answer(case, adopted, nothing):
    pieces = [plain(line) for one in adopted.values() for line in (one, nothing)]
    assert set(told(case, *pieces)[0].values()) == {("", "")}
