"""What makes the outputs: the program's own sources, and the libraries that can change their bytes.

Standard library only. Keeps out: inputs and outputs themselves.
"""

import platform
import shutil
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from pipeline.config import OFFICE
from pipeline.storage.hashes import fingerprint, sha256_of

# Libraries whose version can change an output's bytes.
_LIBRARIES = (
    "babel", "duckdb", "hanta", "highspy", "jinja2", "lemminflect", "lxml", "markdown-it-py", "num2words", "pandera",
    "polars", "py3langid", "pydantic", "pypdfium2", "python-calamine", "python-docx", "pyyaml", "rapidfuzz",
    "sentencex",
)  # fmt: skip
_SOURCES = (".py", ".sql", ".yaml", ".j2", ".css", ".js")
_CODE = Path(__file__).resolve().parents[2]


@cache
def code_fingerprint() -> str:
    """One hash for the program's own sources, so that a changed program runs again."""
    files = [path for part in ("pipeline", "schemas") for path in (_CODE / part).rglob("*") if path.suffix in _SOURCES]
    return fingerprint({path.relative_to(_CODE).as_posix(): sha256_of(path) for path in files})


@cache
def versions() -> dict[str, str]:
    """Versions of Python and of the libraries that make outputs."""
    beside = {OFFICE: shutil.which(OFFICE), "libyaml": find_spec("yaml._yaml")}
    there = {name: "present" if found else "absent" for name, found in beside.items()}
    return {"python": platform.python_version()} | there | {name: metadata.version(name) for name in _LIBRARIES}


@cache
def program_version() -> str:
    """One hash for everything that decides what the program makes of the same input: sources and libraries."""
    return fingerprint({"code": code_fingerprint()} | versions())
