"""The quick way through a Word document gives the same paragraphs as the thorough one, and is taken where it may."""

import docx
import pytest
from docx.oxml import OxmlElement

from pipeline.config import Limits
from pipeline.reading.formats.word_package import open_package
from pipeline.reading.word import body, flat
from pipeline.reading.word.run import W
from tests.corpus.reading import NAMES, form


@pytest.fixture(scope="module")
def bodies():
    """The bodies of the corpus' Word forms by name."""
    word = [name for name in NAMES if not name.startswith("printed")]
    return {name: open_package(form(name), Limits()).document.find(W + "body") for name in word}


def test_both_ways_give_the_same(bodies):
    taken = {name: one for name, one in bodies.items() if flat.is_flat(one)}
    assert len(taken) > 40
    assert len(bodies) - len(taken) > 20
    assert [name for name, one in taken.items() if flat.flat_blocks(one) != body.blocks_in(one)] == []


@pytest.mark.parametrize("tag", ["sdt", "ins", "del", "txbxContent", "hyperlink", "rPrChange", "smartTag"])
def test_what_changes_its_content_is_not_flat(tag):
    document = docx.Document()
    document.add_paragraph("Lamps.").add_run("Lit.")._r.append(OxmlElement(f"w:{tag}"))
    assert not flat.is_flat(document.element.body)


def test_a_table_in_a_table_is_not_flat():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    assert flat.is_flat(document.element.body)
    cell.add_table(1, 1)
    assert not flat.is_flat(document.element.body)


def test_a_paragraph_behind_a_table_is_in_no_cell():
    document = docx.Document()
    for _ in range(2):
        document.add_table(1, 2).cell(0, 1).text = "in"
        document.add_paragraph("behind")
    blocks = flat.flat_blocks(document.element.body)
    assert [(block.text, block.cell) for block in blocks if block.text] == [
        ("in", (1, 1, 2)),
        ("behind", None),
        ("in", (2, 1, 2)),
        ("behind", None),
    ]
