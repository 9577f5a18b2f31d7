"""Goes through the paragraphs of a questionnaire and sorts them: fields, consent, recommendations, marks, answers.

Labels and the recommendations' own words tell what a paragraph is; what follows belongs to it. Keeps out: the wordings
of labels (`labels.yaml`), headed columns (`columns.py`), and what becomes of the parts (`form.py`).
"""

import re

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import columns, labels, marks
from pipeline.reading.form.ahead import Ahead
from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.labels import Label, Numbered
from pipeline.reading.form.lines import has_value, lines_of, rest_of, value_of
from pipeline.reading.form.sections import Section
from pipeline.reading.reply import CONTACT_FIELDS
from pipeline.text.numerals import as_number

FIELDS = frozenset(("country", "submitted_on", *(f"contact_{field}" for field in CONTACT_FIELDS)))
# Fields whose value may take several paragraphs.
_LONG_FIELDS = ("contact_title", "contact_address")
# Headings of the parts around the answers, and what follows each.
_PARTS = {"submission": "front", "follow_up": "front", "consent": "consent", "guidance": "away", "return": "away"}
_AFTER = frozenset(("consent", "general"))
_ASKED = frozenset(("action", "comment"))
_INSIDE = ("printed", "zone", "answer", "general")


class FormParts:
    """The parts of a form, once `read` has gone through it.

    `mode` says what an ordinary paragraph belongs to at the moment.
    """

    def __init__(self, blocks: list[Block], anchors: Anchors, titles: Anchors):
        lines = lines_of(blocks)
        kept = [(block, text) for block in lines if (text := value_of(block.text))]
        self.blocks, self.texts = [block for block, _ in kept], [text for _, text in kept]
        self.anchors, self.titles, self.ahead = anchors, titles, Ahead(self.texts, anchors)
        self.roles, self.headed = columns.columns_of(lines, FIELDS)
        self.issue: int | None = None
        self.mode = "front"
        self.pending: tuple[str, Block] | None = None
        self.fields: dict[str, str] = {}
        self.consent: list[Block] = []
        self.general: list[Block] = []
        self.sections: list[Section] = []
        self.opening: set[str] = set()
        self.row: tuple[int, int] | None = None

    def read(self) -> "FormParts":
        """Sort every paragraph into its part."""
        for at, (block, text) in enumerate(zip(self.blocks, self.texts, strict=True)):
            if labels.is_page_mark(text) if not block.cell else block.cell[:2] in self.headed:
                continue
            if not self.sections:
                self.opening.add(text)
            if self._starts_issue(at, text):
                continue
            if block.cell in self.roles:
                if not self._general_row(block):
                    self._in_column(block, text, self.roles[block.cell])
            elif not self._starts_recommendation(at, text, block):
                # The label is looked for in the text as it stands, so that what follows it can be cut from the runs.
                label = labels.find_label(block.text)
                if not (label and self._label(at, label, block)):
                    label = self._unlisted(at, block, text)
                    if not (label and self._label(at, label, block)):
                        self._body(block, text)
        return self

    # Issues and recommendations

    def _starts_issue(self, at: int, text: str) -> bool:
        titled = self.titles.find(text)
        if titled and titled.of_text > 0.95 and titled.of_paragraph > (0.6 if self.mode != "answer" else 0.85):
            self.issue, self.mode = titled.key, "issue"
            return True
        found = labels.numbered_label("issue", text)
        number = as_number(found.label) if found else None
        if number is None or number not in self.titles.pieces:
            return False
        if found.rest and not self.titles.find(found.rest):
            sure = found.firm or self.mode not in _INSIDE
            if not (sure and self.ahead.recommendation(at)):
                return False
        self.issue, self.mode = number, "issue"
        return True

    def _starts_recommendation(self, at: int, text: str, block: Block) -> bool:
        found = labels.numbered_label("recommendation", text) or self.ahead.bare_label(at)
        anchor = self.anchors.find(found.rest if found else text)
        current = self.sections[-1] if self.sections else None
        if found:
            sure = found.firm or self.mode not in _INSIDE
            if not anchor and found.rest and not (sure and self.ahead.question(at)):
                return False
            self._open(block, found, anchor.key if anchor else None, found.rest)
            return True
        if anchor is None:
            return False
        sure = anchor.of_text >= 0.5 and anchor.of_paragraph >= 0.5
        if current and self.mode in ("zone", "answer", "general"):
            known = anchor.key in {section.anchor for section in self.sections}
            if not sure or anchor.key == current.anchor or (known and not self.ahead.question(at)):
                return False
        elif current and self.mode == "printed" and (current.anchor in (None, anchor.key) or not sure):
            # The text under its label: the text says more surely than the label which one it is.
            current.anchor = current.anchor or anchor.key
            current.printed.append(block)
            return True
        self._open(block, None, anchor.key, text)
        return True

    def _open(self, block: Block, label: Numbered | None, anchor: str | None, printed: str) -> Section:
        section = Section(block.place, self.issue, label, anchor, block.cell and block.cell[:2])
        section.printed += rest_of(block, printed)
        self.sections.append(section)
        self.mode = "printed"
        return section

    def _open_unlabelled(self, at: int) -> None:
        """A question about action that belongs to no recommendation seen: what stands before it is its text."""
        section = self._open(self.blocks[at], None, None, "")
        before = self.sections[-2].answer if len(self.sections) > 1 else None
        if before:
            section.printed.append(before.pop())
        elif at and before is None:
            section.printed.append(self.blocks[at - 1])

    # Labels

    def _label(self, at: int, label: Label, block: Block) -> bool:
        """Take a label and what follows it; False where the paragraph only begins like one."""
        inside = bool(self.sections) and self.mode in _INSIDE
        text_behind = bool(value_of(label.rest))
        if label.kind in FIELDS:
            if self.mode == "away" and label.kind.startswith("contact_") and label.kind != "contact_name":
                return True  # where the form goes back to, not who sends it
            if inside and not self._leaves_answer(at, label, block):
                return False
            self._field(label, block)
        elif label.kind in _PARTS:
            heading = label.kind == "return" or (label.kind == "guidance" and not block.text.rstrip().endswith("."))
            if inside and not heading and (text_behind or not label.firm):
                return False
            self.mode, self.pending = _PARTS[label.kind], None
            if label.kind == "consent" and marks.names_a_word(label.rest):
                self.consent += rest_of(block, label.rest)
        elif label.kind == "general":
            self.mode = "general"
            self.general += rest_of(block, label.rest)
        elif label.kind == "action":
            return self._action(at, label, block)
        else:
            return self._comment(label, block)
        return True

    def _unlisted(self, at: int, block: Block, text: str) -> Label | None:
        """A label in no list, where one can be expected."""
        if self.mode not in _INSIDE:
            after = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
            beside = bool(after and block.cell and after.cell and after.cell[:2] == block.cell[:2])
            beside = beside and after.cell[2] > block.cell[2]
            kinds = FIELDS | {"consent"} if self.mode == "front" or block.cell else frozenset(("consent",))
            label = labels.keyword_label(text, kinds, beside)
            label = label or (labels.loose_label(text) if self.mode == "front" else None)
            return label if not label or label.kind != "consent" or self.ahead.boxes(at, label) else None
        label = None
        if self.mode in ("printed", "zone") and self.sections:
            label = labels.keyword_label(text, _ASKED - self.sections[-1].asked, False)
        if label and (marks.only_marks(label.rest) or not re.search(r"\w", label.rest) or labels.is_request(text)):
            return label
        label = labels.keyword_label(text, _AFTER, False)
        if not label or labels.has_answer(label.rest) or not self.sections or self.ahead.any_recommendation(at):
            return None
        return label if label.kind != "consent" or self.ahead.boxes(at, label) else None

    def _leaves_answer(self, at: int, label: Label, block: Block) -> bool:
        """Whether a field comes after the answers, in a form that has its front matter at the end."""
        if label.kind not in ("country", "submitted_on", "contact_name") or label.kind in self.fields:
            return False
        if block.cell:
            return block.cell[:2] != self.sections[-1].row and not label.rest and block.cell[2] == 1
        return not self.ahead.any_recommendation(at)

    def _action(self, at: int, label: Label, block: Block) -> bool:
        boxes = marks.only_marks(label.rest) or marks.opens_with_mark(re.split(r"[.,;–-]", label.rest)[0])
        boxes_follow = at + 1 < len(self.blocks) and marks.only_marks(self.texts[at + 1])
        asked_before = not self.sections or "action" in self.sections[-1].asked or self.mode not in _INSIDE
        if asked_before:
            if not (marks.only_marks(label.rest) or (boxes_follow and not label.rest)):
                return False
            self._open_unlabelled(at)
        elif label.rest and not boxes and not (label.firm and self.mode != "answer"):
            return False
        section = self.sections[-1]
        section.asked.add("action")
        self.mode = "zone"
        section.zone += rest_of(block, label.rest)
        if marks.other_words(label.rest):
            self.mode = "answer"
            section.answer += rest_of(block, label.rest)
        return True

    def _comment(self, label: Label, block: Block) -> bool:
        if not self.sections or self.mode not in _INSIDE or "comment" in self.sections[-1].asked:
            return False
        self.sections[-1].asked.add("comment")
        self.mode = "answer"
        self.sections[-1].answer += rest_of(block, label.rest)
        return True

    def _field(self, label: Label, block: Block) -> None:
        self.mode, self.pending = "front", None
        if label.rest:
            self.fields.setdefault(label.kind, label.rest)
        if not label.rest or block.cell or label.kind in _LONG_FIELDS:
            self.pending = (label.kind, block)

    # What follows labels

    def _body(self, block: Block, text: str) -> None:
        section = self.sections[-1] if self.sections else None
        if self.mode == "front":
            self._field_value(block, text)
        elif self.mode == "consent":
            if marks.opens_with_mark(text) or marks.only_marks(text):
                self.consent.append(block)
        elif self.mode == "general":
            self.general.append(block)
        elif section and self.mode in _INSIDE:
            # Marks may come before the words or after them.
            if self.mode == "zone" and not re.search(r"\w|[-–]", text) and not marks.only_marks(text):
                return  # what an untouched list of choices shows
            if marks.only_marks(text) and (self.mode != "answer" or not section.zone):
                self.mode = "zone" if self.mode == "printed" else self.mode
                section.zone.append(block)
            elif self.mode == "printed" and not section.anchor:
                section.printed.append(block)
            elif text not in self.opening or len(text) < 10:
                self.mode = "answer"
                section.answer.append(block)

    def _field_value(self, block: Block, text: str) -> None:
        if self.pending is None:
            return
        text = text.rstrip(".") if "..." in block.text else text
        kind, label = self.pending
        if label.cell is None:
            if kind in _LONG_FIELDS and kind in self.fields:
                self.fields[kind] += f"\n{text}"
            else:
                self.fields.setdefault(kind, text)
            self.pending = self.pending if kind in _LONG_FIELDS else None
        elif block.cell == label.cell or (block.cell and block.cell[:2] == label.cell[:2] and not has_value(label)):
            self.fields[kind] = f"{self.fields[kind]}\n{text}" if kind in self.fields else text
        else:
            self.pending = None

    def _general_row(self, block: Block) -> bool:
        """Whether a row of a headed table is about the whole, not one recommendation."""
        label = labels.find_label(block.text)
        if label and label.kind == "general":
            self.mode, self.row = "general", block.cell[:2]
            self.general += rest_of(block, label.rest)
            return True
        if self.row == block.cell[:2] and self.mode == "general":
            self.general.append(block)
            return True
        return False

    def _in_column(self, block: Block, text: str, role: str) -> None:
        """A paragraph of a table whose columns have headings."""
        if role in FIELDS:
            self.fields.setdefault(role, text)
            return
        row = block.cell[:2]
        section = self.sections[-1] if self.sections and self.sections[-1].row == row else None
        if role in ("recommendation", "number"):
            found = labels.numbered_label("recommendation", text) or labels.bare_label(text)
            anchor = self.anchors.find(found.rest if found and found.rest else text)
            if section is None:
                section = self._open(block, found, anchor.key if anchor else None, found.rest if found else text)
                return
            section.label = section.label or found
            section.anchor = section.anchor or (anchor.key if anchor else None)
            section.printed.append(block)
            return
        section = section or self._open(block, None, None, "")
        self.mode = "answer"
        if role == "comment" or not (marks.only_marks(text) or marks.names_a_word(text)):
            section.answer.append(block)
        elif role == "action":
            section.zone.append(block)
        else:
            word = "" if re.search(r"(?i)yes|no", text) else f" {role.upper()}"
            section.zone.append(block._replace(runs=(*block.runs, Run(word))))
        if role != "comment" and marks.other_words(text):
            section.answer.append(block)
