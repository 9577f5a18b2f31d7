"""Lines without what is printed to be written on. Keeps out: what the lines mean (test_form.py and others)."""

import pytest

from pipeline.reading.form.lines import value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Lists. .......", "Lists."),
        ("Lists are sent ....", "Lists are sent"),
        ("We did it. ..... We then left.", "We did it. We then left."),
        ("Alba ............", "Alba"),
        ("Country: ............", "Country:"),
        ("a . . . . b", "a  b"),
        ("Wait... what", "Wait... what"),
        ("______", ""),
    ],
)
def test_dotted_lines_are_no_text_and_full_stops_before_them_stay(written, value):
    assert value_of(written) == value
