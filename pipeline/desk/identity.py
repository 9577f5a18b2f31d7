"""What findings are known by from one run to the next, and which of them an officer has accepted.

The rule is that of docs/rules.md, "Accepted findings". Keeps out: the file of acceptances (`raw/accepted.py`).
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping

import polars as pl

from pipeline.raw.accepted import Acceptance
from pipeline.raw.editorial import fingerprint
from pipeline.validate import column_types
from schemas.quality import Findings

_ID_LENGTH = 12


def with_identity(
    found: pl.DataFrame, answers: pl.DataFrame, replies: pl.DataFrame, accepted: Mapping[str, Acceptance]
) -> pl.DataFrame:
    """Findings as rows of quality.findings: with their ids, and day and reason where they are accepted.

    `found` are findings of all steps, `answers` and `replies` core.answers and core.replies, `accepted` is by id.
    An error is never accepted: a row or file was set aside.
    """
    texts = {(row["respondent"], row["recommendation"]): row["text"] for row in answers.iter_rows(named=True)}
    hashes = dict(replies.select("file", "sha256").iter_rows())
    seen: Counter[str] = Counter()
    rows = []
    for row in found.iter_rows(named=True):
        said = json.dumps(_said(row, texts, hashes), ensure_ascii=False, sort_keys=True)
        # What stands twice in an answer is found twice, and known by its turn.
        seen[said] += 1
        known_by = hashlib.sha256(f"{said}{seen[said]}".encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]
        acceptance = accepted.get(known_by) if row["severity"] != "error" else None
        told = {"accepted_on": acceptance.on, "accepted_reason": acceptance.reason} if acceptance else {}
        rows.append({**row, "finding_id": known_by, **told})
    return pl.DataFrame(rows, schema=column_types(Findings))


def _said(row: Mapping, texts: Mapping[tuple[str, str], str], hashes: Mapping[str, str | None]) -> list[str | None]:
    """What a finding says of which content; where in a file it stands may shift without any change to that content.

    The content is the answer, else the reply as received, else nothing but the name of the file.
    """
    place = [row["code"], row["table"], row["respondent"], row["recommendation"]]
    text = texts.get((row["respondent"], row["recommendation"]))
    content = fingerprint(text) if text is not None else None
    return [*place, content or hashes.get(row["file"]) or row["file"], row["value"], row["row"]]


def open_ones(findings: pl.DataFrame) -> pl.DataFrame:
    """The findings that nobody has accepted: what lists show and counts count."""
    return findings.filter(pl.col("accepted_on").is_null())
