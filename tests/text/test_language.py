"""The language of short texts.

Keeps out: what follows from it (test_answers.py). The sentences are invented.
"""

import pytest

from pipeline.text.language import ENOUGH_LETTERS, language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Every harbour has a new light since 2029, and pilots are trained twice a year."),
        ("en", "Harbour lights inspected yearly; pilots trained everywhere; cargo lists exchanged monthly."),
        ("en", "ALL LIGHTS OF THE SMALL HARBOURS WERE INSPECTED BY THE PORT AUTHORITY."),
        ("en", "The Port Office signed the agreement “Accord sur les phares” with its neighbours."),
        ("fr", "Nous avons formé les pilotes et inspecté tous les phares de nos petits ports."),
        ("fr", "Les autorités portuaires échangent chaque mois leurs listes de marchandises dangereuses."),
        ("es", "Hemos formado a los pilotos y revisado los faros de todos los puertos pequeños."),
        ("es", "Las autoridades portuarias intercambian cada mes sus listas de mercancías peligrosas."),
        ("ru", "Мы обучили лоцманов и проверили маяки во всех малых портах страны."),
        ("ru", "Портовые власти ежемесячно обмениваются списками опасных грузов."),
        ("pt", "Formámos os pilotos e verificámos os faróis de todos os nossos pequenos portos."),
        ("pt", "As autoridades portuárias não trocaram ainda as suas listas de mercadorias perigosas."),
    ],
)
def test_sentences_are_told_apart(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    ["", "Yes.", "Oui, bien sûr.", "52 / 14 (2029) – 3.5 % + 1,000,000 = 20 310 520", "N/A", "–" * 60, "a" * 24],
)
def test_a_text_too_short_to_tell_has_no_language(text):
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Нет."), ("ar", "لا ينطبق"), ("zh", "没有。"), ("zh", "在 PICS 中登记"), (None, "Ministry (МВД)")],
)
def test_a_script_of_its_own_tells_a_language_from_a_word_or_two(language, text):
    assert language_of(text) == language


def test_only_letters_count_towards_enough():
    sentence = "The lights of the port are on"
    letters = sum(letter.isalpha() for letter in sentence)
    assert letters < ENOUGH_LETTERS
    assert language_of(sentence + " 1234567890" * 5) is None
    assert language_of(sentence + " at all hours") == "en"
