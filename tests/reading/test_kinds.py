"""Files read by what they are, and what no bytes can do: raise anything but Unreadable. Keeps out: each format."""

import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.config import Limits
from pipeline.outgoing.questionnaire import blank_form
from pipeline.reading.formats.archive import OLE, ZIP
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Reply, Unreadable
from schemas.finding_codes import FINDING_CODES
from tests.forms import Filled, line_form, table_form
from tests.hostile import zipped
from tests.workspaces import make_workspace

FILLED = Filled("Alba", {"1.a": ("yes", "Lamps are lit."), "1.b": ("no", "")}, submitted_on="20 May 2031")
PART = "word/document.xml"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """The meeting harb-12, made once for all examples."""
    return make_workspace(tmp_path_factory.mktemp("read"))


@pytest.fixture(scope="module")
def question(shared) -> Question:
    return Question(shared.meeting.id, tuple(shared.meeting.recommendations))


@pytest.fixture(scope="module")
def forms(shared) -> dict[str, bytes]:
    """Word replies of each kind."""
    return {
        "table": table_form(shared.meeting, FILLED, "legacy"),
        "lines": line_form(shared.meeting, FILLED, "control"),
        "tagged": blank_form(shared.meeting, shared.register.by_code["ALB"]),
    }


def part_of(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(PART)


def packed(part: bytes, name: str = PART) -> bytes:
    """The smallest archive that holds this part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, part)
    return out.getvalue()


def refused(question: Question, data: bytes, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as error:
        read(data, question, limits)
    return error.value


def outcome(data: bytes, question: Question) -> list[Reply] | Unreadable:
    try:
        return read(data, question)
    except Unreadable as error:
        return error


def reads_or_refuses(data: bytes, question: Question) -> None:
    """Read a file; what comes is replies, or an error of the contract."""
    found = outcome(data, question)
    if isinstance(found, Unreadable):
        assert FINDING_CODES[found.code].severity == "error"
        assert found.found
        assert found.expected
    else:
        assert found
        assert all(isinstance(reply, Reply) for reply in found)


@pytest.mark.parametrize("kind", ["table", "lines", "tagged"])
def test_a_word_form_is_known_by_its_content(question, forms, kind):
    (reply,) = read(forms[kind], question)
    assert (reply.format, reply.respondent) == ("docx", "Alba")
    assert [answer.recommendation for answer in reply.answers] == ["1.a", "1.b", "2.a"]


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"respondent: Alba\ngeneral: Lit.\n", "yaml"),
        (b"\xef\xbb\xbfrespondent: Alba\r\ngeneral: Lit.\r\n", "yaml"),
        (b'  {"respondent": "Alba", "general": "Lit."}', "json"),
        (b'\xef\xbb\xbf{"respondent": "Alba", "general": "Lit."}', "json"),
    ],
)
def test_text_is_known_as_yaml_or_json_by_its_content(question, data, format):
    (reply,) = read(data, question)
    assert (reply.format, reply.respondent, reply.general) == (format, "Alba", "Lit.")


@pytest.mark.parametrize("data", [b"", b" ", b"\r\n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_text(question, data):
    assert refused(question, data).code == "no_text"


def test_a_file_larger_than_allowed_is_refused_before_it_is_read(question):
    data = b"general: lamps\n"
    assert read(data, question, Limits(file_bytes=len(data)))
    error = refused(question, data, Limits(file_bytes=len(data) - 1))
    assert (error.code, error.found, error.expected) == ("file_too_large", "15 bytes", "at most 14 bytes")


def test_a_document_with_a_password_is_told_as_encrypted(question):
    data = OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    assert refused(question, data).code == "encrypted_file"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0",
        b"{\\rtf1\\ansi Lamps are lit.}",
        b"<html><body>Lamps are lit.</body></html>",
        b"<?xml version='1.0'?><reply/>",
        OLE + b"\0" * 600,
        b"Dear colleagues,\n\nthe lamps are lit.\n",
    ],
    ids=["png", "jpeg", "rtf", "html", "xml", "old word", "letter"],
)
def test_what_is_no_reply_in_a_format_that_is_read_says_so(question, data):
    assert refused(question, data).code == "unsupported_format"


@pytest.mark.parametrize("name", ["content.xml", "ppt/presentation.xml"])
def test_another_kind_of_office_file_is_no_word_document(question, name):
    assert refused(question, packed(b"<x/>", name)).code == "unsupported_format"


def test_a_word_document_without_text_has_no_text(question):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    empty = f'<w:document xmlns:w="{space}"><w:body><w:p/></w:body></w:document>'
    assert refused(question, packed(empty.encode())).code == "no_text"
    assert refused(question, packed(f'<w:document xmlns:w="{space}"/>'.encode())).code == "no_text"


@given(start=st.sampled_from([b"", ZIP, OLE, b"{", b"{\\rtf", b"\xef\xbb\xbf", b"answers: "]), rest=st.binary())
def test_no_bytes_raise_anything_but_unreadable(question, start, rest):
    reads_or_refuses(start + rest, question)


NAMES = ["answers", "general", "1.a", "text", "=", "0x", "1:2", "~", "é"]
TAGGED = ["!!int", "!!bool", "!!set", "!!binary", "!!omap", "!x", "&a", "*a", "<<"]
YAML = st.sampled_from([*NAMES, *TAGGED, *"[]{},'\"\n|>%@", ": ", "\n  ", "- ", "? "])


@example(parts=["[", "answers", "]", ": ", "text"])
@example(parts=["text", ": ", "!!bool", "text"])
@given(parts=st.lists(YAML, max_size=14))
def test_no_text_raises_anything_but_unreadable(question, parts):
    reads_or_refuses(b"general: x\n" + " ".join(parts).encode(), question)
    reads_or_refuses("".join(parts).encode(), question)


CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 200), st.binary(max_size=8)), min_size=1, max_size=4)


def cut(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    """Bytes with some of them taken out or replaced; the first four stay, so that the file keeps its kind."""
    for place, length, new in cuts:
        start = 4 + int(place * (len(data) - 4))
        data = data[:start] + new + data[start + length :]
    return data


@pytest.mark.parametrize("kind", ["table", "tagged"])
@given(cuts=CUTS)
def test_no_damaged_word_file_raises_anything_but_unreadable(question, forms, kind, cuts):
    reads_or_refuses(cut(forms[kind], cuts), question)


TAGS = [b"w:sdt", b"w:sdtContent", b"w:sdtPr", b"w:p", b"w:r", b"w:t", b"w:tc", b"w:tr", b"w:tbl", b"w:body", b"w:sym"]
TAGS += [b"w:fldChar", b"w:checkBox", b"w:checked", b"w14:checkbox", b"w:val", b"w:tag", b"w:rPr", b"w:ins", b"w:del"]
SWAPS = st.lists(st.tuples(st.sampled_from(TAGS), st.sampled_from(TAGS), st.integers(0, 9)), min_size=1, max_size=6)


@pytest.mark.parametrize("kind", ["table", "lines", "tagged"])
@given(swaps=SWAPS)
def test_no_well_formed_but_senseless_word_file_raises_anything_but_unreadable(question, forms, kind, swaps):
    part = part_of(forms[kind])
    for old, new, number in swaps:
        part = swapped(part, old, new, number)
    reads_or_refuses(packed(part), question)


def swapped(part: bytes, old: bytes, new: bytes, number: int) -> bytes:
    """The XML with one element renamed, opening and closing tag, so that it stays well formed where it can."""
    pieces = part.split(b"<" + old + b">")
    if len(pieces) <= number + 1:
        return part.replace(old + b"=", new + b"=", number)
    before, after = (b"<" + old + b">").join(pieces[: number + 1]), (b"<" + old + b">").join(pieces[number + 1 :])
    return before + b"<" + new + b">" + after.replace(b"</" + old + b">", b"</" + new + b">", 1)


def test_a_form_with_a_workbook_inside_is_a_form(shared, question):
    data = table_form(shared.meeting, Filled("Estmark", {"1.a": ("yes", "We lit them.")}))
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as form:
        form.writestr("word/embeddings/sheet.xlsx", zipped({"xl/workbook.xml": "<workbook/>"}))
    (reply,) = read(out.getvalue(), question)
    assert reply.respondent == "Estmark"
