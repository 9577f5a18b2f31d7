"""What forms ask for besides: reasons where the answer is no, and labels printed once more on the next page."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

SAID = {"1.a": ("yes", "We lit the quay."), "1.b": ("no", "Pilots are too few."), "2.a": ("", "")}
EXPECTED = [(mark, said) for mark, said in SAID.values()]
REQUESTS = [
    ("If yes, describe the action taken:", "If no, give the reasons:"),
    ("ii. If yes, please describe:", "iii. If no, why not?"),
    ("b) If so, what was done?", "c) If not, what stands in the way?"),
    ("Si oui, veuillez préciser :", "Si non, pourquoi ?"),
    ("En caso afirmativo, explique:", "En caso negativo, indique las razones:"),
    ("Если да, просьба пояснить:", "Если нет, укажите причины:"),
]


def boxes(mark: str) -> str:
    return f"{'☒' if mark == 'yes' else '☐'} Yes   {'☒' if mark == 'no' else '☐'} No"


def answers(case, body: str) -> list[tuple[str, str]]:
    (reply,) = read(word(paragraph("Country: Alba") + body), question_of(case.meeting))
    assert [one.recommendation for one in reply.answers] == list(SAID)
    return [(one.action_taken, one.text) for one in reply.answers]


@pytest.mark.parametrize("behind", [" ", "\n"])
@pytest.mark.parametrize("requests", REQUESTS)
def test_a_request_for_the_other_mark_is_no_answer(case, requests, behind):
    lines = []
    for one, (mark, said) in zip(case.meeting.recommendations, SAID.values(), strict=True):
        filled = [
            f"{request}{behind}{said if mark == own else ''}"
            for own, request in zip(("yes", "no"), requests, strict=True)
        ]
        lines += [f"{one.id} {one.text}", boxes(mark), *"\n".join(filled).split("\n")]
    assert answers(case, "".join(map(paragraph, filter(str.strip, lines)))) == EXPECTED


@pytest.mark.parametrize("heading", ["If yes, how? If no, why not?", "If yes, what was done, and by whom?"])
@pytest.mark.parametrize("first", ["", "Recommendation"])
def test_such_a_request_may_head_a_column(case, first, heading):
    rows = [
        (f"{one.id} {one.text}", "☒" if mark == "yes" else "☐", "☒" if mark == "no" else "☐", said)
        for one, (mark, said) in zip(case.meeting.recommendations, SAID.values(), strict=True)
    ]
    assert answers(case, table((first, "Yes", "No", heading), *rows)) == EXPECTED


@pytest.mark.parametrize(
    "heads", [("If yes, which?", "If no, why not?"), ("What was done", "Reasons why not"), ("If yes", "If no")]
)
def test_each_mark_may_have_a_column_of_its_own(case, heads):
    rows = [
        (f"{one.id} {one.text}", mark.title(), said if mark == "yes" else "", said if mark == "no" else "")
        for one, (mark, said) in zip(case.meeting.recommendations, SAID.values(), strict=True)
    ]
    assert answers(case, table(("Recommendation", "Implemented?", *heads), *rows)) == EXPECTED


@pytest.mark.parametrize(
    "said",
    [
        "If no ship comes, the lamps stay dark. If yes, they burn.",
        "If no ship comes: the lamps stay dark.",
        "If yes means lit: all lamps are.",
        "If so many ships come, what can we do? We light more lamps.",
    ],
)
def test_an_answer_may_begin_with_a_condition(case, said):
    one = case.meeting.recommendations[0]
    (reply,) = read(word("".join(map(paragraph, (one.text, boxes("yes"), said)))), question_of(case.meeting))
    assert [answer.text for answer in reply.answers] == [said]


@pytest.mark.parametrize("again", ["(continued)", "– cont’d", "(suite)", "(continuación)"])
def test_a_label_printed_once_more_is_no_answer(case, again):
    lines = []
    for one, (mark, said) in zip(case.meeting.recommendations, SAID.values(), strict=True):
        label = f"Recommendation {one.issue} ({one.label})"
        lines += [label, one.text, boxes(mark), *([said, f"{label} {again}", "The rest follows."] if said else [])]
    told = [(mark, f"{said}\nThe rest follows." if said else "") for mark, said in EXPECTED]
    assert answers(case, "".join(map(paragraph, lines))) == told


def test_the_label_of_another_recommendation_does_not_go_on(case):
    one, two, _ = case.meeting.recommendations
    lines = [
        f"{one.id} {one.text}",
        boxes("yes"),
        "We lit the quay.",
        f"Recommendation {two.issue} ({two.label}) (continued)",
    ]
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    assert "continued" in " ".join(
        (*(answer.text for answer in reply.answers), *(left.text for left in reply.unplaced))
    )


@pytest.mark.parametrize(
    "prompt", ["(choose)", "-- Select --", "[Please select]", "Choose an item.", "Выберите элемент."]
)
def test_the_prompt_of_a_list_of_choices_is_no_answer(case, prompt):
    lines = []
    for one, (mark, said) in zip(case.meeting.recommendations, SAID.values(), strict=True):
        lines += [f"{one.id} {one.text}", f"Action taken: {mark.title() or prompt}", f"Comments: {said or prompt}"]
    assert answers(case, "".join(map(paragraph, lines))) == EXPECTED
