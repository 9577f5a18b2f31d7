"""What may happen to a form or file before it is sent: changed documents, other meetings' forms, bare archives."""

import io
import zipfile

from docx.oxml import OxmlElement

from pipeline.outgoing.questionnaire import blank_form


def with_texts(meeting, *texts):
    """The meeting with its first recommendations worded so, and without the others."""
    first = meeting.issues[0]
    kept = [item.model_copy(update={"text": text}) for item, text in zip(first.recommendations, texts, strict=False)]
    return meeting.model_copy(update={"issues": [first.model_copy(update={"recommendations": kept})]})


def tagged(case, meeting_id, meeting=None):
    """A blank form as the program writes it, for a meeting of this id, which is the case's own or another."""
    return blank_form((meeting or case.meeting).model_copy(update={"id": meeting_id}), case.register.by_code["EST"])


def tick_all(document, table):
    for cell in document.tables[table]._cells:
        for run in cell.paragraphs[0].runs:
            run.text = run.text.replace("☐", "☒")


def insert_tracked(document):
    mark, paragraph = OxmlElement("w:ins"), document.tables[-1].cell(2, 1).paragraphs[0]
    mark.append(paragraph.add_run(" and more.")._r)
    paragraph._p.append(mark)


def answer_again(document):
    for text in ("Recommendation 1", document.tables[3].cell(0, 0).text, "Comments: We did it twice."):
        document.add_paragraph(text)


def archive(**members):
    """A zip archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in members.items():
            made.writestr(name, text)
    return out.getvalue()
