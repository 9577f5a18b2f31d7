"""Pieces of WordprocessingML as strings: runs, paragraphs, tables, controls, form fields, text boxes, revisions.

Keeps out: what the pieces say and how they are put together into a form.
"""

import re
from xml.sax.saxutils import escape, quoteattr

REVISION = 'w:author="Desk" w:date="2031-05-05T10:00:00Z"'
GREY = '<w:rStyle w:val="PlaceholderText"/><w:color w:val="808080"/>'
SPACES = "\u2002" * 5


def run(text: str, props: str = "") -> str:
    """One run; a tab and a vertical tab become a tab stop and a soft line break."""
    if not text:
        return ""
    inner = ""
    for piece in re.split(r"([\t\v])", text):
        if piece in ("\t", "\v"):
            inner += "<w:tab/>" if piece == "\t" else "<w:br/>"
        elif piece:
            inner += f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{inner}</w:r>"


def par(content: str = "", style: str = "", numbered: int = 0) -> str:
    """One paragraph of runs, with a style or an automatic number."""
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        props += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>'
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{content}</w:p>"


def plain(text: str, props: str = "", style: str = "") -> str:
    """One paragraph with one run."""
    return par(run(text, props), style)


def cell(content: str = "", span: int = 1, merge: str = "", shade: str = "") -> str:
    """A table cell of paragraphs; `merge` is restart or continue for cells joined downwards."""
    props = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    props += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    props += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    # Word refuses a cell that does not end with a paragraph.
    ending = "" if content.endswith(("</w:p>", "<w:p/>")) else "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{props}</w:tcPr>{content}{ending}</w:tc>'


def row(*cells: str, heading: bool = False) -> str:
    """A table row; a heading row is repeated on every page."""
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if heading else ''}{''.join(cells)}</w:tr>"


def table(rows: list[str], widths: tuple[int, ...], style: str = "TableGrid") -> str:
    """A table with its column widths in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    return f"<w:tbl><w:tblPr>{head}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def inserted(runs: str) -> str:
    """Runs that were added while changes were tracked."""
    return f'<w:ins w:id="701" {REVISION}>{runs}</w:ins>'


def deleted(text: str) -> str:
    """Text that was taken out while changes were tracked; nobody is meant to read it."""
    return f'<w:del w:id="702" {REVISION}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def mail_link(address: str) -> str:
    """An e-mail address that Word has turned into a link."""
    code = f' HYPERLINK "mailto:{address}" '
    shown = run(address, '<w:color w:val="0000FF"/><w:u w:val="single"/>')
    return _field(code, shown)


def control(content: str, title: str, empty: bool = False, kind: str = "") -> str:
    """A content control around runs, paragraphs or cells; an empty one shows its placeholder."""
    showing = "<w:showingPlcHdr/>" if empty else ""
    head = f'<w:alias w:val={quoteattr(title)}/><w:id w:val="{sum(map(ord, title + content)) * 37 % 2**30}"/>'
    return f"<w:sdt><w:sdtPr>{head}{showing}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def placeholder(text: str) -> str:
    """The grey words of a control that nobody has filled in."""
    return run(text, GREY)


def check_control(checked: bool) -> str:
    """Word's own check box."""
    states = '<w14:checkedState w14:val="2612"/><w14:uncheckedState w14:val="2610"/>'
    kind = f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>{states}</w14:checkbox>'
    return control(run("☒" if checked else "☐", '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic"/>'), "", kind=kind)


def choice_control(words: tuple[str, ...], chosen: str) -> str:
    """A drop-down list; without a choice it shows its placeholder."""
    items = "".join(f'<w:listItem w:displayText="{word}" w:value="{word}"/>' for word in words)
    shown = run(chosen) if chosen else placeholder("Choose an item.")
    return control(shown, "Answer", not chosen, f"<w:dropDownList>{items}</w:dropDownList>")


def check_field(default: str, checked: str) -> str:
    """A legacy check box; `checked` is the element's value, "bare" for none given, or empty for no element."""
    element = "<w:checked/>" if checked == "bare" else f'<w:checked w:val="{checked}"/>' if checked else ""
    box = f'<w:checkBox><w:sizeAuto/><w:default w:val="{default}"/>{element}</w:checkBox>'
    return _field(" FORMCHECKBOX ", "", f'<w:ffData><w:name w:val="Check1"/><w:enabled/>{box}</w:ffData>')


def list_field(words: tuple[str, ...], chosen: int) -> str:
    """A legacy drop-down list; entry 0 stands as long as nobody has chosen."""
    result = f'<w:result w:val="{chosen}"/>' if chosen else ""
    entries = "".join(f'<w:listEntry w:val="{word}"/>' for word in words)
    data = f'<w:ffData><w:name w:val="Dropdown1"/><w:enabled/><w:ddList>{result}{entries}</w:ddList></w:ffData>'
    return _field(" FORMDROPDOWN ", "", data)


def text_field(lines: list[str]) -> list[str]:
    """A legacy text field over one or several paragraphs of runs; an empty one shows five wide spaces."""
    data = '<w:ffData><w:name w:val="Text1"/><w:enabled/><w:textInput/></w:ffData>'
    lines = list(lines) or [run(SPACES)]
    lines[0] = _field_start(" FORMTEXT ", data) + lines[0]
    lines[-1] += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return lines


def text_box(paragraphs: str, number: int, height: int = 1_200_000) -> str:
    """A paragraph with a text box, drawn anew and once more in the old way for old programs."""
    inside = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    wide, graphic = 5_400_000, "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    edge = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    size = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{height}"/></a:xfrm>'
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{edge}'
        f'</wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr rot="0" vert="horz"><a:spAutoFit/></wps:bodyPr></wps:wsp>'
    )
    anchor = (
        '<wp:anchor distT="45720" distB="45720" distL="114300" distR="114300" simplePos="0" behindDoc="0" locked="0" '
        f'relativeHeight="{number}" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{height}"/><wp:wrapTopAndBottom/>'
        f'<wp:docPr id="{number}" name="Text Box {number}"/>'
        f"<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{graphic}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    old = f'<v:shape type="#_x0000_t202" style="width:425pt;height:95pt"><v:textbox>{inside}</v:textbox></v:shape>'
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    return f"<w:p><w:r>{both}</w:r></w:p>"


def _field_start(code: str, data: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _field(code: str, shown: str, data: str = "") -> str:
    return _field_start(code, data) + shown + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
