"""The paragraphs, runs and marks that Word's XML gives. Keeps out: labels and answers (test_word_form)."""

import pytest
from lxml import etree

from pipeline.reading.blocks import CHECKED, UNCHECKED
from pipeline.reading.word.body import blocks, has_tracked_changes
from tests.reading.word.pieces import SPACES, control, document, p, read, run, table


def texts(body: str) -> list[str]:
    return [block.text for block in read(body)]


def test_runs_keep_their_text_and_their_formatting():
    body = p(run("YES", "<w:b/>") + run(" / ") + run("NO", "<w:strike/>") + run("?", '<w:u w:val="single"/>'))
    (block,) = read(body)
    assert block.text == "YES / NO?"
    assert [one.text for one in block.runs if one.bold] == ["YES"]
    assert [one.text for one in block.runs if one.struck] == ["NO"]
    assert [one.text for one in block.runs if one.underline] == ["?"]


@pytest.mark.parametrize(
    ("properties", "name"),
    [
        ("<w:b/>", "bold"),
        ('<w:b w:val="1"/>', "bold"),
        ('<w:u w:val="double"/>', "underline"),
        ('<w:highlight w:val="yellow"/>', "highlight"),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "highlight"),
        ('<w:color w:val="FF0000"/>', "colour"),
        ("<w:strike/>", "struck"),
        ("<w:dstrike/>", "struck"),
    ],
)
def test_each_way_of_marking_a_word_is_seen(properties, name):
    assert getattr(read(p(run("YES", properties)))[0].runs[0], name)


@pytest.mark.parametrize(
    ("properties", "name"),
    [
        ('<w:b w:val="0"/>', "bold"),
        ('<w:b w:val="false"/>', "bold"),
        ('<w:u w:val="none"/>', "underline"),
        ('<w:highlight w:val="none"/>', "highlight"),
        ('<w:shd w:val="clear" w:fill="auto"/>', "highlight"),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', "highlight"),
        ('<w:color w:val="auto"/>', "colour"),
        ('<w:color w:val="000000"/>', "colour"),
        ('<w:strike w:val="off"/>', "struck"),
    ],
)
def test_formatting_that_is_switched_off_or_plain_marks_nothing(properties, name):
    assert not getattr(read(p(run("YES", properties)))[0].runs[0], name)


def test_breaks_tabs_and_hyphens_become_characters():
    content = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
    assert texts(p(content)) == ["a\tb\nc-d"]


def test_tracked_insertions_count_and_deletions_do_not():
    body = p(
        run("We lit ")
        + f"<w:ins>{run('fourteen')}</w:ins>"
        + "<w:del><w:r><w:delText>nine</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run(' old')}</w:moveFrom><w:moveTo>{run(' lamps')}</w:moveTo>"
    )
    assert texts(body) == ["We lit fourteen lamps"]
    assert has_tracked_changes(document(body))


def test_a_document_without_tracked_changes_says_so():
    assert not has_tracked_changes(document(p(run("We lit fourteen lamps"))))


def test_a_row_inserted_with_tracking_is_read():
    body = f"<w:tbl><w:ins><w:tr><w:tc>{p(run('new row'))}</w:tc></w:tr></w:ins></w:tbl>"
    assert texts(body) == ["new row"]


@pytest.mark.parametrize("wrapper", ["hyperlink", "smartTag", "fldSimple", "customXml", "bdo", "dir"])
def test_text_inside_a_wrapper_is_read_in_its_place(wrapper):
    assert texts(p(run("a ") + f"<w:{wrapper}>{run('b')}</w:{wrapper}>" + run(" c"))) == ["a b c"]


@pytest.mark.parametrize("wrapper", ["customXml", "ins"])
def test_paragraphs_inside_a_wrapper_are_read(wrapper):
    assert texts(f"<w:{wrapper}>{p(run('a'))}{p(run('b'))}</w:{wrapper}>") == ["a", "b"]


@pytest.mark.parametrize(
    ("font", "code", "seen"),
    [
        ("Wingdings", "F0FE", CHECKED),
        ("Wingdings", "F078", CHECKED),
        ("Wingdings", "FE", CHECKED),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0A8", UNCHECKED),
        ("Wingdings", "F06F", UNCHECKED),
        ("Wingdings 2", "F052", CHECKED),
        ("Wingdings 2", "F0A3", UNCHECKED),
        ("Webdings", "F061", "✓"),
        ("Wingdings", "F04A", ""),
        ("Lampfont", "F0FE", ""),
        ("Wingdings", "", ""),
        ("Wingdings", "tick", ""),
    ],
)
def test_a_symbol_becomes_the_mark_it_draws_or_nothing(font, code, seen):
    assert texts(p(run("YES ") + f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')) == [f"YES {seen}"]


@pytest.mark.parametrize(("letter", "seen"), [("þ", CHECKED), ("x", CHECKED), ("o", UNCHECKED), ("q", UNCHECKED)])
def test_letters_in_a_symbol_font_become_marks(letter, seen):
    assert texts(p(run(letter, '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run(" no"))) == [f"{seen} no"]


def test_the_same_letters_in_an_ordinary_font_stay_letters():
    assert texts(p(run("oxþ", '<w:rFonts w:ascii="Arial"/>'))) == ["oxþ"]


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        ("<w:checked/>", CHECKED),
        ('<w:checked w:val="1"/>', CHECKED),
        ('<w:checked w:val="true"/>', CHECKED),
        ('<w:checked w:val="0"/>', UNCHECKED),
        ('<w:default w:val="1"/>', CHECKED),
        ('<w:default w:val="0"/><w:checked/>', CHECKED),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', UNCHECKED),
        ("", UNCHECKED),
    ],
)
def test_an_old_check_box_without_a_value_is_checked(state, seen):
    box = f"<w:ffData><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>"
    fields = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(p(run("YES ") + fields)) == [f"YES {seen}"]


def test_the_instruction_of_a_field_is_no_text_but_its_result_is():
    content = "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>" + run("Alba")
    assert texts(p(content)) == ["Alba"]


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        ('<w14:checked w14:val="1"/>', CHECKED),
        ('<w14:checked w14:val="true"/>', CHECKED),
        ("<w14:checked/>", CHECKED),
        ('<w14:checked w14:val="0"/>', UNCHECKED),
        ("", UNCHECKED),
    ],
)
def test_the_state_of_a_check_box_control_decides_and_not_the_glyph_it_shows(state, seen):
    box = f"<w14:checkbox>{state}</w14:checkbox>"
    other = UNCHECKED if seen == CHECKED else CHECKED
    assert texts(p(run("YES ") + control(box, run(other)))) == [f"YES {seen}"]
    assert texts(control(box, p(run(other)))) == [seen]


def test_a_control_that_shows_its_prompt_is_empty_and_a_filled_one_is_not():
    prompt = control("<w:showingPlcHdr/>", run("Click here to type"))
    assert texts(p(run("Name: ") + prompt)) == ["Name: "]
    assert texts(control("<w:showingPlcHdr/>", p(run("Click here to type")))) == []
    assert texts(p(run("Name: ") + control("", run("Alba")))) == ["Name: Alba"]
    assert texts(control("", p(run("one")) + p(run("two")))) == ["one", "two"]


def test_a_text_box_is_read_once_though_word_writes_it_twice():
    box = f"<w:txbxContent>{p(run('in the box'))}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = p(run("before") + f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>")
    assert texts(body) == ["before", "in the box"]


def test_a_text_box_of_an_old_program_is_read():
    box = f"<w:txbxContent>{p(run('in the box'))}</w:txbxContent>"
    assert texts(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")) == ["", "in the box"]


def test_tables_are_numbered_as_they_open_nested_ones_included():
    inner = table((p(run("inner")),))
    body = table((p(run("a")), p(run("b"))), (p(run("c")) + inner + p(run("d")),)) + p(run("between"))
    body += table((p(run("last")),))
    assert [(block.text, block.cell) for block in read(body)] == [
        ("a", (1, 1, 1)),
        ("b", (1, 1, 2)),
        ("c", (1, 2, 1)),
        ("inner", (2, 1, 1)),
        ("d", (1, 2, 1)),
        ("between", None),
        ("last", (3, 1, 1)),
    ]


def test_a_place_is_told_as_a_person_counts():
    first, second = read(p(run("a")) + table((p(run("b")), p(run("c"))))), read(p("") + p(run("x")))
    assert [block.place for block in first] == ["paragraph 1", "table 1, row 1, cell 1", "table 1, row 1, cell 2"]
    assert second[1].place == "paragraph 2"


def test_a_cell_inside_a_control_is_counted():
    row = f"<w:tr><w:tc>{p(run('label'))}</w:tc>{control('', '<w:tc>' + p(run('value')) + '</w:tc>')}</w:tr>"
    assert [(block.text, block.cell) for block in read(f"<w:tbl>{row}</w:tbl>")] == [
        ("label", (1, 1, 1)),
        ("value", (1, 1, 2)),
    ]


@pytest.mark.parametrize(
    ("properties", "bullet"),
    [
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', True),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', False),
        ("", False),
    ],
)
def test_a_list_item_is_a_bullet_unless_its_list_was_taken_off(properties, bullet):
    assert read(p(f"<w:pPr>{properties}</w:pPr>" + run("lamps")))[0].bullet is bullet


@pytest.mark.parametrize("between", ["<!-- a note -->", "<?lamp lit?>"])
def test_comments_and_instructions_in_the_xml_are_passed_over(between):
    assert texts(between + p(between + run("lit") + between) + between) == ["lit"]


def test_a_document_without_a_body_has_no_paragraphs():
    assert blocks(etree.fromstring(f"<w:document {SPACES}/>")) == []
