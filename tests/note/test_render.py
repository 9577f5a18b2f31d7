"""The note as Markdown: masthead, footnotes, dates, lists of names, words, templates. Keeps out: paragraphs' texts."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipeline import steps
from pipeline.errors import BadInput
from pipeline.note import render
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register, Respondent
from pipeline.text.words import tidy
from tests.workspaces import MEETING, add_receipt, add_reply

REGISTER_OF_ALL = Register(
    (
        Respondent("ALB", "Alba", "Alba", "Alba", "member_state", (), ()),
        Respondent("FOR", "Forum of Ports", "the Forum of Ports", "Forum of Ports", "organization", (), ()),
    )
)


def single(text: str) -> str:
    return " ".join(tidy(text).split())


def note_of(case) -> str:
    case = steps.Case(case.workspace, case.meeting_id)
    for name, frame in steps.intake_tables(case).items():
        steps.lake.write(case.workspace, name, case.meeting_id, frame)
    return steps.note_tables(case)[1]


def change_meeting(case, old: str, new: str) -> None:
    assert old in MEETING
    (case.folder / "meeting.yaml").write_text(MEETING.replace(old, new), encoding="utf-8")


def test_masthead_headings_and_footnotes_stand_in_order(answered):
    lines = [line for line in note_of(answered).splitlines() if line]
    assert lines[:7] == [
        "HARB/12/2",
        "1 July 2031",
        r"English only\*",
        "---",
        "**Twelfth Meeting of Harbour Masters**",
        "Borford, 6–9 October 2031",
        r"Item 3 of the provisional agenda\*\*",
    ]
    assert lines[-2].startswith(r"\* ")
    assert lines[-1] == r"\*\* HARB/12/1."
    headings = [line for line in lines if line.startswith("#")]
    assert headings[1:4] == [
        "## I. Introduction",
        "## II. Responses from Member States to the questionnaire",
        "### Issue 1. Safety of small harbours",
    ]


def test_a_reissued_note_takes_the_first_mark(answered):
    change_meeting(answered, "  date: 2031-07-01", "  date: 2031-07-01\n  reissued: 2031-07-15")
    lines = [line for line in note_of(answered).splitlines() if line]
    assert lines[:3] == [r"HARB/12/2\*", r"1 July 2031\*", r"English only\*\*"]
    assert "15 July 2031" in lines[-3]


def test_chapter_headings_can_be_left_out_and_labels_can_be_numbers(answered):
    changed = MEETING.replace("label: a", "label: 1").replace("label: b", "label: 2")
    changed = changed.replace(
        "  word_limit: 900", "  word_limit: 900\n  headings: {introduction: null, responses: null}"
    )
    (answered.folder / "meeting.yaml").write_text(changed, encoding="utf-8")
    note = note_of(answered)
    assert "## I." not in note
    assert "#### Recommendation 2" in note


def test_headings_and_lines_of_the_masthead_can_read_otherwise(answered):
    change_meeting(
        answered,
        "  word_limit: 900",
        """  word_limit: 900
  headings: {issue: "Topic {{ roman }}: {{ title }}", recommendation: "Point {{ label }}"}
  masthead:
    language: "Original: English"
    session: "{{ ordinal }} session"
    agenda_item: Items 3 and 4 of the provisional agenda
    title: What became of {{ adopted_place }}
    author: Report of the Secretariat""",
    )
    lines = [line for line in note_of(answered).splitlines() if line]
    assert lines[2:9] == [
        r"Original: English\*",
        "---",
        "**Twelfth session**",
        "Borford, 6–9 October 2031",
        r"Items 3 and 4 of the provisional agenda\*\*",
        "# What became of Albaville",
        "**Report of the Secretariat**",
    ]
    assert "### Topic II: Exchange of information on cargo" in lines
    assert "#### Point (a)" in lines


def test_footnotes_of_a_meeting_take_the_place_of_the_house_and_are_marked_as_they_are_met(answered):
    change_meeting(
        answered,
        "  word_limit: 900",
        """  word_limit: 900
  footnotes:
    - {at: [title], text: This document has not been edited.}
    - {at: [date, symbol], text: "Sent late: see {{ agenda_symbol }}."}
    - {at: [title], text: Another.}""",
    )
    lines = [line for line in note_of(answered).splitlines() if line]
    assert lines[:3] == [r"HARB/12/2\*", r"1 July 2031\*", "English only"]
    assert next(line for line in lines if line.startswith("# ")).endswith(r"Masters\*\*, \*\*\*")
    assert lines[-3:] == [
        r"\* Sent late: see HARB/12/1.",
        r"\*\* This document has not been edited.",
        r"\*\*\* Another.",
    ]


def test_organizations_stand_behind_governments_under_their_own_heading(answered):
    add_reply(answered, "forum.yaml", respondent="Forum of Ports", answers={"1.a": {"text": "Members have 31 lights."}})
    add_reply(answered, "sea.yaml", respondent="Cyra", answers={"1.a": {"text": "Every harbour has a new light."}})
    add_receipt(answered, "forum.yaml", "FOR")
    among = note_of(answered)
    assert "Organizations" not in among
    change_meeting(answered, "  word_limit: 900", "  word_limit: 900\n  headings: {organizations: Organizations}")
    (answered.folder / "replies" / "duna.yaml").unlink()
    note = note_of(answered)
    under = note[note.index("#### Recommendation (a)") : note.index("#### Recommendation (b)")]
    assert under.index("Cyra") < under.index("##### Organizations") < under.index("31 lights")
    assert note.count("##### Organizations") == 1


def test_a_wording_that_names_an_unknown_fact_is_told_with_its_line(answered):
    change_meeting(answered, "  word_limit: 900", "  word_limit: 900\n  masthead: {title: 'On {{ weather }}'}")
    case = steps.Case(answered.workspace, answered.meeting_id)
    with pytest.raises(BadInput, match=r"meeting.yaml:\d+: note.masthead.title: found .*weather"):
        case.check_inputs()


def test_repliers_are_listed_member_states_first(answered):
    note = note_of(answered)
    assert "from Alba and Cyra, and Duna, Cyra." in note


def test_a_later_cut_off_is_named(answered):
    change_meeting(answered, "  words_per_answer: 60", "  as_at: 2031-06-10\n  words_per_answer: 60")
    assert "As at 10 June 2031" in note_of(answered)


def test_a_recommendation_nobody_answered_prints_heading_text_and_the_chosen_sentence(case):
    add_reply(case, "a.yaml", respondent="Alba", answers={"1.a": {"action_taken": "yes", "text": "Lamps are lit."}})
    add_receipt(case, "a.yaml", "ALB")
    change_meeting(case, "  word_limit: 900", "  word_limit: 900\n  no_response: Nobody answered this.")
    note = note_of(case)
    assert note.count("Nobody answered this.") == 2
    assert "Port authorities are urged" in note


def test_a_meeting_can_bring_its_own_introduction_and_template(answered):
    change_meeting(
        answered, "  word_limit: 900", '  word_limit: 900\n  introduction: ["Replies came from {{ repliers }}."]'
    )
    (answered.folder / "note.md.j2").write_text(
        '{% extends "note.md.j2" %}{% block masthead %}OWN MASTHEAD\n\n{% endblock %}', encoding="utf-8"
    )
    note = note_of(answered)
    assert note.startswith("OWN MASTHEAD")
    assert "1. Replies came from Alba and Cyra, and Duna, Cyra." in note
    assert "#### Recommendation (a)" in note


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("fine\n{% if %}", 2, "Expected an expression"),
        ("{{ nothing_of_the_kind }}", 1, "nothing_of_the_kind"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
    ],
)
def test_a_template_error_names_file_and_line(answered, template, line, said):
    (answered.folder / "note.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(BadInput) as error:
        note_of(answered)
    assert f"raw/harb-12/note.md.j2:{line}:" in str(error.value)
    assert said in str(error.value)


def test_words_leave_out_paragraph_numbers_and_marks():
    note = "# A title\n\n---\n\n12. Three **bold** words\n\n\\*\\* A footnote\n"
    assert render.words_in_note(note) == 2 + 3 + 2


ANY = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).map(single).filter(bool)
# What Markdown, HTML and its readers take as more than text.
_SIGNS = (
    r"# ## ### - -- --- *** ___ + = === > 1. 2) 12. | \ ` ``` ~~~ ** __ _ * & $x$ # [a](b) ![x](y) [^1] &amp; &#42;"
)
_TAGS = "<b> <!-- </p> https://ports.example <https://ports.example> \u202e \u200f \x07 \t \n word word."
SHARP = st.lists(
    st.sampled_from([*_SIGNS.split(" "), *_TAGS.split(" ")]),
    min_size=1,
    max_size=8,
).map(lambda parts: single(" ".join(parts)))
TEXT = (SHARP | ANY).filter(bool)


@given(TEXT)
def test_markdown_shows_any_text_as_it_is(text):
    tokens = MarkdownIt("commonmark").parse(f"7. {render.markdown_text(text)}")
    assert shown(tokens) == [text]


@given(st.lists(TEXT, min_size=4, max_size=4), TEXT, TEXT, TEXT)
def test_the_note_shows_exactly_its_paragraphs_whatever_they_hold(paragraphs, title, asked, footnote):
    """Rendered by CommonMark the note has the paragraphs, headings and texts that it was given, and nothing else."""
    own = meeting_of(title, asked, footnote)
    known = render.facts(own, REGISTER_OF_ALL, [])
    rows = [
        {"number": number, "text": text, "kind": kind, "recommendation": recommendation, "respondent": respondent}
        for number, (text, kind, recommendation, respondent) in enumerate(
            zip(
                paragraphs,
                ("introduction", "introduction", "response", "response"),
                (None, None, "1.a", "1.a"),
                (None, None, "ALB", "FOR"),
                strict=True,
            ),
            start=1,
        )
    ]
    note = render.markdown(own, REGISTER_OF_ALL, known, rows, Path("none"))
    tokens = MarkdownIt("commonmark").parse(note)
    assert {token.type for token in tokens} <= {
        *("paragraph_open", "paragraph_close", "inline", "heading_open", "heading_close", "hr"),
        *("ordered_list_open", "ordered_list_close", "list_item_open", "list_item_close"),
    }
    items = [place for place, token in enumerate(tokens) if token.type == "list_item_open"]
    assert [shown(tokens[place : place + 3])[0] for place in items] == paragraphs
    assert [int(token.attrs.get("start", 1)) for token in tokens if token.type == "ordered_list_open"] == [1, 3, 4]
    said = shown(tokens)
    assert f"Issue 1. {title}" in said
    assert asked in said
    assert said[-1] == f"* {footnote}"
    assert len(said) == 8 + 2 + 4 + len(paragraphs) + 1  # masthead, chapters, headings and text, paragraphs, footnote


def shown(tokens) -> list[str]:
    """What a reader sees of each paragraph and heading."""
    return [
        "".join(child.content for child in token.children if child.type in ("text", "text_special"))
        for token in tokens
        if token.type == "inline"
    ]


def meeting_of(title: str, asked: str, footnote: str) -> Meeting:
    """The invented meeting with one recommendation, whose texts are given."""
    data = yaml.load(MEETING, yaml.BaseLoader) | {"id": "harb-12", "ordinal": 12}
    data["adopted_by"]["ordinal"] = 11
    data["questionnaire"]["words_per_answer"] = 60
    data["issues"] = [{"title": title, "recommendations": [{"label": "a", "text": asked}]}]
    data["note"] |= {"agenda_item": 3, "word_limit": 900, "headings": {"organizations": "Organizations"}}
    data["note"]["footnotes"] = [{"at": ["symbol"], "text": "{% raw %}" + footnote + "{% endraw %}"}]
    return Meeting.model_validate(data)
