"""The command line: commands, options, exit codes, one-line errors. Runs through Dagster are in test_whole_way."""

import errno
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pytest

from pipeline.cli.app import main
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.forms import Filled
from tests.workspaces import MEETING, REGISTER, add_form, add_receipt


def rapporteur(case, *arguments: str) -> int:
    return main([*arguments, "--root", str(case.workspace.root)])


def test_check_prints_findings_with_what_to_do_and_writes_nothing(answered, capsys):
    assert rapporteur(answered, "check", "harb-12") == 0
    shown = capsys.readouterr().out
    assert "harb-12: 0 errors, 3 warnings" in shown
    assert "warning · Ask the respondent if the reply is to be published" in shown
    assert "Cyra, replies/cyra.docx: found no mark" in shown
    assert not answered.workspace.warehouse.exists()


def test_check_gives_findings_for_programs(answered, capsys):
    assert rapporteur(answered, "check", "--json") == 0
    found = json.loads(capsys.readouterr().out)["harb-12"]
    assert {item["severity"] for item in found} == {"warning"}
    assert all(item["message"] and item["action"] for item in found)


def test_a_corrupt_file_is_a_finding_and_only_strict_makes_it_fail(answered, capsys):
    (answered.folder / "replies" / "broken.docx").write_bytes(b"PK\x03\x04 and then nothing of use")
    assert rapporteur(answered, "check") == 0
    assert "1 errors" in capsys.readouterr().out
    assert rapporteur(answered, "check", "--strict") == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "harb-12/meeting.yaml",
            "deadline: 2031-05-30",
            "deadline: 2031-02-30",
            "meeting.yaml:10: questionnaire.deadline",
        ),
        ("harb-12/meeting.yaml", "ordinal: 12", "ordinal: twelve", "meeting.yaml:2: ordinal"),
        ("harb-12/meeting.yaml", "invited: [LAND]", "invited: [MOON]", "meeting.yaml:12: questionnaire.invited: found"),
        ("respondents.csv", "EST,Estmark", "ALB,Estmark", "respondents.csv:6: code: found 'ALB'"),
        ("respondents.csv", "member_state,SEA,", "planet,SEA,", "respondents.csv:6: kind: found 'planet'"),
    ],
)
@pytest.mark.parametrize("command", ["check", "run"])
def test_a_bad_value_ends_with_two_and_one_line(case, capsys, command, file, old, new, said):
    text = {"harb-12/meeting.yaml": MEETING, "respondents.csv": REGISTER}[file]
    assert old in text
    (case.workspace.raw / file).write_text(text.replace(old, new), encoding="utf-8")
    assert rapporteur(case, command) == 2
    first, *others = capsys.readouterr().err.splitlines()
    assert said in first
    assert all("expected" in line for line in (first, *others))
    # A second respondent with the code of another is called as that one is, too.
    assert len(others) == ("ALB,Estmark" in new)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "nowhere-1"], "found 'nowhere-1', expected a folder of raw/"),
        (["walk"], "walk"),
        (["sql", "-- all of them"], "found a comment alone, expected a SELECT"),
        (["sql", " "], "found nothing, expected a SELECT"),
        (["sql", "select 1", "--format", "xml"], "expected table, csv, json or xlsx"),
        (["sql", "select 1"], "run `rapporteur run` first"),
        (["questionnaire", "harb-12", "XXX"], "found 'XXX'"),
        (["check", "--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_ends_with_two_and_one_line(case, capsys, arguments, said):
    assert rapporteur(case, *arguments) == 2
    errors = capsys.readouterr().err
    assert said in errors
    assert errors.count("\n") == 1


def test_a_folder_that_is_no_workspace_is_told(tmp_path, capsys):
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "found no folder raw/" in capsys.readouterr().err


def test_an_internal_failure_ends_with_three_and_one_line(case, capsys, monkeypatch):
    monkeypatch.setattr("pipeline.steps.intake", lambda *_, **__: 1 / 0)
    assert rapporteur(case, "check") == 3
    errors = capsys.readouterr().err
    assert "internal failure: ZeroDivisionError" in errors
    assert errors.count("\n") == 1


def test_questionnaires_are_written_for_all_invited_or_those_named(case, capsys):
    assert rapporteur(case, "questionnaire", "harb-12") == 0
    folder = case.workspace.questionnaires("harb-12")
    assert sorted(path.name for path in folder.iterdir()) == ["ALB.docx", "BOR.docx", "CYR.docx", "DUN.docx"]
    assert rapporteur(case, "questionnaire", "harb-12", "FOR") == 0
    (reply,) = read((folder / "FOR.docx").read_bytes(), Question("harb-12", tuple(case.meeting.recommendations)))
    assert reply.respondent == "Forum of Ports"


def test_an_unchanged_meeting_is_told_without_loading_dagster_or_polars(tmp_path):
    script = (
        "import sys\nfrom pipeline.warehouse import manifest\nfrom pipeline.cli.app import main\n"
        "manifest.is_current = lambda *_: True\nmanifest.is_published = lambda *_: True\n"
        "code = main(['run', '--root', sys.argv[1]])\n"
        "print(code, sorted({'dagster', 'polars', 'duckdb', 'pandera'} & set(sys.modules)))"
    )
    (tmp_path / "raw" / "harb-12").mkdir(parents=True)
    (tmp_path / "raw" / "harb-12" / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    shown = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "0 []"


def test_the_root_can_come_from_the_environment(answered, capsys, monkeypatch):
    monkeypatch.setenv("RAPPORTEUR_ROOT", str(answered.workspace.root))
    assert main(["check"]) == 0
    assert "harb-12" in capsys.readouterr().out


def test_a_form_that_is_a_plain_archive_is_named_in_the_findings(case, capsys):
    path = add_form(case, "alba.docx", Filled("Alba", {"1.a": ("yes", "Lamps are lit.")}))
    add_receipt(case, "alba.docx", "ALB")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "nothing of use")
    assert rapporteur(case, "check") == 0
    shown = capsys.readouterr().out
    assert "unsupported_format" in shown
    assert "replies/alba.docx: found" in shown


def test_a_root_that_is_given_beats_the_environment(answered, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("RAPPORTEUR_ROOT", str(tmp_path / "elsewhere"))
    assert main(["--root", str(answered.workspace.root), "check"]) == 0
    assert "harb-12" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("note.md.j2", "fine\n{{ nonsense }}", "raw/harb-12/note.md.j2:2: template: found"),
        ("note.md.j2", "{{ 1 + place }}", "raw/harb-12/note.md.j2:1: template: found"),
        (
            "meeting.yaml",
            MEETING.replace("  word_limit: 900", '  word_limit: 900\n  introduction: ["Fine", "{{ nobody }}"]'),
            "raw/harb-12/meeting.yaml:20: note.introduction.2: found",
        ),
    ],
)
def test_a_bad_template_ends_with_two_before_anything_is_made(answered, capsys, command, file, text, said):
    (answered.folder / file).write_text(text, encoding="utf-8")
    assert rapporteur(answered, command) == 2
    errors = capsys.readouterr().err
    assert said in errors
    assert errors.count("\n") == 1
    assert not answered.workspace.lake.exists()


def test_text_is_printed_as_it_is(answered, capsys):
    path = answered.folder / "replies" / "alba.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("action_taken: 'no'", "action_taken: ':key:'"), "utf-8")
    assert rapporteur(answered, "check", "--json") == 0
    assert ":key:" in capsys.readouterr().out


def test_the_faults_of_all_hand_kept_files_are_told_at_once(case, capsys):
    (case.folder / "meeting.yaml").write_text(MEETING.replace("ordinal: 12", "ordinal: twelve"), encoding="utf-8")
    (case.folder / "receipts.csv").write_text(
        "file,respondent,received_on,channel,comment\na.docx,ZZZ,2031-05-01,,\nb.docx,ALB,May,,\n"
    )
    assert rapporteur(case, "check") == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[1].rpartition("/")[2] for line in said] == [
        "meeting.yaml:2", "receipts.csv:2", "receipts.csv:3",
    ]  # fmt: skip


def test_queries_may_begin_with_a_comment_and_show_tables_names_those_of_all_schemas(made, capsys):
    assert rapporteur(made, "sql", "-- how many\nselect count(*) as n from core.replies", "--format", "csv") == 0
    assert capsys.readouterr().out == "n\n3\n"
    assert rapporteur(made, "sql", "SHOW TABLES;", "--format", "json") == 0
    shown = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert {"core.answers", "derived.note_paragraphs", "quality.findings"} <= set(shown)
    assert shown["core.replies"]["rows"] == 3
    assert shown["core.replies"]["description"].startswith("One row per meeting, file and respondent")


@pytest.mark.parametrize(
    ("rows", "shown", "said"), [(1000, 1000, "1,000 rows"), (1001, 1000, "1,001 rows, of which the first 1,000 are")]
)
def test_a_long_result_is_cut_and_says_so(tmp_path, capsys, rows, shown, said):
    database = tmp_path / "warehouse" / "rapporteur.duckdb"
    database.parent.mkdir()
    duckdb.connect(str(database)).close()
    query = f"select 'row ' || range as said from range({rows})"
    assert main(["--root", str(tmp_path), "sql", query]) == 0
    printed = capsys.readouterr().out
    assert (printed.count("row "), said in printed) == (shown, True)
    assert main(["--root", str(tmp_path), "sql", query, "--format", "csv"]) == 0
    assert capsys.readouterr().out.count("\n") == rows + 1


def test_a_file_where_a_folder_belongs_is_told_in_one_sentence(answered, capsys):
    answered.workspace.warehouse.write_text("in the way")
    assert rapporteur(answered, "run") == 3
    errors = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[1] for line in errors] == ["harb-12", "warehouse"]
    assert all("a file in the way of a folder" in line and "Error" not in line for line in errors)


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "a full disk"), (errno.EROFS, "may not be written to")],
)
def test_a_disk_that_takes_nothing_is_told_in_one_sentence(answered, capsys, monkeypatch, number, said):
    def refuse(self, *_):
        raise OSError(number, os.strerror(number), str(self))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert rapporteur(answered, "run") == 3
    errors = capsys.readouterr().err
    assert said in errors
    assert all(line.startswith("rapporteur: ") and "expected" in line for line in errors.splitlines())
    assert "Errno" not in errors


def test_a_store_of_dagster_that_may_not_be_written_to_is_told(answered, capsys, monkeypatch):
    store = str(answered.workspace.dagster_home)
    monkeypatch.setattr(os, "access", lambda path, *_: str(path) != store)
    assert rapporteur(answered, "run") == 3
    assert "may not be written to" in capsys.readouterr().err
