"""No word of a sheet is lost: what stands in no column, in headings, behind a recommendation, in a second field."""

import random

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from pipeline.reading.reply import Unreadable
from tests.corpus import mixed_sheet_forms, mixed_tables
from tests.corpus.reading import meeting
from tests.reading.formats.test_sheet import csv_of, xlsx_of

HEADS = ["Country", "Contact person", "Telephone", "Recommendation", "Action taken", "Comments"]
TYPED = "Our zorblatt whistles."


def rows(case) -> list[list[str]]:
    asked = case.meeting.recommendations
    return [
        list(HEADS),
        *(["Alba", "Ada Lamp", "555 0100", f"{one.id} {one.text}", "Yes", f"Lit {one.id}."] for one in asked),
    ]


def unplaced(case, table: list[list[str]]) -> list[tuple[str, str]]:
    found = read(csv_of(table, ";"), question_of(case.meeting))
    assert [answer.action_taken for answer in found[0].answers] == ["yes"] * 3
    return [(words.locator, words.text) for reply in found for words in reply.unplaced]


def test_words_in_a_column_without_a_heading_are_kept(case):
    table = rows(case)
    table[0].append("")
    table[2].append(TYPED)
    assert unplaced(case, table) == [("row 3, column 7", TYPED)]


def test_words_behind_a_recommendation_are_kept(case):
    table = rows(case)
    table[3][3] += f" {TYPED}"
    assert unplaced(case, table) == [("row 4, column 4", TYPED)]


def test_a_heading_above_nothing_is_kept(case):
    table = [[*row, TYPED if row == HEADS else ""] for row in rows(case)]
    assert unplaced(case, table) == [("row 1, column 7", TYPED)]


def test_what_one_heading_says_and_no_other_is_kept(case):
    asked = case.meeting.recommendations
    heads = ["Country", *(f"{one.id} {one.text} {what}" for one in asked for what in ("Action taken", "Comments"))]
    heads[3] += f" {TYPED}"
    assert unplaced(case, [heads, ["Alba", *["Yes", "Lit."] * 3]]) == [("row 1, column 4", f"Action taken {TYPED}")]


def test_a_second_contact_person_is_kept_apart_with_the_first(case):
    table = rows(case)
    table[2][1:3] = ["Ben Wick", "555 0101"]
    (reply,) = read(csv_of(table, ";"), question_of(case.meeting))
    assert (reply.contact, reply.unplaced) == ({"name": "Ada Lamp\nBen Wick", "telephone": "555 0100\n555 0101"}, ())


def test_words_beside_two_columns_of_each_respondent_are_kept_once(case):
    asked = case.meeting.recommendations
    table = [["", "Alba", "", "Cyra", ""], ["Recommendation", *["Action taken", "Comments"] * 2]]
    table += [[one.id, "Yes", "Lit.", "No", "Dear.", TYPED if one is asked[1] else ""] for one in asked]
    found = read(xlsx_of(table), question_of(case.meeting))
    assert [(words.locator, words.text) for reply in found for words in reply.unplaced] == [
        ("sheet S1, row 4, column 6", TYPED)
    ]


@pytest.mark.parametrize("way", ["blank", "row below", "row between", "column behind"])
@pytest.mark.parametrize("kind", ["table", "form"])
def test_what_is_typed_outside_the_cells_of_a_sheet_is_found_again(monkeypatch, way, kind):
    question, saved = question_of(meeting().meeting), mixed_tables.saved

    def typed(rng: random.Random):
        def save(sheets, format_, own):
            name = rng.choice(list(sheets))
            sheet = [list(row) for row in sheets[name]]
            at = rng.randrange(len(sheet))
            if way == "blank":
                blank = [(row, at) for row in sheet for at, text in enumerate(row) if not text.strip()]
                row, column = rng.choice(blank or [(sheet[at], 0)])
                row[column] = f"{row[column]} {TYPED}".strip()
            elif way == "column behind":
                sheet[at] += [""] * (max(map(len, sheet)) - len(sheet[at])) + [TYPED]
            else:
                sheet.insert(len(sheet) if way == "row below" else at, [TYPED])
            return saved(sheets | {name: sheet}, format_, own)

        return save

    lost = []
    for seed in range(15):
        for module in (mixed_tables, mixed_sheet_forms):
            monkeypatch.setattr(module, "saved", typed(random.Random(seed)))
        write = mixed_tables.mixed_table if kind == "table" else mixed_sheet_forms.mixed_sheet_form
        data, *_ = write(seed, "en")
        try:
            lost += [seed] if "zorblatt" not in repr(read(data, question)) else []
        except Unreadable as refused:
            lost.append((seed, refused.found))
    assert lost == []
