"""Files that give no reply, and how a fault is told: file, place, found, expected.

Keeps out: the faults of replies and answers (`faults.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.steps import Case
from tests.intake.changes import archive
from tests.replies import put

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
LOCKED_OLE = OLE + "EncryptedPackage".encode("utf-16-le")
OLD_WORD = OLE.ljust(512, b"\0") + b"\xec\xa5" + b"\0" * 9 + b"\x01" + b"\0" * 100
LOCKED_ODT = archive(
    mimetype="application/vnd.oasis.opendocument.text", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}
)
LOCKED = archive(a="b").replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1")


@dataclass(frozen=True)
class Told:
    """A fault and how it is told: what to put into the folder; the file, place, found and expected of its finding.

    `kept` is a piece of what the finding's row keeps; None where nothing is set aside. `meaning` is what the message
    says where it is not the usual meaning of the code.
    """

    arrange: Callable[[Case], object]
    found: str
    expected: str
    file: str = "est.yaml"
    place: str = ""
    kept: str | None = None
    meaning: str = ""


@dataclass(frozen=True)
class Unreadable:
    """A file that gives no reply: its name and content, what is found and expected."""

    file: str
    data: bytes | str
    found: str
    expected: str

    def told(self) -> Told:
        """The case of putting this file into the folder."""
        return Told(
            lambda case: put(case, self.file, self.data), self.found, self.expected, file=self.file, kept=self.file
        )


UNREADABLE = {
    "unreadable_file: cut off": Unreadable(
        "e.docx", b"PK\x03\x04cut", found="damaged archive", expected="a Word file that opens"
    ),
    "unreadable_file: encoding": Unreadable("e.yaml", b"general: \xe9", found="byte 9 ", expected="UTF-8"),
    "unreadable_file: YAML": Unreadable(
        "e.yaml", "answers:\n  1.a: [\n", found="line:3: YAML", expected="well-formed YAML"
    ),
    "unreadable_file: JSON": Unreadable("e.json", '{"general": ', found="broken JSON", expected="well-formed JSON"),
    "unreadable_file: key twice": Unreadable(
        "e.yaml", "answers:\n  1.a: a\n  1.a: b\n", found="line:3: YAML", expected="well-formed YAML"
    ),
    "unreadable_file: control character": Unreadable(
        "e.yaml", "general: a\x0bb\n", found="", expected="well-formed YAML"
    ),
    "unreadable_file: list as key": Unreadable("e.yaml", "answers: {[a]: b}\n", found="", expected="well-formed YAML"),
    "unsupported_format: picture": Unreadable("e.docx", b"\x89PNG\r\n\x1a\n\0\0", found="not read", expected=".docx"),
    "unsupported_format: old Word": Unreadable("e.doc", OLE, found="not read", expected=".docx"),
    "unsupported_format: sheet": Unreadable("e.xlsx", archive(a="b"), found="no Word document", expected=".docx"),
    "unsupported_format: plain text": Unreadable("e.txt", "Dear all", found="no fields of a reply", expected="answers"),
    "file_too_large": Unreadable(
        "e.docx", archive(**{f"part{n}": "" for n in range(5001)}), found="5001 parts", expected="at most"
    ),
    "encrypted_file: Word": Unreadable(
        "e.docx", LOCKED_OLE, found="a document with a password", expected="without a password"
    ),
    "encrypted_file: old Word": Unreadable(
        "e.doc", OLD_WORD, found="a document with a password", expected="without a password"
    ),
    "encrypted_file: OpenDocument": Unreadable(
        "e.odt", LOCKED_ODT, found="a document with a password", expected="without a password"
    ),
    "unsupported_format: Outlook": Unreadable(
        "e.msg", OLE + "__substg1.0_".encode("utf-16-le"), found="Outlook keeps it", expected="saved as .eml"
    ),
    "encrypted_file: archive": Unreadable(
        "e.docx", LOCKED, found="an archive with a password", expected="without a password"
    ),
    "no_text: empty file": Unreadable("e.docx", b"", found="an empty file", expected="a reply"),
    "no_text: no answers": Unreadable(
        "e.yaml", "respondent: EST\n", found="neither answers nor general", expected="at least one of the two"
    ),
}
