"""Parts of Word documents: the main part wherever it lies, Strict Open XML, notes beside the text, embedded parts."""

import io
import zipfile

import pytest

from pipeline.config import Limits
from pipeline.reading.formats.rtf import text_of_rtf
from pipeline.reading.formats.word_package import Aside, open_package
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Unreadable
from pipeline.reading.word.body import blocks
from pipeline.reading.word.run import W
from tests.hostile import word, zipped

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}"'


def relations(**targets: tuple[str, str]) -> str:
    """Relations by id: kind and target."""
    one = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{one}</Relationships>'


def par(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def package(body: str, **parts: str | bytes) -> bytes:
    document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    return zipped({"word/document.xml": document, **parts})


def texts(data: bytes) -> list[str]:
    return [block.text for block in blocks(open_package(data, Limits()).document)]


def notes(kind: str, *texts: str, first: str = "") -> str:
    said = "".join(f'<w:{kind} w:id="{n}">{par(run(text))}</w:{kind}>' for n, text in enumerate(texts, 1))
    return f"<w:{kind}s {SPACES}>{first}{said}</w:{kind}s>"


def test_the_main_part_is_the_one_the_package_names():
    body = f"<w:document {SPACES}><w:body>{par(run('Lamps.'))}</w:body></w:document>"
    named = {"word/document2.xml": body, "_rels/.rels": relations(r1=("officeDocument", "word/document2.xml"))}
    assert texts(zipped(named)) == ["Lamps."]
    with pytest.raises(Unreadable, match="no Word document"):
        open_package(zipped({"word/document2.xml": body}), Limits())


def test_a_part_that_is_no_word_document_is_refused():
    with pytest.raises(Unreadable, match="no Word document"):
        open_package(zipped({"word/document.xml": "<lamps/>"}), Limits())


def test_strict_open_xml_is_read_as_the_usual():
    with zipfile.ZipFile(io.BytesIO(word(par(run("Lamps."))))) as made:
        usual = made.read("word/document.xml")
    strict = usual.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert strict != usual
    assert texts(zipped({"word/document.xml": strict})) == ["Lamps."]


@pytest.mark.parametrize("kind", ["footnote", "endnote", "comment"])
def test_notes_stand_beside_the_text_with_their_place(kind):
    reference = f'<w:r><w:{kind}Reference w:id="{{}}"/></w:r>'
    line = f'<w:{kind} w:id="0" w:type="separator">{par(run("---"))}</w:{kind}>'
    data = package(
        par(run("Lamps.") + reference.format(2) + reference.format(1)),
        **{
            "word/_rels/document.xml.rels": relations(n=(f"{kind}s", f"{kind}s.xml")),
            f"word/{kind}s.xml": notes(kind, "Since 2029.", "Of oil.", "Not referred to.", first=line),
        },
    )
    assert texts(data) == ["Lamps."]
    found = [(aside.place, aside.text) for aside in open_package(data, Limits()).asides]
    assert found == [(f"{kind} 2", "Since 2029."), (f"{kind} 1", "Of oil.")]


CHUNKS = {
    "page.html": "<html><head><title>no</title></head><body><p>All lamps</p><p>burn &amp; shine.</p></body></html>",
    "text.txt": "All lamps\nburn & shine.",
    "rich.rtf": r"{\rtf1\ansi All lamps\par burn & shine.\par}",
    "inner.docx": word(par(run("All lamps")) + par(run("burn &amp; shine."))),
}


@pytest.mark.parametrize("name", CHUNKS)
def test_a_part_embedded_whole_is_read_where_it_stands(name):
    data = package(
        par(run("Before.")) + '<w:altChunk r:id="c"/>' + par(run("Behind.")),
        **{"word/_rels/document.xml.rels": relations(c=("aFChunk", f"/word/{name}")), f"word/{name}": CHUNKS[name]},
    )
    assert [text for text in texts(data) if text] == ["Before.", "All lamps", "burn & shine.", "Behind."]


def test_an_embedded_part_that_is_missing_or_outside_is_no_fault():
    outside = relations(c=("aFChunk", "http://example.org/x.html")).replace("Target=", 'TargetMode="External" Target=')
    for named in (outside, relations(c=("aFChunk", "gone.html")), relations()):
        data = package('<w:altChunk r:id="c"/>' + par(run("Lamps.")), **{"word/_rels/document.xml.rels": named})
        assert texts(data) == ["Lamps."]


def test_documents_in_documents_end_somewhere():
    data = word(par(run("Lamps.")))
    for _ in range(6):
        data = package(
            '<w:altChunk r:id="c"/>',
            **{"word/_rels/document.xml.rels": relations(c=("aFChunk", "inner.docx")), "word/inner.docx": data},
        )
    assert texts(data) == []


def test_what_a_document_in_rtf_shows():
    assert (
        text_of_rtf(rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Lamps \b burn\b0 .\par Caf\'e9.}") == "Lamps burn.\nCafé."
    )


def test_lines_at_the_edges_of_pages_stand_beside_the_text_once():
    reference = '<w:p><w:pPr><w:sectPr><w:{0}Reference w:type="default" r:id="{1}"/></w:sectPr></w:pPr></w:p>'
    names = (("h", "header", 1), ("i", "header", 2), ("f", "footer", 1), ("u", "header", 3))
    related = {identifier: (kind, f"{kind}{number}.xml") for identifier, kind, number in names}
    lines = {"header1": "Lamps office", "header2": "Lamps office", "footer1": "By night", "header3": "Not used"}
    data = package(
        par(run("Lamps.")) + "".join(reference.format(kind, identifier) for identifier, kind, _ in names[:3]),
        **{"word/_rels/document.xml.rels": relations(**related)},
        **{
            f"word/{name}.xml": f'<w:hdr xmlns:w="{W[1:-1]}">{par(run(text))}<w:p/></w:hdr>'
            for name, text in lines.items()
        },
    )
    assert open_package(data, Limits()).asides == (
        Aside("header", "Lamps office", printed=True),
        Aside("footer", "By night", printed=True),
    )


@pytest.mark.parametrize("kind", ["footnote", "comment"])
def test_a_note_is_told_at_the_recommendation_whose_answer_it_stands_at(case, kind):
    one, two, _ = case.meeting.recommendations
    reference = f'<w:r><w:{kind}Reference w:id="{{}}"/></w:r>'
    lines = [
        ("Country: Alba", 1),
        (f"{one.id} {one.text}", 0),
        ("We lit the quay.", 2),
        (f"{two.id} {two.text}", 3),
        ("Comments:", 4),
    ]
    lines += [("General comments", 0), ("We thank the office.", 5)]
    data = package(
        "".join(par(run(words) + (reference.format(number) if number else "")) for words, number in lines),
        **{
            "word/_rels/document.xml.rels": relations(n=(f"{kind}s", f"{kind}s.xml")),
            f"word/{kind}s.xml": notes(kind, "Of the north.", "Of oil.", "Since 2029.", "Nine sail.", "For ropes."),
        },
    )
    (reply,) = read(data, Question(case.meeting.id, tuple(case.meeting.recommendations)))
    told = {words.text: words.recommendation for words in reply.unplaced if words.locator.startswith(kind)}
    assert told == {"Of the north.": "", "Of oil.": "1.a", "Since 2029.": "1.b", "Nine sail.": "1.b", "For ropes.": ""}
