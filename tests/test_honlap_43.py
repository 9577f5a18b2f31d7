"""The meeting in raw/: its note has the paragraphs of the published one, each with its figures.

`fixtures/honlap-43/published.csv` lists number, recommendation, respondent and figures of the 133 published
paragraphs; which respondent a paragraph is about was taken from the published text by hand-checked name matching.
"""

import csv
import re
from pathlib import Path

import pytest

from pipeline import config, steps
from pipeline.cli.app import main
from pipeline.note.render import words_in_note
from pipeline.storage import lake
from pipeline.storage.hashes import sha256_of
from pipeline.text.figures import figures_in
from pipeline.warehouse.publish import publish

RAW = Path(__file__).parent.parent / "raw"
with (Path(__file__).parent / "fixtures" / "honlap-43" / "published.csv").open(encoding="utf-8") as handle:
    PUBLISHED = list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Paragraphs, findings and note of honlap-43, made in a temporary workspace over the real raw folder."""
    root = tmp_path_factory.mktemp("honlap")
    (root / "raw").symlink_to(RAW)
    case = steps.open_case(config.workspace(root), "honlap-43")
    for name, frame in steps.intake_tables(case).items():
        lake.write(case.workspace, name, case.meeting_id, frame)
    tables, note = steps.note_tables(case)
    for name, frame in tables.items():
        lake.write(case.workspace, name, case.meeting_id, frame)
    return case, tables["derived.note_paragraphs"].to_dicts(), tables["quality.findings"], note


def test_every_published_paragraph_has_its_number_recommendation_and_respondent(made):
    _, rows, _, _ = made
    assert [row["number"] for row in rows] == list(range(1, 138))
    assert [row["kind"] for row in rows].count("introduction") == 4
    ours = [(str(row["number"]), row["recommendation"], row["respondent"]) for row in rows[4:]]
    assert ours == [(row["number"], row["recommendation"], row["respondent"]) for row in PUBLISHED]


def test_every_published_figure_stands_in_the_paragraph_of_the_same_number(made):
    _, rows, _, _ = made
    texts = {row["number"]: row["text"] for row in rows}
    missing = [
        (row["number"], figure)
        for row in PUBLISHED
        for figure in filter(None, row["figures"].split(";"))
        if figure not in texts[int(row["number"])]
    ]
    assert missing == []
    assert sum(bool(row["figures"]) for row in PUBLISHED) > 40


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (26, "$250,000"),
        (26, "52 investigators"),
        (29, "75 million"),
        (29, "195,000"),
        (60, "96 per cent"),
        (102, "64 kg"),
    ],
)
def test_figures_keep_their_units(made, number, said):
    _, rows, _, _ = made
    assert said in rows[number - 1]["text"]


def test_no_figure_was_added(made):
    case, rows, _, _ = made
    answers = {row["answer_id"]: row["text"] for row in case.table("core.answers").iter_rows(named=True)}
    added = [row["number"] for row in rows[4:] if figures_in(row["text"]) - figures_in(answers[row["answer_id"]])]
    assert added == []


def test_every_paragraph_leads_to_a_file_as_it_is_in_raw(made):
    case, rows, _, _ = made
    assert {row["file"] for row in rows[4:]} == {f"replies/{row['respondent']}.docx" for row in rows[4:]}
    assert all(row["sha256"] == sha256_of(case.folder / row["file"]) for row in rows[4:])
    assert all(row["locator"] for row in rows[4:])


def test_nineteen_recommendations_stand_under_four_issues(made):
    case, _, _, note = made
    assert [len(issue.recommendations) for issue in case.meeting.issues] == [5, 6, 5, 3]
    assert note.count("\n### Issue ") == 4
    assert note.count("\n#### Recommendation (") == 19


def test_what_is_doubtful_is_known(made):
    _, _, findings, note = made
    counts = dict(findings.group_by("code").len().iter_rows())
    assert counts == {"consent_not_stated": 10, "blank_answer": 8, "style": 8, "cut_to_fit": 28}
    assert 8400 < words_in_note(note) <= 8500


def test_the_readme_shows_what_is_made(made, capsys):
    case, rows, _, note = made
    readme = " ".join((RAW.parent / "README.md").read_text(encoding="utf-8").replace("\n> ", "\n").split())
    assert f"{len(rows)}  {words_in_note(note):,} / 8,500".replace("  ", " ") in readme
    quoted = re.search(r"60\. .*?PICS\.", readme)[0]
    assert quoted == f"60. {rows[59]['text']}"

    lake.write(case.workspace, "core.respondents", "", steps.register_table(case.workspace))
    lake.write(case.workspace, "raw.files", case.meeting_id, steps.files_table(case))
    steps.write_note(case, note)
    for name, frame in steps.derived_tables(case).items():
        lake.write(case.workspace, name, case.meeting_id, frame)
    steps.write_manifest(case)
    publish(case.workspace)
    query = re.search(r'rapporteur sql "(select [^"]*respondent_summary[^"]*)"', readme)[1]
    assert main(["sql", query, "--root", str(case.workspace.root)]) == 0
    shown = capsys.readouterr().out
    assert " ".join(shown.split()) in readme
