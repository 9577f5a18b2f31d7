"""No test of forms is answered from what another test asked: the caches of the modules are emptied before each."""

import pytest

from pipeline.reading import prompts
from pipeline.reading.form import anchors, form, grouped, labels, lines, mark_words, marks, numbered, whole_answers


@pytest.fixture(autouse=True)
def _empty_caches():
    for module in (anchors, form, grouped, labels, lines, mark_words, marks, numbered, prompts, whole_answers):
        for function in vars(module).values():
            if hasattr(function, "cache_clear") and "lru_cache" in type(function).__name__:
                function.cache_clear()
