"""What Dagster is told of each asset before anything runs: key, words, columns, what it follows from, version.

Keeps out: what makes the assets (`assets.py`), and what is told of them after a run (`made.py`).
"""

import dagster as dg

from pipeline import checks, config
from pipeline.describe import table_schema
from pipeline.storage.provenance import code_fingerprint
from schemas.registry import ACROSS, BY_NAME

MEETINGS = dg.DynamicPartitionsDefinition(name=config.PARTITIONS)
NOTE, MANIFEST, WAREHOUSE = ["note", "note"], ["warehouse", "manifest"], ["warehouse", "rapporteur_duckdb"]
REGISTER = BY_NAME["core.respondents"].asset_key
WORD, FIGURES, REVIEW = ["pages", "word"], ["pages", "figures"], ["pages", "review"]
_OWNERS = ["team:secretariat"]


def key_of(name: str) -> list[str]:
    """The asset key of a table."""
    return BY_NAME[name].asset_key


def table_spec(name: str, deps: tuple[str, ...] = (), group: str | None = None) -> dg.AssetSpec:
    """The asset of one table, from its model and from the tables it follows from."""
    table = BY_NAME[name]
    return dg.AssetSpec(
        table.asset_key,
        description=table.description,
        deps=[key_of(dep) for dep in deps],
        group_name=group or table.schema,
        owners=_OWNERS,
        kinds={"duckdb"} if table in ACROSS else {"polars", "parquet"},
        code_version=code_version(),
        metadata={"dagster/column_schema": table_schema(table.model)},
        partitions_def=MEETINGS if table.per_meeting else None,
    )


def file_spec(key: list[str], description: str, deps: list[list[str]], *kinds: str) -> dg.AssetSpec:
    """The asset of a meeting's file, or of its files."""
    return dg.AssetSpec(
        key,
        description=description,
        deps=deps,
        group_name=key[0],
        owners=_OWNERS,
        kinds=set(kinds),
        code_version=code_version(),
        partitions_def=MEETINGS,
    )


def warehouse_spec() -> dg.AssetSpec:
    """The published database: one for all meetings, made once for all that changed, when none is still being made.

    While others still are, what has been done is published every two minutes.
    """
    return dg.AssetSpec(
        WAREHOUSE,
        description="rapporteur.duckdb: the tables of all meetings for people to query with SQL.",
        deps=[MANIFEST, REGISTER],
        group_name=WAREHOUSE[0],
        owners=_OWNERS,
        kinds={"duckdb"},
        code_version=code_version(),
        automation_condition=dg.AutomationCondition.any_deps_updated().since_last_handled()
        & (
            ~dg.AutomationCondition.any_deps_in_progress()
            | dg.AutomationCondition.cron_tick_passed(config.PUBLISH_AT_LATEST)
        )
        & ~dg.AutomationCondition.in_progress(),
    )


def code_version() -> str:
    """The program's version: Dagster marks what an older one made as out of date."""
    return code_fingerprint()[:12]


def schema_checks(*names: str) -> list[dg.AssetCheckSpec]:
    """The blocking checks of tables."""
    return [checks.schema_spec(BY_NAME[name], MEETINGS) for name in names]
