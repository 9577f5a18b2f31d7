"""Settings: where a workspace and Dagster's folder lie. Keeps out: what lies there."""

from pathlib import Path

from pipeline.config import Workspace, workspace


def test_the_root_is_given_or_from_the_environment_or_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RAPPORTEUR_ROOT", raising=False)
    assert workspace().root == tmp_path
    monkeypatch.setenv("RAPPORTEUR_ROOT", str(tmp_path / "a"))
    assert workspace().root == tmp_path / "a"
    assert workspace(Path("b")).root == tmp_path / "b"


def test_dagsters_folder_is_absolute_wherever_it_is_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    assert Workspace(tmp_path).dagster_home == tmp_path / ".dagster"
    monkeypatch.setenv("DAGSTER_HOME", "elsewhere")
    assert Workspace(tmp_path).dagster_home == tmp_path / "elsewhere"


def test_only_folders_with_a_meeting_are_meetings(case):
    (case.workspace.raw / "notes").mkdir()
    assert case.workspace.meeting_ids() == ["harb-12"]
