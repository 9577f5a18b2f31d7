"""Contact data is in private/ and nowhere else: every output is opened, whatever its format, and looked through.

Keeps out: what is contact data (tests/text/test_contact_data.py), and where each reader finds it (tests/reading/).
"""

import email
import gzip
import io
import shutil
import sqlite3
import stat
import zipfile
import zlib
from collections.abc import Iterator
from email import policy
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipeline.cli.app import main
from tests.workspaces import add_receipt, add_reply

# In the contact block, in an answer, in the general statement, and in a signature.
BLOCK = {"name": "Ada Lampkeeper", "email": "ada@lamps.example", "telephone": "+99 1 555 0101"}
ANSWER = "Lists go out to office@harbour.example, or call +99 4 555 0123."
SECRETS = ("Lampkeeper", "ada@lamps", "555 0101", "office@harbour", "555 0123")


def looked_through(data: bytes, name: str = "") -> Iterator[bytes]:
    """What is in a file, with what its format hides unpacked."""
    yield data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from looked_through(archive.read(member), member)
    elif data.startswith(b"\x1f\x8b"):
        yield from looked_through(gzip.decompress(data))
    elif data.startswith(b"PAR1"):
        yield str(pl.read_parquet(io.BytesIO(data)).rows()).encode()
    elif name.endswith(".eml"):
        for part in email.message_from_bytes(data, policy=policy.default).walk():
            if not part.is_multipart():
                yield from looked_through(part.get_payload(decode=True) or b"")
    elif data.startswith((b"\x78\x9c", b"\x78\x01", b"\x78\xda")):
        yield zlib.decompress(data)


def rows_of(path: Path) -> Iterator[bytes]:
    """Every value of a database."""
    if path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as connection:
            names = connection.execute("select schema_name || '.' || table_name from duckdb_tables()").fetchall()
            for (name,) in names:
                yield str(connection.execute(f"from {name}").fetchall()).encode()
        return
    with sqlite3.connect(path) as connection:
        for (name,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
            for row in connection.execute(f'select * from "{name}"'):
                for value in row:
                    yield from looked_through(value if isinstance(value, bytes) else str(value).encode())


def contents(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield from looked_through(data, path.name)
    if path.suffix == ".duckdb" or data.startswith(b"SQLite format 3"):
        yield from rows_of(path)


def holding(folder: Path) -> dict[str, set[str]]:
    """Files that hold contact data, with which of it."""
    found: dict[str, set[str]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            told = {secret for secret in SECRETS for part in contents(path) if secret.encode() in part}
            if told:
                found[path.relative_to(folder).as_posix()] = told
    return found


@pytest.fixture
def worked_on(answered, monkeypatch, dagster_store, capsys):
    """A workspace in which everything was made that there is, and what the commands printed."""
    home = answered.workspace.root / ".dagster"
    monkeypatch.setenv("DAGSTER_HOME", str(home))
    shutil.copytree(dagster_store, home)
    add_reply(
        answered, "est.yaml", respondent="EST", publish=True, contact=BLOCK,
        answers={"1.a": {"action_taken": "no", "text": ANSWER}, "2.a": {"action_taken": "yes", "text": ANSWER}},
        general=f"{ANSWER} Kind regards, Ada Lampkeeper, {BLOCK['telephone']}",
    )  # fmt: skip
    add_receipt(answered, "est.yaml", "EST", "2031-05-15")
    later = answered.workspace.meeting("harb-13")
    later.mkdir()
    text = (answered.folder / "meeting.yaml").read_text(encoding="utf-8").replace("2031-", "2032-")
    (later / "meeting.yaml").write_text(text, encoding="utf-8")
    root = ["--root", str(answered.workspace.root)]
    out = answered.workspace.root / "warehouse" / "results"
    commands = (
        ["run", "--verbose"], ["check", "harb-12", "--all"], ["issue", "harb-12", "--force"],
        ["edit", "harb-12", "EST"], ["run"], ["status", "--all"], ["changes", "harb-12", "--since", "issued"],
        ["remind", "harb-12", "--date", "2031-06-12"], ["publish", "harb-12"], ["questionnaire", "harb-13"],
        ["search", "lists"], ["search", "withheld", "--json"],
        ["sql", "from core.answers", "--output", str(out / "answers.xlsx")],
        ["sql", "from what_is_wrong", "--format", "json"], ["verify", "harb-12"],
    )  # fmt: skip
    for command in commands:
        assert main([*root, *command]) in (0, 1), command
    printed = capsys.readouterr()
    return answered, printed.out + printed.err


def test_contact_data_is_in_private_for_its_owner_alone_and_nowhere_else(worked_on):
    case, printed = worked_on
    private = case.workspace.warehouse / "private"
    # The search finds what there is: all of it lies in the private folder.
    assert set().union(*holding(private).values()) == set(SECRETS)
    made = holding(case.workspace.warehouse) | holding(case.workspace.dagster_home)
    assert {name: told for name, told in made.items() if not name.startswith("private/")} == {}
    assert holding(case.folder / "issued") == {}
    assert holding(case.folder / "editorial") == {}
    assert [secret for secret in SECRETS if secret in printed] == []
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (private, *private.rglob("*")) if path.is_dir()}
    assert modes == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in private.rglob("*") if path.is_file()} == {0o600}
    # All of these were made, and so looked through.
    kinds = {path.suffix for path in case.workspace.warehouse.rglob("*") if path.is_file()}
    made_here = ".parquet .duckdb .docx .html .md .eml .gz .json .sqlite .svg .xml .xlsx .csv"
    assert set(made_here.split()) <= kinds


@pytest.mark.parametrize("kind", ["plain", "zip", "gzip", "parquet", "message", "database"])
def test_the_search_itself_sees_through_every_format(tmp_path, kind):
    secret = "ada@lamps.example"
    if kind == "plain":
        (tmp_path / "a.txt").write_text(secret)
    elif kind == "zip":
        with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", f"<w:t>{secret * 50}</w:t>")
    elif kind == "gzip":
        (tmp_path / "a.gz").write_bytes(gzip.compress(secret.encode() * 50))
    elif kind == "parquet":
        pl.DataFrame({"text": [secret] * 50}).write_parquet(tmp_path / "a.parquet", compression="zstd")
    elif kind == "message":
        message = email.message.EmailMessage()
        message.set_content("see the form")
        message.add_attachment(secret.encode(), maintype="application", subtype="octet-stream", filename="a.bin")
        (tmp_path / "a.eml").write_bytes(message.as_bytes())
    else:
        with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
            connection.execute(f"create table t as select '{secret}' as text from range(100000)")
    assert set(holding(tmp_path)) == {path.name for path in tmp_path.iterdir()}
