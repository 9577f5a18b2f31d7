"""Fixtures that many tests share: a small workspace, empty or with the usual replies."""

import gc
from pathlib import Path

import dagster as dg
import pytest
from hypothesis import settings

from pipeline.steps import Case
from tests.workspaces import make_workspace, usual_replies

# Derandomized: the same cases on every machine. Longer searches belong to bench/.
settings.register_profile("tests", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("tests")


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
    with dg.DagsterInstance.local_temp(str(folder)) as instance:
        instance.get_run_records(limit=1)
        instance.get_dynamic_partitions("meeting")
        instance.all_instigator_state()
    return folder


def pytest_unconfigure():
    """Let go of what `rapporteur run` froze for a short life, so that libraries find their objects freed at the end."""
    gc.unfreeze()
    gc.collect()
