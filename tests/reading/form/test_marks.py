"""Yes or no from every way of marking a form. Keeps out: where a form has its marks (test_word_form)."""

import pytest

from pipeline.config import Limits
from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form.mark_words import only_marks, opens_with_mark
from pipeline.reading.form.marks import decide
from pipeline.reading.formats.archive import member_xml, open_archive
from pipeline.reading.word import body
from tests.corpus.package import Document
from tests.corpus.wordml import cell, par, row, run, table
from tests.forms import MARKS, marked
from tests.reading.form.zones import cells, line


def written(piece: str) -> list[Block]:
    """The paragraphs of a piece of a document as they read back from its file."""
    document, limits = Document(), Limits()
    document.add(piece)
    return body.blocks(member_xml(open_archive(document.save(), limits), "word/document.xml", limits))


VALUES = (("yes", "yes", True), ("no", "no", True), ("", "unclear", False))


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(("value", "read", "stated"), VALUES)
def test_every_mark_is_read_on_one_line(mark, value, read, stated):
    decision = decide(written(par(run(" / ").join(marked(mark, value)))))
    assert (decision.value, decision.stated) == (read, stated)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(("value", "read", "stated"), VALUES)
def test_every_mark_is_read_in_cells_of_its_own(mark, value, read, stated):
    yes, no = marked(mark, value)
    decision = decide(written(table([row(cell(par(yes)), cell(par(no)))], (4500, 4500))))
    assert (decision.value, decision.stated) == (read, stated)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("YES X NO", "yes"),
        ("YES NO X", "no"),
        ("X YES / NO", "yes"),
        ("Yes / X No", "no"),
        ("Yes / No X", "no"),
        ("Yes/No: ☒ Yes ☐ No", "yes"),
        ("Yes or no? ☐ Yes ☒ No", "no"),
        ("Oui/Non (X) Oui ( ) Non", "yes"),
        ("Yes X / No", "yes"),
        ("Yes (x) No ( )", "yes"),
        ("( ) Yes (x) No", "no"),
        ("[ ] Yes [X] No", "no"),
        ("Yes [x]   No []", "yes"),
        ("☒ Yes ☐ No", "yes"),
        ("☐ Yes ☒ No", "no"),
        ("Yes ☐ No ☒", "no"),
        ("Yes □ No ■", "no"),
        ("Yes ○ No ●", "no"),
        ("Yes ✓ No", "yes"),
        ("√ Yes   No", "yes"),
        ("Oui ☒ Non ☐", "yes"),
        ("Sí ☐ No ☒", "no"),
        ("SÍ ☒ NO ☐", "yes"),
        ("Да ☐ Нет ☒", "no"),
        ("ДА ☒ НЕТ ☐", "yes"),
    ],
)
def test_a_mark_before_or_after_its_word_is_read(text, value):
    decision = decide(line(text))
    assert (decision.value, decision.stated) == (value, True)


@pytest.mark.parametrize("text", ["Yes ☒ No ☒", "YES X NO X", "☒ Yes ☒ No", "(x) Yes (x) No"])
def test_both_marked_is_unclear(text):
    decision = decide(line(text))
    assert (decision.value, decision.stated) == ("unclear", True)


@pytest.mark.parametrize("text", ["Yes / No", "Yes ☐ No ☐", "( ) Yes ( ) No", "YES   NO", "", "☐ ☐"])
def test_nothing_marked_is_unclear_and_not_stated(text):
    decision = decide(line(text))
    assert (decision.value, decision.stated) == ("unclear", False)
    assert decision.evidence == "no mark"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("Yes", "yes"), ("NO.", "no"), ("Oui", "yes"), ("- no -", "no")),
        *(("Yes/No: Y", "yes"), ("Yes / No: No.", "no"), ("(No/Yes) = yes", "yes")),
    ],
)
def test_one_word_left_alone_decides(text, value):
    decision = decide(line(text))
    assert decision.value == value
    assert "is left" in decision.evidence


@pytest.mark.parametrize("text", ["Yes ☐", "☐ No"])
def test_one_word_with_an_empty_box_decides_nothing(text):
    assert not decide(line(text)).stated


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ((("YES", "NO"), ("X", "")), "yes"),
        ((("YES", "NO"), ("", "X")), "no"),
        ((("YES", "X", "NO", ""),), "yes"),
        ((("YES", "", "NO", "X"),), "no"),
        ((("☐", "YES", "☒", "NO"),), "no"),
        ((("YES", "☒"), ("NO", "☐")), "yes"),
        ((("YES", "☐"), ("NO", "☒")), "no"),
    ],
)
def test_a_mark_in_a_cell_of_its_own_finds_its_word(rows, value):
    assert decide(cells(*rows)).value == value


def test_a_mark_in_a_second_paragraph_of_a_cell_belongs_to_the_word_of_that_cell():
    blocks = cells(("YES", "NO"))
    blocks.insert(1, Block((Run("X"),), 2, Cell(1, 1, 1)))
    assert decide(blocks).value == "yes"


@pytest.mark.parametrize("parts", [("Y", "ES X / NO"), ("YE", "S", " X / N", "O"), ("YES ", "X", " / ", "NO")])
def test_a_word_split_over_runs_is_one_word(parts):
    assert decide(line(*parts)).value == "yes"


@pytest.mark.parametrize("formatting", ["bold", "underline", "highlight", "struck"])
def test_formatting_of_a_word_split_over_runs_counts(formatting):
    marked = [Run("N", **{formatting: True}), Run("O", **{formatting: True})]
    assert decide(line("YES / ", *marked)).value == ("yes" if formatting == "struck" else "no")


@pytest.mark.parametrize(
    ("yes", "no", "value"),
    [
        ({"colour": "FF0000"}, {}, "yes"),
        ({}, {"colour": "FF0000"}, "no"),
        ({"colour": "FF0000"}, {"colour": "FF0000"}, "unclear"),
        ({"highlight": True}, {}, "yes"),
        ({"bold": True}, {"bold": True}, "unclear"),
        ({"struck": True}, {"struck": True}, "unclear"),
        ({"bold": True}, {"struck": True}, "yes"),
        ({"bold": True}, {"underline": True}, "unclear"),
        ({"struck": True, "bold": True}, {}, "unclear"),
    ],
)
def test_formatting_on_one_word_decides_and_on_both_does_not(yes, no, value):
    assert decide(line(Run("YES", **yes), " / ", Run("NO", **no))).value == value


def test_signals_that_contradict_each_other_are_unclear_and_all_told():
    decision = decide(line(Run("YES ☒ ", bold=False), Run("NO ☐", bold=True)))
    assert (decision.value, decision.stated) == ("unclear", True)
    assert decision.evidence == "NO in bold; ☒ at YES"


def test_signals_that_agree_decide_together():
    decision = decide(line(Run("YES ☒ ", bold=True), Run("NO ☐", struck=True)))
    assert decision.value == "yes"
    assert decision.evidence == "NO struck out; YES in bold; ☒ at YES"


@pytest.mark.parametrize(
    ("comment", "value"),
    [
        ("Yes. Every lamp is lit.", "yes"),
        ("YES, since 2029.", "yes"),
        ("Yes – in all ports.", "yes"),
        ("Yes", "yes"),
        ("No, the lamps came late.", "no"),
        ("No: the law is in draft.", "no"),
        ("Oui, depuis 2029.", "yes"),
    ],
)
def test_a_comment_that_opens_with_the_word_decides_where_nothing_is_marked(comment, value):
    decision = decide(line("Yes / No"), comment)
    assert decision.value == value
    assert decision.evidence.startswith("the text opens with")


@pytest.mark.parametrize(
    "comment",
    [
        "Every lamp is lit.",
        "No lamp has failed since 2029.",
        "Yesterday the last lamp was lit.",
        "Nothing failed.",
        "No. 14 of 2030, the Lamps Act, was passed.",
        "No.14/2030 was passed.",
        "We said yes.",
        "",
    ],
)
def test_any_other_comment_decides_nothing(comment):
    assert decide(line("Yes / No"), comment).value == "unclear"


def test_a_mark_decides_before_the_comment_is_asked():
    decision = decide(line("Yes ☒ / No ☐"), "Yes. Lamps are lit in all ports.")
    assert (decision.value, decision.evidence) == ("yes", "☒ at Yes")


def test_the_evidence_names_each_mark_and_its_word():
    assert decide(line("Yes ☐ / No ☒")).evidence == "☒ at No"
    assert decide(cells(("Yes ☒", "No ☒"))).evidence == "☒ at No; ☒ at Yes"


@pytest.mark.parametrize("text", ["YES ☒ NO ☐", "Yes / No", "X", "☐", "(x) Oui ( ) Non", "Да – Нет"])
def test_words_and_marks_alone_are_told_from_text(text):
    assert only_marks(text)


@pytest.mark.parametrize("text", ["", "...", "Yes, lamps are lit", "No lamp failed", "Xavier", "none", "yes1"])
def test_text_is_told_from_words_and_marks_alone(text):
    assert not only_marks(text)


@pytest.mark.parametrize(
    ("text", "opens"),
    [("YES kindly send it in WORD format", True), ("☒ NO", True), ("May this form be posted?", False), ("Note", False)],
)
def test_a_short_line_under_a_question_may_open_with_a_mark(text, opens):
    assert opens_with_mark(text) is opens


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2612 YES 2610 NO", "yes"),
        ("þ Yes   o No", "yes"),
        ("o Yes   þ No", "no"),
        ("Q YES     o NO", "yes"),
        ("o YES     Q NO", "no"),
        ("Y", "yes"),
        ("n", "no"),
        ("YES_X_ NO", "yes"),
        ("[✓] Yes [ ] No", "yes"),
        ("☑ Да ☐ Нет", "yes"),
    ],
)
def test_marks_that_have_lost_their_font_or_their_words_are_read(text, value):
    assert decide(line(text)).value == value


@pytest.mark.parametrize("text", ["Q Sí     Q No", "2610 YES 2610 NO", "o Yes o No"])
def test_two_boxes_alike_are_no_mark(text):
    assert not decide(line(text)).stated


def test_a_printed_hint_is_no_word_beside_the_word_itself():
    assert decide([*line("(Yes/No)"), *line("N")]).value == "no"
    assert not decide(line("(Yes/No)")).stated


@pytest.mark.parametrize(("text", "value"), [("YES X    NO", "yes"), ("YES    X NO", "no")])
def test_a_mark_between_two_words_belongs_to_the_nearer(text, value):
    assert decide(line(text)).value == value


@pytest.mark.parametrize(("trails", "value"), [(True, "yes"), (False, "no"), (None, "yes")])
def test_at_the_same_distance_the_other_lines_of_the_form_decide(trails, value):
    assert decide(line("YES X NO"), trails=trails).value == value


@pytest.mark.parametrize(("text", "trails"), [("YES ☐ NO ☒", True), ("☐ YES ☒ NO", False), ("YES NO", None)])
def test_a_line_shows_on_which_side_its_marks_stand(text, trails):
    assert decide(line(text)).trails is trails


@pytest.mark.parametrize("name", ["underline", "highlight", "struck"])
def test_both_words_marked_contradict_each_other(name):
    decision = decide(line(Run("YES", **{name: True}), " / ", Run("NO", **{name: True})))
    assert (decision.value, decision.stated) == ("unclear", True)


@pytest.mark.parametrize(
    "text", ["YES   NO (please tick)", "☐ Yes ☒ No, delete as appropriate", "Oui / Non (cocher la case)"]
)
def test_what_forms_print_beside_the_boxes_is_no_answer(text):
    assert only_marks(text)
