"""What Dagster and people see of a table: its columns with types, rules and descriptions, from the model.

Keeps out: the models themselves and everything that is not about columns.
"""

from urllib.parse import quote

import dagster as dg
import pandera.polars as pa
import polars as pl

from pipeline.desk.identity import open_ones


def table_schema(model: type[pa.DataFrameModel]) -> dg.TableSchema:
    """The model's columns as Dagster shows them."""
    schema = model.to_schema()

    def rules(checks) -> list[str]:
        return [str(check.error or check.name) for check in checks]

    key = [f"unique ({', '.join(schema.unique)})"] if schema.unique else []
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name,
                type=str(column.dtype),
                description=column.description,
                constraints=dg.TableColumnConstraints(nullable=column.nullable, other=rules(column.checks)),
            )
            for name, column in schema.columns.items()
        ],
        constraints=dg.TableConstraints(other=rules(schema.checks) + key),
    )


def preview(frame: pl.DataFrame, rows: int = 10, letters: int = 60) -> dg.MarkdownMetadataValue:
    """The first rows of a table as Markdown, long values cut: every run keeps its own for as long as it is kept."""

    def cell(value: object) -> str:
        text = "" if value is None else " ".join(str(value).split()).replace("|", "\\|")
        return text if len(text) <= letters else text[: letters - 1] + "…"

    lines = ["| " + " | ".join(frame.columns) + " |", "|" + "---|" * frame.width]
    lines += ["| " + " | ".join(cell(value) for value in row) + " |" for row in frame.head(rows).iter_rows()]
    more = frame.height - rows
    if more > 0:
        lines.append(f"\n… and {more:,} more rows")
    return dg.MetadataValue.md("\n".join(lines))


def findings_preview(frame: pl.DataFrame) -> dg.MarkdownMetadataValue:
    """Open findings as whoever mends them reads them: the whole message and what to do, errors first."""
    few = open_ones(frame).sort("severity", "code", "number").select("severity", "code", "message", "action")
    return preview(few, rows=12, letters=400)


def changes_preview(frame: pl.DataFrame) -> dg.MarkdownMetadataValue:
    """What became of paragraphs since the last run, as whoever looks after it reads it: the words in their place."""
    last = frame.filter(pl.col("since") == "last_run")
    says = pl.coalesce("in_place", "now", "before").alias("text")
    return preview(last.select("paragraph", "change", says), rows=12, letters=400)


def coverage_preview(matrix: pl.DataFrame, signs: dict[str, str]) -> dg.MarkdownMetadataValue:
    """Who answered what as a small table of signs, for those who replied."""
    replied = matrix.filter(pl.col("status") != "no_reply")
    shown = matrix.filter(pl.col("respondent").is_in(replied["respondent"].unique().implode()))
    signed = shown.with_columns(pl.col("status").replace_strict(signs, default="?"))
    return preview(signed.pivot("recommendation", index="respondent", values="status"), rows=200)


def picture(figure: bytes, words: str) -> dg.MarkdownMetadataValue:
    """A figure in SVG as Markdown that shows it."""
    # As text, not as base64: its records are packed, and of letters less stays than of what looks like noise.
    return dg.MetadataValue.md(f"![{words}](data:image/svg+xml,{quote(figure, safe='/:=,;')})")
