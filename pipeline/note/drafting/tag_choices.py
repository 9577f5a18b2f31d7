"""The tags that a word of a sentence may have, each with how unlikely it is.

The tagger gives a word the tag that fits best with the two before it. Its own lexicon, and lemminflect's, say what else
the word could be: "controls" a verb as well. Keeps out: which of them make a sentence (`clauses.py`, `readings.py`).
"""

from functools import lru_cache

from pipeline.note.drafting.missed_verbs import NEVER_VERBS
from pipeline.note.drafting.retagging import NEVER_PASSIVE
from pipeline.note.drafting.tagging import Word, likelihoods
from pipeline.note.drafting.verb_forms import in_lexicon, lemma, participle
from pipeline.note.wording import WORDING

# What follows a verb: an object, "that", "to", "up" or "how".
_FOLLOWS_VERB = ("NN", "NP", "AT", "DP", "DT", "AJ", "CR", "PN")
_FOLLOWS_AS_WELL = ("CJT", "TO0", "AVP", "AVQ")
FINITE = ("VVZ", "VVB", "VVD", "VBZ", "VBB", "VBD", "VHZ", "VHB", "VHD", "VDZ", "VDB", "VDD", "VM0")
# Forms that look the same, which the tagger takes for each other; what it costs to take the other.
_TWINS = {"VVI": ("VVB", 0.1), "VVB": ("VVI", 0.1), "VVD": ("VVN", 0.5), "VVN": ("VVD", 0.5)}
# What it costs to leave the tagger's choice, its verbs being surer than its nouns; and for each step by which another
# is less likely in its lexicon.
_OTHER, _NO_VERB, _PER_STEP = 0.5, 1.0, 0.25
# So much less likely than the likeliest is what the tagger's lexicon has not and the other has.
_NOT_LISTED = 4.0
# Modal verbs that the tagger takes for nouns, and conjunctions that it takes for prepositions.
_MODALS, _JOINING = ("can", "may", "might", "must", "will"), ("after", "before", "since", "until")
_SHARED = frozenset(WORDING["joined_verbs"].split())
_ALONE = frozenset(WORDING["verbs_like_nouns"].split())

Choice = tuple[str, float]  # a tag, and what it costs


def choices(words: tuple[Word, ...], at: int) -> list[Choice]:
    """The tags that a word may have, with what each costs; the tagger's own is among them."""
    word = words[at]
    found = [(word.tag, 0.0)] if word.quoted else _possible(word.text, word.tag)
    if len(found) < 2:
        return found
    shown = _shows_verb(words, at) or word.small in _ALONE
    before_colon = at + 1 < len(words) and words[at + 1].text == ":"
    dear = []
    for tag, cost in found:
        new = tag[:2] == "VV" and word.tag[:2] != "VV"
        if new and tag != "VVN" and not shown:
            cost += 2.0
        if tag == "VVD" and word.tag == "VVN" and not shown and lemma(word.small) not in NEVER_PASSIVE:
            cost += 1.5  # "lamps bought in Duna"
        if tag in ("VVZ", "VVB") and tag == word.tag and not shown:
            cost += 0.5
        if tag[:2] == "VV" and tag != word.tag and before_colon:
            cost += 5.0  # "Measures taken:"
        dear.append((tag, cost))
    return dear


@lru_cache(maxsize=20_000)
def _possible(text: str, tag: str) -> list[Choice]:
    """The tags that a word to which the tagger gives this one may have wherever it stands."""
    small = text.lower()
    if tag == "NN1" and small in _MODALS:
        return [(tag, 1.0), ("VM0", 0.5)]
    if tag == "PRP" and small in _JOINING:
        return [(tag, 0.0), ("CJS", 0.3)]
    open_class = tag[:2] in ("NN", "VV") or tag == "AJ0"
    if not text.islower() or not open_class or tag == "VVG":
        return [(tag, 0.0)]
    listed = likelihoods(small.rsplit("-")[-1])
    able = {one: _likelihood(listed, one) for one in (tag, *_others(small, tag, listed))}
    if able.get("VVZ", 0.0) is None:  # "tracks" is as likely a verb as "track"
        plain = likelihoods(lemma(small))
        verb, noun = _likelihood(plain, "VVB"), _likelihood(plain, "NN1")
        if verb is not None and noun is not None and able.get("NN2") is not None:
            able["VVZ"] = able["NN2"] + min(verb - noun, 0.0)
    best = max((value for value in able.values() if value is not None), default=0.0)
    found = []
    for one, value in able.items():
        steps = _NOT_LISTED if value is None else best - value
        twin, cost = _TWINS.get(tag, ("", 0.0))
        if one[:2] == "VV" and small in _SHARED:
            steps = 0
        if one[:2] == "VV" and small.startswith("pre-"):
            steps += _NOT_LISTED  # "pre-export notifications"
        other = 0.0 if one == tag else cost if one == twin else _NO_VERB if tag[:2] == "VV" else _OTHER
        found.append((one, _PER_STEP * steps + other))
    return found


def _others(small: str, tag: str, listed: dict[str, float]) -> list[str]:
    """The tags other than the tagger's that the lexica allow."""
    verb = small not in NEVER_VERBS and in_lexicon(small, "VERB")
    noun = in_lexicon(small, "NOUN")
    if tag == "NN2":
        return ["VVZ"] if verb else []
    if tag == "VVZ":
        return ["NN2"] if noun else []
    if tag in ("VVB", "VVI"):
        return [_TWINS[tag][0], *(["NN1"] if noun else [])]
    if tag == "VVN" or (tag == "VVD" and small == participle(small)):
        return [_TWINS[tag][0]]
    plain = verb and lemma(small) == small
    if tag == "AJ0":
        ended = ["VVD", "VVN"] if verb and small.endswith("ed") else []
        return ended + (["VVB", "VVI"] if plain and _likelihood(listed, "VVB") is not None else [])
    return ["VVB", "VVI"] if tag in ("NN1", "NN0") and plain else []


def _likelihood(listed: dict[str, float], tag: str) -> float | None:
    """How likely a word is with this tag or its twin, as a logarithm; None where the tagger's lexicon has neither."""
    twin = _TWINS.get(tag, (tag, 0.0))[0]
    return max((listed[one] for one in (tag, twin) if one in listed), default=None)


def _shows_verb(words: tuple[Word, ...], at: int) -> bool:
    """Whether what follows may be a verb's object, or what else stands behind one."""
    behind = at + 1
    if behind < len(words) and words[behind].tag == "AV0":
        behind += 1
    if behind >= len(words):
        return False
    following = words[behind : behind + 3]
    tag = following[0].tag
    if tag == "CJC" and len(following) > 2:  # "monitors and controls imports"
        return in_lexicon(following[1].small, "VERB") and following[2].tag[:2] in ("NN", "AT", "DP", "AJ")
    if tag == "VVN":
        return len(following) > 1 and following[1].tag[:2] == "NN"  # "buys seized ropes"
    may_be_noun = tag in ("VVZ", "VVB") and in_lexicon(following[0].small, "NOUN")
    return tag[:2] in _FOLLOWS_VERB or tag in _FOLLOWS_AS_WELL or may_be_noun
