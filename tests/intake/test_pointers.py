"""Answers that point elsewhere, what they point to, and wordings that only look like it."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import steps
from pipeline.intake.pointers import find_pointers, follow, hint, only_points, resolve
from pipeline.raw.recommendation import Recommendation
from tests.workspaces import add_receipt, add_reply

ASKED = tuple(
    Recommendation(f"{issue}.{label}", issue, "", label, 0, "")
    for issue, ls in ((1, "abcde"), (2, "abc"))
    for label in ls
)
# Each with what it points to from the answer to 2.b, or None where that is nowhere certain.
POINTERS = {
    "See above": "2.a",
    "see above.": "2.a",
    "As above": "2.a",
    "Same as above.": "2.a",
    "Idem": "2.a",
    "ditto": "2.a",
    "See previous answer": "2.a",
    "See our answer to 1(a).": "1.a",
    "same as 1 (a)": "1.a",
    "Please refer to 1.d": "1.d",
    "See 1.a and 2.c": "1.a",
    "As under Recommendation (b) of Issue I": "1.b",
    "Please see Issue I, recommendation (c)": "1.c",
    "See recommendation 1(b).": "1.b",
    "see recommendation (d)": "1.d",
    "Yes, see Recommendation (c).": "2.c",
    "Please refer to the reply to recommendation 3": "2.c",
    "See general statement": "1.a",
    "As in our previous questionnaire.": None,
    "Please see attached annex": None,
    "See our reply to the questionnaire of 2030.": None,
    "See our answer to 4(a).": None,
    "Véase la respuesta a 1 (a)": "1.a",
    "Ídem": "2.a",
    "Voir réponse à la recommandation a)": "2.a",
    "Voir ci-dessus": "2.a",
    "См. выше": "2.a",
    "см. ответ на 1 (a)": "1.a",
}


@pytest.mark.parametrize(("text", "target"), POINTERS.items())
def test_an_answer_that_only_points_is_known_and_resolved(text, target):
    assert only_points(text)
    assert resolve(find_pointers(text)[0], ASKED, "2.b") == target


@pytest.mark.parametrize("text", POINTERS)
def test_the_quick_look_misses_no_pointer(text):
    assert pl.Series([text]).str.contains(hint())[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "See the Harbour Act, art. 5.",
        "See the website www.example.org.",
        "See section 4(a) of the Act.",
        "See 4 (a) of the Ports Act.",
        "The law was passed in accordance with recommendation 12 of the Pilots' Union.",
        "The above-mentioned unit inspected 3 lamps.",
        "The same unit trained 3 officers.",
        "We did the same.",
        "As stated in the Convention, lamps are lit.",
        "We have seen the 4 (four) lamps.",
        "In 2.5 hours all lamps were lit.",
    ],
)
def test_other_references_are_no_pointers(text):
    assert find_pointers(text) == []
    assert not only_points(text)


def test_a_pointer_beside_an_answer_is_found_but_is_not_all():
    text = "See 1 (a). In addition we trained 40 pilots."
    assert [pointer.words for pointer in find_pointers(text)] == ["See 1 (a)"]
    assert not only_points(text)


def test_no_answer_points_to_itself_or_before_the_first():
    assert resolve(find_pointers("see 2(b)")[0], ASKED, "2.b") is None
    assert resolve(find_pointers("see above")[0], ASKED, "1.a") is None
    assert resolve(find_pointers("see general comments")[0], ASKED, "1.a") is None


@pytest.mark.parametrize(
    ("pointing", "end"),
    [
        ({"b": "a"}, "a"),
        ({"c": "b", "b": "a"}, "a"),
        ({"b": None}, None),
        ({"c": "b", "b": None}, None),
        ({"b": "c", "c": "b"}, None),
        ({"b": "b"}, None),
    ],
)
def test_chains_are_followed_and_circles_end(pointing, end):
    assert follow(next(iter(pointing)), pointing) == end


@given(st.text(alphabet="se abovid1(a).recmnti \nсм", max_size=60))
def test_any_text_can_be_looked_at(text):
    for pointer in find_pointers(text):
        assert text[pointer.start : pointer.end] == pointer.words
        assert resolve(pointer, ASKED, "2.b") in {None, *(one.id for one in ASKED)}


def test_the_row_says_where_an_answer_points_and_makes_no_paragraph(case):
    said = {"1.a": "We lit 14 lamps.", "1.b": "See 2 (a).", "2.a": "Same as 1 (a)."}
    add_reply(
        case, "a.yaml", respondent="Alba", answers={k: {"action_taken": "yes", "text": t} for k, t in said.items()}
    )
    add_receipt(case, "a.yaml", "ALB")
    rows = steps.intake(case).tables["core.answers"]
    assert rows.select("recommendation", "status", "refers_to").rows() == [
        ("1.a", "answered", None),
        ("1.b", "refers_elsewhere", "1.a"),
        ("2.a", "refers_elsewhere", "1.a"),
    ]
