"""YAML kept by hand: what values become, where they stand, and what is refused.

Keeps out: what the values mean (test_meeting.py, test_editorial.py).
"""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.raw.yaml_lines import parse

NESTED = """\
title: Harbours
list:
  - {name: a, size: 1}
  - name: b
    size: 2
# a remark
inner:
  text: >-
    one
    two
  1.10: label
"""


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2031-05-30", "2031-05-30"),
        ("2031-02-30", "2031-02-30"),
        ("2031-05-30 10:00:00", "2031-05-30 10:00:00"),
        ("1.10", "1.10"),
        ("1.1e3", "1.1e3"),
        (".inf", ".inf"),
        ("12", 12),
        ("yes", True),
        ("no", False),
        ("null", None),
        ("", None),
        ("y", "y"),
        ("'12'", "12"),
        ("[1, b]", [1, "b"]),
        ("Phare d'Été 灯塔 ⚓", "Phare d'Été 灯塔 ⚓"),
    ],
)
def test_values_are_read_as_people_mean_them(written, value):
    assert parse(f"field: {written}\n", "f.yaml").data == {"field": value}


def test_keys_that_look_like_decimals_stay_text():
    assert parse("1.10: a\n1.1: b\n2031-05-30: c\n", "f.yaml").data == {"1.10": "a", "1.1": "b", "2031-05-30": "c"}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("title",), 1),
        (("list",), 2),
        (("list", 0), 3),
        (("list", 0, "size"), 3),
        (("list", 1), 4),
        (("list", 1, "size"), 5),
        (("inner",), 7),
        (("inner", "text"), 8),
        (("inner", "1.10"), 11),
        (("inner", "absent"), 7),
        (("inner", "absent", "deeper"), 7),
        (("list", 5), 2),
        (("absent",), 1),
        (("title", "deeper"), 1),
    ],
)
def test_every_value_knows_its_line(path, line):
    document = parse(NESTED, "raw/m/f.yaml")
    assert document.line(path) == line
    assert document.place(path) == f"raw/m/f.yaml:{line}"


def test_lines_are_counted_the_same_with_windows_line_ends():
    assert parse(NESTED.replace("\n", "\r\n"), "f.yaml").line(("inner", "1.10")) == 11


@pytest.mark.parametrize("written", ["0123", "123456789012", "1234e5678901", "0o17", "1_000", "12:30", "null", "yes"])
def test_a_value_can_be_had_as_it_is_written(written):
    assert parse(f"a:\n  of: {written}\n", "f.yaml").written(("a", "of")) == written


@pytest.mark.parametrize("path", [("a",), ("a", "absent"), ("absent",), ("a", "of", "deeper")])
def test_nothing_is_written_where_no_plain_value_stands(path):
    assert parse("a: {of: 1}\n", "f.yaml").written(path) is None


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n"])
def test_an_empty_document_holds_nothing_on_line_one(text):
    document = parse(text, "f.yaml")
    assert document.data is None
    assert document.place(("a",)) == "f.yaml:1"


def test_a_byte_order_mark_at_the_start_does_not_matter():
    assert parse("\ufeffa: 1\n", "f.yaml").data == {"a": 1}


REFUSED = {
    "a key twice": ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' a second time", "each key once"),
    "a key twice, once quoted": ("x:\n  a: 1\n  'a': 2\n", 3, "the key 'a' a second time", "each key once"),
    "a key twice in one line": ("x: {a: 1, a: 2}\n", 1, "the key 'a' a second time", "each key once"),
    "two keys that are the same number": ("a: 1\n1: b\n01: c\n", 3, "a second time", "each key once"),
    "two keys that are the same truth": ("yes: 1\ntrue: 2\n", 2, "a second time", "each key once"),
    "an alias": ("a: &n 1\nb: *n\n", 2, "b: *n", "begins with * or & between quotes"),
    "an alias to itself": ("a: &n [*n]\n", 1, "*n", "begins with * or & between quotes"),
    "a star alone": ("a: *\n", 1, "a: *", "begins with * or & between quotes"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, "a line ---", "one document"),
    "a tab before a key": ("a:\n\tb: 2\n", 2, "a tab before b: 2", "blanks, not tabs"),
    "a list left open": ("a: [1,\nb: 2\n", 3, "the end of the file inside a bracket", "] where it ends"),
    "fields left open": ("a: {b: 1\nc: 2\n", 2, "c: 2 inside a bracket", "} where it ends"),
    "a quotation left open": ("a: 1\nb: 'open\n", 3, "a quotation mark that is never closed", "one before and one"),
    "two colons": ("a: 1\nb: c: d\n", 2, "a second colon in b: c: d", "a value with a colon in it between quotes"),
    "a line without a colon": ("a\nb: 1\n", 2, "b: 1", "each with a colon"),
    "a line further in": ("a: 1\n  b: 2\n", 2, "b: 2", "as many blanks before it as before its neighbours"),
    "a line half as far in": ("a:\n    b: 1\n  c: 2\n", 3, "c: 2", "as many blanks before it as"),
    "an at sign": ("a: 1\nb: @harbour\n", 2, "b: @harbour", "begins with @ between quotes"),
    "an apostrophe between apostrophes": ("a: 'it's'\n", 1, "a: 'it's'", "between quotes of the other kind"),
    "words behind a quotation": ('a: "x" y\n', 1, 'a: "x" y', "between quotes of the other kind"),
    "a backslash between quotes": ('a: "C:\\lamps"\n', 1, "\\l in", "two backslashes"),
    "words behind a bar": ("a: | b\n  c\n", 1, "a: | b", "nothing behind | or >"),
    "a tag of Python": ("a: 1\nb: !!python/object/apply:os.getcwd []\n", 2, "os.getcwd", ""),
    "a tag of one's own": ("a: 1\nb: !own x\n", 2, "!own", "a value without a tag"),
    "binary that is not": ("a: 1\nb: !!binary é\n", 2, "", "well-formed YAML"),
    "a number that is none": ("a: 1\nb: !!int abc\n", 2, "'abc', which is no int", "well-formed YAML"),
    "a number that is empty": ("a: 1\nb: !!int ''\n", 2, "", "well-formed YAML"),
    "true or false that is neither": ("a: 1\nb: !!bool maybe\n", 2, "maybe", "well-formed YAML"),
    "a list as key": ("a: 1\n? [x]\n: 2\n", 2, "a key that is no plain value", "well-formed YAML"),
    "fields as key": ("a: 1\n? {x: 1}\n: 2\n", 2, "a key that is no plain value", "well-formed YAML"),
    "a control character": ("a: 1\nb: one\x0btwo\n", 2, "the character number 11", "without control characters"),
    "a zero byte": ("a: 1\nb: '\x00'\n", 2, "the character number 0", "without control characters"),
}


@pytest.mark.parametrize(("text", "line", "found", "expected"), REFUSED.values(), ids=REFUSED)
def test_other_yaml_is_refused_with_its_line_in_plain_words(text, line, found, expected):
    with pytest.raises(BadInput) as caught:
        parse(text, "raw/m/f.yaml")
    message = str(caught.value)
    assert message.startswith(f"raw/m/f.yaml:{line}: YAML: found ")
    shown, wanted = message.split(": found ", 1)[1].rsplit(", expected ", 1)
    assert found in shown.replace("\\\\", "\\").replace("\\'", "'")
    assert expected in wanted
    assert "\n" not in message
    for word in ("mapping", "token", "scalar", "<block", "document start"):
        assert word not in message


def test_nesting_without_end_is_refused():
    with pytest.raises(BadInput, match=r"^f\.yaml:1: YAML: found .*, expected well-formed YAML"):
        parse("a: " + "[" * 5000, "f.yaml")


@given(st.text(alphabet="ab1:-{}[]!&*#|>\n\t '\"%@,?<=~.\x07é", max_size=40))
def test_any_text_is_either_read_or_refused(text):
    with suppress(BadInput):
        assert parse(text, "f.yaml").line(("a",)) >= 1
