"""Which sentences stay where a note is over its limit. Keeps out: the note they are cut from (test_compose.py)."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.note import budget
from pipeline.note.budget import Sentence, chosen, coverage
from pipeline.note.concepts import FIGURE, NAME, OTHER, concepts


def sentence(answer: str, number: int, words: int, *told: str, under: str = "1.a") -> Sentence:
    return Sentence(answer, under, number, words, dict.fromkeys(told, 1))


def kept(sentences: list[Sentence], limit: int) -> list[tuple[str, int]]:
    stays = zip(sentences, chosen(sentences, limit), strict=True)
    return [(one.answer, one.number) for one, here in stays if here]


def test_what_fits_stays_whole():
    made = [sentence("A", 1, 10, "x"), sentence("A", 2, 10, "y")]
    assert kept(made, 20) == [("A", 1), ("A", 2)]


def test_what_says_nothing_new_goes_first():
    made = [sentence("A", 1, 10, "x", "y"), sentence("A", 2, 10, "x"), sentence("A", 3, 10, "z")]
    assert kept(made, 20) == [("A", 1), ("A", 3)]


def test_the_same_in_another_answer_is_new_there():
    made = [sentence("A", 1, 10, "x"), sentence("A", 2, 10, "y"), sentence("B", 1, 10, "x"), sentence("B", 2, 11)]
    assert kept(made, 30) == [("A", 1), ("A", 2), ("B", 1)]


def test_no_answer_is_cut_while_a_longer_one_stays_whole():
    # The shorter answer tells less, and would be cut alone.
    made = [
        sentence("A", 1, 5, "x"),
        sentence("A", 2, 5, "y"),
        sentence("B", 1, 10, "p", "q"),
        sentence("B", 2, 10, "r", "s"),
    ]
    assert kept(made, 25) == [("A", 1), ("A", 2), ("B", 1)]


def test_an_answer_of_one_sentence_cannot_be_cut():
    made = [sentence("A", 1, 50, "x"), sentence("B", 1, 5, "y"), sentence("B", 2, 5)]
    assert kept(made, 55) == [("A", 1), ("B", 1)]


def test_where_even_one_sentence_each_is_too_much_the_shortest_stay():
    made = [sentence("A", 1, 9, "x"), sentence("A", 2, 5), sentence("B", 1, 7, "y"), sentence("B", 2, 8, "z")]
    assert kept(made, 3) == [("A", 2), ("B", 1)]


@st.composite
def notes(draw) -> list[Sentence]:
    made = []
    for answer in range(draw(st.integers(1, 8))):
        for number in range(1, draw(st.integers(1, 5)) + 1):
            told = draw(st.sets(st.sampled_from("abcdefgh"), max_size=5))
            made.append(
                sentence(f"A{answer}", number, draw(st.integers(1, 40)), *sorted(told), under=f"1.{answer % 3}")
            )
    return made


@settings(max_examples=150, deadline=None)
@given(notes(), st.integers(1, 100))
def test_every_choice_keeps_to_the_rules(made, percent):
    total = sum(one.words for one in made)
    limit = max(total * percent // 100, 1)
    stays = chosen(made, limit)
    assert stays == chosen(made, limit)
    answers: dict[str, list[bool]] = defaultdict(list)
    words: dict[str, int] = defaultdict(int)
    for one, here in zip(made, stays, strict=True):
        answers[one.answer].append(here)
        words[one.answer] += one.words
    assert all(map(any, answers.values()))
    taken = sum(one.words for one, here in zip(made, stays, strict=True) if here)
    least = sum(min(one.words for one in made if one.answer == answer) for answer in answers)
    if least > limit:
        assert taken == least
        return
    plain = budget.greedy(made, limit)
    if taken <= limit:
        assert plain is None or coverage(made, stays) >= coverage(made, plain)
        under = {one.answer: one.recommendation for one in made}
        for answer, here in answers.items():
            longer = [
                b for b in answers if under[b] == under[answer] and words[b] > words[answer] and len(answers[b]) > 1
            ]
            if not all(here):
                assert not any(all(answers[other]) for other in longer)
    else:
        # Only the shortest sentences fit, and these do not with what may not be cut.
        assert plain is None


def test_figures_and_names_weigh_more_than_words():
    found = concepts(
        "In 2018 the Lamp Bureau trained 52 pilots quickly.", "Governments are encouraged to train pilots."
    )
    assert found["figure 52"] == found["figure 2018"] == FIGURE
    assert found["name Lamp Bureau"] == NAME
    assert found["word quickl"] == OTHER < found["word pilots"] < NAME
    assert concepts("Pilots are trained.", "") == concepts("Pilots are trained.", "Ropes.")


def test_the_solver_says_nothing(capfd):
    made = [sentence(name, number, 10, f"{name}{number}") for name in "ABCD" for number in (1, 2, 3)]
    assert len(kept(made, 90)) == 9
    assert capfd.readouterr() == ("", "")
