"""Words that say there is nothing to say."""

import pytest

from pipeline.text.nothing_said import says_nothing


@pytest.mark.parametrize("text", ["N/A", "n/a.", "None", "--", "…", "sans objet", "НЕТ ДАННЫХ", "not applicable"])
def test_a_text_may_say_nothing(text):
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["", "None of our ports has a lamp.", "5", "No", "not known to us"])
def test_what_says_something_or_is_not_there_is_told_apart(text):
    assert not says_nothing(text)
