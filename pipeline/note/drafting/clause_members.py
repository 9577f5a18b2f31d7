"""What nouns, the words before them, and finite verbs make of the clauses of a sentence.

A noun is a subject where one is due, an object behind a verb, one more of those before, or begins a clause. A finite
verb is its clause's, joined to the one before, or that of a clause outside. Keeps out: all other words (`clauses.py`).
"""

from typing import NamedTuple

from pipeline.note.drafting import clause_state as c
from pipeline.note.drafting.clause_state import Clause, State, Steps, closed, left
from pipeline.note.drafting.missed_verbs import PLURALS_BEFORE_NOUNS

_EITHER = ("police", "customs", "staff", "data", "media")
_NUMBERS = {"NN1": c.ONE, "NN2": c.SEVERAL}
_TIMES = ("year", "month", "week", "day", "quarter", "time", "years", "months", "weeks")
_ARTICLES, _OF_TIMES = ("each", "any", "no", "another", "such"), ("each", "every", "all", "this", "both")
_MANY = ("those", "these", "many", "several", "both", "few", "all")
# The words by which these are told.
TELLING = frozenset(
    (*PLURALS_BEFORE_NOUNS, *_EITHER, *_TIMES, *_ARTICLES, *_OF_TIMES, *_MANY, "one", "ones", "1", "people", "who")
)
_FORMS = {"Z": c.SINGULAR, "B": c.PLURAL, "D": c.PAST}


class Seen(NamedTuple):
    """A word as one reading has it: what of it, of the word before and of that behind tells something, and their tags.

    Words and signs that tell nothing (`clauses.TELLING`) are empty, as are the tags of none. `helped`: "have" or "be"
    where such a verb stands before it, adverbs left out. `lets`: a verb such as "help" stands shortly before it.
    """

    small: str
    tag: str
    last: str
    last_tag: str
    following: str
    following_tag: str
    helped: str
    lets: bool


def noun(state: State, seen: Seen) -> Steps:
    """The states behind a noun."""
    number = _NUMBERS.get(seen.tag, c.EITHER)
    if seen.small in _EITHER:
        number = c.EITHER
    elif seen.small == "people":
        number = c.SEVERAL
    return named(state, number, seen)


def named(state: State, number: str, seen: Seen) -> Steps:
    """The states behind a noun or pronoun, or behind the first word of a phrase, of this number."""
    if state.joint:
        return _joined(state, number)
    clause = state.clause
    if state.phrase == c.ADVERB:  # "ships daily reports"
        return [(state.at(_later(state), number), c.WRONG)]
    if state.phrase in c.NOUNS:
        cost = 0.2
        if seen.last_tag == "PNP" or (seen.last_tag == "PNI" and seen.last not in ("one", "ones")):
            cost = 5.0
        if state.phrase == c.SEVERAL:
            cost = 2.5  # "offices staff"
        if seen.last in PLURALS_BEFORE_NOUNS or seen.last in _EITHER[:2]:
            cost = 0.2
        kept = clause._replace(subject=number) if state.place == c.SUBJECT else clause
        return [(state.within(kept, state.place, number), cost)]
    if state.place == c.SUBJECT or (not state.place and not clause.verb and state.phrase not in (c.VERB, c.TO)):
        cost = 0.0
        if clause.kind == c.RELATIVE and clause.subject:
            cost = c.WRONG if seen.last == "who" else c.SLIGHT
        return [(state.within(clause._replace(subject=number), c.SUBJECT, number), cost)]
    cost = {c.TO: c.WRONG, c.PASSIVE: 3.0}.get(state.phrase, 0.0)
    steps = [(state.at(state.place or c.OBJECT, number), cost)]
    if _may_leave_out_that(state, seen):
        steps.append((state.deeper(Clause(c.DEPENDENT, number), c.SUBJECT, number), c.RARE))
    return steps


def _may_leave_out_that(state: State, seen: Seen) -> bool:
    """Whether "that" may have been left out here: "thinks this is new"."""
    verb = state.phrase == c.VERB and seen.last_tag[:2] == "VV"
    return verb and bool(state.clause.verb) and len(state.clauses) < c.DEEPEST


def _later(state: State) -> str:
    return c.OBLIQUE if state.place == c.OBLIQUE else c.OBJECT


def _joined(state: State, number: str) -> Steps:
    """The states behind a noun that a comma or conjunction joins to something before."""
    clause, joint = state.clause, state.joint
    with_and = joint in c.WITH_AND
    begins = state.within(clause._replace(subject=number), c.SUBJECT, number)
    steps: Steps = []
    if state.place == c.SUBJECT and state.phrase in (*c.NOUNS, c.ADVERB) and not clause.verb:
        one_more = clause._replace(subject=c.SEVERAL) if with_and else clause
        steps.append((state.within(one_more, c.SUBJECT, number), 0.2 if with_and else 0.6))
    elif state.place in (c.OBJECT, c.OBLIQUE):
        if clause.due:  # "At all ports, pilots …"
            steps.append((begins, 0.0))
        one_verb_more = 1.5 if with_and and clause.listed else 0.0  # "inspect ships, arrest pilots and …"
        steps.append((state.at(state.place, number), (1.2 if joint == c.COMMA_AND else 0.4) + one_verb_more))
    elif clause.due:
        steps.append((begins, 0.0))
    else:
        steps.append((state.at(c.OBJECT, number), c.SOME))
    new = {c.COMMA_AND: 0.5, c.AND: 0.6}.get(joint, 1.5)
    for inner in range(len(state.clauses)):
        outer = state.clauses[-inner - 1]
        if outer.kind != c.RELATIVE:  # a clause of its own, behind those that end here
            cost = closed(state.clauses[-inner - 1 :]) + new
            steps.append((state.within(Clause(outer.kind, number), c.SUBJECT, number, ended=inner), cost))
        if inner and outer.due:  # "where ports have lamps, pilots …"
            cost = closed(state.clauses[-inner:]) + 0.1
            steps.append((state.within(outer._replace(subject=number), c.SUBJECT, number, ended=inner), cost))
    return steps


def determined(state: State, seen: Seen) -> Steps:
    """The states behind a word that comes before a noun: an article, number or adjective."""
    waits = _waiting_for(seen)
    clause = state.clause
    if state.joint:
        steps = [(one._replace(phrase=waits), cost) for one, cost in named(state, c.EITHER, seen)]
        if waits == c.ADJECTIVE and state.phrase == c.ADJECTIVE:
            steps.append((state.at(state.place, c.ADJECTIVE), 0.0))
        return [(_with_unknown_subject(one), cost) for one, cost in steps]
    if state.phrase in (*c.NOUNS, c.ADVERB):
        return _another_phrase(state, seen, waits)
    if state.phrase in c.WAITING:
        if waits == c.ARTICLE:
            return [(state.at(state.place, c.ARTICLE), 3.0 if state.phrase in (c.ARTICLE, c.ADJECTIVE) else 0.0)]
        return [(state.at(state.place, c.ADJECTIVE if state.phrase == c.ARTICLE else waits), 0.0)]
    before = not clause.verb and state.phrase not in (c.VERB, c.PASSIVE, c.TO)
    cost = 0.0
    if state.phrase == c.PASSIVE or (state.phrase == c.TO and waits == c.SOME_OF):
        cost = c.RARE
    elif state.phrase == c.TO:
        cost = c.WRONG
    steps = [(state.at(c.SUBJECT if before else c.OBJECT, waits), cost)]
    if waits != c.ADJECTIVE and _may_leave_out_that(state, seen):
        steps.append((state.deeper(Clause(c.DEPENDENT), c.SUBJECT, waits), c.RARE))
    return steps


def _waiting_for(seen: Seen) -> str:
    if seen.tag in ("AT0", "DPS") or seen.small in _ARTICLES:
        return c.ARTICLE
    if seen.tag not in ("DT0", "CRD"):
        return c.ADJECTIVE
    several = seen.small in _MANY or (seen.tag == "CRD" and seen.small not in ("one", "1"))
    return c.MANY if several else c.SOME_OF


def _with_unknown_subject(state: State) -> State:
    """The state with a subject of either number, as its noun is still to come; several stay several."""
    clause = state.clause
    number = c.SEVERAL if clause.subject == c.SEVERAL else c.EITHER
    return state._replace(clauses=(*state.clauses[:-1], clause._replace(subject=number)))


def _another_phrase(state: State, seen: Seen, waits: str) -> Steps:
    """The states behind a phrase that begins right behind a noun: "sees pilots each year", "in Duna the pilots"."""
    clause = state.clause
    if state.place == c.SUBJECT and not clause.verb and seen.last in _TIMES:  # "Each year our pilots"
        return [(state.within(clause._replace(subject=c.NOBODY, verb=c.NO_VERB), c.SUBJECT, waits), c.SLIGHT)]
    cost = c.BROKEN if state.place == c.SUBJECT else c.RARE
    if seen.small in _OF_TIMES:
        cost = c.SLIGHT
    if waits == c.ADJECTIVE:
        free = seen.following_tag[:2] == "PR"  # "ropes free of charge"
        cost = 0.5 if free else c.RARE
    if waits == c.SOME_OF and cost > c.SOME:
        cost = 1.0
    steps = [(state.at(_later(state), waits), cost)]
    if state.place in (c.OBJECT, c.OBLIQUE) and clause.due:
        steps.append((state.at(c.SUBJECT, waits), c.SOME))
    for inner in range(1, len(state.clauses)):
        if state.clauses[-inner - 1].due:  # "Where ports have lamps the pilots …"
            kept, gone = state.clauses[:-inner], state.clauses[-inner:]
            steps.append((State(kept, c.SUBJECT, waits), c.SOME + closed(gone)))
    return steps


def finite(state: State, seen: Seen) -> Steps:
    """The states behind a finite verb: that of the innermost clause, or of one outside where the inner ones end."""
    form = c.MODAL if seen.tag == "VM0" else _FORMS[seen.tag[2]]
    base = 8.0 if state.phrase in (c.PREPOSITION, c.ARTICLE) else left(state)
    behind_verb = state.phrase in (c.VERB, c.TO) and not state.joint
    steps: Steps = []
    for inner in range(len(state.clauses)):
        clause, gone = state.clauses[-inner - 1], state.clauses[len(state.clauses) - inner :]
        cost = base + closed(gone)
        if behind_verb:
            cost += c.BROKEN if clause.verb else c.SLIGHT if inner else c.RARE
        if inner and gone[0].kind == c.DEPENDENT and not state.joint:
            cost += 3.0
        if not clause.verb:
            cost += _first_verb(state, clause, form, inner)
            done = clause._replace(verb=form, last=form, listed=False)
        elif state.joint:
            cost += _next_verb(state, clause, form)
            done = clause._replace(last=form, listed=state.joint == c.COMMA)
        else:
            cost += 8.0
            done = clause._replace(verb=form, last=form, listed=False)
        steps.append((state.within(done, c.NOWHERE, c.TO if form == c.MODAL else c.VERB, ended=inner), cost))
    return steps


def _disagrees(form: str, subject: str) -> float:
    return c.WRONG if (form, subject) in ((c.SINGULAR, c.SEVERAL), (c.PLURAL, c.ONE)) else 0.0


def _first_verb(state: State, clause: Clause, form: str, inner: int) -> float:
    """What the first verb of a clause costs."""
    cost = _disagrees(form, clause.subject)
    if not clause.subject:  # without its subject: "Checks ships"
        opens = state.phrase == c.BEGINNING and len(state.clauses) == 1 and not state.joint
        cost = 1.0 if opens else c.BROKEN
    if state.joint in c.WITH_AND and not inner:
        cost += 3.0
    if state.joint == c.COMMA and state.place == c.SUBJECT and not inner:
        cost += 1.0
    return cost


def _next_verb(state: State, clause: Clause, form: str) -> float:
    """What a verb costs that is joined to one before."""
    bare = form == c.PLURAL and clause.last in (c.MODAL, c.INFINITIVE)
    same = form in (clause.last, clause.verb) or bare
    cost = (0.2 if state.joint in c.WITH_AND else 0.5) + (0.0 if same else c.RARE)
    if state.joint in c.WITH_AND and clause.listed:
        cost -= 0.5
    return cost + (0.0 if bare else _disagrees(form, clause.subject))
