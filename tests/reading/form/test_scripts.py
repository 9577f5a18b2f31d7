"""Forms in Arabic and Chinese: labels, marks, digits, letters of lists and punctuation of their own.

The answers stay in English, so that what is read can be seen. Keeps out: the other languages (tests/corpus).
"""

import pytest

from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.hostile import paragraph, word
from tests.tables import table

# What is asked, in the words of a translation that no one here compares with the adopted text.
ASKED = {"ar": "ينبغي للحكومات تفتيش أضواء الموانئ مرة في السنة.", "zh": "各国政府应每年检查小港口的灯光。"}
WORDS = {
    "ar": ("اسم البلد:", "تاريخ التقديم:", "المسألة", "هل اتخذ أي إجراء؟", "نعم", "لا", "تعليقات:"),
    "zh": ("国家名称：", "提交日期：", "议题", "是否采取了行动？", "是", "否", "请说明："),
}
LABELS = {
    "ar": [("التوصية (أ)", "التوصية (ب)"), ("التوصية ١", "التوصية ٢"), ("توصية 1:", "توصية 2:")],
    "zh": [("建议（a）", "建议（b）"), ("建议一", "建议二"), ("建议１：", "建议２：")],
}


def form(language: str, labels: tuple[str, str], *, in_rows: bool) -> bytes:
    """A form of Alba that answers 1.a with yes and 1.b with no."""
    country, date, issue, action, yes, no, comment = WORDS[language]
    rows = [(country, "Alba"), (date, "12 May 2031"), (f"{issue} 1", "")]
    for label, marked, text in zip(labels, ("☒☐", "☐☒"), ("We lit 14 lamps.", ""), strict=True):
        marks = f"{yes} {marked[0]} {no} {marked[1]}"
        rows += [(label, ASKED[language]), (action, marks), (comment, text)]
    if not in_rows:
        return word("".join(paragraph(f"{first} {second}".strip()) for first, second in rows))
    return word(table(*rows))


@pytest.mark.parametrize("in_rows", [False, True], ids=["paragraphs", "table"])
@pytest.mark.parametrize(
    ("language", "labels"), [(language, one) for language, several in LABELS.items() for one in several]
)
def test_a_form_in_another_script_is_read(case, language, labels, in_rows):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (reply,) = read(form(language, labels, in_rows=in_rows), question)
    assert (reply.respondent, reply.submitted_on) == ("Alba", "12 May 2031")
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "We lit 14 lamps."),
        ("1.b", "no", ""),
    ]
