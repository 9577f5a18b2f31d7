"""Replies in YAML and JSON: values stay as written, and nothing is dropped in silence. Keeps out: judging values."""

import json

import pytest

from pipeline.config import Limits
from pipeline.reading.formats.structured import read_structured
from pipeline.reading.reply import Question, Reply, Unreadable

FULL = """\
respondent: ALB
submitted_on: 2031-05-20
publish: true
contact: {name: Mara Quill, telephone: "+00 1 234"}
voice: reported
answers:
  1.a: {action_taken: yes, text: "Lamps are lit: 14 of them."}
  1.b: {action_taken: no}
  2.a:
    text: |
      First paragraph.

      Second paragraph.
general: We follow all of them.
"""


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def reply(question: Question, text: str) -> Reply:
    (found,) = read_structured(text.encode(), question, Limits())
    return found


def refused(question: Question, data: str | bytes) -> Unreadable:
    with pytest.raises(Unreadable) as error:
        read_structured(data.encode() if isinstance(data, str) else data, question, Limits())
    return error.value


def answers(found: Reply) -> list[tuple[str, str, str]]:
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in found.answers]


def test_every_field_of_a_yaml_reply_is_read(question):
    found = reply(question, FULL)
    assert (found.format, found.respondent, found.submitted_on) == ("yaml", "ALB", "2031-05-20")
    assert (found.publish, found.voice, found.general) == ("yes", "reported", "We follow all of them.")
    assert found.contact == {"name": "Mara Quill", "telephone": "+00 1 234"}
    assert answers(found) == [
        ("1.a", "yes", "Lamps are lit: 14 of them."),
        ("1.b", "no", ""),
        ("2.a", "unclear", "First paragraph.\n\nSecond paragraph.\n"),
    ]
    assert (found.remarks, found.whole_form) == ((), False)


def test_answers_and_general_are_traced_to_their_lines(question):
    found = reply(question, FULL)
    assert [answer.locator for answer in found.answers] == ["line 7", "line 8", "line 9"]
    assert found.general_locator == "line 14"


def test_json_gives_the_same_reply_as_yaml(question):
    fields = {
        "respondent": "ALB",
        "submitted_on": "2031-05-20",
        "publish": True,
        "contact": {"name": "Mara Quill", "telephone": "+00 1 234"},
        "voice": "reported",
        "answers": {
            "1.a": {"action_taken": "yes", "text": "Lamps are lit: 14 of them."},
            "1.b": {"action_taken": False},
            "2.a": {"text": "First paragraph.\n\nSecond paragraph.\n"},
        },
        "general": "We follow all of them.",
    }
    found, written = reply(question, json.dumps(fields)), reply(question, FULL)
    assert found.format == "json"
    for name in ("respondent", "submitted_on", "publish", "contact", "voice", "general", "remarks"):
        assert getattr(found, name) == getattr(written, name)
    assert answers(found) == answers(written)
    assert found.answers[0].locator == "answers.1.a"


def test_json_may_stand_in_one_line_whatever_commas_it_has(question):
    data = '{"respondent":"ALB","submitted_on":"2031-05-20","answers":{"1.a":{"action_taken":"yes","text":"Lit."}}}'
    found = reply(question, data)
    assert (found.format, found.respondent, answers(found)) == ("json", "ALB", [("1.a", "yes", "Lit.")])


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("Yes", "yes"),
        ("true", "yes"),
        ("false", "no"),
        ('"yes"', "yes"),
        ("unclear", "unclear"),
        ("perhaps", "perhaps"),
        ("", ""),
        ("~", ""),
    ],
)
def test_yes_and_no_are_read_as_words_and_other_values_as_written(question, written, value):
    found = reply(question, f"publish: {written}\nanswers:\n  1.a: {{action_taken: {written}}}\n")
    assert (found.publish, found.answers[0].action_taken) == (value, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("answers: {1.a: Lamps are lit.}", ("1.a", "unclear", "Lamps are lit.")),
        ("answers: {1.a: }", ("1.a", "", "")),
        ("answers: {1.a: {}}", ("1.a", "", "")),
        ("answers: {1.a: {text: '  '}}", ("1.a", "", "  ")),
        ("answers: {1.10: {action_taken: no}}", ("1.10", "no", "")),
        ("answers: {1.1: {action_taken: no}}", ("1.1", "no", "")),
        ("answers: {9.z: {action_taken: no}}", ("9.z", "no", "")),
        ('{"answers": {"1.10": {"action_taken": "no"}}}', ("1.10", "no", "")),
        ('{"answers": {"1.a": {"text": 14}}}', ("1.a", "unclear", "14")),
        ("answers: {1.a: {text: 'Yes. Lit.'}}", ("1.a", "yes", "Yes. Lit.")),
        ("answers: {1.a: Action has been taken. Lit.}", ("1.a", "yes", "Lit.")),
        ("answers: {1.a: {action_taken: no, text: 'Yes. Lit.'}}", ("1.a", "no", "Yes. Lit.")),
    ],
)
def test_answers_are_read_however_short_and_labels_keep_their_zero(question, text, value):
    assert answers(reply(question, text)) == [value]


def test_the_labels_1_1_and_1_10_are_two_recommendations(question):
    found = reply(question, "answers:\n  1.1: {action_taken: yes}\n  1.10: {action_taken: no}\n")
    assert answers(found) == [("1.1", "yes", ""), ("1.10", "no", "")]


@pytest.mark.parametrize("written", ["0043123", "+43123456", "00 43 123", "12:30", "4.50"])
def test_numbers_of_the_contact_stay_as_written(question, written):
    assert reply(question, f"contact: {{telephone: {written}}}\ngeneral: x\n").contact == {"telephone": written}


@pytest.mark.parametrize("written", ["014", "12:30", "0.50", "2031-05-20", "1e3"])
def test_numbers_and_dates_alone_as_text_stay_as_written(question, written):
    assert answers(reply(question, f"answers:\n  1.a: {{text: {written}}}\n")) == [("1.a", "unclear", written)]


def test_unknown_fields_become_remarks_with_their_place(question):
    found = reply(question, "respondant: ALB\ngeneral: x\nanswers:\n  1.a: {text: Lit., reaction: yes, 7: odd}\n")
    assert [(remark.code, remark.locator, remark.value) for remark in found.remarks] == [
        ("invalid_value", "line 1", "the field respondant"),
        ("invalid_value", "line 4", "the fields reaction, 7"),
    ]
    assert answers(found) == [("1.a", "unclear", "Lit.")]


def test_unknown_fields_of_json_become_remarks_too(question):
    found = reply(question, '{"general": "x", "lamps": {"lit": 14}, "answers": {"1.a": {"note": null}}}')
    assert [(remark.locator, remark.value) for remark in found.remarks] == [
        ("lamps", "the field lamps"),
        ("answers.1.a", "the fields note"),
    ]


def test_a_contact_without_fields_is_not_lost_in_silence(question):
    found = reply(question, "contact: Mara Quill, Pier 4\ngeneral: x\n")
    assert found.contact or found.remarks


@pytest.mark.parametrize(
    "text",
    [
        "general: a\ngeneral: b\n",
        "answers:\n  1.a: {text: one}\n  1.a: {text: two}\n",
        "answers:\n  1.a: {text: one, text: two}\n",
        '{"general": "a", "general": "b"}',
        '{"answers": {"1.a": {"text": "one"}, "1.a": {"text": "two"}}}',
    ],
)
def test_a_key_that_stands_twice_is_refused_since_one_value_would_be_lost(question, text):
    error = refused(question, text)
    assert error.code == "unreadable_file"


@pytest.mark.parametrize(
    "text",
    ["answers:\n  1.a: &lit {text: Lit.}\n  1.b: *lit\n", "general: &a [x]\nanswers: *a\n", "general: *nowhere\n"],
)
def test_aliases_are_refused(question, text):
    assert refused(question, text).code == "unreadable_file"


@pytest.mark.parametrize(
    "text",
    [
        "general: [unclosed",
        "general: 'unclosed",
        "\tgeneral: x",
        "general: x\n  answers: y\n",
        "general: a: b",
        "general: x\n---\ngeneral: y\n",
        "general: !!python/object/apply:os.getcwd []",
        "general: !lamp x",
        "publish: !!bool perhaps\ngeneral: x",
        "general: !!int ''",
        "general: !!int lamp",
        "general: \x07",
        "[a]: b",
        "? [a]\n: b",
        "? {a: b}\n: c",
        "general: " + "[" * 3_000,
        '{"general": "unclosed',
        '{"general": "x"} and more',
        '{"general": ' + "[" * 100_000,
        '{"general": ' + "9" * 5_000 + "}",
    ],
)
def test_broken_text_is_unreadable_in_one_line(question, text):
    error = refused(question, text)
    assert error.code == "unreadable_file"
    assert "\n" not in error.found


@pytest.mark.parametrize("data", [b"general: caf\xe9", "general: lamps".encode("utf-16"), b"\xff\xfe\xfa"])
def test_text_that_is_not_utf_8_is_unreadable(question, data):
    error = refused(question, data)
    assert error.code == "unreadable_file"
    assert "UTF-8" in error.expected


@pytest.mark.parametrize("text", ["Dear colleagues", "- general\n- answers\n", "[1, 2]", "14", "answers: [1.a, 1.b]"])
def test_text_without_the_fields_of_a_reply_is_another_format(question, text):
    assert refused(question, text).code == "unsupported_format"


@pytest.mark.parametrize("text", ["respondent: ALB\n", "{}", '{"respondent": "ALB"}'])
def test_a_reply_without_answers_and_general_has_no_text(question, text):
    assert refused(question, text).code == "no_text"


def test_a_byte_order_mark_is_no_part_of_the_text(question):
    (found,) = read_structured("respondent: ALB\ngeneral: x\n".encode("utf-8-sig"), question, Limits())
    assert (found.respondent, found.remarks) == ("ALB", ())
