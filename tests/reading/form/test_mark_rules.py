"""Which word a mark belongs to: each rule by an example that it decides. Keeps out: the vote (test_marks.py)."""

from dataclasses import dataclass, field

import pytest

from pipeline.reading.blocks import Block
from pipeline.reading.form import mark_rules as rules
from pipeline.reading.form.marks import decide
from pipeline.reading.form.zone import Zone
from tests.reading.form.zones import cells, line


@dataclass(frozen=True)
class Example:
    """A zone whose last set mark is given its word by one rule; `trails` and `headings` as `decide` takes them."""

    zone: list[Block]
    kind: str
    trails: bool | None = None
    shows: bool | None = None
    headings: dict[int, str] = field(default_factory=dict)


EXAMPLES = {
    rules.only_word_beside_it: Example(line("☒ Yes"), "yes"),
    rules.column_headed_so: Example(cells(("☐", "☒")), "no", headings={1: "yes", 2: "no"}),
    rules.only_word_in_its_column: Example(cells(("YES", "NO"), ("", "X")), "no"),
    rules.only_word_this_side_of_the_slash: Example(line("Yes / No X"), "no"),
    rules.only_word_on_one_side: Example(line("Yes No X"), "no", shows=True),
    rules.word_behind_where_a_mark_comes_first: Example(line("☐ Yes ☒ No ☐ Yes"), "no", shows=False),
    rules.word_before_where_boxes_follow: Example(line("Yes ☒ No ☐"), "yes", shows=True),
    rules.word_before_where_blanks_follow: Example(line("Yes ......X.. No ...."), "yes", shows=True),
    rules.word_behind_where_blanks_come_first: Example(line("___ Yes _X_ No"), "no", shows=False),
    rules.nearer_word: Example(line("YES  X NO"), "no"),
    rules.word_behind_as_other_zones_show: Example(line("YES X NO"), "no", trails=False),
    rules.word_before: Example(line("YES X NO"), "yes"),
}


def test_every_rule_has_an_example():
    assert tuple(EXAMPLES) == rules.RULES


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.__name__)
def test_a_mark_is_given_its_word_by_the_first_rule_that_applies(rule):
    example = EXAMPLES[rule]
    zone = Zone(example.zone, example.trails, example.headings)
    mark = list(zone.of_kind("checked"))[-1]
    assert next(one for one in rules.RULES if one(mark, zone)) is rule
    found = rules.belongs_to(mark, zone)
    assert (found.kind, found.trails, found.mark) == (example.kind, example.shows, mark.text)


def test_a_mark_without_any_word_belongs_to_none():
    zone = Zone(line("☒"), None, {})
    assert [rules.belongs_to(mark, zone) for mark in zone.of_kind("checked")] == [None]
    assert decide(line("☒"))[:4] == ("unclear", "☒ at no word", False, None)
