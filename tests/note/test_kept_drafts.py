"""Drafts that were made before are taken as they were, whatever lies in their file, and give the same note."""

import sqlite3
import zlib
from dataclasses import replace
from datetime import date

import pytest

from pipeline import steps
from pipeline.note import kept_drafts, style
from pipeline.note.drafting import subjects, telling
from pipeline.note.drafting.draft import draft
from pipeline.note.drafting.readings import read
from pipeline.note.drafting.telling import Telling
from pipeline.note.kept_drafts import KeptDrafts
from tests.note.drafting.test_draft import BORLAND
from tests.workspaces import add_receipt, add_reply, again

ASKED = ("We trained 14 pilots. Our teams were glad.", BORLAND, 2, None, ("Train pilots.",), frozenset({1}))
STYLED = ("Borland reported that its manpower had grown.", "Borland reported that its staff had grown.")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "drafts" / "harb-12.sqlite"


@pytest.fixture
def drafted(monkeypatch):
    """The texts that were really drafted."""
    seen = []

    def noted(text, *others, **named):
        seen.append(text)
        return draft(text, *others, **named)

    monkeypatch.setattr(kept_drafts, "draft", noted)
    return seen


@pytest.fixture
def told(monkeypatch):
    """The sentences that were really told."""
    seen, tell = [], Telling.told

    def noted(self, sentence, *others, **named):
        seen.append(sentence)
        return tell(self, sentence, *others, **named)

    monkeypatch.setattr(Telling, "told", noted)
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
        assert store.execute("select count(*) from parsed").fetchone() == (len(["draft", "run in", "subject", "told"]),)
    assert b"We did it." not in path.read_bytes()


@pytest.mark.parametrize(("turn", "keep"), [(3, frozenset({1})), (2, None), (2, frozenset({2}))])
def test_in_another_place_or_with_other_sentences_only_what_is_new_is_told(path, told, turn, keep):
    first = KeptDrafts(path)
    first(*ASKED)
    first.keep()
    told.clear()
    for _ in range(2):  # what a draft is made of stays with it, though nobody asks for it
        drafts = KeptDrafts(path)
        drafts(*ASKED)
        drafts.keep()
    drafts = KeptDrafts(path)
    made = drafts(*ASKED[:2], turn, None, ASKED[4], keep)
    assert told == ([] if keep == ASKED[5] else ["Our teams were glad."])
    assert made == draft(*ASKED[:2], turn, None, ASKED[4], keep)


def test_in_another_place_no_word_is_tagged_anew(path, monkeypatch):
    note_style = "We met. Trained 14 pilots. Our teams were glad."
    first = KeptDrafts(path)
    made = first(note_style, *ASKED[1:5], None)
    first.keep()
    tagged = []
    for room in (subjects, telling):
        monkeypatch.setattr(room, "read", lambda sentence: tagged.append(sentence) or read(sentence))
    moved = KeptDrafts(path)(note_style, BORLAND, 3, None, ASKED[4], None)
    assert tagged == []
    assert moved.sentences == made.sentences
    assert "It trained 14 pilots" in moved.text
    assert moved == draft(note_style, BORLAND, 3, None, ASKED[4], None)
    assert tagged  # the watch sees what is tagged


def test_a_list_is_run_in_as_before(path, monkeypatch):
    listed = "We have:\n- Trained pilots\n- Lit the lamps"
    first = KeptDrafts(path)
    made = first(listed, *ASKED[1:])
    first.keep()
    monkeypatch.setattr(Telling, "run_in", None)
    assert KeptDrafts(path)(listed, BORLAND, 3, *ASKED[3:]).sentences == made.sentences


def test_what_house_style_says_of_a_paragraph_comes_back_as_it_was_found(path, monkeypatch):
    said = [style.offers(text, ASKED[4]) for text in STYLED]
    first = KeptDrafts(path)
    assert [first.offers(text, ASKED[4]) for text in STYLED] == said
    assert [len(one) for one in said] == [1, 0]
    first.keep()
    monkeypatch.setattr(kept_drafts, "offers", lambda *_: pytest.fail("it was looked for again"))
    second = KeptDrafts(path)
    assert [second.offers(text, ASKED[4]) for text in STYLED] == said
    with pytest.raises(pytest.fail.Exception):
        second.offers(STYLED[0], ("Other recommendations.",))


@pytest.mark.parametrize(
    "entry",
    [
        "text",
        b"",
        b"not packed",
        *(zlib.compress(one) for one in (b"", b"{}", b"[]", b"[3]", b"3", b"[[3], [], 0, 1]", b'{"text": "x"}')),
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


def test_a_late_reply_has_no_sentence_told_but_its_own(answered, told):
    steps.make_all(answered.workspace, "harb-12")
    told.clear()
    before = steps.note_tables(again(answered))[1]
    late = {"1.a": {"action_taken": "yes", "text": "We hired 41 divers."}}
    add_reply(answered, "borland.yaml", respondent="Borland", answers=late)
    add_receipt(answered, "borland.yaml", "BOR")
    steps.make_all(answered.workspace, "harb-12")
    cyra = [
        [line for line in note.splitlines() if "Cyra" in line]
        for note in (before, steps.note_tables(again(answered))[1])
    ]
    assert cyra[0] != cyra[1]  # its paragraph stands in another place, with another opening
    assert told == ["We hired 41 divers."]
