"""The questionnaire that is sent out: what is filled into it is read back exactly. Keeps out: other forms."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.outgoing.questionnaire import blank_form, invited_respondents
from pipeline.reading.formats.word_tagged import CONTACT_FIELDS, controls, tag
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from pipeline.reading.word.run import W
from tests.own_forms import IDS, answers, check, paragraph, part_of, reply, write
from tests.workspaces import make_workspace


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """The meeting harb-12, made once for all examples."""
    return make_workspace(tmp_path_factory.mktemp("questionnaire"))


@pytest.fixture(scope="module")
def question(shared) -> Question:
    return Question(shared.meeting.id, tuple(shared.meeting.recommendations))


@pytest.fixture(scope="module")
def blank(shared) -> etree._Element:
    """The XML of the form for Borland."""
    return part_of(blank_form(shared.meeting, shared.register.by_code["BOR"]))


@pytest.mark.parametrize("code", ["ALB", "BOR", "DUN", "FOR"])
def test_a_blank_form_reads_back_blank_with_the_name_of_its_respondent(case, code):
    respondent = case.register.by_code[code]
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (found,) = read(blank_form(case.meeting, respondent), question)
    assert found.respondent == respondent.name
    assert answers(found) == [(identifier, "", "") for identifier in IDS]
    assert (found.submitted_on, found.publish, found.general, found.contact) == ("", "", "", {})
    assert (found.remarks, found.whole_form) == ((), True)


def test_a_form_shows_every_recommendation_and_where_to_send_it(case, blank):
    shown = "\n".join("".join(line.itertext(W + "t")) for line in blank.iter(W + "p"))
    for recommendation in case.meeting.recommendations:
        assert recommendation.text in shown
        assert recommendation.issue_title in shown
    for text in ("eleventh Meeting of Harbour Masters", "30 May 2031", "Harbour Office", "60 words"):
        assert text.casefold() in shown.casefold()


def test_every_field_has_a_tag_of_its_own(blank):
    names = [name.get(W + "val") for name in blank.iter(W + "tag")]
    expected = [tag(name) for name in ("respondent", "submitted_on", "meeting", "general")]
    expected += [tag("contact", name) for name in CONTACT_FIELDS] + [tag("publish", word) for word in ("yes", "no")]
    expected += [tag(identifier, field) for identifier in IDS for field in ("yes", "no", "text")]
    assert sorted(names) == sorted(expected)


def test_an_answer_to_a_recommendation_that_the_meeting_lacks_is_kept(blank, question):
    document = deepcopy(blank)
    write(document, tag("1.b", "text"), "Pilots were trained.")
    found = reply(document, Question("harb-12", question.recommendations[:1]))
    assert [answer.recommendation for answer in found.answers] == list(IDS)
    assert answers(found)[1] == ("1.b", "unclear", "Pilots were trained.")


# What XML can hold, and so Word: no control characters but the tab, no halves of pairs, no non-characters.
LINE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), st.just("\t"))
)
TEXT = st.lists(LINE, min_size=1, max_size=4).map("\n".join)
BOXES = st.sets(st.sampled_from(["yes", "no"]))
ANSWER = st.tuples(BOXES, TEXT)


def said(boxes: set[str], text: str) -> str:
    """What the boxes say: one of them, or unclear; nothing where nothing was filled in."""
    if len(boxes) == 1:
        return next(iter(boxes))
    return "unclear" if boxes or text.strip() else ""


@given(
    filled=st.fixed_dictionaries(dict.fromkeys(IDS, ANSWER)),
    publish=BOXES,
    general=TEXT,
    respondent=TEXT,
    submitted_on=LINE,
    contact=st.dictionaries(st.sampled_from(CONTACT_FIELDS), TEXT),
)
def test_what_is_filled_in_is_read_back_exactly(
    blank, question, filled, publish, general, respondent, submitted_on, contact
):
    document = deepcopy(blank)
    for identifier in IDS:
        boxes, text = filled[identifier]
        write(document, tag(identifier, "text"), text)
        for word in boxes:
            check(document, tag(identifier, word))
    for word in publish:
        check(document, tag("publish", word))
    for name, text in (("general", general), ("respondent", respondent), ("submitted_on", submitted_on)):
        write(document, tag(name), text)
    for name, text in contact.items():
        write(document, tag("contact", name), text)

    found = reply(document, question)
    assert answers(found) == [(one, said(*filled[one]), filled[one][1]) for one in IDS]
    assert found.publish == said(publish, "")
    assert (found.general, found.respondent, found.submitted_on) == (general, respondent, submitted_on)
    assert found.contact == {name: text for name, text in contact.items() if text.strip()}
    assert (found.remarks, found.whole_form) == ((), True)


@pytest.mark.parametrize("name", [tag("1.a", "text"), tag("general"), tag("contact", "name"), tag("submitted_on")])
@pytest.mark.parametrize(("inside", "expected"), [("", "typed beside"), ("in the field", "in the field\ntyped beside")])
def test_text_typed_beside_a_field_in_its_cell_is_read_too(blank, question, name, inside, expected):
    document = deepcopy(blank)
    if inside:
        write(document, name, inside)
    controls(document)[name][0].addnext(paragraph("typed beside"))
    found = reply(document, question)
    values = {
        tag("1.a", "text"): found.answers[0].text,
        tag("general"): found.general,
        tag("contact", "name"): found.contact.get("name"),
        tag("submitted_on"): found.submitted_on,
    }
    assert values.pop(name) == expected
    assert not any(values.values())


def test_tracked_changes_in_a_field_are_told_and_the_insertion_counts(blank, question):
    document = deepcopy(blank)
    write(document, tag("1.a", "text"), "Fourteen ")
    (line,) = controls(document)[tag("1.a", "text")][0].find(W + "sdtContent")
    etree.SubElement(line, W + "ins").append(paragraph("lamps")[0])
    deleted = etree.SubElement(etree.SubElement(line, W + "del"), W + "r")
    etree.SubElement(deleted, W + "delText").text = "candles"
    found = reply(document, question)
    assert found.answers[0].text == "Fourteen lamps"
    assert [remark.code for remark in found.remarks] == ["tracked_changes"]


def flatten(document) -> None:
    """Take the content controls away and leave what they hold, as some programs do."""
    for control in list(document.iter(W + "sdt")):
        for child in control.find(W + "sdtContent"):
            control.addprevious(child)
        control.getparent().remove(control)


def test_prompts_of_flattened_fields_are_no_answers(blank, question):
    document = deepcopy(blank)
    flatten(document)
    found = reply(document, question)
    assert answers(found) == [("1.a", "", ""), ("1.b", "", ""), ("2.a", "", "")]
    assert (found.submitted_on, found.general, found.contact, found.publish) == ("", "", {}, "")


def test_a_form_whose_fields_another_program_has_flattened_reads_back_the_same(blank, question):
    document = deepcopy(blank)
    for identifier, word in (("1.a", "yes"), ("1.b", "no")):
        (shown,) = controls(document)[tag(identifier, word)][0].iter(W + "t")
        shown.text = "☒"
    write(document, tag("1.a", "text"), "Fourteen lamps were lit.")
    for name in (tag("1.b", "text"), tag("2.a", "text"), tag("general"), tag("submitted_on")):
        write(document, name, "")
    for name in CONTACT_FIELDS:
        write(document, tag("contact", name), "")
    flatten(document)
    found = reply(document, question)
    assert found.respondent == "Republic of Borland"
    assert answers(found) == [("1.a", "yes", "Fourteen lamps were lit."), ("1.b", "no", ""), ("2.a", "", "")]
    assert (found.general, found.contact) == ("", {})


def test_invited_respondents_come_in_alphabetical_order(case):
    assert [one.code for one in invited_respondents(case.meeting, case.register)] == ["ALB", "BOR", "CYR", "DUN"]


@pytest.mark.parametrize(
    ("invited", "codes"),
    [
        (["SEA"], ["CYR", "EST"]),
        (["FOR", "SEA"], ["CYR", "EST", "FOR"]),
        (["CYR", "SEA", "CYR"], ["CYR", "EST"]),
        (["EST", "ALB"], ["ALB", "EST"]),
    ],
)
def test_groups_and_codes_invite_each_respondent_once(case, invited, codes):
    asked = case.meeting.questionnaire.model_copy(update={"invited": invited})
    meeting = case.meeting.model_copy(update={"questionnaire": asked})
    assert [one.code for one in invited_respondents(meeting, case.register)] == codes


def test_fields_of_a_copied_part_are_kept_as_well(blank, question):
    document = deepcopy(blank)
    for name in ("general", "respondent", "contact:email"):
        cell = next(controls(document)[tag(*name.split(":"))][0].iterancestors(W + "tc"))
        row = cell.getparent()
        row.addnext(deepcopy(row))
    for at, text in enumerate(("Alba", "Borland")):
        for name in ("general", "respondent", "contact:email"):
            write(document, tag(*name.split(":")), text, at)
    found = reply(document, question)
    assert (found.general, found.respondent, found.contact["email"]) == ("Alba\nBorland", "Alba", "Alba\nBorland")
    assert [(words.locator, words.text) for words in found.unplaced if words.text == "Borland"] == [
        ("field respondent", "Borland")
    ]
