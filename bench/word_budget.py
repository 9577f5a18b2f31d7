"""Cuts notes to their limit of words, and compares what they still tell with a greedy and a proportional cut.

usage: .venv/bin/python bench/word_budget.py [RESPONDENTS] [RECOMMENDATIONS]      (default 200 and 20)

Answers are invented (`many_replies.py`). For notes over their limit by 10, 50 and 300 per cent prints the share of the
weighted concepts that each way keeps, the words, and the seconds the program took; the last line is a second run of the
same, which must choose the same sentences.
"""

import random
import sys
import time

import many_replies

from pipeline.note import budget
from pipeline.note.budget import Sentence
from pipeline.note.concepts import concepts
from pipeline.text.words import count_words


def sentences(respondents: int, recommendations: int) -> list[Sentence]:
    """The sentences of invented answers of one to eight sentences."""
    chance = random.Random(7)
    found = []
    for recommendation in range(recommendations):
        asked = f"Governments are encouraged to {many_replies._clause(chance, 30)}."
        for respondent in range(respondents):
            text = many_replies.answer(chance) + " " + many_replies.answer(chance)
            for number, one in enumerate(text.split(". ")[: chance.randint(1, 8)], start=1):
                told = concepts(one, asked)
                found.append(
                    Sentence(f"{respondent}:{recommendation}", str(recommendation), number, count_words(one), told)
                )
    return found


def main(respondents: int, recommendations: int) -> None:
    """Print the table."""
    made = sentences(respondents, recommendations)
    words = sum(one.words for one in made)
    everything = budget.coverage(made, [True] * len(made))
    print(f"{len(made):,} sentences, {words:,} words, weight {everything:,}")
    print(f"{'over by':>8} {'program':>8} {'greedy':>8} {'proportional':>13} {'words / limit':>19} {'seconds':>8}")
    for over in (10, 50, 300):
        limit = int(words / (1 + over / 100))
        started = time.perf_counter()
        stays = budget.chosen(made, limit)
        seconds = time.perf_counter() - started
        ways = (stays, budget.greedy(made, limit), budget.proportional(made, limit))
        shares = [budget.coverage(made, way) / everything if way else 0 for way in ways]
        taken = sum(one.words for one, kept in zip(made, stays, strict=True) if kept)
        shown = f"{taken:,} / {limit:,}"
        print(f"{over:7}% {shares[0]:8.1%} {shares[1]:8.1%} {shares[2]:13.1%} {shown:>19} {seconds:8.1f}", flush=True)
    print("the same again" if budget.chosen(made, limit) == stays else "ANOTHER CHOICE")


if __name__ == "__main__":
    main(*(int(sys.argv[at]) if len(sys.argv) > at else default for at, default in ((1, 200), (2, 20))))
