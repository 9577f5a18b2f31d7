"""Reading a folder's files: hash and replies of each in order, links and devices refused, unchanged files remembered.

Keeps out: processes that fail (test_pool.py) and formats (tests of formats/).
"""

import os
import sqlite3
import stat

import pytest

from pipeline.config import Limits
from pipeline.reading import files
from pipeline.reading.cache import ReplyCache
from pipeline.reading.files import read_files
from pipeline.reading.pool import ReadingPool
from pipeline.reading.reply import Question
from pipeline.storage.hashes import sha256_of
from tests.forms import Filled
from tests.workspaces import add_form, add_reply

SAID = {"1.a": {"action_taken": "yes", "text": "We lit the lamps."}}
EMAIL = "mara@example.org"


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


@pytest.fixture
def parsed(monkeypatch) -> list:
    """The files that were really parsed, in all calls of a test."""
    given = []

    class Counting(ReadingPool):
        def give(self, files):
            files = list(files)
            given.extend(path.name for _, path in files)
            super().give(files)

    monkeypatch.setattr(files, "ReadingPool", Counting)
    return given


def read(case, question, *, cached=True, limits=None, meanwhile=None):
    limits = limits or Limits()
    cache = ReplyCache(case.workspace, case.meeting_id, question, limits) if cached else None
    paths = sorted((case.folder / "replies").iterdir())
    return dict(
        zip(
            [path.name for path in paths],
            read_files(paths, case.folder, question, limits, cache, meanwhile),
            strict=True,
        )
    )


def texts(found):
    return [answer.text for reply in found.replies for answer in reply.answers]


def test_replies_come_with_the_hash_of_their_file(case, question):
    path = add_reply(case, "alba.yaml", respondent="Alba", answers=SAID)
    found = read(case, question, cached=False)["alba.yaml"]
    assert (found.sha256, found.unreadable, texts(found)) == (sha256_of(path), None, ["We lit the lamps."])


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (lambda path: path.symlink_to("/etc/hostname"), "a link that leads out of the folder"),
        (lambda path: path.symlink_to("/dev/zero"), "a link that leads out of the folder"),
        (lambda path: path.symlink_to(path.name), "a link to itself"),
        (lambda path: path.symlink_to("nowhere.docx"), "not an ordinary file"),
        (os.mkfifo, "not an ordinary file"),
    ],
)
def test_what_is_no_file_of_the_folder_is_not_opened(case, question, parsed, make, found):
    add_reply(case, "alba.yaml", respondent="Alba", answers=SAID)
    make(case.folder / "replies" / "bad.docx")
    both = read(case, question)
    assert both["bad.docx"].unreadable.found == found
    assert texts(both["alba.yaml"]) == ["We lit the lamps."]
    assert parsed == ["alba.yaml"]


def test_a_link_to_a_file_of_the_folder_is_that_file(case, question):
    (case.folder / "replies" / "link.yaml").symlink_to(case.folder / "other.yaml")
    add_reply(case, "../other.yaml", respondent="Alba", answers=SAID)
    assert texts(read(case, question)["link.yaml"]) == ["We lit the lamps."]


def test_a_file_over_the_limit_is_hashed_but_not_opened(case, question, parsed):
    path = add_reply(case, "alba.yaml", respondent="Alba", answers=SAID)
    found = read(case, question, limits=Limits(file_bytes=20))["alba.yaml"]
    assert (found.unreadable.code, found.sha256) == ("file_too_large", sha256_of(path))
    assert parsed == []


def test_files_with_the_same_bytes_are_parsed_once(case, question, parsed):
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        add_reply(case, name, respondent="Alba", answers=SAID)
    assert [texts(found) for found in read(case, question, cached=False).values()] == [["We lit the lamps."]] * 3
    assert parsed == ["a.yaml"]


def test_only_what_changed_is_parsed_again(case, question, parsed):
    for number in range(30):
        add_reply(case, f"{number:02}.yaml", respondent="Alba", general=f"Number {number}.")
    first = read(case, question)
    parsed.clear()
    add_reply(case, "07.yaml", respondent="Alba", general="Changed.")
    second = read(case, question)
    assert parsed == ["07.yaml"]
    assert second["07.yaml"].replies[0].general == "Changed."
    assert {name: found for name, found in second.items() if name != "07.yaml"} == {
        name: found for name, found in first.items() if name != "07.yaml"
    }


def test_the_caller_is_asked_once_what_else_there_is_to_do_while_files_are_parsed(case, question):
    for name in ("a.yaml", "b.yaml"):
        add_reply(case, name, respondent="Alba", general=name)
    asked = []
    read(case, question, meanwhile=lambda: asked.append("read"))
    read(case, question, meanwhile=lambda: asked.append("from the cache"))
    assert asked == ["read"]


def test_a_reply_from_the_cache_is_the_reply_that_was_read(case, question):
    add_form(case, "alba.docx", Filled("Alba", {"1.a": ("yes", "Lit.")}, contact={"email": EMAIL}, general="Thanks."))
    (case.folder / "replies" / "bad.docx").write_bytes(b"PK\x03\x04cut")
    first, second = read(case, question), read(case, question)
    assert first["alba.docx"] == second["alba.docx"]
    assert second["alba.docx"].replies[0].contact == {"email": EMAIL}
    assert str(first["bad.docx"].unreadable) == str(second["bad.docx"].unreadable)


def test_other_recommendations_or_limits_mean_reading_again(case, question, parsed):
    add_reply(case, "alba.yaml", respondent="Alba", answers=SAID)
    read(case, question)
    read(case, question)
    assert parsed == ["alba.yaml"]
    read(case, Question(question.meeting_id, question.recommendations[:1]))
    read(case, question, limits=Limits(members=7))
    assert parsed == ["alba.yaml"] * 3


def test_contact_data_is_cached_in_private_only(case, question):
    add_reply(case, "alba.yaml", respondent="Alba", general="Thanks.", contact={"email": EMAIL})
    read(case, question)
    holding = [
        path for path in case.workspace.warehouse.rglob("*") if path.is_file() and EMAIL.encode() in path.read_bytes()
    ]
    assert holding == [case.workspace.contact_cache(case.meeting_id)]
    assert stat.S_IMODE(holding[0].stat().st_mode) == 0o600
    assert stat.S_IMODE(holding[0].parent.stat().st_mode) == 0o700


def test_without_its_contact_data_a_reply_is_read_again(case, question, parsed):
    add_reply(case, "alba.yaml", respondent="Alba", general="Thanks.", contact={"email": EMAIL})
    read(case, question)
    case.workspace.contact_cache(case.meeting_id).unlink()
    assert read(case, question)["alba.yaml"].replies[0].contact == {"email": EMAIL}
    assert parsed == ["alba.yaml"] * 2


def test_what_no_file_needs_any_more_leaves_the_cache(case, question):
    gone = add_reply(case, "alba.yaml", respondent="Alba", general="Gone.", contact={"email": EMAIL})
    add_reply(case, "cyra.yaml", respondent="Cyra", general="Stays.")
    read(case, question)
    gone.unlink()
    read(case, question)
    for path in (case.workspace.reply_cache(case.meeting_id), case.workspace.contact_cache(case.meeting_id)):
        with sqlite3.connect(path) as store:
            rows = store.execute("select entry from parsed").fetchall()
        assert not any("Gone" in row[0] or EMAIL in row[0] for row in rows)


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_cache_counts_as_empty_and_is_made_anew(case, question, parsed, damage):
    add_reply(case, "alba.yaml", respondent="Alba", general="Thanks.", contact={"email": EMAIL})
    read(case, question)
    for path in (case.workspace.reply_cache(case.meeting_id), case.workspace.contact_cache(case.meeting_id)):
        path.write_bytes(damage)
    for _ in range(2):
        assert read(case, question)["alba.yaml"].replies[0].general == "Thanks."
    assert parsed == ["alba.yaml"] * 2
