"""Types a sentence with a made-up word into forms of every layout and looks for it again.

usage: .venv/bin/python bench/typed_anywhere.py [PLACES]      (default 1000, of some 33,000)

The forms are those of `tests/corpus/`, as written and as LibreOffice saved them again, the questionnaire that the
program writes, and the two layouts of `tests/forms.py`. Prints where the word stood in what was read, the places where
it was lost, and how many marks were read otherwise than without it.
"""

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.intake.take_in import question_of  # noqa: E402
from pipeline.outgoing.questionnaire import blank_form  # noqa: E402
from pipeline.reading.kinds import read  # noqa: E402
from tests.corpus.reading import forms, meeting  # noqa: E402
from tests.forms import Filled, line_form, table_form  # noqa: E402
from tests.typed_anywhere import found_in, places, typed  # noqa: E402
from tests.workspaces import make_workspace  # noqa: E402


def main(wanted: int) -> None:
    """Try the places and print what came of them."""
    question = question_of(meeting().meeting)
    tried = {name: (data, question) for name, data in forms().items() if not name.startswith("printed")}
    with tempfile.TemporaryDirectory() as folder:
        case = make_workspace(Path(folder))
        filled = Filled("Estmark", {"1.a": ("yes", "We did."), "1.b": ("no", ""), "2.a": ("", "")}, publish="yes")
        own = {
            "own": blank_form(case.meeting, case.register.by_code["EST"]),
            "table": table_form(case.meeting, filled),
            "line": line_form(case.meeting, filled),
        }
        tried |= {name: (data, question_of(case.meeting)) for name, data in own.items()}
    every = [(name, *place) for name, (data, _) in tried.items() for place in places(data)]
    counts: Counter[str] = Counter()
    untouched = {name: _marks(*read(data, asked)) for name, (data, asked) in tried.items()}
    changed: Counter[str] = Counter()
    for name, number, way in random.Random(1).sample(every, min(wanted, len(every))):
        data, asked = tried[name]
        (reply,) = read(typed(data, number, way), asked)
        found = next(found_in(reply), "nowhere")
        counts[found] += 1
        changed += _changes(untouched[name], _marks(reply))
        if found == "nowhere":
            print(f"lost: {name}, paragraph {number}, {way}")
    print(f"{counts.total():,} of {len(every):,} places in {len(tried)} forms; the word was found in")
    for name, count in counts.most_common():
        print(f"  {name}: {count:,}")
    print(
        "marks that were read otherwise:", ", ".join(f"{said} {count:,}" for said, count in changed.most_common()) or 0
    )


def _marks(reply) -> dict[str, str]:
    return {answer.recommendation: answer.action_taken for answer in reply.answers}


def _changes(before: dict[str, str], after: dict[str, str]) -> Counter[str]:
    """The marks that are not as they were; an answer that was blank has words now, and none of its own."""
    told = ((before[one] or "blank", after.get(one, "lost") or "blank") for one in before)
    return Counter(f"{was} to {now}" for was, now in told if was != now and (was, now) != ("blank", "unclear"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
