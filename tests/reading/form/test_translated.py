"""Forms that print the recommendations in another language, told by their labels; the second one is left blank."""

import pytest

from pipeline.config import Limits
from pipeline.raw.recommendation import Recommendation
from pipeline.reading.form.anchors import adopted_wordings
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.translated import wordings
from pipeline.reading.formats.word_package import open_package
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from pipeline.reading.word import body
from tests.hostile import paragraph, word
from tests.tables import table

TEXTS = {
    "fr": (
        "Chaque port est prié de peindre ses bouées.",
        "Les pilotes devraient être formés.",
        "Il convient d’échanger.",
    ),
    "es": (
        "Se invita a pintar las boyas de cada puerto.",
        "Deben formarse los prácticos.",
        "Conviene intercambiar.",
    ),
    "ru": ("Всем портам рекомендуется красить буи.", "Лоцманов следует обучать.", "Следует обмениваться списками."),
    "zh": ("请各港口粉刷浮标。", "应培训引航员。", "应交换货物清单。"),
    "ar": ("يُرجى من كل ميناء طلاء العوامات.", "ينبغي تدريب المرشدين.", "ينبغي تبادل القوائم."),
}
WORDS = {
    "zh": ("是", "否", "采取的行动", "评论", "建议", "议题"),
    "ar": ("نعم", "لا", "الإجراءات المتخذة", "تعليقات", "التوصية", "المسألة"),
    "fr": ("Oui", "Non", "Mesures prises", "Observations", "Recommandation", "Thème"),
    "es": ("Sí", "No", "Medidas adoptadas", "Observaciones", "Recomendación", "Tema"),
    "ru": ("Да", "Нет", "Принятые меры", "Комментарии", "Рекомендация", "Вопрос"),
}
TITLES = {
    "fr": ("Petits ports", "Cargaisons"),
    "es": ("Puertos pequeños", "Cargas"),
    "ru": ("Малые гавани", "Грузы"),
    "zh": ("小港口", "货物"),
    "ar": ("الموانئ الصغيرة", "البضائع"),
}
IDS, ANSWERS = ("1.a", "1.b", "2.a"), ("We lit the quay.", "", "Cyra has our list.")
EXPECTED = {"1.a": ("yes", "We lit the quay."), "1.b": ("", ""), "2.a": ("no", "Cyra has our list.")}
MARKS = ("yes", "", "no")


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def boxes(language: str, mark: str) -> str:
    yes, no, *_ = WORDS[language]
    return f"{'☒' if mark == 'yes' else '☐'} {yes}   {'☒' if mark == 'no' else '☐'} {no}"


def word_of(language: str, mark: str) -> str:
    yes, no, *_ = WORDS[language]
    return {"yes": yes, "no": no, "": ""}[mark]


def sections(language: str) -> list[tuple[int, str, str, str, str]]:
    """Number of the issue, letter, text, mark and answer of each recommendation."""
    return [
        (int(one[0]), one[2], text, mark, answer)
        for one, text, mark, answer in zip(IDS, TEXTS[language], MARKS, ANSWERS, strict=True)
    ]


def heading(language: str, issue: int, letter: str, shape: str) -> str:
    title = TITLES[language][issue - 1]
    return shape.format(word=WORDS[language][5], n=issue, r="I" * issue, title=title) if letter == "a" else ""


def in_lines(language: str) -> str:
    *_, asked, comment, _, _ = WORDS[language]
    lines = []
    for issue, letter, text, mark, answer in sections(language):
        lines += filter(None, [heading(language, issue, letter, "{word} {n} : {title}")])
        lines += [f"({letter}) {text}", f"{asked} : {boxes(language, mark)}", f"{comment} : {answer}"]
    return "".join(map(paragraph, lines))


def answered_below(language: str) -> str:
    lines = []
    for issue, letter, text, mark, answer in sections(language):
        lines += [f"{WORDS[language][4]} {issue}.{letter}", text]
        lines += [f"{word_of(language, mark)}. {answer}"] if mark else []
    return "".join(map(paragraph, lines))


def in_columns(language: str) -> str:
    _, _, asked, comment, recommendation, _ = WORDS[language]
    rows = [(f"{i} {a}) {text}", word_of(language, mark), said) for i, a, text, mark, said in sections(language)]
    return table((recommendation, asked, comment), *rows)


def in_marked_columns(language: str) -> str:
    yes, no, _, comment, recommendation, _ = WORDS[language]
    rows = [
        (f"{i}.{a}. {text}", "X" if mark == "yes" else "", "X" if mark == "no" else "", said)
        for i, a, text, mark, said in sections(language)
    ]
    return table((recommendation, yes, no, comment), *rows)


def yes_or_no_in_one_column(language: str) -> str:
    yes, no, _, comment, recommendation, _ = WORDS[language]
    rows = [(f"{i}.{a}", text, word_of(language, mark), said) for i, a, text, mark, said in sections(language)]
    return table(("№", recommendation, f"{yes}/{no}", comment), *rows)


def in_tables(language: str) -> str:
    _, _, asked, comment, recommendation, _ = WORDS[language]
    found = ""
    for issue, letter, text, mark, answer in sections(language):
        found += "".join(map(paragraph, filter(None, [heading(language, issue, letter, "{r}. {title}")])))
        rows = ((f"{recommendation} {issue} {letter})", text), (asked, boxes(language, mark)), (comment, answer))
        found += table(*rows) + paragraph("")
    return found


def in_rows(language: str) -> str:
    rows = []
    for issue, letter, text, mark, answer in sections(language):
        rows += [(one,) for one in [heading(language, issue, letter, "{word} {n}. {title}")] if one]
        rows.append((f"{letter}) {text}", f"{boxes(language, mark)} {answer}"))
    return table(*rows)


def numbered(language: str) -> str:
    lines = []
    for number, (_, _, text, mark, answer) in enumerate(sections(language), start=1):
        lines += [f"{number}. {text}", boxes(language, mark), f"{WORDS[language][3]} : {answer}"]
    return "".join(map(paragraph, lines))


SHAPES = [
    in_lines,
    answered_below,
    in_columns,
    in_marked_columns,
    yes_or_no_in_one_column,
    in_tables,
    in_rows,
    numbered,
]


def told(reply) -> dict[str, tuple[str, str]]:
    """Marks and answers, without the word that an answer opens with."""
    opening = tuple(f"{one}. " for words in WORDS.values() for one in words[:2])
    found = {}
    for answer in reply.answers:
        begins = next((one for one in opening if answer.text.startswith(one)), "")
        found[answer.recommendation] = (answer.action_taken, answer.text.removeprefix(begins))
    return found


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_answers_stand_under_the_recommendation_they_were_given_to(question, shape, language):
    (reply,) = read(word(paragraph("Country: Alba") + shape(language)), question)
    assert told(reply) == EXPECTED
    assert reply.unplaced == ()


@pytest.mark.parametrize("at", [0, 1, 2], ids=["behind the title", "behind the text", "above the question"])
def test_what_is_written_beside_a_text_is_told(question, at):
    lines = ["Thème 2 : Cargaisons", "(a) Il convient d’échanger."]
    before = "".join(map(paragraph, lines))
    written = [f"{line} Phoques vus." if number == at else line for number, line in enumerate(lines)]
    after = "".join(map(paragraph, written if at < 2 else [*lines, "Phoques vus."]))
    written = in_lines("fr").replace(before, after)
    assert written != in_lines("fr")
    (reply,) = read(word(paragraph("Country: Alba") + written), question)
    found = [words.text for words in reply.unplaced] + [one.text for one in reply.answers]
    assert any("Phoques vus." in one for one in found)
    assert told(reply)["1.a"] == EXPECTED["1.a"]


def form_of(question: Question, lines: list[str]) -> Form:
    document = open_package(word("".join(map(paragraph, lines))), Limits()).document
    return Form(body.blocks(document), adopted_wordings(question))


ASKED = ["Oui ☒ Non ☐", "Observations : Fait."]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["1.a Peindre.", *ASKED, "1.b Former.", *ASKED, "2.a Donner.", *ASKED], ["Peindre.", "Former.", "Donner."]),
        (["a) Peindre.", *ASKED, "b) Former.", *ASKED, "a) Donner.", *ASKED], ["Peindre.", "Former.", "Donner."]),
        # The longer line is asked, whatever stands beside it.
        (["1.a", "Ici.", "Peindre.", *ASKED, "1.b Lire.", *ASKED, "2.a Dire.", *ASKED], ["Peindre.", "Lire.", "Dire."]),
        # Answers in a list: nothing asks for them.
        (["1.a Peints.", "1.b Formés.", "2.a Donnés."], None),
        (["1.a Oui. Peints.", "1.b Non. Formés.", "2.a Oui. Donnés."], None),
        (["1.a", "Oui. Peints.", "1.b", "Non. Formés.", "2.a", "Oui. Donnés."], None),
        # Nothing is printed but labels.
        (["1.a", *ASKED, "1.b", *ASKED, "2.a", *ASKED], None),
        # Not in their order, one missing among letters, one twice.
        (["1.b Peindre.", *ASKED, "1.a Former.", *ASKED, "2.a Donner.", *ASKED], None),
        (["a) Peindre.", *ASKED, "a) Donner.", *ASKED], None),
        (["1.a Peindre.", *ASKED, "1.b Former.", *ASKED, "1.b Donner.", *ASKED, "2.a Voir.", *ASKED], None),
    ],
)  # fmt: skip
def test_texts_are_told_by_labels_in_their_order_that_questions_follow(question, lines, found):
    printed = wordings(form_of(question, lines), question.recommendations)
    assert (printed and list(printed.texts.values())) == found


def test_one_may_be_missing_where_labels_name_the_issue(case):
    more = [
        Recommendation(f"3.{one}", 3, "Seafarers", one, at, f"Rest {one}.") for at, one in enumerate("abc", start=4)
    ]
    question = Question(case.meeting.id, (*case.meeting.recommendations, *more))
    lines = [line for one in ("1.a", "1.b", "3.a", "3.c") for line in (f"{one} Peindre {one}.", *ASKED)]
    printed = wordings(form_of(question, lines), question.recommendations)
    assert printed is not None
    assert list(printed.texts) == ["1.a", "1.b", "3.a", "3.c"]
    assert wordings(form_of(question, lines[:9]), question.recommendations) is None


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (["Thème 1 : Ports", "Thème 2 : Charges"], ["Ports", "Charges"]),
        (["I. Ports", "II. Charges"], ["Ports", "Charges"]),
        (["2) Ports", "1) Charges"], None),
        (["Ports", "Charges"], ["Ports", "Charges"]),
        (["Ports.", "Charges."], None),
        (["1. Ports", "2. Charges peintes ici."], None),
    ],
)
def test_titles_have_the_issues_numbers_or_none_and_are_no_sentences(question, titles, found):
    lines = [titles[0], "1.a Peindre.", *ASKED, "1.b Former.", *ASKED, titles[1], "2.a Donner.", *ASKED]
    printed = wordings(form_of(question, lines), question.recommendations)
    adopted = [one.issue_title for one in question.recommendations[1:]]
    assert [title for _, title in sorted(printed.titles.items())] == (found or adopted)


@pytest.mark.parametrize("shape", ["{0} {1}", "({2}) {1}", "Recommendation {0}: {1}"])
def test_short_titles_in_place_of_the_texts_are_told_with_their_labels(question, shape):
    lines = ["Country: Alba"]
    for one, title, mark, answer in zip(IDS, ("Lights", "Tide tables", "Cargo"), MARKS, ANSWERS, strict=True):
        lines += [shape.format(one, title, one[-1]), boxes("fr", mark), f"Observations : {answer}"]
    (reply,) = read(word("".join(map(paragraph, lines))), question)
    assert told(reply) == EXPECTED


def test_a_short_title_behind_a_number_is_no_answer(case):
    asked = tuple(
        Recommendation(f"{issue}.a", issue, title, "a", issue, f"Governments should paint all of the {title}.")
        for issue, title in enumerate(("buoys and piers", "ropes"), start=1)
    )
    blank = table((f"{asked[0].text}", "Yes ☐ No ☐"), ("Comments", "")) + paragraph("II. Ropes")
    form = blank + table((asked[1].text, "Yes ☒ No ☐"), ("Comments", "We mend them."))
    (reply,) = read(word(paragraph("Country: Alba") + form), Question("harb-12", asked))
    assert told(reply) == {"1.a": ("", ""), "2.a": ("yes", "We mend them.")}
