"""Replies of Estmark, good but for what a test changes: in YAML, as a Word form, as any bytes.

Keeps out: the workspace they are put into (`workspaces.py`) and how forms are written (`forms.py`).
"""

import io
import json

import docx

from tests.forms import Filled, table_form
from tests.workspaces import add_receipt, add_reply

YES = {"action_taken": "yes", "text": "We did."}
NO = {"action_taken": "no"}
FULL = {"1.a": YES, "1.b": NO, "2.a": NO}
FORM = {"1.a": ("yes", "We did."), "1.b": ("no", ""), "2.a": ("no", "")}
LATE = "2031-06-02"


def yes(text):
    """An answer of yes with this text."""
    return {"action_taken": "yes", "text": text}


def put(case, name, data):
    """A file with these bytes or this text, with its receipt."""
    path = case.folder / "replies" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    add_receipt(case, name, "EST")


def reply(case, name="est.yaml", code="EST", received_on="2031-05-20", **fields):
    """A good YAML reply of Estmark with its receipt, but for these fields; a field of None is left out."""
    fields = {"respondent": "Estmark", "publish": True, "answers": FULL, **fields}
    # Through JSON, since YAML would write an object that stands twice as an alias.
    add_reply(case, name, **json.loads(json.dumps({key: value for key, value in fields.items() if value is not None})))
    if received_on is not None:
        add_receipt(case, name, code, received_on)


def form(case, meeting=None, change=None, answers=FORM, **fields):
    """A good Word form of Estmark with its receipt, but for these fields and this change to the document."""
    filled = Filled("Estmark", answers, submitted_on="12 May 2031", publish="yes", **fields)
    data = table_form(meeting or case.meeting, filled)
    put(case, "est.docx", data)
    if change:
        document = docx.Document(io.BytesIO(data))
        change(document)
        document.save(case.folder / "replies" / "est.docx")
