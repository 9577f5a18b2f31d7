"""Office files as archives: what is refused, with which code, and what a member's XML gives. Keeps out: its meaning."""

import io
import zipfile

import pytest

from pipeline.config import Limits
from pipeline.reading.formats.archive import member_xml, open_archive
from pipeline.reading.reply import Unreadable

PART = "word/document.xml"
XML = b"<document><p>Lamps are lit.</p></document>"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def read_part(data: bytes, limits: Limits | None = None, name: str = PART):
    limits = limits or Limits()
    return member_xml(open_archive(data, limits), name, limits)


def refused(data: bytes, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as error:
        read_part(data, limits)
    return error.value


def place_of(data: bytes, name: str = PART) -> int:
    """Where the packed bytes of a member begin."""
    return data.index(name.encode()) + len(name)


@pytest.mark.parametrize("method", METHODS)
def test_a_part_is_read_however_it_is_packed(method):
    assert read_part(zipped({PART: XML}, method)).findtext("p") == "Lamps are lit."


def test_a_part_that_is_not_there_is_none():
    assert read_part(zipped({"xl/workbook.xml": XML})) is None


@pytest.mark.parametrize("kept", [4, 30, 60, 0.5, 0.9, -1])
def test_a_truncated_archive_is_unreadable(kept):
    whole = zipped({PART: XML, "word/styles.xml": XML})
    data = whole[: int(len(whole) * kept) if isinstance(kept, float) else kept]
    assert refused(data).code == "unreadable_file"


def test_bytes_that_only_begin_like_an_archive_are_unreadable():
    assert refused(b"PK\x03\x04 and then a letter about lamps").code == "unreadable_file"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("start", [0, 3, 8, 20])
@pytest.mark.parametrize("byte", [b"\x00", b"\xff"])
def test_a_part_with_damaged_bytes_is_unreadable(method, start, byte):
    data = bytearray(zipped({PART: XML * 40}, method))
    place = place_of(bytes(data)) + start
    data[place : place + 4] = byte * 4
    assert refused(bytes(data)).code == "unreadable_file"


@pytest.mark.parametrize("offset", [0, 26])
def test_a_part_with_a_damaged_header_is_unreadable(offset):
    data = bytearray(zipped({PART: XML, "word/styles.xml": XML}))
    data[offset : offset + 4] = b"\xff\xff\xff\xff"
    assert refused(bytes(data)).code == "unreadable_file"


def test_a_part_whose_name_is_no_text_is_unreadable():
    data = bytearray(zipped({PART: XML}))
    data[6:8] = (0x800).to_bytes(2, "little")
    data[30:34] = b"\xff\xfe\xff\xfe"
    assert refused(bytes(data)).code == "unreadable_file"


def test_an_archive_with_bytes_missing_from_its_middle_is_unreadable():
    data = zipped({PART: XML, "word/styles.xml": XML * 9}, zipfile.ZIP_STORED)
    assert refused(data[:70] + data[200:]).code == "unreadable_file"


def test_a_part_packed_in_an_unknown_way_is_unreadable():
    data = bytearray(zipped({PART: XML}))
    data[8:10] = (77).to_bytes(2, "little")
    central = data.index(b"PK\x01\x02")
    data[central + 10 : central + 12] = (77).to_bytes(2, "little")
    assert refused(bytes(data)).code == "unreadable_file"


def test_an_archive_with_a_password_is_told_as_encrypted():
    data = bytearray(zipped({PART: XML}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)).code == "encrypted_file"


def test_more_bytes_unpacked_than_allowed_are_refused():
    error = refused(zipped({PART: b"<p>" + b" " * 5_000 + b"</p>"}), Limits(unpacked_bytes=1_000))
    assert error.code == "file_too_large"
    assert "1,000" in error.expected


def test_bytes_of_all_parts_count_together():
    data = zipped({PART: XML, "word/styles.xml": XML})
    assert read_part(data, Limits(unpacked_bytes=2 * len(XML))) is not None
    assert refused(data, Limits(unpacked_bytes=2 * len(XML) - 1)).code == "file_too_large"


def test_more_parts_than_allowed_are_refused_and_the_limit_is_named():
    data = zipped({PART: XML, "a": b"", "b": b""})
    assert read_part(data, Limits(members=3)) is not None
    error = refused(data, Limits(members=2))
    assert error.code == "file_too_large"
    assert error.found.startswith("3 parts")
    assert "2 parts" in error.expected


def test_a_part_larger_than_the_archive_says_is_refused():
    data = bytearray(zipped({PART: b"<p>" + b"a" * 9_000 + b"</p>"}))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = (100).to_bytes(4, "little")
    assert refused(bytes(data), Limits(unpacked_bytes=5_000)).code == "unreadable_file"


@pytest.mark.parametrize(
    "doctype",
    [
        b"<!DOCTYPE document>",
        b'<!DOCTYPE document [<!ENTITY lamp "lit">]>',
        b'<!DOCTYPE document SYSTEM "https://example.org/form.dtd">',
        b'<!DOCTYPE document [<!ENTITY lamp SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE document [<!ENTITY a "lamp"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY lamp "&b;&b;&b;&b;">]>',
    ],
)
@pytest.mark.parametrize("body", [b"<document><p>lit</p></document>", b"<document><p>&lamp;</p></document>"])
def test_a_document_type_is_refused_with_and_without_entities(doctype, body):
    assert refused(zipped({PART: doctype + body})).code == "unreadable_file"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no markup",
        b"<document><p></document>",
        b"<document>&lamp;</document>",
        b"<document>\x00</document>",
        b'<?xml version="1.0" encoding="lamp"?><document/>',
        b"<document>" * 5_000 + b"</document>" * 5_000,
    ],
)
def test_broken_xml_is_unreadable_and_names_the_part(data):
    error = refused(zipped({PART: data}))
    assert error.code == "unreadable_file"
    assert PART in error.found


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_xml_in_another_encoding_of_unicode_is_read(encoding):
    text = "<document><p>Lâmpadas — 灯</p></document>"
    assert read_part(zipped({PART: text.encode(encoding)})).findtext("p") == "Lâmpadas — 灯"
