"""Forms, sheets and e-mails mixed at random are read as they were written.

bench/mixed_layouts.py and bench/mixed_files.py try many more.
"""

import pytest

from tests.corpus.mixed_reading import (
    differences,
    differences_in_front,
    differences_in_mail,
    differences_in_sheet_form,
    differences_in_table,
)

SEEDS = {"en": 30, "fr": 10, "es": 10, "ru": 10}
# Behind the last answer a question whose list of choices nobody touched could be part of that answer, and stays there.
UNTOUCHED = {"es": {18}}


@pytest.mark.parametrize("language", SEEDS)
def test_forms_mixed_at_random_are_read_as_they_were_written(language):
    wrong = {seed: found for seed in range(SEEDS[language]) if (found := differences(seed, language))}
    assert wrong == {}


@pytest.mark.parametrize("language", SEEDS)
def test_front_matter_mixed_at_random_is_read_as_it_was_written(language):
    wrong = {seed: found for seed in range(2 * SEEDS[language]) if (found := differences_in_front(seed, language))}
    assert wrong.keys() == UNTOUCHED.get(language, set()), wrong


@pytest.mark.parametrize("language", SEEDS)
def test_tables_mixed_at_random_are_read_as_they_were_written(language):
    wrong = {seed: found for seed in range(SEEDS[language]) if (found := differences_in_table(seed, language))}
    assert wrong == {}


@pytest.mark.parametrize("language", SEEDS)
def test_workbooks_mixed_at_random_are_read_as_they_were_written(language):
    wrong = {seed: found for seed in range(SEEDS[language]) if (found := differences_in_sheet_form(seed, language))}
    assert wrong == {}


@pytest.mark.parametrize("language", SEEDS)
def test_mails_mixed_at_random_are_read_as_they_were_written(language):
    wrong = {seed: found for seed in range(SEEDS[language]) if (found := differences_in_mail(seed, language))}
    assert wrong == {}
