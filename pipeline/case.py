"""One meeting of one workspace, with what people keep by hand for it; each file is loaded once while it is the same.

Keeps out: what is done with it (`steps.py`).
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import polars as pl

from pipeline.config import Workspace
from pipeline.errors import BadInput, Faults
from pipeline.note import render
from pipeline.raw.accepted import Acceptance, load_accepted
from pipeline.raw.editorial import Edit, load_edits
from pipeline.raw.folder import hand_kept_hashes, require_meetings
from pipeline.raw.life_cycle import is_issued
from pipeline.raw.meeting import Meeting, load_meeting
from pipeline.raw.queries import Query, load_queries
from pipeline.raw.receipts import Receipt, load_receipts
from pipeline.raw.respondents import Register, load_register
from pipeline.storage import lake
from pipeline.storage.hashes import fingerprint, sha256_of


@dataclass(frozen=True)
class Case:
    """One meeting of one workspace, with what people keep by hand for it; each file is loaded once."""

    workspace: Workspace
    meeting_id: str

    @property
    def folder(self) -> Path:
        """The meeting's folder in raw/."""
        return self.workspace.meeting(self.meeting_id)

    @cached_property
    def register(self) -> Register:
        """The register of respondents."""
        return loaded_register(self.workspace)

    @cached_property
    def meeting(self) -> Meeting:
        """meeting.yaml."""
        return load_meeting(self.folder, self.register.invitable)

    @cached_property
    def receipts(self) -> list[Receipt]:
        """receipts.csv."""
        return load_receipts(self.folder, self.register)

    @cached_property
    def edits(self) -> dict[tuple[str, str], Edit]:
        """editorial/, by respondent and recommendation."""
        return load_edits(self.folder, self.meeting, self.register)

    @cached_property
    def accepted(self) -> dict[str, Acceptance]:
        """accepted.csv, by finding id."""
        return load_accepted(self.folder)

    @cached_property
    def queries(self) -> list[Query]:
        """queries.csv."""
        return load_queries(self.folder)

    def check_inputs(self) -> None:
        """Load everything kept by hand, so that a bad value is told before any work.

        Raises:
            BadInput: naming file, line, field, what was found and what was expected, for each fault of each file.
        """
        faults = Faults()
        kept = (lambda: self.meeting, lambda: self.receipts, lambda: self.edits, lambda: self.accepted)
        for load in (*kept, lambda: self.queries, self._check_templates, self._check_version):
            try:
                load()
            except BadInput as error:
                faults.take(error)
        faults.tell()

    def _check_templates(self) -> None:
        render.check_templates(self.meeting, self.register, self.folder)

    def _check_version(self) -> None:
        version = self.meeting.note.version
        if version and version.corr and not is_issued(self.folder):
            place, expected = f"raw/{self.meeting_id}/meeting.yaml", "an issued note to correct: rapporteur issue"
            raise BadInput.at(place, "note.version.corr", str(version.corr), expected)

    def table(self, name: str) -> pl.DataFrame:
        """A table of this meeting as it lies in the lake.

        Raises:
            BadInput: it is not there, since what makes it has not been run.
        """
        try:
            return lake.load(self.workspace, name, self.meeting_id)
        except FileNotFoundError:
            said = f"{self.meeting_id}: found no table {name}, expected one: run the whole of it first"
            raise BadInput(said) from None


def loaded_register(workspace: Workspace) -> Register:
    """The register as it is now; one that has not changed is not loaded again.

    Raises:
        BadInput: naming file, line, field, what was found and what was expected.
    """
    path = workspace.register
    return _register(path, sha256_of(path) if path.is_file() else "")


@lru_cache(maxsize=2)
def _register(path: Path, sha256: str) -> Register:
    return load_register(path)


def open_case(workspace: Workspace, meeting_id: str) -> Case:
    """A meeting whose hand-kept files have been loaded and found good.

    The steps of a run, and the command that starts them, open the same one as long as nothing in those files changes.

    Raises:
        BadInput: there is no such meeting, or a file of it is not as it must be.
    """
    require_meetings(workspace, [meeting_id])
    return _opened(workspace, meeting_id, fingerprint(hand_kept_hashes(workspace, meeting_id)))


@lru_cache(maxsize=256)
def _opened(workspace: Workspace, meeting_id: str, content: str) -> Case:
    (case := Case(workspace, meeting_id)).check_inputs()
    return case
