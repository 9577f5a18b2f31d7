"""The recommendations and titles of a form in another language, or in words nowhere near the adopted ones.

Told by their labels: all of them, in their order, each with a text behind it and boxes or a question below. Keeps out:
labels (`numbered.py`, `letter.py`), texts without any (`unlabelled.py`), and texts that are known (`anchors.py`).
"""

from collections import defaultdict
from typing import NamedTuple

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.anchors import Wordings, letters_of
from pipeline.reading.form.answer_labels import label_before
from pipeline.reading.form.numbered import Numbered
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.sections import Section, identify
from pipeline.reading.form.titles import with_titles
from pipeline.reading.form.unlabelled import before_marks, texts_in_order
from pipeline.text.language import language_of

# Share of the recommendations whose texts a form has to have in other words; below half of these it asks.
_MOST = 2 / 3
# Fewer are no order.
_FEWEST = 3
# What stands in columns of answers.
_ANSWERS = labels.ASKED.union(mark_words.WORDS)


class _Labelled(NamedTuple):
    """A line that begins with a recommendation's label: its place in the form, and the label."""

    at: int
    label: Numbered


def wordings(form: Form, recommendations: tuple[Recommendation, ...]) -> Wordings | None:
    """How a form prints the recommendations in words of its own; None where it does not, or prints the adopted ones."""
    alike: dict[tuple[bool, bool, bool], list[_Labelled]] = defaultdict(list)
    for at, text in enumerate(form.texts):
        if found := label_before(text):
            label, has_word = found
            alike[not has_word, not label.issue, label.label.isdigit()].append(_Labelled(at, label))
    for _, lines in sorted(alike.items()):  # those that say most first
        begins = _in_order(lines, recommendations)
        if begins and (texts := _texts(form, begins)):
            own = with_titles(form, texts, {one: line.at for one, line in begins.items()}, recommendations)
            # A short text says enough together with its label: "3.a Clinics".
            own.of_texts.exact |= {letters_of(form.texts[at]): one for one, (at, label) in begins.items() if label.rest}
            return own
    labelled = any(2 * len(lines) >= len(recommendations) for (bare, *_), lines in alike.items() if not bare)
    return None if labelled else _in_place(form, recommendations)


def _in_place(form: Form, recommendations: tuple[Recommendation, ...]) -> Wordings | None:
    """The wordings of a form without labels, in another language: in the adopted one it would be another form."""
    found = texts_in_order(form, len(recommendations))
    places = dict(zip((one.id for one in recommendations), found, strict=True)) if found else {}
    texts = {one: found[at] for one, at in places.items()}
    languages = [language_of(" ".join(words.values())) for words in (form.wordings.texts, texts)]
    if not texts or None in languages or len(set(languages)) < len(languages):
        return None
    return with_titles(form, texts, places, recommendations)


def _in_order(lines: list[_Labelled], recommendations: tuple[Recommendation, ...]) -> dict[str, _Labelled]:
    """Lines by the recommendations that they name, where these come in their order; empty where they do not."""
    order = [recommendation.id for recommendation in recommendations]
    named = identify([Section("", line.label.issue, line.label) for line in lines], recommendations) if lines else []
    # Letters alone say which one only where none is missing.
    most = _MOST * len(order) if all(line.label.issue for line in lines) else len(order)
    in_order = len(named) >= max(most, _FEWEST) and named == [one for one in order if one in set(named)]
    return dict(zip(named, lines, strict=True)) if in_order else {}


def _texts(form: Form, begins: dict[str, _Labelled]) -> dict[str, str] | None:
    """The texts behind labels, where most of them are followed by what asks for an answer."""
    texts, asked = {}, 0
    ends = [*(line.at for line in begins.values()), len(form.texts)][1:]
    for (identifier, (at, label)), end in zip(begins.items(), ends, strict=True):
        asking = next((one for one in range(at + 1, end) if _asks(form.texts[one])), None)
        marked = before_marks(label.rest)
        asked += bool(marked) or asking is not None or form.role(at) in labels.WHICH
        lines = {at: label.rest} | {one: form.texts[one] for one in range(at + 1, asking or end)}
        lines = {one: text for one, text in lines.items() if text}
        if not lines:
            return None
        # Somebody may have written beside the text that is asked; nothing tells what stands in a section without marks.
        first = max(lines, key=lambda one: len(lines[one])) if asking and not marked else min(lines)
        if not _may_be_asked(form, first, lines[first]):
            return None
        texts[identifier] = marked or lines[first]
    return texts if 2 * asked >= len(texts) and len(set(texts.values())) == len(texts) else None


def _may_be_asked(form: Form, at: int, text: str) -> bool:
    """Whether a text can be what is asked: it is no answer, no label and no mark."""
    return not _asks(text) and form.role(at) not in _ANSWERS


def _asks(text: str) -> bool:
    """Whether a line asks for an answer, or has the mark of one."""
    label = labels.find_label(text)
    return bool((label and label.kind in labels.ASKED) or mark_words.only_marks(text) or opening_word(text))
