"""Forms without tags: finds the fields, recommendations, marks and answers of a questionnaire by their labels.

Works on paragraphs whether they stand in tables or not. A recommendation is known by its label and, more firmly,
by its own text. Keeps out: the wordings of labels (`labels.yaml`) and the XML (`word_xml.py`).
"""

import re
from dataclasses import dataclass, field, replace

from pipeline.readers import labels, marks
from pipeline.readers.blocks import Block
from pipeline.readers.reply import Question, ReadAnswer, Remark, Reply, Unreadable

# Share of words in common from which a paragraph is taken for the text of a recommendation or title.
ALIKE = 0.6
CHANGED_BELOW = 0.97
_FIELDS = ("country", "submitted_on", "contact_name", "contact_title", "contact_address", "contact_telephone",
           "contact_fax", "contact_email")  # fmt: skip
_FRONT = (*_FIELDS, "consent", "return", "guidance", "submission", "follow_up")
_DOTS = re.compile(r"(?:[.…_·]\s?){4,}")


@dataclass
class _Section:
    """What a form holds for one recommendation."""

    id: str
    place: str
    printed: list[str] = field(default_factory=list)
    zone: list[Block] = field(default_factory=list)
    answer: list[Block] = field(default_factory=list)


def _value(text: str) -> str:
    """Text without dotted lines to write on, prompts of untouched fields and spaces at its ends."""
    value = _DOTS.sub(" ", text).replace("\u00a0", " ").strip()
    return "" if value.casefold().rstrip(".") in labels.PROMPTS else value


class _FormReader:
    def __init__(self, question: Question):
        self.recommendations = question.recommendations
        self.words = {r.id: labels.words_of(r.text) for r in question.recommendations}
        self.titles = {r.issue: labels.words_of(r.issue_title) for r in question.recommendations}
        self.issue: int | None = None
        self.mode = "front"
        self.pending: tuple[str, Block] | None = None
        self.fields: dict[str, str] = {}
        self.consent: list[Block] = []
        self.general: list[Block] = []
        self.sections: list[_Section] = []

    def take(self, block: Block) -> None:
        """Sort one paragraph into its place."""
        text = _value(block.text)
        if not text:
            return
        if self._starts_issue(text) or self._starts_recommendation(text, block):
            return
        # The label is looked for in the text as it stands, so that what follows it can be cut from the runs.
        label = labels.find_label(block.text)
        inside = self.sections and self.mode in ("printed", "zone", "answer", "general")
        if label and inside and self._belongs_to_answer(label):
            self._body(block, text)
        elif label and label.kind in _FRONT:
            self._front_label(label, block)
        elif label and label.kind == "general":
            self.mode = "general"
            self._append(self.general, block, label.rest)
        elif label and label.kind in ("action", "comment") and self.sections:
            self.mode = "zone" if label.kind == "action" else "answer"
            self._append(self._zone_or_answer(), block, label.rest)
            if self.mode == "zone" and marks.other_words(label.rest):
                self.mode = "answer"
                self._append(self.sections[-1].answer, block, label.rest)
        else:
            self._body(block, text)

    @staticmethod
    def _belongs_to_answer(label: labels.Label) -> bool:
        """Whether a paragraph of an answer only begins like a label, as "Publication of the tables …" does."""
        if label.kind in _FIELDS:
            return True
        text_behind = bool(_value(label.rest))
        if label.kind == "action":
            return (
                text_behind and not marks.only_marks(label.rest) and not marks.opens_with_mark(label.rest.split(".")[0])
            )
        return text_behind and label.kind in _FRONT and label.kind != "return"

    def _zone_or_answer(self) -> list[Block]:
        section = self.sections[-1]
        return section.zone if self.mode == "zone" else section.answer

    @staticmethod
    def _append(blocks: list[Block], block: Block, rest: str) -> None:
        """Keep the part of a paragraph that follows its label, with the formatting of its runs."""
        cut, runs = len(block.text) - len(rest), []
        if not rest:
            return
        cut = block.text.rfind(rest) if rest in block.text else cut
        for run in block.runs:
            if cut < len(run.text):
                runs.append(replace(run, text=run.text[max(cut, 0) :]))
            cut -= len(run.text)
        blocks.append(replace(block, runs=tuple(runs)))

    def _starts_issue(self, text: str) -> bool:
        found = labels.numbered_label("issue", text)
        number = labels.as_number(found[0]) if found else None
        if number is None or number not in self.titles:
            return False
        if found[1] and labels.likeness(labels.words_of(found[1]), self.titles[number]) < ALIKE:
            return False
        self.issue, self.mode = number, "issue"
        return True

    def _starts_recommendation(self, text: str, block: Block) -> bool:
        found = labels.numbered_label("recommendation", text)
        printed = found[1] if found else text
        anchor = self._anchored(printed)
        if found and (anchor or not found[1]):
            self._open(anchor or self._by_label(found[0]), block, printed)
            return True
        current = self.sections[-1].id if self.sections else None
        if anchor and not found and not (anchor == current and self.mode in ("zone", "answer")):
            if anchor == current or self.mode == "printed":
                # The text under its label: the text says more surely than the label which one it is.
                self.sections[-1].id = anchor
                self.sections[-1].printed.append(printed)
            else:
                self._open(anchor, block, printed)
            return True
        return False

    def _anchored(self, text: str) -> str | None:
        """The recommendation whose own words these are."""
        words = labels.words_of(text)
        if len(words) < 5:
            return None
        best = max(self.words, key=lambda identifier: labels.likeness(words, self.words[identifier]))
        return best if labels.likeness(words, self.words[best]) >= ALIKE else None

    def _by_label(self, label: str) -> str:
        """The recommendation a label means: as printed, else by position in its issue, else in the whole form."""
        here = [r for r in self.recommendations if r.issue == self.issue]
        for recommendation in here:
            if recommendation.label == label:
                return recommendation.id
        position = int(label) if label.isdigit() else ord(label[0]) - ord("a") + 1 if len(label) == 1 else 0
        for group in (here, self.recommendations):
            if 1 <= position <= len(group):
                return group[position - 1].id
        return f"{self.issue or 1}.{label}"

    def _open(self, identifier: str, block: Block, printed: str) -> None:
        self.sections.append(_Section(identifier, block.place, [printed] if printed else []))
        self.mode = "printed"

    def _front_label(self, label: labels.Label, block: Block) -> None:
        self.mode, self.pending = "front", None
        if label.kind == "consent":
            self.mode = "consent"
        elif label.kind in _FIELDS:
            if label.rest:
                self.fields.setdefault(label.kind, label.rest)
            else:
                self.pending = (label.kind, block)

    def _body(self, block: Block, text: str) -> None:
        if self.mode == "front":
            self._field_value(block, text)
        elif self.mode == "consent":
            self.consent.append(block)
        elif self.mode == "general":
            self.general.append(block)
        elif self.mode == "printed":
            self._after_printed(block, text)
        elif self.mode == "zone":
            if marks.only_marks(text):
                self.sections[-1].zone.append(block)
            else:
                self.mode = "answer"
                self.sections[-1].answer.append(block)
        elif self.mode == "answer":
            self.sections[-1].answer.append(block)

    def _after_printed(self, block: Block, text: str) -> None:
        section = self.sections[-1]
        known = labels.likeness(labels.words_of(" ".join(section.printed)), self.words.get(section.id, frozenset()))
        if marks.only_marks(text):
            self.mode = "zone"
            section.zone.append(block)
        elif known >= ALIKE:
            self.mode = "answer"
            section.answer.append(block)
        else:
            section.printed.append(text)

    def _field_value(self, block: Block, text: str) -> None:
        if self.pending is None:
            return
        kind, label = self.pending
        if label.cell is None:
            self.fields.setdefault(kind, text)
            self.pending = None
        elif block.cell and block.cell[:2] == label.cell[:2]:
            self.fields[kind] = f"{self.fields[kind]}\n{text}" if kind in self.fields else text
        else:
            self.pending = None


def _text(blocks: list[Block]) -> str:
    lines = [("- " if block.bullet else "") + _value(block.text) for block in blocks]
    return "\n".join(line for line in lines if line.strip(" -"))


def _answer(section: _Section) -> ReadAnswer:
    text = _text(section.answer)
    decision = marks.decide(section.zone, text)
    place = section.answer[0].place if section.answer else section.place
    return ReadAnswer(
        section.id,
        decision.value if decision.stated or text else "",
        text,
        f"{place} (mark: {decision.evidence})",
        " ".join(section.printed) or None,
    )


def read_form(blocks: list[Block], question: Question, remarks: tuple[Remark, ...], kind: str = "docx") -> Reply:
    """Read a questionnaire without tags; `kind` is the format of the file, as core.replies names it.

    Raises:
        Unreadable: no text at all, or nothing that belongs to this meeting's questionnaire.
    """
    reader = _FormReader(question)
    for block in blocks:
        reader.take(block)
    if not any(_value(block.text) for block in blocks):
        raise Unreadable("no_text", "no text", "a filled-in questionnaire")
    if not reader.sections and not reader.general:
        raise Unreadable("wrong_questionnaire", "none of the recommendations", "this meeting's questionnaire")

    consent = marks.decide([block for block in reader.consent if marks.opens_with_mark(block.text)])
    contact = {
        kind.removeprefix("contact_"): value for kind, value in reader.fields.items() if kind.startswith("contact_")
    }
    return Reply(
        format=kind,
        respondent=reader.fields.get("country", ""),
        submitted_on=reader.fields.get("submitted_on", ""),
        publish=consent.value if consent.stated else "",
        contact=contact,
        answers=tuple(_answer(section) for section in reader.sections),
        general=_text(reader.general),
        general_locator=reader.general[0].place if reader.general else "",
        remarks=remarks,
    )
