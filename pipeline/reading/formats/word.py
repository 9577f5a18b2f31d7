"""Word documents (.docx): opens one and hands it to the reader for its kind of form.

Keeps out: its parts (`word_package.py`), and both kinds of form.
"""

from dataclasses import replace

from pipeline.config import Limits
from pipeline.reading.form.anchors import anchors_of
from pipeline.reading.form.closing import closes
from pipeline.reading.form.form import form_words
from pipeline.reading.form.labels import find_label, is_page_mark
from pipeline.reading.form.several import read_forms
from pipeline.reading.formats.table_heads import with_known_heads
from pipeline.reading.formats.word_package import Aside, open_package
from pipeline.reading.formats.word_tagged import forms_in, has_tags, read_tagged
from pipeline.reading.pictures import UNREAD
from pipeline.reading.reply import Question, Remark, Reply, Unplaced, line_mark
from pipeline.reading.word import body

# Share in common from which a paragraph prints a recommendation.
_WHOLE = 0.5


def read_word(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read one .docx reply, with tags or without.

    Raises:
        Unreadable: as the package and the readers of both kinds say.
    """
    document, asides, unread = open_package(data, limits)
    remarks = tuple(Remark(UNREAD, "whole document", what) for what in unread)
    if body.has_tracked_changes(document):
        remarks += (Remark("tracked_changes", "whole document", "tracked insertions or deletions"),)
    if has_tags(document):
        replies = [read_tagged(form, question, remarks) for form in forms_in(document)]
    else:
        replies = read_forms(with_known_heads(body.blocks(document), question), question, remarks)
    words = form_words(question)
    beside = tuple(
        Unplaced(aside.place, aside.text, line_mark(aside.place), _noted(aside, question))
        for aside in asides
        if not aside.printed or (words.others(aside.text) and not is_page_mark(aside.text))
    )
    first, *others = replies
    return [replace(first, unplaced=first.unplaced + beside) if beside else first, *others]


def _noted(aside: Aside, question: Question) -> str:
    """The recommendation at whose text or answer a note stands; empty where it stands at neither."""
    anchors = anchors_of(question)
    for text in aside.above:
        anchor = anchors.find(text)
        if anchor and min(anchor.of_text, anchor.of_paragraph) >= _WHOLE:
            return str(anchor.key)
        label = find_label(text)
        if closes(text) or (label and label.kind == "general"):
            return ""
    return ""
