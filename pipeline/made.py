"""Tables and files written and told to Dagster: of a step's assets only those that this run is to make.

Keeps out: what is in them (`steps.py`).
"""

from collections.abc import Iterator, Sequence

import dagster as dg
import polars as pl

from pipeline import checks
from pipeline.config import Workspace
from pipeline.describe import changes_preview, findings_preview, preview
from pipeline.errors import InvalidTable
from pipeline.root import told
from pipeline.storage import lake
from pipeline.storage.hashes import sha256_of
from schemas.registry import BY_NAME

Told = Iterator[dg.MaterializeResult | dg.AssetCheckResult]


class Made:
    """What one step of a run has made, for the assets that were asked for; a check may be asked for alone."""

    def __init__(self, context: dg.AssetExecutionContext, workspace: Workspace, meeting_id: str = "") -> None:
        self.context, self.workspace, self.meeting_id = context, workspace, meeting_id

    def wants(self, key: Sequence[str]) -> bool:
        """Whether this run is to make the asset."""
        return dg.AssetKey(key) in self.context.selected_asset_keys

    def table(self, name: str, frame: pl.DataFrame, results: Sequence[dg.AssetCheckResult] = ()) -> Told:
        """Validate and write one table, and report it; a table that does not fit stops the run unwritten."""
        table = BY_NAME[name]
        if not self.wants(table.asset_key):
            yield from self._checks(results)
            return
        try:
            with told():
                path = lake.write(self.workspace, name, self.meeting_id, frame)
        except InvalidTable as error:
            yield checks.does_not_fit(table, str(error))
            raise dg.Failure(str(error), allow_retries=False) from None
        metadata = {"dagster/row_count": frame.height} | _shown(name, frame)
        yield from self.asset(table.asset_key, metadata, sha256_of(path), [checks.fits(table, frame), *results])

    def asset(
        self, key: Sequence[str], metadata: dict, content: str | None, results: Sequence[dg.AssetCheckResult] = ()
    ) -> Told:
        """Report one asset with its checks. `content` is a hash of it: equal ones are the same version to Dagster."""
        if not self.wants(key):
            yield from self._checks(results)
            return
        # Dagster keeps the metadata of a result twice, and these once.
        self.context.add_asset_metadata(metadata, asset_key=dg.AssetKey(key))
        yield dg.MaterializeResult(
            asset_key=dg.AssetKey(key),
            check_results=list(self._checks(results)),
            data_version=dg.DataVersion(content[:16]) if content else None,
        )

    def _checks(self, results: Sequence[dg.AssetCheckResult]) -> Iterator[dg.AssetCheckResult]:
        wanted = self.context.selected_asset_check_keys
        return (one for one in results if dg.AssetCheckKey(one.asset_key, one.check_name) in wanted)


def _shown(name: str, frame: pl.DataFrame) -> dict[str, dg.MarkdownMetadataValue]:
    """Of the tables that people look at after a run, what they look for; every run keeps its own: of others nothing."""
    if name == "quality.findings":
        return {"findings": findings_preview(frame)}
    if name == "derived.paragraph_changes":
        return {"changes": changes_preview(frame)}
    if name == "core.replies":
        return {
            "replies": preview(frame.select("respondent", "status", "received_on", "answers", "words_unplaced"), 40)
        }
    return {}
