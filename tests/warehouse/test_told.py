"""What answers report and cite, as tables. Keeps out: how it is found (test_quantities.py)."""

from pipeline import steps
from pipeline.warehouse.told import TOLD, told_tables
from tests.workspaces import add_reply


def test_figures_and_references_are_traced_to_their_answers(case):
    add_reply(case, "a.yaml", respondent="Alba", answers={
        "1.a": {"action_taken": "yes", "text": "We lit 14 lamps in 2030. Under the Lamp Act 1981\n25 kg of oil came."},
        "2.a": {"action_taken": "yes", "text": "UNODC helps us."},
    })  # fmt: skip
    tables = told_tables(steps.intake(steps.Case(case.workspace, case.meeting_id)).tables["core.answers"])
    assert tuple(tables) == TOLD
    figures = tables["derived.figures_reported"]
    assert figures.select("answer_id", "number", "value", "unit", "period", "written", "sentence").rows() == [
        ("harb-12:ALB:1.a", 1, 14.0, "lamps", "2030", "14", "We lit 14 lamps in 2030."),
        ("harb-12:ALB:1.a", 2, 25.0, "kg", "1981", "25 kg", "Under the Lamp Act 1981 25 kg of oil came."),
    ]
    cited = tables["derived.references_cited"]
    assert cited.select("answer_id", "number", "kind", "text").rows() == [
        ("harb-12:ALB:1.a", 1, "law", "Lamp Act 1981"),
        ("harb-12:ALB:2.a", 1, "organization", "UNODC"),
    ]


def test_without_answers_the_tables_are_empty_and_whole(case):
    tables = told_tables(steps.intake(case).tables["core.answers"])
    assert {name: frame.height for name, frame in tables.items()} == dict.fromkeys(TOLD, 0)
