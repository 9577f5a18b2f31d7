"""The titles that a form prints above the first recommendation of each issue, in words of its own.

Numbered as the issues are, or unlike what stands above other recommendations. Keeps out: titles as meeting.yaml has
them (`anchors.py`).
"""

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.blocks import Block, Cell
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.anchors import Wordings
from pipeline.reading.form.numbered import number_before, numbered_label
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.paragraphs import Form
from pipeline.text.numerals import as_number

_MOST_WORDS = 16
_ENDED = (".", "!", "?", ";", ":", ",")


def with_titles(
    form: Form, texts: dict[str, str], begins: dict[str, int], recommendations: tuple[Recommendation, ...]
) -> Wordings:
    """The wordings of a form that prints these texts, with the titles above them, else the adopted ones.

    `begins` are the places of the lines that the recommendations begin in.
    """
    above = _above_first(form, begins, recommendations)
    numbered = {issue: _titled(form.texts[at], issue) for issue, at in above.items()}
    if above and all(numbered.values()):
        return Wordings(texts, numbered)
    lines = {issue: form.texts[at] for issue, at in above.items()}
    apart = all(map(may_head, lines.values())) and len(set(lines.values())) == len(lines) > 1
    if apart and _set_off(form, list(above.values()), list(begins.values())):
        return Wordings(texts, lines, sure=False)
    return Wordings(texts, form.wordings.titles)


def _above_first(form: Form, begins: dict[str, int], recommendations: tuple[Recommendation, ...]) -> dict[int, int]:
    """The places of the lines above the first recommendation of each issue; none where one of them has none."""
    firsts = {one.issue: one.id for one in reversed(recommendations)}
    above = {issue: _above(form, begins[one]) for issue, one in firsts.items() if one in begins}
    return above if above.keys() == firsts.keys() and None not in above.values() else {}


def _above(form: Form, at: int) -> int | None:
    """The place of the line above one, without other cells of its row, headings and labels; None where none is."""
    own = form.blocks[at].cell
    beside = (one for one in range(at - 1, -1, -1) if not (own and _beside(form.blocks[one], own)))
    return next((one for one in beside if not (form.heads_columns(one) or _is_label(form, one))), None)


def _is_label(form: Form, at: int) -> bool:
    """Whether a line has nothing but the word that a recommendation's text stands below or beside."""
    text = form.texts[at]
    return form.blocks[at].cell is None and text.isalpha() and labels.heading(text) in labels.WHICH


def _titled(text: str, issue: int) -> str:
    """The title in a line that says which issue it heads; empty where it says another or none, or holds a sentence."""
    label = numbered_label("issue", text)
    number, rest = (as_number(label.label), label.rest) if label else number_before(text) or (0, "")
    return rest if number == issue and not rest.endswith((".", "!", "?")) else ""


def may_head(text: str) -> bool:
    """Whether a line may be a title: some words, no sentence, no label and no mark, and no number, which says more."""
    asks = labels.find_label(text) or mark_words.only_marks(text) or opening_word(text)
    return not (asks or number_before(text) or text.rstrip().endswith(_ENDED)) and len(text.split()) <= _MOST_WORDS


def _set_off(form: Form, titles: list[int], begins: list[int]) -> bool:
    """Whether lines look like no other above a recommendation: a row of their own, bold, in capitals, or no sentence.

    What stands above the other recommendations are answers, or marks.
    """
    others = [at - 1 for at in begins if at and at - 1 not in titles and _above(form, at) not in titles]
    return any(
        all(looks(form, at) for at in titles) and not any(looks(form, at) for at in others)
        for looks in (_alone_in_row, _is_bold, _is_shouted, _is_no_sentence)
    )


def _alone_in_row(form: Form, at: int) -> bool:
    """Whether a line has a table's row to itself."""
    cell = form.blocks[at].cell
    near = form.blocks[max(at - 1, 0) : at + 2]
    return (
        cell is not None
        and not form.role(at)
        and sum(one.cell == cell for one in near) == 1
        and not any(_beside(one, cell) for one in near)
    )


def _beside(block: Block, cell: Cell) -> bool:
    """Whether a paragraph stands in another cell of the row of a cell."""
    return block.cell is not None and block.cell.in_row == cell.in_row and block.cell != cell


def _is_bold(form: Form, at: int) -> bool:
    return all(run.bold for run in form.blocks[at].runs if run.text.strip())


def _is_shouted(form: Form, at: int) -> bool:
    return form.texts[at].isupper()


def _is_no_sentence(form: Form, at: int) -> bool:
    return may_head(form.texts[at])
