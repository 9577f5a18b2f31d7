"""E-mails (.eml): the attachments are the replies, else the message itself is; its date tells when they were received.

Nothing a message links to is fetched. Keeps out: the formats of attachments, which `read_part` reads.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from pipeline.reading.form.form import form_words
from pipeline.reading.formats.mail_message import read_message, text_of
from pipeline.reading.pictures import UNREAD
from pipeline.reading.reply import SUBJECT, Question, Remark, Reply, Unplaced, Unreadable
from pipeline.reading.web.page import text_of_page

# A forwarded message may hold another one; deeper than this nobody forwards.
MAX_DEPTH = 3
MAX_PARTS = 200
_HEADER = re.compile(rb"^(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+", re.I)
_MAILBOX = re.compile(rb"^From [^\r\n]+\r?\n")
_KNOWN = re.compile(rb"^(?:from|date|received|message-id|mime-version|subject|to|return-path):", re.I | re.M)
# "Re: [External] Fwd: …"
_FORWARDED = re.compile(r"^(?:\s*(?:\[[^\]]*\]|(?:re|fw|fwd|tr|rv|aw|wg|res|enc|ответ|отв|ha)\s*[:：]))+\s*", re.I)
_PICTURES = ("image/", "video/", "audio/")
# Bytes of a picture that may be a page, taken with a telephone; logos are smaller.
_PAGE = 20_000


def looks_like_mail(data: bytes) -> bool:
    """Whether the bytes begin with the header of an e-mail: several fields, and those that every mail has.

    A message taken out of a mailbox may have that mailbox's own line before it.
    """
    head = _HEADER.match(_MAILBOX.sub(b"", data.lstrip()[:20_000], count=1))
    return bool(head) and len({header.lower() for header in _KNOWN.findall(head[0])}) >= 2


def read_mail(
    data: bytes, question: Question, read_part: Callable[[bytes, int], list[Reply]], depth: int = 0
) -> list[Reply]:
    """Read the replies in an e-mail. `read_part` reads one attachment and is told how deep it lies.

    Raises:
        Unreadable: neither an attachment nor the message holds a reply; the reason is that of the first attachment.
    """
    if depth >= MAX_DEPTH:
        raise Unreadable("unreadable_file", "an e-mail inside e-mails", "the reply itself")
    message = BytesParser(policy=policy.default).parsebytes(_MAILBOX.sub(b"", data.lstrip(), count=1))
    replies: list[Reply] = []
    refused: list[tuple[str, Unreadable]] = []
    scans: list[str] = []
    for number, part in enumerate(_parts(message)):
        if number > MAX_PARTS:
            raise Unreadable("file_too_large", f"more than {MAX_PARTS} parts", "an e-mail with the reply attached")
        name = part.get_filename() or f"part {number}"
        if _may_be_page(part):
            scans.append(name)
        if not _is_attachment(part):
            continue
        try:
            carried = read_part(_content(part), depth + 1)
        except Unreadable as error:
            refused.append((name, error))
            continue
        replies += [_placed(reply, f"attachment {name}") for reply in carried]
    if not replies:
        try:
            replies = [_placed(reply, "message") for reply in read_message(message, question)]
        except Unreadable as error:
            if scans and not refused:
                found = f"a picture ({scans[0]}), as a scan is"
                raise Unreadable("no_text", found, "a file with text: the Word form, or a PDF made from it") from None
            raise (refused[0][1] if refused else error) from None
    elif words := _body(message).strip():
        replies[0] = replace(replies[0], unplaced=(*replies[0].unplaced, Unplaced("message", words)))
    remarks = tuple(Remark(error.code, f"attachment {name}", error.found) for name, error in refused)
    remarks += tuple(Remark(UNREAD, f"attachment {name}", "a picture") for name in scans)
    unplaced = (*_subject(message, question), *replies[0].unplaced)
    replies[0] = replace(replies[0], remarks=replies[0].remarks + remarks, unplaced=unplaced)
    return [_received(reply, message) for reply in replies]


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message, those of messages inside it left to these."""
    yield message
    if message.is_multipart() and message.get_content_type() != "message/rfc822":
        for part in message.get_payload():
            yield from _parts(part)


def _is_attachment(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    if part.is_multipart() and kind != "message/rfc822":
        return False
    if kind.startswith(_PICTURES):
        return False  # logos and signatures
    return kind == "message/rfc822" or part.get_filename() is not None or not kind.startswith("text/")


def _may_be_page(part: EmailMessage) -> bool:
    """Whether a part is a picture that was attached by hand; what the message shows in its text is a logo mostly."""
    by_hand = part.get_content_type().startswith(_PICTURES) and part["content-id"] is None
    return by_hand and part.get_content_disposition() == "attachment" and len(_content(part)) >= _PAGE


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return part.get_payload(0).as_bytes()
    return part.get_payload(decode=True) or b""


def _body(message: EmailMessage) -> str:
    """The text of a message that carries the reply."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    return text_of_page(text_of(part)) if part.get_content_subtype() == "html" else text_of(part)


def _subject(message: EmailMessage, question: Question) -> tuple[Unplaced, ...]:
    """What a message's subject says besides "Re:" and words of questionnaires: whose reply it is may stand there."""
    subject = _FORWARDED.sub("", " ".join(str(message["subject"] or "").split()))
    return (Unplaced(SUBJECT, subject),) if form_words(question).others(subject) else ()


def _placed(reply: Reply, place: str) -> Reply:
    """The reply with its places found inside the e-mail."""
    return replace(
        reply,
        answers=tuple(replace(answer, locator=f"{place}, {answer.locator}") for answer in reply.answers),
        general_locator=f"{place}, {reply.general_locator}" if reply.general else "",
        remarks=tuple(replace(remark, locator=f"{place}, {remark.locator}") for remark in reply.remarks),
        unplaced=tuple(replace(words, locator=f"{place}, {words.locator}") for words in reply.unplaced),
    )


def _received(reply: Reply, message: EmailMessage) -> Reply:
    """The reply with the day the e-mail was sent (in UTC, so that it is the same everywhere), and with its sender."""
    try:
        sent = message["date"].datetime
        day = (sent.astimezone(UTC) if sent.tzinfo else sent).date().isoformat()
    except (AttributeError, ValueError, OverflowError):
        day = ""
    sender = str(message["from"] or "").strip()
    contact = reply.contact | ({"sender": sender} if sender and "sender" not in reply.contact else {})
    return replace(reply, received_on=day or reply.received_on, contact=contact)
