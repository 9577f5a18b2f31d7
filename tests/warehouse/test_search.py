"""Search for words in answers and paragraphs. Keeps out: other queries (test_query.py)."""

import json

import duckdb
import pytest

from pipeline.cli.app import main
from pipeline.errors import BadInput
from pipeline.warehouse.search import search
from tests.workspaces import add_reply, again

TABLES = """
create schema core; create schema derived;
create table core.answers (meeting_id text, respondent text, recommendation text, text text);
insert into core.answers values
    ('harb-12', 'ALB', '1.a', 'We look for lamps. The coast is dark. Lighted buoys (PEN Online) help.'),
    ('harb-12', 'BOR', '1.a', 'Notre port possède des lampes électriques.'),
    ('harb-12', 'CYR', '1.b', 'A pen is online; PEN is not Online.'),
    ('harb-13', 'ALB', '1.a', 'Огни в порту горят.');
create table derived.note_paragraphs
    (meeting_id text, number bigint, respondent text, recommendation text, text text);
insert into derived.note_paragraphs values
    ('harb-12', 1, null, null, 'The questionnaire was about lamps.'),
    ('harb-12', 2, 'ALB', '1.a', 'Alba reported that it looked for lamps.'),
    ('harb-12', 3, 'CYR', '1.b', 'Cyr reported that a pen was online.');
create table core.respondents (respondent text, name text, sort_key text);
insert into core.respondents values
    ('ALB', 'Alba', 'Alba'), ('BOR', 'Republic of Borland', 'Borland'), ('CYR', 'Cyr', 'Cyr');
create table core.recommendations (meeting_id text, recommendation text, position bigint);
insert into core.recommendations values ('harb-12', '1.a', 1), ('harb-12', '1.b', 2), ('harb-13', '1.a', 1);
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "small.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(TABLES)
    return path


def places(hits) -> list[tuple]:
    return [(hit.meeting_id, hit.respondent, hit.recommendation, hit.paragraph, hit.where) for hit in hits]


INTRODUCTION = ("harb-12", None, None, 1, "paragraph")
BORLAND = ("harb-12", "BOR", "1.a", None, "answer")
ALBA, CYR = ("harb-12", "ALB", "1.a", 2, "both"), ("harb-12", "CYR", "1.b", 3, "both")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lamp", [INTRODUCTION, ALBA, BORLAND]),
        ("LAMPS", [INTRODUCTION, ALBA]),
        ("amps", []),
        ("lamps coast", [("harb-12", "ALB", "1.a", 2, "answer")]),
        ("lampes", [BORLAND]),
        ("electrique", [BORLAND]),
        ("électrique", [BORLAND]),
        # Where the words follow each other, it comes first.
        ("pen online", [("harb-12", "ALB", "1.a", 2, "answer"), CYR]),
        ('"pen online"', [("harb-12", "ALB", "1.a", 2, "answer")]),
        ('"a pen"', [CYR]),
        ("огни порт", [("harb-13", "ALB", "1.a", None, "answer")]),
        ("it's", []),
        ("(pen", [("harb-12", "ALB", "1.a", 2, "answer")]),
        (".*", None),
        ('"', None),
        ("", None),
        ("a\\ b'; drop table core.answers", []),
    ],
)
def test_what_is_found_for_words(database, words, found):
    if found is None:
        with pytest.raises(BadInput, match="expected words"):
            search(database, words)
    else:
        assert places(search(database, words)) == found


def test_narrowed_to_a_meeting_or_a_respondent(database):
    assert places(search(database, "lamp", respondent="ALB")) == [ALBA]
    assert places(search(database, "lamp", meeting_id="harb-13")) == []
    assert places(search(database, "lamp", respondent="A'B")) == []


def test_the_words_stand_in_their_context(database):
    (hit, _) = search(database, "pen online")
    assert "".join(text for text, _ in hit.context).endswith("Lighted buoys (PEN Online) help.")
    assert [text for text, found in hit.context if found] == ["PEN", "Online"]


def test_a_long_text_is_shown_around_the_words(tmp_path):
    with duckdb.connect(str(tmp_path / "long.duckdb")) as connection:
        connection.execute(TABLES)
        connection.execute("update core.answers set text = repeat('word ', 300) || 'Lámpara' || repeat(' word', 300)")
    (hit, *_) = search(tmp_path / "long.duckdb", "lampara")
    shown = "".join(text for text, _ in hit.context)
    assert shown.startswith("… word ")
    assert shown.endswith(" word …")
    assert 20 < len(shown.split()) < 50
    assert [text for text, found in hit.context if found] == ["Lámpara"]


def test_the_command_prints_whose_where_and_the_words(made, capsys):
    add_reply(made, "alba.yaml", respondent="Alba", answers={"1.a": {"action_taken": "yes", "text": "We lit 3 quays."}})
    assert main(["--root", str(made.workspace.root), "run", "--json"]) == 0
    number = next(
        row["number"] for row in again(made).table("derived.note_paragraphs").to_dicts() if "quays" in row["text"]
    )
    capsys.readouterr()
    root = ["--root", str(made.workspace.root), "search"]
    assert main([*root, "quays"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"harb-12  Alba, 1.a, paragraph {number}"
    assert "3 quays." in lines[1]
    assert lines[-1] == "1 place"
    assert main([*root, "quays", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["paragraph"] == number
    assert main([*root, "nowhere"]) == 0
    assert capsys.readouterr().out == "no places\n"
    assert main([*root, "?"]) == 2
