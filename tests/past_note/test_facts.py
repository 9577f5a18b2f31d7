"""Facts of a note as bodies word them."""

import pytest

from pipeline.past_note.facts import facts_of
from pipeline.past_note.parts import parts_of
from pipeline.past_note.pieces import of_markdown


def facts(text: str):
    return facts_of(parts_of(of_markdown(text)))


@pytest.mark.parametrize(
    ("said", "dispatched", "deadline", "as_at"),
    [
        ("A form was circulated on 1 May 2030, to be returned by 3 June 2030.", "2030-05-01", "2030-06-03", None),
        ("On 1 May 2030 a questionnaire followed; replies were due by 3 June 2030.", "2030-05-01", "2030-06-03", None),
        ("The questionnaire went out on 1 May 2030. The deadline was 3 June 2030.", "2030-05-01", "2030-06-03", None),
        ("Replies came by 3 June 2030. As of 9 June 2030 there were 12.", None, "2030-06-03", "2030-06-09"),
        ("Nothing is said of days.", None, None, None),
    ],
)
def test_days_are_found_however_they_are_worded(said, dispatched, deadline, as_at):
    known = facts(f"1. {said}").known
    found = [known.get(f"questionnaire.{name}") for name in ("dispatched", "deadline", "as_at")]
    assert [str(day) if day else None for day in found] == [dispatched, deadline, as_at]


@pytest.mark.parametrize(
    ("line", "starts", "ends"),
    [
        ("Lima, 7–11 October 2030", "2030-10-07", "2030-10-11"),
        ("Port Town, 28 September to 2 October 2030", "2030-09-28", "2030-10-02"),
        ("Borford, 30 December 2030 – 2 January 2031", "2030-12-30", "2031-01-02"),
        ("Borford, 7 October 2030", "2030-10-07", "2030-10-07"),
    ],
)
def test_place_and_days_of_a_meeting_are_read_from_its_line(line, starts, ends):
    known = facts(f"Ninth Meeting of Pilots\n\n{line}\n\n1. Text.").known
    assert known["place"] == line.partition(",")[0]
    assert (str(known["starts"]), str(known["ends"])) == (starts, ends)


def test_the_meeting_that_adopted_is_another_than_the_one_the_note_is_for():
    known = facts(
        "Forty-eighth Meeting of Pilots\n\n1. The Forty-eighth Meeting will hear what became of the advice of the "
        "Forty-sixth Meeting of Pilots, which took place in Port Town from 1 to 3 March 2029."
    ).known
    assert (known["ordinal"], known["adopted_by.ordinal"]) == (48, 46)
    assert known["adopted_by.place"] == "Port Town"
    assert str(known["adopted_by.ends"]) == "2029-03-03"


def test_marks_of_footnotes_keep_their_places():
    found = facts(
        "HARB/1/2*\n\n3 May 2030*\n\nEnglish only**, ***\n\n\\* One.\n\n\\*\\* Two.\n\n\\*\\*\\* Three.\n\n1. Text."
    )
    assert found.marks == {"symbol": [1], "date": [1], "language": [2, 3]}
    assert found.lines == {"symbol": "HARB/1/2", "date": "3 May 2030", "language": "English only"}


def test_days_that_no_calendar_has_are_no_facts():
    found = facts(
        "Ninth Meeting of Pilots\n\n31 February 2030\n\nBorford, 31–32 June 2030\n\n\\* Reissued on 31 April 2030.\n\n"
        "1. Pilots met in Borford from 30 to 31 November 2028. A form was sent on 31 June 2030, due by 3 July 2030."
    )
    assert set(found.known) == {"ordinal", "body", "questionnaire.deadline"}
    assert [piece.text for piece, _ in found.unplaced] == ["31 February 2030", "Borford, 31–32 June 2030"]


def test_a_title_may_end_with_a_day():
    title = "What became of the advice given in Borford, 3–5 May 2029"
    found = facts(f"Ninth Meeting of Pilots\n\nLima, 7–11 October 2030\n\n{title}\n\n1. Text.")
    assert found.lines["title"] == title
    assert found.known["place"] == "Lima"
    assert found.unplaced == []
