"""What a form prints in the section of every recommendation: questions and labels that no list of labels has.

They are no part of an answer. They are left over, so that words nobody prints are told by a finding. Keeps out: labels
that are known (`labels.yaml`), and lines that all copies of a form have (`intake/unplaced.py`).
"""

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.reading.blocks import Block
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.lines import rest_of
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.sections import LABEL_WORDS, Left, Section

# A few words and a colon, or an answer's number: "Narrative: …", "(ii) Obstacles: …", "A1. …".
_NUMBERED = r"(?:a|r|ans|answer|rep|reply|resp|response)\.?\s?\(?\d{1,2}\)?[.:)]"
_HEAD = re.compile(
    rf"(?P<head>(?:{labels.SUB_LABEL})?[^\W\d_](?:[^\W\d]|['’/,() -]){{0,60}}[:?]|{_NUMBERED})(?:\s+|$)", re.I
)
_SHORT = 2
# Words of a value that is no sentence.
_VALUE_WORDS = 6
# Of so many recommendations nearly all have a label: one may have been deleted, or written over.
_FEWEST, _MOST = 3, 0.8
_QUESTION = re.compile(r"[?:]\s*$")
# Choices that stand as they were printed: two strokes, or boxes.
_CHOICES = re.compile(r"[☐□]|\w\s*/[^/]+\s*/\s*\w")


def take_out(sections: list[Section], places: dict[int, int], texts: list[str]) -> set[str]:
    """Take out of the answers what stands in all of them; returns the labels that were taken from before them.

    `places` count the form's lines by paragraphs' numbers, `texts` are those of all its lines. The heads of columns
    stay before what stood below them.
    """
    sections = [section for section in sections if not any(block.headed for block in section.answer)]
    _choose(sections, places)
    _take_out_empty(sections, places)
    heads = _of_most(map(_head, texts), len(sections))
    taken = _take_off_heads(sections, places, heads)
    _take_out_questions(sections, places, heads | _of_most(texts, len(sections)))
    answered = _answered(sections)
    if len(answered) < 2:
        return taken
    lines = Counter(text for section in answered for text in {_said(block) for block in section.answer})
    everywhere = {text for text, count in lines.items() if count == len(answered)}
    # What is a label beside one answer is one where nobody answered.
    known = {
        _said(block) for section in answered for block in section.answer if everywhere and _is_printed(block, section)
    }
    for section in answered if everywhere & known else ():
        printed = [block for block in section.answer if _said(block) in everywhere & known]
        section.answer = [block for block in section.answer if block not in printed]
        section.left += [_left(block, block.text, places) for block in printed]
        for label in printed:
            _leave_value(section, label, places)

    answered = _answered(sections)
    heads = {_head(_said(section.answer[0])) for section in answered}
    if len(answered) > 1 and len(heads) == 1:
        taken |= _take_off_heads(answered, places, heads)
    return taken


def _take_out_questions(sections: list[Section], places: dict[int, int], of_most: set[str]) -> None:
    """Take out questions that most sections have; no line of most is an answer where nothing else stands."""
    questions = {line for line in of_most if line.endswith("?") and not mark_words.names_a_word(line)}
    for section in sections if of_most else ():
        asked = [block for block in section.answer if _said(block) in questions]
        section.answer = [block for block in section.answer if block not in asked]
        section.left += [_left(block, block.text, places) for block in asked]
        if not section.answer:
            section.left = [_as_printed(left) if left.text.strip() in of_most else left for left in section.left]


def _of_most(lines: Iterable[str], count: int) -> set[str]:
    """Lines, or labels that lines begin with, of which a form has nearly as many as it has recommendations."""
    return {line for line, times in Counter(lines).items() if times >= max(_FEWEST, _MOST * count)}


def _take_off_heads(sections: list[Section], places: dict[int, int], heads: set[str]) -> set[str]:
    """Take labels from the beginning of answers, but for marks: who answers "Yes: …" everywhere has answered.

    Returns those that were taken.
    """
    heads = {head for head in heads if head and not mark_words.names_a_word(head)}
    first = [(section, _head(_said(section.answer[0]))) for section in (_answered(sections) if heads else ())]
    headed = [(section, head) for section, head in first if head in heads]
    naming = {head for _, head in headed if _has_names([section for section, own in headed if own == head])}
    for section, head in headed:
        line, *others = section.answer
        label = _HEAD.match(_said(line))
        if head in naming:
            section.answer = others
            section.left.append(_left(line, _said(line), places)._replace(own=-1))
        else:
            section.answer = [*rest_of(line, _said(line)[label.end() :]), *others]
            section.left.append(_left(line, label["head"], places))
    # Behind names another label may stand first now.
    behind = _take_off_heads(sections, places, heads - naming) if naming else set()
    return {head for _, head in headed} | behind


def _has_names(headed: list[Section]) -> bool:
    """Whether no sentence stands behind a label, and most answers go on below it: "Agency: Navy"."""
    values = [text[_HEAD.match(text).end() :] for text in (_said(section.answer[0]) for section in headed)]
    names = all(value and not value.endswith(".") and len(value.split()) <= _VALUE_WORDS for value in values)
    return names and 2 * sum(len(section.answer) > 1 for section in headed) > len(headed)


def _leave_value(section: Section, label: Block, places: dict[int, int]) -> None:
    """Leave over with its label what is no sentence beside a label of the form's own: "Lead agency: Coast Guard"."""
    values = [block for block in section.answer if _beside(block, label)]
    others = [block for block in section.answer if block not in values]
    stated = any(_said(block).endswith(".") or len(block.text.split()) > _VALUE_WORDS for block in values)
    # "Date of implementation" asks for no more than a date.
    own = labels.heading(label.text) is None or "submitted_on" in labels.keywords_in(label.text)
    if others and not stated and own:
        section.answer = others
        section.left += [_left(one, f"{_said(label)}: {_said(one)}", places)._replace(own=-1) for one in values]


def _beside(block: Block, label: Block) -> bool:
    """Whether a paragraph stands in a cell further on in the row of a label."""
    cells = block.cell, label.cell
    return None not in cells and block.cell.in_row == label.cell.in_row and block.cell.column > label.cell.column


def _choose(sections: list[Section], places: dict[int, int]) -> None:
    """Take labels for yes and for no that all sections have as marks where something stands behind one of them.

    "Yes, action has been taken: …" above "No, it has not, because: …".
    """
    everywhere = _heads_of_all(sections)
    meant = {head: word[0] for head in everywhere if (word := opening_word(head))}
    for section in sections if set(meant.values()) == {"yes", "no"} else ():
        answer, said = [], set()
        for block in section.answer:
            text, head = _said(block), _head(_said(block))
            if head not in meant:
                answer.append(block)
                continue
            rest = text[_HEAD.match(text).end() :]
            answer += rest_of(block, rest)
            said |= {meant[head]} if rest else set()
            section.left.append(_left(block, text.removesuffix(rest), places)._replace(own=LABEL_WORDS))
        section.answer = answer
        if said and not section.zone:
            section.status = (said.pop() if len(said) == 1 else "unclear", "words behind its label")


def _heads_of_all(sections: list[Section]) -> set[str]:
    """The labels that lines of all answers begin with; none where there are fewer than two answers."""
    answered = [section for section in sections if section.answer]
    heads = [{_head(_said(block)) for block in section.answer} for section in answered]
    return set.intersection(*heads) - {""} if len(heads) > 1 else set()


def _take_out_empty(sections: list[Section], places: dict[int, int]) -> None:
    """Take out labels that have nothing behind them where all other answers have the same: "Obstacles:"."""
    everywhere = _heads_of_all(sections)
    for section in sections if everywhere else ():
        heads = [
            block for block in section.answer if _head(_said(block)) in everywhere and _said(block).endswith((":", "?"))
        ]
        # What stands in lines of its own below them is behind them.
        empty = [block for block in heads if _nothing_behind(section.answer, block)]
        section.answer = [block for block in section.answer if block not in empty]
        section.left += [_left(block, block.text, places) for block in empty]


def _nothing_behind(lines: list[Block], block: Block) -> bool:
    """Whether another label or nothing follows a line."""
    following = lines[lines.index(block) + 1 :]
    return not following or bool(_head(_said(following[0])))


def _answered(sections: list[Section]) -> list[Section]:
    """The sections with an answer that no known label heads: behind one stands what was answered, nothing else."""
    return [section for section in sections if section.answer and "comment" not in section.asked]


def _left(block: Block, text: str, places: dict[int, int]) -> Left:
    """What was taken out; a form may have words of its own in a question, and in a label of one word or two."""
    label = text.rstrip().endswith("?") or len(text.split()) <= _SHORT or bool(block.cell and block.cell.column == 1)
    return Left(places.get(block.number, 0), block, text, own=LABEL_WORDS if label else 0)


def _as_printed(left: Left) -> Left:
    """A label of the form's own where nothing was answered: it is no answer, and is told beside the others."""
    return left._replace(own=len(left.text.split()))


def _said(block: Block) -> str:
    return block.text.strip()


def _head(text: str) -> str:
    """The label that a line begins with, whatever its number is."""
    found = _HEAD.match(text)
    return re.sub(r"\d+", "#", found["head"]) if found else ""


def _is_printed(block: Block, section: Section) -> bool:
    """Whether a line asks, offers choices, heads what follows, or stands first in its row, before another cell."""
    if mark_words.opens_with_mark(block.text) or opening_word(block.text):
        return False
    heads = block.cell is None and labels.heading(block.text) in labels.ASKED
    requests = len(section.answer) > 1 and labels.heading(_said(block).strip("()[]")) == "comment"
    if heads or requests or _QUESTION.search(block.text) or _CHOICES.search(block.text):
        return True
    if block is section.answer[0] is not section.answer[-1] and labels.asks_about_marks(block.text):
        return True
    if not block.cell or block.cell.column != 1:
        return False
    cells = [one.cell for one in (*section.answer, *section.zone) if one.cell]
    beside = [cell for cell in cells if cell.table == block.cell.table and cell.column > 1]
    # A label that nobody has filled in anything beside stands in a table where others have.
    alone = not any(cell.row == block.cell.row for cell in beside)
    return bool(beside) and (not alone or cells.count(block.cell) == 1)
