"""The replies in an e-mail's own text, above the message that it answers where that is the form as it was sent.

Keeps out: attachments (`mail.py`), what mail programs put between two messages (`mail_thread.py`), and quotes among
answers (`plain.py`).
"""

import re
from dataclasses import replace
from email.message import EmailMessage
from typing import NamedTuple

from pipeline.reading.blocks import Block
from pipeline.reading.form.anchors import may_be_recommendation
from pipeline.reading.form.letter import label_before
from pipeline.reading.form.numbered import number_before, numbered_label
from pipeline.reading.formats.mail_thread import Between, between
from pipeline.reading.formats.plain import Line, blocks_in, lines_of, read_lines
from pipeline.reading.reply import Question, Reply, Unplaced, Unreadable
from pipeline.reading.web.page import blocks_of_page

_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")
# The place of words in the message that is answered.
_BELOW = "message below"


class _Thread(NamedTuple):
    """The paragraphs of a message, what a mail program put below them, and those of the message that is answered.

    `quoted` are those among the first that are quotes.
    """

    above: list[Block]
    head: str
    below: list[Block]
    quoted: list[Block]


def read_message(message: EmailMessage, question: Question) -> list[Reply]:
    """The replies in a message itself: above the message that it answers, else in all of it.

    Raises:
        Unreadable: nothing of this meeting's questionnaire in it.
    """
    thread = _thread_of(message)
    question = _as_quoted(question, thread.quoted)
    if not thread.below:
        return read_lines(thread.above, question, "eml")
    above, below = (_replies(blocks, question) for blocks in (thread.above, thread.below))
    if not _answers(above) or _marked(below):
        return read_lines([*thread.above, *thread.below], question, "eml")
    # The form as it was sent stands below its answers; what else stands there somebody may have written.
    first, *others = above
    left = () if _is_offices(thread.head, question) else tuple(_left_over(below, thread.below))
    return [replace(first, unplaced=(*first.unplaced, *left)), *others]


def _as_quoted(question: Question, quoted: list[Block]) -> Question:
    """The questionnaire with its recommendations as a message quotes them, in whatever words or language."""
    texts: dict[str, str] = {}
    titles: dict[int, str] = {}
    above = ""
    for text in (block.text for block in quoted if block.text.strip()):
        found = label_before(text)
        if found and found[0].issue and may_be_recommendation(found[0].rest):
            label, _ = found
            texts[f"{label.issue}.{label.label}"] = label.rest
            titles.setdefault(label.issue, _title(above))
            above = ""
        else:
            above = text
    own = (
        replace(one, text=texts.get(one.id, one.text), issue_title=titles.get(one.issue) or one.issue_title)
        for one in question.recommendations
    )
    return replace(question, recommendations=tuple(own))


def _title(text: str) -> str:
    """The title of an issue without what numbers it: "II. Safety of ferries", "Theme 2 – Safety of ferries"."""
    issue, number = numbered_label("issue", text), number_before(text)
    return issue.rest if issue else number[1] if number else text


def _replies(blocks: list[Block], question: Question) -> list[Reply]:
    try:
        return read_lines(blocks, question, "eml")
    except Unreadable:
        return []


def _answers(replies: list[Reply]) -> bool:
    return any(answer.action_taken or answer.text for reply in replies for answer in reply.answers)


def _marked(replies: list[Reply]) -> bool:
    return any(answer.action_taken in ("yes", "no") for reply in replies for answer in reply.answers)


def _is_offices(head: str, question: Question) -> bool:
    """Whether the message below is from where forms go back to, by its address or by the sender's name."""
    printed = " ".join(question.printed).casefold()
    sender = head.casefold().partition(":")[2].partition("\n")[0].strip()
    return any(one in printed for one in _ADDRESS.findall(head.casefold())) or (bool(sender) and sender in printed)


def _left_over(replies: list[Reply], blocks: list[Block]) -> list[Unplaced]:
    """What stands in a message below that no form prints."""
    if not replies:
        text = "\n".join(block.text for block in blocks if block.text.strip())
        return [Unplaced(_BELOW, text)] if text else []
    answers = [answer.text for reply in replies for answer in reply.answers if answer.text]
    others = [words.text for reply in replies for words in reply.unplaced]
    return [Unplaced(_BELOW, text) for text in (*answers, *others)]


def _thread_of(message: EmailMessage) -> _Thread:
    """The two messages; of one that is written in two ways the paragraphs with tables and formatting."""
    page, plain = (message.get_body((kind,)) for kind in ("html", "plain"))
    blocks = blocks_of_page(text_of(page).encode("utf-8", "replace"), "utf-8") if page is not None else []
    if blocks:
        texts = [block.text for block in blocks]
        cut = between(texts) or Between(len(blocks), len(blocks))
        return _Thread(blocks[: cut.begins], "\n".join(texts[cut.begins : cut.ends]), blocks[cut.ends :], [])
    lines = lines_of(text_of(plain)) if plain is not None else []
    texts = [line.text for line in lines]
    cut = between(texts, [line.quotes > 0 for line in lines]) or Between(len(lines), len(lines))
    above, below = blocks_in(lines[: cut.begins]), blocks_in(lines[cut.ends :])
    quoted = blocks_in([line if line.quotes else Line("") for line in lines[: cut.begins]])
    return _Thread(above, "\n".join(texts[cut.begins : cut.ends]), below, quoted)


def text_of(part: EmailMessage) -> str:
    """The text of a part of a message, with signs for bytes that its encoding does not have."""
    return (part.get_payload(decode=True) or b"").decode(_charset(part), "replace")


def _charset(part: EmailMessage) -> str:
    name = part.get_content_charset() or "utf-8"
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name
