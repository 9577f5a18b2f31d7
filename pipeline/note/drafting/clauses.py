"""What each word makes of the clauses of a sentence: whether a verb, a noun or an object is due, and what else costs.

A grammar of as much English as is needed to tell verbs from nouns that look the same. Keeps out: nouns and finite verbs
(`clause_members.py`), which tags a word may have (`tag_choices.py`), the search for the best of them (`readings.py`).
"""

from pipeline.note.drafting import clause_state as c
from pipeline.note.drafting.clause_members import TELLING as _TELLING_MEMBERS
from pipeline.note.drafting.clause_members import Seen, determined, finite, named, noun
from pipeline.note.drafting.clause_state import Clause, State, Steps, closed, left, with_subject
from pipeline.note.drafting.tag_choices import FINITE

_DETERMINERS = ("AT0", "DPS", "DT0", "CRD", "AJ0", "AJC", "AJS", "ORD")
_NOUN_TAGS = ("NN0", "NN1", "NN2", "NP0", "PNI", "PNX", "UNC", "ZZ0")
_ENDS, _OPENS_LIST = (";", ":", ".", "?", "!", "—", "–"), (":", "—", "–")
_BRACKETS = tuple('()[]"“”/')
_PLACES = ("abroad", "there", "here", "home", "now", "then", "within", "overseas", "elsewhere")
_OF_NOUN = ("together", "only")  # adverbs that do not part a noun from the next one
_BEFORE_INFINITIVE = ("TO0", "VM0", "VDB", "VDZ", "VDD", "VDI", "XX0", "AV0")
_LIKE_PREPOSITIONS = ("than", "as", "like", "except", "for")
_ASKING = ("how", "whether")
_SUBJECTS = dict.fromkeys(("we", "they", "i", "you"), c.SEVERAL) | dict.fromkeys(("it", "he", "she"), c.ONE)

# Every word and sign by which a step is told, and what stands for a noun in the genitive.
OWNER = "'s"
TELLING = _TELLING_MEMBERS | {
    *(*_ENDS, *_BRACKETS, ",", *_PLACES, *_OF_NOUN, *_LIKE_PREPOSITIONS, *_ASKING, *_SUBJECTS),
    *("since", "then", "what", "which", "whose", "case", "cases"),
}


def after(state: State, seen: Seen) -> Steps:
    """The states that a word with its tag leads to, each with what it costs."""
    tag, small = seen.tag, seen.small
    if state.phrase == c.PREPOSITION and small in _PLACES:
        return [(state.at(c.OBLIQUE, c.EITHER), 0.0)]  # "from abroad"
    if tag in ("AV0", "XX0", "AVP", "ITJ"):
        parts = state.phrase in c.NOUNS and small not in _OF_NOUN
        return [(state._replace(phrase=c.ADVERB) if parts else state, 0.0)]
    if small in _ENDS:
        return [_ended(state, small)]
    if small == ",":
        return _behind_comma(state)
    if small in _BRACKETS:
        return [(state, 0.0)]
    if tag == "CJC":
        joint = c.COMMA_AND if state.joint == c.COMMA else c.AND
        return [(state._replace(joint=joint), left(state) if state.phrase != c.ADJECTIVE else 0.1)]
    if tag in _DETERMINERS or (tag == "VVN" and _is_said_of_noun(state, seen)):
        return determined(state, seen)
    if tag in _NOUN_TAGS:
        steps = noun(state, seen)
        return [(one._replace(phrase=c.ARTICLE), cost) for one, cost in steps] if small == OWNER else steps
    if tag == "PNP":
        return _pronoun(state, seen)
    if tag == "EX0":
        return named(state, c.EITHER, seen) if state.joint else [_begun(state, c.EITHER)]
    if tag in ("PRP", "PRF"):
        subject = with_subject(state)
        cost = 0.5 if state.phrase == c.PREPOSITION else left(state)
        return [(subject.at(c.OBLIQUE, c.PREPOSITION), cost)]
    if tag == "TO0":
        return [_to(state)]
    if tag in ("VVI", "VBI", "VHI", "VDI"):
        return [_infinitive(state, seen)]
    if tag in ("VVG", "VBG", "VHG", "VDG"):
        return [_ing(with_subject(state))]
    if tag in ("VVN", "VBN", "VHN", "VDN"):
        return [_participle(state, seen)]
    if _opens_dependent(seen):
        return _dependent(state, seen)
    if tag in ("CJT", "DTQ", "PNQ") or small in _ASKING:
        return _relative(with_subject(state), seen)
    if tag in FINITE:
        # "Is checks" is no English, whatever form "checks" has.
        dear = c.BROKEN if seen.helped and not state.joint and tag in ("VVD", "VVB", "VVZ") else 0.0
        return [(one, cost + dear) for one, cost in finite(with_subject(state), seen)]
    return [(state, 0.0)]


def _begun(state: State, number: str) -> tuple[State, float]:
    clause = state.clause._replace(subject=number, verb=c.NO_VERB)
    return state.within(clause, c.SUBJECT, number), 0.0


def _ended(state: State, sign: str) -> tuple[State, float]:
    """Behind a sign that ends a sentence or what could be one."""
    cost = closed(state.clauses) + left(state)
    listed = sign == ":" or (sign == ";" and state.clauses[0].kind == c.LISTED)
    # What stands before a colon is often no sentence.
    return State((Clause(c.LISTED if listed else c.MAIN),)), min(cost, c.RARE) if sign in _OPENS_LIST else cost


def _behind_comma(state: State) -> Steps:
    """Behind a comma any of the inner clauses may have ended."""
    cost = left(state)
    steps = [(state._replace(joint=c.COMMA), cost)]
    place = c.OBJECT if state.place == c.SUBJECT else state.place
    for inner in range(1, len(state.clauses)):
        kept, gone = state.clauses[:-inner], state.clauses[-inner:]
        steps.append((State(kept, place, state.phrase, c.COMMA), cost + closed(gone)))
    return steps


def _is_said_of_noun(state: State, seen: Seen) -> bool:
    """Whether a participle stands before its noun: "buys seized ropes"."""
    behind = seen.following_tag[:2] in ("NN", "AJ")
    return behind and (state.phrase in c.WAITING or state.phrase == c.VERB)


def _pronoun(state: State, seen: Seen) -> Steps:
    number = _SUBJECTS.get(seen.small)
    if number is None:  # "them"
        due = state.phrase in (c.VERB, c.PREPOSITION) or state.joint
        place = c.OBLIQUE if state.place == c.OBLIQUE else c.OBJECT
        return [(state.at(place, c.EITHER), 0.0 if due else c.RARE)]
    if not state.joint and not state.clause.verb:
        return [_begun(state, number)]
    parted = state if state.joint else state._replace(joint=c.COMMA)
    steps = [(one, cost + (0.0 if state.joint else 1.0)) for one, cost in named(parted, number, seen)]
    if state.phrase == c.VERB and not state.joint and len(state.clauses) < c.DEEPEST:  # "hopes it will"
        steps.append((state.deeper(Clause(c.DEPENDENT, number), c.SUBJECT, number), 0.5))
    return steps


def _to(state: State) -> tuple[State, float]:
    if state.phrase == c.BEGINNING and len(state.clauses) > 1 and not state.clause.verb:  # "how to train them"
        outer = state.clauses[-2]
        outer = outer._replace(subject=outer.subject if outer.verb else c.NOBODY, last=c.ING, listed=False)
        return state.within(outer, c.NOWHERE, c.TO, ended=1), 0.0
    return state.at(c.NOWHERE, c.TO), left(state)


def _infinitive(state: State, seen: Seen) -> tuple[State, float]:
    joined = state.joint and state.clause.last in (c.INFINITIVE, c.MODAL)
    due = seen.lets or seen.last_tag in _BEFORE_INFINITIVE or joined
    clause = state.clause._replace(last=c.INFINITIVE, listed=state.joint == c.COMMA)
    return state.within(clause, c.NOWHERE, c.VERB), (0.0 if due else c.WRONG) + left(state)


def _ing(state: State) -> tuple[State, float]:
    if state.phrase in c.WAITING:
        if state.phrase == c.PREPOSITION:
            return state.at(c.NOWHERE, c.VERB), 0.0
        return state.at(state.place, c.ADJECTIVE), 0.0
    begins = state.clause.due and state.clause.kind != c.RELATIVE
    clause = state.clause._replace(last=c.ING, listed=False)
    return state.within(clause._replace(subject=c.ONE) if begins else clause, c.NOWHERE, c.VERB), 0.2


def _participle(state: State, seen: Seen) -> tuple[State, float]:
    clause = state.clause._replace(last=c.PARTICIPLE, listed=False)
    if seen.tag != "VVN":
        return state.within(clause, c.NOWHERE, c.VERB), 0.0
    if seen.helped:
        return state.within(clause, c.NOWHERE, c.VERB if seen.helped == "have" else c.PASSIVE), 0.0
    if state.phrase == c.BEGINNING and len(state.clauses) == 1 and state.clause.due:  # "Trained 14 pilots"
        return state.within(state.clause._replace(verb=c.PAST, last=c.PAST), c.NOWHERE, c.VERB), 0.5
    if state.joint and state.clause.last == c.PARTICIPLE:
        return state.within(clause, c.NOWHERE, c.VERB), 0.0
    return state.at(c.NOWHERE, c.PASSIVE), c.SOME + left(state)  # "lamps bought in Duna"


def _opens_dependent(seen: Seen) -> bool:
    """Whether a clause begins that says when, why, or what is thought; not one about the noun before."""
    if seen.tag in ("CJS", "AVQ"):
        return seen.small not in _ASKING
    return seen.tag == "CJT" and seen.last_tag != "" and seen.last_tag[:2] not in ("NN", "NP", "DT", "PN", "CR")


def _dependent(state: State, seen: Seen) -> Steps:
    opened = state.deeper(Clause(c.DEPENDENT))
    if seen.small in _LIKE_PREPOSITIONS and seen.following_tag not in ("", "PNP"):
        steps = [(state.at(c.OBLIQUE, c.PREPOSITION), 0.0)]
        return [*steps, (opened, 0.5)] if seen.small == "as" else steps
    if seen.small == "since" and seen.following == "then":
        return [(state.at(c.OBLIQUE, c.PREPOSITION), 0.0)]
    steps = [(opened, left(state))]
    if seen.following_tag in ("AJ0", "VVN"):  # "where necessary", "when needed"
        steps.append((state.deeper(Clause(c.SHORT)), c.SLIGHT + left(state)))
    return steps


def _relative(state: State, seen: Seen) -> Steps:
    """A clause about the noun before, which is its subject unless another one comes."""
    asks = seen.small in ("what", *_ASKING)
    outer = state
    if asks and state.clause.due and state.place == c.NOWHERE:  # "What we need is training"
        outer = state.within(state.clause._replace(subject=c.EITHER), state.place, state.phrase)
    subject = state.phrase if state.phrase in c.NOUNS else c.EITHER
    cost = left(state) if state.phrase != c.PREPOSITION else 0.0
    steps = [(outer.deeper(Clause(c.RELATIVE, subject)), cost)]
    if seen.small in ("which", "what", "whose") and state.phrase not in (*c.NOUNS, c.ADVERB):
        before = c.SUBJECT if not state.clause.verb else c.OBJECT
        case = seen.following in ("case", "cases")  # "in which case"
        steps.append((outer.at(state.place or before, c.SOME_OF), 0.5 if case else 1.5))
    return steps
