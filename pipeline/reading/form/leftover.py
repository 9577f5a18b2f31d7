"""What people wrote into a form where no part of it is: found from what grouping left over, printed words taken out.

docs/rules.md, "Nothing is lost". Keeps out: how a form is grouped (`parts.py`), and what all copies of a form have in
common, which only all replies together show (`intake/unplaced.py`).
"""

import re

from pipeline.reading.blocks import Run
from pipeline.reading.form import mark_words
from pipeline.reading.form.anchors import Anchors, Wordings, letters_of
from pipeline.reading.form.beyond import FormWords, beyond, cuts_off
from pipeline.reading.form.listed_marks import names_marked
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.said_beside import take_from_printed, without_request
from pipeline.reading.form.sections import Left, Section
from pipeline.reading.form.so_far import Parts
from pipeline.reading.form.whole_answers import said_in_words
from pipeline.reading.reply import Unplaced, line_mark

# "1. Les gouvernements …": no sentence ends there.
_LABEL = re.compile(r"^\W*(?:\d{1,2}\W{0,2})?\w{1,2}[.)]\s")


def written_into(section: Section, adopted: str, texts: Anchors, words: FormWords) -> list[Left]:
    """What stands in a recommendation's section beside its text, its labels, its marks and its answer."""
    found = []
    for left in section.printed if adopted else ():
        if letters_of(left.text) not in texts.exact:
            related = (
                texts.find(left.text) or letters_of(left.text) in letters_of(adopted) or cuts_off(left.text, adopted)
            )
            stretches = map(without_request, beyond(left.text, adopted)) if related else (left.text,)
            found += [left._replace(text=one) for one in stretches]
    return [left for left in (*found, *section.left) if words.others(left.text) > left.own]


def translated(section: Section, adopted: str) -> list[Left]:
    """A recommendation's text in other words than the adopted ones, where it says more sentences than these.

    Which of them the form prints cannot be told: none is taken for the answer, all are left over.
    """
    printed = _LABEL.sub("", " ".join(left.text for left in section.printed))
    return section.printed if _sentences(printed) > _sentences(adopted) else []


def _sentences(text: str) -> int:
    return len(re.findall(r"\w[)”»\"]?[.!?;](?=\s|$)", text))


def answered_beside(section: Section, left: list[Left]) -> bool:
    """Put what was written beside an empty answer into it; whether there was an empty one."""
    if not left or any(re.search(r"\w", block.text) for block in section.answer):
        return False
    section.answer = [one.block._replace(runs=(Run(one.text),)) for one in sorted(left, key=lambda one: one.at)]
    for one in left:
        take_from_printed(section, one.text)
    return True


def outside(parts: Parts, printed: Wordings, words: FormWords) -> list[Left]:
    """What stands before, between and behind the sections, and is not printed."""
    found = []
    answered = max((block.number for section in parts.sections for block in section.lines), default=0)
    for left in parts.left:
        marked = names_marked(left.text) or _says_yes_or_no(left, answered)
        if words.others(left.text) <= left.own and not marked:
            continue
        title = printed.title(left.text) if printed.sure else None
        stretches = beyond(left.text, printed.titles[title.key]) if title else (left.text,)
        found += [left._replace(text=one) for one in stretches if marked or words.others(one) > min(left.own, 0)]
    return found


def _says_yes_or_no(left: Left, answered: int) -> bool:
    """Whether a line says that action was taken or not: in a sentence, or in a word behind the last answer.

    `answered` is the number of the last paragraph of an answer.
    """
    alone = left.block.cell is None and left.block.number > answered > 0 and mark_words.only_marks(left.text)
    return bool(said_in_words(left.text)) or (alone and len(mark_words.words_in(left.text)) == 1)


def unplaced(form: Form, left: list[Left], recommendation: str = "") -> list[Unplaced]:
    """What is left over as a reply carries it."""
    return [
        Unplaced(
            one.block.place,
            mark_words.as_typed(one.text),
            line_mark(form.texts[one.at - 1]) if one.at else "",
            recommendation,
        )
        for one in sorted(left, key=lambda one: one.at)
    ]
