"""Sheets (.xlsx, .xls, .ods, .csv): a row for each answer, or a row for each respondent, as survey tools export them.

One file may hold many respondents. Formulas are read as the values they last had and never run; names of columns
are data (`form/labels.yaml`). Keeps out: whether codes, dates and values are right (intake judges them).
"""

import csv
import io
from dataclasses import replace
from itertools import dropwhile, zip_longest

import python_calamine

from pipeline.config import Limits
from pipeline.reading.form import labels
from pipeline.reading.formats import archive
from pipeline.reading.formats.sheet_beside import words_beside, words_in_headings
from pipeline.reading.formats.sheet_columns import Columns, cell_at, columns_of
from pipeline.reading.formats.sheet_contents import columns_by_contents
from pipeline.reading.formats.sheet_form import Sheet, read_sheets, words_of
from pipeline.reading.formats.sheet_headings import column_kind
from pipeline.reading.formats.sheet_named import label_in
from pipeline.reading.formats.sheet_notes import beside_cells
from pipeline.reading.formats.sheet_questions import in_questions
from pipeline.reading.formats.sheet_rows import Row, gather, is_mark, said
from pipeline.reading.formats.sheet_shapes import Headed, in_two_rows, with_merged_headings
from pipeline.reading.formats.sheet_texts import with_texts
from pipeline.reading.formats.sheet_translated import as_printed
from pipeline.reading.reply import CONTACT_FIELDS, Question, Remark, Reply, Unreadable, utf8_text
from pipeline.text.one_line import shorten

HEADER_WITHIN = 10
_DELIMITERS = ",;\t"
# As much of a text shows what it is.
_ENOUGH_BYTES = 100_000
# Fewer rows, unless they are long, may have as many commas as each other by chance.
_FEWEST_ROWS, _LONG_ROWS = 5, 6
# Cells of a field above a table, and rows of that, heads and all.
_FIELD_CELLS, _FEWEST_BELOW = 2, 4


def _replies(kind: str, tables: list[Sheet], question: Question, line: str = "row") -> list[Reply]:
    """Replies of all tables that have the columns of one; a `line` is a column where tables were turned.

    Raises:
        Unreadable: no table has them, or none of those that do has rows.
    """
    replies, headers, beside = [], 0, []
    for name, rows in tables:
        printed = as_printed(question, rows, HEADER_WITHIN)
        headed = _headed(rows, printed, name + line, turned=line != "row")
        beside += words_of(name + line, rows[: headed.begins] if headed else rows, printed)
        if headed is None:
            continue
        beside += headed.beside
        columns, unknown = headed.columns, headed.columns.unknown_in([row for _, row in headed.rows])
        headers += 1
        # An agency is no field of a reply, but no slip either: its words are kept.
        strange = {at: name for at, name in unknown.items() if labels.meaning(name) != labels.AGENCY}
        # A heading above nothing is none: somebody wrote there.
        heading = {at: name for at, name in columns.unknown.items() if at not in unknown}
        beside += words_beside(headed.place, heading)
        for respondent, gathered in gather(headed.rows, columns, printed).items():
            # Columns that mean nothing here are told once for the sheet.
            told = () if replies or not strange else (_unknown(headed.place, strange),)
            contact = {field: gathered.fields[field] for field in CONTACT_FIELDS if field in gathered.fields}
            replies.append(
                Reply(
                    format=kind,
                    respondent=respondent,
                    submitted_on=gathered.fields.get("submitted_on", ""),
                    publish=said(gathered.fields.get("publish", "")),
                    voice=gathered.fields.get("voice", "first_person"),
                    contact=contact,
                    answers=tuple(gathered.answers),
                    general=gathered.fields.get("general", ""),
                    general_locator=gathered.place,
                    remarks=(*told, *gathered.remarks),
                    unplaced=tuple(gathered.unplaced),
                    whole_form=False,
                )
            )
    if headers and not replies:
        raise Unreadable("no_text", "a header without rows", "a row for each answer or respondent")
    if not replies:
        expected = "a header with respondent, recommendation, action_taken and text, and rows below it"
        raise Unreadable("wrong_questionnaire", "no sheet with the columns of replies", expected, "nothing_recognised")
    return [replace(replies[0], unplaced=(*beside, *replies[0].unplaced)), *replies[1:]]


def _headed(rows: list[list[str]], question: Question, placed: str, *, turned: bool) -> Headed | None:
    """The first table of a sheet that holds replies, below its headings; None where there is none."""
    for at in range(min(len(rows), HEADER_WITHIN)):
        ways = () if turned else (in_two_rows, in_questions)
        if headed := next(filter(None, (way(rows, at, question, placed) for way in ways)), None):
            return headed
        below = [(f"{placed} {number}", row) for number, row in enumerate(rows[at + 1 :], start=at + 2)]
        columns = columns_of(with_merged_headings(rows[at], below, question), question)
        # A table that was turned has nothing but what replies have, or one for each of several, or it is none.
        if (_all_named(columns, below) or _of_several(columns, below)) if turned else columns.fits:
            asked, head = {place: rows[at][place] for place in columns.wide.values()}, f"{placed} {at + 1}"
            columns, below, heads = with_texts(columns, below)
            beside = (*words_in_headings(head, asked, question), *words_beside(head, heads))
            return Headed(at, head, columns, below, beside)
    return None if turned else _by_contents(rows, question, placed)


def _by_contents(rows: list[list[str]], question: Question, placed: str) -> Headed | None:
    """The first table of a sheet that holds replies by what stands in its columns, below any heads or none."""
    for at in range(-1, min(len(rows), HEADER_WITHIN)):
        header = rows[at] if at >= 0 else []
        below = [(f"{placed} {number}", row) for number, row in enumerate(rows[at + 1 :], start=at + 2)]
        if columns := columns_by_contents(header, below, question):
            return Headed(max(at, 0), f"{placed} {max(at, 0) + 1}", *with_texts(columns, below)[:2])
    return None


def _all_named(columns: Columns, rows: list[Row]) -> bool:
    """Whether a table has columns for recommendations and a respondent in each row; else it may be a form's."""
    return columns.named and all(
        cell_at(row, columns.single["respondent"]) for _, row in rows if any(map(str.strip, row))
    )


def _of_several(columns: Columns, rows: list[Row]) -> bool:
    """Whether a table has a pair of columns for each recommendation, and a respondent, answers and marks in all rows.

    One row alone may be a form's, with labels of its own beside the recommendations.
    """
    filled = [row for _, row in rows if any(map(str.strip, row))]
    others = [name for name in columns.unknown_in(filled).values() if labels.meaning(name) != labels.AGENCY]
    if not (columns.of_all and columns.paired and filled) or (len(filled) == 1 and others):
        return False

    def answers(row: list[str]) -> bool:
        texts = {(one, kind): cell_at(row, at) for (one, kind), at in columns.wide.items()}
        return any(texts.values()) and all(is_mark(text) for (_, kind), text in texts.items() if kind == "action_taken")

    return all(cell_at(row, columns.single["respondent"]) and answers(row) for row in filled)


def _turned(rows: list[list[str]]) -> list[list[str]]:
    """The columns of a sheet as rows; what heads the recommendations, or nothing, stands above the respondents then."""
    turned = [list(column) for column in zip_longest(*rows, fillvalue="")]
    corner = turned[0][0] if turned else "respondent"
    names = [row[0] for row in turned[1:] if row[0].strip()]
    of_names = column_kind(corner) == "recommendation" and not any(
        column_kind(name) or labels.heading(name) for name in names
    )
    if not corner.strip() or of_names:
        turned[0][0] = "respondent"
    return turned


def _unknown(place: str, names: dict[int, str]) -> Remark:
    return Remark("invalid_value", place, "columns " + ", ".join(map(shorten, names.values())))


def _cell(value: object) -> str:
    if isinstance(value, bool):  # as programs show it: under "No" it is no answer but a box
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def looks_like_workbook(data: bytes) -> bool:
    """Whether the bytes are those of a workbook, of Excel new or old or of LibreOffice."""
    if data.startswith(archive.OLE):
        return _utf16("Workbook") in data and _utf16("WordDocument") not in data
    if not data.startswith(archive.ZIP):
        return False
    # A document may hold a whole workbook; its own parts tell which of the two it is.
    if b"xl/workbook." in data:
        return any(name.startswith("xl/workbook.") for name in archive.names_in(data))
    return b"application/vnd.oasis.opendocument.spreadsheet" in data[:200]


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _tables(data: bytes, limits: Limits) -> list[Sheet]:
    """The cells of each sheet of a workbook as text, with its name."""
    if data.startswith(archive.ZIP):
        archive.open_archive(data, limits)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = book.sheet_names
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in names]
    except python_calamine.PasswordError:
        raise Unreadable("encrypted_file", "a workbook with a password", "a file without a password") from None
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise Unreadable("unreadable_file", f"a damaged workbook ({error})", "a workbook that opens") from None
    return [(name, [[_cell(value) for value in row] for row in rows]) for name, rows in sheets]


def text_of_workbook(data: bytes, limits: Limits) -> str:
    """All cells of a workbook that has no form, a line for each row.

    Raises:
        Unreadable: damaged, protected or too large.
    """
    rows = (row for _, rows in _tables(data, limits) for row in rows)
    return "\n".join(line for row in rows if (line := "\t".join(filter(str.strip, row))))


def read_workbook(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read the replies in a workbook.

    Raises:
        Unreadable: damaged, protected, too large, or neither with the columns of replies nor a form.
    """
    tables = _tables(data, limits)
    old = "xls" if data.startswith(archive.OLE) else "ods"
    first, *others = read_tables("xlsx" if b"xl/workbook." in data else old, tables, question)
    beside = beside_cells(data, limits)
    return [replace(first, unplaced=first.unplaced + beside) if beside else first, *others]


def read_tables(kind: str, tables: list[Sheet], question: Question) -> list[Reply]:
    """The replies in sheets with the columns of replies, with these as rows, or with a form.

    Raises:
        Unreadable: none of these.
    """
    named = [(f"sheet {name}, " if name else "", rows) for name, rows in tables]
    ways = (
        lambda: _replies(kind, named, question),
        lambda: _replies(kind, [(name, _turned(rows)) for name, rows in named], question, "column"),
        lambda: read_sheets(kind, tables, question),
    )
    refused = None
    for way in ways:
        try:
            return way()
        except Unreadable as error:
            refused = refused or error
            if error.code != "wrong_questionnaire":
                break
    raise refused


def _delimiter(data: bytes) -> str:
    """What parts the cells of a text whose first line has the columns of replies, or which a program saved as a sheet.

    Empty for any other text.
    """
    text = data[:_ENOUGH_BYTES].decode("utf-8-sig", "replace")
    for header in text.lstrip().splitlines()[:HEADER_WITHIN]:
        likely = max(_DELIMITERS, key=header.count)
        if any(columns_of(row).may_fit for row in csv.reader([header], delimiter=likely)):
            return likely
    if len(data) > _ENOUGH_BYTES:
        text = text.rpartition("\n")[0]  # the last row may be cut
    return next((delimiter for delimiter in _DELIMITERS if _is_saved_sheet(text, delimiter)), "")


def _is_saved_sheet(text: str, delimiter: str) -> bool:
    """Whether every row has as many cells as the others, but for fields above a table; a blank line has none."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return False
    counts = [len(row) for row in rows]
    if len(set(counts)) > 1:
        # "Respondent,Alba", a blank line, and the table.
        rows = list(dropwhile(lambda row: len(row) <= _FIELD_CELLS, filter(any, rows)))
        label = label_in(rows[0][0]) if len(rows) >= _FEWEST_BELOW else None
        # "1 (a): Yes, in 2030, we …" is a line of a letter.
        return len(rows) >= _FEWEST_BELOW and len({len(row) for row in rows}) == 1 and not (label and label.rest)
    if len(counts) < 2:
        return False
    if counts[0] > 2 and len(counts) > 2:
        labelled = all(label_in(row[0]) for row in rows[1:])
        if labelled or column_kind(rows[0][0]) in ("recommendation", "respondent"):
            return True
    return counts[0] >= _LONG_ROWS or (counts[0] > 1 and len(counts) >= _FEWEST_ROWS)


def looks_like_csv(data: bytes) -> bool:
    """Whether a text is one that `read_csv` reads; JSON in one line has commas too."""
    return not data.lstrip().startswith(b"{") and bool(_delimiter(data))


def read_csv(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read the replies in a .csv, separated by commas, semicolons or tabs.

    Raises:
        Unreadable: not UTF-8, broken quotes, or neither with the columns of replies nor a form.
    """
    rows = csv.reader(io.StringIO(utf8_text(data), newline=""), delimiter=_delimiter(data), strict=True)
    try:
        return read_tables("csv", [("", list(rows))], question)
    except csv.Error as error:
        raise Unreadable("unreadable_file", f"broken rows ({error})", "quotes that close and rows that end") from None
