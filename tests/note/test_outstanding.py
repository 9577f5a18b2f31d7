"""Who has not replied."""

from pipeline.note.outstanding import outstanding_list
from tests.workspaces import make_workspace


def test_those_without_a_reply_that_counts_are_listed_in_order(tmp_path):
    case = make_workspace(tmp_path)
    statuses = {"CYR": ("no_reply", "no_reply"), "ALB": ("late", "late"), "BOR": ("blank", "answered")}
    rows = [{"respondent": code, "status": status} for code, own in statuses.items() for status in own]
    assert outstanding_list(rows, case.register).splitlines() == [
        "respondent,name,status",
        "ALB,Alba,late",
        "CYR,Cyra,no_reply",
    ]
