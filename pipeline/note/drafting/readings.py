"""The words of a sentence with tags that make clauses of them, each with a subject and a verb.

The tagger sees three words at a time: it has "health centres staff wards" without a verb, and "the unit tests lamps" as
nouns. Where its tags make no clauses, that reading is searched for which does and departs least from them. Keeps out:
the tags (`tagging.py`, `tag_choices.py`), what makes a clause (`clauses.py`), which verbs change (`verbs.py`).
"""

from functools import lru_cache

from pipeline.note.drafting.clause_members import Seen
from pipeline.note.drafting.clause_state import State, closed
from pipeline.note.drafting.clauses import after
from pipeline.note.drafting.tag_choices import FINITE, Choice, choices
from pipeline.note.drafting.tagging import SKIPPED, Word, before, words_of
from pipeline.note.drafting.verb_forms import in_lexicon, lemma, participle, past
from pipeline.note.wording import WORDING

# What the tagger's reading may cost before another one is looked for, and by how much that has to be better.
_SOUND, _BETTER = 2.0, 0.7
# What the other may cost: a sentence that has no sound reading is one that the grammar does not know. Without any verb
# it may be a heading.
_UNDERSTOOD, _HEADING = 4.0, 1.0
# So many states are kept behind each word, and none that costs so much more than the best.
_KEPT, _GIVEN_UP = 20, 8.0
# "Help" and the like stand up to so many words before their infinitive: "helps the pilots see".
_LETS_WITHIN = 4
_LETS = frozenset(WORDING["before_infinitives"].split())
_HELPS = {"VH": "have", "VB": "be"}

Reading = tuple[str, ...]  # the tags of the words so far


@lru_cache(maxsize=20_000)
def read(sentence: str) -> tuple[Word, ...]:
    """The words and signs of a sentence in their order, tagged."""
    words = words_of(sentence)
    if not words:
        return words
    words = _surely(words)
    without_verb = not any(_may_be_finite(words, at) for at in range(len(words)))
    own, cost = _best(words, [[(word.tag, 0.0)] for word in words])
    if cost < _SOUND:
        return words
    found, least = _best(words, [choices(words, at) for at in range(len(words))])
    if least > cost - _BETTER or least > (_HEADING if without_verb else _UNDERSTOOD):
        return words
    # Conjunctions that the tagger takes for prepositions stay what it calls them: the rules know them so.
    return tuple(
        word if tag in (had, "CJS") else word._replace(tag=tag)
        for word, had, tag in zip(words, own, found, strict=True)
    )


def _may_be_finite(words: tuple[Word, ...], at: int) -> bool:
    """Whether the tagger has a finite verb here, or what it calls an infinitive where none is due."""
    due = words[before(words, at)].tag in ("TO0", "VM0")
    return words[at].tag in FINITE or (words[at].tag == "VVI" and at > 0 and not due)


def _surely(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with tags put right that the tagger has wrong whatever stands about them."""
    found = list(words)
    for at, (word, following) in enumerate(zip(words, (*words[1:], None), strict=True)):
        small = word.small
        before_noun = (
            following is not None and following.tag[:2] in ("NN", "VV") and in_lexicon(following.small, "NOUN")
        )
        if word.tag == "VVD" and lemma(small) == small and small not in (past(small), participle(small)):
            found[at] = word._replace(tag="VVB")  # "we publish lists"
        elif before_noun and word.tag in ("VVB", "VVI") and small.startswith("pre-"):
            found[at] = word._replace(tag="NN1")  # "pre-export notifications"
        elif before_noun and small == "repeat" and following.small.startswith("offen"):
            found[at] = word._replace(tag="AJ0")
    return tuple(found)


def _best(words: tuple[Word, ...], possible: list[list[Choice]]) -> tuple[Reading, float]:
    """The reading that costs least, with what it costs."""
    # Behind each word the states it may leave, each with its cost, the tags that lead there, and what may help a verb.
    paths: dict[State, tuple[float, Reading, str]] = {State(): (0.0, (), "")}
    lets = [word.small in _LETS or lemma(word.small) in _LETS for word in words]
    for at, word in enumerate(words):
        if word.quoted:
            paths = {state: (cost, (*tags, word.tag), helped) for state, (cost, tags, helped) in paths.items()}
            continue
        near = any(lets[max(0, at - _LETS_WITHIN) : at])
        views: dict[tuple[str, str, str], Seen] = {}
        reached: dict[State, tuple[float, Reading, str]] = {}
        for state, (cost, tags, helped) in paths.items():
            last_tag = tags[-1] if at else ""
            for tag, own in possible[at]:
                view = (tag, last_tag, helped)
                if view not in views:
                    views[view] = _seen(words, at, view, lets=near)
                for one, more in after(state, views[view]):
                    total = cost + own + more
                    if one not in reached or total < reached[one][0]:
                        reached[one] = (total, (*tags, tag), _helped(word, tag, helped))
        most = min(reached.values())[0] + _GIVEN_UP
        paths = dict(sorted(reached.items(), key=lambda item: item[1][0])[:_KEPT])
        paths = {state: path for state, path in paths.items() if path[0] < most}
    ended = words[-1].text in (".", ";", ":")
    ends = ((path[0] if ended else path[0] + closed(state.clauses), path[1]) for state, path in paths.items())
    cost, tags = min(ends)
    return tags, cost


def _seen(words: tuple[Word, ...], at: int, view: tuple[str, str, str], *, lets: bool) -> Seen:
    """A word with its tag, that of the word before, and what may help a verb."""
    tag, last_tag, helped = view
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if tag == "DT0" and word.small == "that" and last_tag[:2] in ("NN", "NP"):
        tag = "CJT"
    return Seen(word.text, word.small, tag, words[at - 1].small if at else "", last_tag, following, helped, lets)


def _helped(word: Word, tag: str, helped: str) -> str:
    """What may help the next verb, behind this word: "have" or "be", with nothing but adverbs and a pronoun between."""
    if tag in SKIPPED or (tag == "PNP" and word.small != "them"):
        return helped
    return _HELPS.get(tag[:2], "")
