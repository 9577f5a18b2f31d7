"""The words of a sentence with tags that make clauses of them, each with a subject and a verb.

The tagger sees three words at a time: it has "health centres staff wards" without a verb, and "the unit tests lamps" as
nouns. Where its tags make no clauses, that reading is searched for which does and departs least from them. Keeps out:
the tags (`tagging.py`, `tag_choices.py`), what makes a clause (`clauses.py`), which verbs change (`verbs.py`).
"""

import re
from functools import lru_cache
from itertools import pairwise
from threading import Lock

from pipeline.note.drafting.clause_members import Seen
from pipeline.note.drafting.clause_state import State, closed
from pipeline.note.drafting.clauses import OWNER, TELLING, after
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
_KEPT, _GIVEN_UP = 10, 5.0
# "Help" and the like stand up to so many words before their infinitive: "helps the pilots see".
_LETS_WITHIN = 4
_LETS = frozenset(WORDING["before_infinitives"].split())
_HELPS = {"VH": "have", "VB": "be"}

_SAME, _GONE, _AGAIN = (frozenset(WORDING[name].split()) for name in ("same_in_past", "times_gone", "times_again"))
_YEAR = re.compile(r"(?:19|20)\d\d\.?")
_OF_TIME, _TIMES = ("this", "last", "next", "each", "every"), ("year", "month", "week", "quarter", "day")

# The states that were met so far, by number.
_STATES: list[State] = []
_NUMBERS: dict[State, int] = {}
_NUMBERING = Lock()

Reading = tuple[str, ...]  # the tags of the words so far
# The states that a word may leave, by number, each with its cost, the tags that lead there, and what may help a verb.
Paths = dict[int, tuple[float, Reading, str]]


@lru_cache(maxsize=20_000)
def read(sentence: str) -> tuple[Word, ...]:
    """The words and signs of a sentence in their order, tagged."""
    words = words_of(sentence)
    if not words:
        return words
    words = _surely(words)
    without_verb = not any(_may_be_finite(words, at) for at in range(len(words)))
    told = _with_times(words)
    own, cost = _best(told, [[(word.tag, 0.0)] for word in told])
    if cost < _SOUND:
        return words
    found, least = _best(told, [choices(told, at) for at in range(len(told))])
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
        elif word.tag in ("VVD", "VVB") and small in _SAME and (told := _tense(words)):
            found[at] = word._replace(tag=told)  # "we cut costs in 2030", "every year we cut costs"
        elif before_noun and word.tag in ("VVB", "VVI") and small.startswith("pre-"):
            found[at] = word._replace(tag="NN1")  # "pre-export notifications"
        elif small == "because" and following is not None and following.small == "of":
            found[at] = word._replace(tag="PRP")
        elif word.tag == "VVN" and (_leads(words, at) or _enters_into_force(words, at)):
            found[at] = word._replace(tag="VVD")  # "measures led to an increase"
        elif before_noun and small == "repeat" and following.small.startswith("offen"):
            found[at] = word._replace(tag="AJ0")
    return tuple(found)


def _with_times(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with adverbs for times that stand so: "chairs the group this year", but "in this year"."""
    found = list(words)
    for at, (word, unit) in enumerate(pairwise(words)):
        alone = at > 0 and words[at - 1].tag not in ("PRP", "PRF", "AT0", "DPS")
        if alone and word.small in _OF_TIME and unit.small in _TIMES:
            found[at : at + 2] = (one._replace(tag="AV0") for one in (word, unit))
    return tuple(found)


def _tense(words: tuple[Word, ...]) -> str:
    """The tag of a verb whose past is its plain form, by the times that its sentence names; empty where these say none.

    A year or "ago" says the past, "every" and the like the present.
    """
    names = [word.small for word in words]
    if any(_YEAR.fullmatch(name) for name in names) or not _GONE.isdisjoint(names):
        return "VVD"
    return "VVB" if not _AGAIN.isdisjoint(names) else ""


def _leads(words: tuple[Word, ...], at: int) -> bool:
    """Whether "led to" is the verb of a sentence that has no other."""
    pair = [word.small for word in words[at : at + 2]]
    return at > 0 and pair == ["led", "to"] and not any(word.tag in FINITE for word in words)


def _enters_into_force(words: tuple[Word, ...], at: int) -> bool:
    """Whether a law entered into force here, and has not "entered" as part of another tense."""
    three = [word.small for word in words[at : at + 3]]
    return three == ["entered", "into", "force"] and not any(
        word.tag[:2] in ("VH", "VB", "VM") for word in words[max(at - 3, 0) : at]
    )


def _best(words: tuple[Word, ...], possible: list[list[Choice]]) -> tuple[Reading, float]:
    """The reading that costs least, with what it costs."""
    paths: Paths = {_number(State()): (0.0, (), "")}
    lets = [_lets(word.small) for word in words]
    for at, word in enumerate(words):
        if word.quoted:
            paths = {state: (cost, (*tags, word.tag), helped) for state, (cost, tags, helped) in paths.items()}
            continue
        near = any(lets[max(0, at - _LETS_WITHIN) : at])
        paths = _cheapest(_reached(words, at, paths, possible[at], lets=near))
    ended = words[-1].text in (".", ";", ":")
    cost, tags = min(
        (cost if ended else cost + closed(_STATES[state].clauses), tags) for state, (cost, tags, _) in paths.items()
    )
    return tags, cost


def _reached(words: tuple[Word, ...], at: int, paths: Paths, possible: list[Choice], *, lets: bool) -> Paths:
    """The paths that go on with a word, the cheapest to each state."""
    views: dict[tuple[str, str, str], Seen] = {}
    reached: Paths = {}
    for state, (cost, tags, helped) in paths.items():
        for tag, own in possible:
            view = (tag, tags[-1] if tags else "", helped)
            seen = views.get(view)
            if seen is None:
                seen = views[view] = _seen(words, at, view, lets=lets)
            for one, more in _steps(state, seen):
                total = cost + own + more
                known = reached.get(one)
                if known is None or total < known[0]:
                    reached[one] = (total, (*tags, tag), _helped(words[at], tag, helped))
    return reached


def _cheapest(paths: Paths) -> Paths:
    """The paths that are worth going on with."""
    if len(paths) == 1:
        return paths
    most = min(path[0] for path in paths.values()) + _GIVEN_UP
    # What the states are decides between equal paths, not in which order they were met.
    best = sorted((path, _STATES[state], state) for state, path in paths.items() if path[0] < most)[:_KEPT]
    return {state: path for path, _, state in best}


@lru_cache(maxsize=200_000)
def _steps(number: int, seen: Seen) -> tuple[tuple[int, float], ...]:
    """The states behind a word, by their numbers, with what each costs; nearly all steps have been taken before."""
    return tuple((_number(state), cost) for state, cost in after(_STATES[number], seen))


def _number(state: State) -> int:
    """The number of a state: numbers are told apart more quickly than states."""
    number = _NUMBERS.get(state)
    if number is None:
        with _NUMBERING:
            # The state stands in its place before anybody can know its number.
            number = _NUMBERS.get(state, len(_STATES))
            if number == len(_STATES):
                _STATES.append(state)
                _NUMBERS[state] = number
    return number


@lru_cache(maxsize=20_000)
def _lets(small: str) -> bool:
    """Whether a verb has an infinitive without "to" behind it: "helps them see"."""
    return small in _LETS or lemma(small) in _LETS


def _seen(words: tuple[Word, ...], at: int, view: tuple[str, str, str], *, lets: bool) -> Seen:
    """A word with its tag, that of the word before, and what may help a verb."""
    tag, last_tag, helped = view
    if tag == "DT0" and words[at].small == "that" and last_tag[:2] in ("NN", "NP"):
        tag = "CJT"
    last = _telling(words[at - 1].small) if at else ""
    following = words[at + 1] if at + 1 < len(words) else None
    behind = (_telling(following.small), following.tag) if following else ("", "")
    return Seen(_telling(words[at].small), tag, last, last_tag, *behind, helped, lets)


def _telling(small: str) -> str:
    """A word by which a step is told; empty for any other."""
    return small if small in TELLING else OWNER if small.endswith(("'s", "’s")) else ""


def _helped(word: Word, tag: str, helped: str) -> str:
    """What may help the next verb, behind this word: "have" or "be", with nothing but adverbs and a pronoun between."""
    if tag in SKIPPED or (tag == "PNP" and word.small != "them"):
        return helped
    return _HELPS.get(tag[:2], "")
