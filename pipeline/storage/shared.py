"""A workspace in object storage: this machine's folder is a copy, brought up to date before work and sent back after.

The store has the same names as the workspace: raw/… and warehouse/…, but for what belongs to one machine (the published
database, caches, locks). Keeps out: when to fetch and to send (`root.py`, the command line).
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from upath import UPath

from pipeline.config import PRIVATE_FILE_MODE, STORE_VARIABLE, Workspace, store_address
from pipeline.errors import BadInput
from pipeline.storage.atomic import replacing, write_text
from pipeline.storage.hashes import sha256_of
from pipeline.storage.locks import held
from pipeline.storage.private import make_private_folder

RAW = "raw"
_KINDS = (".removed", "lake", "history", "notes", "published", "private", "manifests")
MADE = tuple(f"warehouse/{kind}" for kind in _KINDS)
_AN_HOUR = 3600
_OWN = ("cache.sqlite",)  # what one machine remembers


class SharedStore:
    """The files of a workspace in a store: an address such as s3://bucket/folder, or a path."""

    def __init__(self, address: str, workspace: Workspace) -> None:
        """Open a store.

        Raises:
            BadInput: what this kind of store needs is not installed.
        """
        try:
            # Given from the current folder: the store lists its names from the root.
            place = UPath(address if "://" in address else Path(address).resolve())
        except (ImportError, ValueError) as error:
            said = (
                f"{STORE_VARIABLE}: found {address} ({error}), expected a path, or s3://… with requirements-many.lock"
            )
            raise BadInput(said) from error
        self.files, self.base, self.workspace = place.fs, place.path.rstrip("/"), workspace
        self._record = workspace.warehouse / ".store.json"

    def fetch(self, wanted: Callable[[str], bool] = lambda name: True) -> None:
        """Bring what is wanted up to date here: what is new or changed there is taken, what went there goes.

        Raises:
            BadInput: the store cannot be reached.
        """
        with self._at_work() as known:
            there = {name: mark for name, mark in self._there() if wanted(name)}
            for name, mark in there.items():
                path = self.workspace.root / name
                # What was made and is not here any more was moved aside here, or is made anew.
                if known.get(name, [""])[0] == mark and (path.exists() or not name.startswith(f"{RAW}/")):
                    continue
                with self._replacing(path) as part:
                    self.files.get_file(f"{self.base}/{name}", str(part))
                    # It is whole: nobody has to wait for the rest of it.
                    os.utime(part, (time.time() - _AN_HOUR,) * 2)
                known[name] = [mark, sha256_of(path)]
            for name in [name for name in known if wanted(name) and name not in there]:
                (self.workspace.root / name).unlink(missing_ok=True)
                del known[name]

    def send(self, wanted: Callable[[str], bool]) -> None:
        """Send what is wanted and has changed here; manifests last, since they vouch for all else.

        Raises:
            BadInput: the store cannot be reached.
        """
        with self._at_work() as known:
            here = sorted(filter(wanted, self._here()), key=lambda name: (name.startswith(MADE[-1]), name))
            for name in here:
                path, hashed = self.workspace.root / name, sha256_of(self.workspace.root / name)
                if known.get(name, ["", ""])[1] == hashed:
                    continue
                target = f"{self.base}/{name}"
                self.files.makedirs(target.rpartition("/")[0], exist_ok=True)
                self.files.put_file(str(path), target)
                self.files.invalidate_cache()
                known[name] = [_mark(self.files.info(target)), hashed]
            for name in [name for name in known if wanted(name) and name not in here]:
                if self.files.exists(f"{self.base}/{name}"):
                    self.files.rm_file(f"{self.base}/{name}")
                del known[name]

    @contextmanager
    def _at_work(self) -> Iterator[dict[str, list[str]]]:
        """What is known of each name: its mark in the store and the hash of its content; kept when the block ends."""
        with held(self.workspace.warehouse / ".store.lock", "a copy from or to the store"):
            try:
                known = json.loads(self._record.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                known = {}
            try:
                yield known
            except OSError as error:
                shown = " ".join(str(error).split())
                raise BadInput(f"{self.base}: found {shown}, expected a store that can be read and written") from error
            finally:
                write_text(self._record, json.dumps(known, indent=0, sort_keys=True))

    def _there(self) -> Iterator[tuple[str, str]]:
        self.files.invalidate_cache()
        for top in (RAW, *MADE):
            for path, info in self.files.find(f"{self.base}/{top}", detail=True).items():
                name = path.removeprefix(self.base).lstrip("/")
                # A name that leads out of the workspace is nobody's.
                if not name.endswith(_OWN) and ".." not in Path(name).parts:
                    yield name, _mark(info)

    def _here(self) -> Iterator[str]:
        root = self.workspace.root
        for top in (RAW, *MADE):
            for path in (root / top).rglob("*"):
                if path.is_file() and not path.name.startswith(".") and path.name not in _OWN:
                    yield path.relative_to(root).as_posix()

    @contextmanager
    def _replacing(self, path: Path) -> Iterator[Path]:
        inside = (
            path.relative_to(self.workspace.warehouse).parts if path.is_relative_to(self.workspace.warehouse) else ()
        )
        # What was moved aside lies in .removed/<day and meeting>/ under the same names.
        private = "private" in (inside[:1] if inside[:1] != (".removed",) else inside[2:3])
        if private:
            make_private_folder(path)
        with replacing(path, PRIVATE_FILE_MODE if private else 0o644) as part:
            yield part


def shared_store(workspace: Workspace) -> SharedStore | None:
    """The store that the workspace is a copy of, where it is one."""
    address = store_address()
    return SharedStore(address, workspace) if address else None


def of_meeting(meeting_id: str) -> Callable[[str], bool]:
    """Whether a name is the register's, or one of a meeting's: what a run of it reads and makes."""
    made = (f"warehouse/{kind}/{meeting_id}/" for kind in ("notes", "published", "private", "history"))
    folders = (f"{RAW}/{meeting_id}/", *made)
    files = (f"/{meeting_id}.parquet", f"/{meeting_id}.json")
    return lambda name: name == f"{RAW}/respondents.csv" or name.startswith(folders) or name.endswith(files)


def made_of(meeting_id: str) -> Callable[[str], bool]:
    """Whether a name is one of what a run of a meeting makes."""
    belongs = of_meeting(meeting_id)
    return lambda name: belongs(name) and not name.startswith(f"{RAW}/")


def made_of_all(name: str) -> bool:
    """Whether a name is one of what is made, of whatever meeting: what a publication has moved aside is sent so."""
    return not name.startswith(f"{RAW}/")


def hand_kept_of(meeting_id: str) -> Callable[[str], bool]:
    """Whether a name is in a meeting's folder of raw/."""
    return lambda name: name.startswith(f"{RAW}/{meeting_id}/")


def _mark(info: dict) -> str:
    """What changes when a file of the store does."""
    changed = info.get("ETag") or info.get("mtime") or info.get("created") or info.get("LastModified")
    return f"{changed}:{info['size']}"
