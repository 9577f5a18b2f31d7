"""Charts, diagrams and files inside a Word document: their words, or what they are where no reader reads them.

Keeps out: which parts a document has (`word_package.py`), and pictures (`word/pictures.py`).
"""

from collections.abc import Iterator

from lxml import etree

from pipeline.reading.word.run import A, W

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
CHART, DIAGRAM, FILE = "chart", "diagram", "embedded file"
# What points to a part of its own, the attribute that names it, and what it is called.
_POINTERS = {
    _C + "chart": (_R + "id", CHART),
    _DIAGRAM + "relIds": (_R + "dm", DIAGRAM),
    _OLE: (_R + "id", FILE),
}
_ACTIVE = W + "control"
POINTERS = (*_POINTERS, _ACTIVE)


def controls_in(document: etree._Element) -> int:
    """How many ActiveX boxes and fields a document has; their values lie in parts that are not read."""
    return sum(1 for _ in document.iter(_ACTIVE))


def pointers_in(document: etree._Element) -> Iterator[tuple[str, str, str]]:
    """What is embedded, each once: the id of its part, what it is, and the program it is of where that is named."""
    seen = set()
    for pointer in document.iter(*_POINTERS):
        attribute, kind = _POINTERS[pointer.tag]
        name = pointer.get(attribute, "")
        if name not in seen:
            seen.add(name)
            yield name, kind, pointer.get("ProgID", "")


def words_of_chart(chart: etree._Element) -> str:
    """A chart's titles, then each of its series: "Lamps: 2029 14, 2030 17"."""
    titles = ["".join(title.itertext(A + "t")) for title in chart.iter(_C + "title")]
    return "\n".join(filter(str.strip, [*titles, *map(_series, chart.iter(_C + "ser"))]))


def _series(series: etree._Element) -> str:
    name, across, up = (_values(series, *names) for names in (("tx",), ("cat", "xVal"), ("val", "yVal")))
    points = [f"{across[at]} {value}" if at < len(across) else value for at, value in enumerate(up)]
    return ": ".join(filter(None, (" ".join(name), ", ".join(points))))


def _values(series: etree._Element, *names: str) -> list[str]:
    parts = [part for part in series if part.tag in {_C + name for name in names}]
    return [(value.text or "").strip() for part in parts for value in part.iter(_C + "v")]


def words_of_diagram(diagram: etree._Element) -> str:
    """The words of a diagram's boxes, a line for each paragraph."""
    lines = ("".join(paragraph.itertext(A + "t")) for paragraph in diagram.iter(A + "p"))
    return "\n".join(filter(str.strip, lines))
