"""The note against the issued one: all changes accepted give the new note, all rejected the issued one.

Keeps out: the findings about what changed (test_since_issue.py).
"""

import io
import random
import re
import shutil
import subprocess
import zipfile

import pytest
from lxml import etree

from pipeline import config, steps
from pipeline.cli.app import main
from pipeline.desk.word_back import returned_note
from pipeline.note.redline import redline
from pipeline.note.word import word_note
from tests.workspaces import add_reply, again

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = ("light", "harbour", "pilot", "tide", "cargo", "14", "2030", "port", "list,", "lamp.", "(new)", "the", "and")


def said(data: bytes, changes: str) -> tuple[list[str], list[int]]:
    """The text of a document, and how many stars of footnotes stand in it, with its changes accepted or rejected."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    gone = f"{W}del" if changes == "accepted" else f"{W}ins"
    stars = [
        sum(next(star.iterancestors(gone), None) is None for star in paragraph.iter(f"{W}sym"))
        for paragraph in root.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}rPr/{gone}") is None
    ]
    return [one.text for one in returned_note(data, "note", changes)[0]], [star for star in stars if star]


def check(issued: str, note: str, meeting) -> bytes:
    made = redline(issued, note, meeting)
    for changes, expected in (("accepted", note), ("rejected", issued)):
        texts, stars = said(made, changes)
        plain_texts, plain_stars = said(word_note(expected, meeting), "accepted")
        assert texts == plain_texts
        assert stars == plain_stars
    return made


@pytest.fixture(scope="module")
def note(made_once):
    return steps.note_path(made_once).read_text(encoding="utf-8"), again(made_once).meeting


def changed(note: str, rng: random.Random) -> str:
    """A note with words changed, paragraphs left out, added and moved, at random."""
    lines = note.split("\n")
    for _ in range(rng.randint(1, 8)):
        numbered = [at for at, line in enumerate(lines) if re.match(r"\d+\. ", line)]
        plain = [at for at, line in enumerate(lines) if line and not line.startswith("-")]
        kind = rng.choice(("word", "words", "out", "add", "swap"))
        if kind in ("word", "words"):
            at = rng.choice(plain)
            words = lines[at].split(" ")
            first = 1 if re.match(r"(\d+\.|#+|\\\*+)$", words[0]) else 0
            if len(words) > first + 1:
                place = rng.randrange(first, len(words) - 1)
                if "*" not in words[place]:
                    end = place + 1 if kind == "word" else min(place + rng.randint(1, 5), len(words) - 1)
                    if not any("*" in word for word in words[place:end]):
                        words[place:end] = rng.choices(WORDS, k=rng.randint(0, 4)) or ["x"]
            lines[at] = " ".join(words)
        elif kind == "out" and len(numbered) > 2:
            at = rng.choice(numbered)
            lines[at : at + 2] = []
        elif kind == "add":
            at = rng.choice(numbered)
            lines[at:at] = [f"1. {' '.join(rng.choices(WORDS, k=8))}", ""]
        elif len(numbered) > 1:
            a, b = rng.sample(numbered, 2)
            lines[a], lines[b] = lines[b], lines[a]
    number = 0
    for at, line in enumerate(lines):
        if re.match(r"\d+\. ", line):
            number += 1
            lines[at] = f"{number}. {line.split('. ', 1)[1]}"
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(20))
def test_accepted_it_is_the_new_note_and_rejected_the_issued_one(note, seed):
    markdown, meeting = note
    rng = random.Random(seed)
    check(changed(markdown, rng), changed(markdown, rng), meeting)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20, 40))
def test_it_is_so_for_two_hundred_pairs(note, seed):
    for step in range(10):
        rng = random.Random(f"{seed} {step}")
        check(changed(note[0], rng), changed(note[0], rng), note[1])


def test_footnotes_that_come_with_a_reissue_are_changes_too(made):
    case = again(made)
    issued = steps.note_path(case).read_text(encoding="utf-8")
    path = case.folder / "meeting.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("date: 2031-07-01", "date: 2031-07-01\n  reissued: 2031-08-01")
    )
    steps.make_all(case.workspace, case.meeting_id)
    reissued = steps.note_path(case).read_text(encoding="utf-8")
    assert reissued.count("*") > issued.count("*")
    made_of_it = check(issued, reissued, again(made).meeting)
    with zipfile.ZipFile(io.BytesIO(made_of_it)) as package:
        assert b'w:date="2031-08-01T00:00:00Z"' in package.read("word/document.xml")


def test_the_same_note_has_no_changes(note):
    markdown, meeting = note
    with zipfile.ZipFile(io.BytesIO(redline(markdown, markdown, meeting))) as package:
        text = package.read("word/document.xml") + package.read("word/footnotes.xml")
    assert b"<w:ins " not in text
    assert b"<w:del " not in text


def test_only_the_words_that_differ_are_marked_and_by_the_secretariat(note):
    markdown, meeting = note
    made = redline(markdown, markdown.replace("52 pilots", "53 pilots"), meeting)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    (gone,), (new,) = root.iter(f"{W}del"), root.iter(f"{W}ins")
    assert ["".join(one.itertext()).strip() for one in (gone, new)] == ["52", "53"]
    assert {one.get(f"{W}author") for one in (gone, new)} == {"Secretariat"}
    assert {one.get(f"{W}date") for one in (gone, new)} == {"2031-07-01T00:00:00Z"}


def test_it_comes_with_a_run_after_the_issue_and_goes_with_the_issued_note(made):
    root = ["--root", str(made.workspace.root)]
    path = steps.note_path(made, steps.REDLINE)
    assert not path.exists()
    assert main([*root, "issue", "harb-12"]) == 0
    add_reply(made, "alba.yaml", respondent="Alba", publish=True, answers={"1.a": {"text": "We lit 15 lamps."}})
    steps.make_all(made.workspace, "harb-12")
    issued = (made.folder / "issued" / "note.docx").read_bytes()
    assert said(path.read_bytes(), "rejected") == said(issued, "accepted")
    assert said(path.read_bytes(), "accepted") == said(steps.note_path(made, steps.WORD).read_bytes(), "accepted")
    shutil.rmtree(made.folder / "issued")
    steps.make_all(made.workspace, "harb-12")
    assert not path.exists()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which(config.OFFICE), reason="LibreOffice is not installed")
def test_libreoffice_lists_its_changes(note, tmp_path):
    markdown, meeting = note
    new = changed(markdown, random.Random(7)).replace("52 pilots", "53 pilots")
    (tmp_path / "redline.docx").write_bytes(redline(markdown, new, meeting))
    command = [config.OFFICE, f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "odt"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "redline.docx"], check=True, capture_output=True, timeout=180
    )
    with zipfile.ZipFile(tmp_path / "redline.odt") as package:
        content = package.read("content.xml").decode()
    assert content.count("<text:changed-region") >= 2
    assert "<dc:creator>Secretariat</dc:creator>" in content
