"""The labels that answers begin with in letters and lists, by the places of their paragraphs.

With their word, "As to recommendation 1 (a), …", or without where they make a list. Keeps out: what becomes of the
answers (`letter.py`), and the words that lead to a recommendation (`letter.yaml`).
"""

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.form import labels
from pipeline.reading.form.issues_headed import issues_headed
from pipeline.reading.form.joint_labels import joint_label
from pipeline.reading.form.leads import LED, one_of
from pipeline.reading.form.listed_labels import label_in_words, listed_label
from pipeline.reading.form.listed_marks import marked, marked_one
from pipeline.reading.form.named_inside import WORD, named_behind, named_inside, named_several
from pipeline.reading.form.numbered import Numbered, follows, recommendation_label
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.sections import Section, identify
from pipeline.reading.form.topics import led_by_topics

_MORE = re.compile(
    rf"\W*(?:and|or|to|et|ou|y|e|и|&|,|-|–)\s*(?:(?:{one_of(labels.DATA['recommendation'])})\s*)?"
    r"(?:\d{1,2}\s?[.(]|\(?[a-z]{1,2}\)|\d{1,2}\s?:)",
    re.I,
)
# The next label: one in brackets alone may be that of a list behind a dash, "1 (a) – (i) We …".
_NEXT, _NEXT_ALONE = (
    re.compile(r"\d{1,2}\s?(?:\.\s?[a-z](?!\w)|\([a-z]{1,2}\))", re.I),
    re.compile(r"\([a-z]{1,2}\)", re.I),
)
_LETTER_INSIDE = re.compile(r"(?<!\w)\(?a\)")
_LONGEST_LEAD = 20  # words
# Fewer labels without their word are no list, and fewer numbers may number the parts of any document.
_FEWEST, _FEWEST_NUMBERS = 2, 5
# Behind them a number alone names a recommendation: "On the second, we …".
_ARTICLES = (" the", " la", " le")


def opened_in(form: Form, begins: int, recommendations: tuple[Recommendation, ...]) -> dict[int, Numbered]:
    """The labels that answers begin with, by the places of their paragraphs."""
    worded: dict[int, Numbered] = {}
    whole: dict[int, Numbered] = {}
    under: dict[int, Numbered] = {}
    issue, headed = None, issues_headed(form)
    for at in range(begins, len(form.texts)):
        issue = headed.get(at, issue)
        if found := label_before(form.texts[at]):
            label, has_word = found
            (worded if has_word else whole if label.issue else under)[at] = label._replace(issue=label.issue or issue)
    whole |= _of_whole_issues(under, whole, recommendations)
    one_each = {
        at: one for at in range(begins, len(form.texts)) if at not in worded and (one := marked_one(form.texts[at]))
    }
    listed = _of_list(whole, form.texts, recommendations, again=True)
    listed = listed or _of_list(under, form.texts, recommendations, again=False)
    if _mostly_known(worded, recommendations) and _how_many(worded) >= _how_many(listed):
        opened = worded | one_each | _of_others(whole, worded, recommendations)
        return opened | _going_on(under, opened, recommendations)
    if listed:
        opened = listed | _of_others(worded, listed, recommendations)
        return opened | _going_on(under, opened, recommendations)
    others = [at for at in range(begins, len(form.texts)) if not marked(form.texts[at])]
    for naming in (named_behind, named_inside):
        named = one_each | {at: one for at in others if (one := naming(form.texts[at]))}
        if len(named) > len(one_each) and _mostly_known(named, recommendations):
            return named
    led = led_by_topics(form.texts, begins, recommendations)
    return led or one_each or {at: one for at in others if (one := named_several(form.texts[at]))}


def _of_whole_issues(
    under: dict[int, Numbered], whole: dict[int, Numbered], recommendations: tuple[Recommendation, ...]
) -> dict[int, Numbered]:
    """Numbers before a yes or no, "2: Yes. We …", of issues with one recommendation, among labels that name issues."""
    counts = Counter(one.issue for one in recommendations)
    only = {str(one.issue): one for one in recommendations if counts[one.issue] == 1}
    named = {str(label.issue) for label in whole.values()}
    return {
        at: label._replace(issue=only[label.label].issue, label=only[label.label].label)
        for at, label in under.items()
        if named and label.label in only and label.label not in named and not label.issue and opening_word(label.rest)
    }


def _going_on(
    under: dict[int, Numbered], opened: dict[int, Numbered], recommendations: tuple[Recommendation, ...]
) -> dict[int, Numbered]:
    """Letters that go on under the issue of the label above: "2 (a) Yes. We …", "(b) No.".

    Another "(a)" between the two begins a list inside the answer, whose "(b)" is the next of its own.
    """
    asked = {(one.issue, one.label) for one in recommendations}
    asked -= {one[:2] for label in opened.values() for one in (label, *label.also)}
    found: dict[int, Numbered] = {}
    last: Numbered | None = None
    for at in sorted({*under, *opened}):
        if at in opened:
            last = None if _LETTER_INSIDE.search(opened[at].rest) else opened[at]
            continue
        label = under[at]
        of_same = last is not None and label.issue in (None, last.issue)
        label = label._replace(issue=last.issue) if of_same else label
        last = label if of_same and follows(label, last) and label[:2] in asked else None
        if last:
            found[at] = last
    return found


def _of_others(
    found: dict[int, Numbered], known: dict[int, Numbered], recommendations: tuple[Recommendation, ...]
) -> dict[int, Numbered]:
    """Those of some labels that each name a recommendation which no other of them does, and none that is known."""
    asked = {(one.issue, one.label) for one in recommendations}
    asked -= {one[:2] for label in known.values() for one in (label, *label.also)}
    named = Counter(label[:2] for label in found.values())
    return {at: label for at, label in found.items() if label[:2] in asked and named[label[:2]] == 1}


def _how_many(found: dict[int, Numbered]) -> int:
    return len({label[:2] for label in found.values()})


def _mostly_known(found: dict[int, Numbered], recommendations: tuple[Recommendation, ...]) -> bool:
    """Whether half of some labels or more name recommendations of the meeting: others may be of anything."""
    named = _named(found.values(), recommendations) if found else []
    return bool(named) and 2 * sum(one in {known.id for known in recommendations} for one in named) >= len(named)


def label_before(text: str) -> tuple[Numbered, bool] | None:
    """The label that an answer may begin with, and whether it has the word for a recommendation."""
    lead = LED.match(text)
    led = text[lead.end() :] if lead else text
    if joint := joint_label(led):
        return joint, True
    if len(marked(text)) > 1:
        return None
    named = lead is not None and lead[0].casefold().rstrip().endswith(_ARTICLES)
    worded = recommendation_label(led) or label_in_words(led, led=named) or _label_announced(text)
    label = worded or listed_label(led)
    return (label, bool(worded)) if label and not names_more(text, label) else None


def names_more(text: str, label: Numbered) -> bool:
    """Whether another label stands behind the first: "1 (a) and (b)", "1.a, 1.b: We …"."""
    before = text.removesuffix(label.rest).rstrip()[-1:]
    listed = bool(before) and before in ",;&/"
    behind = _NEXT.match(label.rest) if listed or before in ("–", "—", "-") else None
    return bool(_MORE.match(label.rest) or behind or (listed and _NEXT_ALONE.match(label.rest)))


def _label_announced(text: str) -> Numbered | None:
    """The label in a line that leads to an answer below: "On recommendation (a) of issue 1 we have this to say:"."""
    if not text.endswith(":") or len(text.split()) > _LONGEST_LEAD:
        return None
    found = (recommendation_label(text[word.start() :].rstrip(": ")) for word in WORD.finditer(text))
    named = [label for label in found if label]
    return named[0]._replace(rest="") if len(named) == 1 else None


def begins_answer(text: str) -> bool:
    """Whether a line may be the first of an answer, by what it begins with."""
    return label_before(text) is not None


def _of_list(
    found: dict[int, Numbered], texts: list[str], recommendations: tuple[Recommendation, ...], *, again: bool
) -> dict[int, Numbered]:
    """Those of some labels that name recommendations; none where they are no list of answers.

    `again`: a recommendation may be named twice. Labels that are not as the meeting has them, such as numbers, which
    head the parts of any document, count where they name all recommendations in their order, or yes and no follow them.
    """
    exact = {(recommendation.issue, recommendation.label) for recommendation in recommendations}
    named = {at: label for at, label in found.items() if (label.issue, label.label) in exact}
    different = {(label.issue, label.label) for label in named.values()}
    if len(different) >= _FEWEST and (again or len(different) == len(named)):
        return named
    own, order = list(found.values()), [one.id for one in recommendations]
    if len(own) < _FEWEST:
        return {}
    ids = _named(own, recommendations)
    # "1.1 Yes. We …": nothing but an answer begins so.
    begun = (label.rest or "".join(texts[at + 1 : at + 2]) for at, label in found.items())
    said = 2 * sum(opening_word(text) is not None for text in begun) >= len(own)
    if len(own) < _FEWEST_NUMBERS and not (said and ids == order):
        return {}
    if said and all(label.issue for label in own) and ids == [one for one in order if one in set(ids)]:
        return found
    if ids != order:
        return {}
    under = zip(own, recommendations, strict=True)
    return found if all(label.issue in (None, one.issue) for label, one in under) else {}


def _named(found: Iterable[Numbered], recommendations: tuple[Recommendation, ...]) -> list[str]:
    """The recommendations that labels name, in their order."""
    return identify([Section("", label.issue, label) for label in found], recommendations)
