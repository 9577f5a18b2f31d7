"""Office files as archives: which kind a file is, and one member's XML, within limits.

Keeps out: what the XML means. Nothing is unpacked to disk and no name inside an archive is used as a path.
"""

import io
import zipfile
from lzma import LZMAError
from zlib import error as DeflateError

from lxml import etree

from pipeline.config import Limits
from pipeline.reading.reply import Unreadable

# What Python's own reading of an archive raises where bytes are wrong, encrypted or packed in an unknown way.
_DAMAGED = (
    zipfile.BadZipFile,
    DeflateError,
    LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)

# Strict Open XML says the same in other namespaces (ISO/IEC 29500-1 against -4).
_HEAD = 4000
_NAMESPACES = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}".encode(), f"http://schemas.openxmlformats.org/{usual}".encode())
    for strict, usual in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("drawingml/main", "drawingml/2006/main"),
    )
)

# Bytes before the first block of an old Office file.
_HEADER = 512
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"


def has_password(data: bytes) -> bool:
    """Whether an Office or OpenDocument file is locked by a password."""
    if data.startswith(OLE):
        # [MS-DOC] 2.5.2: the block behind the header begins with EC A5; bit 8 of its flags tells of encryption.
        old_word = data[_HEADER : _HEADER + 2] == b"\xec\xa5" and data[_HEADER + 11 : _HEADER + 12] > b""
        return "EncryptedPackage".encode("utf-16-le") in data or (old_word and bool(data[_HEADER + 11] & 1))
    if not (data.startswith(ZIP) and b"application/vnd.oasis.opendocument" in data[:200]):
        return False
    try:
        return b"encryption-data" in zipfile.ZipFile(io.BytesIO(data)).read("META-INF/manifest.xml")
    except (*_DAMAGED, KeyError):
        return False


def names_in(data: bytes) -> frozenset[str]:
    """The names of an archive's members; none where it is damaged."""
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except _DAMAGED:
        return frozenset()


def open_archive(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """Open an Office file.

    Raises:
        Unreadable: damaged, encrypted, or larger unpacked than the limits allow.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("unreadable_file", f"a damaged archive ({error})", "a Word file that opens") from None
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked_bytes or len(members) > limits.members:
        found = f"{len(members)} parts, {unpacked:,} bytes unpacked"
        expected = f"at most {limits.members:,} parts and {limits.unpacked_bytes:,} bytes unpacked"
        raise Unreadable("file_too_large", found, expected)
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("encrypted_file", "an archive with a password", "a file without a password")
    return archive


def member(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes | None:
    """The bytes of one member, or None where the archive lacks it.

    Raises:
        Unreadable: damaged, or larger unpacked than the limits allow, whatever the member declares.
    """
    try:
        with archive.open(name) as handle:
            data = handle.read(limits.unpacked_bytes + 1)
    except KeyError:
        return None
    except _DAMAGED as error:
        raise Unreadable("unreadable_file", f"a damaged part {name} ({error})", "a Word file that opens") from None
    if len(data) > limits.unpacked_bytes:
        raise Unreadable("file_too_large", f"part {name}", f"at most {limits.unpacked_bytes:,} bytes unpacked")
    return data


def member_xml(archive: zipfile.ZipFile, name: str, limits: Limits) -> etree._Element | None:
    """Root element of one member, or None where the archive lacks it; Strict Open XML in the usual namespaces.

    Entities, document types and the network are off.

    Raises:
        Unreadable: as `member` says, or no XML.
    """
    data = member(archive, name, limits)
    if data is None:
        return None
    if b"http://purl.oclc.org/ooxml/" in data[:_HEAD]:
        for strict, usual in _NAMESPACES:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("unreadable_file", f"broken XML in {name} ({error})", "a Word file that opens") from None
    if root.getroottree().docinfo.doctype:
        raise Unreadable("unreadable_file", f"a document type in {name}", "a Word file as Word writes it")
    return root
