"""Replies that have met with accidents: a reader gives replies or a reason, opens nothing, and loses no row.

Three hundred cases; bench/fuzz_readers.py has as many as one likes.
"""

import csv
import io
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Reply, Unreadable
from schemas.finding_codes import FINDING_CODES
from tests.mutations import mutated, seeds, watched
from tests.workspaces import make_workspace


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_workspace(tmp_path_factory.mktemp("fuzz"))


@pytest.fixture(scope="module")
def question(folder) -> Question:
    return Question(folder.meeting.id, tuple(folder.meeting.recommendations))


@pytest.fixture(scope="module")
def good(folder) -> dict[str, bytes]:
    return seeds(folder.meeting, folder.register.by_code["EST"])


def test_the_replies_are_good_to_begin_with(good, question):
    for data in good.values():
        assert all(isinstance(reply, Reply) for reply in read(data, question))


@settings(max_examples=300)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_a_mutated_reply_gives_replies_or_a_reason_and_opens_nothing(good, question, which, seed):
    data = mutated(list(good.values())[which % len(good)], random.Random(seed))
    with watched() as opened:
        try:
            replies = read(data, question)
        except Unreadable as error:
            replies = []
            known = error.code in FINDING_CODES and error.found and error.expected
        else:
            known = bool(replies) and all(isinstance(reply, Reply) for reply in replies)
    assert known
    assert opened == []


TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=30)


@given(
    st.lists(st.tuples(st.sampled_from(["Alba", "Cyra", "Nowhere", ""]), TEXTS, TEXTS, TEXTS), min_size=1, max_size=12)
)
def test_no_row_of_a_sheet_is_lost(question, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([("respondent", "recommendation", "action_taken", "text"), ("Alba", "1.a", "", "First."), *rows])
    replies = read(out.getvalue().encode(), question)
    read_back = Counter(answer.text for reply in replies for answer in reply.answers)
    filled = [row for row in rows if "".join(row).strip()]
    name, *others = filled[-1] if filled else ("",)
    if name and not "".join(others).strip():  # a line below the table
        filled.pop()
        assert name in [words.text for reply in replies for words in reply.unplaced]
    written = ["First.", *(text for *_, text in filled)]
    # Where there is no text, what stands in place of a mark may be the text.
    assert Counter(text for text in written if text.strip()) <= read_back
    assert read_back.total() == len(written)
