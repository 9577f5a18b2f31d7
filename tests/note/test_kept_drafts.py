"""Drafts that were made before are taken as they were, whatever lies in their file, and give the same note."""

import sqlite3
import zlib
from dataclasses import replace
from datetime import date

import pytest

from pipeline import steps
from pipeline.note import kept_drafts
from pipeline.note.drafting.draft import draft
from pipeline.note.kept_drafts import KeptDrafts
from tests.note.drafting.test_draft import BORLAND
from tests.workspaces import add_reply, again

ASKED = ("We trained 14 pilots. Our teams were glad.", BORLAND, 2, None, ("Train pilots.",), frozenset({1}))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "drafts" / "harb-12.sqlite"


@pytest.fixture
def drafted(monkeypatch):
    """The texts that were really drafted."""
    seen = []
    monkeypatch.setattr(kept_drafts, "draft", lambda text, *others: (seen.append(text), draft(text, *others))[1])
    return seen


def test_a_draft_comes_back_as_it_was_made(path, drafted):
    first = KeptDrafts(path)
    made = first(*ASKED)
    first.keep()
    assert KeptDrafts(path)(*ASKED) == made == draft(*ASKED)
    assert drafted == [ASKED[0]]


@pytest.mark.parametrize("place", range(len(ASKED)))
def test_another_answer_name_place_day_recommendation_or_choice_is_another_draft(path, drafted, place):
    first = KeptDrafts(path)
    first(*ASKED)
    first.keep()
    others = ("We trained 15 pilots.", replace(BORLAND, name_in_text="Bor"), 3, date(2031, 5, 1), (), None)
    changed = [*ASKED]
    changed[place] = others[place]
    assert KeptDrafts(path)(*changed) == draft(*changed)
    assert len(drafted) == 2


def test_what_was_not_asked_for_goes(path):
    first = KeptDrafts(path)
    first(*ASKED)
    first("We did it.", *ASKED[1:])
    first.keep()
    second = KeptDrafts(path)
    second(*ASKED)
    second.keep()
    with sqlite3.connect(path) as store:
        assert store.execute("select count(*) from parsed").fetchone() == (1,)
    assert b"We did it." not in path.read_bytes()


@pytest.mark.parametrize(
    "entry",
    [
        "text",
        b"",
        b"not packed",
        *(zlib.compress(one) for one in (b"", b"{}", b"[]", b'{"text": "x", "sentences": 3}')),
    ],
)
def test_an_entry_that_cannot_be_read_is_drafted_anew(path, entry):
    first = KeptDrafts(path)
    first(*ASKED)
    first.keep()
    with sqlite3.connect(path) as store:
        store.execute("update parsed set entry = ?", (entry,))
    assert KeptDrafts(path)(*ASKED) == draft(*ASKED)


def test_a_damaged_file_counts_as_empty_and_is_written_anew(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 1000)
    drafts = KeptDrafts(path)
    assert drafts(*ASKED) == draft(*ASKED)
    drafts.keep()
    assert KeptDrafts(path)(*ASKED) == draft(*ASKED)


def test_a_second_run_drafts_only_what_changed_and_gives_the_same_tables(answered, drafted):
    steps.make_all(answered.workspace, "harb-12")
    first = steps.note_tables(again(answered))
    drafted.clear()
    second = steps.note_tables(again(answered))
    assert drafted == []
    assert second[1] == first[1]
    assert all(second[0][name].equals(table) for name, table in first[0].items())
    add_reply(answered, "zeta.yaml", respondent="DUN", submitted_on="2031-05-29")
    steps.make_all(answered.workspace, "harb-12")
    assert drafted == []
