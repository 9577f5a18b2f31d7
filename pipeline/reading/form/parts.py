"""The parts of a questionnaire: its paragraphs grouped into fields, consent, general statement and recommendations.

Whatever finds no part is left over, with its place. Keeps out: what a paragraph is (`kinds.py`), and what becomes of
the parts (`form.py`) and of what is left (`leftover.py`).
"""

import re

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import columns, labels, mark_words
from pipeline.reading.form import kinds as k
from pipeline.reading.form.field_values import add_field, add_value, put_field
from pipeline.reading.form.how_far import degree, status
from pipeline.reading.form.kinds import INSIDE, Part
from pipeline.reading.form.labels import Label
from pipeline.reading.form.lines import FIELDS, part_of, rest_of
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.numbered import Numbered, bare_label, lone_label, recommendation_label
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.sections import Left, Section
from pipeline.reading.form.so_far import Parts, leave, leave_label, put_printed
from pipeline.reading.form.whole_answers import says_more_aside, take_said

_SAYS = re.compile(r"\w|[-–]")
_MARK_WORDS = 4  # in place of a mark: "Not applicable as yet"
# Where marks stand with words behind them.
_MARKED = (Part.ZONE, Part.PRINTED)


def parts_of(form: Form) -> Parts:
    """The parts of a form, every paragraph in its place."""
    parts = Parts(alone=form.alone)
    for at, text in enumerate(form.texts):
        kind = form.kind(at, parts)
        if not parts.sections:
            parts.opening.add(text)
        if kind is k.TEXT:  # most paragraphs are nothing else
            _add_text(at, form.blocks[at], text, parts)
        else:
            _add(form, at, kind, parts)
    return parts


def _add(form: Form, at: int, kind: k.Kind, parts: Parts) -> None:
    block, text = form.blocks[at], form.texts[at]
    match kind:  # what forms have most of comes first
        case k.Recommendation(_, anchor, printed, goes_on=True):
            parts.sections[-1].anchor = parts.sections[-1].anchor or anchor
            only_marks = mark_words.only_marks(printed)
            put_printed(parts.sections[-1], at, rest_of(block, printed) if only_marks else [block] if printed else [])
        case k.Recommendation(label, anchor, printed):
            _open(parts, at, block, label, anchor, printed)
        case k.ActionQuestion(label, opens):
            if opens:
                _open_unlabelled(form, at, parts)
            _add_question(at, label, block, parts)
        case k.CommentLabel(label):
            section = parts.sections[-1]
            parts.part = Part.ANSWER
            section.asked.add("comment")
            section.table, section.headed = block.outermost, False
            section.answer_row = block.cell.in_row if block.cell else None
            leave_label(at, block, label, section.left)
            section.answer += rest_of(block, label.rest)
        case k.InColumn(role):
            _add_cell(form, at, role, parts)
        case k.ColumnHeads(answers):
            parts.left.append(Left(at, block, text))
            _head_columns(at, block, parts, answers=answers)
        case k.Nothing():
            if not labels.is_page_mark(text):
                parts.left.append(Left(at, block, text))
        case k.IssueHeading(number, rest):
            parts.begin_issue(number, block)
            leave(at, block, rest, parts.left)
        case k.GeneralRow(label):
            parts.part, parts.general_row = Part.GENERAL, block.cell.in_row
            parts.general += rest_of(block, label.rest) if label else [block]
        case k.Field(label):
            add_field(at, label, block, parts)
        case k.PartHeading(part, label):
            parts.part, parts.pending = part, None
            if label.kind == "submission":
                parts.begin_form()
            leave_label(at, block, label, parts.left)
            if part is Part.CONSENT and mark_words.names_a_word(label.rest):
                parts.consent += rest_of(block, label.rest)
            leave(at, block, mark_words.beside(label.rest) if part is Part.CONSENT else label.rest, parts.left)
        case k.GeneralLabel(label):
            parts.part = Part.GENERAL
            leave_label(at, block, label, parts.left)
            parts.general += rest_of(block, label.rest)
        case k.Closing():
            parts.part = Part.BEHIND
            parts.left.append(Left(at, block, text))


# Recommendations


def _open(parts: Parts, at: int, block: Block, label: Numbered | None, anchor: str | None, printed: str) -> Section:
    """A new section, which the paragraphs that follow belong to."""
    cell = block.cell
    section = Section(block.place, parts.issue, label, anchor)
    if cell:
        section.row = cell.in_row
    put_printed(section, at, rest_of(block, printed))
    parts.sections.append(section)
    parts.part = Part.PRINTED
    return section


def _open_unlabelled(form: Form, at: int, parts: Parts) -> None:
    """A question about action that belongs to no recommendation seen: what stands before it is its text."""
    section = _open(parts, at, form.blocks[at], None, None, "")
    before = parts.sections[-2].answer if len(parts.sections) > 1 else None
    if before:
        one = before.pop()
        section.printed.append(Left(at - 1, one, one.text))
    elif at and before is None:
        section.printed.append(Left(at - 1, form.blocks[at - 1], form.texts[at - 1]))


def _add_question(at: int, label: Label, block: Block, parts: Parts) -> None:
    section = parts.sections[-1]
    section.asked.add("action")
    section.asked_row = block.cell.in_row if block.cell else None
    parts.part = Part.ZONE
    leave_label(at, block, label, section.left)
    _add_to_zone(at, block, label.rest, rest_of(block, label.rest), section, parts)


def _say(section: Section, said: str, at: int, block: Block, text: str) -> None:
    """Words that are a mark; where they say more in brackets, they are left over too."""
    section.status = (said, f"{text} where action is asked about")
    if says_more_aside(text):
        section.left.append(Left(at, block, text, own=-1))


def _add_to_zone(at: int, block: Block, text: str, zone: list[Block], section: Section, parts: Parts) -> None:
    """Boxes, and what stands beside them: it is the answer where it follows one of the words, else left over."""
    if said := degree(text):  # "Action taken: None"
        _say(section, said, at, block, text)
        return
    said = take_said(zone) if zone and not mark_words.names_a_word(text) else None
    if said:  # "Status: Implemented. We …"
        section.status, parts.part = said, Part.ANSWER if zone else parts.part
        section.answer += zone
        return
    section.zone += zone
    if mark_words.other_words(text):
        parts.part = Part.ANSWER
        section.answer += zone
    else:
        leave(at, block, mark_words.beside(text), section.left)


def _head_columns(at: int, block: Block, parts: Parts, *, answers: bool) -> None:
    """A heading row under a recommendation heads the columns of its answer, unless answers stand behind all of them."""
    *before, last = parts.sections or [None]
    if last is None or last.columns == block.cell.table:
        return
    if not answers and last.is_caption_above(block) and all(section.empty for section in before):
        parts.left.append(Left(at - 1, last.answer[0], last.answer.pop().text))
    if answers and last.empty and parts.part is Part.PRINTED and not any(section.empty for section in before):
        _answered_below(last, block.cell.table)


def _answered_below(section: Section, table: int) -> None:
    section.columns = table
    section.asked.add("columns")


def _add_cell(form: Form, at: int, role: str, parts: Parts) -> None:
    """A cell of a table whose columns have headings."""
    block, text = form.blocks[at], form.texts[at]
    if role in mark_words.WORDS and (box := mark_words.as_box(text)):
        block, text = block._replace(runs=(Run(box),)), box
    typed = role == columns.OTHER or (role == "submitted_on" and not form.goes_on(block))  # "Since when"
    if typed or role == "issue":
        parts.left.append(Left(at, block, text, own=0 if role == "issue" or bare_label(text) else -1))
        return
    if role in FIELDS:
        put_field(at, block, role, text, parts)
        return
    last = parts.sections[-1] if parts.sections else None
    if role == columns.QUESTION:
        _open(parts, at, block, Numbered(None, str(len(parts.sections) + 1), ""), None, text).headed = True
        return
    section = last if last and (last.row == block.cell.in_row or last.columns == block.cell.table) else None
    if role in labels.WHICH:
        label = recommendation_label(text) or bare_label(text) or (lone_label(text) if role == "number" else None)
        anchor = form.anchor_in(label.rest if label and label.rest else text)
        label = label or (listed_label(text) if anchor is None else None)
        if section is None and last and not label and (known := form.goes_on_with(last, text)):
            last.row, last.anchor = block.cell.in_row, known  # the row goes on over the end of a page
            put_printed(last, at, [block])
            return
        if section is None:
            _open(parts, at, block, label, anchor, label.rest if label else text).headed = True
            return
        section.label = section.label or label
        section.anchor = section.anchor or anchor
        put_printed(section, at, [block])
        return
    if section is None and last and last.stands_above(block.cell):
        section = last
        _answered_below(last, block.cell.table)
    elif section is None and last and last.goes_on_in(block.cell) and form.goes_on(block):
        section = last
    section = section or _open(parts, at, block, None, None, "")
    section.headed = True
    parts.part = Part.ANSWER
    if block.headed:
        section.answer.append(block)
    elif role == "action" and (said := status(text) or degree(text)):
        _say(section, said, at, block, text)
    elif role == "comment" or not (mark_words.only_marks(text) or mark_words.names_a_word(text)):
        # Words in place of a mark are no part of what stands in the column beside it.
        beside = role == "action" and len(text.split()) <= _MARK_WORDS and form.has_more(block)
        if beside:
            section.left.append(Left(at, block, text, own=-1))
        else:
            section.answer.append(block)
            if role in mark_words.OTHER and block.cell.in_column in form.worded_columns:
                # Whoever writes below "Yes (please describe)" says so, who writes below both says neither.
                known = section.status[0] if section.status else role
                section.status = (role if known == role else "unclear", f'words below "{role}"')
    else:
        if role in mark_words.WORDS:
            section.headings[block.cell.column] = role
        _add_to_zone(at, block, text, [block], section, parts)


# Ordinary text


def _add_text(at: int, block: Block, text: str, parts: Parts) -> None:
    section = parts.sections[-1] if parts.sections else None
    if parts.part is Part.FRONT and parts.pending:
        add_value(at, block, text, parts)
    elif parts.part is Part.CONSENT and (mark_words.opens_with_mark(text) or mark_words.only_marks(text)):
        parts.consent.append(block)
        leave(at, block, mark_words.beside(text), parts.left)
    elif parts.part is Part.GENERAL:
        parts.general.append(block)
    elif section and parts.part in INSIDE:
        _add_to_section(at, block, text, section, parts)
    else:
        leave(at, block, text, parts.left)


def _add_to_section(at: int, block: Block, text: str, section: Section, parts: Parts) -> None:
    only_marks = mark_words.only_marks(text)
    # A mark is expected in the row of the question about action.
    expected = block.cell is not None and block.cell.in_row == section.asked_row
    # Marks may come before the words or after them, and below each other.
    if parts.part is Part.ZONE and not only_marks and not _SAYS.search(text):
        return  # what an untouched list of choices shows
    if mark_words.only_beside(text) and (parts.part in _MARKED or text.startswith("*")):
        return  # "* Delete as appropriate" may stand anywhere
    if only_marks and (parts.part is not Part.ANSWER or mark_words.belongs_to(section.zone, block)):
        parts.part = Part.ZONE if parts.part is Part.PRINTED else parts.part
        section.zone.append(block)
    elif parts.part in _MARKED and (marks := _marks_at_edge(block, section, expected=expected)):
        parts.part = Part.ZONE
        section.zone.append(part_of(block, *marks))
        beyond = f"{block.text[: marks[0]]} {mark_words.without_prompt(block.text[marks[1] :]).lstrip(' :;,–')}"
        leave(at, block, beyond.strip(), section.left)
    elif parts.part is Part.PRINTED and not section.anchor:
        section.printed.append(Left(at, block, text))
    elif text in parts.opening and len(text) >= 10:
        return  # what stands on every page
    elif parts.part is Part.ZONE and not section.zone and (said := (expected and status(text)) or degree(text)):
        _say(section, said, at, block, text)
    elif parts.part is Part.ZONE and expected and len(text.split()) <= _MARK_WORDS:
        section.left.append(Left(at, block, text, own=-1))
    elif parts.part is Part.ANSWER and section.outside(block):
        # What stands below a table with a row for each recommendation is about none of them.
        leave(at, block, text, parts.left if section.headed else section.left)
    else:
        parts.part = Part.ANSWER
        section.answer.append(block)


def _marks_at_edge(block: Block, section: Section, *, expected: bool) -> tuple[int, int] | None:
    """Where marks stand beside words; None below marks, in words that go on: "Yes/no questions"."""
    marks = mark_words.marks_at_edge(block.text, expected=expected)
    return None if marks and mark_words.goes_on_below(section.zone, block.text) else marks
