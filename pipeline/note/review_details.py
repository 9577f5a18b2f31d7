"""What a page for review shows behind a paragraph or an answer, and what became of paragraphs since another note.

Keeps out: the rest of the page (`review.py`), and how it looks (`templates/review_detail.html.j2`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import jinja2
import yaml
from markupsafe import Markup

from pipeline.note.drafting.sentences import answer_sentences
from pipeline.note.render import TEMPLATES
from pipeline.raw.editorial import fingerprint
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.text.one_line import one_line
from pipeline.text.word_changes import word_changes

Row = Mapping[str, object]
# Findings by the respondent and the recommendation they are about.
Findings = Mapping[tuple[str, str], list[dict]]
SOURCES = {
    "template": "the note's own wording",
    "editorial": "an editor's text",
    "draft": "a draft from the answer",
    "reported": "printed as received",
}

# libyaml is ten times as fast, and may break a line with rare signs elsewhere: storage/provenance.py tells of it.
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Changed:
    """What became of paragraphs since another note, whose name is `since`: rows of derived.paragraph_changes."""

    def __init__(self, since: str, rows: Iterable[Row]) -> None:
        self.since, self.rows = since, list(rows)
        self._by_text = {(row["respondent"], row["recommendation"], row["now"]): row for row in self.rows}

    def of(self, paragraph: Row) -> Row | None:
        """What became of a paragraph since then; None where it is the same, or none is printed."""
        if not paragraph.get("source"):
            return None
        return self._by_text.get((paragraph["respondent"], paragraph["recommendation"], paragraph["text"]))

    def marked(self, part: dict) -> dict:
        """A part of the note with what became of it: came, changed or nothing."""
        return {**part, "changed": (self.of(part["row"]) or {}).get("change", "")}


@dataclass(frozen=True)
class Detail:
    """What stands behind a paragraph, or behind an answer that has none; `html` where the paragraph has not changed."""

    key: str
    row: Row
    facts: dict
    html: Markup

    def shown(self, changed: Changed) -> Markup:
        """What the page shows of it, with the words that changed in their place."""
        row = changed.of(self.row)
        return _html({**self.facts, "since": changed.since, "in_place": in_place(row)}) if row else self.html


def details_of(
    paragraphs: Sequence[Row], answers: Sequence[Row], findings: Findings, meeting: Meeting, register: Register
) -> list[Detail]:
    """What is shown of every paragraph and of every answer that has words or a finding but no paragraph."""
    by_id = {row["answer_id"]: row for row in answers}
    printed = {row["answer_id"] for row in paragraphs}
    others = (
        row
        for row in answers
        if row["answer_id"] not in printed
        and (row["text"] or row["action_taken"] == "no" or about_answer(row, findings))
    )
    return [
        *(_detail(row, by_id.get(row["answer_id"]), findings, meeting, register) for row in paragraphs),
        *(
            _detail({**row, "number": None, "source": None, "sentences_used": None}, row, findings, meeting, register)
            for row in others
        ),
    ]


def _detail(row: Row, answer: Row | None, findings: Findings, meeting: Meeting, register: Register) -> Detail:
    told = {int(number) for number in (row["sentences_used"] or "").split(";") if number}
    sentences = answer_sentences(answer["text"]) if answer and answer["text"] else []
    person = register.by_code.get(row["respondent"] or "")
    facts = {
        "key": key_of(row),
        "number": row["number"],
        "name": person.name if person else "",
        "recommendation": row["recommendation"],
        "source": SOURCES.get(row["source"], "no paragraph"),
        "answer": answer,
        # Only drafts say which sentences they tell; what is printed as received tells all.
        "sentences": [
            (text, number in told or row["source"] == "reported") for number, text in enumerate(sentences, start=1)
        ],
        "file": f"raw/{meeting.id}/{one_line(row['file'] or '')}",
        "locator": one_line(row["locator"] or ""),
        "sha256": row["sha256"] or "",
        "findings": about_answer(row, findings),
        "entry": _entry(row, answer) if answer else "",
        "since": "",
        "in_place": [],
    }
    return Detail(facts["key"], row, facts, _html(facts))


def about_answer(row: Row, findings: Findings) -> list[dict]:
    """Findings about the answer of a row."""
    return findings.get((row.get("respondent"), row.get("recommendation")), [])


def key_of(row: Row) -> str:
    """What a paragraph and its details are found by: the answer, or the paragraph's number where it has none."""
    return f"{row['recommendation']}-{row['respondent']}" if row["respondent"] else f"paragraph-{row['number']}"


def in_place(row: Row) -> list[tuple[str, str]]:
    """The words of a paragraph that changed, those gone and those new in their place."""
    return word_changes(row["before"] or "", row["now"] or "")


def _entry(row: Row, answer: Row) -> str:
    """The paragraph as an entry of editorial/CODE.yaml, ready to be reworded."""
    text = row["text"] or "…"
    entry = {"text": text, "of": fingerprint(answer["text"])}
    if row["source"] != "editorial":
        # As long as the text is this one, the entry counts as none.
        entry["given"] = fingerprint(text)
    return yaml.dump({row["recommendation"]: entry}, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=56)


def _html(facts: dict) -> Markup:
    return Markup(template("review_detail.html.j2").render(facts))


@cache
def template(name: str) -> jinja2.Template:
    """A template of the page, in which everything is escaped that is no markup of the page's own."""
    return _environment().get_template(name)


@cache
def _environment() -> jinja2.Environment:
    blocks = {"trim_blocks": True, "lstrip_blocks": True}
    # A run renders thousands of details: files that cannot change meanwhile are not looked at before each.
    environment = jinja2.Environment(autoescape=True, auto_reload=False, undefined=jinja2.StrictUndefined, **blocks)
    environment.loader = jinja2.FileSystemLoader(TEMPLATES)
    return environment
