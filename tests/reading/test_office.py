"""Documents that LibreOffice converts first: with a stand-in program for what can go wrong, and with the real one.

The real one is asked only where it is installed; everything else is tested without it.
"""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from pipeline.config import OFFICE, Limits
from pipeline.reading.files import read_files
from pipeline.reading.office import as_docx
from pipeline.reading.reply import Question, Unreadable
from tests.forms import Filled, line_form

FILLED = Filled(
    "Alba", {"1.a": ("yes", "We lit 14 lamps."), "1.b": ("no", ""), "2.a": ("yes", "Lists are sent.\nMonthly.")}
)
KINDS = {"doc": "doc:MS Word 97", "odt": "odt", "rtf": "rtf"}


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Puts a shell script in place of LibreOffice; $OUT is the folder it has to write into, $IN the document."""

    def put(script):
        program = tmp_path / "bin" / OFFICE
        program.parent.mkdir(exist_ok=True)
        opening = '#!/bin/sh\nwhile [ $# -gt 1 ]; do [ "$1" = --outdir ] && OUT="$2"; shift; done\nIN="$1"\n'
        program.write_text(opening + script)
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")

    return put


def refused(data=b"{\\rtf1 x}", kind="rtf", **limits):
    with pytest.raises(Unreadable) as error:
        as_docx(data, kind, Limits(**limits))
    return error.value.code, error.value.found


def test_the_converted_document_is_given_back(stand_in):
    stand_in('mkdir -p "$OUT"; tr a-z A-Z < "$IN" > "$OUT/reply.docx"\n')
    assert as_docx(b"words", "doc", Limits()) == b"WORDS"


def test_without_libreoffice_the_message_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    code, found = refused()
    assert (code, found) == ("unsupported_format", "a .rtf document")


@pytest.mark.parametrize("script", ["exit 0\n", "exit 1\n", "kill -SEGV $$\n", 'mkdir -p "$OUT/reply.docx"\n'])
def test_no_document_means_one_that_cannot_be_opened(stand_in, script):
    stand_in(script)
    assert refused() == ("unreadable_file", "a .rtf document that LibreOffice cannot open")


def test_a_conversion_without_end_is_ended_with_all_it_started(stand_in, tmp_path):
    stand_in(f"sleep 600 & echo $! > {tmp_path}/child; sleep 600\n")
    assert refused(office_seconds=1) == ("unreadable_file", "a .rtf document that takes too long")
    child = Path(f"/proc/{(tmp_path / 'child').read_text().strip()}/stat")
    # A killed process is seen as running until the kernel has had time to end it; left alone it would sleep for longer.
    patience = time.monotonic() + 50
    while still_runs(child) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not still_runs(child)


def still_runs(stat: Path) -> bool:
    """Whether a process is neither gone nor ended and only waiting to be collected, by its file in /proc."""
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_what_comes_out_too_large_is_not_read(stand_in):
    stand_in('mkdir -p "$OUT"; head -c 1000 /dev/zero > "$OUT/reply.docx"\n')
    assert refused(unpacked_bytes=999)[0] == "unreadable_file"


def test_the_profile_runs_no_macro_and_follows_no_link_and_nothing_stays_behind(stand_in, tmp_path):
    stand_in(
        f'find "$HOME" -name registrymodifications.xcu -exec cp {{}} {tmp_path}/seen \\;\n'
        f'env > {tmp_path}/environment; echo "$HOME" > {tmp_path}/home\n'
    )
    refused()
    seen = (tmp_path / "seen").read_text()
    for setting in ("DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert f'"{setting}" oor:op="fuse"><value>true</value>' in seen
    assert "proxy" not in (tmp_path / "environment").read_text().lower()
    assert not Path((tmp_path / "home").read_text().strip()).exists()


@pytest.mark.skipif(shutil.which(OFFICE) is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["doc", *(pytest.param(kind, marks=pytest.mark.slow) for kind in ("odt", "rtf"))])
def test_real_documents_are_read_as_the_forms_they_were(case, tmp_path, kind):
    source = tmp_path / "form.docx"
    source.write_bytes(line_form(case.meeting, FILLED))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    target = case.folder / "replies"
    command = [OFFICE, profile, "--headless", "--convert-to", KINDS[kind], "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (found,) = read_files(sorted(target.iterdir()), case.folder, question, Limits())
    (reply,) = found.replies
    assert (reply.format, reply.respondent) == (kind, "Alba")
    answers = {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}
    assert answers == FILLED.answers
