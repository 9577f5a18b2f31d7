"""Charts, diagrams and files inside Word documents: their words stand beside the form, or the file is told.

Keeps out: pictures (tests/reading/word/test_pictures.py).
"""

import io

import openpyxl

from pipeline.config import Limits
from pipeline.reading.formats.word_package import Aside, Package, open_package
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from pipeline.reading.word.run import A, W
from tests.hostile import paragraph, word, zipped

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C, DIAGRAM = (f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("chart", "diagram"))
SPACES = (
    f'xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}" xmlns:c="{C}" xmlns:a="{A[1:-1]}" xmlns:d="{DIAGRAM}" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
CHART = f"""<c:chartSpace {SPACES}><c:chart>
<c:title><a:p><a:r><a:t>Lamps of Alba</a:t></a:r></a:p></c:title>
<c:ser><c:tx><c:v>repaired</c:v></c:tx><c:cat><c:pt><c:v>2029</c:v></c:pt><c:pt><c:v>2030</c:v></c:pt></c:cat>
<c:val><c:pt><c:v>14</c:v></c:pt><c:pt><c:v>17</c:v></c:pt></c:val></c:ser></c:chart></c:chartSpace>"""
_LINES = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in ("Port", "", "Coast"))
BOXES = f"<d:dataModel {SPACES}>{_LINES}</d:dataModel>"
POINTER = '<c:chart r:id="r1"/>'


def package(body: str, **parts: tuple[str, str | bytes]) -> bytes:
    """A document with this body, and parts by the id of their relation: kind and content."""
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}"/>' for name, (kind, _) in parts.items()
    )
    return zipped(
        {
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>',
            **{f"word/{name}": content for name, (_, content) in parts.items()},
        }
    )


def opened(body: str, **parts: tuple[str, str | bytes]) -> Package:
    return open_package(package(body, **parts), Limits())


def drawn(pointer: str) -> str:
    return f"<w:p><w:r><w:drawing>{pointer}</w:drawing></w:r></w:p>"


def put_in(program: str) -> str:
    return f'<w:p><w:r><w:object><o:OLEObject r:id="r1" ProgID="{program}"/></w:object></w:r></w:p>'


def workbook(*rows: list) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_chart_gives_its_titles_and_its_figures():
    (aside,) = opened(drawn(POINTER), r1=("chart", CHART)).asides
    assert aside == Aside("chart 1", "Lamps of Alba\nrepaired: 2029 14, 2030 17")


def test_a_diagram_gives_the_words_of_its_boxes():
    (aside,) = opened(drawn('<d:relIds r:dm="r1"/>'), r1=("diagramData", BOXES)).asides
    assert aside == Aside("diagram 1", "Port\nCoast")


def test_an_embedded_sheet_and_an_embedded_document_give_their_words():
    rows = workbook(["Year", "Lamps"], [2030, 17])
    (aside,) = opened(put_in("Excel.Sheet.12"), r1=("package", rows)).asides
    assert aside == Aside("embedded file 1", "Year\tLamps\n2030\t17")
    (aside,) = opened(put_in("Word.Document.12"), r1=("package", word(paragraph("Annex.")))).asides
    assert aside == Aside("embedded file 1", "Annex.")


def test_a_file_of_another_kind_is_told_with_the_program_it_is_of():
    package = opened(put_in("AcroExch.Document.DC"), r1=("oleObject", b"%PDF-1.7"))
    assert (package.asides, package.unread) == ((), ("an embedded file that is not read (AcroExch.Document.DC)",))
    for broken in (b"", b"PK\x03\x04 broken", zipped({"other.xml": "<a/>"})):
        assert opened(put_in(""), r1=("package", broken)).unread == ("an embedded file that is not read (r1)",)


def test_controls_of_the_old_kind_are_told_together():
    box = '<w:p><w:r><w:object><w:control r:id="r1"/></w:object></w:r></w:p>'
    told = "2 ActiveX controls (boxes, fields), whose values are not read"
    assert opened(box * 2, r1=("control", "<x/>")).unread == (told,)


def test_what_is_not_there_gives_nothing():
    assert opened(drawn(POINTER)).asides == ()
    assert opened(drawn(POINTER) * 2, r1=("chart", CHART)).asides[1:] == ()


def test_the_words_of_a_chart_stand_beside_the_reply(case):
    adopted = case.meeting.recommendations[0].text
    lines = "".join(map(paragraph, ("Name of country: Alba", "Recommendation 1 (a)", adopted, "Comments: As shown.")))
    data = package(lines + drawn(POINTER), r1=("chart", CHART))
    (reply,) = read(data, Question(case.meeting.id, tuple(case.meeting.recommendations)))
    assert [(one.locator, one.text.splitlines()[0]) for one in reply.unplaced] == [("chart 1", "Lamps of Alba")]
