"""Fixtures that many tests share: a small workspace, empty or with the usual replies."""

import gc
import shutil
from pathlib import Path

import dagster as dg
import pytest
from hypothesis import settings

from pipeline.cli.app import main
from pipeline.config import Workspace
from pipeline.instance import SETTINGS
from pipeline.reading import files
from pipeline.steps import Case
from tests.reading_here import ReaderHere
from tests.workspaces import make_workspace, usual_replies

# Derandomized: the same cases on every machine. Longer searches belong to bench/.
settings.register_profile("tests", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("tests")


# The folders and files whose tests start no process to read files; the others are about processes, or the whole way.
READING_HERE = {
    *("cli", "desk", "intake", "note", "outgoing", "past_note", "storage", "warehouse"),
    *("test_automation.py", "test_contact_data.py", "test_dagster.py", "test_deploy.py", "test_run_records.py"),
}


@pytest.fixture(autouse=True)
def _reading_here(request, monkeypatch):
    if request.path.relative_to(Path(__file__).parent).parts[0] in READING_HERE:
        monkeypatch.setattr(files, "ReadingPool", ReaderHere)


@pytest.fixture
def case(tmp_path) -> Case:
    """The meeting harb-12 without replies."""
    return make_workspace(tmp_path)


@pytest.fixture
def answered(case) -> Case:
    """The meeting harb-12 with three replies."""
    usual_replies(case)
    return case


@pytest.fixture(scope="session")
def dagster_store(tmp_path_factory) -> Path:
    """Dagster's store with its tables made and nothing in them; a copy of it spares each test a quarter of a second."""
    folder = tmp_path_factory.mktemp("dagster")
    shutil.copy(SETTINGS, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", str(folder))
        with dg.DagsterInstance.from_config(str(folder)) as instance:
            instance.get_run_records(limit=1)
            instance.get_dynamic_partitions("meeting")
            instance.all_instigator_state()
    return folder


@pytest.fixture(scope="session")
def made_once(tmp_path_factory, dagster_store) -> Case:
    """The meeting harb-12 with three replies, run once through the command line: to be copied, never changed."""
    case = make_workspace(tmp_path_factory.mktemp("made"))
    usual_replies(case)
    home = shutil.copytree(dagster_store, case.workspace.dagster_home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", str(home))
        assert main(["run", "--root", str(case.workspace.root)]) == 0
    return case


@pytest.fixture
def made(tmp_path, made_once) -> Case:
    """A workspace whose meeting harb-12 has been run and published."""
    shutil.copytree(made_once.workspace.root, tmp_path, dirs_exist_ok=True)
    return Case(Workspace(tmp_path), made_once.meeting_id)


def pytest_unconfigure():
    """Let go of what `rapporteur run` froze for a short life, so that libraries find their objects freed at the end."""
    gc.unfreeze()
    gc.collect()
