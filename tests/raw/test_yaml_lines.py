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


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", 3, "the key 'a' a second time", id="a key twice"),
        pytest.param("x:\n  a: 1\n  'a': 2\n", 3, "the key 'a' a second time", id="a key twice, once quoted"),
        pytest.param("x: {a: 1, a: 2}\n", 1, "the key 'a' a second time", id="a key twice in one line"),
        pytest.param("a: &n 1\nb: *n\n", 2, "an alias", id="an alias"),
        pytest.param("a: &n [*n]\n", 1, "an alias", id="an alias to itself"),
        pytest.param("a: 1\n---\nb: 2\n", 2, "another document", id="two documents"),
        pytest.param("a: 1\n\tb: 2\n", 2, "", id="a tab before a key"),
        pytest.param("a: [1,\nb: 2\n", 3, "", id="a list left open"),
        pytest.param("a: 1\nb: 'open\n", 3, "", id="a quotation left open"),
        pytest.param("a: 1\nb: c: d\n", 2, "", id="two colons"),
        pytest.param("a: 1\nb: !!python/object/apply:os.getcwd []\n", 2, "tag", id="a tag of Python"),
        pytest.param("a: 1\nb: !own x\n", 2, "tag", id="a tag of one's own"),
        pytest.param("a: 1\nb: !!binary é\n", 2, "", id="binary that is not"),
        pytest.param("a: 1\nb: !!int abc\n", 2, "", id="a number that is none"),
        pytest.param("a: 1\nb: !!int ''\n", 2, "", id="a number that is empty"),
        pytest.param("a: 1\nb: !!bool maybe\n", 2, "", id="true or false that is neither"),
        pytest.param("a: 1\n? [x]\n: 2\n", 2, "", id="a list as key"),
        pytest.param("a: 1\n? {x: 1}\n: 2\n", 2, "", id="fields as key"),
        pytest.param("a: 1\nb: one\x0btwo\n", 2, "", id="a control character"),
        pytest.param("a: 1\nb: '\x00'\n", 2, "", id="a zero byte"),
        pytest.param("a: 1\n1: b\n01: c\n", 3, "", id="two keys that are the same number"),
        pytest.param("yes: 1\ntrue: 2\n", 2, "", id="two keys that are the same truth"),
    ],
)
def test_other_yaml_is_refused_with_its_line(text, line, found):
    with pytest.raises(BadInput) as caught:
        parse(text, "raw/m/f.yaml")
    message = str(caught.value)
    assert message.startswith(f"raw/m/f.yaml:{line}: YAML: found ")
    assert found in message
    assert ", expected well-formed YAML" in message
    assert "\n" not in message


def test_nesting_without_end_is_refused():
    with pytest.raises(BadInput, match=r"^f\.yaml:1: YAML: found .*, expected well-formed YAML"):
        parse("a: " + "[" * 5000, "f.yaml")


@given(st.text(alphabet="ab1:-{}[]!&*#|>\n\t '\"%@,?<=~.\x07é", max_size=40))
def test_any_text_is_either_read_or_refused(text):
    with suppress(BadInput):
        assert parse(text, "f.yaml").line(("a",)) >= 1
