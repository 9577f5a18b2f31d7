"""The ways of LibreOffice, Google Docs and WPS to write what was plain; importing this notes them in `WAYS`.

Keeps out: Word's own (`word_ways.py`).
"""

from lxml import etree

from tests.word_processors import Form, W, around, control, properties_of, put_in_box, split, way, words, xml

_LIBRE, _GOOGLE, _WPS = "LibreOffice", "Google Docs", "WPS"


@way(_LIBRE, "empty properties on every run and paragraph")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        properties_of(run)
    for paragraph in form.all("p"):
        if paragraph.find(W + "pPr") is None:
            paragraph.insert(
                0, xml('<w:pPr><w:pStyle w:val="Normal"/><w:bidi w:val="0"/><w:jc w:val="start"/><w:rPr/></w:pPr>')
            )


@way(_LIBRE, "headings with bookmarks of its own")
def _(form: Form, answer: str) -> None:
    for number, paragraph in enumerate(form.all("p")):
        paragraph.append(xml(f'<w:bookmarkStart w:id="{number}" w:name="__RefHeading___{number}"/>'))
        paragraph.append(xml(f'<w:bookmarkEnd w:id="{number}"/>'))


@way(_LIBRE, "formatting written out and taken back on every run")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        properties = properties_of(run)
        present = {child.tag for child in properties}
        for name in ("b", "i", "strike", "caps"):
            if W + name not in present:
                properties.append(xml(f'<w:{name} w:val="false"/>'))
        if W + "u" not in present:
            properties.append(xml('<w:u w:val="none"/>'))
        if W + "color" not in present:
            properties.append(xml('<w:color w:val="000000"/>'))
        if W + "highlight" not in present:
            properties.append(xml('<w:highlight w:val="none"/>'))
        if W + "shd" not in present:
            properties.append(xml('<w:shd w:fill="auto" w:val="clear"/>'))


@way(_LIBRE, "a frame around the answer, with a copy for old programs")
def _(form: Form, answer: str) -> None:
    put_in_box(
        form,
        answer,
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent/></wps:txbx>'
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent/></v:textbox>"
        "</v:rect></w:pict></mc:Fallback></mc:AlternateContent>",
    )


@way(_LIBRE, "a tab behind the answer")
def _(form: Form, answer: str) -> None:
    run = form.typed(answer)
    run.addnext(xml("<w:r><w:tab/></w:r>"))


@way(_LIBRE, "page numbers in a footer")
def _(form: Form, answer: str) -> None:
    section = form.all("sectPr")[-1]
    section.insert(0, xml('<w:footerReference w:type="default" r:id="footer7.xml"/>'))
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    field += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{words("2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    form.relate("footer", "footer7.xml", etree.tostring(xml(f"<w:ftr><w:p>{field}</w:p></w:ftr>")))


@way(_GOOGLE, "direction, fonts and sizes on every run")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        properties = properties_of(run)
        properties.insert(0, xml('<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/>'))
        properties.append(xml('<w:rtl w:val="0"/>'))
        properties.append(xml('<w:sz w:val="22"/>'))


@way(_GOOGLE, "controls of its own around paragraphs")
def _(form: Form, answer: str) -> None:
    for number, paragraph in enumerate(form.all("p")):
        around(paragraph, control(f'<w:tag w:val="goog_rdk_{number}"/>'), W + "sdtContent")


@way(_GOOGLE, "controls of its own around runs")
def _(form: Form, answer: str) -> None:
    for number, run in enumerate(form.all("r")):
        around(run, control(f'<w:tag w:val="goog_rdk_{number}"/>'), W + "sdtContent")


@way(_GOOGLE, "suggestions that were not accepted yet")
def _(form: Form, answer: str) -> None:
    run = form.typed(answer)
    person = 'w:author="Desk Officer" w:id="0" w:date="2031-05-05T10:00:00Z"'
    run.addprevious(xml(f"<w:del {person}><w:r><w:delText>Struck words. </w:delText></w:r></w:del>"))
    around(run, xml(f"<w:ins {person}/>"))


@way(_GOOGLE, "no part but the text")
def _(form: Form, answer: str) -> None:
    keep = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels")
    form.parts = {name: content for name, content in form.parts.items() if name in keep}


@way(_GOOGLE, "rows that keep together, cells with borders and margins")
def _(form: Form, answer: str) -> None:
    for cell in form.all("tc"):
        properties = cell.find(W + "tcPr")
        for name in ("tcBorders", "tcMar"):
            properties.append(xml(f'<w:{name}><w:top w:w="100.0" w:type="dxa"/></w:{name}>'))
        properties.append(xml('<w:shd w:val="clear" w:fill="auto"/>'))
    for row in form.all("tr"):
        row.insert(0, xml('<w:trPr><w:cantSplit w:val="0"/><w:tblHeader w:val="0"/></w:trPr>'))


@way(_WPS, "the grid and East Asian fonts on every run")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        properties = properties_of(run)
        properties.insert(0, xml('<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:eastAsia="宋体"/>'))
        properties.append(xml("<w:snapToGrid/>"))
        properties.append(xml('<w:vertAlign w:val="baseline"/>'))
        properties.append(xml('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'))


@way(_WPS, "data of its own beside the text")
def _(form: Form, answer: str) -> None:
    form.relate("customXml", "customXml/item1.xml", "<s:customData xmlns:s='http://www.wps.cn/officeDocument/2013'/>")


@way(_WPS, "a shape of the old kind around the answer")
def _(form: Form, answer: str) -> None:
    put_in_box(form, answer, "<w:pict><v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>")


@way(_WPS, "spaces and a tab as runs of their own")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        pieces = list(split(run, 2))
        if pieces:
            pieces[0].addnext(xml('<w:proofErr w:type="gramEnd"/>'))
