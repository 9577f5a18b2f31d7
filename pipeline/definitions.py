"""The Dagster code location: everything put together for one workspace.

`workspace.yaml` points here. Keeps out: every decision; those stand in the files imported.
"""

import gc

import dagster as dg

from pipeline import config
from pipeline.assets import ASSETS
from pipeline.automation import JOBS, SCHEDULES, SENSORS
from pipeline.config import Workspace
from pipeline.root import Root


def build_definitions(workspace: Workspace) -> dg.Definitions:
    """The code location of one workspace. Steps run in one process: a process for each costs seconds."""
    return dg.Definitions(
        assets=ASSETS,
        jobs=JOBS,
        sensors=SENSORS,
        schedules=SCHEDULES,
        resources={"root": Root(path=str(workspace.root))},
        executor=dg.in_process_executor,
    )


# In whatever process of Dagster's loads this.
gc.set_threshold(*config.GARBAGE_THRESHOLDS)
defs = build_definitions(config.workspace())
