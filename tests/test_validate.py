"""Rows against a model: good ones are kept, bad ones told, none lost; a table of another shape is refused.

Keeps out: the models of the warehouse (test_house_rules.py).
"""

from datetime import date

import pandera.polars as pa
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InvalidTable
from pipeline.validate import Fault, column_types, faults, frame_of, require, sound, split


class Harbours(pa.DataFrameModel):
    """One row per harbour."""

    code: pl.String = pa.Field(str_length={"min_value": 1})
    kind: pl.String = pa.Field(isin=("sea", "river"))
    berths: pl.Int64 = pa.Field(ge=0, nullable=True)
    opened: pl.Date = pa.Field(nullable=True)

    class Config:
        strict = True
        ordered = True
        unique = ["code"]

    @pa.dataframe_check(error="a sea harbour has berths")
    def sea_has_berths(cls, data):
        return data.lazyframe.select((pl.col("kind") != "sea") | pl.col("berths").is_not_null())


GOOD = {"code": "A", "kind": "sea", "berths": 3, "opened": date(2030, 1, 2)}


def frame(*changes):
    """One row per change, each a good row but for it, with codes A, B, C …"""
    return frame_of(Harbours, [{**GOOD, "code": chr(65 + place), **change} for place, change in enumerate(changes)])


def test_columns_come_with_their_types_in_order():
    types = {"code": pl.String, "kind": pl.String, "berths": pl.Int64, "opened": pl.Date}
    assert column_types(Harbours) == types
    assert frame_of(Harbours, []).schema == types


def test_rows_become_a_frame_whatever_the_order_of_their_fields():
    made = frame_of(Harbours, [dict(reversed(GOOD.items())), {"code": "B", "kind": "river"}])
    assert made.rows() == [("A", "sea", 3, date(2030, 1, 2)), ("B", "river", None, None)]


@pytest.mark.parametrize("rows", [0, 1, 2, 30])
def test_good_rows_are_all_kept(rows):
    whole = frame(*[{}] * rows)
    good, found = split(Harbours, whole)
    assert good.equals(whole)
    assert good.schema == whole.schema
    assert found == []
    require(Harbours, whole, "core.harbours")


@pytest.mark.parametrize("rows", [0, 1, 30])
def test_a_table_in_which_nothing_is_wrong_is_told_at_once(rows, monkeypatch):
    monkeypatch.setattr(Harbours, "validate", None)
    assert sound(Harbours, frame(*[{}] * rows))
    require(Harbours, frame(*[{}] * rows), "core.harbours")


class Lamps(pa.DataFrameModel):
    """One row per lamp, with rules of the kinds that Harbours has not."""

    sign: pl.String = pa.Field(unique=True, nullable=True)
    colour: pl.String = pa.Field(isin=("red", "green"), ignore_na=False, nullable=True)
    height: pl.Float64 = pa.Field(ge=0, le=1)


def as_pandera_says(model, rows):
    """Whether pandera's own validation finds nothing."""
    try:
        model.validate(rows, lazy=True)
    except pa.errors.SchemaErrors:
        return False
    return True


HARBOURS = st.fixed_dictionaries(
    {
        "code": st.sampled_from([*"ABCDEFGH", "", None]),
        "kind": st.sampled_from([*["sea", "river"] * 4, "lake", None]),
        "berths": st.sampled_from([0, 1, 2, 3, 4, 5, -1, None]),
        "opened": st.sampled_from([date(2030, 1, 2), None]),
    }
)
LAMPS = st.fixed_dictionaries(
    {
        "sign": st.sampled_from([*"ABCDEFGH", None]),
        "colour": st.sampled_from([*["red", "green"] * 4, "blue", None]),
        "height": st.sampled_from([0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.5, float("nan"), None]),
    }
)


@given(
    st.sampled_from([(Harbours, HARBOURS), (Lamps, LAMPS)]).flatmap(
        lambda kind: st.tuples(st.just(kind[0]), st.lists(kind[1], min_size=1, max_size=4))
    )
)
def test_it_is_told_at_once_exactly_where_pandera_finds_nothing(table):
    model, rows = table
    assert sound(model, frame_of(model, rows)) == as_pandera_says(model, frame_of(model, rows))


@pytest.mark.parametrize(
    ("change", "column", "value"),
    [
        pytest.param({"kind": None}, "kind", None, id="null"),
        pytest.param({"code": None}, "code", None, id="null key"),
        pytest.param({"kind": "lake"}, "kind", "lake", id="not in the list"),
        pytest.param({"kind": "SEA"}, "kind", "SEA", id="in capitals"),
        pytest.param({"code": ""}, "code", "", id="too short"),
        pytest.param({"berths": -1}, "berths", "-1", id="too small"),
        pytest.param({"berths": None}, None, None, id="rule over columns"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_bad_row_is_set_aside_with_its_fault_and_the_others_stay(change, column, value, place):
    changes = [{}, {}, {}]
    changes[place] = change
    whole = frame(*changes)
    good, found = split(Harbours, whole)
    assert good.equals(whole.filter(pl.Series([number != place for number in range(3)])))
    assert [(fault.row, fault.column, fault.value) for fault in found] == [(place, column, value)]


@pytest.mark.parametrize("change", [{"kind": "lake"}, {"berths": None}, {"kind": None}])
def test_a_single_row_that_is_bad_leaves_an_empty_table_of_the_same_shape(change):
    good, found = split(Harbours, frame(change))
    assert good.schema == column_types(Harbours)
    assert good.height == 0
    assert len(found) == 1


def test_the_rule_is_named_in_a_fault():
    found = faults(Harbours, frame({"kind": "lake"}, {"berths": None}))
    assert "sea" in found[0].rule
    assert "river" in found[0].rule
    assert found[1] == Fault(1, None, "a sea harbour has berths", None)


def test_rows_with_the_same_key_are_all_set_aside():
    whole = frame({}, {}, {"code": "A"})
    good, found = split(Harbours, whole)
    assert good["code"].to_list() == ["B"]
    assert [fault.row for fault in found] == [0, 2]


def test_a_row_with_several_faults_has_them_all_in_order():
    found = faults(Harbours, frame({}, {"kind": "lake", "berths": -1}, {"code": ""}))
    assert [(fault.row, fault.column) for fault in found] == [(1, "berths"), (1, "kind"), (2, "code")]


def test_no_row_is_lost_whatever_is_wrong():
    whole = frame(
        {}, {"kind": "lake"}, {"code": "A"}, {"berths": None}, {"code": None}, {"code": None}, {}, {"kind": None}
    )
    good, found = split(Harbours, whole)
    bad = {fault.row for fault in found}
    assert good.height + len(bad) == whole.height
    assert good["code"].to_list() == ["G"]
    assert bad == {0, 1, 2, 3, 4, 5, 7}


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        pytest.param(lambda f: f.drop("berths"), "berths", id="missing column"),
        pytest.param(lambda f: f.with_columns(depth=1), "depth", id="extra column"),
        pytest.param(lambda f: f.with_columns(pl.col("berths").cast(pl.String)), "berths", id="number as text"),
        pytest.param(lambda f: f.with_columns(pl.col("berths").cast(pl.Int32)), "berths", id="smaller number"),
        pytest.param(lambda f: f.with_columns(pl.col("opened").cast(pl.Datetime)), "opened", id="date with time"),
        pytest.param(lambda f: f.select("kind", "code", "berths", "opened"), "kind", id="other order"),
        pytest.param(lambda f: f.select("code"), "", id="one column left"),
        pytest.param(lambda f: pl.DataFrame(), "", id="no column at all"),
    ],
)
@pytest.mark.parametrize("rows", [0, 1, 3])
@pytest.mark.parametrize("change", [{}, {"kind": "lake"}], ids=["good rows", "bad rows"])
def test_a_table_of_another_shape_is_refused_by_both_checks(spoil, named, rows, change):
    spoiled = spoil(frame(*[change] * rows))
    for check in (lambda: split(Harbours, spoiled), lambda: require(Harbours, spoiled, "core.harbours")):
        with pytest.raises(InvalidTable) as caught:
            check()
        assert str(caught.value).startswith("Harbours: ")
        assert named in str(caught.value)


def test_a_missing_column_is_told_on_one_line():
    with pytest.raises(InvalidTable, match="berths") as caught:
        split(Harbours, frame({}).drop("berths"))
    assert "\n" not in str(caught.value)


def test_require_names_table_row_column_value_and_rule():
    with pytest.raises(InvalidTable) as caught:
        require(Harbours, frame({}, {"kind": "lake"}, {"berths": -1}), "core.harbours")
    assert str(caught.value).startswith("core.harbours: 2 rows do not fit, the first is row 2: kind: found 'lake', ")


def test_require_counts_rows_and_not_faults():
    with pytest.raises(InvalidTable, match=r"^core\.harbours: 1 rows? do"):
        require(Harbours, frame({}, {"kind": "lake", "berths": -1}), "core.harbours")
