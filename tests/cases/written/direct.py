"""A file by somebody with no idea of styles: all is Normal, looks and numbers are typed."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.cases.written.packing import blocks, drawing, table, word_file

_CHINESE = "一二三四五六七八九"


def _paragraph(
    text: str,
    size: int = 24,
    *,
    font: str = "宋体",
    bold: bool = False,
    align: str = "",
    indent: bool = False,
    line: int = 240,
    inside: str = "",
) -> str:
    """A paragraph with its look typed onto it; size in half points, line in 240ths."""
    look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:hint="eastAsia"/>'
    look += "<w:b/><w:bCs/>" * bold + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    first = '<w:ind w:firstLineChars="200" w:firstLine="480"/>' * indent
    jc = f'<w:jc w:val="{align}"/>' * bool(align)
    # Word tears runs apart wherever somebody went back to correct.
    halves = (text[: len(text) // 2], text[len(text) // 2 :])
    runs = '<w:proofErr w:type="gramStart"/>'.join(
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(half)}</w:t></w:r>'
        for half in halves
        if half
    )
    spacing = f'<w:spacing w:line="{line}" w:lineRule="auto"/>'
    return f"<w:p><w:pPr>{spacing}{first}{jc}<w:rPr>{look}</w:rPr></w:pPr>{runs}{inside}</w:p>"


def direct() -> bytes:
    """Everything by direct formatting, and the slips that such files have."""
    body: list[str] = []
    rows: list[str] = []
    counts, listed, below = [0] * 4, 0, ""
    for mark, text in [*blocks(), ("", "")]:
        if mark != "格" and rows:
            body.append(table(rows, lambda cell: _paragraph(cell, 21, align="center")))
            body.append(below)
            rows, below = [], ""
        listed = listed + 1 if mark == "列" else 0
        if mark == "题":
            # Slip: 三号 instead of 小二.
            body.append(_paragraph(text, 32, font="黑体", align="center"))
        elif mark == "摘要":
            # Slip: at the left edge.
            body.append(_paragraph("摘  要", 28, bold=True, align="left"))
        elif mark.isdigit():
            level = int(mark)
            counts[level - 1 :] = [counts[level - 1] + 1, *[0] * (4 - level)]
            body.append(_heading(level, counts[level - 1], text))
        elif mark in ("文", "摘"):
            body.append(_text(text))
        elif mark == "列":
            body.append(_paragraph(f"{listed}）{text}", indent=True))
        elif mark in ("图", "表"):
            number, _, words = text.partition(" ")
            # Slip: 图2 stands twice.
            shown = "2" if (mark, number) == ("图", "3") else number
            # Slip: 表1 is not bold. Half of the people put a blank behind 图.
            caption = _paragraph(
                f"{mark}{' ' * (mark == '图')}{shown}  {words}",
                21,
                bold=(mark, number) != ("表", "1"),
                align="center",
            )
            if mark == "图":
                body.append(_paragraph("", align="center", inside=drawing(int(number))))
            # Slip: 表3 stands below its table.
            if (mark, number) == ("表", "3"):
                below = caption
            else:
                body.append(caption)
        elif mark == "注":
            body.append(_paragraph(text, 21))
        elif mark == "格":
            if not rows and text.endswith("2022年"):
                body.append(_paragraph("单位：万元", 21, align="right"))
            rows.append(text)
    body.insert(3, "<w:p/>")
    body[:0] = _contents()
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>'
    )
    return word_file("".join(body), normal)


def _contents() -> list[str]:
    """A table of contents typed by hand, page numbers and all, at the front."""
    entries, counts = [], [0, 0]
    for mark, text in blocks():
        if mark == "1":
            counts = [counts[0] + 1, 0]
            entries.append(f"{_CHINESE[counts[0] - 1]}、{text}{'…' * 12}{2 * counts[0]}")
        elif mark == "2":
            counts[1] += 1
            entries.append(f"（{_CHINESE[counts[1] - 1]}）{text}{'.' * 30} {2 * counts[0]}")
    turn = '<w:r><w:br w:type="page"/></w:r>'
    return [
        _paragraph("目  录", 36, font="黑体", align="center"),
        *map(_paragraph, entries),
        _paragraph("", inside=turn),
    ]


def _heading(level: int, number: int, text: str) -> str:
    if level == 1:
        # Slip: 三、 in 宋体, where the others are in 黑体.
        font = "宋体" if number == 3 else "黑体"
        return _paragraph(f"{_CHINESE[number - 1]}、{text}", 28, font=font)
    printed = (f"（{_CHINESE[number - 1]}）", f"{number}.", f"（{number}）")[level - 2]
    return _paragraph(printed + text, bold=level == 2, indent=True)


def _text(text: str) -> str:
    # Slips: two paragraphs of 1.5 lines, one of 五号, two that begin with spaces.
    line = 360 if text.startswith(("工艺部从", "大型套圈")) else 240
    size = 21 if text.startswith("五年来") else 24
    spaced = text.startswith(("2019年一季度", "据此采取"))
    # Slips: the company of an earlier dossier, and a name never filled in.
    text = text.replace("洛阳砺川重载轴承科技有限公司成立", "洛阳恒嵘精密轴承有限公司成立")
    text = text.replace("某风电整机企业", "××公司")
    return _paragraph("\u3000\u3000" * spaced + text, size, indent=not spaced, line=line)
