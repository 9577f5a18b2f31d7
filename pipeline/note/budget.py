"""Which sentences of drafts stay in a note that is over its limit of words: the ones that together tell the most.

One mixed-integer program for the whole note (Gillick and Favre 2009), solved by HiGHS, bounded by nodes and gap and not
by time, so that every run gives the same; docs/rules.md, "Budget". Keeps out: what a sentence tells (`concepts.py`).
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

# Where the search ends: nodes of its tree, and the share of the best possible that may be missing.
_NODES, _GAP = 100, 0.0005
# One thread and one seed: the same choice on every machine.
_QUIET_AND_ALONE = (("output_flag", False), ("threads", 1), ("parallel", "off"), ("random_seed", 0))
# What a sentence is worth that tells nothing new, where there is room for it.
_ROOM = 0.01
# How near to 0 or 1 the relaxed program has to come for that to be settled.
_SETTLED = 1e-6


class Sentence(NamedTuple):
    """A sentence that may be left out: its answer, its number in it from 1, the words it takes, what it tells."""

    answer: str
    recommendation: str
    number: int
    words: int
    concepts: Mapping[str, int]


def chosen(sentences: list[Sentence], limit: int) -> list[bool]:
    """Which sentences stay, so that they take no more than `limit` words.

    Every answer keeps a sentence, and none is cut while a longer one of its recommendation stays whole; where even one
    sentence of each takes more, each answer keeps its shortest one.
    """
    if sum(sentence.words for sentence in sentences) <= limit:
        return [True] * len(sentences)
    shortest = _shortest(sentences)
    if sum(one.words for one, stays in zip(sentences, shortest, strict=True) if stays) > limit:
        return shortest
    found = [stays for stays in (_solved(sentences, limit), greedy(sentences, limit)) if stays is not None]
    return max(found, key=lambda stays: coverage(sentences, stays), default=shortest)


def coverage(sentences: list[Sentence], stays: Iterable[bool]) -> int:
    """The weight of all concepts that the sentences which stay tell, each counted once for an answer."""
    told: dict[tuple[str, str], int] = {}
    for sentence, kept in zip(sentences, stays, strict=True):
        if kept:
            told |= {(sentence.answer, concept): weight for concept, weight in sentence.concepts.items()}
    return sum(told.values())


def greedy(sentences: list[Sentence], limit: int) -> list[bool] | None:
    """Sentences left out one by one, the one that is missed least for its words first; None where that does not fit."""
    answers, stays = _by_answer(sentences), [True] * len(sentences)
    told: dict[tuple[str, str], int] = defaultdict(int)
    for sentence in sentences:
        for concept in sentence.concepts:
            told[sentence.answer, concept] += 1

    def missed(at: int) -> float:
        one = sentences[at]
        alone = sum(weight for concept, weight in one.concepts.items() if told[one.answer, concept] == 1)
        return alone / max(one.words, 1)

    # An answer may be cut once all longer ones of its recommendation are.
    waiting = {name: list(reversed(order)) for name, order in _longest_first(sentences).items()}
    heap: list[tuple[float, int]] = []

    def free(recommendation: str) -> None:
        if waiting.get(recommendation):
            for at in answers[waiting[recommendation].pop()]:
                heapq.heappush(heap, (missed(at), at))

    for recommendation in sorted(waiting):
        free(recommendation)
    left = {answer: len(members) for answer, members in answers.items()}
    total = sum(sentence.words for sentence in sentences)
    while total > limit and heap:
        before, at = heapq.heappop(heap)
        one = sentences[at]
        if left[one.answer] == 1:
            continue
        # What others told as well may by now be told by this one alone.
        if (now := missed(at)) > before:
            heapq.heappush(heap, (now, at))
            continue
        if left[one.answer] == len(answers[one.answer]):
            free(one.recommendation)
        stays[at] = False
        total -= one.words
        left[one.answer] -= 1
        for concept in one.concepts:
            told[one.answer, concept] -= 1
    return stays if total <= limit else None


def proportional(sentences: list[Sentence], limit: int) -> list[bool]:
    """Every answer cut to the same share of its words, from its end, as people do it; for comparison."""
    share = limit / max(sum(sentence.words for sentence in sentences), 1)
    stays = [False] * len(sentences)
    for members in _by_answer(sentences).values():
        room = share * sum(sentences[at].words for at in members)
        for at in members:
            room -= sentences[at].words
            stays[at] = at == members[0] or room >= 0
    return stays


def _by_answer(sentences: list[Sentence]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, sentence in enumerate(sentences):
        found[sentence.answer].append(at)
    return found


def _longest_first(sentences: list[Sentence]) -> dict[str, list[str]]:
    """The answers of each recommendation that can be cut, the longest first."""
    words: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    several = {answer for answer, members in _by_answer(sentences).items() if len(members) > 1}
    for sentence in sentences:
        if sentence.answer in several:
            words[sentence.recommendation][sentence.answer] += sentence.words
    return {name: sorted(own, key=lambda answer: (-own[answer], answer)) for name, own in words.items()}


def _shortest(sentences: list[Sentence]) -> list[bool]:
    kept = {min(members, key=lambda at: (sentences[at].words, at)) for members in _by_answer(sentences).values()}
    return [at in kept for at in range(len(sentences))]


class _Program:
    """The rows of a program, as they are added: coefficients by variable, and bounds."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.columns: list[int] = []
        self.values: list[float] = []
        self.lower: list[float] = []
        self.upper: list[float] = []

    def add(self, terms: Mapping[int, float], lower: float = -math.inf, upper: float = math.inf) -> None:
        """A row: the sum of these terms lies between the bounds."""
        self.starts.append(len(self.columns))
        self.columns += terms.keys()
        self.values += terms.values()
        self.lower.append(lower)
        self.upper.append(upper)

    def best(self, gains: list[float], whole: int) -> list[bool] | None:
        """The choice that gains most, of the first `whole` variables, which are 0 or 1; None where none is found.

        What the relaxed program, in which they may be parts, already settles stays settled: that is nearly all of them,
        and takes a fraction of the time. The search is for the rest.
        """
        # A quarter of a second that a note within its limit need not wait for.
        import highspy

        solver = highspy.Highs()
        for name, value in (*_QUIET_AND_ALONE, ("mip_max_nodes", _NODES), ("mip_rel_gap", _GAP)):
            solver.setOptionValue(name, value)

        def solved() -> list[float] | None:
            solver.passModel(program)
            solver.run()
            feasible = solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
            return list(solver.getSolution().col_value) if feasible else None

        program, size = highspy.HighsLp(), len(gains)
        program.num_col_, program.num_row_, program.sense_ = size, len(self.lower), highspy.ObjSense.kMaximize
        program.col_cost_, program.col_lower_, program.col_upper_ = gains, [0.0] * size, [1.0] * size
        program.row_lower_, program.row_upper_ = self.lower, self.upper
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = [*self.starts, len(self.columns)]
        program.a_matrix_.index_, program.a_matrix_.value_ = self.columns, self.values
        relaxed = solved()
        if relaxed is None:
            return None
        rest = size - whole
        program.col_lower_ = [float(part > 1 - _SETTLED) for part in relaxed[:whole]] + [0.0] * rest
        program.col_upper_ = [float(part >= _SETTLED) for part in relaxed[:whole]] + [1.0] * rest
        kinds = highspy.HighsVarType
        program.integrality_ = [kinds.kInteger] * whole + [kinds.kContinuous] * rest
        found = solved()
        return None if found is None else [value > 0.5 for value in found[:whole]]


def _solved(sentences: list[Sentence], limit: int) -> list[bool] | None:
    """The program's answer; None where the search ended without any."""
    program, answers = _Program(), _by_answer(sentences)
    gains = [_ROOM] * len(sentences)
    program.add({at: float(sentence.words) for at, sentence in enumerate(sentences)}, upper=limit)
    for members in answers.values():
        program.add(dict.fromkeys(members, 1.0), lower=1)
    # A concept that one sentence alone tells is worth what that sentence is; the others are variables of their own.
    telling: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, sentence in enumerate(sentences):
        for concept in sentence.concepts:
            telling[sentence.answer, concept].append(at)
    for (_, concept), tellers in telling.items():
        weight = sentences[tellers[0]].concepts[concept]
        if len(tellers) == 1:
            gains[tellers[0]] += weight
        else:
            gains.append(float(weight))
            program.add({len(gains) - 1: 1.0, **dict.fromkeys(tellers, -1.0)}, upper=0)
    for order in _longest_first(sentences).values():
        longer = None
        for answer in order:
            members = answers[answer]
            gains.append(0.0)
            whole = len(gains) - 1
            for at in members:
                program.add({whole: 1.0, at: -1.0}, upper=0)
            program.add({whole: 1.0, **dict.fromkeys(members, -1.0)}, lower=1 - len(members))
            if longer is not None:
                program.add({longer: 1.0, whole: -1.0}, upper=0)
            longer = whole
    return program.best(gains, len(sentences))
