"""Lines that name recommendations by what they are about: "Training of pilots" above what was done, or before it.

Told by words in common with one recommendation and no other, in the recommendations' order, and only where half of them
or more are named so. Keeps out: labels (`numbered.py`) and the recommendations' own texts (`anchors.py`).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.form.anchors import Wordings
from pipeline.reading.form.leads import LED
from pipeline.reading.form.numbered import Numbered
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.titles import may_head

# Words of fewer letters say nothing of a topic; the forms of one word agree in so many: "training", "trained".
_ROOT = 4
_WORD = re.compile(rf"[^\W\d_]{{{_ROOT},}}")
# So many roots name a topic, if they are this share of a line's or more; so many topics make a reply, or all there are.
_FEWEST_ROOTS, _SHARE, _FEWEST_TOPICS = 2, 0.6, 3
# The topic that is led to ends with the first comma; one without a lead, in a list, with its colon.
_LED_TOPIC = re.compile(rf"{LED.pattern}(?P<topic>[^,.:;!?]{{8,160}})[,:]\s+(?P<rest>\S.*)", re.I | re.S)
_LISTED_TOPIC = re.compile(r"\W*(?P<topic>[^\W\d_][^,.:;!?\d]{3,80}):\s+(?P<rest>\S.*)", re.S)


def topics_in_order(
    lines: Mapping[int, str], recommendations: tuple[Recommendation, ...], fewest_roots: int = _FEWEST_ROOTS
) -> dict[int, Recommendation]:
    """The recommendations that lines name, by the places of the lines; none where less than half are named in order."""
    order = {one.id: number for number, one in enumerate(recommendations)}
    found: dict[int, Recommendation] = {}
    last = -1
    for at, text in sorted(lines.items()):
        named = _named(text, recommendations, fewest_roots)
        if named and order[named.id] > last:
            found[at], last = named, order[named.id]
    enough = len(found) >= _FEWEST_TOPICS and 2 * len(found) >= len(recommendations)
    return found if enough or len(found) == len(recommendations) else {}


def wordings_by_topic(form: Form, recommendations: tuple[Recommendation, ...]) -> Wordings | None:
    """The wordings of a form that heads answers with topics in place of recommendations; None where it does not."""
    lines = {at: text for at, text in enumerate(form.texts) if _may_head(text)}
    found = _with_those_between(topics_in_order(lines, recommendations), list(lines), recommendations)
    places = [*sorted(found), len(form.texts)]
    if not found or any(at + 1 == below for at, below in pairwise(places)):
        return None  # one right below another heads nothing
    named = {one.id: form.texts[at] for at, one in found.items()}
    return Wordings(form.wordings.texts | named, form.wordings.titles)


def led_by_topics(texts: list[str], begins: int, recommendations: tuple[Recommendation, ...]) -> dict[int, Numbered]:
    """Paragraphs that lead to topics, by their places, each with the label it stands for and what is said of it."""
    # A word of one recommendation alone is enough where nothing else names any: "On pilots: …".
    for leads, fewest_roots in (
        (_LED_TOPIC, _FEWEST_ROOTS),
        (_LISTED_TOPIC, _FEWEST_ROOTS),
        (_LED_TOPIC, 1),
        (_LISTED_TOPIC, 1),
    ):
        led = {at: match for at in range(begins, len(texts)) if (match := leads.match(texts[at]))}
        if found := topics_in_order({at: match["topic"] for at, match in led.items()}, recommendations, fewest_roots):
            return {at: Numbered(one.issue, one.label, led[at]["rest"]) for at, one in found.items()}
    return {}


def _with_those_between(
    found: dict[int, Recommendation], heads: list[int], recommendations: tuple[Recommendation, ...]
) -> dict[int, Recommendation]:
    """Topics and what lies between two of them: as many lines that may head as recommendations, each above others."""
    more = {}
    for (above, first), (below, last) in pairwise(sorted(found.items())):
        between = [at for at in heads if above + 1 < at < below - 1]
        missing = recommendations[recommendations.index(first) + 1 : recommendations.index(last)]
        if len(between) == len(missing):
            more |= dict(zip(between, missing, strict=True))
    return found | more


def _may_head(text: str) -> bool:
    return may_head(text.rstrip(" :")) and not re.search(r"\d", text)


def _named(text: str, recommendations: tuple[Recommendation, ...], fewest_roots: int) -> Recommendation | None:
    """The one recommendation with most of the words of a line; None where none has, or several have as many."""
    own = _roots(text)
    if len(own) < fewest_roots:
        return None
    shared = sorted(((len(own & _roots(one.text)), at) for at, one in enumerate(recommendations)), reverse=True)
    (most, first), (next_most, _) = (*shared, (0, 0))[:2]
    sure = most >= fewest_roots and most >= _SHARE * len(own) and most > next_most
    return recommendations[first] if sure else None


@lru_cache(maxsize=4_000)
def _roots(text: str) -> frozenset[str]:
    return frozenset(word[:_ROOT].casefold() for word in _WORD.findall(text))
