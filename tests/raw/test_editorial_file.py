"""editorial/CODE.yaml written to: what is put in is read again, and what people wrote there stays.

Keeps out: which texts are put in (tests/desk/).
"""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.raw.editorial import fingerprint, load_edits
from pipeline.raw.editorial_file import Entry, put_entries
from pipeline.text.words import tidy
from tests.workspaces import make_workspace

BY_HAND = """\
# Ann has read these.
1.b:   # tide tables
  omit: true
  reason: "said under 1.a"   # 2 June

1.a: {text: 'Alba: all lit.', of: 012345678901}   # short
"""


@pytest.fixture
def by_hand(case):
    folder = case.folder / "editorial"
    folder.mkdir()
    (folder / "ALB.yaml").write_text(BY_HAND, encoding="utf-8")
    return folder / "ALB.yaml"


def edits(case):
    return load_edits(case.folder, case.meeting, case.register)


def test_a_new_entry_leaves_every_line_that_was_there(case, by_hand):
    put_entries(case.folder, "ALB", {"2.a": Entry("Alba: a list.", "0" * 12, beside="The answer: We send a list.")})
    after = by_hand.read_text(encoding="utf-8")
    assert [line for line in BY_HAND.splitlines() if line not in after.splitlines()] in (
        [],
        ["1.a: {text: 'Alba: all lit.', of: 012345678901}   # short"],
    )
    assert "# The answer: We send a list.\n2.a:" in after
    found = edits(case)
    assert {key[1]: edit.text for key, edit in found.items()} == {
        "1.b": None,
        "1.a": "Alba: all lit.",
        "2.a": "Alba: a list.",
    }
    assert found["ALB", "1.a"].of == "012345678901"


def test_an_entry_that_is_there_changes_in_its_place_with_its_comments(case, by_hand):
    put_entries(case.folder, "ALB", {"1.b": Entry("Alba: it trains pilots.", "0" * 12)})
    after = by_hand.read_text(encoding="utf-8")
    assert "# Ann has read these." in after
    assert "# tide tables" in after
    assert list(yaml.safe_load(after)) == ["1.b", "1.a"]
    assert edits(case)["ALB", "1.b"].text == "Alba: it trains pilots."


def test_a_file_of_comments_keeps_them(case):
    path = case.folder / "editorial" / "ALB.yaml"
    path.parent.mkdir()
    path.write_text("# nothing yet", encoding="utf-8")
    put_entries(case.folder, "ALB", {"1.a": Entry("Alba: lit.", "0" * 12)})
    assert path.read_text(encoding="utf-8").startswith("# nothing yet\n1.a:")
    assert edits(case)["ALB", "1.a"].text == "Alba: lit."


def test_an_entry_as_it_was_given_counts_as_none_until_it_is_changed(case):
    text = "Alba: all lights are lit."
    path = put_entries(case.folder, "ALB", {"1.a": Entry(text, "0" * 12, fingerprint(text))})
    assert edits(case) == {}
    path.write_text(path.read_text(encoding="utf-8").replace("are lit", "were lit"), encoding="utf-8")
    assert edits(case)["ALB", "1.a"].text == "Alba: all lights were lit."


def test_an_entry_without_text_says_why(case):
    put_entries(case.folder, "ALB", {"1.a": Entry(None, "0" * 12, reason="said elsewhere: 1.b")})
    assert edits(case)["ALB", "1.a"].text is None


@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_whatever_is_put_in_is_read_again(tmp_path_factory, text):
    case = make_workspace(tmp_path_factory.mktemp("put"))
    text = " ".join(text.split())
    put_entries(case.folder, "ALB", {"1.a": Entry(text, "1e5000000000"), "1.b": Entry(text, "012345678901")})
    put_entries(case.folder, "ALB", {"1.a": Entry(text, "2e5000000000")})
    found = edits(case)
    expected = " ".join(tidy(text).split())
    assert found["ALB", "1.a"].text == found["ALB", "1.b"].text == expected
    assert (found["ALB", "1.a"].of, found["ALB", "1.b"].of) == ("2e5000000000", "012345678901")
