"""What each paragraph of a questionnaire is, by its label, by the recommendations' words, by what came before it.

Pure: nothing changes here. Keeps out: the wordings of labels (`labels.yaml`), headed columns (`columns.py`), and the
parts that paragraphs are grouped into (`parts.py`).
"""

import re

from pipeline.reading.blocks import Block
from pipeline.reading.form import columns, consent, labels, mark_words
from pipeline.reading.form import kinds as k
from pipeline.reading.form.ahead import Ahead
from pipeline.reading.form.anchors import PART, Wordings, letters_of
from pipeline.reading.form.closing import closes
from pipeline.reading.form.conditional import conditional_label
from pipeline.reading.form.heads_in_lines import heads_in_lines
from pipeline.reading.form.joint_labels import joint_label
from pipeline.reading.form.kinds import ANSWER, AWAY, CLOSING, FRONT, GENERAL, INSIDE, NOTHING, PRINTED, TEXT, ZONE
from pipeline.reading.form.labels import Label
from pipeline.reading.form.labels_above import labels_above, texts_in
from pipeline.reading.form.lines import FIELDS, has_cell_beside, rows_of_one_cell, value_of
from pipeline.reading.form.marks_below import marks_below
from pipeline.reading.form.numbered import continues, follows, numbered_label, recommendation_label
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.prepared import prepared
from pipeline.reading.form.reply_cells import answering_cells, asks, rows_with_whole_replies
from pipeline.reading.form.sections import Section
from pipeline.reading.form.so_far import Parts
from pipeline.reading.form.whole_answers import said_in_words
from pipeline.text.numerals import as_number

_CONSENT, _AFTER, _ANYWHERE = frozenset(("consent",)), frozenset(("consent", "general")), FIELDS | {"consent"}
_ANSWERING, _UNANSWERED = (ZONE, ANSWER, GENERAL), (PRINTED, ZONE)
_SENTENCE, _DASH = re.compile(r"\w+\s+\w+\s+\w+.*\.$", re.S), re.compile(r"(?<=\w)\s+[–—]\s+")
# Columns whose cells may have a request or marks among other lines.
_REPLYING = labels.ASKED | {"recommendation"}
# Letters that the label of an issue's title takes at most, with those around it.
_LABEL_LETTERS = 14


class Form:
    """The paragraphs of a form, empty ones left out, and what they are; `at` counts them from 0."""

    def __init__(self, blocks: list[Block], wordings: Wordings):
        self.wordings, anchors = wordings, wordings.of_texts
        lines = prepared(blocks, anchors)
        written = [block.text for block in lines]
        kept = [(block, whole, text) for block, whole in zip(lines, written, strict=True) if (text := value_of(whole))]
        self.blocks, self._whole, self.texts = map(list, zip(*kept, strict=True)) if kept else ([], [], [])
        self._anchors, self._title, self._ahead = anchors, wordings.title, Ahead(self.texts, anchors)
        self.printed = texts_in(self.texts, anchors)
        self._labels_above = labels_above(self.texts, self.printed)
        self._roles, self._heading_rows = columns.columns_of(lines, written, FIELDS, anchors.find, len(wordings.texts))
        self.worded_columns = columns.asking_for_words(lines, self._heading_rows)
        self._heads = heads_in_lines(self.blocks, self.texts)
        self._answering, self._of_replies = answering_cells(self._roles), rows_with_whole_replies(self._roles)
        self.alone = rows_of_one_cell(lines)
        self._naming = {
            one.cell.in_row for one in self.blocks if self._roles and self._roles.get(one.cell) in labels.WHICH
        }

    def role(self, at: int) -> str:
        """What the column of a paragraph is headed with, by kind; empty where it stands in none that is headed."""
        return self._roles.get(self.blocks[at].cell, "")

    def heads_columns(self, at: int) -> bool:
        """Whether a paragraph stands in a row of headings, or is one in a line."""
        cell = self.blocks[at].cell
        return cell.in_row in self._heading_rows if cell else at in self._heads

    def has_more(self, block: Block) -> bool:
        """Whether the row of a headed table has another column about action or for what was done."""
        return self._answering[block.cell.in_row] > 1

    def goes_on(self, block: Block) -> bool:
        """Whether the row of a headed table does not say which recommendation it is about."""
        return block.cell.in_row not in self._naming

    def goes_on_with(self, section: Section, text: str) -> str | None:
        """The recommendation with whose text a line goes on, of which a section has the beginning; None elsewhere."""
        before = section.printed[-1].text if section.printed else ""
        key = section.anchor or (self.anchor_in(f"{before} {text}") if before else None)
        return key if before and key and self._anchors.goes_on(before, text, key) else None

    def anchor_in(self, text: str) -> str | None:
        """The recommendation whose words a text holds."""
        return anchor.key if (anchor := self._anchors.find(text)) else None

    def kind(self, at: int, so_far: Parts) -> k.Kind:
        """What a paragraph is, given what came before it."""
        block, text = self.blocks[at], self.texts[at]
        if block.cell is None:
            if at in self._heads or labels.is_page_mark(text):
                return NOTHING
        elif self._heading_rows and (heads := self._heading_rows.get(block.cell.in_row)):
            return k.ColumnHeads(heads.isdisjoint(labels.WHICH))
        if (anchor := self._labels_above.get(at)) and block.cell not in self._roles:
            boxes = text if mark_words.only_marks(text) else ""
            return self._recommendation(at, so_far) or k.Recommendation(None, anchor, boxes)
        if issue := self._issue(at, so_far):
            return issue
        if self._roles and (role := self._roles.get(block.cell)):
            return self._general_row(block, so_far) or self._in_reply(at, so_far) or k.InColumn(role)
        return (
            self._recommendation(at, so_far)
            # The label is looked for in the text as it stands, so that what follows it can be cut from the runs.
            or self._labelled(at, labels.find_label(self._whole[at]), so_far)
            or self._labelled(at, self._unlisted(at, so_far), so_far)
            or self._further_request(at, so_far)
            or (CLOSING if self._closes(at, so_far) else TEXT)
        )

    def _closes(self, at: int, so_far: Parts) -> bool:
        """Whether a line stands behind the last answer, not in it."""
        if so_far.part not in INSIDE or not so_far.sections or self._ahead.any_recommendation(at):
            return False
        block, section = self.blocks[at], so_far.sections[-1]
        # A table behind an answer that stands in none is not part of it, nor is anything behind an answer's table.
        table_behind = bool(block.cell and section.answer and not section.answer[-1].outermost)
        behind = so_far.part is ANSWER and (table_behind or section.outside(block))
        return behind or closes(self.texts[at])

    # Issues and recommendations

    def _issue(self, at: int, so_far: Parts) -> k.IssueHeading | None:
        text = self.texts[at]
        label = numbered_label("issue", text)
        label = label if label and self._ahead.labels_issues(len(self.wordings.titles)) else None
        titled = self._title(text)
        if not (label or titled):  # nearly every paragraph
            return None
        rest = label.rest if label else text
        if not (titled or _SENTENCE.search(rest) or self._title("".join(self.texts[at + 1 : at + 2]))):
            rest = ""  # a title in another language
        # A title may have a label before it, in whatever words.
        more = (1 - titled.of_paragraph) * len(letters_of(text)) if titled else 0
        whole = titled and titled.of_text > 0.95
        if whole and (more <= _LABEL_LETTERS or titled.of_paragraph > (0.85 if so_far.part is ANSWER else 0.6)):
            return k.IssueHeading(titled.key, rest)
        number = as_number(label.label) if label else None
        if number is None or number not in self.wordings.titles or recommendation_label(text):
            return None
        if label.rest and not self._title(label.rest):
            sure = label.firm or so_far.part not in INSIDE
            if not (sure and self._ahead.recommendation(at)):
                return None
        return k.IssueHeading(number, rest)

    def _recommendation(self, at: int, so_far: Parts) -> k.Recommendation | None:
        text = self.texts[at]
        label = joint_label(text) or recommendation_label(text)
        label = label or self._ahead.bare_label(at) or self._ahead.before_boxes(at)
        anchor = self._anchors.find(label.rest if label else text)
        current = so_far.sections[-1] if so_far.sections else None
        if below := so_far.part is PRINTED and marks_below(text, label, so_far.sections, list(self.wordings.texts)):
            return k.Recommendation(None, current.anchor, below, goes_on=True)
        if label:
            last = current.label if current else None
            if last and continues(label, last):
                return k.Recommendation(label, None, "", goes_on=True)
            sure = label.firm or so_far.part not in INSIDE or follows(label, last)
            marked = mark_words.only_marks(label.rest)  # "Recommendation 1 (a)   ☒ Yes ☐ No"
            if not anchor and label.rest and not marked and not (sure and self._ahead.question(at)):
                return None
            return k.Recommendation(label, anchor.key if anchor else None, label.rest)
        if anchor is None:
            cell = self.blocks[at].cell
            near = current and (so_far.part is PRINTED or (cell and current.row and current.row[0] == cell.table))
            known = self.goes_on_with(current, text) if near else None
            return k.Recommendation(None, known, text, goes_on=True) if known else None
        sure = anchor.of_text >= 0.5 and (anchor.of_paragraph >= 0.5 or self._anchors.opens(text, anchor.key))
        # A form may print no more than the beginning of a text.
        begun = anchor.of_paragraph >= PART and (
            self._ahead.question(at)
            or self._anchors.cut_off(text, anchor.key)
            or self._anchors.opens(" ".join(self.texts[at : at + 2]), anchor.key)
        )
        sure = sure or begun
        if current and so_far.part in _ANSWERING:
            known = anchor.key in {section.anchor for section in so_far.sections}
            if not sure or anchor.key == current.anchor or (known and not self._ahead.question(at)):
                return None
        # The text under its label: the text says more surely than the label which one it is.
        under_label = current and so_far.part is PRINTED and (current.anchor in (None, anchor.key) or not sure)
        return k.Recommendation(None, anchor.key, text, goes_on=bool(under_label))

    def _general_row(self, block: Block, so_far: Parts) -> k.GeneralRow | None:
        label = labels.find_label(block.text)
        if label and label.kind == "general":
            return k.GeneralRow(label)
        goes_on = so_far.part is GENERAL and so_far.general_row == block.cell.in_row
        return k.GeneralRow(None) if goes_on else None

    def _in_reply(self, at: int, so_far: Parts) -> k.Kind | None:
        """What a line is that asks or marks in a cell for the whole reply, or below a text; None for any other."""
        section, row = so_far.sections[-1] if so_far.sections else None, self.blocks[at].cell.in_row
        if section is None or section.row != row or row not in self._of_replies:
            return None
        if self.role(at) not in _REPLYING:
            return None
        unanswered = so_far.part in _UNANSWERED and not section.answer
        if unanswered and mark_words.only_marks(self.texts[at]):
            return TEXT
        label = labels.find_label(self._whole[at]) or (self._unlisted(at, so_far) if unanswered else None)
        if label and asks(label):
            return self._action(at, label, so_far) if label.kind == "action" else self._comment(label, so_far)
        return TEXT if unanswered and mark_words.marks_at_edge(self.texts[at], expected=False) else None

    # Labels

    def _labelled(self, at: int, label: Label | None, so_far: Parts) -> k.Kind | None:
        """What a paragraph with this label is; None where it only begins like one."""
        if label is None or self._is_beside_label(at, so_far):
            return None
        inside = bool(so_far.sections) and so_far.part in INSIDE
        if label.kind in FIELDS:
            to_office = so_far.part is AWAY and label.kind.startswith("contact_") and label.kind != "contact_name"
            if to_office:
                return NOTHING
            return None if inside and not self._leaves_answers(at, label, so_far) else k.Field(label)
        if label.kind in k.HEADINGS:
            text = self.blocks[at].text.rstrip()
            heading = label.kind == "return" or (label.kind == "guidance" and not text.endswith("."))
            boxes = label.kind == "consent" and mark_words.only_marks(label.rest)
            said = labels.has_answer(label.rest) and not boxes if label.kind == "consent" else value_of(label.rest)
            firm = label.firm or boxes
            if inside and not heading and (said or not firm or label.kind == labels.AGENCY):
                return None
            return k.PartHeading(k.HEADINGS[label.kind], label)
        if label.kind == "general":
            return k.GeneralLabel(label)
        return self._action(at, label, so_far) if label.kind == "action" else self._comment(label, so_far)

    def _is_beside_label(self, at: int, so_far: Parts) -> bool:
        """Whether a paragraph stands in the cell of an answer, whose label is the cell before it."""
        cell, section = self.blocks[at].cell, so_far.sections[-1] if so_far.sections else None
        return bool(cell and section and section.answer_row == cell.in_row and not section.answer)

    def _unlisted(self, at: int, so_far: Parts) -> Label | None:
        """A label in no list, where one can be expected."""
        block, text = self.blocks[at], self.texts[at]
        if so_far.part not in INSIDE or (so_far.part is GENERAL and not so_far.sections):
            kinds = _ANYWHERE if so_far.part is FRONT or (block.cell and so_far.part is not GENERAL) else _CONSENT
            label = labels.keyword_label(text, kinds, has_cell_beside(self.blocks, at))
            if not label and so_far.part is FRONT:
                # "Reporting country – Alba"
                label = labels.keyword_label(_DASH.sub(": ", text, count=1), FIELDS, False) or labels.loose_label(text)
            label = label or consent.question_in(self.texts, at)
            stands = not label or label.kind != "consent" or self._ahead.boxes(at, label)
            return label if stands or consent.is_unanswered(text, label) else None
        said = opening_word(text) or mark_words.only_marks(text)
        if so_far.part in _UNANSWERED and so_far.sections and not said:
            label = labels.keyword_label(text, labels.ASKED - so_far.sections[-1].asked, False)
            unanswered = label and (mark_words.only_marks(label.rest) or not re.search(r"\w", label.rest))
            unanswered = unanswered or (label and label.kind == "action" and opening_word(label.rest))
            if unanswered or (label and labels.is_request(text)):
                return label
        label = labels.keyword_label(text, _AFTER, False) or consent.question_in(self.texts, at)
        answered = label and labels.has_answer(label.rest) and not mark_words.only_marks(label.rest)
        if not label or answered or not so_far.sections or self._ahead.any_recommendation(at):
            return None
        return label if label.kind != "consent" or self._ahead.boxes(at, label) else None

    def _leaves_answers(self, at: int, label: Label, so_far: Parts) -> bool:
        """Whether a field comes after the answers, in a form that has its front matter at the end."""
        if label.kind not in ("country", "submitted_on", "contact_name") or label.kind in so_far.fields:
            return False
        cell = self.blocks[at].cell
        if cell:
            return cell.in_row != so_far.sections[-1].row and not label.rest and cell.column == 1
        return not self._ahead.any_recommendation(at)

    def _action(self, at: int, label: Label, so_far: Parts) -> k.Kind | None:
        if so_far.part in INSIDE and said_in_words(self.texts[at]):
            return TEXT  # "No action taken" asks nothing
        only_boxes = mark_words.only_marks(label.rest)
        boxes_follow = at + 1 < len(self.blocks) and mark_words.only_marks(self.texts[at + 1])
        if not so_far.sections or "action" in so_far.sections[-1].asked or so_far.part not in INSIDE:
            return k.ActionQuestion(label, opens=True) if only_boxes or (boxes_follow and not label.rest) else None
        boxes = only_boxes or mark_words.opens_with_mark(re.split(r"[.,;–-]", label.rest)[0])
        expected = label.firm and so_far.part is not ANSWER
        return k.ActionQuestion(label, opens=False) if not label.rest or boxes or expected else None

    def _comment(self, label: Label, so_far: Parts) -> k.CommentLabel | None:
        asked = so_far.sections and so_far.part in INSIDE and "comment" not in so_far.sections[-1].asked
        return k.CommentLabel(label) if asked else None

    def _further_request(self, at: int, so_far: Parts) -> k.CommentLabel | None:
        """Another request for words about the same recommendation: "If no, give the reasons:" below that for yes."""
        label = conditional_label(self.texts[at]) if so_far.sections and so_far.part in INSIDE else None
        return k.CommentLabel(label) if label else None
