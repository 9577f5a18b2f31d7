"""Consent to publication: a question that no sign ends, and a box beside a whole sentence: "☒ We agree that …".

Keeps out: questions that are known or end as questions do, and their yes and no (`parts.py`, `marks.py`).
"""

import re

from pipeline.reading.blocks import Block
from pipeline.reading.form import labels
from pipeline.reading.form.labels import Label
from pipeline.reading.form.mark_words import BOXES, marks_at_edge, only_marks, tokens_in
from pipeline.reading.form.sections import Left
from pipeline.reading.form.so_far import Parts

_AGREES, _REFUSES, _NO_OBJECTION, _ON_CONDITION = (
    re.compile(rf"(?<!\w)(?:{labels.alternatives(labels.DATA[name])}){end}", re.I)
    for name, end in (("agreeing", ""), ("refusing", r"(?!\w)"), ("no_objection", ""), ("on_condition", r"(?!\w)"))
)

_OWN_REPLY = re.compile(rf"(?<!\w)(?:{labels.alternatives(labels.DATA['own_reply'])})(?!\w)", re.I)
# A sentence that may say more than that: "We agree to publication of this reply, and pilots were trained.".
_GOES_ON = re.compile(r"[.,;:!?–\d]|(?<!\w)(?:and|which|where|while|et|y|и|que|qui)(?!\w)", re.I)
# Words of a question.
_LONGEST_QUESTION = 24


def question_in(texts: list[str], at: int) -> Label | None:
    """The question in a line that has its yes and no, or right above them: "Whether it may be posted   ☒ Yes ☐ No".

    None for any other line.
    """
    text = texts[at]
    marks = marks_at_edge(text, expected=False)
    asked = text[: marks[0]] if marks else text
    if "consent" not in labels.keywords_in(asked) or len(asked.split()) > _LONGEST_QUESTION:
        return None
    below = not marks and labels.is_request(text) and only_marks("".join(texts[at + 1 : at + 2]))
    return Label("consent", text[marks[0] :] if marks else "") if marks or below else None


def is_unanswered(text: str, label: Label) -> bool:
    """Whether a line is nothing but a question about publication, which nobody needs to have answered."""
    return not label.rest and text.rstrip().endswith("?") and len(text.split()) <= _LONGEST_QUESTION


def said_in_sentences(parts: Parts) -> str:
    """What the sentences on publication say whose box is set: yes or no; empty where none is, or they contradict.

    Sentences that decided are no longer left over, nor are those beside them.
    """
    lines = [*parts.consent, *(left.block for left in parts.left)]
    sentences = {id(block): sentence for block in lines if (sentence := _sentence(block))}
    said = {meaning for meaning, is_set in sentences.values() if is_set}
    if len(said) != 1:
        return ""
    parts.left = [left for left in parts.left if id(left.block) not in sentences]
    return said.pop()


def said_last(parts: Parts, places: dict[int, int]) -> str:
    """What a sentence on the reply's publication says that stands below the last answer: yes or no, else empty.

    It is no part of that answer then; where it goes on, what it says besides is left over. `places` count the form's
    lines by the paragraphs' numbers.
    """
    answer = parts.sections[-1].answer if parts.sections else []
    text = answer[-1].text if len(answer) > 1 else ""
    about = _OWN_REPLY.search(text) and "consent" in labels.keywords_in(text) and len(text.split()) <= _LONGEST_QUESTION
    said = _meaning(text) if about else ""
    if said:
        block = answer.pop()
        if _GOES_ON.search(text.strip().rstrip(".!")):
            parts.left.append(Left(places.get(block.number, 0), block, text))
    return said


def _sentence(block: Block) -> tuple[str, bool] | None:
    """What a sentence on publication means, and whether the box at its edge is set; None for any other line."""
    text = block.text.strip()
    meaning = _meaning(text) if "consent" in labels.keywords_in(text) else ""
    boxes = [token for token in tokens_in([block]) if token.kind in BOXES] if meaning else []
    at_edge = [box for box in boxes if not all(map(_says, (block.text[: box.start], block.text[box.end :])))]
    return (meaning, any(box.kind == "checked" for box in at_edge)) if at_edge else None


def _says(text: str) -> bool:
    return bool(re.search(r"\w", text))


def _meaning(text: str) -> str:
    """Whether a sentence allows publication, yes or no; empty where it sets a condition, or is about other things."""
    if _ON_CONDITION.search(text):
        return ""
    if _NO_OBJECTION.search(text):
        return "yes"
    return "no" if _REFUSES.search(text) else "yes" if _AGREES.search(text) else ""
