"""Compares drafts with the paragraphs that were published, by ROUGE-L over words.

usage: .venv/bin/python bench/drafting.py CASES.json [-v]

CASES.json is a list of answers, each with the respondent's code and the paragraph as published. Prints a line for each
case and the mean of F1: of what stands behind "X reported that" unchanged, and of the drafts.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.note.drafting.draft import draft  # noqa: E402
from pipeline.raw.respondents import load_register  # noqa: E402
from pipeline.text.figures import figures_in  # noqa: E402

FIRST_PERSON = re.compile(r"(?<![\w’'-])(?:[Ww]e|us|[Oo]urs?|ourselves|I|[Mm]y)(?![\w-])")


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"\w+", text.lower())


def rouge_l(one: str, other: str) -> float:
    """F1 of the longest common run of words, gaps allowed."""
    a, b = words(one), words(other)
    row = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for at, against in enumerate(b, start=1):
            row[at], before = (before + 1 if word == against else max(row[at], row[at - 1])), row[at]
    common = row[-1]
    return 2 * common / (len(a) + len(b)) if common else 0.0


def main(path: Path) -> None:
    """Print the table."""
    register = load_register(ROOT / "raw" / "respondents.csv").by_code
    cases = json.loads(path.read_text(encoding="utf-8"))
    plain, ours = [], []
    print(f"{'case':18} {'unchanged':>9} {'draft':>6}")
    for case in cases:
        respondent = register[case["respondent"]]
        made = draft(case["answer"], respondent, 0)
        plain.append(rouge_l(f"{respondent.name_in_text} reported that {case['answer']}", case["published"]))
        ours.append(rouge_l(made.text, case["published"]))
        name = f"{case['respondent']} {case['recommendation']}"
        first, lost = FIRST_PERSON.findall(made.text), figures_in(case["answer"]) - figures_in(made.text)
        print(f"{name:18} {plain[-1]:9.3f} {ours[-1]:6.3f}  {' '.join(first)} {' '.join(lost)}".rstrip())
        if "-v" in sys.argv:
            print(f"    draft:     {made.text}\n    published: {case['published']}")
    print(f"{'mean':18} {sum(plain) / len(plain):9.4f} {sum(ours) / len(ours):6.4f}")


if __name__ == "__main__":
    given = [one for one in sys.argv[1:] if one != "-v"]
    if len(given) != 1:
        raise SystemExit("usage: bench/drafting.py CASES.json [-v]")
    main(Path(given[0]))
