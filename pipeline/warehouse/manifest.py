"""Manifests: what a meeting's outputs were made from, so that unchanged work is not done again.

Imports only the standard library, since the command line asks here before it loads anything large.
Keeps out: making the outputs, and the published database (`publish.py`).
"""

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from pipeline.config import REGISTER_FILE, Limits, Workspace
from pipeline.raw.folder import input_hashes
from pipeline.storage import atomic
from pipeline.storage.hashes import fingerprint, remembered_sha256, sha256_of
from pipeline.storage.provenance import code_fingerprint, versions

# Marks in a manifest: its outputs are being made anew; its inputs were refused.
_REMADE, _REFUSED = "being_remade", "refused"


def write(workspace: Workspace, meeting_id: str, inputs: dict[str, str], outputs: list[Path], summary: dict) -> dict:
    """Write a meeting's manifest and return it. `inputs` are the hashes from the beginning of the run."""
    manifest = {
        "meeting": meeting_id,
        "inputs": inputs,
        "outputs": {path.relative_to(workspace.warehouse).as_posix(): sha256_of(path) for path in sorted(outputs)},
        "code": code_fingerprint(),
        "versions": versions(),
        "settings": asdict(Limits()),
        "summary": summary,
    }
    _write(workspace, meeting_id, manifest)
    return manifest


def load(workspace: Workspace, meeting_id: str) -> dict | None:
    """A meeting's manifest, or None where there is none that can be read. Not to be changed: others get the same."""
    path = str(workspace.manifest(meeting_id))
    try:
        return _parsed(path, remembered_sha256(path))
    except OSError:
        return None


@lru_cache(maxsize=10_000)  # thousands of meetings are asked for every few seconds
def _parsed(path: str, sha256: str) -> dict | None:
    return _object_in(Path(path))


def begin(workspace: Workspace, meeting_id: str) -> None:
    """Mark a meeting's outputs as being remade: until a run ends well, they are not to be trusted."""
    _write(workspace, meeting_id, {**(load(workspace, meeting_id) or {"meeting": meeting_id}), _REMADE: True})


def vouched(workspace: Workspace, meeting_id: str) -> dict[str, str]:
    """The outputs of a meeting's last run with their hashes; none while they are being remade."""
    made = load(workspace, meeting_id) or {}
    return {} if made.get(_REMADE) else made.get("outputs", {})


def refuse(workspace: Workspace, meeting_id: str, reason: str) -> None:
    """Note that a run ended because of what people keep by hand: until that changes, there is no use in another."""
    refused = {"inputs": fingerprint(input_hashes(workspace, meeting_id)), "code": code_fingerprint(), "reason": reason}
    _write(workspace, meeting_id, {**(load(workspace, meeting_id) or {"meeting": meeting_id}), _REFUSED: refused})


def is_refused(workspace: Workspace, meeting_id: str) -> bool:
    """Whether this program has refused these very inputs."""
    refused = (load(workspace, meeting_id) or {}).get(_REFUSED) or {}
    now = {"inputs": fingerprint(input_hashes(workspace, meeting_id)), "code": code_fingerprint()}
    return all(refused.get(name) == value for name, value in now.items())


def _write(workspace: Workspace, meeting_id: str, manifest: dict) -> None:
    text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    atomic.write_text(workspace.manifest(meeting_id), text)


def _object_in(path: Path) -> dict | None:
    """The JSON object in a file, or None where there is none that can be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None


def is_whole(workspace: Workspace, meeting_id: str) -> bool:
    """Whether the last run of a meeting came to its end, whatever has changed since."""
    manifest = load(workspace, meeting_id)
    return manifest is not None and not manifest.get(_REMADE) and "outputs" in manifest


def is_current(workspace: Workspace, meeting_id: str) -> bool:
    """Whether inputs, program and outputs of a meeting are all as its manifest says."""
    manifest = load(workspace, meeting_id)
    if manifest is None or manifest.get(_REMADE) or _REFUSED in manifest:
        return False
    made_from = {"code": code_fingerprint(), "versions": versions(), "settings": asdict(Limits())}
    if any(manifest.get(name) != value for name, value in made_from.items()):
        return False
    if manifest.get("inputs") != input_hashes(workspace, meeting_id):
        return False
    warehouse = str(workspace.warehouse)
    return all(_has_hash(f"{warehouse}/{name}", hashed) for name, hashed in manifest["outputs"].items())


def _has_hash(path: str, hashed: str) -> bool:
    try:
        return remembered_sha256(path) == hashed
    except OSError:
        return False


def is_published(workspace: Workspace, meeting_ids: list[str]) -> bool:
    """Whether the published database stands and was built from these meetings' tables as their manifests have them."""
    published = _published_files(workspace)
    if published is None:
        return False
    meetings = _meetings_of(published)
    gone, missing = meetings - set(workspace.meeting_ids()), set(meeting_ids) - meetings
    return not gone and not missing and all(_tables_are(published, workspace, one) for one in meeting_ids)


def unpublished_meetings(workspace: Workspace) -> list[str]:
    """Meetings that are done, and do not stand in the published database as they are now."""
    published = _published_files(workspace) or {}
    meetings, done = _meetings_of(published), [one for one in workspace.meeting_ids() if vouched(workspace, one)]
    return [one for one in done if one not in meetings or not _tables_are(published, workspace, one)]


def _published_files(workspace: Workspace) -> dict[str, str] | None:
    """The tables that the published database was built from, with their hashes; None where it does not stand."""
    record = _object_in(workspace.publication) or {}
    stands = workspace.database.is_file() and workspace.database.stat().st_size == record.get("bytes")
    return record.get("files", {}) if stands else None


def _meetings_of(published: dict[str, str]) -> set[str]:
    return {Path(name).stem for name in published} - {REGISTER_FILE}


def _tables_are(published: dict[str, str], workspace: Workspace, meeting_id: str) -> bool:
    """Whether what was published of a meeting are the outputs of its manifest; not every output is published."""
    outputs = vouched(workspace, meeting_id)
    return all(published.get(name, hashed) == hashed for name, hashed in outputs.items())
