"""The note as Akoma Ntoso: valid against the schema, and read back to the same paragraphs.

Keeps out: what the note says (test_render.py).
"""

from pathlib import Path

import pytest
from lxml import etree

from pipeline import config, steps
from pipeline.note import printed
from pipeline.note.akn import SOURCES, akn_note, work_uri
from pipeline.note.printed import printed_parts
from tests.note.akn_reading import SCHEMA, A, paragraphs
from tests.workspaces import again

S = f"{{{SOURCES}}}"
RAW = Path(__file__).parent.parent.parent / "raw"


def made_of(case):
    """The XML of a meeting's note, valid, with its Markdown and rows."""
    note = steps.note_path(case).read_text(encoding="utf-8")
    rows = case.table("derived.note_paragraphs").to_dicts()
    root = etree.fromstring(akn_note(note, rows, case.meeting))
    SCHEMA.assertValid(root)
    return root, note, rows


def check(case):
    root, note, rows = made_of(case)
    assert paragraphs(root) == [(row["number"], row["text"]) for row in rows]
    parts = printed_parts(note)
    quoted = [one.text for one in root.iter(f"{A}embeddedText")]
    assert quoted == [part.text for part in parts if part.kind == printed.ASKED]
    assert [one.text for one in root.iter(f"{A}heading")] == [p.text for p in parts if p.kind == printed.HEADING]
    notes = [one.findtext(f"{A}p") for one in root.iter(f"{A}authorialNote")]
    assert notes == [part.text for part in parts if part.kind == printed.FOOTNOTE]
    known = {f"#{one.get('eId')}" for one in root.iter(f"{A}paragraph")}
    sources = list(root.iter(f"{S}source"))
    assert {one.get("paragraph") for one in sources} <= known
    traced = {(one.get("answer_id"), one.get("sha256")) for one in sources if one.get("answer_id")}
    assert traced == {(row["answer_id"], row["sha256"]) for row in rows if row["answer_id"]}
    return root


def test_it_is_valid_and_has_the_notes_paragraphs(made):
    root = check(again(made))
    assert work_uri(again(made).meeting) == "/akn/un/doc/note/harb/2031-07-01/12-2"
    assert root.find(f".//{A}FRBRWork/{A}FRBRcountry").get("value") == "un"
    assert root.find(f".//{A}preface//{A}docNumber").text == "HARB/12/2"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("date: 2031-07-01", "date: 2031-07-01\n  reissued: 2031-08-01"),
        ("agenda_item: 3", "agenda_item: 3\n  headings: {introduction: null, responses: null}"),
        ("working_languages: [English]", "working_languages: [English, French]"),
        ("agenda_item: 3", "agenda_item: 3\n  introduction: ['One line only, of {{ place }}.']"),
    ],
)
def test_meetings_with_other_choices_are_valid_too(answered, before, after):
    path = answered.folder / "meeting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    steps.make_all(answered.workspace, answered.meeting_id)
    check(again(answered))


def test_a_meeting_without_replies_is_valid(case):
    steps.make_all(case.workspace, case.meeting_id)
    check(again(case))


@pytest.mark.slow
def test_the_published_meeting_is_valid(tmp_path):
    (tmp_path / "raw").symlink_to(RAW)
    case = steps.open_case(config.workspace(tmp_path), "honlap-43")
    steps.make_all(case.workspace, "honlap-43")
    assert len(paragraphs(check(case))) == 137
