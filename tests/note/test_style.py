"""House style: every rule changes what is wrong and leaves what is right; quotations, symbols and names stay.

Keeps out: what drafts make of it (test_draft.py).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.note import style
from pipeline.note.drafting.changes import changed

RULES = {rule.id: rule for rule in style.rules()}
CHANGES = {
    f"{rule.id}: {wrong}": (rule, wrong, right) for rule in RULES.values() for wrong, right in rule.changes.items()
}
LEAVES = {f"{rule.id}: {text}": (rule, text) for rule in RULES.values() for text in rule.leaves}


def found_by(rule, text):
    """What one rule finds in a text: the words, and what should stand there."""
    if rule.mode == "A":
        return [(change.before, change.after) for change in style.put_right(text) if change.rule == rule.id]
    return [(offer.before, offer.after) for offer in style.offers(text) if offer.rule == rule.id]


def test_there_are_forty_five_rules_or_more_with_a_source_and_a_mode():
    assert len(RULES) == len(style.rules()) >= 45
    assert {rule.mode for rule in RULES.values()} == {"A", "S", "C"}
    assert all(rule.source and rule.says and rule.changes and rule.leaves for rule in RULES.values())


@pytest.mark.parametrize(("rule", "wrong", "right"), CHANGES.values(), ids=CHANGES)
def test_what_is_wrong_is_found(rule, wrong, right):
    found = found_by(rule, wrong)
    assert found
    if right is None:
        assert {after for _, after in found} == {None}
        return
    put = wrong
    for before, after in found:
        put = put.replace(before, after, 1) if before else put
    if rule.mode == "A":
        mine = [change for change in style.put_right(wrong) if change.rule == rule.id]
        put = changed(wrong, mine)
    assert put == right


@pytest.mark.parametrize(("rule", "text"), LEAVES.values(), ids=LEAVES)
def test_what_is_right_stays(rule, text):
    assert found_by(rule, text) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if not rule.quoted], ids=lambda rule: rule.id)
def test_quotations_and_adopted_texts_stay(rule):
    for wrong in rule.changes:
        if "“" not in wrong and '"' not in wrong:
            assert found_by(rule, f"It said: “{wrong}”") == []
        assert [one for one in style.offers(wrong, (wrong,)) if one.rule == rule.id] == []
        assert [one for one in style.put_right(wrong, [wrong]) if one.rule == rule.id] == []


def test_changes_can_be_replayed_and_are_made_once():
    text = 'In 2016-2018 the UN organised 3 courses, 25kg of "lamps" and 5% more .'
    changes = style.put_right(text)
    put = changed(text, changes)
    assert put == "In 2016–2018 the United Nations organized 3 courses, 25 kg of “lamps” and 5 per cent more ."
    assert style.put_right(put) == []
    assert {change.rule for change in changes} == {"year-range", "un", "ize", "unit-space", "curly-quotes", "per-cent"}


@given(st.text(alphabet="ab 1.,%kg-–\"“”'’UNS$/:;()\n", max_size=60))
def test_any_text_can_be_put_right_and_its_figures_stay(text):
    put = changed(text, style.put_right(text))
    assert [one for one in put if one.isdigit()] == [one for one in text if one.isdigit()] or ".0" in put.replace(
        "0.", ".0"
    )
