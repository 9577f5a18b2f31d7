"""Forms that print each recommendation in two languages: the translation is no answer; the second one is left blank."""

import pytest

from pipeline.config import Limits
from pipeline.raw.recommendation import Recommendation
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Reply
from tests.hostile import paragraph, word
from tests.tables import table

ASKED = (
    ("1.a", "Every harbour is invited to paint the buoys before it."),
    ("1.b", "Pilots should be trained in the use of tide tables."),
    ("2.a", "Lists of cargo should be exchanged with other harbours."),
)
TEXTS = {
    "fr": (
        "Chaque port est prié de peindre les bouées qui se trouvent devant lui.",
        "Les pilotes devraient être formés à l’emploi des tables des marées.",
        "Il convient d’échanger avec les autres ports les listes de cargaisons.",
    ),
    "ru": (
        "Всем портам рекомендуется покрасить буи на подходах.",
        "Лоцманов следует обучать пользованию таблицами приливов.",
        "Следует обмениваться с другими портами списками грузов.",
    ),
}
# By language of the answers: all without figures, one blank.
SAID = {
    "en": ("We lit the quay.", "", "Cyra has our list."),
    "fr": (
        "Nous avons éclairé le quai du port et celui de la gare.",
        "",
        "Nos voisins ont reçu la liste de nos cargaisons.",
    ),
}
MARKS = ("yes", "", "no")
EXPECTED = ["yes", "", "no"]
QUESTION = Question(
    "harb-12",
    tuple(
        Recommendation(one, int(one[0]), ("Small harbours", "Cargo")[int(one[0]) - 1], one[2], at, text)
        for at, (one, text) in enumerate(ASKED, start=1)
    ),
)
FRONT = (paragraph("Country: Alba"), paragraph("Date: 12 May 2031"))


def boxes(mark: str) -> str:
    return f"{'☒' if mark == 'yes' else '☐'} Yes / Oui   {'☒' if mark == 'no' else '☐'} No / Non"


def below(asked: list) -> str:
    return "".join(
        paragraph(line)
        for one, text, other, mark, said in asked
        for line in (f"Recommendation / Recommandation {one[0]} ({one[2]})", text, other, boxes(mark), said)
    )


def above(asked: list) -> str:
    return "".join(
        paragraph(line)
        for one, text, other, mark, said in asked
        for line in (f"({one[2]}) {other}", f"({one[2]}) {text}", boxes(mark), f"Comments / Observations: {said}")
    )


def under_labels_of_its_own(asked: list) -> str:
    return "".join(
        paragraph(line)
        for one, text, other, mark, said in asked
        for line in (f"Recommendation {one}", text, f"Recommandation {one}", other, boxes(mark), said)
    )


def in_the_same_cell(asked: list) -> str:
    return "".join(
        table((f"{one} {text}</w:t></w:r></w:p><w:p><w:r><w:t>{other}",), (boxes(mark),), (said,)) + paragraph("")
        for one, text, other, mark, said in asked
    )


def in_a_column(asked: list) -> str:
    rows = [(f"{one} {text}", other, mark, said) for one, text, other, mark, said in asked]
    return table(("Recommendation", "Recommandation", "Yes/No", "Comments"), *rows)


SHAPES = (below, above, under_labels_of_its_own, in_the_same_cell, in_a_column)


def reply_of(body: str) -> Reply:
    (reply,) = read(word("".join(FRONT) + body), QUESTION, Limits())
    return reply


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_translation_is_no_answer(shape, language, said):
    ids, texts = zip(*ASKED, strict=True)
    reply = reply_of(shape(list(zip(ids, texts, TEXTS[language], MARKS, SAID[said], strict=True))))
    assert [one.text for one in reply.answers] == list(SAID[said])
    assert [one.action_taken for one in reply.answers] == EXPECTED
    # Above the next text stand answers too: in the language of these a translation is told.
    told = TEXTS[language] if (shape, language) == (above, said) else ()
    assert len(reply.unplaced) == len(told)
    assert all(text in words.text for text, words in zip(told, reply.unplaced, strict=True))


ANSWERS = (
    "Nous avons éclairé le quai du port et celui de la gare.",
    "Les pilotes sont formés par nos voisins du nord.",
    "Nos voisins ont reçu la liste de nos cargaisons.",
)


@pytest.mark.parametrize("boxed", [False, True])
def test_answers_in_another_language_are_no_translations(boxed):
    lines = [
        line
        for (one, text), said in zip(ASKED, ANSWERS, strict=True)
        for line in (f"{one} {text}", said, *([boxes("yes")] if boxed else []))
    ]
    reply = reply_of("".join(map(paragraph, lines)))
    assert [one.text for one in reply.answers] == list(ANSWERS)


def test_what_may_be_translations_or_answers_is_left_over():
    more = ("Le reste suit.", "Ils sont neuf.", "Elle est longue.")
    lines = [
        line
        for (one, text), said, rest in zip(ASKED, ANSWERS, more, strict=True)
        for line in (f"{one} {text}", said, rest)
    ]
    reply = reply_of("".join(map(paragraph, lines)))
    told = [*(words.text for words in reply.unplaced), *(one.text for one in reply.answers)]
    assert all(any(said in one for one in told) for said in (*ANSWERS, *more))


@pytest.mark.parametrize("second", [False, True])
def test_answers_in_another_language_above_the_next_text_are_never_lost(second):
    """A line in their language stands above the first text as well, as that of a ministry does."""
    lines = ["Ministère des ports et des affaires maritimes de la côte"]
    for (one, text), said in zip(ASKED, ANSWERS, strict=True):
        lines += [f"{one} {text}", *(["Le reste suit dans une lettre."] if second else []), said]
    reply = reply_of("".join(map(paragraph, lines)))
    told = [*(words.text for words in reply.unplaced), *(one.text for one in reply.answers)]
    assert all(any(said in one for one in told) for said in ANSWERS)


def test_what_somebody_wrote_in_two_languages_is_never_lost():
    lines = [
        line
        for (one, text), said in zip(ASKED, ANSWERS, strict=True)
        for line in (f"{one} {text}", said, "We have done all of this with our neighbours.")
    ]
    reply = reply_of("".join(map(paragraph, lines)))
    told = [*(words.text for words in reply.unplaced), *(one.text for one in reply.answers)]
    assert all(any(said in one for one in told) for said in ANSWERS)


def test_a_line_with_figures_is_no_translation():
    lines = [
        line
        for (one, text), said in zip(ASKED, ANSWERS, strict=True)
        for line in (f"{one} {text}", f"{said[:-1]} 14.", boxes("yes"), "More later.")
    ]
    reply = reply_of("".join(map(paragraph, lines)))
    assert [one.text for one in reply.answers] == [f"{said[:-1]} 14.\nMore later." for said in ANSWERS]
