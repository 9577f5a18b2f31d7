"""The command line: commands, options, exit codes, one-line errors. Runs through Dagster are in test_whole_way."""

import json
import subprocess
import sys
import zipfile

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
    assert "consent_not_stated: replies/cyra.docx" in shown
    assert "→ Ask the respondent" in shown
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
    errors = capsys.readouterr().err
    assert said in errors
    assert "expected" in errors
    assert errors.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "nowhere-1"], "found 'nowhere-1', expected a folder of raw/"),
        (["walk"], "walk"),
        (["sql", "select 1", "--format", "xml"], "expected table, csv or json"),
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
    assert "unsupported_format: replies/alba.docx" in capsys.readouterr().out


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
