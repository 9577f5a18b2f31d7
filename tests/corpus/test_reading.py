"""Every form of the corpus is read as a person reads it: respondent, date, consent, contact data, marks and answers."""

import pytest

from tests.corpus.reading import NAMES, fields, form


@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_read_as_a_person_reads_it(name):
    wrong = [field for field in fields(name, form(name)) if not field.right]
    assert wrong == []


def test_the_corpus_is_as_large_as_it_has_to_be():
    again = [name for name in NAMES if name.startswith("again ")]
    printed = [name for name in NAMES if name.startswith("printed ")]
    built = len(NAMES) - len(again) - len(printed)
    assert built >= 60
    assert len(again) >= built / 3
    assert len(printed) >= 12
