"""Lines that give one mark to recommendations they name: "Implemented: 1 (a), 2 (a)", "We have not implemented 1 (b)."

Looked for outside answers. Keeps out: labels before marks (`joint_labels.py`), and the words that are marks
(`whole_answers.yaml`).
"""

import re
from functools import lru_cache

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.form.grouped import said_of_all
from pipeline.reading.form.joint_labels import LIST, NAMED, NAMES, labels_in
from pipeline.reading.form.labels import alternatives, heading
from pipeline.reading.form.leads import DATA
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.mark_words import OTHER, only_marks, words_in
from pipeline.reading.form.numbered import Numbered, numbered_label, recommendation_label
from pipeline.reading.form.sections import of_label
from pipeline.reading.form.so_far import Parts
from pipeline.reading.form.whole_answers import said_by_sentence, said_in_words
from pipeline.reading.reply import ReadAnswer

_LINE = re.compile(rf"\W*(?P<said>[^:]{{2,60}}?)\s*:\s*(?:(?:{NAMES})\s*)?(?P<all>{LIST})\W*", re.I)
_SENTENCES = re.compile(r"(?<=[.;!])\s+(?=[^\W\d_])")
_LONGEST = 400  # letters


def names_marked(text: str) -> bool:
    """Whether a line has a mark, or asks about action, and then names recommendations: no form prints that."""
    if len(text) > _LONGEST:
        return False
    line = _LINE.fullmatch(text)
    if line and (_word(line["said"]) or said_of_all(line["said"]) in OTHER or heading(line["said"]) == "action"):
        return True
    listed = listed_label(text) or recommendation_label(text)  # "1 (b) No.", where no list is read
    if listed and listed.issue and _word(listed.rest.rstrip(" .")):
        return True
    return bool(NAMED.search(text)) and any(_said(sentence)[0] for sentence in _SENTENCES.split(text))


@lru_cache(maxsize=20_000)
def marked(text: str) -> tuple[tuple[str, str, Numbered], ...]:
    """Yes or no, the words that say so and a label, for each recommendation that a line names beside a mark.

    Empty where any of its sentences says something else, or a label names no issue.
    """
    if len(text) > _LONGEST:
        return ()
    issue = numbered_label("issue", text)
    under = int(issue.label) if issue and issue.issue is None and issue.rest and issue.label.isdecimal() else None
    found: list[tuple[str, str, Numbered]] = []
    for sentence in _SENTENCES.split((issue.rest if under else text).strip()):
        said, labels = _said(sentence)
        if not said:
            return ()
        found += [(said, sentence, one._replace(issue=one.issue or under)) for one in labels]
    return tuple(found) if all(label.issue for _, _, label in found) else ()


def marked_one(text: str) -> Numbered | None:
    """The label in a sentence that marks one recommendation: "We have not implemented recommendation 1 (b)."."""
    marks = marked(text) if NAMED.search(text) else ()
    return marks[0][2] if len(marks) == 1 else None


# "Recommendations 1 (a) and (b) have been …" is said of each.
_SINGULAR = {"have": "has", "were": "was"}
_PLURAL = re.compile(r"(?<=^ )(?:have|were)(?!\w)", re.I)
# What letters put before what they say: "On behalf of Alba I have the honour to inform you that …".
_LEAD = re.compile(
    rf"^(?:[^\s.:;\d]+\s+){{0,14}}?(?:{alternatives(DATA['informing'])})(?!\w)(?:\s+[^\s.:;\d]+){{0,4}}?\s+(?:that|que|что)\s+",
    re.I,
)


def _said(sentence: str) -> tuple[str, list[Numbered]]:
    line = _LINE.fullmatch(sentence)
    if line and (said := _word(line["said"]) or said_of_all(line["said"])) in OTHER:
        return said, labels_in(line["all"])
    named = list(NAMED.finditer(sentence))
    if len(named) != 1:
        return "", []
    (one,) = named
    behind = _PLURAL.sub(lambda verb: _SINGULAR[verb[0].lower()], sentence[one.end() :])
    of_one = _LEAD.sub("", f"{sentence[: one.start()]}this recommendation{behind}")
    labels = labels_in(one["all"])
    return (said_by_sentence(of_one) if labels else ""), labels


def _word(said: str) -> str:
    """Yes or no where a few words say that and no more; else empty."""
    if only_marks(said):
        kinds = words_in(said) & set(OTHER)
        return next(iter(kinds)) if len(kinds) == 1 else ""
    return said_in_words(f"{said}.")


def take_marks(parts: Parts, recommendations: tuple[Recommendation, ...]) -> list[ReadAnswer]:
    """The answers that such lines outside answers give, without text; the lines are left over no more."""
    found = []
    for left in list(parts.left):
        if marks := marked(left.text):
            parts.left.remove(left)
            found += [
                ReadAnswer(
                    of_label(recommendations, one.issue, one.label), said, "", f"{left.block.place} (mark: {by})"
                )
                for said, by, one in marks
            ]
    return found
