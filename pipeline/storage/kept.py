"""Results kept by the hash of what they were made from, in one SQLite file for each meeting: all of it can be deleted.

A file that cannot be read or written counts as empty. Keeps out: what the results are (`reading/cache.py`,
`note/kept_drafts.py`).
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from pipeline.storage.private import make_private_file

_WAIT_SECONDS = 30


def rows(path: Path, base: str) -> dict[str, Any]:
    """What is kept in a file for a base (a hash of all that is the same for every entry), by digest: text or bytes."""
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as store:
            return dict(store.execute("select digest, entry from parsed where base = ?", (base,)))
    except sqlite3.Error:
        return {}


def keep(path: Path, base: str, entries: Mapping[str, str | bytes], used: set[str], *, private: bool = False) -> None:
    """Add entries for a base; those of other bases, and those that are not used any more, go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(2):
        if private:
            make_private_file(path)
        try:
            _write(path, base, entries, used)
            return
        except sqlite3.Error:
            # Damaged or half of something: nothing is lost with it, and another is made.
            path.unlink(missing_ok=True)


def _write(path: Path, base: str, entries: Mapping[str, str | bytes], used: set[str]) -> None:
    with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as store, store:
        # What is taken out is overwritten: nothing of a reply that was taken away stays in the file.
        store.execute("pragma secure_delete = on")
        store.execute(
            "create table if not exists parsed (base text, digest text, entry text, primary key (base, digest))"
        )
        store.execute("delete from parsed where base <> ?", (base,))
        gone = [(base, digest) for (digest,) in store.execute("select digest from parsed") if digest not in used]
        store.executemany("delete from parsed where base = ? and digest = ?", gone)
        store.executemany("insert or replace into parsed values (?, ?, ?)", [(base, *row) for row in entries.items()])
