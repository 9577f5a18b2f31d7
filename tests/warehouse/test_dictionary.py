"""docs/data-dictionary.md says what the models say.

Keeps out: that the published file carries the same comments (test_publish.py).
"""

from pipeline.warehouse.dictionary import dictionary
from schemas.finding_codes import FINDING_CODES
from schemas.registry import IN_THE_FILE, VIEWS
from tests.places import ROOT


def test_the_document_is_not_stale():
    assert (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == dictionary()


def test_every_table_column_and_code_is_in_it():
    text = dictionary()
    for table in (*IN_THE_FILE, *VIEWS):
        _, _, behind = text.partition(f"### {table.name}\n")
        part = behind.partition("\n### ")[0]
        for name, column in table.model.to_schema().columns.items():
            assert f"| `{name}` |" in part, table.name
            assert column.description in part
    assert all(f"| `{code}` |" in text for code in FINDING_CODES)
