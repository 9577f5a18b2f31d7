"""One answer that is for several recommendations, as its label says: "Recommendations 1 (a) and (b): We …".

Each has it, and somebody is asked to part it. Keeps out: how such labels are found (`joint_labels.py`), and two answers
for one recommendation (`twice.py`).
"""

from dataclasses import replace

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.form.sections import Section, of_label
from pipeline.reading.reply import ReadAnswer, Remark


def given_to_all(
    read: list[ReadAnswer], sections: list[Section], recommendations: tuple[Recommendation, ...]
) -> tuple[list[ReadAnswer], list[Remark]]:
    """The answers of sections, each followed by its copies for all others that its label names; with remarks."""
    own = {answer.recommendation for answer in read}
    found, remarks = [], []
    for answer, section in zip(read, sections, strict=True):
        issue = next((one.issue for one in recommendations if one.id == answer.recommendation), section.issue) or 1
        first, *others = _named(section, issue, recommendations)
        if section.anchor:  # the text says whose it is; a label of several may be a heading above each
            others = [other for other in others if section.anchor == first and other not in own]
        answers, told = given(answer, others)
        found += answers
        remarks += told
    return found, remarks


def given(answer: ReadAnswer, others: list[str]) -> tuple[list[ReadAnswer], list[Remark]]:
    """An answer and its copies for other recommendations, with a remark where there is a text to be parted."""
    value = f"one answer to {', '.join((answer.recommendation, *others))}"
    told = [Remark("needs_editor", answer.locator, value)] if others and answer.text else []
    return [answer, *(replace(answer, recommendation=other) for other in others)], told


def _named(section: Section, issue: int, recommendations: tuple[Recommendation, ...]) -> list[str]:
    labels = (section.label, *section.label.also) if section.label else ()
    return [of_label(recommendations, one.issue or issue, one.label) for one in labels] or [""]
