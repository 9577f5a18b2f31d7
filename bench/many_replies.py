"""Makes a meeting with 19 recommendations, as many invented respondents as asked for, and a Word form from each.

Twenty forms are written whole, in two layouts and six ways of marking; the others are copies of their XML
with other words, which takes a fraction of the time. Used by the other programs of this folder.
"""

import io
import random
import sys
import zipfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.config import Workspace  # noqa: E402
from pipeline.steps import Case  # noqa: E402
from tests.forms import MARKS, Filled, line_form, table_form  # noqa: E402
from tests.workspaces import MEETING  # noqa: E402

ANSWERS, ISSUES = 19, (5, 6, 5, 3)
_WORDS = [
    *("harbour", "light", "pilot", "tide", "vessel", "cargo", "crane", "berth", "channel", "buoy", "chart", "quay"),
    *("ferry", "inspector", "signal", "training", "equipment", "register", "office", "network", "report", "season"),
    *("coast", "port", "service", "crew", "schedule", "beacon", "survey", "law"),
]
# Answers have words of their own; a few are those of the recommendations, as in real ones.
_OWN = [
    *("ministry", "law", "police", "training", "seminar", "budget", "agreement", "laboratory", "decree", "group"),
    *("annual", "national", "strategy", "department", "prosecutor", "campaign", "school", "hospital", "exchange"),
    *("meeting", "regional", "partner", "customs", "border", "forensic", "statistics", "project", "adviser", "unit"),
    *("guideline", "website", "workshop", "exercise", "review", "evaluation", "equipment", "pilot", "network"),
]
_VERBS = ["inspected", "repaired", "published", "trained", "registered", "surveyed", "renewed", "shared", "reviewed"]


def meeting_text() -> str:
    """The invented meeting of the tests, with 19 recommendations under four issues."""
    facts = yaml.safe_load(MEETING)
    chance = random.Random(19)
    facts["questionnaire"]["invited"] = ["LAND"]
    facts["questionnaire"]["words_per_answer"] = 200
    facts["issues"] = [
        {
            "title": f"Care of {chance.choice(_WORDS)}s and {chance.choice(_WORDS)}s, part {number}",
            "recommendations": [
                {"label": "abcdefgh"[at], "text": f"Governments are encouraged to {_clause(chance, 30)}."}
                for at in range(count)
            ],
        }
        for number, count in enumerate(ISSUES, start=1)
    ]
    return yaml.safe_dump(facts, allow_unicode=True, sort_keys=False)


def _clause(chance: random.Random, words: int, of: list[str] = _WORDS) -> str:
    return " ".join(chance.choice(of) for _ in range(words))


def answer(chance: random.Random) -> str:
    """An invented answer of about 75 words in five sentences."""
    return " ".join(
        f"We {chance.choice(_VERBS)} {chance.randint(2, 900)} {_clause(chance, 4, _OWN)} and our "
        f"{chance.choice(_WORDS)} office {chance.choice(_VERBS)} the {_clause(chance, 3, _OWN)}."
        for _ in range(5)
    )


def make(root: Path, respondents: int, meeting_id: str = "harb-12", first: int = 0) -> Case:
    """Write raw/ with register, meeting, receipts and one form of each respondent.

    `first`: the number that answers are drawn from; meetings with others have other answers.
    """
    folder = root / "raw" / meeting_id
    (folder / "replies").mkdir(parents=True)
    (folder / "meeting.yaml").write_text(meeting_text(), encoding="utf-8")
    names = [f"Land of {_name(number)}" for number in range(respondents)]
    header = "code,name,name_in_text,sort_key,kind,groups,aliases\n"
    rows = (f"L{n:05},{name},{name},{name},member_state,LAND,\n" for n, name in enumerate(names))
    (root / "raw" / "respondents.csv").write_text(header + "".join(rows), encoding="utf-8")
    case = Case(Workspace(root), meeting_id)
    models = [_model(case, number) for number in range(20)]
    receipts = ["file,respondent,received_on,channel,comment\n"]
    for number, name in enumerate(names):
        chance = random.Random(first + number)
        (folder / "replies" / f"{number:05}.docx").write_bytes(_copy(models[number % 20], name, chance))
        receipts.append(f"{number:05}.docx,,2031-05-20,email,\n")
    (folder / "receipts.csv").write_text("".join(receipts), encoding="utf-8")
    return case


def _name(number: int) -> str:
    """A name for each number: three syllables."""
    syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"]
    return "".join(syllables[number >> shift & 15] for shift in (8, 4, 0)).capitalize() + ("" if number < 4096 else "x")


def _model(case: Case, number: int) -> bytes:
    marks = list(MARKS)
    filled = Filled(
        "NAME-HERE",
        {r.id: ("yes" if at % 5 else "no", f"TEXT-{at:02}-HERE") for at, r in enumerate(case.meeting.recommendations)},
        submitted_on="12 May 2031",
        publish="yes",
    )
    return (table_form if number % 2 else line_form)(case.meeting, filled, marks[number % len(marks)])


def _copy(model: bytes, name: str, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(model)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "word/document.xml":
                data = data.replace(b"NAME-HERE", name.encode())
                for at in range(ANSWERS):
                    data = data.replace(b"TEXT-%02d-HERE" % at, answer(chance).encode())
            new.writestr(member.filename, data)
    return out.getvalue()
