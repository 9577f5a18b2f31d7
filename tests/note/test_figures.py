"""The figures: what they show, in which order, and that they are the same every time."""

from datetime import date
from xml.etree import ElementTree

import pytest

from pipeline.note.figures import draw
from tests.workspaces import make_workspace

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def case(tmp_path):
    return make_workspace(tmp_path)


def texts(figure: str) -> list[str]:
    return [one.text for one in ElementTree.fromstring(figure).iter(f"{SVG}text")]


def titles(figure: str) -> list[str]:
    return [one.text for one in ElementTree.fromstring(figure).iter(f"{SVG}title")]


def matrix(**statuses: tuple[str, ...]) -> list[dict]:
    return [
        {"respondent": code, "recommendation": identifier, "status": status}
        for code, own in statuses.items()
        for identifier, status in zip(("1.a", "1.b", "2.a"), own, strict=True)
    ]


def test_coverage_has_a_row_for_each_respondent_and_counts_each_status(case):
    rows = matrix(CYR=("answered", "no_action", "blank"), ALB=("no_reply",) * 3, BOR=("late", "answered", "answered"))
    figure = draw.coverage(rows, case.meeting, case.register)
    shown = texts(figure)
    assert [one for one in shown if one in ("Alba", "Cyra", "Republic of Borland")] == [
        *("Alba", "Republic of Borland", "Cyra"),
    ]
    assert {"answered (3)", "no action taken (1)", "left blank (1)", "late reply (1)", "no reply (3)"} <= set(shown)
    assert "Alba: no reply" in titles(figure)
    assert "Cyra, 1.b: no action taken" in titles(figure)
    assert len(titles(figure)) == 1 + 6


def test_every_status_of_the_table_has_its_look():
    from schemas.vocabulary import MATRIX_STATUSES

    assert set(draw.STATUSES) == set(MATRIX_STATUSES)


def test_words_are_summed_by_respondent_and_set_against_what_was_allowed(case):
    rows = [
        {"respondent": "CYR", "words_received": 70, "words_in_note": 40},
        {"respondent": "CYR", "words_received": 20, "words_in_note": 20},
        {"respondent": "ALB", "words_received": 5, "words_in_note": 9},
    ]
    figure = draw.words(rows, case.meeting, case.register)
    assert [one for one in texts(figure) if one.count(" of ") == 1 and "words" not in one] == ["9 of 5", "60 of 90"]
    assert "allowed: 60 an answer" in texts(figure)
    assert "69 words of paragraphs; the whole note may have 900" in texts(figure)
    bars = [
        float(one.get("width"))
        for one in ElementTree.fromstring(figure).iter(f"{SVG}rect")
        if one.get("height") == "10"
    ]
    # The greatest is what Cyra was allowed: 120 words.
    assert bars[2:] == [pytest.approx(420 * words / 120, abs=0.01) for words in (5, 9, 90, 60)]


def test_arrivals_are_counted_up_in_order_and_late_ones_told(case):
    rows = [
        {"respondent": code, "file": "f", "received_on": day}
        for code, day in (
            ("CYR", date(2031, 6, 2)),
            ("ALB", date(2031, 4, 1)),
            ("BOR", None),
            (None, date(2031, 5, 30)),
        )
    ]
    figure = draw.arrival(rows, case.meeting)
    assert titles(figure) == ["ALB: 1 April 2031", "f: 30 May 2031", "CYR: 2 June 2031"]
    dots = [(float(one.get("cx")), one.get("fill")) for one in ElementTree.fromstring(figure).iter(f"{SVG}circle")]
    assert dots == sorted(dots)
    assert [fill for _, fill in dots] == ["#0b5394", "#0b5394", "#a61c00"]
    assert "deadline: 30 May 2031" in texts(figure)
    assert "without a day of receipt: 1" in texts(figure)
    assert "Arrival of replies: harb-12 (4 replies, 1 after the cut-off)" in texts(figure)


def test_without_any_row_the_figures_are_still_pictures(case):
    for figure in (
        draw.coverage([], case.meeting, case.register),
        draw.words([], case.meeting, case.register),
        draw.arrival([], case.meeting),
    ):
        assert ElementTree.fromstring(figure).tag == f"{SVG}svg"


def test_names_are_text_whatever_they_hold(tmp_path):
    case = make_workspace(tmp_path)
    register = case.workspace.register
    register.write_text(register.read_text(encoding="utf-8").replace("ALB,Alba,", "ALB,<b>&Alba,"), encoding="utf-8")
    figure = draw.coverage(matrix(ALB=("answered",) * 3), case.meeting, case.register)
    assert "<b>&Alba" in texts(figure)


def test_stages_are_bars_between_the_days_with_today_among_them():
    from pipeline.note.figures.stages import life_cycle

    rows = [
        {
            "meeting_id": f"m-{number}",
            "stage": "issued" if number > 2 else "open",
            **{
                name: date(2031, 1 + number % 9, day)
                for name, day in (("dispatched", 1), ("cutoff", 9), ("note_date", 20))
            },
        }
        for number in range(50)
    ]
    figure = life_cycle(rows, date(2031, 5, 5))
    assert "today: 5 May 2031" in texts(figure)
    assert "and 10 more meetings" in texts(figure)
    assert {"m-0", "m-1", "m-2"} <= set(texts(figure))
    assert "m-0: open, replies until 9 January 2031" in titles(figure)
    assert len(titles(figure)) == 40
    assert ElementTree.fromstring(life_cycle([], date(2031, 5, 5))).tag == f"{SVG}svg"
