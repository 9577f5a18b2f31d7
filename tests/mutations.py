"""Good replies of every format, and what may happen to them on the way: cut, flipped, doubled and shuffled parts.

Used by the tests and by bench/fuzz_readers.py. Keeps out: files made to do harm (`hostile.py`).
"""

import io
import json
import random
import sys
import sysconfig
import zipfile
from contextlib import contextmanager

import openpyxl
from openpyxl.comments import Comment

# Loaded when the first PDF comes: its own files are not what `watched` is for.
import pipeline.reading.formats.pdf  # noqa: F401
from pipeline.outgoing.questionnaire import blank_form
from pipeline.raw.meeting import Meeting
from tests.forms import MARKS, Filled, line_form, table_form
from tests.pdf_files import check_field, grid, note, pdf, text, text_field

FILLED = Filled(
    "Alba",
    {"1.a": ("yes", "We lit 14 lamps.\nThree were repaired."), "1.b": ("no", ""), "2.a": ("yes", "See 1 (a).")},
    submitted_on="12 May 2031",
    publish="yes",
    general="All ports are lit.",
    contact={"name": "Mara Quill", "email": "mara@example.org"},
)
CSV = "respondent,recommendation,action_taken,text\nAlba,1.a,yes,We lit 14 lamps.\nCyra,1.b,no,\nAlba,2.a,yes,Sent.\n"
YAML = "respondent: Alba\npublish: true\nanswers:\n  1.a: {action_taken: yes, text: We lit them.}\ngeneral: Thanks.\n"
MAIL = (
    "From: a@example.org\nTo: b@example.org\nDate: Tue, 20 May 2031 10:00:00 +0000\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee the file.\n--b\n"
    "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=a.yaml\n\n" + YAML + "\n--b--\n"
)

PDF = pdf(
    grid([70, 200, 500], [700, 680, 660])
    + text(72, 720, "Country: Alba")
    + text(75, 685, "Any action taken?")
    + text(205, 685, "Yes")
    + text(75, 665, "Comments")
    + text(205, 665, "We lit 14 lamps."),
    text(72, 720, "Recommendation (b)") + text(72, 700, "General comments: Thanks."),
    fields=(text_field(300, 720, "12 May 2031"), check_field(230, 685, True)),
    notes=(
        note("FreeText", 72, 640, 300, 655, "More."),
        note("Highlight", 204, 684, 226, 696, more="/QuadPoints [204 696 226 696 204 684 226 684]"),
        note("Text", 500, 700, 520, 720, "Late."),
    ),
)
PAGE = (
    "<!doctype html><html><head><title>Reply</title></head><body><p>Country: Alba<table>"
    "<tr><td rowspan=2>Recommendation (a)<td>Any action taken<td><b>Yes</b> / <s>No</s>"
    "<tr><td>Comments<td><textarea>Lit.</textarea></table><p>Recommendation (b)"
    "<p>Any action taken: <input type=checkbox checked> Yes <input type=checkbox> No<p>Comments: <i>Trained.</i></html>"
)


def seeds(meeting: Meeting, respondent) -> dict[str, bytes]:
    """One good reply of each format, and a Word form for each way of marking."""
    book = openpyxl.Workbook()
    for line in CSV.splitlines():
        book.active.append(line.split(","))
    book.active["B2"].comment = Comment("Late.", "Port")
    out = io.BytesIO()
    book.save(out)
    found = {f"table {mark}": table_form(meeting, FILLED, mark) for mark in MARKS}
    found |= {f"line {mark}": line_form(meeting, FILLED, mark) for mark in MARKS}
    return found | {
        "tagged": blank_form(meeting, respondent),
        "xlsx": out.getvalue(),
        "csv": CSV.encode(),
        "pdf": PDF,
        "page": PAGE.encode(),
        "yaml": YAML.encode(),
        "json": json.dumps({"respondent": "Alba", "answers": {"1.a": {"text": "Lit."}}, "general": "Thanks."}).encode(),
        "mail": MAIL.encode(),
        "text": "\n".join(("Country: Alba", "Recommendation (a)", "Any action taken: Yes", "Comments: Lit.")).encode(),
    }


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The reply after some accidents: to its bytes, or to the XML inside it."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _inside(data, chance)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice((_cut, _flip, _drop, _double, _insert))(data, chance)
    return data


def _span(data: bytes, chance: random.Random, longest: int = 200) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randint(1, longest))


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _drop(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.randint(1, 5) + data[end:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    odd = (
        "\u202e",
        "\0",
        "&#0;",
        "]]>",
        "<w:p>",
        "</w:tc>",
        "é",
        "\ud7ff",
        ",\"'\n",
        "{{x}}",
        "=1+1",
        "Recommendation (z)",
    )
    return data[:at] + chance.choice(odd).encode("utf-8", "replace") * chance.randint(1, 3) + data[at:]


def _inside(data: bytes, chance: random.Random) -> bytes:
    """An archive whose largest XML part has had its elements doubled, dropped, moved or filled with other text."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    largest = max((name for name in members if name.endswith(".xml")), key=lambda name: len(members[name]))
    pieces = members[largest].split(b"<w:p>" if b"<w:p>" in members[largest] else b"<")
    sign = b"<w:p>" if b"<w:p>" in members[largest] else b"<"
    for _ in range(chance.randint(1, 6)):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        action = chance.choice(("drop", "double", "swap", "text"))
        if action == "drop" and len(pieces) > 1:
            del pieces[at]
        elif action == "double":
            pieces.insert(other, pieces[at])
        elif action == "swap":
            pieces[at], pieces[other] = pieces[other], pieces[at]
        else:
            pieces[at] = pieces[at].replace(b"YES", b"NO").replace(b"Recommendation", b"Issue", 1)
    members[largest] = sign.join(pieces)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return out.getvalue()


_WATCHED: list[list[str]] = []
_TOLD = ("open", "socket.connect", "subprocess.Popen", "os.system", "os.exec", "os.listdir")
_PYTHONS_OWN = tuple(sysconfig.get_path(name) for name in ("stdlib", "platstdlib"))


def _hook(event: str, arguments: tuple) -> None:
    # Python loads its own modules when they are first needed, such as that of a text's encoding.
    of_python = event == "open" and str(arguments[0]).startswith(_PYTHONS_OWN)
    if _WATCHED and event in _TOLD and not of_python:
        _WATCHED[-1].append(f"{event} {arguments[0]}")


@contextmanager
def watched():
    """Everything that is opened, started or connected to meanwhile, as a list."""
    if not _hook.__dict__.setdefault("set", False):
        sys.addaudithook(_hook)
        _hook.__dict__["set"] = True
    _WATCHED.append([])
    try:
        yield _WATCHED[-1]
    finally:
        _WATCHED.pop()
