"""Which replies count: one per respondent, the latest received by the cut-off.

Keeps out: how a day of receipt is known (test_take_in.py).
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.counting import Received, decide
from pipeline.reading.reply import Reply

CUTOFF = date(2031, 5, 30)


def received(name, day=20, *, month=5, respondent="ALB", content=None, submitted=None, order=0, status=""):
    """A reply in a file of this name, received on a day of 2031; day None: nobody knows."""
    return Received(
        file=f"replies/{name}",
        sha256=content or name,
        format="yaml",
        reply=Reply(format="yaml"),
        respondent=respondent,
        received_on=date(2031, month, day) if day else None,
        source="receipts" if day else None,
        submitted_on=date(2031, 5, submitted) if submitted else None,
        order=order,
        status=status,
    )


def statuses(*items, cutoff=CUTOFF):
    """The status of each reply in one letter: i, l, s, d or r."""
    return "".join(item.status[0] for item in decide(list(items), cutoff))


def test_nothing_received_decides_nothing():
    assert decide([], CUTOFF) == []


@pytest.mark.parametrize(
    ("day", "month", "status"), [(1, 1, "i"), (29, 5, "i"), (30, 5, "i"), (31, 5, "l"), (1, 6, "l"), (None, 5, "i")]
)
def test_a_single_reply_counts_up_to_the_day_of_the_cut_off(day, month, status):
    assert statuses(received("a", day, month=month)) == status


def test_a_later_cut_off_takes_later_replies():
    reply = received("a", 10, month=6)
    assert statuses(reply) == "l"
    assert statuses(reply, cutoff=date(2031, 6, 10)) == "i"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param([received("a", 1), received("b", 2)], "si", id="the later of two"),
        pytest.param([received("a", 2), received("b", 1)], "is", id="whatever their names"),
        pytest.param([received("a", 1), received("b", 3), received("c", 2)], "sis", id="the latest of three"),
        pytest.param([received("a", 1), received("b", 31)], "il", id="a late one does not supersede"),
        pytest.param([received("a", 31), received("b", 31)], "ll", id="all late"),
        pytest.param([received("a", None), received("b", 1)], "si", id="a known day before an unknown one"),
        pytest.param([received("a", None), received("b", 31)], "il", id="an unknown day counts as in time"),
        pytest.param(
            [received("a", 1, submitted=9), received("b", 1, submitted=8)], "is", id="same day: the later date in it"
        ),
        pytest.param([received("a", 1, submitted=8), received("b", 1)], "is", id="same day: a date in it before none"),
        pytest.param(
            [received("a", 2, submitted=1), received("b", 1, submitted=9)], "is", id="the day of receipt goes first"
        ),
        pytest.param([received("a", 1, order=3), received("b", 1, order=2)], "is", id="same dates: the later line"),
        pytest.param(
            [received("a", 1, submitted=9, order=2), received("b", 1, submitted=8, order=3)],
            "is",
            id="the date in it goes before the line",
        ),
        pytest.param([received("a", None), received("b", None)], "si", id="nothing known: the last file"),
        pytest.param(
            [received("a", 1), received("b", 2, respondent="CYR")], "ii", id="respondents do not touch each other"
        ),
        pytest.param([received("a", 1, content="x"), received("b", 2, content="x")], "id", id="the same file twice"),
        pytest.param(
            [received("a", 1, content="x"), received("b", 1, respondent="CYR", content="x")],
            "ii",
            id="one content for two respondents",
        ),
        pytest.param(
            [received("a", 31, content="x"), received("b", 31, content="x")], "ld", id="the same late file twice"
        ),
        pytest.param([received("a", 2, status="rejected"), received("b", 1)], "ri", id="a rejected one counts nothing"),
        pytest.param(
            [received("a", 1, content="x", status="rejected"), received("b", 1, content="x")],
            "ri",
            id="nor is it the original of a duplicate",
        ),
        pytest.param([received("a", 1, respondent=None)], "r", id="without respondent"),
    ],
)
def test_the_latest_in_time_counts(items, expected):
    assert statuses(*items) == expected


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_a_file_received_in_time_counts_though_the_same_file_came_again_late(names):
    in_time = received(names[0], 20, content="same")
    late = received(names[1], 2, month=6, content="same")
    items = sorted([in_time, late], key=lambda item: item.file)
    decided = {item.file: item.status for item in decide(items, CUTOFF)}
    assert decided[in_time.file] == "included"


def test_a_duplicate_names_the_file_it_repeats():
    items = [received("a", 2, content="x"), received("b", 1, content="x"), received("c", 1)]
    assert [item.same_as for item in decide(items, CUTOFF)] == ["replies/b", "", ""]


def test_replies_keep_their_order_and_everything_but_their_status():
    items = [received("b", 1), received("a", 31), received("c", None, respondent="CYR")]
    decided = decide(items, CUTOFF)
    assert [item.file for item in decided] == [item.file for item in items]
    assert [item.received_on for item in decided] == [item.received_on for item in items]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ALB", "CYR"]), st.sampled_from([None, 20, 29, 30, 31]), st.sampled_from(["x", "y", "z"])
        ),
        max_size=6,
    )
)
def test_every_respondent_with_a_reply_in_time_has_exactly_one_that_counts(drawn):
    items = [
        received(str(place), day, respondent=code, content=content) for place, (code, day, content) in enumerate(drawn)
    ]
    decided = decide(items, CUTOFF)
    for code in ("ALB", "CYR"):
        mine = [item for item in items if item.respondent == code]
        in_time = [item for item in mine if item.received_on is None or item.received_on <= CUTOFF]
        counting = [item for item in decided if item.respondent == code and item.status == "included"]
        assert len(counting) == (1 if in_time else 0)
        assert len([item for item in decided if item.respondent == code and item.stands]) == min(len(mine), 1)
    assert all(item.status for item in decided)


@pytest.mark.parametrize(
    ("items", "standing"),
    [
        pytest.param([received("a", 1), received("b", 2), received("c", 31)], "b", id="the one that counts"),
        pytest.param(
            [received("a", 2, month=6), received("b", 4, month=6), received("c", 3, month=6)],
            "b",
            id="where none counts, the latest late one",
        ),
        pytest.param(
            [received("a", 2, month=6, submitted=2), received("b", 2, month=6, submitted=1)],
            "a",
            id="late on one day: the later date in it",
        ),
        pytest.param(
            [received("a", 2, month=6, order=2), received("b", 2, month=6, order=1)],
            "a",
            id="late with the same dates: the later line",
        ),
        pytest.param([received("a", None), received("b", 2, month=6)], "a", id="an unknown day goes before a late one"),
        pytest.param([received("a", 1, content="x"), received("b", 1, content="x")], "a", id="the first of the same"),
        pytest.param([received("a", 1, status="rejected")], "", id="none of rejected ones"),
        pytest.param([received("a", 1, respondent=None)], "", id="none of nobody's"),
    ],
)
def test_answers_are_taken_from_the_reply_that_stands(items, standing):
    decided = decide(items, CUTOFF)
    assert "".join(item.file.removeprefix("replies/") for item in decided if item.stands) == standing
