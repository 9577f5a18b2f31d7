"""Words are found wherever word processors put them: equations, alternatives, shapes, flagged fields, symbol fonts."""

import pytest

from tests.reading.word.pieces import control, p, read, run, table

MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SHAPE = f"<a:p {DRAWING}><a:r><a:t>drawn</a:t></a:r></a:p>"
ENDED = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


def texts(body: str) -> list[str]:
    return [block.text for block in read(body) if block.text]


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("an equation", p(run("Lit: ") + f"<m:oMath {MATHS}><m:r><m:t>n=5</m:t></m:r></m:oMath>"), ["Lit: n=5"]),
        ("an equation of its own", f"<m:oMathPara {MATHS}><m:oMath><m:t>n=5</m:t></m:oMath></m:oMathPara>", ["n=5"]),
        (
            "a reading aid",
            p("<w:r><w:ruby><w:rt><w:r><w:t>aid</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>word</w:t></w:r></w:rubyBase>")
            .replace("</w:p>", "</w:ruby></w:r></w:p>"),
            ["word (aid)"],
        ),
        (
            "alternatives among runs",
            p(f"<mc:AlternateContent><mc:Choice>{run('new')}</mc:Choice><mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>"),
            ["new"],
        ),
        (
            "alternatives in a run, the new one without text",
            p(
                "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>old</w:t></mc:Fallback>"
                "</mc:AlternateContent></w:r>"
            ),
            ["old"],
        ),
        (
            "alternatives among paragraphs",
            f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{p(run('old'))}</mc:Fallback></mc:AlternateContent>",
            ["old"],
        ),
        ("something unknown around runs", p(f"<w:unknown>{run('kept')}</w:unknown>"), ["kept"]),
        ("something unknown around paragraphs", f"<w:unknown>{p(run('kept'))}</w:unknown>", ["kept"]),
        ("hidden text", p(run("seen") + run("unseen", "<w:vanish/>")), ["seen"]),
        ("words drawn in a shape", p(f"<w:r><w:drawing>{SHAPE}</w:drawing></w:r>"), ["drawn"]),
        (
            "a deleted end of a paragraph",
            p(ENDED + run("We lit ")) + p(run("all lamps.")) + p(run("Then?")),
            ["We lit all lamps.", "Then?"],
        ),
        ("a deleted end of the last paragraph", p(ENDED + run("We lit.")), ["We lit."]),
        ("a sign of a symbol font", p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5 kg</w:t></w:r>'), ["≥ 5 kg"]),
        ("a sign nobody knows", p('<w:r><w:sym w:font="Arial" w:char="0041"/></w:r>'), ["A"]),
        ("a private bullet", p(run("\uf0b7 lamps")), ["• lamps"]),
    ],
    ids=lambda value: value if isinstance(value, str) and "<" not in value else "",
)  # fmt: skip
def test_words_are_found_wherever_word_processors_put_them(name, body, expected):
    assert texts(body) == expected


def test_a_filled_field_that_still_carries_the_flag_of_its_prompt_is_read():
    flagged = "<w:showingPlcHdr/>"
    assert texts(p(control(flagged, run("We lit them.")))) == ["We lit them."]
    assert texts(p(control(flagged, run("Choose an item.")))) == []
    assert texts(p(control(flagged, run("Ihr Text", '<w:rStyle w:val="Platzhaltertext"/>')))) == []


def test_a_paragraph_in_a_table_in_a_table_knows_the_outermost():
    inner = table((p(run("inner")),))
    found = {
        block.text: (block.cell, block.outermost) for block in read(table((p(run("outer")) + inner,)) + p(run("none")))
    }
    assert found["outer"] == ((1, 1, 1), 1)
    assert found["inner"] == ((2, 1, 1), 1)
    assert found["none"] == (None, 0)
