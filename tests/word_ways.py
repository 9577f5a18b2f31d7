"""The ways of Word and Word for the web to write what was plain; importing this notes them in `word_processors.WAYS`.

Keeps out: the other programs (`word_ways_of_others.py`).
"""

from lxml import etree

from tests.word_processors import W14, Form, R, W, around, control, properties_of, put_in_box, split, way, words, xml

_AUTHOR = 'w:author="Desk" w:date="2031-05-05T10:00:00Z"'
_WORD, _WEB = "Word", "Word for the web"


@way(_WORD, "marks of editing sessions, spelling and pages")
def _(form: Form, answer: str) -> None:
    for number, run in enumerate(form.all("r")):
        run.set(W + "rsidR", f"00{number:06X}")
        run.addprevious(xml('<w:proofErr w:type="spellStart"/>'))
        run.insert(0, xml("<w:lastRenderedPageBreak/>"))


@way(_WORD, "runs cut inside words")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        list(split(run, 3))


@way(_WORD, "language and fonts on every run")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        properties = properties_of(run)
        properties.insert(0, xml('<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>'))
        properties.append(xml('<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'))


@way(_WORD, "bookmarks and permissions around paragraphs")
def _(form: Form, answer: str) -> None:
    for number, paragraph in enumerate(form.all("p")):
        paragraph.insert(0, xml(f'<w:bookmarkStart w:id="{number}" w:name="_Go{number}"/>'))
        paragraph.append(xml(f'<w:bookmarkEnd w:id="{number}"/>'))
        paragraph.addprevious(xml(f'<w:permStart w:id="{number}" w:edGrp="everyone"/>'))


@way(_WORD, "smart tags")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        around(run, xml('<w:smartTag w:uri="urn:schemas" w:element="place"/>'))


@way(_WORD, "custom XML around paragraphs")
def _(form: Form, answer: str) -> None:
    for paragraph in form.all("p"):
        around(paragraph, xml('<w:customXml w:uri="urn:form" w:element="line"/>'))


@way(_WORD, "a content control around every paragraph")
def _(form: Form, answer: str) -> None:
    for paragraph in form.all("p"):
        around(paragraph, control("<w:text/>"), W + "sdtContent")


@way(_WORD, "content controls around rows")
def _(form: Form, answer: str) -> None:
    for row in form.all("tr"):
        around(row, control(), W + "sdtContent")


@way(_WORD, "content controls around cells")
def _(form: Form, answer: str) -> None:
    for cell in form.all("tc"):
        around(cell, control(), W + "sdtContent")


@way(_WORD, "a control that was filled and kept its flag, bound to data")
def _(form: Form, answer: str) -> None:
    bound = '<w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text w:multiLine="1"/>'
    around(form.typed(answer), control(bound), W + "sdtContent")


@way(_WORD, "a hyperlink as a field")
def _(form: Form, answer: str) -> None:
    run = form.typed(answer)
    for kind in ("begin", "separate"):
        run.addprevious(xml(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'))
    run.getprevious().addprevious(xml('<w:r><w:instrText> HYPERLINK "https://ports.example" </w:instrText></w:r>'))
    run.addnext(xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


@way(_WORD, "a hyperlink as an element")
def _(form: Form, answer: str) -> None:
    around(form.typed(answer), xml('<w:hyperlink w:anchor="top"/>'))


@way(_WORD, "a simple field around the answer")
def _(form: Form, answer: str) -> None:
    around(form.typed(answer), xml('<w:fldSimple w:instr=" QUOTE "/>'))


@way(_WORD, "everything a tracked insertion")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        around(run, xml(f'<w:ins w:id="1" {_AUTHOR}/>'))


@way(_WORD, "tracked deletions beside everything")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        run.addprevious(xml(f'<w:del w:id="2" {_AUTHOR}><w:r><w:delText>Deleted words. </w:delText></w:r></w:del>'))


@way(_WORD, "an answer that was moved there")
def _(form: Form, answer: str) -> None:
    run = form.typed(answer)
    first = form.all("p")[0]
    first.append(xml(f'<w:moveFrom w:id="3" {_AUTHOR}>{words("Moved away. ")}</w:moveFrom>'))
    around(run, xml(f'<w:moveTo w:id="4" {_AUTHOR}/>'))


@way(_WORD, "a deleted paragraph mark inside an answer")
def _(form: Form, answer: str) -> None:
    first, second = split(form.typed(answer), 2)
    paragraph = first.getparent()
    following = etree.Element(W + "p")
    paragraph.addnext(following)
    following.append(second)
    mark = xml(f'<w:pPr><w:rPr><w:del w:id="5" {_AUTHOR}/></w:rPr></w:pPr>')
    for old in paragraph.findall(W + "pPr"):
        paragraph.remove(old)
    paragraph.insert(0, mark)


@way(_WORD, "a comment on the answer", told="Please check this figure")
def _(form: Form, answer: str) -> None:
    form.typed(answer).addnext(xml('<w:r><w:commentReference w:id="1"/></w:r>'))
    note = xml(
        f'<w:comments><w:comment w:id="1"><w:p>{words("Please check this figure")}</w:p></w:comment></w:comments>'
    )
    form.relate("comments", "comments.xml", etree.tostring(note))


@way(_WORD, "a footnote in the answer", told="Counted since the flood")
def _(form: Form, answer: str) -> None:
    form.typed(answer).addnext(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    line = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note = f'<w:footnote w:id="2"><w:p>{words("Counted since the flood")}</w:p></w:footnote>'
    form.relate("footnotes", "footnotes.xml", etree.tostring(xml(f"<w:footnotes>{line}{note}</w:footnotes>")))


@way(_WORD, "an endnote in the answer", told="By order of the harbour")
def _(form: Form, answer: str) -> None:
    form.typed(answer).addnext(xml('<w:r><w:endnoteReference w:id="2"/></w:r>'))
    note = f'<w:endnote w:id="2"><w:p>{words("By order of the harbour")}</w:p></w:endnote>'
    form.relate("endnotes", "endnotes.xml", etree.tostring(xml(f"<w:endnotes>{note}</w:endnotes>")))


@way(_WORD, "a header and a footer", told="For official use by harbours")
def _(form: Form, answer: str) -> None:
    section = form.all("sectPr")[-1]
    for kind, text in (("header", "For official use by harbours"), ("footer", "Page 1 of 3")):
        section.insert(0, xml(f'<w:{kind}Reference w:type="default" r:id="{kind}9.xml"/>'))
        form.relate(kind, f"{kind}9.xml", etree.tostring(xml(f"<w:hdr><w:p>{words(text)}</w:p></w:hdr>")))


@way(_WORD, "an equation behind the answer", told="E = 14")
def _(form: Form, answer: str) -> None:
    form.typed(answer).addnext(xml("<m:oMath><m:r><m:t> E = 14</m:t></m:r></m:oMath>"))


@way(_WORD, "a reading aid over the answer", told=" 灯塔 (deng ta)")
def _(form: Form, answer: str) -> None:
    aid = f"<w:ruby><w:rt>{words('deng ta')}</w:rt><w:rubyBase>{words(' 灯塔')}</w:rubyBase></w:ruby>"
    form.typed(answer).addnext(xml(f"<w:r>{aid}</w:r>"))


@way(_WORD, "hidden text beside the answer")
def _(form: Form, answer: str) -> None:
    form.typed(answer).addnext(xml("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden remark.</w:t></w:r>"))


@way(_WORD, "a text box around the answer")
def _(form: Form, answer: str) -> None:
    inside = "<w:txbxContent/>"
    put_in_box(
        form,
        answer,
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
    )


@way(_WORD, "a chart with its workbook")
def _(form: Form, answer: str) -> None:
    form.all("p")[0].append(xml('<w:r><w:drawing><c:chart r:id="chart1.xml"/></w:drawing></w:r>'))
    form.relate("chart", "chart1.xml", etree.tostring(xml("<c:chartSpace><c:chart/></c:chartSpace>")))
    form.parts["word/embeddings/Sheet.xlsx"] = b"PK\x03\x04 a workbook"


@way(_WORD, "a picture with a description")
def _(form: Form, answer: str) -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="a crest"/></wp:inline></w:drawing></w:r>'
    )
    form.all("p")[0].append(xml(picture))
    form.relate("image", "media/image1.png", b"\x89PNG\r\n")


@way(_WORD, "Strict Open XML")
def _(form: Form, answer: str) -> None:
    text = etree.tostring(form.root).replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    form.root = etree.fromstring(
        text.replace(R[1:-1].encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    )


@way(_WORD, "the main part under another name")
def _(form: Form, answer: str) -> None:
    for name in ("_rels/.rels", "[Content_Types].xml"):
        form.parts[name] = form.parts[name].replace(b"word/document.xml", b"word/document2.xml")
    form.parts["word/_rels/document2.xml.rels"] = form.parts.pop("word/_rels/document.xml.rels")
    form.main = "word/document2.xml"


@way(_WEB, "an id on every paragraph, a run for every word")
def _(form: Form, answer: str) -> None:
    for number, paragraph in enumerate(form.all("p")):
        paragraph.set(W14 + "paraId", f"{number:08X}")
        paragraph.set(W14 + "textId", "77777777")
    for run in form.all("r"):
        list(split(run, max(1, "".join(run.itertext(W + "t")).count(" "))))


@way(_WEB, "properties of East Asian text and no proofing on every run")
def _(form: Form, answer: str) -> None:
    for run in form.all("r"):
        properties = properties_of(run)
        properties.append(xml('<w:rFonts w:eastAsia="Times New Roman" w:asciiTheme="minorHAnsi"/>'))
        properties.append(xml("<w:noProof/>"))


@way(_WEB, "check boxes and controls with an appearance of their own")
def _(form: Form, answer: str) -> None:
    around(
        form.typed(answer), control('<w15:appearance w15:val="hidden"/><w15:color w:val="FF0000"/>'), W + "sdtContent"
    )


@way(_WEB, "comments of the new kind", told="Is this figure right")
def _(form: Form, answer: str) -> None:
    form.typed(answer).addnext(xml('<w:r><w:commentReference w:id="9"/></w:r>'))
    said = f'<w:comment w:id="9" w:author="Desk"><w:p>{words("Is this figure right")}</w:p></w:comment>'
    note = f"<w:comments>{said}</w:comments>"
    form.relate("comments", "comments.xml", etree.tostring(xml(note)))
    form.relate("commentsExtended", "commentsExtended.xml", "<x/>")
    form.relate("people", "people.xml", "<x/>")


@way(_WEB, "a soft hyphen in the answer")
def _(form: Form, answer: str) -> None:
    _, second = split(form.typed(answer), 2)
    second.addprevious(xml("<w:r><w:softHyphen/></w:r>"))
