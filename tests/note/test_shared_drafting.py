"""New drafts are made on all cores, each once, and are the same wherever they were made."""

import multiprocessing
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from pipeline import config, steps
from pipeline.note import shared_drafting
from pipeline.note.kept_drafts import KeptDrafts
from pipeline.processes import side_by_side
from tests.note.test_kept_drafts import ASKED


class Ready(Executor):
    """Other processes that have done their shares before anybody looks."""

    def submit(self, work, /, *given):
        done = Future()
        done.set_running_or_notify_cancel()
        done.set_result(work(*given))
        return done


class Asleep(Executor):
    """Other processes that do not come to begin."""

    def submit(self, work, /, *given):
        return Future()


class Dying(Executor):
    """Other processes that die over their shares."""

    def submit(self, work, /, *given):
        broken = Future()
        broken.set_running_or_notify_cancel()
        broken.set_exception(BrokenProcessPool("killed"))
        return broken


@pytest.fixture
def asked(answered):
    """A meeting whose answers nobody has drafted."""
    for name, table in ({"raw.files": steps.files_table(answered)} | steps.intake_tables(answered)).items():
        steps.lake.write(answered.workspace, name, answered.meeting_id, table)
    return answered


@pytest.fixture
def shared(monkeypatch):
    """As on two cores, one draft for a share; the texts that were drafted by the one that composes the note."""
    monkeypatch.setenv(config.READERS_VARIABLE, "2")
    monkeypatch.setattr(shared_drafting, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(shared_drafting, "_SHARE", 1)
    shared_drafting._drafted.cache_clear()
    here, made = [], shared_drafting.draft_on_all_cores

    def noted(drafted, *others):
        make = KeptDrafts._kept_or_made

        def note_down(self, text, *more):
            if self is drafted and not self.knows(text):
                here.append(text)
            return make(self, text, *more)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(KeptDrafts, "_kept_or_made", note_down)
            made(drafted, *others)

    monkeypatch.setattr(steps, "draft_on_all_cores", noted)
    return here


def _note(case, monkeypatch, others):
    monkeypatch.setattr(shared_drafting, "side_by_side", lambda count: others())
    tables, note = steps.note_tables(case)
    return {name: table.to_dicts() for name, table in tables.items()}, note


@pytest.mark.parametrize(("others", "here"), [(Ready, False), (Asleep, True), (Dying, False)])
def test_the_note_is_the_same_whoever_makes_its_drafts(asked, monkeypatch, shared, others, here):
    made = _note(asked, monkeypatch, others)
    assert bool(shared) is here
    asked.workspace.draft_cache(asked.meeting_id).unlink()
    monkeypatch.setenv(config.READERS_VARIABLE, "1")
    assert steps.note_tables(asked)[1] == made[1]
    assert "14 lights" in made[1]


class Unwanted(Executor):
    """Other processes that nobody may ask."""

    def submit(self, work, /, *given):
        raise AssertionError(f"asked for {given}")


def test_what_is_known_is_not_shared(asked, monkeypatch, shared):
    steps.note_tables(asked)
    assert "14 lights" in _note(asked, monkeypatch, Unwanted)[1]


def test_a_process_that_may_start_none_drafts_by_itself(asked, monkeypatch, shared):
    monkeypatch.setitem(multiprocessing.current_process()._config, "daemon", True)
    assert "14 lights" in _note(asked, monkeypatch, Unwanted)[1]


def test_drafts_of_another_process_are_those_made_here(tmp_path):
    path = tmp_path / "harb-12.sqlite"
    here, there = KeptDrafts(path), KeptDrafts(path)
    with side_by_side(1) as others:
        there.add(others.submit(shared_drafting._made_apart, path, [ASKED]).result())
    assert there.knows(ASKED[0])
    assert not here.knows(ASKED[0])
    assert here(*ASKED) == there(*ASKED)
    assert here.handed_over() == there.handed_over()
