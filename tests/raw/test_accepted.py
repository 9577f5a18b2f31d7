"""accepted.csv: what a line says, what is refused, and how lines are added.

Keeps out: which findings are accepted by it (tests/desk/test_identity.py).
"""

from datetime import date

import pytest

from pipeline.errors import BadInput
from pipeline.raw.accepted import Acceptance, add_accepted, load_accepted

HEADER = "finding,by,on,reason\n"
ONE = Acceptance("a1b2c3d4e5f6", "Ann, desk 2", date(2031, 6, 2), 'They said "later", by telephone')


def test_a_meeting_without_the_file_has_accepted_nothing(case):
    assert load_accepted(case.folder) == {}


def test_what_is_added_is_read_again_and_what_was_there_stays(case):
    add_accepted(case.folder, [ONE])
    before = (case.folder / "accepted.csv").read_bytes()
    other = Acceptance("0" * 12, "", date(2031, 6, 3), "known")
    add_accepted(case.folder, [other])
    assert load_accepted(case.folder) == {ONE.finding: ONE, other.finding: other}
    assert (case.folder / "accepted.csv").read_bytes().startswith(before)


def test_a_file_kept_by_hand_keeps_its_columns_and_line_ends(case):
    path = case.folder / "accepted.csv"
    path.write_bytes(b"\xef\xbb\xbfon,finding,reason,by\r\n2031-06-01,bbbbbbbbbbbb,seen,me")
    add_accepted(case.folder, [ONE])
    added = b'2031-06-02,a1b2c3d4e5f6,"They said ""later"", by telephone","Ann, desk 2"\r\n'
    assert path.read_bytes().endswith(b"seen,me\r\n" + added)
    assert set(load_accepted(case.folder)) == {ONE.finding, "bbbbbbbbbbbb"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a1b2,me,soon,known", "accepted.csv:2: on: found 'soon', expected a date"),
        ("a1b2,me,2031-06-02,", "accepted.csv:2: reason: found 'nothing', expected a value"),
        (",me,2031-06-02,known", "accepted.csv:2: finding: found 'nothing', expected a value"),
    ],
)
def test_a_line_that_says_too_little_is_told_with_its_place(case, line, said):
    (case.folder / "accepted.csv").write_text(HEADER + line + "\n", encoding="utf-8")
    with pytest.raises(BadInput) as told:
        load_accepted(case.folder)
    assert said in str(told.value)
