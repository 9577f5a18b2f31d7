"""What was made of a meeting whose folder is gone is moved aside whole, with the day; nothing else moves."""

import shutil
import stat
import threading
from datetime import date

from filelock import FileLock

from pipeline import steps
from pipeline.warehouse.publish import publish
from pipeline.warehouse.removed import set_aside, set_aside_alone
from tests.replies import reply
from tests.warehouse.lakes import fill_lake
from tests.workspaces import make_workspace

DAY = date(2031, 7, 1)


def files(folder) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_nothing_moves_while_the_folder_is_there(answered):
    fill_lake(answered)
    (answered.folder / "meeting.yaml").write_text("broken: [", encoding="utf-8")
    before = files(answered.workspace.warehouse)
    assert set_aside(answered.workspace, DAY) == []
    (answered.folder / "meeting.yaml").unlink()
    assert set_aside(answered.workspace, DAY) == []
    assert files(answered.workspace.warehouse) == before


def test_all_that_was_made_of_a_meeting_that_is_gone_lies_together(answered):
    reply(answered, contact={"name": "Petra Keeper"})
    fill_lake(answered)
    warehouse = answered.workspace.warehouse
    before = files(warehouse)
    shutil.rmtree(answered.folder)
    assert set_aside(answered.workspace, DAY) == ["harb-12"]
    aside = answered.workspace.removed / "2031-07-01 harb-12"
    assert files(aside) == {name for name in before if "harb-12" in name}
    assert {name for name in files(warehouse) if not name.startswith(".removed/")} == {
        name for name in before if "harb-12" not in name
    }
    assert list(answered.workspace.lake.glob("*/*/harb-12.parquet")) == []
    assert stat.S_IMODE((aside / "private").stat().st_mode) == 0o700
    assert set_aside(answered.workspace, DAY) == []


def test_a_meeting_that_went_twice_in_a_day_keeps_both(answered):
    for text in ("first", "second"):
        note = answered.workspace.note("harb-99")
        note.mkdir(parents=True)
        (note / "note.md").write_text(text, encoding="utf-8")
        assert set_aside(answered.workspace, DAY) == ["harb-99"]
    kept = sorted((answered.workspace.removed / "2031-07-01 harb-99" / "notes").glob("*/note.md"))
    assert [path.read_text(encoding="utf-8") for path in kept] == ["first", "second"]


def test_a_publication_tells_which_meetings_are_gone(answered):
    fill_lake(answered)
    publish(answered.workspace)
    shutil.rmtree(answered.folder)
    done = publish(answered.workspace)
    assert (done.removed, done.rows["core.answers"]) == (("harb-12",), 0)
    (folder,) = answered.workspace.removed.iterdir()
    assert date.fromisoformat(folder.name.removesuffix(" harb-12")) <= date.today()
    assert publish(answered.workspace).removed == ()


def test_a_renamed_meeting_is_counted_once(answered):
    fill_lake(answered)
    publish(answered.workspace)
    answered.folder.rename(answered.folder.with_name("harb-13"))
    renamed = steps.Case(answered.workspace, "harb-13")
    fill_lake(renamed)
    assert publish(answered.workspace).rows["core.answers"] == 9


def test_a_meeting_that_is_gone_is_told_also_where_nothing_has_to_be_built(answered):
    fill_lake(answered)
    publish(answered.workspace)
    answered.workspace.note("harb-99").mkdir(parents=True)
    done = publish(answered.workspace)
    assert (done.built, done.removed) == (False, ("harb-99",))


def test_only_private_data_is_closed_wherever_the_workspace_lies(tmp_path):
    workspace = make_workspace(tmp_path / "private" / "office").workspace
    note = workspace.note("harb-99")
    note.mkdir(parents=True)
    assert set_aside(workspace, DAY) == ["harb-99"]
    moved = workspace.removed / "2031-07-01 harb-99" / "notes"
    assert stat.S_IMODE(moved.stat().st_mode) == stat.S_IMODE(workspace.raw.stat().st_mode)


def test_whoever_moves_alone_waits_for_a_publication_to_end(answered):
    fill_lake(answered)
    shutil.rmtree(answered.folder)
    moved = []
    mover = threading.Thread(target=lambda: moved.extend(set_aside_alone(answered.workspace, DAY)))
    with FileLock(answered.workspace.publish_lock):
        mover.start()
        mover.join(0.3)
        assert (mover.is_alive(), moved) == (True, [])
    mover.join(50)
    assert moved == ["harb-12"]


def test_nobody_waits_where_nothing_is_to_be_moved(answered):
    fill_lake(answered)
    with FileLock(answered.workspace.publish_lock):
        assert set_aside_alone(answered.workspace, DAY) == []
