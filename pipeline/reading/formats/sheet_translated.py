"""The recommendations as a sheet prints them in another language, told by their order where no label names them.

Keeps out: sheets in the language of the meeting, and translated forms (`form/translated.py`).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipeline.reading.form import labels
from pipeline.reading.form.anchors import anchors_of, may_be_recommendation
from pipeline.reading.formats.sheet_columns import cell_at, columns_of
from pipeline.reading.formats.sheet_headings import asks_for_field, in_brackets
from pipeline.reading.reply import Question
from pipeline.text.language import language_of


def as_printed(question: Question, rows: list[list[str]], heads: int) -> Question:
    """The questionnaire with its recommendations in the words of a sheet; as it is where the sheet has no others.

    They head the columns in one of the first rows (`heads` of them), or stand in the column of recommendations.
    """
    adopted = [one.text for one in question.recommendations]
    headings = [texts for at in range(min(heads, len(rows))) for texts in _heading_columns(rows[at], rows[at + 1 :])]
    for texts in (*headings, *_columns_of_recommendations(rows[:heads], rows)):
        if len(texts) == len(adopted) and not any(map(anchors_of(question).find, texts)):
            languages = [language_of(" ".join(words)) for words in (adopted, texts)]
            if None not in languages and languages[0] != languages[1]:
                pairs = zip(question.recommendations, texts, strict=True)
                return replace(question, recommendations=tuple(replace(one, text=text) for one, text in pairs))
    return question


def _heading_columns(row: list[str], below: list[list[str]]) -> Iterator[list[str]]:
    """The long texts in a row without what asks for mark and text behind them, each once.

    First all of them, then without those before the first with anything below it: a title stands alone.
    """
    texts = {at: text for at, name in enumerate(row) if may_be_recommendation(text := _without_request(name))}
    asked = {at: text for at, text in texts.items() if not asks_for_field(text)}
    yield list(dict.fromkeys(asked.values()))
    filled = {at for other in below for at, text in enumerate(other) if text.strip()}
    first = min(filled & asked.keys(), default=0)
    yield list(dict.fromkeys(text for at, text in asked.items() if at >= first))


def _columns_of_recommendations(heads: list[list[str]], rows: list[list[str]]) -> list[list[str]]:
    """The texts below each cell that says that they are recommendations, in their order."""
    found = []
    for at, row in enumerate(heads):
        respondent = columns_of(row).single.get("respondent")
        for position, name in enumerate(row):
            if labels.heading(name) == "recommendation":
                found.append(_in_order(_by_respondent(rows[at + 1 :], respondent, position)))
    return found


def _by_respondent(rows: list[list[str]], respondent: int | None, position: int) -> list[list[str]]:
    """The long texts of a column, each once for each respondent; of all rows where there is no such column."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    name = text = ""
    for row in rows:
        # What is blank is as in the row above.
        name = (cell_at(row, respondent) if respondent is not None else "") or name
        text = cell_at(row, position) or text
        if may_be_recommendation(text):
            found[name][text] = None
    return list(map(list, found.values()))


def _in_order(texts: list[list[str]]) -> list[str]:
    """The longest of several lists, if all others are parts of it in the same order; else nothing."""
    longest = max(texts, key=len, default=[])
    place = {text: at for at, text in enumerate(longest)}
    for others in texts:
        places = [place.get(text, -1) for text in others]
        if -1 in places or places != sorted(places):
            return []
    return longest


def _without_request(name: str) -> str:
    row, before = in_brackets(name)
    text = max(row, before, key=len)
    sentence, stop, _ = text.rpartition(".")
    return f"{sentence}{stop}".strip() if may_be_recommendation(sentence) else text.strip()
