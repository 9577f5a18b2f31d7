"""Manifests: what a meeting's outputs were made from, so that unchanged work is not done again.

Imports only the standard library, since the command line asks here before it loads anything large.
Keeps out: making the outputs, and the published database (`publish.py`).
"""

import json
from dataclasses import asdict
from pathlib import Path

from pipeline.config import Limits, Workspace
from pipeline.raw.folder import input_hashes
from pipeline.storage import atomic
from pipeline.storage.hashes import sha256_of
from pipeline.storage.provenance import code_fingerprint, versions


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
