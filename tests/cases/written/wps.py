"""A file by somebody with WPS: its style ids, theme fonts and numbers, its own namespace.

Theme fonts and numbers are repeated in each paragraph, whatever its style says.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from tests.cases.written.packing import blocks, drawing, table, word_file

_USUAL = (
    '<w:pageBreakBefore w:val="0"/><w:widowControl w:val="0"/>{number}<w:kinsoku/><w:wordWrap/>'
    '<w:overflowPunct/><w:topLinePunct w:val="0"/><w:autoSpaceDE/><w:autoSpaceDN/>'
    '<w:bidi w:val="0"/><w:adjustRightInd/><w:snapToGrid/><w:spacing w:line="240"'
    ' w:lineRule="auto"/>{indent}{align}<w:textAlignment w:val="auto"/>'
)
_THEMED = (
    '<w:rFonts w:hint="eastAsia" w:asciiTheme="minorEastAsia" w:hAnsiTheme="minorEastAsia"'
    ' w:eastAsiaTheme="minorEastAsia" w:cstheme="minorEastAsia"/>'
)


def _look(size: int, *, font: str = "", bold: bool | None = None) -> str:
    face = f'<w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>'
    weight = "" if bold is None else f'<w:b w:val="{int(bold)}"/><w:bCs w:val="{int(bold)}"/>'
    return (
        f'<w:rPr>{face if font else _THEMED}{weight}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
    )


def _paragraph(
    runs: str,
    look: str,
    *,
    style: str = "",
    number: str = "",
    indent: bool = False,
    align: str = "",
) -> str:
    """A paragraph with WPS's own habits; `runs` are ready, `look` is the mark's ``w:rPr``."""
    usual = _USUAL.format(
        number=number,
        indent='<w:ind w:firstLine="480" w:firstLineChars="200"/>' * indent,
        align=f'<w:jc w:val="{align}"/>' * bool(align),
    )
    named = f'<w:pStyle w:val="{style}"/>' * bool(style)
    return (
        f'<w:p><wpsCustomData:mark wpsCustomData:kind="p"/><w:pPr>{named}{usual}{look}</w:pPr>'
        f"{runs}</w:p>"
    )


def _run(text: str, look: str) -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(instruction: str, result: str, look: str) -> str:
    def field(kind: str) -> str:
        return f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return field("begin") + code + field("separate") + _run(result, look) + field("end")


def _numbered(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def wps() -> bytes:
    """Styles and automatic numbers as WPS writes them, and three slips."""
    body: list[str] = []
    rows: list[str] = []
    lists, before = 1, ""
    for mark, text in [*blocks(), ("", "")]:
        if mark != "格" and rows:
            body.append(table(rows, lambda cell: _text(cell, 21, align="center")))
            rows = []
        if mark == "题":
            body.append(_text(text, 36, font="黑体", align="center"))
        elif mark == "摘要":
            body.append(_text(text, 28, bold=True, align="center"))
        # Slip: behind （三） a heading of level 3 is left out, and one of level 4 follows.
        elif mark.isdigit() and not text.startswith("零失控过程"):
            level = int(mark)
            look = _look((28, 24, 24, 24)[level - 1], font="黑体" if level == 1 else "")
            number = _numbered(level - 1)
            run = _run(text, look)
            body.append(_paragraph(run, look, style=str(level + 1), number=number))
        elif mark in ("文", "摘"):
            # Slip: a paragraph pasted from a web page.
            pasted = text.startswith("提案、自检发现")
            body.append(_text(text, 24, font="微软雅黑" if pasted else "", indent=True))
        elif mark == "列":
            lists += before != "列"
            body.append(_text(text, 24, indent=True, number=_numbered(0, lists)))
        elif mark in ("图", "表"):
            number, _, words = text.partition(" ")
            if mark == "图":
                plain = _look(24)
                body.append(_paragraph(drawing(int(number)), plain, align="center"))
            # Slip: 表2 in 小四.
            look = _look(24 if (mark, number) == ("表", "2") else 21, bold=True)
            label = _run(f"{mark} ", look) + _field(f"SEQ {mark} \\* ARABIC", number, look)
            place = len(body)
            runs = f'<w:bookmarkStart w:id="{place}" w:name="_Ref{mark}{number}"/>{label}'
            runs += f'<w:bookmarkEnd w:id="{place}"/>{_run(f" {words}", look)}'
            body.append(_paragraph(runs, look, style="6", align="center"))
        elif mark == "注":
            body.append(_text(text, 21))
        elif mark == "格":
            rows.append(text)
        before = mark
    custom = '<wpsCustomData:props wpsCustomData:version="11"><w:p/></wpsCustomData:props>'
    return word_file(custom + "".join(body), _styles(), _numbering())


def _text(
    text: str,
    size: int,
    *,
    font: str = "",
    bold: bool | None = None,
    indent: bool = False,
    align: str = "",
    number: str = "",
) -> str:
    look = _look(size, font=font, bold=bold)
    runs = "".join(
        _field(f"REF _Ref{part} \\h", f"{part[0]} {part[1:]}", look)
        if re.fullmatch(r"[图表]\d", part)
        else _run(part, look)
        for part in re.split(r"([图表]\d)", text)
        if part
    )
    return _paragraph(runs, look, number=number, indent=indent, align=align)


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{level + 1}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="1"/><w:next w:val="1"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>'
        f"{_numbered(level - 1)}"
        f'<w:spacing w:before="340" w:after="330" w:line="576" w:lineRule="auto"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:kern w:val="44"/>'
        '<w:sz w:val="44"/></w:rPr></w:style>'
        for level in (1, 2, 3, 4)
    )
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>'
        f'{headings}<w:style w:type="paragraph" w:styleId="6"><w:name w:val="caption"/>'
        '<w:basedOn w:val="1"/><w:next w:val="1"/><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"'
        ' w:eastAsia="黑体"/><w:sz w:val="20"/></w:rPr></w:style><w:style w:type="character"'
        ' w:default="1" w:styleId="8"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="7"><w:name w:val="Normal Table"/>'
        "</w:style>"
    )


def _numbering() -> str:
    forms = (
        ("chineseCounting", "%1、"),
        ("chineseCounting", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "（%4）"),
    )
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{depth + 2}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
        for depth, (form, text) in enumerate(forms)
    )
    listed = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="（%1）"/><w:lvlJc w:val="left"/></w:lvl>'
    )
    definitions = (levels, listed, listed)
    return "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{each}'
        "</w:abstractNum>"
        for number, each in enumerate(definitions)
    ) + "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(definitions))
    )
