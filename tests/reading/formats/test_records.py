"""JSON records of survey tools: every field of them is read, or told."""

import json

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from pipeline.reading.reply import Unreadable
from tests.reading.formats.test_sheet_shapes import ALBA, CYRA, told

MARKS = {"yes": True, "no": False, "": None}


def rows_of(name: str, said: list[tuple]) -> list[dict]:
    kinds = ("recommendation", "action_taken", "text")
    return [{"country": name, **dict(zip(kinds, one, strict=True))} for one in said]


def wide(name: str, said: list[tuple]) -> dict:
    kinds = ("action taken", "comments")
    return {"country": name} | {
        f"{one} {kind}": text for one, *both in said for kind, text in zip(kinds, both, strict=True)
    }


def nested(name: str, said: list[tuple]) -> dict:
    answers = {one: {"action taken": MARKS[mark], "details": text} for one, mark, text in said}
    return {"country": name, "contact": {"email": "ada@lamps.example"}, "responses": answers}


def listed(name: str, said: list[tuple]) -> dict:
    answers = [{key: value for key, value in row.items() if key != "country"} for row in rows_of(name, said)]
    return {"country": name, "answers": answers}


def written(records: list, way: str) -> bytes:
    if way == "lines":
        return "\n".join(map(json.dumps, records)).encode()
    return json.dumps(records, indent=None if way == "list" else 1).encode()


def replies(case, data: bytes) -> dict:
    return {reply.respondent: reply for reply in read(data, question_of(case.meeting))}


@pytest.mark.parametrize("way", ["list", "lines", "indented"])
@pytest.mark.parametrize("of", [wide, nested, listed])
def test_a_record_for_each_respondent(case, of, way):
    found = replies(case, written([of("Alba", ALBA), of("Cyra", CYRA)], way))
    assert {name: told(reply) for name, reply in found.items()} == {"Alba": ALBA, "Cyra": CYRA}
    assert all((reply.format, reply.unplaced, reply.remarks) == ("json", (), ()) for reply in found.values())
    assert found["Cyra"].answers[0].locator.startswith("record 2")
    assert found["Alba"].contact == ({"email": "ada@lamps.example"} if of is nested else {})


@pytest.mark.parametrize("way", ["list", "lines", "indented"])
def test_a_record_for_each_answer(case, way):
    found = replies(case, written([*rows_of("Alba", ALBA), *rows_of("Cyra", CYRA)], way))
    assert {name: told(reply) for name, reply in found.items()} == {"Alba": ALBA, "Cyra": CYRA}
    assert [answer.locator for answer in found["Cyra"].answers] == ["record 4", "record 5", "record 6"]


@pytest.mark.parametrize("of", [wide, nested, listed])
def test_one_record_alone(case, of):
    assert told(replies(case, json.dumps(of("Alba", ALBA)).encode())["Alba"]) == ALBA


def test_what_means_nothing_here_is_told_and_no_value_covers_another(case):
    alba = {
        **nested("Alba", ALBA),
        "weather": "Fog on most days.",
        "row 99": {"1.a": {"action taken": "The year before."}},
    }
    (reply,) = replies(case, json.dumps([alba]).encode()).values()
    assert told(reply) == ALBA
    assert {words.text for words in reply.unplaced} == {"Fog on most days.", "The year before."}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[{"a": 1}]', "wrong_questionnaire"),
        ('[{"a": 1', "unreadable_file"),
        ('[{"a": 1, "a": 2}]', "unreadable_file"),
        ('{"a": 1}\n{"b": 2', "unreadable_file"),
        ('[{"a": ' + '{"a": ' * 5000 + "1" + "}" * 5000 + "}]", "unreadable_file"),
        ('{"a": 1}', "no_text"),
    ],
)
def test_other_json_is_refused_in_one_line(case, text, code):
    with pytest.raises(Unreadable) as error:
        read(text.encode(), question_of(case.meeting))
    assert error.value.code == code
