"""The note as Markdown: masthead, footnotes, dates, lists of names, words, templates. Keeps out: paragraphs' texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipeline import steps
from pipeline.errors import BadInput
from pipeline.note import render
from tests.workspaces import MEETING, add_receipt, add_reply


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
    assert lines[0] == r"HARB/12/2\*"
    assert lines[2] == r"English only\*\*"
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


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")) | st.just(" "), min_size=1).map(str.strip)
)
def test_markdown_shows_any_text_as_it_is(text):
    tokens = MarkdownIt("commonmark").parse(f"7. {render.markdown_text(text)}")
    shown = "".join(
        child.content for token in tokens for child in token.children or [] if child.type in ("text", "text_special")
    )
    assert shown == text
