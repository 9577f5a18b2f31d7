"""Forms whose lines are any labels, words and marks: a reply or a reason comes out, never a fault of the program."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form import closing
from pipeline.reading.form.labels import DATA
from pipeline.reading.form.several import read_forms
from pipeline.reading.reply import Question, Unreadable

ADOPTED = (
    Recommendation("1.a", 1, "Small harbours", "a", 1, "Governments should inspect the lights of every harbour."),
    Recommendation("1.b", 1, "Small harbours", "b", 2, "Governments should train pilots in the use of tide tables."),
    Recommendation("2.a", 2, "Cargo", "a", 3, "Port authorities should share lists of dangerous cargo."),
)
# The words of labels, of part of a label and beside marks, as the data has them, so that a new one is tried as well.
KNOWN = ["issue", "part", "under", "go_on", "beside_marks", "neither", "done", "not_done"]
ENDS = [
    *closing.DATA["alone"],
    *closing.DATA["who"],
    *itertools.chain(*closing.DATA["begins"], *closing.DATA["offers"]),
]
WORDS = sorted((*itertools.chain.from_iterable(DATA[name] for name in KNOWN), *ENDS))
MARKS = ["Yes", "No", "Oui", "☒", "☐", "[x]", "Comments:", "Action taken:", "Explanation:", "A:", "Country: Alba"]
PIECES = [
    "(a)",
    "b)",
    "1",
    "1.a",
    "2(b)",
    "R1",
    "II.",
    "a",
    "of",
    "5",
    ":",
    ",",
    "–",
    "lamps",
    "We lit it.",
    "Type here",
]
TEXTS = [one.text for one in ADOPTED] + [f"{one.text[:30]}…" for one in ADOPTED] + ["Cargo"]

part = st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.sampled_from(PIECES) | st.sampled_from(TEXTS)
# "Recommendation 1, point of": what is nearly a label is where readers stumble.
labelled = st.tuples(
    st.sampled_from([*DATA["recommendation"], *DATA["issue"]]),
    st.sampled_from(["1", "2,", "1.a", "(a)", "II"]),
    st.sampled_from([*DATA["part"], *DATA["under"], *DATA["recommendation"], *DATA["issue"]]),
    st.sampled_from(PIECES),
)
line = labelled.map(" ".join) | st.lists(part, min_size=1, max_size=5).map(" ".join)
cell = st.none() | st.builds(Cell, st.integers(1, 2), st.integers(1, 5), st.integers(1, 4))


@settings(max_examples=400)
@given(st.lists(st.tuples(line, cell), min_size=1, max_size=25))
def test_any_lines_give_replies_or_a_reason(lines):
    blocks = [Block((Run(text),), number, place) for number, (text, place) in enumerate(lines, start=1)]
    try:
        found = read_forms(blocks, Question("harb-12", ADOPTED), ())
    except Unreadable:
        return
    assert found
    assert {answer.action_taken for reply in found for answer in reply.answers} <= {"", "yes", "no", "unclear"}
