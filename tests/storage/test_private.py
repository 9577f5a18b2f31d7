"""Contact data of replies lies apart, for its owner's eyes only, and is in no table and no finding.

Keeps out: everything else a reply says (intake/test_take_in.py).
"""

import os
import stat

import polars as pl
import pytest

from pipeline import steps
from pipeline.storage.private import COLUMNS, write_contacts
from tests.replies import FULL, LATE, form, put, reply, yes
from tests.workspaces import again

ALBA = {
    "meeting_id": "harb-12",
    "respondent": "ALB",
    "file": "replies/a.yaml",
    "name": "A. Keeper",
    "email": "a@b.example",
}
CYRA = {"meeting_id": "harb-12", "respondent": "CYR", "file": "replies/c.yaml", "telephone": "066 123", "pager": "7"}


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def written(case):
    """Writes contacts and gives the path they lie at."""

    def writer(*contacts):
        write_contacts(case.workspace, case.meeting_id, list(contacts), [])
        return case.workspace.contacts(case.meeting_id)

    return writer


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_the_owner_can_read_them(written, mask):
    before = os.umask(mask)
    try:
        path = written(ALBA)
    finally:
        os.umask(before)
    assert (mode(path), mode(path.parent), mode(path.parent.parent)) == (0o600, 0o700, 0o700)
    assert path.parent.parent.name == "private"


def test_folders_that_were_open_are_closed(written, case):
    folder = case.workspace.contacts(case.meeting_id).parent
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    folder.parent.chmod(0o755)
    written(ALBA)
    assert (mode(folder), mode(folder.parent)) == (0o700, 0o700)


def test_a_file_that_was_open_is_closed(written):
    path = written(ALBA)
    path.chmod(0o644)
    assert mode(written(ALBA, CYRA)) == 0o600


def test_every_field_is_kept_also_one_that_forms_do_not_have(written):
    frame = pl.read_parquet(written(ALBA, CYRA))
    assert frame.columns == [*COLUMNS, "pager"]
    assert frame["email"].to_list() == ["a@b.example", None]
    assert frame["pager"].to_list() == [None, "7"]


def test_a_later_run_replaces_them(written):
    written(ALBA, CYRA)
    assert pl.read_parquet(written(CYRA))["respondent"].to_list() == ["CYR"]


def test_without_contacts_nothing_is_left_of_an_earlier_run(written):
    assert written(ALBA).exists()
    assert not written().exists()


def test_without_contacts_nothing_is_made(written):
    assert not written().parent.exists()


def test_no_half_written_file_is_left_behind(written):
    assert os.listdir(written(ALBA).parent) == ["contacts.parquet"]


PERSON = {"name": "Petra Keeper", "telephone": "066 123", "email": "petra@est.example"}
PRIVATE = {
    "in time": lambda c: reply(c, contact=PERSON),
    "late": lambda c: reply(c, contact=PERSON, received_on=LATE),
    "superseded": lambda c: reply(c, "a.yaml", contact=PERSON, received_on="2031-05-01") or reply(c),
    "of an unknown sender": lambda c: reply(c, contact=PERSON, code="", respondent="Nowhere"),
    "in an unknown voice": lambda c: reply(c, contact=PERSON, voice="sung"),
    "in a form": lambda c: form(c, contact=PERSON),
    "in the wrong place": lambda c: reply(c, **{key: PERSON[key] for key in ("telephone", "email")}),
}


@pytest.mark.parametrize("name", PRIVATE)
def test_contact_data_is_in_no_table_and_no_finding(case, name):
    PRIVATE[name](case)
    tables = steps.intake_tables(case)
    for table in tables.values():
        for value in PERSON.values():
            assert value not in table.write_json()
    if name != "in the wrong place":
        assert set(PERSON.values()) <= set(pl.read_parquet(case.workspace.contacts("harb-12")).row(0))


def test_contact_data_written_otherwise_is_kept_or_told(case):
    reply(case, contact="Petra Keeper")
    taken = steps.intake(case)
    assert taken.contacts or taken.findings


def test_a_telephone_number_keeps_its_leading_nought(case):
    put(case, "est.yaml", "general: We follow them all.\ncontact: {telephone: 066123}\n")
    assert [contact["telephone"] for contact in steps.intake(case).contacts] == ["066123"]


def test_a_text_with_contact_data_is_kept_as_received_and_masked_everywhere_else(case):
    said = "Write to mara@ports.example, or call +99 4 555 0123."
    reply(case, answers={**FULL, "1.a": yes(said)}, general=said)
    tables = steps.intake_tables(case)
    shown = "Write to [withheld: e-mail], or call [withheld: telephone]."
    first = tables["core.answers"].filter(pl.col("recommendation") == "1.a")["text"][0]
    assert first == f"{shown}\n\n{shown}"
    kept = pl.read_parquet(case.workspace.as_received("harb-12"))
    assert kept["text"].to_list() == [said, said]
    assert set(kept["respondent"]) == {"EST"}
    outside = [path for path in case.workspace.warehouse.rglob("*") if path.is_file() and "private" not in path.parts]
    assert not any(b"mara@ports" in path.read_bytes() for path in outside)
    assert "mara@ports" not in str(tables)
    (told,) = [row for row in tables["quality.intake_findings"].iter_rows(named=True) if row["code"] == "personal_data"]
    assert "e-mail, withheld; telephone, withheld" in told["message"]


def test_a_reply_that_was_taken_away_leaves_no_contact_data_behind(case):
    reply(case, answers={**FULL, "1.a": yes("Write to mara@ports.example.")}, contact=PERSON)
    steps.intake_tables(case)
    (case.folder / "replies" / "est.yaml").unlink()
    steps.intake_tables(again(case))
    left = [path.read_bytes() for path in case.workspace.warehouse.rglob("*") if path.is_file()]
    assert not any(word.encode() in data for data in left for word in ("mara@ports", *PERSON.values()))
