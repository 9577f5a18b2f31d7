"""Small workspaces in a temporary folder: an invented register and meeting, and replies put in one by one.

The respondents are invented too, so that no test puts words into a Government's mouth.
"""

from pathlib import Path

import yaml

from pipeline.case import Case
from pipeline.config import Workspace
from tests.forms import Filled, table_form

REGISTER = """\
code,name,name_in_text,sort_key,kind,groups,aliases
ALB,Alba,Alba,Alba,member_state,LAND,Republic of Alba
BOR,Republic of Borland,the Republic of Borland,Borland,member_state,LAND,Borland;Boria
CYR,Cyra,Cyra,Cyra,member_state,LAND;SEA,
DUN,"Duna, Cyra","Duna, Cyra","Duna, Cyra",special_region,LAND,Duna
EST,Estmark,Estmark,Estmark,member_state,SEA,
FOR,Forum of Ports,the Forum of Ports,Forum of Ports,organization,,Ports Forum
"""

MEETING = """\
body: Meeting of Harbour Masters
ordinal: 12
place: Borford
starts: 2031-10-06
ends: 2031-10-09
working_languages: [English]
adopted_by: {ordinal: 11, place: Albaville, starts: 2030-09-30, ends: 2030-10-02}
questionnaire:
  dispatched: 2031-03-03
  deadline: 2031-05-30
  words_per_answer: 60
  invited: [LAND]
  return_to: {office: Harbour Office}
note:
  symbol: HARB/12/2
  date: 2031-07-01
  agenda_item: 3
  agenda_symbol: HARB/12/1
  word_limit: 900
issues:
  - title: Safety of small harbours
    recommendations:
      - {label: a, text: "Governments are encouraged to inspect the lights of every small harbour once a year."}
      - {label: b, text: "Governments should train pilots in the use of tide tables and publish the results."}
  - title: Exchange of information on cargo
    recommendations:
      - {label: a, text: "Port authorities are urged to share lists of dangerous cargo with their neighbours."}
"""


def make_workspace(root: Path) -> Case:
    """A workspace with the invented register and the meeting harb-12, without replies."""
    folder = root / "raw" / "harb-12"
    (folder / "replies").mkdir(parents=True)
    (root / "raw" / "respondents.csv").write_text(REGISTER, encoding="utf-8")
    (folder / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    return Case(Workspace(root), "harb-12")


def again(case: Case) -> Case:
    """The same meeting, with its hand-kept files as they are now."""
    return Case(case.workspace, case.meeting_id)


def add_receipt(case: Case, file: str, respondent: str, received_on: str = "2031-05-20") -> None:
    """Add a line to receipts.csv."""
    path = case.folder / "receipts.csv"
    if not path.exists():
        path.write_text("file,respondent,received_on,channel,comment\n", encoding="utf-8")
    with path.open("a", encoding="utf-8") as handle:
        handle.write(f"{file},{respondent},{received_on},email,\n")


def add_reply(case: Case, name: str, **fields: object) -> Path:
    """Write a reply in YAML, such as respondent="ALB", answers={"1.a": {"action_taken": "yes", "text": "…"}}."""
    path = case.folder / "replies" / name
    path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def add_form(case: Case, name: str, filled: Filled, mark: str = "glyph") -> Path:
    """Write a reply as a Word form without tags."""
    path = case.folder / "replies" / name
    path.write_bytes(table_form(case.meeting, filled, mark))
    return path


def usual_replies(case: Case) -> None:
    """Three replies received in time: two Member States and a special region, one of them a Word form."""
    add_reply(
        case,
        "alba.yaml",
        respondent="Alba",
        publish=True,
        answers={
            "1.a": {"action_taken": "yes", "text": "We inspected 14 lights in 2030. Our teams repaired three of them."},
            "1.b": {"action_taken": "no"},
            "2.a": {"action_taken": "yes", "text": "Our authority sends its list to Cyra every month."},
        },
    )
    add_form(
        case,
        "cyra.docx",
        Filled(
            "CYRA",
            {"1.a": ("yes", "Every harbour has a new light since 2029."), "1.b": ("yes", "We trained 52 pilots.")},
        ),
    )
    add_reply(case, "duna.yaml", respondent="Duna", general="We follow all recommendations through the port of Cyra.")
    for file, code in (("alba.yaml", "ALB"), ("cyra.docx", "CYR"), ("duna.yaml", "DUN")):
        add_receipt(case, file, code)
