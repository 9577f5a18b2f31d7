"""Letters that answer recommendations in running text."""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.form.form import form_words
from pipeline.reading.kinds import read
from pipeline.reading.reply import Unreadable
from tests.forms import Filled, line_form
from tests.workspaces import add_receipt

OPENING = ("Embassy of Alba", "12 May 2031", "The Embassy has the honour to tell the Harbour Office what follows.")
LEAVE = "The Embassy avails itself of this opportunity to send its herrings."
ANSWERS = [("1.a", "We lit the quay.\nAll of it."), ("1.b", "no pilots were found."), ("2.a", "Cyra has our list.")]


def letter(*lines: str) -> bytes:
    return "\n\n".join((*OPENING, *lines, LEAVE)).encode()


LEADS = {
    "English": ("With regard to recommendation 1 (a), ", "Concerning recommendation 1 (b), ", "As for Rec. 2(a): "),
    "articles": ("On the recommendation 1.a: ", "Regarding the Recommendation 1.b, ", "Under recommendation 2.a "),
    "French": (
        "En ce qui concerne la recommandation 1 (a), ", "Concernant la recommandation 1 (b), ",
        "S'agissant de la recommandation 2 (a) : ",
    ),
    "Spanish": (
        "Con respecto a la recomendación 1 (a), ", "En cuanto a la recomendación 1 (b), ",
        "Sobre la recomendación 2 (a): ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("leads", LEADS.values(), ids=LEADS)
def test_what_follows_a_lead_is_the_answer(case, leads):
    one, two, three = leads
    lines = (f"{one}We lit the quay.", "All of it.", f"{two}no pilots were found.", f"{three}Cyra has our list.")
    (reply,) = read(letter(*lines), question_of(case.meeting))
    assert [(answer.recommendation, answer.text) for answer in reply.answers] == ANSWERS
    assert {answer.action_taken for answer in reply.answers} == {"unclear"}


def test_a_line_may_announce_the_answer_below(case):
    lines = [
        "Alba has the following to say on recommendation (a) of issue 1:", "We lit the quay.", "All of it.",
        "Its answer to recommendation 1 (b) is this:", "no pilots were found.",
    ]  # fmt: skip
    (reply,) = read(letter(*lines), question_of(case.meeting))
    assert [(answer.recommendation, answer.text) for answer in reply.answers] == ANSWERS[:2]


def test_the_letter_around_the_answers_is_kept(case):
    (reply,) = read(letter("Concerning recommendation 1 (a), we lit the quay."), question_of(case.meeting))
    left = " ".join(words.text for words in reply.unplaced)
    words = form_words(question_of(case.meeting))
    assert all(line in left for line in (*OPENING, LEAVE) if words.others(line))
    assert "quay" not in left


def test_a_letter_is_whose_the_receipt_says(case):
    (case.folder / "replies" / "letter.txt").write_bytes(letter("As for recommendation 1 (a), we lit the quay."))
    add_receipt(case, "letter.txt", "ALB")
    steps.make_all(case.workspace, case.meeting_id)
    rows = case.table("derived.note_paragraphs").to_dicts()
    assert [row["text"] for row in rows if row["respondent"]] == ["Alba stated that it had lit the quay."]


def test_without_a_recommendation_it_is_no_reply(case):
    with pytest.raises(Unreadable) as error:
        read(
            letter("Concerning the herrings, there were none.", "With regard to item 3, see above."),
            question_of(case.meeting),
        )
    assert error.value.code in ("wrong_questionnaire", "unsupported_format")


def test_in_a_form_such_a_sentence_is_part_of_its_answer(case):
    said = "We lit the quay.\nWith regard to recommendation 1 (b), see the school's report."
    (reply,) = read(line_form(case.meeting, Filled("Alba", {"1.a": ("yes", said)})), question_of(case.meeting))
    assert reply.answers[0].text == said
    assert reply.answers[1].text == ""


def test_what_is_said_of_several_issues_is_left_over(case):
    lines = ("As for recommendation 1 (a), we lit the quay.", "Regarding issues 1 and 2, gulls came.")
    (reply,) = read(letter(*lines), question_of(case.meeting))
    assert [(answer.recommendation, answer.text) for answer in reply.answers] == [("1.a", "we lit the quay.")]
    assert "gulls came" in " ".join(words.text for words in reply.unplaced)


@pytest.mark.parametrize(
    ("opening", "respondent"),
    [
        (
            "The Permanent Mission of Alba to the United Nations (Vienna) presents its compliments to the Office.",
            "The Permanent Mission of Alba to the United Nations (Vienna)",
        ),
        ("L’Ambassade de l’Alba présente ses compliments au Bureau.", "L’Ambassade de l’Alba"),
        ("La Embajada de Alba saluda atentamente a la Oficina.", "La Embajada de Alba"),
        ("Посольство Альбы имеет честь сообщить следующее.", "Посольство Альбы"),
        ("The Embassy has the honour to reply as follows.", ""),
        ("We have the honour to reply as follows.", ""),
    ],
)
def test_a_letter_is_from_whoever_sends_its_compliments(case, opening, respondent):
    lines = (
        opening,
        "For recommendation 1 (a): We lit the quay.",
        "Turning to recommendation 1 (b), no pilots were found.",
    )
    (reply,) = read("\n\n".join((*lines, LEAVE)).encode(), question_of(case.meeting))
    assert reply.respondent == respondent
    assert [answer.recommendation for answer in reply.answers] == ["1.a", "1.b"]


def test_compliments_above_a_form_without_a_field_say_whose_it_is(case):
    opening = "The Permanent Mission of Alba presents its compliments to the Harbour Office."
    form = ("Recommendation 1 (a)", "Action taken: Yes", "Details: We lit the quay.")
    (reply,) = read("\n\n".join((opening, *form)).encode(), question_of(case.meeting))
    assert reply.respondent == "The Permanent Mission of Alba"
    assert [(answer.action_taken, answer.text) for answer in reply.answers] == [("yes", "We lit the quay.")]


def test_a_name_in_a_field_comes_before_the_compliments(case):
    lines = (
        "Country: Cyra",
        "The Embassy of Alba presents its compliments.",
        "Regarding recommendation 1 (a), we lit it.",
    )
    (reply,) = read("\n\n".join((*lines, "On recommendation 1 (b): no.")).encode(), question_of(case.meeting))
    assert reply.respondent == "Cyra"


@pytest.mark.parametrize(
    "written", ["({}.{})", "{}/{}", "{}.{})", "Question 7 (recommendation {} ({}))", "Rec. {}.{} –"]
)
def test_labels_are_written_in_many_ways(case, written):
    labels = (written.format(*one) for one in ((1, "a"), (1, "b"), (2, "a")))
    lines = (
        f"{label} {text}" for label, text in zip(labels, ("Yes. We lit it.", "NO", "YES: it is sent."), strict=True)
    )
    (reply,) = read("\n\n".join(("Country: Alba", *lines)).encode(), question_of(case.meeting))
    # A word that is all of an answer is its mark.
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "Yes. We lit it."),
        ("1.b", "no", ""),
        ("2.a", "yes", "YES: it is sent."),
    ]


def test_a_question_that_names_its_recommendation_begins_the_next_answer(case):
    asked = "Has your Government taken action?"
    lines = (
        *("Government: Alba", "Question 1 (recommendation 1 (a))", f"{asked} Yes", "Please describe: We lit it."),
        *("Question 2 (recommendation 1 (b))", f"{asked} No", "Question 3 (recommendation 2 (a))", f"{asked} Yes"),
        "Please describe: It is sent.",
    )
    (reply,) = read("\n\n".join(lines).encode(), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "We lit it."),
        ("1.b", "no", ""),
        ("2.a", "yes", "It is sent."),
    ]
