"""Forms that print the recommendations in another language without labels, and titles in words of their own."""

import pytest

from pipeline.reading.kinds import read
from pipeline.reading.reply import Unreadable
from tests.hostile import paragraph, word
from tests.reading.form.test_translated import ANSWERS, EXPECTED, MARKS, TITLES, WORDS, boxes, question, told
from tests.tables import table

__all__ = ["question"]
TEXTS = {
    "fr": (
        "Chaque port est prié de peindre ses bouées.",
        "Les pilotes devraient être formés aux marées.",
        "Les listes de cargaisons devraient être échangées.",
    ),
    "es": (
        "Se invita a pintar las boyas de cada puerto.",
        "Deben formarse los prácticos en el uso de mareas.",
        "Conviene intercambiar las listas de cargas.",
    ),
    "ru": (
        "Всем портам рекомендуется красить буи.",
        "Лоцманов следует обучать пользованию таблицами приливов.",
        "Следует обмениваться списками опасных грузов.",
    ),
    "zh": ("请各港口粉刷浮标。", "应培训引航员使用潮汐表。", "应交换货物清单。"),
    "ar": ("يُرجى من كل ميناء طلاء العوامات.", "ينبغي تدريب المرشدين على المد.", "ينبغي تبادل قوائم البضائع الخطرة."),
}
LANGUAGES = sorted(TEXTS)


def lines(language: str, *, titles: bool = True, texts: tuple[str, ...] = ()) -> list[list[str]]:
    """The lines for each recommendation; the first of them may be the title of an issue."""
    sections = zip(texts or TEXTS[language], MARKS, ANSWERS, strict=True)
    found = [[text, boxes(language, mark), *([answer] if answer else [])] for text, mark, answer in sections]
    if titles:
        found[0].insert(0, TITLES[language][0])
        found[2].insert(0, TITLES[language][1])
    return found


def in_paragraphs(sections: list[list[str]]) -> str:
    return "".join(paragraph(line) for section in sections for line in section)


def in_rows(language: str) -> str:
    """A table with headings; a title has a row of its own."""
    _, _, taken, comments, recommendation, _ = WORDS[language]
    rows: list[tuple[str, ...]] = [(recommendation, taken, comments)]
    for at, (text, mark, answer) in enumerate(zip(TEXTS[language], MARKS, ANSWERS, strict=True)):
        rows += [(TITLES[language][at // 2],)] if at != 1 else []
        rows.append((text, boxes(language, mark), answer))
    return table(*rows)


@pytest.mark.parametrize("titles", [True, False], ids=["titles", "no titles"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_above_marks_are_the_recommendations_in_their_order(question, language, titles):
    (reply,) = read(word(in_paragraphs(lines(language, titles=titles))), question)
    assert told(reply) == EXPECTED


@pytest.mark.parametrize("label", ["", "{0}) ", "Rec. {0}: "])
@pytest.mark.parametrize("language", ["fr", "es", "ru"])
def test_marks_may_stand_behind_the_text_in_its_line(question, language, label):
    sections = zip(("1.a", "1.b", "2.a"), TEXTS[language], MARKS, ANSWERS, strict=True)
    pairs = [(f"{label.format(one)}{text}  {boxes(language, mark)}", said) for one, text, mark, said in sections]
    (reply,) = read(word(in_paragraphs([[line for line in pair if line] for pair in pairs])), question)
    assert told(reply) == EXPECTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_the_recommendations_also_where_nothing_was_answered(question, language):
    (reply,) = read(word(in_rows(language)), question)
    assert told(reply) == EXPECTED
    assert {one.text for one in reply.unplaced} <= set(TITLES[language])


@pytest.mark.parametrize("language", ["fr", "es", "ru"])
def test_titles_told_by_where_they_stand_are_told_themselves(question, language):
    (reply,) = read(word(in_paragraphs(lines(language))), question)
    assert [one.text for one in reply.unplaced] == list(TITLES[language])


def test_the_question_about_publication_is_no_recommendation(question):
    body = paragraph("Votre réponse peut-elle être publiée sur le site web ?") + paragraph("☒ Oui ☐ Non")
    (reply,) = read(word(body + in_paragraphs(lines("fr"))), question)
    assert (told(reply), reply.publish) == (EXPECTED, "yes")


@pytest.mark.parametrize("short", ["Under way", "Nine pilots"])
def test_short_answers_above_the_next_recommendation_are_no_titles(question, short):
    sections = lines("fr", titles=False)
    sections[1] = [*sections[1], short]
    (reply,) = read(word(paragraph("Country: Alba") + in_paragraphs(sections)), question)
    assert told(reply) == EXPECTED | {"1.b": ("unclear", short)}


def test_in_the_language_of_the_meeting_other_questions_are_another_questionnaire(question):
    other = ("Every wharf should have a crane.", "Ropes are to be kept dry at night.", "Tugs should carry two flags.")
    with pytest.raises(Unreadable) as error:
        read(word(in_paragraphs(lines("fr", titles=False, texts=other))), question)
    assert error.value.code == "wrong_questionnaire"


@pytest.mark.parametrize("shape", ["{roman}({letter}) {text}", "{roman} ({letter}) {text}"])
def test_the_number_of_an_issue_may_be_roman(question, shape):
    sections = lines("fr", titles=False)
    for section, (roman, letter) in zip(sections, (("I", "a"), ("I", "b"), ("II", "a")), strict=True):
        section[0] = shape.format(roman=roman, letter=letter, text=section[0])
    (reply,) = read(word(in_paragraphs(sections)), question)
    assert told(reply) == EXPECTED
    rows = [("N°", "Recommandation", "Mesures prises", "Observations")]
    labels = ("I(a)", "I(b)", "II(a)")
    marks = [boxes("fr", mark) for mark in MARKS]
    rows += zip(labels, TEXTS["fr"], marks, ANSWERS, strict=True)
    (reply,) = read(word(table(*rows)), question)
    assert told(reply) == EXPECTED
