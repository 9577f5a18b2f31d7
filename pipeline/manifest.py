"""Manifests: what a meeting's outputs were made from, so that unchanged work is not done again.

Imports only the standard library, since the command line asks here before it loads anything large.
Keeps out: making the outputs, and the published database (`publish.py`).
"""

import hashlib
import json
import os
import platform
import shutil
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path

from pipeline import atomic
from pipeline.config import Limits, Workspace

# Libraries whose version can change an output's bytes.
_LIBRARIES = (
    "babel", "duckdb", "jinja2", "lxml", "num2words", "pandera", "polars", "py3langid", "pydantic", "pypdfium2",
    "python-calamine", "pyyaml", "rapidfuzz", "sentencex",
)  # fmt: skip
# LibreOffice, which converts old formats where it is installed.
OFFICE = "soffice"
_SOURCES = (".py", ".sql", ".yaml", ".j2")
_CODE = Path(__file__).resolve().parent.parent


UNREADABLE = "unreadable"


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def printable_name(path: Path, folder: Path) -> str:
    """A file's path relative to a folder as text; bytes that are no UTF-8 are written out, such as \\xe9."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")


def raw_files(workspace: Workspace, meeting_id: str) -> dict[str, Path]:
    """Files of raw/ that a meeting's note is made from, by path relative to raw/; hidden and lock files left out."""
    folder = workspace.meeting(meeting_id)
    files = [workspace.register, *folder.rglob("*")]
    return {
        printable_name(path, workspace.raw): path
        for path in sorted(files)
        if path.is_file() and not any(part.startswith((".", "~$")) for part in path.relative_to(workspace.raw).parts)
    }


def input_hashes(workspace: Workspace, meeting_id: str) -> dict[str, str]:
    """SHA-256 of every input file, by path relative to raw/; one that cannot be read counts as such."""
    return {name: _hash_or_mark(path) for name, path in raw_files(workspace, meeting_id).items()}


def _hash_or_mark(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError:
        return UNREADABLE


def fingerprint(hashes: dict[str, str]) -> str:
    """One hash for a set of files: changes when any name or content does."""
    return hashlib.sha256(json.dumps(hashes, sort_keys=True).encode()).hexdigest()


@cache
def code_fingerprint() -> str:
    """One hash for the program's own sources, so that a changed program runs again."""
    files = [path for part in ("pipeline", "schemas") for path in (_CODE / part).rglob("*") if path.suffix in _SOURCES]
    return fingerprint({path.relative_to(_CODE).as_posix(): sha256_of(path) for path in files})


@cache
def versions() -> dict[str, str]:
    """Versions of Python and of the libraries that make outputs."""
    office = "present" if shutil.which(OFFICE) else "absent"
    return {"python": platform.python_version(), OFFICE: office} | {name: metadata.version(name) for name in _LIBRARIES}


def write(workspace: Workspace, meeting_id: str, inputs: dict[str, str], outputs: list[Path], summary: dict) -> dict:
    """Write a meeting's manifest and return it. `inputs` are the hashes from the beginning of the run."""
    found = {
        "meeting": meeting_id,
        "inputs": inputs,
        "outputs": {path.relative_to(workspace.warehouse).as_posix(): sha256_of(path) for path in sorted(outputs)},
        "code": code_fingerprint(),
        "versions": versions(),
        "settings": asdict(Limits()),
        "summary": summary,
    }
    text = json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    atomic.write_text(workspace.manifest(meeting_id), text)
    return found


def read(workspace: Workspace, meeting_id: str) -> dict | None:
    """A meeting's manifest, or None where there is none that can be read."""
    return _object_in(workspace.manifest(meeting_id))


def forget(workspace: Workspace, meeting_id: str) -> None:
    """Remove a meeting's manifest: from now on, until a run ends well, its outputs are not to be trusted."""
    workspace.manifest(meeting_id).unlink(missing_ok=True)


def _object_in(path: Path) -> dict | None:
    """The JSON object in a file, or None where there is none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def is_current(workspace: Workspace, meeting_id: str) -> bool:
    """Whether inputs, program and outputs are all as the manifest says."""
    found = read(workspace, meeting_id)
    if not found or found.get("code") != code_fingerprint() or found.get("versions") != versions():
        return False
    if found.get("settings") != asdict(Limits()) or found.get("inputs") != input_hashes(workspace, meeting_id):
        return False
    outputs = {name: workspace.warehouse / name for name in found["outputs"]}
    return all(path.is_file() and sha256_of(path) == found["outputs"][name] for name, path in outputs.items())


def is_published(workspace: Workspace, meeting_ids: list[str]) -> bool:
    """Whether the published database was built from these meetings' tables as their manifests have them."""
    record = _object_in(workspace.publication) or {}
    published = record.get("files", {})
    if not workspace.database.is_file() or workspace.database.stat().st_size != record.get("bytes"):
        return False
    if not {Path(name).stem for name in published} - {"register"} <= set(workspace.meeting_ids()):
        return False
    made = [read(workspace, meeting_id) or {"outputs": {}} for meeting_id in meeting_ids]
    tables = {name: hashed for found in made for name, hashed in found["outputs"].items()}
    return all(published.get(name, hashed) == hashed for name, hashed in tables.items()) and all(
        any(Path(name).stem == meeting_id for name in published) for meeting_id in meeting_ids
    )
