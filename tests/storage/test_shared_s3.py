"""A store in S3, served by moto on this machine: needs s3fs (requirements-many.lock) and moto (the extra "bench")."""

import socket

import dagster as dg
import pytest

from pipeline import config
from pipeline.cli.app import main
from pipeline.config import Workspace
from pipeline.storage.shared import SharedStore
from pipeline.warehouse import manifest
from tests.test_dagster import run
from tests.workspaces import add_receipt, add_reply, again, usual_replies

pytestmark = pytest.mark.slow
BUCKET = "s3://notes/office"


@pytest.fixture
def s3(monkeypatch):
    """An S3 of this machine, with an empty bucket."""
    pytest.importorskip("s3fs")
    server = pytest.importorskip("moto.server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=port)
    running.start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    files = s3fs.S3FileSystem()
    files.mkdir("notes")
    yield files
    files.rm("notes", recursive=True)
    running.stop()


def test_a_meeting_in_s3_is_run_and_its_changes_are_seen(s3, case, monkeypatch, tmp_path):
    usual_replies(case)
    s3.put(str(case.workspace.raw), f"{BUCKET}/raw", recursive=True)
    monkeypatch.setenv(config.STORE_VARIABLE, BUCKET)
    here, there = Workspace(tmp_path / "one"), Workspace(tmp_path / "two")
    for workspace in (here, there):
        SharedStore(BUCKET, workspace).fetch()
    with dg.DagsterInstance.ephemeral() as instance:
        assert run(again(case), instance).success
    assert s3.exists(f"{BUCKET}/warehouse/manifests/harb-12.json")

    # Another machine has what was made, and publishes it.
    monkeypatch.setenv("DAGSTER_HOME", str(there.root / ".dagster"))
    assert main(["run", "--root", str(there.root)]) == 0
    assert there.database.exists()
    assert manifest.load(there, "harb-12") == manifest.load(case.workspace, "harb-12")

    # A reply that changed in the bucket is run by whoever comes next.
    added = add_reply(
        case, "est.yaml", respondent="EST", answers={"2.a": {"action_taken": "yes", "text": "We sent 14 lists."}}
    )
    add_receipt(case, "est.yaml", "EST")
    for path in (added, case.folder / "receipts.csv"):
        s3.put_file(str(path), f"{BUCKET}/{path.relative_to(case.workspace.root).as_posix()}")
    assert main(["run", "--root", str(here.root)]) == 0
    SharedStore(BUCKET, there).fetch()
    assert "14 lists" in (there.note("harb-12") / "note.md").read_text(encoding="utf-8")


def test_a_bucket_that_is_not_there_is_told(s3, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv(config.STORE_VARIABLE, "s3://nowhere/office")
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert "s3://" in (shown := capsys.readouterr().err) or "nowhere/office" in shown
