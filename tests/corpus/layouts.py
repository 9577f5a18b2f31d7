"""The layouts by name, with the fields that each has room for.

Keeps out: how they are written (`layouts_tables.py`, `layouts_lines.py`, `layouts_fields.py`, `layouts_drift.py`).
"""

from tests.corpus import layouts_drift as drift
from tests.corpus import layouts_fields as fields
from tests.corpus import layouts_lines as lines
from tests.corpus import layouts_tables as tables
from tests.corpus.form import Layout

SURVEY = ("name", "title", "telephone", "email")

LAYOUTS = {
    "cells": Layout(tables.cells),
    "dots": Layout(lines.dots, consent=False),
    "matrix_of_three": Layout(tables.matrix_of_three),
    "matrix_of_four": Layout(tables.matrix_of_four),
    "columns": Layout(tables.columns, general=False, columns=True),
    "merged": Layout(tables.merged, general=False),
    "boxes": Layout(fields.boxes, contact=("name", "title", "email")),
    "text_boxes": Layout(fields.text_boxes),
    "nested": Layout(tables.nested, consent=False),
    "controls": Layout(fields.controls),
    "legacy": Layout(fields.legacy, general=False),
    "running": Layout(lines.running, contact=SURVEY),
    "letters": Layout(lines.letters, contact=SURVEY),
    "numerals": Layout(lines.numerals, contact=SURVEY, bare=True),
    "combined_bracket": Layout(lines.combined_bracket, contact=SURVEY),
    "combined_point": Layout(lines.combined_point, contact=SURVEY),
    "tabbed": Layout(lines.tabbed, bare=True),
    "unlabelled": Layout(lines.unlabelled, contact=("name", "email"), consent=False, general=False),
    "spanish": Layout(drift.translated, language="es"),
    "french": Layout(drift.translated, language="fr"),
    "russian": Layout(drift.translated, language="ru"),
    "letterhead": Layout(drift.letterhead, general=False),
    "worn": Layout(drift.worn),
    "misspelt": Layout(drift.misspelt, contact=("name", "telephone", "email"), consent=False, general=False),
}
