"""The replies in an e-mail's own text, above the message that it answers where that is the form as it was sent.

Keeps out: attachments (`mail.py`), what mail programs put between two messages (`mail_thread.py`), and quotes among
answers (`plain.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from typing import NamedTuple

from pipeline.reading.blocks import Block
from pipeline.reading.form.anchors import may_be_recommendation
from pipeline.reading.form.answer_labels import label_before
from pipeline.reading.form.labels import NO, YES
from pipeline.reading.form.numbered import number_before, numbered_label
from pipeline.reading.formats.mail_thread import Between, between, sender_in
from pipeline.reading.formats.plain import Line, blocks_in, lines_of, read_lines
from pipeline.reading.reply import Question, Reply, Unplaced, Unreadable
from pipeline.reading.web.page import blocks_of_page

_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")
# The place of words in the message that is answered.
_BELOW = "message below"


class _Thread(NamedTuple):
    """The paragraphs of a message, what stands between, and those of the message below that it answers.

    `put`: a mail program put there what stands between. `quoted` are those among the first that are quotes.
    """

    above: list[Block]
    between: list[Block]
    below: list[Block]
    put: bool = True
    quoted: tuple[Block, ...] = ()


def read_message(message: EmailMessage, question: Question) -> list[Reply]:
    """The replies in a message itself: above the message that it answers, else in all of it.

    Raises:
        Unreadable: nothing of this meeting's questionnaire in it.
    """
    name, address = parseaddr(str(message["from"] or ""))
    # "no-reply@harbours.example" has no name.
    names = frozenset(re.findall(r"\w+", (name or address.partition("@")[0]).casefold())) - {*YES, *NO}
    return [_without_signature(reply, names) for reply in _replies_in(message, question)]


def _without_signature(reply: Reply, names: frozenset[str]) -> Reply:
    """The reply with the sender's name left over where it is the last line of an answer: "Ada" below "No."."""
    answers, left = list(reply.answers), []
    for at, answer in enumerate(answers):
        text, _, last = answer.text.rpartition("\n")
        if text and last and names.issuperset(re.findall(r"\w+", last.casefold()) or (last,)):
            answers[at] = replace(answer, text=text.rstrip())
            left.append(Unplaced("signature", last))
    return replace(reply, answers=tuple(answers), unplaced=(*reply.unplaced, *left)) if left else reply


def _replies_in(message: EmailMessage, question: Question) -> list[Reply]:
    thread = _thread_of(message)
    question = _as_quoted(question, thread.quoted)
    if not thread.below:
        return read_lines(thread.above, question, "eml")
    put = "\n".join(block.text for block in thread.between if block.text.strip())
    offices = _is_offices(sender_in(put), question)
    above, below = (_replies(blocks, question) for blocks in (thread.above, thread.below))
    left: tuple[Unplaced, ...] = ()
    if not _answers(above) or (_marked(below) and (offices or not thread.put or _is_senders(message, put))):
        between = [] if thread.put else thread.between
        above = read_lines([*thread.above, *between, *thread.below], question, "eml")
    elif _marked(below):
        left = _whole(thread.below)
    elif not offices:
        # The form as it was sent stands below its answers; what else stands there somebody may have written.
        left = _left_over(below, thread.below)
    first, *others = above
    # Who wrote it is contact data, and kept apart as such.
    sender = {} if offices else {"sender": "\n".join(filter(None, (str(message["from"] or "").strip(), put)))}
    return [replace(first, unplaced=(*first.unplaced, *left), contact=first.contact | sender), *others]


def _as_quoted(question: Question, quoted: Iterable[Block]) -> Question:
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


def _is_offices(sender: str, question: Question) -> bool:
    """Whether a sender is where forms go back to, by its address or by its name."""
    printed, sender = " ".join(question.printed).casefold(), sender.casefold()
    return bool(sender) and (sender in printed or any(one in printed for one in _ADDRESS.findall(sender)))


def _is_senders(message: EmailMessage, put: str) -> bool:
    """Whether who sent a message wrote the one below it too, or a colleague: by its name, or by what follows the @."""
    name, address = parseaddr(str(message["from"] or ""))
    house = address.partition("@")[2].casefold()
    others = {one.partition("@")[2].casefold() for one in _ADDRESS.findall(put)}
    if house and others:
        return house in others
    words, below = (set(re.findall(r"\w+", text.casefold())) for text in (name, sender_in(put)))
    return bool(words) and words <= below


def _whole(blocks: list[Block]) -> tuple[Unplaced, ...]:
    """All that stands in a message below, as words without a place."""
    text = "\n".join(block.text for block in blocks if block.text.strip())
    return (Unplaced(_BELOW, text),) if text else ()


def _left_over(replies: list[Reply], blocks: list[Block]) -> tuple[Unplaced, ...]:
    """What stands in a message below that no form prints."""
    if not replies:
        return _whole(blocks)
    answers = [answer.text for reply in replies for answer in reply.answers if answer.text]
    others = [words.text for reply in replies for words in reply.unplaced]
    return tuple(Unplaced(_BELOW, text) for text in (*answers, *others))


def _thread_of(message: EmailMessage) -> _Thread:
    """The two messages; of one that is written in two ways the paragraphs with tables and formatting."""
    page, plain = (message.get_body((kind,)) for kind in ("html", "plain"))
    blocks = blocks_of_page(text_of(page).encode("utf-8", "replace"), "utf-8") if page is not None else []
    if blocks:
        cut = _cut([block.text for block in blocks])
        return _Thread(blocks[: cut.begins], blocks[cut.begins : cut.ends], blocks[cut.ends :], cut.sure)
    lines = lines_of(text_of(plain)) if plain is not None else []
    cut = _cut([line.text for line in lines], [line.quotes > 0 for line in lines])
    own = lines[: cut.begins]
    quoted = blocks_in([line if line.quotes else Line("") for line in own])
    three = (own, lines[cut.begins : cut.ends], lines[cut.ends :])
    return _Thread(*_numbered_on(map(blocks_in, three)), cut.sure, tuple(quoted))


def _numbered_on(parts: Iterable[list[Block]]) -> Iterator[list[Block]]:
    """Parts of a message with their paragraphs and tables numbered as those of one."""
    number = table = 0
    for part in parts:
        yield [
            block._replace(
                number=block.number + number,
                cell=block.cell and block.cell._replace(table=block.cell.table + table),
            )
            for block in part
        ]
        number += len(part)
        table += max((block.cell.table for block in part if block.cell), default=0)


def _cut(texts: list[str], quoted: Sequence[bool] = ()) -> Between:
    """Where a message ends; at its end where none stands below it."""
    return between(texts, quoted) or Between(len(texts), len(texts))


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
