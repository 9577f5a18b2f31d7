"""Pictures in Word documents: which are told, and of which answer."""

import io

import docx
import pytest
from docx.shared import Inches
from lxml import etree

from pipeline.intake.take_in import question_of
from pipeline.outgoing.questionnaire import blank_form
from pipeline.reading.kinds import read
from pipeline.reading.word.pictures import pictures_in
from pipeline.reading.word.run import MC, W
from tests.forms import Filled, line_form
from tests.pictures import png

SPACES = (
    f'xmlns:w="{W[1:-1]}" xmlns:mc="{MC[1:-1]}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml"'
)
POINT = 12_700


def drawn(width: float, height: float) -> str:
    extent = f'<wp:extent cx="{width * POINT:.0f}" cy="{height * POINT:.0f}"/>'
    return f"<w:drawing><wp:inline>{extent}<pic:pic/></wp:inline></w:drawing>"


def old(style: str) -> str:
    return f'<w:pict><v:shape style="{style}"><v:imagedata/></v:shape></w:pict>'


def paragraph(content: str) -> etree._Element:
    return etree.fromstring(f"<w:p {SPACES}><w:r>{content}</w:r></w:p>")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (drawn(400, 200), 1),
        (drawn(80, 80), 0),  # a coat of arms
        (drawn(200, 50), 0),  # a signature
        (drawn(400, 200) * 2, 2),
        (old("width:300pt;height:150pt"), 1),
        (old("margin-width:9pt;width:4in;height:10cm"), 1),
        (old("width:40pt;height:40pt"), 0),
        (old(""), 1),  # who does not say how large it is
        ("<w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing>", 1),
        (f"<w:object>{old('width:300pt;height:150pt')}</w:object>", 0),  # stands for a file
    ],
)
def test_pictures_that_may_hold_words_count(content, told):
    assert pictures_in(paragraph(content)) == told


def test_a_picture_written_twice_for_old_programs_counts_once():
    fallback = f"<mc:Fallback>{old('width:300pt;height:150pt')}</mc:Fallback>"
    both = f"<mc:AlternateContent><mc:Choice>{drawn(400, 200)}</mc:Choice>{fallback}</mc:AlternateContent>"
    assert pictures_in(paragraph(both)) == 1
    only = f"<mc:AlternateContent><mc:Choice/>{fallback}</mc:AlternateContent>"
    assert pictures_in(paragraph(only)) == 1


# In whole forms


def with_pictures(data: bytes, *behind: str, inches: float = 4) -> bytes:
    """A form with a picture in a paragraph of its own behind each of these texts."""
    document = docx.Document(io.BytesIO(data))
    for text in behind:
        after = next(one for one in document.element.iter(W + "p") if "".join(one.itertext()).startswith(text))
        paragraph = document.add_paragraph()
        paragraph.add_run().add_picture(png(), width=Inches(inches), height=Inches(inches))
        after.addnext(paragraph._p)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def told(case, data: bytes) -> list[str]:
    (reply,) = read(data, question_of(case.meeting))
    return [remark.value for remark in reply.remarks]


def test_a_picture_is_told_with_its_answer_and_a_letterhead_is_not(case):
    filled = Filled("Estmark", {"1.a": ("yes", "As shown."), "1.b": ("yes", "Pilots."), "2.a": ("no", "")})
    form = line_form(case.meeting, filled)
    assert told(case, with_pictures(form, "Estmark", "Name of country")) == []
    assert told(case, with_pictures(form, "As shown.", "Pilots.")) == [
        "a picture at the answer to 1.a",
        "a picture at the answer to 1.b",
    ]
    assert told(case, with_pictures(form, "As shown.", inches=0.9)) == []
    assert told(case, form) == []


def test_a_picture_behind_the_signature_is_in_no_answer(case):
    form = line_form(case.meeting, Filled("Estmark", {"1.a": ("no", ""), "1.b": ("no", ""), "2.a": ("yes", "Lists.")}))
    document = docx.Document(io.BytesIO(form))
    for text in ("Done at Est, 12 May 2031", "Signature:"):
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    assert told(case, with_pictures(out.getvalue(), "Signature")) == ["a picture behind the last answer"]


def test_a_picture_in_a_form_with_tags_is_told_with_its_answer(case):
    form = blank_form(case.meeting, case.register.by_code["EST"])
    assert told(case, form) == []
    assert told(case, with_pictures(form, case.meeting.recommendations[1].text)) == ["a picture at the answer to 1.b"]
