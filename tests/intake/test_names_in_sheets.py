"""Rows of one sheet under names that are nobody's, or two names of one respondent."""

from pipeline import steps
from tests.reading.formats.test_sheet import LONG, csv_of


def test_rows_of_nobody_known_and_of_two_names_of_one_harm_no_other(case):
    path = case.folder / "replies" / "survey.csv"
    rows = [
        LONG[0],
        ["Nowhere", "1.a", "yes", "One."],
        ["Elsewhere", "1.a", "yes", "Two."],
        ["Borland", "1.a", "yes", "Three."],
        ["Boria", "1.a", "yes", "Four."],
        ["Boria", "1.b", "yes", "Five."],
    ]
    path.write_bytes(csv_of(rows))
    found = steps.intake(case)
    assert found.tables["core.replies"].select("respondent", "status").rows() == [
        (None, "rejected"),
        ("BOR", "included"),
    ]
    answers = found.tables["core.answers"].filter(found.tables["core.answers"]["text"] != "")
    assert answers["text"].to_list() == ["Three.", "Five."]
    kept = " ".join(item.row or "" for item in found.findings)
    assert all(text in kept for text in ("One.", "Two.", "Four."))


def test_rows_of_two_names_of_one_keep_what_each_says_of_the_reply(case):
    rows = [
        ["respondent", "recommendation", "action taken", "text", "contact_name", "submitted_on", "publish"],
        ["Borland", "1.a", "yes", "We lit 14 lamps.", "", "", ""],
        ["Boria", "1.b", "yes", "We hired 3 pilots.", "Ms. Ada Dune", "20 May 2031", "yes"],
    ]
    (case.folder / "replies" / "survey.csv").write_bytes(csv_of(rows))
    found = steps.intake(case)
    (reply,) = found.tables["core.replies"].to_dicts()
    assert (str(reply["submitted_on"]), reply["publish"], reply["answers"]) == ("2031-05-20", True, 2)
    (contact,) = found.contacts
    assert (contact["respondent"], contact["name"]) == ("BOR", "Ms. Ada Dune")
