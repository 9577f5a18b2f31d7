"""Rows of tables that the end of a page splits: the text of a recommendation goes on in a row of its own."""

import pytest

from tests.reading.form.test_own_questions import ASKED, SAID, boxes, reply_of, told
from tests.tables import table

HEADS = ("Recommendation", "Action taken", "Comments")


def rows(label: str, words: int, behind: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The form with its first recommendation split after some words; `behind` are the cells beside the rest."""
    found: list[tuple[str, ...]] = [HEADS]
    for at, ((one, text), (mark, said)) in enumerate(zip(ASKED, SAID, strict=True)):
        head = label.format(letter=one[-1], one=one)
        parts = text.split()
        if at == 0:
            found.append((head + " ".join(parts[:words]), boxes(mark), said))
            found.append((" ".join(parts[words:]), *behind))
        else:
            found.append((head + text, boxes(mark), said))
    return found


@pytest.mark.parametrize("behind", [(), ("", "")], ids=["alone", "with cells"])
@pytest.mark.parametrize("words", [2, 4, 7])
@pytest.mark.parametrize("label", ["Recommendation {one}: ", "{letter}) ", "Rec. {one} "])
def test_the_rest_of_a_text_is_no_answer(label, words, behind):
    assert told(reply_of(table(*rows(label, words, behind)))) == list(SAID)


def test_the_rest_of_an_answer_goes_on_with_it():
    split = rows("Recommendation {one}: ", 5, ("", "And the pier."))
    assert told(reply_of(table(*split)))[0] == ("yes", f"{SAID[0][1]}\nAnd the pier.")
