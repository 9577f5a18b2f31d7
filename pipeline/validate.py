"""Rows against a table's model: splits good rows from bad ones, and refuses a table that does not fit.

pandera's own dropping of invalid rows keeps no reasons and lets structural faults pass, so the rows are split
here by what its checks return for each row. It puts some forty questions to a table of ten columns, each a query of
its own; a table in which nothing is wrong, as nearly all are, is told by the same checks in one query. Keeps out: what
is done with a bad row.
"""

from dataclasses import dataclass

import pandera.backends.polars.builtin_checks  # noqa: F401  registers the checks that are used without `validate`
import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData
from pandera.backends.polars.checks import PolarsCheckBackend

from pipeline.errors import InvalidTable

# These are small queries. polars' other engine, made for data larger than memory, takes twice as long to be set up.
pl.Config.set_engine_affinity("in-memory")


@dataclass(frozen=True)
class Fault:
    """Why a row is bad: its position, the column (None for a rule over several), the rule and the value."""

    row: int
    column: str | None
    rule: str
    value: str | None


def column_types(model: type[pa.DataFrameModel]) -> dict[str, pl.DataType]:
    """Column names of a model with their polars types, in order."""
    return {name: column.dtype.type for name, column in model.to_schema().columns.items()}


def frame_of(model: type[pa.DataFrameModel], rows: list[dict]) -> pl.DataFrame:
    """Rows as a frame with the model's columns and types."""
    return pl.DataFrame(rows, schema=column_types(model), orient="row")


def sound(model: type[pa.DataFrameModel], frame: pl.DataFrame) -> bool:
    """Whether the table has the model's columns and no row has a fault.

    False says only that the rows have to be looked at one by one, as `faults` does.
    """
    schema = model.to_schema()
    if list(frame.schema.items()) != list(column_types(model).items()):
        return False
    if frame.is_empty():
        return True
    rows = frame.lazy()
    rules = [pl.col(name).is_not_null().all() for name, column in schema.columns.items() if not column.nullable]
    keys = [[name] for name, column in schema.columns.items() if column.unique]
    keys += [schema.unique] if schema.unique else []
    rules += [pl.struct(key).is_unique().all() for key in keys]
    asked = [rows.select(pl.all_horizontal(pl.lit(True), *rules).alias("holds"))]
    checks = [(check, name) for name, column in schema.columns.items() for check in column.checks]
    for check, name in (*checks, *((check, "*") for check in schema.checks)):
        held = PolarsCheckBackend(check).apply(PolarsData(rows, name))
        if not isinstance(held, pl.LazyFrame):
            return False  # a check of the whole table
        asked.append(held.select(pl.all().fill_null(check.ignore_na).all().alias("holds")))
    return all(answer.item() for answer in pl.collect_all(asked))


def faults(model: type[pa.DataFrameModel], frame: pl.DataFrame) -> list[Fault]:
    """All faults of single rows.

    Raises:
        InvalidTable: columns are missing, extra or of another type: a fault of this program.
    """
    if sound(model, frame):
        return []
    try:
        model.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        faulty = []
        for failure in error.schema_errors:
            outcome = failure.check_output
            rule = getattr(failure.check, "error", None) or getattr(failure.check, "name", None) or str(failure.check)
            if not isinstance(outcome, pl.DataFrame) or outcome.height != frame.height:
                reason = " ".join(str(failure).split("\n")[0].split())
                raise InvalidTable(f"{model.__name__}: {failure.column_name or 'table'}: {rule}: {reason}") from None
            column = failure.column_name if failure.column_name in frame.columns else None
            for row in (~outcome.to_series(-1).fill_null(True)).arg_true():
                value = None if column is None else frame[column][row]
                faulty.append(Fault(row, column, str(rule), None if value is None else str(value)))
        return sorted(faulty, key=lambda fault: (fault.row, fault.column or "", fault.rule))
    return []


def split(model: type[pa.DataFrameModel], frame: pl.DataFrame) -> tuple[pl.DataFrame, list[Fault]]:
    """Good rows, and the faults of the others."""
    faulty = faults(model, frame)
    bad = {fault.row for fault in faulty}
    keep = pl.Series([row not in bad for row in range(frame.height)], dtype=pl.Boolean)
    return frame.filter(keep), faulty


def require(model: type[pa.DataFrameModel], frame: pl.DataFrame, name: str) -> None:
    """Check that every row fits.

    Raises:
        InvalidTable: naming the table and its first fault.
    """
    faulty = faults(model, frame)
    if faulty:
        first = faulty[0]
        raise InvalidTable(
            f"{name}: {len({fault.row for fault in faulty})} rows do not fit, "
            f"the first is row {first.row + 1}: {first.column or 'row'}: "
            f"found {first.value!r}, expected {first.rule}"
        )
