"""Text of events, packed: whatever went in comes out, also where it was kept before there was packing."""

import hashlib

import pytest
import sqlalchemy as db
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from pipeline.storage import packed
from tests.places import ROOT


@given(st.text())
def test_what_was_packed_comes_out_as_it_was(text):
    assert packed.unpack(packed.pack(text)) == text


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("event_words.txt", "8309977a34fb4b3e300fd7c29c346a018b0712523d079551fc65f7224598c133"),
        ("event_words_more.txt", "64f0818d6cf655a1ddb83893f13a038b23946d346de214ae07f0dedfa50563bf"),
    ],
)
def test_the_words_are_those_that_records_were_packed_with(name, digest):
    words = (ROOT / "pipeline" / "storage" / name).read_bytes().replace(b"\r\n", b"\n")
    # Other words read nothing that was packed with these: give them another mark, and keep these.
    assert hashlib.sha256(words).hexdigest() == digest


def test_what_was_packed_with_fewer_words_is_read_as_before():
    # "Started execution of run" as the first version packed it.
    older = bytes.fromhex("01c3bbe21aee1e90600ed09e6200")
    assert older[:1] == b"\x01"
    assert packed.unpack(older) == 'Started execution of run for "meeting" of lamps'


def test_an_event_like_those_in_the_words_takes_next_to_nothing():
    event = (ROOT / "pipeline" / "storage" / "event_words.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert len(packed.pack(event.replace("core meetings", "derived themes"))) < len(event) / 20


def test_what_another_version_packed_is_told():
    with pytest.raises(ValueError, match="packed in another way"):
        packed.unpack(b"\x03" + packed.pack("lamps")[1:])


def test_a_column_gives_text_however_it_was_kept():
    notes = db.Table("notes", db.MetaData(), db.Column("note", db.Text().with_variant(packed.Packed(), "sqlite")))
    with db.create_engine("sqlite://").connect() as connection:
        notes.create(connection)
        connection.execute(db.text("insert into notes values ('kept as it was')"))
        connection.execute(notes.insert(), [{"note": "packed"}, {"note": None}])
        kinds = connection.execute(db.text("select typeof(note) from notes")).scalars().all()
        assert kinds == ["text", "blob", "null"]
        assert connection.execute(db.select(notes.c.note)).scalars().all() == ["kept as it was", "packed", None]


def test_no_other_database_packs():
    column = db.Text().with_variant(packed.Packed(), "sqlite")
    assert column.dialect_impl(postgresql.dialect()).bind_processor(postgresql.dialect()) is None
    assert column.dialect_impl(sqlite.dialect()).bind_processor(sqlite.dialect()) is not None
