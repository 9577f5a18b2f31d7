"""Settings: where things lie in a workspace, and the limits of reading. The only reader of the environment.

Keeps out: facts of a meeting (`raw/meeting.py`). Functions elsewhere take paths and limits as arguments.
"""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT_VARIABLE = "RAPPORTEUR_ROOT"
DAGSTER_HOME_VARIABLE = "DAGSTER_HOME"
READERS_VARIABLE = "RAPPORTEUR_READERS"
PUBLISH_QUEUE_VARIABLE = "RAPPORTEUR_PUBLISH_QUEUE"
STORE_VARIABLE = "RAPPORTEUR_STORE"

# After how many new objects Python looks for garbage, and how often for older: with its own 700 a run takes 8% longer.
GARBAGE_THRESHOLDS = 50_000, 20, 50

# The program of LibreOffice, which converts old formats where it is installed.
OFFICE = "soffice"

# The register is one for all meetings; its table lies in the lake under this name.
REGISTER_FILE = "register"
# Modes of private/ and what is in it: for the owner only.
PRIVATE_FOLDER_MODE, PRIVATE_FILE_MODE = 0o700, 0o600

PARTITIONS = "meeting"
RUN_JOB = "meeting"
PUBLISH_JOB = "publish"

# A file that changed so many seconds ago or less may still be being copied.
SETTLE_SECONDS = 1.5
SENSOR_SECONDS = 2
# A store is asked for all its names at every look, which costs.
STORE_SENSOR_SECONDS = 30
# Runs that may be asked for or at work at once, so that what people drop now does not wait behind hundreds.
RUNS_AT_ONCE = 20
# So many meetings or more are run side by side by the command line: another process takes two seconds to start.
SIDE_BY_SIDE_FROM = 4
# A note of so many letters or fewer is kept whole in Dagster's history; of a longer one the place.
SHOWN_WHOLE = 4_000
# A run that Dagster takes to be at work, but whose meeting nobody has locked for so long since it began, is dead; one
# without a meeting after so long.
DEAD_AFTER_SECONDS, DEAD_WITHOUT_LOCK_AFTER_SECONDS = 60, 3600
# How often the same work is tried again where it failed for another reason than what people keep by hand.
MOST_TRIES = 3
# So many looks long, five seconds each, those who publish after runs are left to do it before it is asked for.
LOOKS_BEFORE_PUBLISHING = 3
# When schedules run, as cron has it: the daily one before office hours, the other when a day is over.
DAILY, AFTER_MIDNIGHT, WEEKLY = "0 5 * * *", "10 0 * * *", "30 3 * * 0"
# Dagster's records of runs are kept so long; the last of each meeting for ever.
KEEP_RUNS_DAYS = 90
# While runs are still at work, what others have done is published this often.
PUBLISH_AT_LATEST = "*/2 * * * *"


@dataclass(frozen=True)
class Limits:
    """What a file may cost: bytes on disk and unpacked, members of an archive, seconds and bytes of memory to read it.

    `office_seconds` is the time for LibreOffice to convert a file first, where that is needed.
    """

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 200_000_000
    members: int = 5_000
    seconds: float = 10
    memory_bytes: int = 1 << 30
    office_seconds: float = 60


@dataclass(frozen=True)
class Workspace:
    """A folder with raw/ (kept by people) and warehouse/ (made by the program)."""

    root: Path

    @property
    def raw(self) -> Path:
        return self.root / "raw"

    @property
    def register(self) -> Path:
        return self.raw / "respondents.csv"

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse"

    @property
    def lake(self) -> Path:
        return self.warehouse / "lake"

    @property
    def database(self) -> Path:
        return self.warehouse / "rapporteur.duckdb"

    @property
    def publish_lock(self) -> Path:
        """Held by whoever publishes the warehouse, or moves away what belongs to meetings that are gone."""
        return self.warehouse / ".publish.lock"

    def run_lock(self, meeting_id: str) -> Path:
        """Held by whoever runs a meeting, whether command line or daemon."""
        return self.warehouse / ".locks" / f"{meeting_id}.lock"

    @property
    def publication(self) -> Path:
        """The file that says which lake files the published database was built from."""
        return self.warehouse / "publication.json"

    @property
    def removed(self) -> Path:
        """Where lies what was made of meetings that are gone from raw/."""
        return self.warehouse / ".removed"

    @property
    def dagster_home(self) -> Path:
        """Dagster's own folder: DAGSTER_HOME where that is set, else .dagster/ in the workspace."""
        return Path(os.environ.get(DAGSTER_HOME_VARIABLE) or self.root / ".dagster").resolve()

    def meeting(self, meeting_id: str) -> Path:
        return self.raw / meeting_id

    def note(self, meeting_id: str) -> Path:
        return self.warehouse / "notes" / meeting_id

    def questionnaires(self, meeting_id: str) -> Path:
        return self.warehouse / "questionnaires" / meeting_id

    def published(self, meeting_id: str) -> Path:
        """Pages of replies whose respondents agreed to publication."""
        return self.warehouse / "published" / meeting_id

    def letters(self, meeting_id: str) -> Path:
        """Drafts of reminders and of letters with questions."""
        return self.warehouse / "reminders" / meeting_id

    def history(self, meeting_id: str) -> Path:
        """What earlier runs of a meeting said."""
        return self.warehouse / "history" / meeting_id

    def manifest(self, meeting_id: str) -> Path:
        return self.warehouse / "manifests" / f"{meeting_id}.json"

    def reply_cache(self, meeting_id: str) -> Path:
        """Parsed replies of a meeting, without contact data."""
        return self.warehouse / "cache" / f"{meeting_id}.sqlite"

    def draft_cache(self, meeting_id: str) -> Path:
        """Drafts of a meeting's answers."""
        return self.warehouse / "cache" / "drafts" / f"{meeting_id}.sqlite"

    def contact_cache(self, meeting_id: str) -> Path:
        """The contact data of parsed replies."""
        return self.warehouse / "private" / meeting_id / "cache.sqlite"

    def contacts(self, meeting_id: str) -> Path:
        return self.warehouse / "private" / meeting_id / "contacts.parquet"

    def as_received(self, meeting_id: str) -> Path:
        """Texts of replies that hold contact data, as they were received."""
        return self.warehouse / "private" / meeting_id / "as_received.parquet"

    def meeting_ids(self) -> list[str]:
        """Meetings of the workspace: the folders of raw/ that hold a meeting.yaml, in order of name."""
        return sorted(path.parent.name for path in self.raw.glob("[!.]*/meeting.yaml"))


def readers() -> int:
    """How many processes read replies side by side: RAPPORTEUR_READERS where that is set, else one for each core."""
    return int(os.environ.get(READERS_VARIABLE) or os.cpu_count() or 1)


def publish_queue() -> str:
    """The queue of the one machine that holds the published database; empty where there is one machine only."""
    return os.environ.get(PUBLISH_QUEUE_VARIABLE, "")


def store_address() -> str:
    """Where the workspace's files lie in object storage ("s3://bucket/folder"); empty where its folder is the one."""
    return os.environ.get(STORE_VARIABLE, "")


def sensor_seconds() -> int:
    """How often raw/ is looked at."""
    return STORE_SENSOR_SECONDS if store_address() else SENSOR_SECONDS


def workspace(root: Path | None = None) -> Workspace:
    """The workspace at `root`, else at RAPPORTEUR_ROOT, else in the current folder."""
    chosen = root or Path(os.environ.get(ROOT_VARIABLE) or ".")
    return Workspace(chosen.resolve())
