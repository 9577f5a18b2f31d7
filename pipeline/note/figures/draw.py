"""The three figures of a meeting, drawn from its tables.

Keeps out: shapes (`svg.py`) and writing files (`steps.py`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.note.figures import svg
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.text.one_line import shorten
from pipeline.text.spoken import long_date

# How each status of derived.response_matrix is shown: colour, sign, colour of the sign, words of the legend.
STATUSES = {
    "answered": ("#0b5394", "●", "#ffffff", "answered"),
    "general": ("#0b5394", "G", "#ffffff", "general statement"),
    "covered_by_general": ("#9fc5e8", "g", svg.INK, "covered by a general statement"),
    "no_action": ("#f6b26b", "–", svg.INK, "no action taken"),
    "refers_elsewhere": ("#d9d2e9", "→", svg.INK, "refers elsewhere"),
    "not_applicable": ("#e6e6e6", "n", svg.INK, "not applicable"),
    "blank": ("#f3f3f3", "○", svg.SOFT, "left blank"),
    "not_in_form": ("#f3f3f3", "×", svg.SOFT, "not in the form"),
    "late": ("#ead1dc", "L", svg.INK, "late reply"),
    "no_reply": ("#ffffff", "", svg.SOFT, "no reply"),
}
_LEFT, _CELL, _ROW = 250, 26, 20
# Letters of a name that fit to the left.
_LETTERS = 36


def coverage(matrix: Sequence[Mapping], meeting: Meeting, register: Register) -> str:
    """Who answered what: a row for each respondent, a column for each recommendation.

    `matrix` are the rows of derived.response_matrix.
    """
    statuses = {(row["respondent"], row["recommendation"]): row["status"] for row in matrix}
    people = [one for one in register.respondents if any(code == one.code for code, _ in statuses)]
    asked = meeting.recommendations
    top, used = 76, Counter(statuses.values())
    shapes = [_cell(status) for status in STATUSES if used[status]]
    shapes += [
        svg.text(_LEFT + _CELL * (at + 0.5), top - 8, one.id, size=11, anchor="middle") for at, one in enumerate(asked)
    ]
    for row, person in enumerate(people):
        y = top + row * _ROW
        shapes.append(svg.text(_LEFT - 8, y + 14, shorten(person.name, _LETTERS), size=12, anchor="end"))
        own = [statuses.get((person.code, one.id), "no_reply") for one in asked]
        if set(own) == {"no_reply"}:
            width = len(asked) * _CELL - 2
            shapes.append(
                svg.rect(_LEFT, y, width, _ROW - 2, "#ffffff", stroke=svg.LINE, title=f"{person.name}: no reply")
            )
            continue
        shapes += [
            svg.use(status, _LEFT + column * _CELL, y, f"{person.name}, {one.id}: {STATUSES[status][3]}")
            for column, (one, status) in enumerate(zip(asked, own, strict=True))
        ]
    end = top + len(people) * _ROW
    legend = [status for status in STATUSES if used[status]]
    for at, status in enumerate(legend):
        y = end + 16 + at * _ROW
        shapes += [
            svg.use(status, _LEFT, y),
            svg.text(_LEFT + _CELL + 6, y + 13, f"{STATUSES[status][3]} ({used[status]})"),
        ]
    height = end + 32 + len(legend) * _ROW
    return svg.picture(max(_LEFT + len(asked) * _CELL + 20, 520), height, f"Who answered what: {meeting.id}", shapes)


def _cell(status: str) -> str:
    """A cell of the coverage as a symbol."""
    fill, sign, ink, _ = STATUSES[status]
    box = svg.rect(0, 0, _CELL - 2, _ROW - 2, fill, stroke=svg.LINE)
    return svg.symbol(status, box, svg.text(_CELL / 2 - 1, 13, sign, size=11, anchor="middle", fill=ink))


def words(budget: Sequence[Mapping], meeting: Meeting, register: Register) -> str:
    """Words of each respondent: received, in the note, and what the questionnaire allowed.

    `budget` are the rows of derived.word_budget.
    """
    received, printed, answers = Counter(), Counter(), Counter()
    for row in budget:
        received[row["respondent"]] += row["words_received"]
        printed[row["respondent"]] += row["words_in_note"]
        answers[row["respondent"]] += 1
    allowed = {code: count * meeting.questionnaire.words_per_answer for code, count in answers.items()}
    people = [one for one in register.respondents if one.code in answers]
    greatest = max([*received.values(), *printed.values(), *allowed.values()], default=1)
    scale, top = 420 / greatest, 66
    shapes = [
        svg.rect(_LEFT, 38, 12, 10, "#9fc5e8"),
        svg.text(_LEFT + 18, 47, "received"),
        svg.rect(_LEFT + 90, 38, 12, 10, "#0b5394"),
        svg.text(_LEFT + 108, 47, "in the note"),
        svg.line(_LEFT + 196, 36, _LEFT + 196, 50, "#a61c00", width=3),
        svg.text(_LEFT + 204, 47, f"allowed: {meeting.questionnaire.words_per_answer} an answer"),
    ]
    for row, person in enumerate(people):
        y, code = top + row * 30, person.code
        shown = f"{printed[code]:,} of {received[code]:,}"
        about = f"{person.name}: {received[code]:,} words received, {printed[code]:,} in the note"
        shapes += [
            svg.text(_LEFT - 8, y + 16, shorten(person.name, _LETTERS), anchor="end"),
            svg.rect(_LEFT, y, received[code] * scale, 10, "#9fc5e8", title=about),
            svg.rect(_LEFT, y + 11, printed[code] * scale, 10, "#0b5394", title=about),
            svg.line(_LEFT + allowed[code] * scale, y - 2, _LEFT + allowed[code] * scale, y + 23, "#a61c00", width=3),
            svg.text(
                _LEFT + max(received[code], printed[code], allowed[code]) * scale + 8, y + 15, shown, fill=svg.SOFT
            ),
        ]
    total, limit = sum(printed.values()), meeting.note.word_limit
    end = top + len(people) * 30 + 12
    about = f"{total:,} words of paragraphs; the whole note may have {limit:,}"
    return svg.picture(
        _LEFT + 560, end + 24, f"Words: {meeting.id}", [*shapes, svg.text(_LEFT, end, about, fill=svg.SOFT)]
    )


def arrival(replies: Sequence[Mapping], meeting: Meeting) -> str:
    """When replies arrived, counted up, against the deadline. `replies`: core.replies."""
    asked = meeting.questionnaire
    dated = sorted((row["received_on"], row["respondent"] or row["file"]) for row in replies if row["received_on"])
    first = min([asked.dispatched, *(day for day, _ in dated)])
    last = max([asked.cutoff, *(day for day, _ in dated)])
    width, height, left, top = 760, 330, 60, 60
    right, bottom = width - 60, height - 70
    days, most = max((last - first).days, 1), max(len(dated), 1)

    def x(day: date) -> float:
        return left + (right - left) * (day - first).days / days

    def y(count: float) -> float:
        return bottom - (bottom - top) * count / most

    shapes = [svg.line(left, bottom, right, bottom, svg.SOFT), svg.line(left, top, left, bottom, svg.SOFT)]
    shapes += [svg.text(left - 8, y(count) + 4, str(count), anchor="end") for count in sorted({0, most})]
    marks = [("sent", asked.dispatched), ("deadline", asked.deadline)]
    marks += [("replies taken until", asked.as_at)] if asked.as_at else []
    for at, (said, day) in enumerate(marks):
        shapes.append(svg.line(x(day), top - 6, x(day), bottom, "#a61c00", width=1.5, dashed=True))
        anchor = "start" if x(day) < (left + right) / 2 else "end"
        shapes.append(
            svg.text(x(day), bottom + 18 + 16 * at, f"{said}: {long_date(day)}", anchor=anchor, fill="#a61c00")
        )
    before = left
    for count, (day, name) in enumerate(dated, start=1):
        shapes += [
            svg.line(before, y(count - 1), x(day), y(count - 1), "#0b5394", width=2),
            svg.line(x(day), y(count - 1), x(day), y(count), "#0b5394", width=2),
            svg.circle(
                x(day), y(count), 4, "#0b5394" if day <= asked.cutoff else "#a61c00", f"{name}: {long_date(day)}"
            ),
            svg.text(x(day) - 8, y(count) + 4, name, size=10, anchor="end", fill=svg.SOFT),
        ]
        before = x(day)
    shapes.append(svg.line(before, y(len(dated)), right, y(len(dated)), "#0b5394", width=2))
    open_days = len(replies) - len(dated)
    if open_days:
        shapes.append(svg.text(left + 12, top + 4, f"without a day of receipt: {open_days}", fill=svg.SOFT))
    late = sum(day > asked.cutoff for day, _ in dated)
    told = f"Arrival of replies: {meeting.id} ({len(replies)} replies, {late} after the cut-off)"
    return svg.picture(width, height, told, shapes)
