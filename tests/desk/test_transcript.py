"""docs/desk.md says what the commands in it print.

Keeps out: running them (transcript.py).
"""

import pytest

from tests.desk.transcript import DOCUMENT, played


@pytest.mark.slow
def test_the_document_says_what_its_commands_print(tmp_path):
    document = DOCUMENT.read_text(encoding="utf-8")
    assert played(document, tmp_path) == document
    assert document.rstrip().split("$ rapporteur status")[-1].count("do first     nothing") == 1
