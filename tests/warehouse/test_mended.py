"""A publication in which little changed is made in a copy of the last one: it must say what a whole one would.

Keeps out: what a publication holds (test_publish.py).
"""

import contextlib
import json
import shutil

import duckdb
import pytest

from pipeline import steps
from pipeline.config import Workspace
from pipeline.storage import lake
from pipeline.warehouse import publish as publishing
from pipeline.warehouse.publish import publish
from schemas.registry import IN_THE_FILE, VIEWS
from tests.warehouse.lakes import fill_lake
from tests.workspaces import add_reply, again, make_workspace, usual_replies

MEETINGS = ("harb-12", "harb-13", "harb-14", "harb-15", "harb-16")


@pytest.fixture(scope="module")
def many_once(tmp_path_factory):
    """Five meetings of one body, published whole: to be copied, never changed."""
    answered = make_workspace(tmp_path_factory.mktemp("many"))
    usual_replies(answered)
    for number, name in enumerate(MEETINGS[1:], start=13):
        folder = answered.workspace.meeting(name)
        shutil.copytree(answered.folder, folder)
        path = folder / "meeting.yaml"
        path.write_text(path.read_text("utf-8").replace("ordinal: 12", f"ordinal: {number}"), encoding="utf-8")
    for name in MEETINGS:
        fill_lake(steps.Case(answered.workspace, name))
    publish(answered.workspace)
    return answered.workspace


@pytest.fixture
def many(tmp_path, many_once):
    """Five meetings of one body, published whole."""
    shutil.copytree(many_once.root, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path)


def contents(workspace) -> dict[str, list[tuple]]:
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        return {
            table.name: connection.execute(f"select * from {table.name} order by all").fetchall()
            for table in (*IN_THE_FILE, *VIEWS)
        }


@contextlib.contextmanager
def only(way: str):
    """Let publications be made in one way only: build or rebuild."""
    other = {"build": "rebuild", "rebuild": "build"}[way]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, other, lambda *_, **__: pytest.fail(f"{other} was asked for"))
        yield


def check(workspace) -> None:
    """Publish in a copy; then whole; both say the same."""
    with only("rebuild"):
        assert publish(workspace).built
    mended = contents(workspace)
    assert not publish(workspace).built
    with only("build"):
        publish(workspace, force=True)
    assert contents(workspace) == mended


def change(workspace, name: str, text: str):
    case = steps.Case(workspace, name)
    add_reply(case, "alba.yaml", respondent="Alba", answers={"1.a": {"action_taken": "yes", "text": text}})
    fill_lake(again(case))


def test_a_changed_meeting(many):
    before = contents(many)
    change(many, "harb-14", "We look for precursors in 77 ports.")
    check(many)
    after = contents(many)
    assert before["core.meetings"] == after["core.meetings"]
    assert any("77 ports" in str(row) for row in after["core.answers"])
    assert [row for row in before["core.answers"] if row[0] != "harb-14"] == [
        row for row in after["core.answers"] if row[0] != "harb-14"
    ]


@pytest.mark.slow
def test_the_same_meeting_again_and_again(many):
    for text in ("We light 1 lamp.", "We light 2 lamps.", "We light 1 lamp."):
        change(many, "harb-13", text)
        check(many)


def test_a_meeting_that_came_and_one_that_went(many):
    folder = many.meeting("harb-17")
    shutil.copytree(many.meeting("harb-12"), folder)
    fill_lake(steps.Case(many, "harb-17"))
    check(many)
    shutil.rmtree(folder)
    check(many)
    assert {row[0] for row in contents(many)["core.meetings"]} == set(MEETINGS)


def test_a_meeting_that_is_being_remade_keeps_its_rows_until_it_is_done(many):
    before = contents(many)
    steps.manifest.begin(many, "harb-15")
    lake.write(many, "core.answers", "harb-15", lake.load(many, "core.answers", "harb-15").head(1))
    with only("rebuild"):
        publish(many)
    assert contents(many) == before
    change(many, "harb-15", "We train 5 pilots.")
    check(many)


def test_the_register_alone(many):
    table = lake.load(many, "core.respondents", "")
    lake.write(many, "core.respondents", "", table.head(4))
    check(many)
    assert len(contents(many)["core.respondents"]) == 4


def test_much_that_changed_or_a_file_that_has_grown_is_built_whole(many):
    for name in MEETINGS[:2]:
        change(many, name, "We dredge.")
    with only("build"):
        publish(many)
    record = json.loads(many.publication.read_text("utf-8"))
    many.publication.write_text(json.dumps(record | {"whole_bytes": 1000}), encoding="utf-8")
    change(many, "harb-12", "We dredge twice.")
    with only("build"):
        publish(many)
    assert json.loads(many.publication.read_text("utf-8"))["whole_bytes"] > 1000


def test_a_copy_that_does_not_take_the_changes_is_built_whole(many, monkeypatch):
    def damaged(part, *_):
        part.write_bytes(b"half of it")
        part.with_name(f"{part.name}.wal").write_bytes(b"and its log")
        raise duckdb.IOException("Corrupt database file: computed checksum does not match")

    change(many, "harb-12", "We dredge.")
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "rebuild", damaged)
        assert publish(many).built
    made = contents(many)
    assert any("We dredge." in str(row) for row in made["core.answers"])
    assert not list(many.warehouse.glob("*.wal")) + list(many.warehouse.glob(".*.part*"))
    publish(many, force=True)
    assert contents(many) == made


def test_who_is_stopped_between_file_and_record_leaves_no_record(many, monkeypatch):
    before = contents(many)
    first = (many.meeting("harb-12") / "replies" / "alba.yaml").read_bytes()
    change(many, "harb-12", "We dredge.")
    with monkeypatch.context() as patch:
        patch.setattr(publishing.atomic, "write_text", lambda *_: pytest.fail("stopped here"))
        with pytest.raises(pytest.fail.Exception):
            publish(many)
    assert contents(many) != before
    # Back as it was: an older record would say that nothing is to be done.
    (many.meeting("harb-12") / "replies" / "alba.yaml").write_bytes(first)
    fill_lake(again(steps.Case(many, "harb-12")))
    assert publish(many).built
    assert contents(many)["core.answers"] == before["core.answers"]
