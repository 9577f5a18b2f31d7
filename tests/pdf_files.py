"""Writes small PDF files by hand: text at places, lines, areas and the fields of an interactive form.

Used by the tests and the fuzzer. Keeps out: the forms that a word processor printed (tests/corpus/resaved).
"""

FONTS = {"F": "Helvetica", "B": "Helvetica-Bold"}


def text(x: float, y: float, words: str, font: str = "F", colour: str = "0 0 0", turned: bool = False) -> str:
    """Words on a base line, in letters of 10 points."""
    safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    matrix = f"0.7 0.7 -0.7 0.7 {x} {y}" if turned else f"1 0 0 1 {x} {y}"
    return f"BT {colour} rg /{font} 10 Tf {matrix} Tm ({safe}) Tj ET\n"


def rule(left: float, bottom: float, right: float, top: float) -> str:
    """A drawn line."""
    return f"0.5 w {left} {bottom} m {right} {top} l S\n"


def square(left: float, bottom: float, side: float = 9) -> str:
    """A box drawn to be ticked."""
    return f"0.5 w {left} {bottom} {side} {side} re S\n"


def area(left: float, bottom: float, width: float, height: float, colour: str = "1 1 0") -> str:
    """A coloured area, as behind highlighted words."""
    return f"{colour} rg {left} {bottom} {width} {height} re f\n"


def grid(lefts: list[float], tops: list[float]) -> str:
    """The lines of a table whose columns begin at `lefts` and whose rows begin at `tops`, the last of each its end."""
    across = [rule(lefts[0], top, lefts[-1], top) for top in tops]
    return "".join(across + [rule(left, tops[-1], left, tops[0]) for left in lefts])


def text_field(left: float, bottom: float, value: str) -> str:
    """A field that text was typed into."""
    return f"/FT /Tx /T (t{left}.{bottom}) /V ({value}) /Rect [{left} {bottom} {left + 150} {bottom + 12}]"


def check_field(left: float, bottom: float, checked: bool) -> str:
    """A field to tick."""
    state = "/Yes" if checked else "/Off"
    box = f"[{left} {bottom} {left + 10} {bottom + 10}]"
    return f"/FT /Btn /T (c{left}.{bottom}) /V {state} /AS {state} /Rect {box} /AP << /N << /Yes 5 0 R /Off 5 0 R >> >>"


def note(kind: str, left: float, bottom: float, right: float, top: float, says: str = "", more: str = "") -> str:
    """What a viewer's tool put onto the page."""
    return f"/Subtype /{kind} /Rect [{left} {bottom} {right} {top}] /Contents ({says}) {more}"


def pdf(
    *pages: str,
    fields: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    extra: str = "",
    rotation: int = 0,
    more: str = "",
) -> bytes:
    """A file with these pages; fields and notes lie on the first, `extra` is in the trailer, `more` in the root."""
    kids, widgets = [], []
    objects = [
        "",  # the catalogue, once the fields have their numbers
        "",  # the tree of pages
        *(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for name in FONTS.values()),
        "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 0 >>\nstream\n\nendstream",
    ]

    def add(body: str) -> int:
        objects.append(body)
        return len(objects)

    for field in fields:
        widgets.append(add(f"<< /Type /Annot /Subtype /Widget {field} >>"))
    upon = [*widgets, *(add(f"<< /Type /Annot {one} >>") for one in notes)]
    for number, content in enumerate(pages):
        stream = add(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        listed = " ".join(f"{one} 0 R" for one in upon) if number == 0 else ""
        fonts = " ".join(f"/{short} {at} 0 R" for at, short in enumerate(FONTS, 3))
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotation} /Contents {stream} 0 R "
                f"/Resources << /Font << {fonts} >> >> /Annots [{listed}] >>"
            )
        )
    form = f"/AcroForm << /Fields [{' '.join(f'{widget} 0 R' for widget in widgets)}] >>" if widgets else ""
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {form} {more} >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"
    return raw_pdf([body.encode("cp1252") for body in objects], extra)


def raw_pdf(objects: list[bytes], extra: str = "") -> bytes:
    """A file of these objects, whatever they are; the first is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out
