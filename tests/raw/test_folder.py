"""Which files of raw/ count: one answer for the reader, the manifest and the sensor.

Keeps out: what the files say.
"""

import pytest

from pipeline.errors import BadInput
from pipeline.raw.folder import hand_kept_hashes, input_hashes, raw_files, reply_files, require_meetings
from tests.workspaces import add_receipt, add_reply

NOBODYS = ["Thumbs.db", "desktop.ini", ".hidden.yaml", "~$alba.docx", ".trash/alba.yaml"]


def put(case, name, text="general: lamps\n"):
    path = case.folder / "replies" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", NOBODYS)
def test_what_other_programs_leave_is_no_reply_and_changes_no_input(case, name):
    add_reply(case, "alba.yaml", respondent="Alba")
    before = input_hashes(case.workspace, case.meeting_id)
    put(case, name)
    assert [path.name for path in reply_files(case.folder)] == ["alba.yaml"]
    assert input_hashes(case.workspace, case.meeting_id) == before


@pytest.mark.parametrize("name", ["a.yaml", "b/a.yaml", "no-ending", "Été 灯塔.docx"])
def test_what_people_put_there_is_a_reply_and_an_input(case, name):
    put(case, name)
    assert [path.relative_to(case.folder).as_posix() for path in reply_files(case.folder)] == [f"replies/{name}"]
    assert f"harb-12/replies/{name}" in raw_files(case.workspace, case.meeting_id)


def test_a_link_is_an_input_wherever_it_leads(case):
    (case.folder / "replies" / "link.yaml").symlink_to("nowhere.yaml")
    assert [path.name for path in reply_files(case.folder)] == ["link.yaml"]
    assert input_hashes(case.workspace, case.meeting_id)["harb-12/replies/link.yaml"] == "unreadable"


def test_what_is_kept_by_hand_is_all_but_the_replies(case):
    add_reply(case, "alba.yaml", respondent="Alba")
    add_receipt(case, "alba.yaml", "ALB")
    assert list(hand_kept_hashes(case.workspace, case.meeting_id)) == [
        "harb-12/meeting.yaml",
        "harb-12/receipts.csv",
        "respondents.csv",
    ]


def test_a_meeting_that_is_not_there_is_told_with_those_that_are(case):
    require_meetings(case.workspace, [case.meeting_id])
    with pytest.raises(BadInput, match=r"found 'harb-13', expected .* \(there are: harb-12\)"):
        require_meetings(case.workspace, ["harb-12", "harb-13"])


def test_a_workspace_without_meetings_is_told(case):
    (case.folder / "meeting.yaml").unlink()
    with pytest.raises(BadInput, match=r"found none, expected .* \(there are: none\)"):
        require_meetings(case.workspace, [])
