"""meeting.yaml: every bad value is told with its line, and the good variants are taken.

Keeps out: YAML itself (test_yaml_lines.py) and what the note does with the values.
"""

from datetime import date

import pytest

from pipeline.errors import BadInput
from pipeline.raw.meeting import load_meeting
from pipeline.steps import Case
from tests.workspaces import MEETING

ISSUES = MEETING[MEETING.index("issues:") :]
LAST = "  - title: Exchange of information on cargo\n    recommendations:\n"

# (the text replaced, the text put there, a piece of the line the message must name, field, found, expected)
BAD = {
    "ordinal in words": ("ordinal: 12\n", "ordinal: twelve\n", "twelve", "ordinal", "twelve", "whole number"),
    "ordinal nought": ("ordinal: 12\n", "ordinal: 0\n", "ordinal: 0", "ordinal", "0", "greater than or equal to 1"),
    "ordinal a decimal": ("ordinal: 12\n", "ordinal: 12.0\n", "12.0", "ordinal", "12.0", "whole number"),
    "ordinal in quotes": ("ordinal: 12\n", "ordinal: '12'\n", "'12'", "ordinal", "12", "whole number"),
    "ordinal missing": ("ordinal: 12\n", "", "body:", "ordinal", "nothing", "a value"),
    "key twice": ("ordinal: 12\n", "ordinal: 12\nordinal: 13\n", "ordinal: 13", "YAML", "a second time", "once"),
    "body empty": ("body: Meeting of Harbour Masters", "body: ''", "body:", "body", "''", "text that is not empty"),
    "body of blanks": ("body: Meeting of Harbour Masters", "body: '  '", "body:", "body", "", "text that is not empty"),
    "place a number": ("place: Borford", "place: 12", "place: 12", "place", "12", "text"),
    "place without value": ("place: Borford", "place:", "place:", "place", "", "text"),
    "field unknown": ("place: Borford", "place: Borford\nroom: 3", "room: 3", "room", "3", "no such field"),
    "field id": ("place: Borford", "place: Borford\nid: harb-13", "id: harb-13", "id", "harb-13", "no such field"),
    "field a number": ("agenda_item: 3", "agenda_item: 3\n  7: x", "7: x", "note.7", "", ""),
    "date day first": ("2031-10-06", "06/10/2031", "06/10/2031", "starts", "06/10/2031", "year-month-day"),
    "date impossible": ("2031-10-06", "2031-02-30", "2031-02-30", "starts", "2031-02-30", "a date that exists"),
    "date with time": ("2031-10-06", "2031-10-06 10:00:00", "10:00", "starts", "10:00:00", "year-month-day"),
    "ends before starts": ("2031-10-09", "2031-10-05", "ends: 2031-10-05", "ends", "2031-10-05", "not before starts"),
    "languages not a list": ("[English]", "English", "working_lang", "working_languages", "English", "a list"),
    "language unknown": ("[English]", "[Borlandic]", "working_lang", "working_languages.1", "Borlandic", "'English'"),
    "languages none": ("[English]", "[]", "working_lang", "working_languages", "[]", "at least one entry"),
    "adopted without ordinal": ("ordinal: 11, ", "", "adopted_by", "adopted_by.ordinal", "nothing", "a value"),
    "adopted ends first": ("2030-10-02", "2030-09-01", "adopted_by", "adopted_by.ends", "2030-09-01", "before starts"),
    "deadline before dispatch": ("2031-05-30", "2031-03-02", "deadline", "questionnaire.deadline", "2031-03-02",
                                 "not before dispatched (2031-03-03)"),
    "as_at before deadline": ("2031-05-30", "2031-05-30\n  as_at: 2031-05-29", "as_at", "questionnaire.as_at",
                              "2031-05-29", "not before deadline (2031-05-30)"),
    "deadline missing": ("  deadline: 2031-05-30\n", "", "questionnaire:", "questionnaire.deadline", "nothing",
                         "a value"),
    "word cap nought": ("words_per_answer: 60", "words_per_answer: 0", "words_per_answer",
                        "questionnaire.words_per_answer", "0", "greater than or equal to 1"),
    "invited nobody": ("[LAND]", "[]", "invited", "questionnaire.invited", "[]", "at least one entry"),
    "invited a number": ("[LAND]", "[LAND, 3]", "invited", "questionnaire.invited.2", "3", "text"),
    "invited not in the register": ("[LAND]", "[LAND, LUND]", "invited", "questionnaire.invited", "LUND",
                                    "of respondents.csv"),
    "return_to a text": ("{office: Harbour Office}", "Harbour Office", "return_to", "questionnaire.return_to",
                         "Harbour Office", "fields with values"),
    "return_to without office": ("{office: Harbour Office}", "{email: a@b}", "return_to",
                                 "questionnaire.return_to.office", "nothing", "a value"),
    "note date in words": ("2031-07-01", "soon", "date: soon", "note.date", "soon", "year-month-day"),
    "note before cut-off": ("2031-07-01", "2031-05-29", "date: 2031-05-29", "note.date", "2031-05-29",
                            "not before the cut-off for replies (2031-05-30)"),
    "reissued first": ("2031-07-01", "2031-07-01\n  reissued: 2031-06-30", "reissued", "note.reissued", "2031-06-30",
                       "not before date (2031-07-01)"),
    "agenda item in words": ("agenda_item: 3", "agenda_item: three", "three", "note.agenda_item", "three", "whole"),
    "word limit negative": ("word_limit: 900", "word_limit: -1", "word_limit", "note.word_limit", "-1", "equal to 1"),
    "heading unknown": ("word_limit: 900", "word_limit: 900\n  headings:\n    annex: x", "annex: x",
                        "note.headings.annex", "x", "no such field"),
    "headings a text": ("word_limit: 900", "word_limit: 900\n  headings: none", "headings", "note.headings", "none",
                        "fields with values"),
    "introduction a text": ("word_limit: 900", "word_limit: 900\n  introduction: Hello", "introduction",
                            "note.introduction", "Hello", "a list"),
    "introduction not Jinja": ("word_limit: 900", "word_limit: 900\n  introduction: ['Bad {{ x ']", "introduction",
                               "note.introduction.1", "Bad {{ x", "Jinja template without errors"),
    "issues none": (ISSUES, "issues: []\n", "issues", "issues", "[]", "at least one entry"),
    "issue without title": ("- title: Exchange of information on cargo\n   ", "-", "  - rec", "issues.2.title", "noth",
                            "a value"),
    "recommendations none": (ISSUES[ISSUES.index(LAST) :], LAST.replace("ions:", "ions: []"), "ions: []",
                             "issues.2.recommendations", "[]", "at least one entry"),
    "label twice": ("{label: b", "{label: a", "    recommendations:", "issues.1.recommendations", "",
                    "each label once in an issue (a stands twice)"),
    "label a capital": ("{label: b", "{label: B", "label: B", "issues.1.recommendations.2.label", "B", ""),
    "label nought": ("{label: b", "{label: 0", "label: 0", "issues.1.recommendations.2.label", "0", ""),
    "label read as false": ("{label: b", "{label: no", "label: no", "issues.1.recommendations.2.label", "no", ""),
    "label a decimal": ("{label: b", "{label: 1.1", "label: 1.1", "issues.1.recommendations.2.label", "1.1", ""),
    "text missing": ("{label: b, text:", "{label: b} #", "label: b}", "issues.1.recommendations.2.text", "nothing",
                     "a value"),
    "list for a file": (MEETING, "- body\n", "- body", "file", "list", "fields with values"),
    "list for a key": ("place: Borford", "? [place]\n: Borford", "? [place]", "YAML", "", "YAML"),
    "control character": ("place: Borford", "place: Bor\x0bford", "place:", "YAML", "", "YAML"),
}  # fmt: skip


def _change(case: Case, old: str, new: str) -> str:
    assert old in MEETING
    text = MEETING.replace(old, new, 1)
    (case.folder / "meeting.yaml").write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize(("old", "new", "line", "field", "found", "expected"), BAD.values(), ids=BAD)
def test_a_bad_value_is_told_with_line_field_found_and_expected(case, old, new, line, field, found, expected):
    text = _change(case, old, new)
    number = next(count for count, written in enumerate(text.split("\n"), start=1) if line in written)
    with pytest.raises(BadInput) as caught:
        _ = case.meeting
    message = str(caught.value)
    assert message.startswith(f"raw/harb-12/meeting.yaml:{number}: {field}: found ")
    shown, wanted = message.split(": found ", 1)[1].split(", expected ", 1)
    assert found in shown
    assert expected in wanted
    assert "\n" not in message
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("name", ["label a capital", "label a decimal", "list for a file", "ordinal nought"])
def test_a_message_is_free_of_the_programs_own_words(case, name):
    _change(case, *BAD[name][:2])
    with pytest.raises(BadInput) as caught:
        _ = case.meeting
    for word in ("pattern", "[a-z]", "String", "NoneType", "pydantic"):
        assert word not in str(caught.value)


def test_an_empty_file_is_told_as_empty(case):
    _change(case, MEETING, "")
    with pytest.raises(BadInput, match=r"meeting\.yaml:1: file: found ''?.*, expected fields with values") as caught:
        _ = case.meeting
    assert "NoneType" not in str(caught.value)


def test_every_fault_is_told_in_the_order_of_the_file(case):
    _change(case, "place: Borford", "plaice: Borford")
    text = (case.folder / "meeting.yaml").read_text(encoding="utf-8")
    (case.folder / "meeting.yaml").write_text(text.replace("word_limit: 900", "word_limit: many"), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        _ = case.meeting
    said = [line.split(": ", 1)[1] for line in str(caught.value).splitlines()]
    assert said == [
        "place: found 'nothing', expected a value",
        "plaice: found 'Borford', expected no such field; the nearest known one is place",
        "note.word_limit: found 'many', expected a whole number",
    ]


@pytest.mark.parametrize(
    ("old", "new", "nearest"),
    [
        ("  deadline: 2031-05-30", "  deadlines: 2031-05-30", "deadline"),
        ("{office: Harbour Office}", "{ofice: Harbour Office}", "office"),
        ("word_limit: 900", "wordlimit: 900", "word_limit"),
        ("- title: Exchange", "- titel: Exchange", "title"),
        ("{label: b, text:", "{label: b, txt:", "text"),
        ("place: Borford", "place: Borford\nqqq: 1", None),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_known_one(case, old, new, nearest):
    _change(case, old, new)
    with pytest.raises(BadInput) as caught:
        _ = case.meeting
    (line,) = [line for line in str(caught.value).splitlines() if "no such field" in line]
    assert line.endswith(f"; the nearest known one is {nearest}" if nearest else "expected no such field")


def test_a_long_value_is_shown_shortened_on_one_line(case):
    _change(case, "ordinal: 12\n", "ordinal: |\n" + "  many words\n" * 30)
    with pytest.raises(BadInput) as caught:
        _ = case.meeting
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_another_encoding_is_told(case):
    (case.folder / "meeting.yaml").write_bytes(MEETING.encode("utf-16"))
    with pytest.raises(BadInput, match="encoding: found 'byte 0', expected UTF-8 text"):
        _ = case.meeting


def test_a_folder_without_the_file_is_told(case):
    (case.folder / "meeting.yaml").unlink()
    with pytest.raises(BadInput, match=r"^raw/harb-12/meeting\.yaml: file: found 'nothing'"):
        _ = case.meeting


@pytest.mark.parametrize("name", ["Harb-12", "harb 12", "-harb", "härb"])
def test_a_folder_name_that_is_no_meeting_id_is_told(case, name):
    folder = case.folder.rename(case.folder.with_name(name))
    with pytest.raises(BadInput, match=f"folder: found '{name}', expected small letters, digits and hyphens"):
        load_meeting(folder)


def test_the_meeting_reads_as_it_is_written(case):
    meeting = case.meeting
    assert (meeting.id, meeting.ordinal, meeting.starts) == ("harb-12", 12, date(2031, 10, 6))
    assert [item.id for item in meeting.recommendations] == ["1.a", "1.b", "2.a"]
    assert [item.position for item in meeting.recommendations] == [1, 2, 3]
    assert meeting.recommendations[2].issue_title == "Exchange of information on cargo"
    assert meeting.questionnaire.cutoff == date(2031, 5, 30)
    assert meeting.note.headings.introduction == "I. Introduction"


@pytest.mark.parametrize("label", ["7", "'7'", "12"])
def test_labels_may_be_numbers(case, label):
    _change(case, "{label: b", f"{{label: {label}")
    assert case.meeting.recommendations[1].id == "1." + label.strip("'")


def test_ten_numbered_recommendations_keep_their_order(case):
    texts = "".join(f"      - {{label: {number}, text: Text {number}.}}\n" for number in range(1, 12))
    _change(case, ISSUES[ISSUES.index(LAST) :], LAST + texts)
    assert [item.id for item in case.meeting.recommendations][2:] == [f"2.{number}" for number in range(1, 12)]


@pytest.mark.parametrize("heading", ["introduction", "responses"])
def test_a_heading_may_be_left_out(case, heading):
    _change(case, "word_limit: 900", f"word_limit: 900\n  headings: {{{heading}: null}}")
    assert getattr(case.meeting.note.headings, heading) is None


def test_as_at_moves_the_cut_off(case):
    _change(case, "2031-05-30", "2031-05-30\n  as_at: 2031-06-15")
    assert case.meeting.questionnaire.cutoff == date(2031, 6, 15)


def test_dates_may_fall_on_the_same_day(case):
    _change(case, "2031-07-01", "2031-05-30\n  reissued: 2031-05-30")
    assert case.meeting.note.date == case.meeting.questionnaire.deadline == case.meeting.note.reissued


def test_an_own_introduction_may_hold_templates(case):
    written = ["Written for {{ meeting.body }}.", "{% if replies %}Replies came.{% endif %}"]
    _change(case, "word_limit: 900", f"word_limit: 900\n  introduction: {written}")
    assert case.meeting.note.introduction == written


def test_single_codes_may_be_invited_beside_groups(case):
    _change(case, "[LAND]", "[LAND, FOR]")
    assert case.meeting.questionnaire.invited == ["LAND", "FOR"]


def test_white_space_in_texts_is_made_single(case):
    _change(case, "place: Borford", "place: >-\n  Borford \n    on Sea")
    assert case.meeting.place == "Borford on Sea"
