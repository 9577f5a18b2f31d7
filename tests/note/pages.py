"""A meeting whose replies hold what a page must not take for its own, with its page for review.

Keeps out: what the tests ask of the page.
"""

from pathlib import Path

from pipeline import steps
from pipeline.storage import lake
from tests.workspaces import add_receipt, add_reply, again, make_workspace, usual_replies

HOSTILE = (
    "We set up <script>document.title = 'taken'</script> and <img src=x onerror=\"document.title='taken'\"> in 2030. "
    "A second sentence says \"quoted\" & 'single' </textarea><b>bold</b>. {{ 7 * 7 }} ${7*7} <!-- gone -->."
)


def page_of(root: Path, *, hostile: bool = True) -> tuple[steps.Case, Path]:
    """The meeting, run whole but for the published warehouse, and where its page lies."""
    case = make_workspace(root)
    usual_replies(case)
    if hostile:
        answers = {"1.b": {"action_taken": "yes", "text": HOSTILE}, "2.a": {"action_taken": "no"}}
        add_reply(case, "borland.yaml", respondent="Borland", answers=answers)
        add_receipt(case, "borland.yaml", "BOR")
    return page_again(case)


def page_again(case: steps.Case) -> tuple[steps.Case, Path]:
    """The same with the files in raw/ as they are now."""
    case = again(case)
    lake.write(case.workspace, "core.respondents", "", steps.register_table(case.workspace))
    tables, note = {}, ""
    for make in (steps.intake_tables, steps.note_tables, steps.derived_tables):
        tables = make(case)
        if make is steps.note_tables:
            tables, note = tables
        for name, frame in tables.items():
            lake.write(case.workspace, name, case.meeting_id, frame)
    steps.write_note(case, note)
    steps.write_pages(case)
    return case, steps.note_path(case, steps.REVIEW)
