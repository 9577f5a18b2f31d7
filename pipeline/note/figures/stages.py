"""The stages of meetings on a time line, with today: for whoever watches several of them.

Keeps out: the figures of one meeting (`draw.py`).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.note.figures import svg
from pipeline.text.spoken import long_date

_COLOURS = {"planned": "#d9d2e9", "open": "#0b5394", "closing": "#b45f06", "issued": "#b7b7b7"}
_MOST = 40
_LEFT, _RIGHT, _TOP, _ROW = 170, 720, 64, 24


def life_cycle(rows: Sequence[Mapping], today: date) -> str:
    """A bar for each meeting from dispatch to the date of its note; of many, those that people are at work on.

    `rows` are those of derived.life_cycle.
    """
    near = sorted(
        rows, key=lambda row: (row["stage"] == "issued", abs((row["cutoff"] - today).days), row["meeting_id"])
    )
    shown = sorted(near[:_MOST], key=lambda row: (row["cutoff"], row["meeting_id"]))
    days = [today, *(row[name] for row in shown for name in ("dispatched", "cutoff", "note_date"))]
    first, last = min(days), max(days)

    def x(day: date) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (day - first).days / max((last - first).days, 1)

    shapes = [
        part
        for place, (stage, colour) in enumerate(_COLOURS.items())
        for part in (svg.rect(_LEFT + place * 90, 38, 12, 10, colour), svg.text(_LEFT + 16 + place * 90, 47, stage))
    ]
    for place, row in enumerate(shown):
        y = _TOP + place * _ROW
        about = f"{row['meeting_id']}: {row['stage']}, replies until {long_date(row['cutoff'])}"
        width = max(x(row["note_date"]) - x(row["dispatched"]), 2)
        shapes += [
            svg.text(_LEFT - 8, y + 13, row["meeting_id"], anchor="end"),
            svg.rect(x(row["dispatched"]), y + 2, width, 14, _COLOURS[row["stage"]], title=about),
            svg.line(x(row["cutoff"]), y, x(row["cutoff"]), y + 18, svg.INK, width=2),
        ]
    end, anchor = _TOP + len(shown) * _ROW, "end" if x(today) > 300 else "start"
    shapes += [
        svg.line(x(today), _TOP - 6, x(today), end, "#a61c00", width=1.5, dashed=True),
        svg.text(x(today), end + 16, f"today: {long_date(today)}", anchor=anchor, fill="#a61c00"),
    ]
    left = len(rows) - len(shown)
    if left:
        shapes.append(svg.text(_LEFT, end + 34, f"and {left:,} more meetings", fill=svg.SOFT))
    return svg.picture(_RIGHT + 30, end + 44, "Stages of the meetings: sent out, replies until, note", shapes)
