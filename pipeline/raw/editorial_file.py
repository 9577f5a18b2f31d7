"""editorial/CODE.yaml written to: entries put in or changed, while comments, order and other entries stay.

Keeps out: what the entries mean (`editorial.py`) and whose text they hold (`desk/`).
"""

import io
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML, RoundTripConstructor
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import LiteralScalarString

from pipeline.storage import atomic

_WIDTH = 96
_TAG = "tag:yaml.org,2002:"


class _Constructor(RoundTripConstructor):
    """Keeps labels such as 1.10, fingerprints of digits and days as they are written."""


for _kept in ("int", "float", "timestamp"):
    _Constructor.add_constructor(_TAG + _kept, RoundTripConstructor.construct_yaml_str)


@dataclass(frozen=True)
class Entry:
    """What stands under a recommendation: a text, or a reason for leaving the paragraph out.

    `of` and `given` are fingerprints of the answer, and of the text as the program put it here; `beside` is shown above
    the entry as a comment.
    """

    text: str | None
    of: str
    given: str = ""
    reason: str = ""
    beside: str = ""

    def fields(self) -> dict[str, object]:
        """The entry as it is written."""
        if self.text is None:
            return {"omit": True, "reason": self.reason, "of": self.of}
        # Lines as they come: whatever is typed into them needs no quotation marks.
        lines = textwrap.wrap(self.text, _WIDTH, break_long_words=False, break_on_hyphens=False)
        text = LiteralScalarString("\n".join(lines))
        return {"text": text, "of": self.of} | ({"given": self.given} if self.given else {})


def put_entries(folder: Path, code: str, entries: Mapping[str, Entry]) -> Path:
    """Put entries, by recommendation, into a respondent's file, which is made where there is none; returns its path.

    An entry that is there takes the new text in its place and keeps the comments around it.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    yaml = YAML(typ="rt")
    yaml.Constructor = _Constructor
    yaml.preserve_quotes, yaml.width, yaml.allow_unicode = True, 100_000, True
    path = folder / "editorial" / f"{code}.yaml"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    document = yaml.load(before)
    # A file of nothing but comments holds no mapping that they could hang on.
    heading = "" if document is not None else before
    document = CommentedMap() if document is None else document
    for identifier, entry in entries.items():
        if identifier in document:
            _change(document[identifier], entry.fields())
            continue
        document[identifier] = CommentedMap(entry.fields())
        if entry.beside:
            beside = textwrap.fill(entry.beside, _WIDTH, break_long_words=False, break_on_hyphens=False)
            document.yaml_set_comment_before_after_key(
                identifier, before=f"\n{beside}" if len(document) > 1 else beside
            )
    out = io.StringIO()
    yaml.dump(document, out)
    heading += "\n" if heading and not heading.endswith("\n") else ""
    atomic.write_text(path, heading + out.getvalue())
    return path


def _change(standing: CommentedMap, fields: Mapping[str, object]) -> None:
    for name in [name for name in standing if name not in fields]:
        del standing[name]
    for name, value in fields.items():
        standing[name] = value
