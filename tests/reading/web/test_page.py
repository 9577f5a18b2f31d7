"""Web pages as paragraphs: text, cells, formatting, fields. Keeps out: whole replies (formats/test_web_page.py)."""

import pytest

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.web.page import blocks_of_page, text_of_page


def blocks(markup: str) -> list[Block]:
    return blocks_of_page(markup.encode(), "utf-8")


def texts(markup: str) -> list[str]:
    return [block.text for block in blocks(markup)]


def cells(markup: str) -> dict[tuple[int, int, int], str]:
    return {tuple(block.cell): block.text for block in blocks(markup) if block.cell}


def test_what_a_page_shows():
    page = "<p>One  <b>two</b></p><script>no()</script><div>three<br>four</div><ul><li>five</ul>"
    assert text_of_page(page) == "One two\nthree\nfour\nfive"
    assert text_of_page("") == ""
    assert text_of_page("<!-- no -->just text") == "just text"
    assert text_of_page("lamps<!-- no --> are<?no?> lit") == "lamps are lit"


def test_blanks_are_as_a_browser_shows_them():
    assert texts("<p>\n  One\n  <i> two</i> three </p>") == ["One two three"]
    assert texts("<pre>One\n  two</pre>") == ["One\n  two"]
    assert texts("<p>One</p><p> </p>") == ["One"]


def test_signs_that_mark_the_end_of_a_field_are_left_out():
    assert texts("<p>Choose an item.\x01</p><pre>a\x02\tb</pre>") == ["Choose an item.", "a\tb"]


def test_what_nobody_sees_is_left_out():
    for hidden in ('style="display: none"', "hidden", 'style="mso-hide:all"', 'style="color:red;visibility :hidden"'):
        assert texts(f"<p>Seen<span {hidden}>unseen</span>, too</p>") == ["Seen, too"]
        assert texts(f"<table><tr><td>One<td {hidden}>two<td>three</table>") == ["One", "three"]


def test_items_of_a_list_are_bullets():
    assert [(block.text, block.bullet) for block in blocks("<p>Lists<ul><li>Lamps<li><p>Nets</p></ul><p>End")] == [
        ("Lists", False),
        ("Lamps", True),
        ("Nets", True),
        ("End", False),
    ]


# Tables


def test_cells_have_their_table_row_and_column_and_empty_ones_are_there():
    page = "<table><tr><th>a<th>b<tr><td>c<td></table><p>between</p><table><tr><td>d<td>e</table>"
    assert cells(page) == {
        (1, 1, 1): "a",
        (1, 1, 2): "b",
        (1, 2, 1): "c",
        (1, 2, 2): "",
        (2, 1, 1): "d",
        (2, 1, 2): "e",
    }
    assert [block.text for block in blocks(page) if not block.cell] == ["between"]


def test_cells_over_several_columns_and_rows_move_the_others():
    page = (
        "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f"
        "<tr><td colspan=1000000>g<tr><td rowspan=x>h<td>i</table>"
    )
    assert cells(page) == {
        (1, 1, 1): "a",
        (1, 1, 2): "b",
        (1, 1, 4): "c",
        (1, 2, 2): "d",
        (1, 2, 3): "e",
        (1, 2, 4): "f",
        (1, 3, 1): "g",
        (1, 4, 1): "h",
        (1, 4, 2): "i",
    }


def test_a_table_in_a_cell_says_what_is_around_it_and_the_cell_goes_on():
    page = "<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>"
    assert [(block.text, block.cell, block.around) for block in blocks(page)] == [
        ("a", Cell(1, 1, 1), 0),
        ("b", Cell(2, 1, 1), 1),
        ("c", Cell(2, 1, 2), 1),
        ("d", Cell(1, 1, 1), 0),
        ("e", Cell(1, 1, 2), 0),
    ]


def test_a_table_that_only_frames_a_page_is_none():
    page = "<table><tr><td><p>a</p><table><tr><td>b<td>c</table><p>d</p></table>"
    assert [(block.text, block.cell) for block in blocks(page)] == [
        ("a", None),
        ("b", Cell(1, 1, 1)),
        ("c", Cell(1, 1, 2)),
        ("d", None),
    ]


@pytest.mark.parametrize("broken", ["<td>a</table>", "</table></td>a", "<table>a<tr>b<td>c", "<tr><td>a</tr></p>"])
def test_markup_that_is_broken_gives_its_text(broken):
    assert "".join(texts(broken)).startswith(("a", "b"))


# Formatting


@pytest.mark.parametrize(
    ("markup", "marked"),
    [
        ("<b>{}</b>", {"bold": True}),
        ("<strong><i>{}</i></strong>", {"bold": True}),
        ('<span style="font-weight: 700">{}</span>', {"bold": True}),
        ('<b><span style="font-weight:normal">{}</span></b>', {}),
        ("<u>{}</u>", {"underline": True}),
        ('<span style="TEXT-DECORATION : underline">{}</span>', {"underline": True}),
        ("<s>{}</s>", {"struck": True}),
        ("<del>{}</del>", {"struck": True}),
        ('<span style="text-decoration:line-through">{}</span>', {"struck": True}),
        ("<mark>{}</mark>", {"highlight": True}),
        ('<span style="background:yellow;mso-highlight:yellow">{}</span>', {"highlight": True}),
        ('<span style="background-color: #FFFFFF">{}</span>', {}),
        ('<span style="background: url(x.png)">{}</span>', {}),
        ('<font color="red">{}</font>', {"colour": "red"}),
        ('<span style="color:rgb(255, 0, 0)">{}</span>', {"colour": "rgb(255, 0, 0)"}),
        ('<span style="color:black">{}</span>', {}),
        ('<span style="color:windowtext;font-family:Arial">{}</span>', {}),
    ],
)
def test_formatting_that_words_are_marked_with_is_seen(markup, marked):
    ((block,),) = ([block.runs for block in blocks(f"<p>{markup.format('YES')} NO</p>")],)
    assert block == (Run("YES", **marked), Run(" NO"))


def test_a_cell_with_a_colour_of_its_own_marks_what_is_in_it():
    found = blocks('<table><tr><td bgcolor="#ffff00">YES<td style="background:white">NO</table>')
    assert [block.runs for block in found] == [(Run("YES", highlight=True),), (Run("NO"),)]


# What was filled in


def test_boxes_and_buttons_are_marks():
    page = '<p><input type="checkbox" checked> YES <input type=checkbox> NO <input type=radio CHECKED=""> N/A</p>'
    assert texts(page) == ["☒ YES ☐ NO ☒ N/A"]
    assert [run.control for run in blocks(page)[0].runs] == [True, False, True, False, True, False]


def test_fields_and_choices_give_what_was_filled_in():
    page = (
        '<p>Country <input value="Alba"> <input type="hidden" value="x"><input type="submit" value="Send">'
        "<select><option>Yes<option selected>No</select> <select><option>First<option>Second</select></p>"
        "Yes<textarea>Lamps\nare lit.</textarea><button>Send</button>"
    )
    assert texts(page) == ["Country \tAlba No First", "Yes", "Lamps\nare lit."]


def test_a_large_picture_counts_and_a_logo_does_not():
    pictures = '<p>a<img width="600" height=400><p>b<img width=40 height=40><p>c<img><p><img width=600 height=400>'
    assert [(block.text, block.pictures) for block in blocks(pictures)] == [("a", 1), ("b", 0), ("c", 0), ("", 1)]
