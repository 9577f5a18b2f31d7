"""What a paragraph says beyond the text it prints, and which words are a form's own."""

from dataclasses import dataclass

import pytest

from pipeline.reading.form.beyond import FormWords, beyond

TEXT = "Governments are encouraged to inspect the lights of every small harbour once a year."


@dataclass(frozen=True)
class Case:
    """A paragraph that prints TEXT, and what it says beyond it."""

    name: str
    paragraph: str
    says: tuple[str, ...] = ()


CASES = [
    Case("nothing else", TEXT),
    Case("glued words", TEXT.replace("small harbour", "smallharbour")),
    Case("cut short", "Governments are encouraged to inspect the lights"),
    Case("a label before it", f"(a) {TEXT}"),
    Case("a label of two parts", f"1.a {TEXT}"),
    Case("a word instead of another", TEXT.replace("inspect", "check")),
    Case("two words more", TEXT.replace("lights", "lights and lamps")),
    Case("a word behind it", f"{TEXT} Done.", ("Done.",)),
    Case("a sentence behind it", f"{TEXT} We lit all lamps.", ("We lit all lamps.",)),
    Case("a sentence before it", f"We lit all lamps. {TEXT}", ("We lit all lamps.",)),
    Case("both", f"Lamps burn. {TEXT} We lit them.", ("Lamps burn.", "We lit them.")),
    Case(
        "glued and a sentence", f"{TEXT.replace('every small', 'everysmall')} We lit all lamps.", ("We lit all lamps.",)
    ),
    Case(
        "reworded and a sentence",
        f"{TEXT.replace('inspect', 'check')} We lit all lamps.",
        ("We lit all lamps.",),
    ),
    Case(
        "reworded with a sentence inside",
        TEXT.replace("inspect the", "check the very old harbour lamps and the"),
        ("check the very old harbour lamps and",),
    ),
    Case("a label before it", f"(iii) {TEXT}"),
    Case("a word before it", f"Live {TEXT}", ("Live",)),
    Case("no letters", "…"),
    Case("cut off", TEXT[:50] + "…"),
    Case(
        "cut off, and a sentence",
        TEXT[:50] + " … Every herring was counted twice there.",
        ("Every herring was counted twice there.",),
    ),
    Case("cut off in the middle", TEXT[:40] + " ... " + TEXT[50:]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_paragraph_says_beyond_the_text_it_prints(case):
    assert beyond(case.paragraph, TEXT) == case.says


WORDS = FormWords(("Return to Harbour Office, Port Alba 9000", "Held in Borford"))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Please give full references to laws and documents.", 0),
        ("Submission information", 0),
        ("At most 200 words", 0),
        ("HELD IN BORFORD", 0),
        ("Return to Harbour Office, Port Alba 9000", 0),
        ("Please light the lamps", 2),
        ("Tel. 5550100", 1),
        ("Просьба вернуть вопросник", 0),
    ],
)
def test_words_that_no_form_of_the_meeting_prints(text, others):
    assert WORDS.others(text) == others
