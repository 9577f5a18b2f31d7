"""The note in Word: styles, numbering, footnotes, and that it reads back as the same note."""

import io
import re
import shutil
import subprocess
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from pipeline.config import OFFICE
from pipeline.note.word import word_note
from pipeline.past_note.parts import parts_of
from pipeline.past_note.pieces import read_pieces
from tests.note.test_render import change_meeting, note_of
from tests.workspaces import add_receipt, add_reply, again

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def note(answered):
    change_meeting(
        answered,
        "  word_limit: 900",
        "  word_limit: 900\n  reissued: 2031-07-15\n  introduction: [First of all., 'Then **this** & that.']",
    )
    return note_of(answered), again(answered).meeting


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def test_every_part_has_its_style(note):
    document = opened(word_note(*note))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[:8] == [
        *("Note Symbol", "Note Masthead", "Note Masthead", "Note Session", "Note Session", "Note Session"),
        *("Title", "Note Author"),
    ]
    assert styles[8:14] == [
        *("Heading 2", "Numbered Paragraph", "Numbered Paragraph", "Heading 2", "Heading 3", "Heading 4"),
    ]
    assert styles[14] == "Recommendation Text"
    assert all(run.bold for run in document.paragraphs[14].runs)


def test_page_font_and_sizes_are_those_of_official_documents(note):
    document = opened(word_note(*note))
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    sizes = {name: document.styles[name].font.size.pt for name in ("Numbered Paragraph", "Heading 2", "Heading 3")}
    assert sizes == {"Numbered Paragraph": 10, "Heading 2": 14, "Heading 3": 12}
    assert document.styles["footnote text"].font.size.pt == 9
    assert document.styles["Title"].font.name == "Times New Roman"
    header = section.header.paragraphs[0]
    assert header.text.startswith("HARB/12/2\t")
    assert [one.text for one in header._p.iter(f"{W}instrText")] == ["PAGE"]


def test_properties_name_the_note_and_its_day(note):
    said = opened(word_note(*note)).core_properties
    assert said.title.startswith("Implementation of the recommendations")
    assert (said.subject, said.author, said.language) == ("HARB/12/2", "Secretariat", "en-GB")
    assert str(said.created.date()) == "2031-07-01"


def test_no_paragraph_is_empty(note):
    document = opened(word_note(*note))
    assert all(paragraph.text.strip() for paragraph in document.paragraphs)


def test_word_numbers_the_paragraphs_in_one_run(note):
    document = opened(word_note(*note))
    numbered = [one for one in document.paragraphs if one.style.name == "Numbered Paragraph"]
    assert {one._p.pPr.numPr.numId.val for one in numbered} == {numbered[0]._p.pPr.numPr.numId.val}
    assert not any(re.match(r"\d+\.", one.text) for one in numbered)
    assert len(numbered) == note[0].count("\n\n1. ") + len(re.findall(r"^(?!1\.)\d+\. ", note[0], re.M))


def test_a_number_out_of_turn_begins_another_list(note):
    markdown, meeting = note
    document = opened(word_note(markdown.replace("\n7. ", "\n17. "), meeting))
    numbered = [one for one in document.paragraphs if one.style.name == "Numbered Paragraph"]
    ids = list(dict.fromkeys(one._p.pPr.numPr.numId.val for one in numbered))
    numbering = document.part.numbering_part.element
    starts = [numbering.num_having_numId(one).find(f".//{qn('w:startOverride')}") for one in ids]
    assert [None if one is None else one.get(qn("w:val")) for one in starts] == [None, "17"]


def test_footnotes_are_words_own_and_marked_once_each(note):
    data = word_note(*note)
    body = opened(data).element.body
    references = [
        (one.get(qn("w:id")), one.get(qn("w:customMarkFollows"))) for one in body.iter(f"{W}footnoteReference")
    ]
    assert references == [("1", "1"), ("2", "1"), ("3", "1")]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        footnotes = package.read("word/footnotes.xml").decode()
        settings = package.read("word/settings.xml").decode()
    assert re.findall(r'<w:footnote w:id="(-?\d)" w:type="(\w+)"', footnotes) == [
        *(("-1", "separator"), ("0", "continuationSeparator")),
    ]
    assert "HARB/12/1." in footnotes
    assert settings.index("w:footnotePr") < settings.index("w:compat")
    # The reissue stands at symbol and date; the second mark is text alone.
    symbol, date = opened(data).paragraphs[:2]
    assert [len(list(one._p.iter(f"{W}sym"))) for one in (symbol, date)] == [1, 1]


def test_it_reads_back_as_the_same_note(note, tmp_path):
    markdown, meeting = note
    (tmp_path / "note.md").write_text(markdown, encoding="utf-8")
    (tmp_path / "note.docx").write_bytes(word_note(markdown, meeting))
    first, second = (parts_of(read_pieces(tmp_path / f"note.{kind}")) for kind in ("md", "docx"))
    assert [one.text for one in second.masthead] == [one.text for one in first.masthead]
    assert second.footnotes == first.footnotes
    assert second.headings == first.headings
    for past in (first, second):
        for one in (*past.introduction, *(p for i in past.issues for r in i.recommendations for p in r.paragraphs)):
            one.place = ""
    assert second.introduction == first.introduction
    assert second.issues == first.issues
    assert [len(issue.recommendations) for issue in second.issues] == [2, 1]
    assert second.unplaced == []


def test_late_superseded_and_cut_text_appears_in_no_note(answered):
    late = {"1.b": {"action_taken": "yes", "text": "We came late with 77 buoys."}}
    for name, said, day in (
        ("est.yaml", late, "2031-06-15"),
        ("alba-first.yaml", {"1.a": {"action_taken": "yes", "text": "We had 66 wrecks then."}}, "2031-04-01"),
    ):
        code = "ALB" if name.startswith("alba") else "EST"
        add_reply(answered, name, respondent=code, answers=said)
        add_receipt(answered, name, code, day)
    change_meeting(answered, "  word_limit: 900", "  word_limit: 248")
    markdown = note_of(answered)
    data = word_note(markdown, again(answered).meeting)
    printed = markdown + "".join(paragraph.text for paragraph in opened(data).paragraphs)
    findings = again(answered).table("quality.intake_findings")
    assert {"late_reply", "superseded_reply"} <= set(findings["code"])
    assert "14 lights" in printed
    for words in ("77 buoys", "66 wrecks", "Our teams", "three of them"):
        assert words not in printed


def test_the_same_note_gives_the_same_bytes_whatever_the_hour(note, monkeypatch):
    first = word_note(*note)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert word_note(*note) == first


@pytest.mark.slow
@pytest.mark.skipif(shutil.which(OFFICE) is None, reason="LibreOffice is not installed")
def test_it_opens_in_libreoffice(note, tmp_path):
    (tmp_path / "note.docx").write_bytes(word_note(*note))
    command = [OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "txt:Text", "--outdir", str(tmp_path), str(tmp_path / "note.docx")]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    shown = (tmp_path / "note.txt").read_text(encoding="utf-8-sig")
    assert "HARB/12/2*" in shown
    assert "English only**" in shown
    assert re.search(r"^\s*1\.\s+First of all\.", shown, re.M)
