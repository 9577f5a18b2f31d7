"""Words that columns may hold: patterns of identifiers and the closed lists of values.

Keeps out: finding codes (`finding_codes.py`) and the columns themselves (`columns.py`).
Imports nothing, so that the quick paths of the command line can read it.
"""

MEETING_ID = r"^[a-z0-9][a-z0-9-]*$"
RECOMMENDATION_ID = r"^[1-9][0-9]*\.(?:[a-z]{1,2}|[1-9][0-9]*)$"

ACTIONS = ("yes", "no", "unclear")
RESPONDENT_KINDS = ("member_state", "associate_member", "special_region", "observer", "organization")
REPLY_STATUSES = ("included", "late", "superseded", "duplicate", "rejected")
ANSWER_STATUSES = ("answered", "no_action", "blank", "not_applicable", "refers_elsewhere", "general")
MATRIX_STATUSES = (*ANSWER_STATUSES, "covered_by_general", "not_in_form", "late", "no_reply")
RECEIVED_SOURCES = ("receipts", "email", "form")
TIMELINESS = ("in_time", "late", "unknown", "no_reply")
# What stands in a reply as the words of a note already.
REPORTED = "reported"
VOICES = ("first_person", REPORTED)
PARAGRAPH_KINDS = ("introduction", "response")
PARAGRAPH_SOURCES = ("template", "editorial", "draft", REPORTED)
CHANGES = ("came", "went", "changed")
COMPARED_WITH = ("last_run", "issued")
SEVERITIES = ("error", "warning")
STAGES = ("planned", "open", "closing", "issued")
TRENDS = ("first", "more", "fewer", "same")
REFERENCE_KINDS = ("law", "system", "organization", "document symbol")
