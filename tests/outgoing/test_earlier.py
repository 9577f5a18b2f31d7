"""Forms with what respondents answered before: found by the recommendation's text, read back as it stands.

Keeps out: the form itself (test_questionnaire.py).
"""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import steps
from pipeline.cli.app import main
from pipeline.outgoing.earlier import earlier_answers
from pipeline.outgoing.questionnaire import blank_form
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.own_forms import answers
from tests.workspaces import add_reply, again, make_workspace


@pytest.fixture
def later(made):
    """The next meeting of the body, a year later, in whose issue 1 the two recommendations have changed places."""
    folder = made.workspace.meeting("harb-13")
    folder.mkdir()
    text = (made.folder / "meeting.yaml").read_text(encoding="utf-8").replace("2031-", "2032-")
    (folder / "meeting.yaml").write_text(text, encoding="utf-8")
    return steps.Case(made.workspace, "harb-13")


def test_the_same_recommendation_brings_the_earlier_answer(made, later):
    before = {
        (row["respondent"], row["recommendation"]): row["text"]
        for row in made.table("core.answers").to_dicts()
        if row["status"] == "answered"
    }
    found = earlier_answers(later.workspace, later.meeting)
    assert {(code, one): text for code, own in found.items() for one, text in own.items()} == before
    assert len(before) > 2


def test_another_recommendation_brings_nothing_and_a_slip_of_the_pen_does_no_harm(made, later):
    path = later.folder / "meeting.yaml"
    texts = [one.text for one in later.meeting.recommendations]
    said = path.read_text(encoding="utf-8")
    assert texts[0] in said
    path.write_text(
        said.replace(texts[0], texts[0].replace(" ", "  ").upper()).replace(texts[1], "Ports should be dredged."),
        encoding="utf-8",
    )
    found = earlier_answers(later.workspace, again(later).meeting)
    ids = [one.id for one in later.meeting.recommendations]
    told = {one for own in found.values() for one in own}
    assert ids[0] in told
    assert ids[1] not in told


def test_the_latest_meeting_that_was_held_before_counts(made, later):
    third = made.workspace.meeting("harb-14")
    shutil.copytree(made.folder, third)
    path = third / "meeting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2031-", "2033-"), encoding="utf-8")
    shutil.copytree(made.folder / "replies", later.folder / "replies")
    add_reply(later, "alba.yaml", respondent="Alba", answers={"1.a": {"action_taken": "yes", "text": "We lit 99."}})
    for name in ("harb-13", "harb-14"):
        steps.make_all(made.workspace, name)
    assert earlier_answers(made.workspace, steps.Case(made.workspace, "harb-14").meeting)["ALB"]["1.a"] == "We lit 99."
    assert "99" not in str(earlier_answers(made.workspace, again(later).meeting)["ALB"])
    assert earlier_answers(made.workspace, made.meeting) == {}


def test_text_of_a_note_is_not_put_into_a_respondents_mouth(made, later):
    add_reply(
        made, "alba.yaml", respondent="Alba", voice="reported",
        answers={"1.a": {"action_taken": "yes", "text": "Alba reported that it had lit 14 lights."}},
    )  # fmt: skip
    steps.make_all(made.workspace, "harb-12")
    assert "ALB" not in earlier_answers(made.workspace, later.meeting)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return make_workspace(tmp_path_factory.mktemp("earlier"))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(str.strip))
def test_an_earlier_answer_reads_back_as_it_stands(shared, text):
    person = shared.register.by_code["BOR"]
    question = Question(shared.meeting.id, tuple(shared.meeting.recommendations))
    (found,) = read(blank_form(shared.meeting, person, {"1.a": text}), question)
    shown = {one: (mark, said) for one, mark, said in answers(found)}
    # Yes or no is asked again.
    assert shown["1.a"] == ("unclear" if text else "", " ".join(text.split()))
    assert {value for one, value in shown.items() if one != "1.a"} == {("", "")}
    assert found.remarks == ()


def test_a_form_sent_back_untouched_loses_nothing_and_leaves_nothing_unplaced(made, later):
    root = ["--root", str(made.workspace.root)]
    assert main([*root, "questionnaire", "harb-13", "ALB"]) == 0
    (later.folder / "replies").mkdir()
    form = made.workspace.questionnaires("harb-13") / "ALB.docx"
    shutil.copyfile(form, later.folder / "replies" / "alba.docx")
    steps.make_all(made.workspace, "harb-13")
    replies = again(later).table("core.replies")
    assert replies["words_unplaced"].to_list() == [0]
    before = {
        row["recommendation"]: row["text"]
        for row in made.table("core.answers").to_dicts()
        if row["respondent"] == "ALB"
    }
    now = {row["recommendation"]: row["text"] for row in again(later).table("core.answers").to_dicts()}
    assert {one: text for one, text in now.items() if text} == {one: text for one, text in before.items() if text}
    codes = set(again(later).table("quality.findings")["code"])
    assert {"consent_not_stated", "action_unclear"} <= codes


def test_the_command_says_how_many_forms_have_earlier_answers(made, later, capsys):
    root = ["--root", str(made.workspace.root)]
    capsys.readouterr()
    assert main([*root, "questionnaire", "harb-13", "ALB", "BOR"]) == 0
    assert "2 forms in" in (said := capsys.readouterr().out)
    assert said.rstrip().endswith("1 of them with earlier answers")
    filled = (made.workspace.questionnaires("harb-13") / "ALB.docx").read_bytes()
    assert main([*root, "questionnaire", "harb-13", "ALB", "--blank"]) == 0
    assert "earlier" not in capsys.readouterr().out
    assert (made.workspace.questionnaires("harb-13") / "ALB.docx").read_bytes() != filled
