"""Labels whose letter stands behind a word of its own: "Recommendation 1, point (b)"."""

import pytest

from pipeline.reading.form.numbered import recommendation_label


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Recommendation 1, point (b): Lit.", "Lit."),
        ("Recommendation N° 1, point b", ""),
        ("Recommendation 1, sub-paragraph (b) lit in May", "lit in May"),
        ("Recommendation 1, point b Yes. Lit.", "Yes. Lit."),
        ("Recommandation 1, alinéa b) : Lit.", "Lit."),
        ("Recomendación 1, inciso b) Lit.", "Lit."),
        ("R1(b): Lit.", "Lit."),
        ("R 1.b: Lit.", "Lit."),
        ("Question 2 (recommendation 1 (b))", ""),
        ("Question 1 (recommendation 1 (b))", ""),
        ("Q3. Recommendation 1 (b): Lit.", "Lit."),
        ("4. (Rec. 1.b) Lit.", "Lit."),
        ("Pregunta 5: Recomendación 1 b) Lit.", "Lit."),
        ("Recommendation I (b): Lit.", "Lit."),
        ("Recommendation number 1 (b): Lit.", "Lit."),
        ("Recomendación número 1 b): Lit.", "Lit."),
        ("Recommendation #1(b): Lit.", "Lit."),
    ],
)
def test_the_letter_may_stand_behind_a_word_for_part(text, rest):
    found = recommendation_label(text)
    assert (found.issue, found.label, found.rest) == (1, "b", rest)


@pytest.mark.parametrize(
    "rest",
    [
        "paragraph of the law was amended.",
        "item in force.",
        "letter a friend of the port wrote.",
        "point 5 lamps at the quay.",
        "Points (a) to (c) are law.",
    ],
)
def test_such_a_word_may_begin_an_answer(rest):
    found = recommendation_label(f"Recommendation 1: {rest}")
    assert (found.issue, found.label, found.rest) == (None, "1", rest)


@pytest.mark.parametrize("text", ["R. A. Gull said so.", "R and b", "Rope 1 (b)"])
def test_a_letter_r_alone_is_no_word_for_a_recommendation(text):
    assert recommendation_label(text) is None


@pytest.mark.parametrize(
    "text", ["3 recommendations were made (b).", "In 2030 recommendation of b", "Question 2 (b or c)"]
)
def test_a_number_before_other_words_counts_no_question(text):
    found = recommendation_label(text)
    assert found is None or found.issue != 1
