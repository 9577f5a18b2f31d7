"""A published note becomes a folder in raw/, and the folder the note again."""

import csv
import re
from pathlib import Path

import pytest
from lxml import etree

from pipeline import config, steps
from pipeline.cli.app import main
from pipeline.note.akn import akn_note
from pipeline.past_note.parts import parts_of
from pipeline.past_note.pieces import of_markdown
from pipeline.storage import lake
from pipeline.storage.hashes import sha256_of
from tests.note.akn_reading import SCHEMA, paragraphs
from tests.past_note import printed

SEED = Path(__file__).parents[3] / "shared" / "seed" / "UNODC-HONLAP-43-2.md"
REGISTER = Path(__file__).parents[2] / "raw" / "respondents.csv"
COPIES = {"md": printed.as_markdown, "docx": printed.as_word, "pdf": printed.as_pdf}


def import_note(root: Path, name: str, content: str | bytes, *more: str) -> int:
    (root / "raw").mkdir(exist_ok=True)
    register = root / "raw" / "respondents.csv"
    if not register.exists():
        register.write_text(printed.REGISTER, encoding="utf-8")
    (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return main(["import-note", str(root / name), "past", "--root", str(root), *more])


def rebuilt(root: Path, meeting_id: str = "past"):
    """Paragraphs, findings by code, and the note of an imported meeting."""
    case = steps.open_case(config.workspace(root), meeting_id)
    for name, frame in steps.intake_tables(case).items():
        lake.write(case.workspace, name, case.meeting_id, frame)
    tables, note = steps.note_tables(case)
    rows = tables["derived.note_paragraphs"].to_dicts()
    assert all(row["sha256"] == sha256_of(case.folder / row["file"]) for row in rows if row["kind"] == "response")
    return case, rows, tables["quality.findings"], note


def plain(text: str) -> str:
    """Text without the marks of Markdown and with single blanks."""
    return " ".join(re.sub(r"\\(?=\W)|\*\*(?!\S*\*$)|^#+ ", "", text, flags=re.M).split())


@pytest.mark.parametrize("kind", COPIES)
def test_the_note_comes_out_as_it_was_printed(tmp_path, kind, capsys):
    assert import_note(tmp_path, f"note.{kind}", COPIES[kind]()) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2].partition(": ")[2].partition(":")[0] for line in told] == ["questionnaire.invited"]
    case, rows, findings, note = rebuilt(tmp_path)
    expected = [(None, None, text) for text in printed.INTRODUCTION]
    expected += [
        (asked.id, one.respondent, one.text) for part in printed.ISSUES.values() for asked in part for one in asked.said
    ]
    assert [(row["recommendation"], row["respondent"], row["text"]) for row in rows] == expected
    assert [row["number"] for row in rows] == list(range(1, len(expected) + 1))
    assert {row["source"] for row in rows} == {"template", "reported"}
    assert "error" not in findings["severity"]

    shown = [re.sub(r"^#+ |^\*\*|\*\*$|\\", "", line) for line in note.splitlines() if line and line != "---"]
    assert_akn(case, rows, note)
    # A line of the masthead is bold and has a mark behind it.
    assert [line.replace("** **", "**") for line in shown] == [text for _, text in printed.lines()]


def test_what_the_note_states_is_in_meeting_yaml(tmp_path):
    import_note(tmp_path, "note.md", printed.as_markdown())
    meeting = steps.open_case(config.workspace(tmp_path), "past").meeting
    assert (meeting.ordinal, meeting.body) == (9, "Meeting of Harbour Masters")
    assert meeting.working_languages == ["Arabic", "English", "French"]
    assert (meeting.adopted_by.ordinal, meeting.adopted_by.place) == (7, "Albaville")
    assert [str(day) for day in (meeting.adopted_by.starts, meeting.adopted_by.ends)] == ["2026-09-28", "2026-10-02"]
    asked = meeting.questionnaire
    assert [str(day) for day in (asked.dispatched, asked.deadline, asked.as_at)] == [
        *("2028-03-03", "2028-06-02", "2028-06-30"),
    ]
    assert asked.invited == ["BOR", "CYR", "DUN", "EST", "FOR", "GUL"]
    assert (meeting.note.agenda_item, meeting.note.agenda_symbol) == (5, "HARB/9/1")
    assert meeting.note.no_response == printed.NOBODY
    assert meeting.note.headings.organizations == "Organizations"


def test_general_statements_are_known_and_receipts_leave_the_date_open(tmp_path):
    import_note(tmp_path, "note.md", printed.as_markdown())
    case, _, findings, _ = rebuilt(tmp_path)
    answers = case.table("core.answers").to_dicts()
    assert [row["respondent"] for row in answers if row["status"] == "general"] == ["CYR"]
    assert {receipt.received_on for receipt in case.receipts} == {None}
    assert {receipt.respondent for receipt in case.receipts} == {"BOR", "CYR", "DUN", "EST", "FOR", "GUL"}
    codes = set(findings["code"])
    assert {"no_receipt", "no_response_to_recommendation"} <= codes
    assert not {"action_unclear", "consent_not_stated", "date_doubtful"} & codes


def test_one_reply_less_renumbers_what_follows_and_changes_nothing_else(tmp_path):
    import_note(tmp_path, "note.md", printed.as_markdown())
    _, before, _, _ = rebuilt(tmp_path)
    (tmp_path / "raw" / "past" / "replies" / "DUN.yaml").unlink()
    _, after, _, note = rebuilt(tmp_path)
    left = [row for row in before if row["respondent"] != "DUN"]
    assert [row["text"] for row in after] == [row["text"] for row in left]
    assert [row["number"] for row in after] == list(range(1, len(left) + 1))
    assert "list of buoys" not in note


def test_every_paragraph_leads_to_the_bytes_it_came_from(tmp_path):
    import_note(tmp_path, "note.md", printed.as_markdown())
    case, rows, _, _ = rebuilt(tmp_path)
    for row in rows[len(printed.INTRODUCTION) :]:
        lines = (case.folder / row["file"]).read_text(encoding="utf-8").splitlines()
        start = int(row["locator"].split()[1]) - 1
        assert row["text"].split()[-1].strip("'") in " ".join(lines[start:])
        assert row["text"].split()[0] in " ".join(lines[start : start + 3])


def test_what_has_no_place_is_told_and_kept_as_a_comment(tmp_path, capsys):
    text = printed.as_markdown().replace("14 July 2028", "Distr.: General\n\n14 July 2028")
    text = text.replace(
        "#### **Recommendation 1**", "An aside under the issue.\n\n5. Stray.\n\n#### **Recommendation 1**"
    )
    text += "\n## III. Further remarks\n\nRemarks that stand in no paragraph.\n"
    assert import_note(tmp_path, "note.md", text) == 0
    err = capsys.readouterr().err
    comments = (tmp_path / "raw" / "past" / "meeting.yaml").read_text(encoding="utf-8")
    for words in ("Distr.: General", "III. Further remarks", "Remarks that stand in no paragraph."):
        assert words in err
        assert words in comments


def test_what_pages_print_beside_the_text_gets_into_no_paragraph(tmp_path, capsys):
    beside = ("1 Treaty of Borford, 1998.", "V.28-01234 (E)", "HARB/9/2/Rev.1", "4/5", "notice<sup></sup> by radio")
    torn = "\n\n".join(("Estmark gave", *beside))
    text = printed.as_markdown().replace("Estmark gave notice by radio", torn)
    assert import_note(tmp_path, "note.md", text) == 0
    err = capsys.readouterr().err
    assert "a footnote of the text, for which a note has no place: '1 Treaty of Borford, 1998.'" in err
    assert "a job number: 'V.28-01234 (E)'" in err
    _, rows, _, _ = rebuilt(tmp_path)
    assert rows[-1]["text"] == "Estmark gave notice by radio, at a cost of $5."


def test_a_recommendation_may_stand_on_the_line_of_its_heading():
    text = "1. Introduced.\n\nIssue 1. Ports\n\n**Recommendation 1: Lamps should be lit.**\n\n2. Alba lit its lamps.\n"
    parts = parts_of(of_markdown(text))
    (asked,) = parts.issues[0].recommendations
    assert (asked.label, asked.text, len(asked.paragraphs)) == ("1", "Lamps should be lit.", 1)
    assert parts.unplaced == []


def test_a_fact_that_is_not_stated_is_asked_for_where_it_belongs(tmp_path, capsys):
    text = printed.as_markdown().replace("14 July 2028", "").replace("was sent out on 3 March 2028", "went out")
    assert import_note(tmp_path, "note.md", text) == 0
    assert "questionnaire.dispatched: not stated in the note" in capsys.readouterr().err
    written = (tmp_path / "raw" / "past" / "meeting.yaml").read_text(encoding="utf-8").splitlines()
    assert "  dispatched:  # not stated in the note: write it here" in written
    assert "  date:  # not stated in the note: write it here" in written
    assert main(["check", "past", "--root", str(tmp_path)]) == 2
    assert (
        f"meeting.yaml:{written.index('  date:  # not stated in the note: write it here') + 1}"
        in capsys.readouterr().err
    )


def test_a_paragraph_nobody_can_be_named_for_is_told_whole(tmp_path, capsys):
    text = printed.as_markdown()
    text += "\n12. Estmark gave notice by lamp.\n\n13. Estmark gave notice by flag, and at length.\n"
    assert import_note(tmp_path, "note.md", text) == 0
    err = capsys.readouterr().err
    assert "paragraph 12: whose it is cannot be said: Estmark gave notice by lamp." in err
    assert "paragraph 13: whose it is cannot be said" in err
    assert "by lamp" not in (tmp_path / "raw" / "past" / "replies" / "EST.yaml").read_text(encoding="utf-8")


def test_a_folder_that_is_there_is_only_moved_aside_when_told_so(tmp_path, capsys):
    import_note(tmp_path, "note.md", printed.as_markdown())
    kept = tmp_path / "raw" / "past" / "editorial.txt"
    kept.write_text("mine", encoding="utf-8")
    assert import_note(tmp_path, "note.md", printed.as_markdown()) == 2
    assert "raw/past: found a folder, expected none" in capsys.readouterr().err
    assert kept.read_text(encoding="utf-8") == "mine"
    assert import_note(tmp_path, "note.md", printed.as_markdown(), "--force") == 0
    assert not kept.exists()
    assert (tmp_path / "raw" / ".past.before-1" / "editorial.txt").read_text(encoding="utf-8") == "mine"
    assert ".past.before-1" in capsys.readouterr().out
    assert config.workspace(tmp_path).meeting_ids() == ["past"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("letter.md", "Dear colleagues,\n\n1. Thank you.\n", "no recommendation with numbered paragraphs"),
        ("empty.md", "", "no recommendation with numbered paragraphs"),
        ("note.docx", b"PK\x03\x04 torn", "expected"),
        ("note.pdf", b"%PDF-1.4 torn", "a damaged PDF"),
        ("note.bin", b"\xff\xfe\x00\x81", "UTF-8 text, Word or PDF"),
    ],
)
def test_what_is_no_note_is_refused_in_one_line(tmp_path, capsys, name, content, said):
    assert import_note(tmp_path, name, content) == 2
    err = capsys.readouterr().err.splitlines()
    assert len(err) == 1
    assert said in err[0]
    assert name in err[0]
    assert not (tmp_path / "raw" / "past").exists()


def test_a_file_that_is_not_there_and_a_bad_name_are_told(tmp_path, capsys):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "respondents.csv").write_text(printed.REGISTER, encoding="utf-8")
    assert main(["import-note", str(tmp_path / "none.md"), "past", "--root", str(tmp_path)]) == 2
    assert "none.md: file: found 'No such file" in capsys.readouterr().err
    assert main(["import-note", str(tmp_path / "none.md"), "Past One", "--root", str(tmp_path)]) == 2
    assert "'Past One', expected small letters" in capsys.readouterr().err


@pytest.fixture(scope="module")
def seed(tmp_path_factory):
    """The published note UNODC/HONLAP/43/2 imported and rebuilt, and its words without the marks of Markdown."""
    if not SEED.exists():
        pytest.skip("the published note lies beside the project only where it was handed out")
    root = tmp_path_factory.mktemp("seed")
    (root / "raw").mkdir()
    (root / "raw" / "respondents.csv").write_bytes(REGISTER.read_bytes())
    assert main(["import-note", str(SEED), "seed-43", "--root", str(root)]) == 0
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", SEED.read_text(encoding="utf-8"))
    text = re.sub(r"\\(?=\W)", "", re.sub(r"^#+ |^---$|\*\*", " ", text, flags=re.M))
    return rebuilt(root, "seed-43"), " ".join(text.split())


def test_every_published_paragraph_is_rebuilt_with_number_recommendation_and_respondent(seed):
    (_, rows, _, _), words = seed
    path = Path(__file__).parents[1] / "fixtures" / "honlap-43" / "published.csv"
    with path.open(encoding="utf-8") as handle:
        published = [(row["number"], row["recommendation"], row["respondent"]) for row in csv.DictReader(handle)]
    assert [(str(row["number"]), row["recommendation"], row["respondent"]) for row in rows[4:]] == published
    # The fourth paragraph goes over a page, with the footnotes in between.
    assert [row["number"] for row in rows if f"{row['number']}. {row['text']}" not in words] == [4]
    before, after = rows[3]["text"].split(" received after the deadline may")
    assert before in words
    assert f"received after the deadline may{after}" in words


def test_the_published_note_is_valid_akoma_ntoso_and_read_back_to_its_paragraphs(seed):
    (case, rows, _, note), _ = seed
    assert_akn(case, rows, note)


def assert_akn(case, rows: list[dict], note: str) -> None:
    root = etree.fromstring(akn_note(note, rows, case.meeting))
    SCHEMA.assertValid(root)
    assert paragraphs(root) == [(row["number"], row["text"]) for row in rows]


def test_published_headings_recommendations_masthead_and_footnotes_are_rebuilt(seed):
    (case, _, _, note), words = seed
    assert [len(issue.recommendations) for issue in case.meeting.issues] == [5, 6, 5, 3]
    assert all(recommendation.text in words for recommendation in case.meeting.recommendations)
    assert all(f"Issue {number}. {issue.title}" in words for number, issue in enumerate(case.meeting.issues, 1))
    lines = [re.sub(r"\\|^#+ |^\*\*|\*\*$", "", line) for line in note.splitlines() if line]
    assert lines[1:3] == ["22 August 2019", "English only**"]
    assert lines[5] == "Bangkok, 22–25 October 2019"
    assert lines[8] == "Note by the Secretariat"
    assert all(line.rstrip("*") in words for line in [*lines[1:3], *lines[4:9], *lines[-3:]])
    assert len(re.findall(r"^#", note, re.M)) == 1 + 2 + 4 + 19
