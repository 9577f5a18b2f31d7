"""Lines that end a reply, and answers that begin with words of such lines."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
TEXTS = ("We lit the quay.", "Pilots are few.", "Lists went out.")
# What ends replies.
ENDS = [
    "Accept, Excellency, the assurances of my highest consideration.",
    "Please accept, Sir, the renewed assurances of our highest consideration.",
    "The Office avails itself of this opportunity to renew the assurances of its highest consideration.",
    "Yours faithfully,",
    "Sincerely yours",
    "With best wishes",
    "Kind regards",
    "Regards",
    "Respectfully,",
    "Cordially,",
    "Thank you for your attention.",
    "Thanks!",
    "We remain at your disposal for further information.",
    "Please do not hesitate to contact us.",
    "Should you need further information, please contact the Harbour Office.",
    "We look forward to your reply.",
    "Je vous prie d'agréer, Monsieur, l'expression de mes sentiments distingués.",
    "Le saluda atentamente",
    "Quedamos a su disposición.",
    "С уважением,",
    "Примите уверения в моем высоком уважении.",
    "Done at Port Alba",
    "Port Alba, 12 May 2031",
    "Date: 12 May 2031",
    "12 May 2031",
    "(Signed) A. Lamp",
    "Signed by A. Lamp",
    "Signature: ____",
    "Stamp",
    "Prepared by A. Lamp",
    "For the Government of Alba",
    "Sent from my phone",
    "Encl.: 2",
    "Annex",
    "Annex A: lamps",
    "cc: Port Authority",
    "End of reply",
    "Part C – Other matters",
    "--",
    "Best,",
    "This e-mail and its attachments are confidential. If you are not the intended recipient, please delete it.",
    "Disclaimer: the views here are those of the sender.",
]
# Answers that begin with the same words.
ANSWERS = [
    "Signed agreements with Dorland cover the lamps.",
    "Thanks to the navy, 40 lamps were lit.",
    "Seal checks are carried out.",
    "For the Government of Alba, lamps come first.",
    "Done in 2030 by the navy.",
    "Annexes were added to the harbour law.",
    "Regards safety, 40 lamps were lit.",
    "Gracias a la marina se encendieron 40 luces.",
    "Stamp duty was dropped in 2030.",
    "Signature of the harbour treaty took place in Port Alba, in 2030.",
    "In 2030, 40 lamps were lit.",
    "Attachment of lamps to piers is the rule.",
]


def reply_of(case, *lines: str):
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    return reply


def as_list(case, answers: tuple[str, ...]) -> list[str]:
    labels = (f"Recommendation {one.issue} ({one.label}): " for one in case.meeting.recommendations)
    return [label + text for label, text in zip(labels, answers, strict=True)]


def as_form(case, answers: tuple[str, ...]) -> list[str]:
    pairs = zip(case.meeting.recommendations, answers, strict=True)
    return [line for one, text in pairs for line in (one.text, "Comments:", text)]


@pytest.mark.parametrize("written", [as_list, as_form])
@pytest.mark.parametrize("end", ENDS)
def test_what_ends_a_reply_is_no_part_of_its_last_answer(case, written, end):
    reply = reply_of(case, *written(case, TEXTS), end)
    assert [answer.text for answer in reply.answers] == list(TEXTS)


@pytest.mark.parametrize("written", [as_list, as_form])
@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_may_begin_with_the_words_of_such_lines(case, written, text):
    reply = reply_of(case, *written(case, (*TEXTS[:2], "Lists went out.")), text)
    assert reply.answers[-1].text == f"Lists went out.\n{text}"


def test_a_day_that_is_all_of_the_last_answer_stays(case):
    reply = reply_of(case, *as_form(case, (*TEXTS[:2], "12 May 2031")))
    assert reply.answers[-1].text == "12 May 2031"
