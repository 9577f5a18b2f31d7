"""Forms of several respondents in one file: nobody's words stand under another's name.

Keeps out: recommendations that one form answers twice (`form/test_twice.py`).
"""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.outgoing.questionnaire import blank_form
from pipeline.raw.respondents import Respondent
from pipeline.reading.formats.word_tagged import tag
from pipeline.reading.kinds import read
from pipeline.reading.word.run import W
from tests import hostile
from tests.forms import Filled, line_form, table_form
from tests.own_forms import check, packed, paragraph, part_of, write
from tests.reading.formats.test_sheet import csv_of
from tests.tables import table
from tests.workspaces import add_receipt

IDS = ("1.a", "1.b", "2.a")
OF_CYRA = {"1.a": ("yes", "We lit the quay."), "1.b": ("no", ""), "2.a": ("yes", "We list the cargo.")}
OF_DUNA = {"1.a": ("no", ""), "1.b": ("yes", "Nine pilots sail."), "2.a": ("yes", "The port keeps a list.")}


def own_form(meeting, filled: Filled) -> bytes:
    """The form with tags, filled in."""
    nobody = Respondent("", filled.respondent, "", "", "member_state", (), ())
    document = part_of(blank_form(meeting, nobody))
    write(document, tag("respondent"), filled.respondent)
    for identifier, (value, text) in filled.answers.items():
        check(document, tag(identifier, value))
        write(document, tag(identifier, "text"), text)
    return packed(document)


def together(*forms: bytes) -> bytes:
    """One document with the bodies of several, as people put them into one file."""
    whole, *others = map(part_of, forms)
    body = whole.find(W + "body")
    for other in others:
        for part in other.find(W + "body"):
            if part.tag != W + "sectPr":
                body.insert(len(body) - 1, part)
    return packed(whole)


def answers(reply) -> dict[str, tuple[str, str]]:
    return {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}


@pytest.mark.parametrize("form", [table_form, line_form, own_form])
def test_each_respondent_in_a_file_has_a_reply_of_its_own(case, form):
    data = together(*(form(case.meeting, Filled(*one)) for one in (("CYRA", OF_CYRA), ("Duna, Cyra", OF_DUNA))))
    cyra, duna = read(data, question_of(case.meeting))
    assert (cyra.respondent, duna.respondent) == ("CYRA", "Duna, Cyra")
    assert answers(cyra) == OF_CYRA
    assert answers(duna) == OF_DUNA
    assert not cyra.unplaced + duna.unplaced + cyra.remarks + duna.remarks


@pytest.mark.parametrize("form", [table_form, line_form, own_form])
def test_places_are_those_of_the_whole_file(case, form):
    one, other = (form(case.meeting, Filled(*one)) for one in (("Cyra", OF_CYRA), ("Duna, Cyra", OF_DUNA)))
    _, duna = read(together(one, other), question_of(case.meeting))
    (alone,) = read(other, question_of(case.meeting))
    places = [[answer.locator for answer in reply.answers] for reply in (duna, alone)]
    assert places[0] == places[1] if form is own_form else not set(places[0]) & set(places[1])


@pytest.mark.parametrize("form", [table_form, line_form, own_form])
@pytest.mark.parametrize("name", ["CYRA", ""])
def test_two_forms_of_one_respondent_are_one_reply(case, form, name):
    more = {"1.a": ("yes", "We lit the mole."), "1.b": ("no", ""), "2.a": ("yes", "We list the cargo.")}
    forms = [form(case.meeting, Filled(*one)) for one in (("Cyra", OF_CYRA), (name, more))]
    (reply,) = read(together(*forms), question_of(case.meeting))
    assert answers(reply) == OF_CYRA | {"1.a": ("yes", "We lit the quay.\n\nWe lit the mole.")}
    assert [remark.code for remark in reply.remarks] == ["needs_editor"]


@pytest.mark.parametrize("form", [table_form, line_form, own_form])
def test_a_blank_form_before_the_one_that_was_filled_in_is_no_other_respondents(case, form):
    blank = dict.fromkeys(IDS, ("", ""))
    if form is own_form:
        first = packed(part_of(blank_form(case.meeting, Respondent("", "", "", "", "member_state", (), ()))))
    else:
        first = form(case.meeting, Filled("", blank))
    (reply,) = read(together(first, form(case.meeting, Filled("Cyra", OF_CYRA))), question_of(case.meeting))
    assert (reply.respondent, answers(reply)) == ("Cyra", OF_CYRA)


def test_what_two_forms_of_one_respondent_say_of_it_is_kept(case):
    one = Filled("Cyra", OF_CYRA, submitted_on="12 May 2031", publish="yes", general="We like it.")
    other = Filled("CYRA", OF_CYRA, submitted_on="14 May 2031", publish="no", general="We love it.")
    forms = [table_form(case.meeting, filled) for filled in (one, other)]
    (reply,) = read(together(*forms), question_of(case.meeting))
    assert (reply.respondent, reply.submitted_on, reply.publish) == ("Cyra", "12 May 2031", "unclear")
    assert reply.general == "We like it.\nWe love it."
    assert [words.text for words in reply.unplaced] == ["14 May 2031"]
    assert answers(reply) == OF_CYRA


def test_the_front_of_a_second_form_is_no_part_of_the_answer_before_it(case):
    document = part_of(together(*(line_form(case.meeting, Filled("Cyra", OF_CYRA)) for _ in range(2))))
    body = document.find(W + "body")
    second = [at for at, part in enumerate(body) if "".join(part.itertext()) == "Name of country"][1]
    body.insert(second + 2, paragraph("Agency of herrings"))
    (reply,) = read(packed(document), question_of(case.meeting))
    assert answers(reply) == OF_CYRA
    assert "Agency of herrings" in " ".join(words.text for words in reply.unplaced)


def test_a_third_form_of_the_first_respondent_goes_with_its_first(case):
    parts = (("Cyra", OF_CYRA), ("Duna, Cyra", OF_DUNA), ("CYRA", OF_CYRA | {"1.b": ("yes", "Pilots, too.")}))
    cyra, duna = read(together(*(line_form(case.meeting, Filled(*one)) for one in parts)), question_of(case.meeting))
    assert answers(cyra)["1.b"] == ("unclear", "Pilots, too.")
    assert answers(duna) == OF_DUNA


@pytest.mark.parametrize("line", ["Country: Duna, Cyra", "Name of country: Borland", "Member State: Alba"])
def test_an_answer_that_names_others_is_not_cut(case, line):
    said = dict.fromkeys(IDS, ("yes", f"We asked for help.\n{line}\nIt came."))
    (reply,) = read(line_form(case.meeting, Filled("Cyra", said)), question_of(case.meeting))
    assert reply.respondent == "Cyra"
    assert answers(reply) == said


def test_names_of_one_respondent_in_two_spellings_are_found_by_the_register(case):
    forms = [line_form(case.meeting, Filled(*one)) for one in (("Borland", OF_CYRA), ("Boria", OF_DUNA))]
    (case.folder / "replies" / "both.docx").write_bytes(together(*forms))
    add_receipt(case, "both.docx", "")
    found = steps.intake(case)
    assert found.tables["core.replies"]["respondent"].to_list() == ["BOR"]
    rows = {row["recommendation"]: row for row in found.tables["core.answers"].to_dicts()}
    assert rows["2.a"]["text"] == "We list the cargo.\n\nThe port keeps a list."
    assert (rows["1.a"]["action_taken"], rows["1.b"]["action_taken"]) == ("unclear", "unclear")
    codes = [one.code for one in found.findings]
    assert "duplicate_answer" not in codes
    assert codes.count("needs_editor") == len(IDS)


def test_both_stand_in_the_note_under_their_own_names(case):
    forms = [table_form(case.meeting, Filled(*one)) for one in (("Cyra", OF_CYRA), ("Duna, Cyra", OF_DUNA))]
    (case.folder / "replies" / "both.docx").write_bytes(together(*forms))
    add_receipt(case, "both.docx", "")
    steps.make_all(case.workspace, case.meeting_id)
    said = {(row["respondent"], row["recommendation"]) for row in case.table("derived.note_paragraphs").to_dicts()}
    assert {("CYR", "1.a"), ("DUN", "1.b"), ("CYR", "2.a"), ("DUN", "2.a")} <= said
    assert ("DUN", "1.a") not in said


def test_a_respondent_nobody_knows_costs_its_own_answers_only(case):
    forms = [table_form(case.meeting, Filled(*one)) for one in (("Cyra", OF_CYRA), ("Atlantis", OF_DUNA))]
    (case.folder / "replies" / "both.docx").write_bytes(together(*forms))
    add_receipt(case, "both.docx", "")
    found = steps.intake(case)
    assert set(found.tables["core.answers"]["respondent"]) == {"CYR"}
    (unknown,) = [one for one in found.findings if one.code == "unknown_respondent"]
    assert "Nine pilots sail." in unknown.row
    assert "in that row or form" in unknown.action


def test_a_letter_before_two_forms_goes_with_the_first(case):
    forms = [line_form(case.meeting, Filled(*one)) for one in (("Cyra", OF_CYRA), ("Duna, Cyra", OF_DUNA))]
    document = part_of(together(*forms))
    document.find(W + "body").insert(0, paragraph("Please find both forms below, with a herring."))
    cyra, duna = read(packed(document), question_of(case.meeting))
    assert "herring" in " ".join(words.text for words in cyra.unplaced)
    assert answers(duna) == OF_DUNA


def lines_with_labels(said: dict[str, tuple[str, str]]) -> str:
    """Answers in lines that have the recommendations' labels alone."""
    lines = (f"{one[0]} ({one[2]}) {mark.capitalize()}. {text}".strip() for one, (mark, text) in said.items())
    return "".join(map(hostile.paragraph, lines))


def table_with_labels(said: dict[str, tuple[str, str]]) -> str:
    rows = ((f"{one[0]} ({one[2]})", mark.capitalize(), text) for one, (mark, text) in said.items())
    return table(("Recommendation", "Action taken", "Comments"), *rows)


@pytest.mark.parametrize("layout", [lines_with_labels, table_with_labels])
def test_forms_that_print_labels_alone_are_told_apart_too(case, layout):
    bodies = (
        hostile.paragraph(f"Country: {name}") + layout(said) for name, said in (("Cyra", OF_CYRA), ("Duna", OF_DUNA))
    )
    cyra, duna = read(hostile.word("".join(bodies)), question_of(case.meeting))
    assert (cyra.respondent, duna.respondent) == ("Cyra", "Duna")
    for reply, said in ((cyra, OF_CYRA), (duna, OF_DUNA)):
        found = {
            one: (mark, text.removeprefix(f"{mark.capitalize()}. ")) for one, (mark, text) in answers(reply).items()
        }
        assert found == said
        assert not reply.unplaced + reply.remarks


def test_a_sheet_with_a_form_below_another_holds_both(case):
    rows = [
        row
        for name, said in (("Cyra", OF_CYRA), ("Duna", OF_DUNA))
        for row in (
            ["Country:", name, ""],
            ["Recommendation", "Action", "Comments"],
            *([one, mark.capitalize(), text] for one, (mark, text) in said.items()),
            ["", "", ""],
        )
    ]
    cyra, duna = read(csv_of(rows), question_of(case.meeting))
    assert (cyra.respondent, answers(cyra)) == ("Cyra", OF_CYRA)
    assert (duna.respondent, answers(duna)) == ("Duna", OF_DUNA)
