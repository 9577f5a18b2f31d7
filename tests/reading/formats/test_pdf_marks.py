"""What words of a PDF file are marked with: their looks, areas of colour, and boxes that are drawn."""

import pytest

from tests.pdf_files import area, rule, square, text
from tests.reading.formats.test_pdf import blocks, texts


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (text(72, 700, "YES", "B") + text(120, 700, "NO"), "bold"),
        (text(72, 700, "YES", colour="1 0 0") + text(120, 700, "NO"), "colour"),
        (area(70, 698, 25, 12) + text(72, 700, "YES") + text(120, 700, "NO"), "highlight"),
        (text(72, 700, "YES") + rule(72, 698.5, 93, 698.5) + text(120, 700, "NO"), "underline"),
        (text(72, 700, "YES") + rule(72, 703.2, 93, 703.2) + text(120, 700, "NO"), "struck"),
    ],
)
def test_the_formatting_that_marks_a_word_is_seen(page, shown):
    (block,) = blocks(page)
    yes, no = (next(run for run in block.runs if word in run.text) for word in ("YES", "NO"))
    assert (bool(getattr(yes, shown)), bool(getattr(no, shown))) == (True, False)


def test_a_short_word_that_is_highlighted_is_no_box_to_tick():
    (block,) = blocks(text(72, 700, "YES") + area(119, 697, 16, 13) + text(120, 700, "NO"))
    assert [(run.text.strip(), run.highlight) for run in block.runs] == [("YES", False), ("NO", True)]


def test_marks_below_a_full_line_that_ends_a_sentence_stand_for_themselves():
    full = "Every harbour is invited to paint all of the buoys that lie before its moles and to light its piers…"
    for below in ("No", "Implemented? No"):
        assert texts(text(72, 700, full) + text(72, 688, below)) == [full, below]


def test_drawn_boxes_are_marks():
    page = square(72, 699) + rule(73, 700, 80, 707) + text(85, 700, "YES") + square(120, 699) + text(133, 700, "NO")
    assert texts(page) == ["☒ YES ☐ NO"]


def test_the_frame_and_the_ground_of_a_drawn_box_are_one_and_tick_nothing():
    yes = area(72.5, 699.5, 9, 9, "1 1 1") + square(72, 699, 10)
    no = area(120.5, 699.5, 9, 9, "1 1 1") + area(120.3, 699.3, 9.4, 9.4, "0 0.4 1")
    check = "1 w 1 1 1 RG 121 704 m 124 700 l 129 708 l S\n"
    page = yes + text(85, 700, "YES") + no + check + text(133, 700, "NO")
    assert texts(page) == ["☐ YES ☒ NO"]


def test_a_letter_in_a_drawn_box_ticks_it():
    page = square(72, 699) + text(73.5, 700, "X") + text(85, 700, "YES") + square(120, 699) + text(133, 700, "NO")
    assert texts(page) == ["☒ YES ☐ NO"]
