"""editorial/CODE.yaml: what an editor's decision says, and what is refused.

Keeps out: which paragraph stands in the note (the tests of the note).
"""

import hashlib

import pytest

from pipeline.errors import BadInput
from pipeline.raw.editorial import Edit, fingerprint, load_edits


@pytest.fixture
def load(case):
    """Loads the edits of one file of this text."""

    def loader(text, name="ALB.yaml"):
        folder = case.folder / "editorial"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_edits(case.folder, case.meeting, case.register)

    return loader


def test_a_meeting_without_the_folder_has_no_edits(case):
    assert load_edits(case.folder, case.meeting, case.register) == {}


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n"])
def test_a_file_without_entries_has_no_edits(load, text):
    assert load(text) == {}


def test_a_reworded_paragraph_is_read_with_its_place(load):
    edits = load("# by the editor\n1.a:\n  text: Alba inspected its lights.\n  of: 0123456789ab\n")
    file = "editorial/ALB.yaml"
    assert edits == {("ALB", "1.a"): Edit("ALB", "1.a", "Alba inspected its lights.", "0123456789ab", file, 2)}


def test_a_paragraph_left_out_has_no_text(load):
    edit = load("1.b: {omit: true, reason: said twice}\n")["ALB", "1.b"]
    assert edit.text is None
    assert edit.of is None


def test_files_of_several_respondents_are_read_together(load):
    load("1.a: {text: One.}\n2.a: {text: Two.}\n")
    assert set(load("1.a: {text: Three.}\n", "CYR.yaml")) == {("ALB", "1.a"), ("ALB", "2.a"), ("CYR", "1.a")}


def test_text_over_several_lines_becomes_one_paragraph(load):
    text = load("1.a:\n  text: |\n    One\u200b line.\n\n    Another  line.\n")["ALB", "1.a"].text
    assert text == "One line. Another line."


@pytest.mark.parametrize(
    "written",
    [
        "123456789012",
        "012345670123",
        "000000000000",
        "1234e5678901",
        "12345678901e",
        "123456789e01",
        "00000000000e",
        "deadbeef0123",
        "abcdefabcdef",
    ],
)
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_fingerprint_is_kept_as_written_whatever_yaml_would_read(load, written, quote):
    assert load(f"1.a: {{text: One., of: {quote}{written}{quote}}}\n")["ALB", "1.a"].of == written


def test_a_fingerprint_is_the_start_of_the_hash_of_the_text():
    text = "We trained 52 pilots; 灯塔."
    assert fingerprint(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
    assert fingerprint("") == "e3b0c44298fc"
    assert fingerprint(text) != fingerprint(text + " ")


@pytest.mark.parametrize(
    ("text", "line", "field", "found", "expected"),
    [
        pytest.param(
            "1.a: {text: One.}\n3.a: {text: Two.}\n", 2, "recommendation", "3.a", "this meeting", id="unknown"
        ),
        pytest.param("1: {text: One.}\n", 1, "recommendation", "1", "this meeting", id="a number"),
        pytest.param("1.a: {text: One.}\n1.a: {text: Two.}\n", 2, "YAML", "second time", "each key once", id="twice"),
        pytest.param("1.a: One.\n", 1, "1.a", "One.", "text and of, or omit", id="bare text"),
        pytest.param("\n1.a: {txt: One.}\n", 2, "1.a", "txt", "text and of, or omit", id="unknown field"),
        pytest.param("1.a:\n", 1, "1.a", "None", "text and of, or omit", id="nothing"),
        pytest.param("1.a: {of: abc}\n", 1, "1.a", "of", "either a text or omit: true", id="neither text nor omit"),
        pytest.param("1.a: {text: ''}\n", 1, "1.a", "text", "either a text or omit: true", id="empty text"),
        pytest.param("1.a: {text: 12}\n", 1, "1.a", "12", "either a text or omit: true", id="number for text"),
        pytest.param("1.a: {text: One., omit: true}\n", 1, "1.a", "One.", "either a text or omit: true", id="both"),
        pytest.param("1.a: {omit: maybe}\n", 1, "1.a.omit", "maybe", "true or false", id="omit neither"),
        pytest.param("1.a: {omit: true}\n", 1, "1.a.reason", "nothing", "why", id="no reason"),
        pytest.param("1.a: {omit: true, reason: ' '}\n", 1, "1.a.reason", "", "why", id="blank reason"),
        pytest.param("1.a: {text: ' '}\n", 1, "1.a", "text", "either a text or omit: true", id="blank text"),
        pytest.param("- 1.a\n", 1, "file", "list", "recommendations with their paragraphs", id="a list"),
        pytest.param("1.a: {text: 'One\n", 2, "YAML", "never closed", "behind the text", id="quotation left open"),
        pytest.param('1.a: {text: "One\x0btwo"}\n', 1, "YAML", "", "well-formed", id="control character"),
    ],
)
def test_a_bad_entry_is_told_with_line_and_field(load, text, line, field, found, expected):
    with pytest.raises(BadInput) as caught:
        load(text)
    message = str(caught.value)
    assert message.startswith(f"raw/harb-12/editorial/ALB.yaml:{line}: {field}: found ")
    shown, wanted = message.split(": found ", 1)[1].split(", expected ", 1)
    assert found in shown
    assert expected in wanted
    assert "\n" not in message


@pytest.mark.parametrize("name", ["XXX.yaml", "Alba.yaml", "alb.yaml"])
def test_a_file_name_that_is_no_code_is_told(load, name):
    with pytest.raises(BadInput, match=rf"editorial/{name}: file name: found '{name[:-5]}', expected the code"):
        load("1.a: {text: One.}\n", name)


def test_another_encoding_is_told(load):
    with pytest.raises(BadInput, match=r"editorial/ALB\.yaml: encoding: found 'byte \d+', expected UTF-8"):
        load("1.a: {text: Été.}\n".encode("latin-1"))


@pytest.mark.parametrize("name", ["._ALB.yaml", ".#ALB.yaml", ".ALB.yaml"])
def test_hidden_files_of_editors_and_systems_are_passed_over(load, name):
    assert load("no: matter\n", name) == {}


def test_the_faults_of_all_files_are_told_together(case, load):
    (case.folder / "editorial").mkdir()
    (case.folder / "editorial" / "BOR.yaml").write_text("1.a: {text: 'One\n")
    (case.folder / "editorial" / "CYR.yaml").write_text("9.z: {text: One.}\n1.a: {omit: true}\n1.b: {text: Good.}\n")
    with pytest.raises(BadInput) as caught:
        load("1.a: {text: 3}\n")
    assert [line.split(": found")[0].partition("editorial/")[2] for line in str(caught.value).splitlines()] == [
        "ALB.yaml:1: 1.a",
        "BOR.yaml:2: YAML",
        "CYR.yaml:1: recommendation",
        "CYR.yaml:2: 1.a.reason",
    ]
