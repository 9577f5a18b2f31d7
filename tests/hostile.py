"""Files that mean harm, or are broken: by name, the bytes that a sender could put into the folder.

Used by the tests and by bench/hostile_files.py. Keeps out: what is expected of them (test_hostile.py).
"""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.pdf_files import pdf, raw_pdf, text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECRET = "file:///etc/passwd"


def zipped(members: dict[str, bytes | str]) -> bytes:
    """An archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def word(body: str | bytes, before: str = "") -> bytes:
    """A Word file with this body."""
    body = body.encode() if isinstance(body, str) else body
    opening = f'<?xml version="1.0"?>{before}<w:document {W}><w:body>'.encode()
    return zipped({"word/document.xml": opening + body + b"</w:body></w:document>"})


def paragraph(text: str) -> str:
    """A paragraph with this text."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def sheet(xml: str) -> bytes:
    """A workbook with this sheet."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationship Id="r1" Type="{office}/{{kind}}" Target="{{target}}"/>'
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{package}">'
            + relation.format(kind="officeDocument", target="xl/workbook.xml")
            + "</Relationships>",
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">'
            + relation.format(kind="worksheet", target="worksheets/sheet1.xml")
            + "</Relationships>",
            "xl/worksheets/sheet1.xml": f"<worksheet {main}>{xml}</worksheet>",
        }
    )


def _lying_size() -> bytes:
    """A member that says it is small and is not."""
    data = bytearray(word(paragraph("x") + " " * 300_000_000))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + offset
        data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


def _encrypted() -> bytes:
    data = bytearray(word(paragraph("x")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def _cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def _pdf_of(content: bytes, pages: str = "/Kids [3 0 R] /Count 1", catalogue: str = "") -> bytes:
    """A PDF file of one page that draws this packed content."""
    packed = zlib.compress(content, 9)
    return raw_pdf(
        [
            f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
            f"<< /Type /Pages {pages} >>".encode(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
            b"<< /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(packed), packed),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\n"
            b"stream\n/X Do\nendstream",
        ]
    )


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_FAR = (
    f"<sheetData><row r='1'>{_cell('A1', 'respondent')}</row>"
    f"<row r='1048576'>{_cell('XFD1048576', 'x')}</row></sheetData>"
)
_MAIL = "From: a@example.org\nTo: b@example.org\nDate: Tue, 20 May 2031 10:00:00 +0000\nMIME-Version: 1.0\n"

HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: word(paragraph("x") + " " * 250_000_000),
    "bomb that lies.docx": _lying_size,
    "many parts.docx": lambda: zipped({f"part{n}": "" for n in range(6000)}),
    "deep.docx": lambda: word("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "deep tables.docx": lambda: word("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80),
    "laughs.docx": lambda: word(paragraph("&l9;"), f'<!DOCTYPE d [<!ENTITY l0 "ha">{_LAUGHS}]>'),
    "outside.docx": lambda: word(paragraph("&x;"), f'<!DOCTYPE d [<!ENTITY x SYSTEM "{SECRET}">]>'),
    "parameter.docx": lambda: word(paragraph("x"), f'<!DOCTYPE d [<!ENTITY % x SYSTEM "{SECRET}">%x;]>'),
    "included.docx": lambda: word(
        f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{SECRET}" parse="text"/>'
    ),
    "paths.docx": lambda: zipped({"../../../evil": "x", "/etc/evil": "x", "word/../../evil.xml": "x"}),
    "same name twice.docx": lambda: word(paragraph("x")) + word(paragraph("y"))[:50],
    "locked.docx": _encrypted,
    "cut.docx": lambda: word(paragraph("x") * 1000)[:-200],
    "no end.docx": lambda: b"PK\x03\x04" + b"\xff" * 5000,
    "empty archive.docx": lambda: zipped({}),
    "not XML.docx": lambda: zipped({"word/document.xml": b"\x00\x01\x02"}),
    "other encoding.docx": lambda: zipped({"word/document.xml": "<?xml version='1.0' encoding='utf-7'?><a/>"}),
    "dots.docx": lambda: word(paragraph("." * 5_000_000)),
    "blanks.docx": lambda: word(paragraph("-" * 3_000_000)),
    "brackets.docx": lambda: word(paragraph("(" * 1_000_000 + "yes")),
    "colons.docx": lambda: word(paragraph("a: " * 500_000)),
    "boxes.docx": lambda: word(paragraph("☐ yes " * 300_000)),
    "one letter each.docx": lambda: word("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 300_000 + "</w:p>"),
    "many paragraphs.docx": lambda: word(paragraph("") * 400_000),
    "macro.docm": lambda: zipped({"word/vbaProject.bin": b"\0" * 100}),
    "far cell.xlsx": lambda: sheet(_FAR),
    "sheet bomb.xlsx": lambda: sheet("<sheetData>" + "<row/>" * 50_000_000 + "</sheetData>"),
    "broken sheet.xlsx": lambda: sheet("<sheetData><row><c"),
    "old sheet.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + b"\xff" * 4000,
    "old document.doc": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\xff" * 4000
    ),
    "locked.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "wide.csv": lambda: b"respondent,recommendation" + b",x" * 500_000,
    "open quotes.csv": lambda: b'respondent,recommendation,text\nAlba,1.a,"no end' + b"\n" * 1_000_000,
    "long field.csv": lambda: b"respondent,recommendation,text\nAlba,9.z," + b"x" * 5_000_000,
    "aliases.yaml": lambda: (
        b"a0: &a0 [x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 10))
        + b"general: *a9\n"
    ),
    "deep.yaml": lambda: b"general: " + b"[" * 100_000,
    "object.yaml": lambda: b"general: !!python/object/apply:os.system ['touch /tmp/evil']\n",
    "deep.json": lambda: b'{"general": ' + b"[" * 200_000,
    "numbers.json": lambda: b'{"general": ' + b"9" * 1_000_000 + b"}",
    "half a letter.json": lambda: b'{"respondent": "\\ud800", "general": "\\udfff"}',
    "deep mail.eml": lambda: (
        _MAIL
        + "Content-Type: multipart/mixed; boundary=b\n\n"
        + "--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 5_000
    ).encode(),
    "endless header.eml": lambda: (_MAIL + "X: " + "a\n " * 500_000 + "\n\nx").encode(),
    "wrong characters.eml": lambda: (
        (_MAIL + "Content-Type: text/plain; charset=no-such\n\n").encode() + b"\xff\xfe" * 1000
    ),
    "bomb.pdf": lambda: _pdf_of(b" " * 150_000_000 + text(72, 700, "x").encode()),
    "many letters.pdf": lambda: _pdf_of(b"BT /F 1 Tf 72 840 Td " + b"(xxxxxxxxxx) Tj 0 -0.07 Td " * 11_000 + b"ET"),
    "many lines.pdf": lambda: _pdf_of(b"0 0 m 9 9 l S\n" * 200_000 + text(72, 700, "x").encode()),
    "pages that hold themselves.pdf": lambda: _pdf_of(b"", "/Kids [2 0 R 2 0 R 3 0 R] /Count 3"),
    "many pages.pdf": lambda: pdf(*[""] * 2000),
    "lying pages.pdf": lambda: _pdf_of(b"", "/Kids [3 0 R] /Count 2000000000"),
    "drawing in itself.pdf": lambda: _pdf_of(b"/X Do"),
    "deep.pdf": lambda: _pdf_of(b"", catalogue="/A " + "[" * 200_000 + "]" * 200_000),
    "script.pdf": lambda: _pdf_of(b"", catalogue="/OpenAction << /S /JavaScript /JS (app.launchURL\\('x'\\)) >>"),
    "program.pdf": lambda: _pdf_of(b"", catalogue="/OpenAction << /S /Launch /F (touch /tmp/evil) >>"),
    "locked.pdf": lambda: pdf(text(72, 700, "x"), extra="/Encrypt << /Filter /Standard /V 1 /R 2 /O () /U () /P -4 >>"),
    "cut.pdf": lambda: pdf(text(72, 700, "Country: Alba"))[:300],
    "only a name.pdf": lambda: b"%PDF-1.7\n",
    "picture.docx": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 1000,
    "program.docx": lambda: b"\x7fELF" + b"\0" * 1000,
    "page.docx": lambda: b"<html><script>alert(1)</script></html>",
    "sixteen.txt": lambda: "respondent: Alba".encode("utf-16"),
    "zeros.docx": lambda: b"\0" * 1_000_000,
    "nothing.docx": lambda: b"",
    "blank.docx": lambda: b" \n\t\r\n" * 1000,
    "random.docx": lambda: bytes((n * 7919 + n // 251) % 256 for n in range(20_000)),
    "cut.rtf": lambda: b"{\\rtf1" + b"{" * 10_000,
    "cut.odt": lambda: b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text" + b"\0" * 100,
    "nobody.json": lambda: json.dumps({"respondent": "Nowhere at all", "answers": {"9.z": {"text": "x"}}}).encode(),
}

# The same as some of these, as large as they come: too slow for tests, read by bench/hostile_files.py.
LARGE = {
    "bomb of 400 MB.pdf": lambda: _pdf_of(b" " * 400_000_000 + text(72, 700, "x").encode()),
    "three million letters.pdf": lambda: _pdf_of(
        b"BT /F 1 Tf 72 840 Td " + b"(xxxxxxxxxx) Tj 0 -0.07 Td " * 300_000 + b"ET"
    ),
    "a million lines.pdf": lambda: _pdf_of(b"0 0 m 9 9 l S\n" * 1_000_000 + text(72, 700, "x").encode()),
}
