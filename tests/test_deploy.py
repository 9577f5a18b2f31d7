"""What deploy/ ships for several machines fits the program: settings, units, services."""

import configparser
import os
import runpy
import subprocess
import sys

import pytest
import yaml

from tests.places import ROOT

DEPLOY = ROOT / "deploy"
ENVIRONMENT = dict(
    line.split("=", 1) for line in (DEPLOY / "rapporteur.env").read_text(encoding="utf-8").splitlines() if "=" in line
)
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
OF_QUEUES = "import json; from pipeline import automation as a; print(json.dumps([a.TO_PUBLISHER, a.AT_ITS_END]))"


def command_of(unit) -> str:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(unit, encoding="utf-8")
    return parser["Service"]["ExecStart"]


def test_units_and_services_start_the_same_programs():
    started = {command_of(unit).replace("/opt/rapporteur/.venv/bin/", "").replace(" -n %i@%H", "") for unit in UNITS}
    units = {command.replace("-h 127.0.0.1", "-h 0.0.0.0") for command in started}
    services = {one["command"] for one in COMPOSE["services"].values() if "command" in one}
    assert {command.replace("%i", queue) for command in units for queue in ("meetings", "publisher")} == services


def test_every_variable_that_the_settings_ask_for_is_in_the_example():
    asked = {line.split("{env: ")[1].rstrip("}\n") for line in (DEPLOY / "dagster.yaml").open() if "{env: " in line}
    assert asked <= set(ENVIRONMENT)
    assert set(COMPOSE["x-rapporteur"]["environment"]) <= set(ENVIRONMENT)


def test_queues_are_the_same_everywhere():
    settings = yaml.safe_load((DEPLOY / "dagster.yaml").read_text(encoding="utf-8"))
    queues = {settings["run_launcher"]["config"]["default_queue"], ENVIRONMENT["RAPPORTEUR_PUBLISH_QUEUE"]}
    assert queues == {one["command"].split("-Q ")[1] for one in COMPOSE["services"].values() if "-Q" in str(one)}


def test_workers_take_one_meeting_at_a_time_and_none_in_reserve(monkeypatch):
    for name in ("RAPPORTEUR_BROKER", "RAPPORTEUR_RESULTS"):
        monkeypatch.setenv(name, ENVIRONMENT[name])
    found = runpy.run_path(str(DEPLOY / "dagster_celery_config.py"))
    assert found["broker_url"] == ENVIRONMENT["RAPPORTEUR_BROKER"]
    assert (found["worker_concurrency"], found["worker_disable_prefetch"]) == (1, True)


@pytest.mark.parametrize(
    ("queue", "said"),
    [
        ("publisher", '[{"dagster-celery/queue": "publisher"}, {}]'),
        ("", '[{}, {"rapporteur/publish": "when nobody waits"}]'),
    ],
)
def test_with_several_machines_one_alone_publishes(tmp_path, queue, said):
    environment = os.environ | {"RAPPORTEUR_PUBLISH_QUEUE": queue, "RAPPORTEUR_ROOT": str(tmp_path)}
    shown = subprocess.run([sys.executable, "-c", OF_QUEUES], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert shown.stdout.strip() == said, shown.stderr


@pytest.mark.slow
def test_meetings_run_on_two_workers_one_of_which_is_killed():
    """The same as bench/distributed.py with few meetings; left out where PostgreSQL, Redis or Celery is missing."""
    code = "import services; print(services.missing())"
    lacking = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "bench", capture_output=True, text=True).stdout
    if lacking.strip() != "[]":
        pytest.skip(f"not installed: {lacking.strip()}")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "bench/distributed.py", "6"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "have the same bytes" in done.stdout
