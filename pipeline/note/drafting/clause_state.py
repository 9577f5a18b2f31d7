"""How far a sentence has come, word by word: its clauses, and what has begun in the last of them.

A clause has a subject, which says whether its verb is singular or plural, and one finite verb; what costs nothing is
what English does most. Keeps out: what each kind of word makes of a state (`clauses.py`), the search (`readings.py`).
"""

from typing import NamedTuple

# What it costs: seldom; odd; wrong mostly; what no writer of English does.
SLIGHT, SOME, RARE, WRONG, BROKEN = 0.3, 0.8, 2.0, 4.0, 6.0

# Kinds of clauses: one that could stand alone; one in a list behind a colon; one that begins with "because"; "where
# necessary"; one that begins with "which".
MAIN, LISTED, DEPENDENT, SHORT, RELATIVE = "main", "listed", "dependent", "short", "relative"
_WITHOUT_VERB = {MAIN: BROKEN, LISTED: SOME, DEPENDENT: 5.0, SHORT: SLIGHT, RELATIVE: 5.0}

# Subjects, and nouns: one, several, or words that may be either. NOBODY: none so far.
NOBODY, ONE, SEVERAL, EITHER = "", "one", "several", "either"
NOUNS = (ONE, SEVERAL, EITHER)

# The forms of verbs: finite ones, and those that are not.
NO_VERB, SINGULAR, PLURAL, PAST, MODAL = "", "checks", "check", "checked", "modal"
INFINITIVE, PARTICIPLE, ING = "to check", "been checked", "checking"

# Places of a phrase: before the verb, behind it, behind a preposition, or in none.
SUBJECT, OBJECT, OBLIQUE, NOWHERE = "subject", "object", "oblique", ""

# What a phrase has come to, besides the nouns: words that wait for one; an adverb behind a noun; or, where there is no
# phrase, the beginning of a clause, a verb, one that waits for its infinitive, or a participle.
ARTICLE, ADJECTIVE, SOME_OF, MANY, PREPOSITION = "article", "adjective", "some", "many", "preposition"
WAITING = (ARTICLE, ADJECTIVE, SOME_OF, MANY, PREPOSITION)
ADVERB, BEGINNING, VERB, TO, PASSIVE = "adverb", "beginning", "verb", "to", "passive"
_LEFT_WAITING = {ARTICLE: BROKEN, ADJECTIVE: SOME, SOME_OF: SLIGHT, MANY: SLIGHT, PREPOSITION: WRONG}

# Joints: none, "and", a comma, and both.
UNJOINED, AND, COMMA, COMMA_AND = "", "and", ",", ", and"
WITH_AND = (AND, COMMA_AND)
DEEPEST = 4


class Clause(NamedTuple):
    """A clause that has begun: its kind, subject, the form of its verb, and of the last verb, finite or not.

    `listed`: that last verb stands behind a comma, so that "and" with another one is due.
    """

    kind: str
    subject: str = NOBODY
    verb: str = NO_VERB
    last: str = NO_VERB
    listed: bool = False

    @property
    def due(self) -> bool:
        """Whether neither subject nor verb has come."""
        return not self.subject and not self.verb


class State(NamedTuple):
    """The clauses that are open, the innermost last; the place of the phrase that has begun and what it has come to."""

    clauses: tuple[Clause, ...] = (Clause(MAIN),)
    place: str = NOWHERE
    phrase: str = BEGINNING
    joint: str = UNJOINED

    @property
    def clause(self) -> Clause:
        """The innermost clause."""
        return self.clauses[-1]

    def at(self, place: str, phrase: str) -> "State":
        """The state with another phrase, whatever joined it done with."""
        return State(self.clauses, place, phrase)

    def within(self, clause: Clause, place: str, phrase: str, *, ended: int = 0) -> "State":
        """The same, with this clause in the place of the innermost that goes on, behind so many that have `ended`."""
        return State((*self.clauses[: len(self.clauses) - ended - 1], clause), place, phrase)

    def deeper(self, clause: Clause, place: str = NOWHERE, phrase: str = BEGINNING) -> "State":
        """The same, with one more clause open."""
        return State((*self.clauses[: DEEPEST - 1], clause), place, phrase)


Steps = list[tuple[State, float]]  # states that a word may lead to, and what each costs


def closed(clauses: tuple[Clause, ...]) -> float:
    """What it costs to end these clauses here."""
    return sum(map(_closed, clauses))


def _closed(clause: Clause) -> float:
    if clause.verb:
        return 0.0
    if clause.kind != RELATIVE and clause.last == ING:
        return 3.0  # "training officers", "how to train them"
    return _WITHOUT_VERB[clause.kind]


def left(state: State) -> float:
    """What it costs to end the phrase here, which may wait for its noun."""
    return _LEFT_WAITING.get(state.phrase, 0.0)


def with_subject(state: State) -> State:
    """The state with "some" or "those" for its subject, where no noun has followed."""
    clause = state.clause
    if state.place != SUBJECT or state.phrase not in (SOME_OF, MANY) or clause.subject not in (NOBODY, EITHER):
        return state
    number = SEVERAL if state.phrase == MANY else EITHER
    clauses = (*state.clauses[:-1], clause._replace(subject=number))
    return state._replace(clauses=clauses, phrase=number)
