"""What a form in two languages prints with each recommendation: its translation, which is no part of an answer.

Keeps out: forms that print the recommendations in another language only (`translated.py`).
"""

from collections.abc import Callable

from pipeline.reading.blocks import Block
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.sections import Left, Section
from pipeline.reading.form.so_far import Parts
from pipeline.text.figures import figures_in
from pipeline.text.language import language_of

# A translation has between so many letters and so many as its original has one; into Chinese it has a third.
_SHORTEST, _LONGEST = 0.25, 2.2
# Fewer recommendations show nothing.
_FEWEST = 3


def take_out(form: Form, parts: Parts) -> None:
    """Take the translations out of a form's parts where every recommendation has one beside, below or above its text.

    They are in another language than the texts, of like length, and have no figure that these have not. Where they may
    be what somebody wrote, they are left over.
    """
    for place in (_below, _beside, _above) if len(parts.sections) >= _FEWEST else ():
        found = _found(form, parts.sections, place)
        language = _of_translations(parts.sections, found) if found else None
        if not language or not _are_lines_of(parts, found):
            continue
        answers = "\n".join(one.text for section in parts.sections for one in section.answer if one not in found)
        if not answers.strip():
            continue  # nothing tells that they are no answers
        # Nobody answers between a text and its marks, or in the column of the texts.
        printed = all(section.zone or (place is _beside and section.headed) for section in parts.sections)
        sure = language_of(answers) not in (None, language) if place is _above else printed
        _remove(found, parts)
        if not sure:
            parts.left += [Left(form.blocks.index(block), block, block.text) for block in found]


def _found(form: Form, sections: list[Section], place: Callable[[Form, Section], Block | None]) -> list[Block]:
    """The lines that stand in this place of all sections; none where one has none."""
    found = []
    for section in sections:
        block = place(form, section) if section.anchor else None
        if block is None:
            return []
        found.append(block)
    return found


def _below(_: Form, section: Section) -> Block | None:
    """The first line of the answer, where no mark stands before it."""
    first, marks = section.answer[:1], section.zone[:1]
    return first[0] if first and (not marks or first[0].number < marks[0].number) else None


def _beside(_: Form, section: Section) -> Block | None:
    """The second line of what is taken for the recommendation's text."""
    return section.printed[1].block if len(section.printed) == 2 else None


def _above(form: Form, section: Section) -> Block | None:
    """The line before the recommendation's text."""
    at = section.printed[0].at if section.printed else 0
    return form.blocks[at - 1] if at else None


def _of_translations(sections: list[Section], found: list[Block]) -> str | None:
    """The language of lines that may translate the recommendations of these sections; None where they do not."""
    printed = [section.printed[0].text if section.printed else "" for section in sections]
    texts = [block.text for block in found]
    if len(set(texts)) < len(texts) or not all(map(_may_translate, printed, texts)):
        return None
    own, other = language_of("\n".join(printed)), language_of("\n".join(texts))
    return other if own and own != other else None


def _may_translate(printed: str, found: str) -> bool:
    alike = _SHORTEST * len(printed) <= len(found.strip()) <= _LONGEST * len(printed)
    return alike and not opening_word(found) and figures_in(found) <= figures_in(printed)


def _are_lines_of(parts: Parts, found: list[Block]) -> bool:
    """Whether lines were taken whole for answers or left over: those of fields and labels are no translations."""
    lines = [left.block for section in parts.sections for left in (*section.printed, *section.left)]
    lines += [block for section in parts.sections for block in section.answer]
    lines += [left.block for left in parts.left]
    return all(block in lines for block in found)


def _remove(found: list[Block], parts: Parts) -> None:
    for section in parts.sections:
        section.answer = [block for block in section.answer if block not in found]
        section.printed = [left for left in section.printed if left.block not in found]
        section.left = [left for left in section.left if left.block not in found]
    parts.left = [left for left in parts.left if left.block not in found]
