"""What an answer's text says where no mark stands beside it: "Yes. We …", "Not implemented.", also in sheets.

docs/rules.md, "Yes or no". Keeps out: marks (`marks.py`), and sentences that are marks (`whole_answers.py`).
"""

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form.mark_words import only_marks
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.whole_answers import take_said


def said_by_text(text: str) -> tuple[str, str]:
    """Yes, no or unclear, empty where there is no text, and the text without the words that are the mark."""
    if not text.strip():
        return "", text
    if opening := opening_word(text):
        return opening[0], "" if only_marks(text) else text
    answer = [Block((Run(text),), 0, None)]
    said = take_said(answer)
    return (said[0], answer[0].text if answer else "") if said else ("unclear", text)
