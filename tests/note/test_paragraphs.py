"""Which paragraphs a note has, in which order, with which text. Keeps out: how drafts read (test_draft)."""

import pytest

from pipeline import steps
from pipeline.raw.editorial import fingerprint
from pipeline.storage.hashes import sha256_of
from tests.forms import Filled
from tests.workspaces import add_form, add_receipt, add_reply


def note_tables(case):
    case = steps.Case(case.workspace, case.meeting_id)
    for name, frame in steps.intake_tables(case).items():
        steps.lake.write(case.workspace, name, case.meeting_id, frame)
    tables, _ = steps.note_tables(case)
    return tables["derived.note_paragraphs"].to_dicts(), tables["quality.findings"].to_dicts()


def edit(case, code: str, text: str) -> None:
    (case.folder / "editorial").mkdir(exist_ok=True)
    (case.folder / "editorial" / f"{code}.yaml").write_text(text, encoding="utf-8")


def responses(case) -> list[tuple]:
    rows, _ = note_tables(case)
    return [(r["number"], r["recommendation"], r["respondent"]) for r in rows if r["kind"] == "response"]


def codes(found) -> list[str]:
    return [item["code"] for item in found]


def test_paragraphs_are_numbered_through_and_alphabetical_under_each_recommendation(answered):
    assert responses(answered) == [
        (5, "1.a", "ALB"),
        (6, "1.a", "CYR"),
        (7, "1.a", "DUN"),
        (8, "1.b", "CYR"),
        (9, "2.a", "ALB"),
    ]


def test_order_is_by_sort_key_and_not_by_the_name_in_text(case):
    for name, code in (("e.yaml", "EST"), ("b.yaml", "BOR"), ("c.yaml", "CYR")):
        add_reply(case, name, respondent=code, answers={"1.a": {"action_taken": "yes", "text": "Lamps are lit."}})
        add_receipt(case, name, code)
    assert [row[2] for row in responses(case)] == ["BOR", "CYR", "EST"]


def test_every_response_is_traced_to_answer_file_and_place(answered):
    rows, _ = note_tables(answered)
    for row in rows[4:]:
        assert row["answer_id"] == f"harb-12:{row['respondent']}:{row['recommendation']}"
        assert (answered.folder / row["file"]).is_file()
        assert row["sha256"] == sha256_of(answered.folder / row["file"])
        assert row["locator"]
    assert {row["source"] for row in rows} == {"template", "draft"}
    assert rows[4]["sentences_used"] == "1;2"


def test_an_editors_text_replaces_the_draft(answered):
    of = fingerprint("We inspected 14 lights in 2030. Our teams repaired three of them.")
    edit(answered, "ALB", f'1.a: {{text: "Alba inspected 14 lights.", of: "{of}"}}')
    rows, found = note_tables(answered)
    assert (rows[4]["text"], rows[4]["source"]) == ("Alba inspected 14 lights.", "editorial")
    assert "stale_editorial" not in codes(found)


@pytest.mark.parametrize("of", ['of: "000000000000"', ""])
def test_a_stale_text_still_prints_and_the_finding_gives_the_new_value(answered, of):
    edit(answered, "ALB", f'1.a:\n  text: "Alba inspected 14 lights."\n  {of}')
    rows, found = note_tables(answered)
    assert rows[4]["text"] == "Alba inspected 14 lights."
    (stale,) = [item for item in found if item["code"] == "stale_editorial"]
    assert fingerprint("We inspected 14 lights in 2030. Our teams repaired three of them.") in stale["message"]
    assert stale["file"] == "editorial/ALB.yaml"


def test_an_omitted_paragraph_renumbers_what_follows(answered):
    of = fingerprint("We inspected 14 lights in 2030. Our teams repaired three of them.")
    edit(answered, "ALB", f'1.a: {{omit: true, reason: "said under 2.a", of: "{of}"}}')
    assert responses(answered)[0] == (5, "1.a", "CYR")
    assert len(responses(answered)) == 4


def test_an_edit_without_an_answer_does_not_print(answered):
    edit(answered, "CYR", '2.a: {text: "Cyra did much."}')
    rows, found = note_tables(answered)
    assert "Cyra did much." not in [row["text"] for row in rows]
    assert "editorial_without_answer" in codes(found)


def test_an_editor_can_print_an_answer_that_says_no(answered):
    edit(answered, "ALB", f'1.b: {{text: "Alba had taken no action.", of: "{fingerprint("")}"}}')
    assert ("1.b", "ALB") in [row[1:] for row in responses(answered)]


def test_a_figure_that_the_answer_lacks_is_found(answered):
    of = fingerprint("We inspected 14 lights in 2030. Our teams repaired three of them.")
    edit(answered, "ALB", f'1.a: {{text: "Alba inspected 15 lights.", of: "{of}"}}')
    _, found = note_tables(answered)
    (figure,) = [item for item in found if item["code"] == "figure_not_in_reply"]
    assert "found 15," in figure["message"]


def test_a_reported_text_is_printed_as_it_is(case):
    said = "Alba reported that our lamps, as it called them, were lit."
    add_reply(
        case, "a.yaml", respondent="Alba", voice="reported", answers={"1.a": {"action_taken": "yes", "text": said}}
    )
    add_receipt(case, "a.yaml", "ALB")
    rows, _ = note_tables(case)
    assert (rows[4]["text"], rows[4]["source"]) == (said, "reported")


def test_no_blank_late_or_foreign_answer_makes_a_paragraph(case):
    add_form(case, "a.docx", Filled("Alba", {"1.a": ("no", ""), "1.b": ("yes", ""), "2.a": ("yes", "N/A")}))
    add_receipt(case, "a.docx", "ALB")
    add_reply(
        case, "b.yaml", respondent="BOR", answers={"1.a": {"action_taken": "yes", "text": "We lit all of the lamps."}}
    )
    add_receipt(case, "b.yaml", "BOR", "2031-06-01")
    foreign = "Nous avons contrôlé toutes les lampes du port pendant l'année écoulée."
    add_reply(case, "c.yaml", respondent="CYR", answers={"1.a": {"action_taken": "yes", "text": foreign}})
    add_receipt(case, "c.yaml", "CYR")
    assert responses(case) == []
    _, found = note_tables(case)
    assert codes(found).count("no_response_to_recommendation") == 3


def test_first_person_singular_asks_for_an_editor(case):
    add_reply(
        case, "a.yaml", respondent="Alba", answers={"1.a": {"action_taken": "yes", "text": "I lit the lamp myself."}}
    )
    add_receipt(case, "a.yaml", "ALB")
    _, found = note_tables(case)
    assert "needs_editor" in codes(found)


def test_a_note_over_its_limit_is_found(answered):
    path = answered.folder / "meeting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("word_limit: 900", "word_limit: 50"), encoding="utf-8")
    _, found = note_tables(answered)
    (over,) = [item for item in found if item["code"] == "note_over_limit"]
    assert "at most 50" in over["message"]
