"""A workspace that is a copy of a store: what is fetched, what is sent, and a meeting run on two machines."""

import shutil
import stat

import dagster as dg
import duckdb
import pytest

from pipeline import config
from pipeline.cli.app import main
from pipeline.config import Workspace
from pipeline.errors import BadInput
from pipeline.storage.shared import SharedStore, hand_kept_of, made_of, of_meeting
from pipeline.warehouse import manifest
from tests.test_dagster import run
from tests.workspaces import again


@pytest.fixture
def store(tmp_path):
    """A folder that stands for a bucket."""
    folder = tmp_path / "store"
    folder.mkdir()
    return folder


@pytest.fixture
def here(tmp_path) -> Workspace:
    return Workspace(tmp_path / "here")


@pytest.fixture
def there(tmp_path) -> Workspace:
    return Workspace(tmp_path / "there")


@pytest.fixture
def instance():
    with dg.DagsterInstance.ephemeral() as made:
        yield made


def put(folder, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def names(workspace: Workspace) -> list[str]:
    found = (path.relative_to(workspace.root) for path in workspace.root.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if not path.name.startswith("."))


def test_a_store_may_be_named_from_the_current_folder(store, here, monkeypatch):
    put(store, "raw/a-1/meeting.yaml", "1")
    monkeypatch.chdir(store.parent)
    SharedStore(store.name, here).fetch()
    assert names(here) == ["raw/a-1/meeting.yaml"]


def test_what_is_new_or_changed_in_the_store_is_fetched_and_what_went_there_goes(store, here):
    put(store, "raw/respondents.csv", "code\n")
    put(store, "raw/a-1/meeting.yaml", "1")
    put(store, "other/file.txt", "nobody's")
    shared = SharedStore(str(store), here)
    shared.fetch()
    assert names(here) == ["raw/a-1/meeting.yaml", "raw/respondents.csv"]
    put(store, "raw/a-1/meeting.yaml", "now longer")
    put(store, "raw/a-1/replies/alba.yaml", "x")
    (store / "raw/respondents.csv").unlink()
    shared.fetch()
    assert names(here) == ["raw/a-1/meeting.yaml", "raw/a-1/replies/alba.yaml"]
    assert (here.root / "raw/a-1/meeting.yaml").read_text() == "now longer"


def test_only_what_changed_is_copied(store, here, monkeypatch):
    put(store, "raw/a-1/meeting.yaml", "1")
    shared = SharedStore(str(store), here)
    shared.fetch()
    copied = []
    for name in ("get_file", "put_file"):
        monkeypatch.setattr(shared.files, name, lambda *paths, **options: copied.append(paths))
    shared.fetch()
    shared.send(hand_kept_of("a-1"))
    assert copied == []
    put(here.root, "raw/a-1/meeting.yaml", "2")
    monkeypatch.setattr(shared.files, "info", lambda path: {"size": 1, "mtime": 1})
    shared.send(hand_kept_of("a-1"))
    assert [one[1].rpartition("/")[2] for one in copied] == ["meeting.yaml"]


def test_what_was_made_is_sent_with_the_manifest_last_and_nothing_half_written(store, here, monkeypatch):
    for name in ("lake/core/answers/a-1.parquet", "lake/core/answers/b-2.parquet", "notes/a-1/note.md"):
        put(here.warehouse, name, name)
    put(here.warehouse, "manifests/a-1.json", "{}")
    put(here.warehouse, "notes/a-1/.note.md.12.part", "half")
    put(here.warehouse, "private/a-1/cache.sqlite", "this machine's")
    put(here.warehouse, "private/a-1/contacts.parquet", "secret")
    shared, sent = SharedStore(str(store), here), []
    put_file = shared.files.put_file
    monkeypatch.setattr(shared.files, "put_file", lambda *paths: (sent.append(paths[1]), put_file(*paths)))
    shared.send(made_of("a-1"))
    assert [name.removeprefix(f"{store}/warehouse/") for name in sent] == [
        "lake/core/answers/a-1.parquet",
        "notes/a-1/note.md",
        "private/a-1/contacts.parquet",
        "manifests/a-1.json",
    ]
    (here.warehouse / "notes/a-1/note.md").unlink()
    shared.send(made_of("a-1"))
    assert not (store / "warehouse/notes/a-1/note.md").exists()


@pytest.mark.parametrize("aside", ["", ".removed/2031-06-01 a-1/"])
def test_contact_data_is_for_its_owner_alone_wherever_it_comes_to_lie(store, here, aside):
    put(store, f"warehouse/{aside}private/a-1/contacts.parquet", "secret")
    put(store, "warehouse/notes/private/note.md", "a meeting of that name")
    SharedStore(str(store), here).fetch()
    assert stat.S_IMODE((here.warehouse / "notes/private/note.md").stat().st_mode) == 0o644
    path = here.warehouse / f"{aside}private/a-1/contacts.parquet"
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]


def test_a_run_takes_its_own_meeting_only(store, here):
    wanted = of_meeting("a-1")
    assert [
        name for name in ("raw/a-1/x", "raw/a-12/x", "warehouse/lake/core/answers/a-12.parquet") if wanted(name)
    ] == ["raw/a-1/x"]


def test_a_store_that_cannot_be_reached_is_told_in_one_line(store, here, monkeypatch):
    shared = SharedStore(str(store), here)

    def broken(*arguments, **options):
        raise PermissionError("Access\nDenied")

    monkeypatch.setattr(shared.files, "find", broken)
    with pytest.raises(BadInput, match="found Access Denied, expected a store that can be read and written"):
        shared.fetch()


def test_a_kind_of_store_nobody_knows_is_told_in_one_line(here):
    with pytest.raises(BadInput, match="RAPPORTEUR_STORE: found nowhere://bucket"):
        SharedStore("nowhere://bucket/folder", here)


def test_two_machines_work_on_one_store(answered, instance, store, monkeypatch, tmp_path):
    """One runs the meeting, the other has its note and its manifest, and finds nothing to do."""
    shutil.copytree(answered.workspace.raw, store / "raw")
    monkeypatch.setenv(config.STORE_VARIABLE, str(store))
    case = again(answered)
    assert run(case, instance).success
    assert (store / "warehouse/notes/harb-12/note.md").exists()
    other = Workspace(tmp_path / "other")
    assert main(["check", "--root", str(other.root)]) == 0
    assert manifest.is_current(other, "harb-12")
    assert other.note("harb-12").joinpath("note.md").read_bytes() == (
        case.workspace.note("harb-12").joinpath("note.md").read_bytes()
    )
    assert not other.database.exists()


def test_what_a_command_puts_into_raw_is_sent(made, store, monkeypatch):
    shutil.copytree(made.workspace.raw, store / "raw")
    for part in ("lake", "notes", "manifests"):
        shutil.copytree(made.workspace.warehouse / part, store / "warehouse" / part)
    monkeypatch.setenv(config.STORE_VARIABLE, str(store))
    assert main(["issue", "harb-12", "--root", str(made.workspace.root)]) == 0
    assert (store / "raw/harb-12/issued/note.md").exists()


def test_of_a_meeting_that_is_gone_the_store_keeps_what_was_made_aside(made, store, monkeypatch, tmp_path):
    shutil.copytree(made.workspace.raw, store / "raw")
    for part in ("lake", "notes", "manifests"):
        shutil.copytree(made.workspace.warehouse / part, store / "warehouse" / part)
    monkeypatch.setenv(config.STORE_VARIABLE, str(store))
    other = Workspace(tmp_path / "other")
    monkeypatch.setenv("DAGSTER_HOME", str(made.workspace.dagster_home))
    shutil.copytree(store / "raw" / "harb-12", store / "raw" / "harb-13")
    shutil.rmtree(store / "raw" / "harb-12")
    for _ in range(2):
        assert main(["run", "--root", str(other.root)]) == 0
    assert not (store / "warehouse/manifests/harb-12.json").exists()
    aside = [path.relative_to(store / "warehouse/.removed") for path in store.rglob("manifests/harb-12*.json")]
    assert [path.parts[1:] for path in aside] == [("manifests", "harb-12.json")]
    with duckdb.connect(str(other.database), read_only=True) as connection:
        assert connection.execute("select meeting_id from core.meetings").fetchall() == [("harb-13",)]


def test_a_raw_file_that_was_lost_here_comes_back(store, here):
    put(store, "raw/a-1/meeting.yaml", "1")
    SharedStore(str(store), here).fetch()
    (here.root / "raw/a-1/meeting.yaml").unlink()
    SharedStore(str(store), here).fetch()
    assert (here.root / "raw/a-1/meeting.yaml").exists()
