"""East Asian justification (两端对齐) for WeasyPrint.

WeasyPrint fills a justified line by widening its spaces only, so a line of Chinese, which has
none, stays ragged. Here the missing width is shared evenly by every word space and by every gap
beside an East Asian character, as Word and CSS Text 3 §6.4 do. Where lines break is unchanged.

Private functions of WeasyPrint are replaced: the one that justifies a line now decides how
wide each gap becomes and moves the boxes, and the one that draws a text sets that width as the
PDF's character spacing and takes it back where there is no gap. The text is untouched. The two
that measure a line's end know that the mark between Chinese and Latin needs no room there.
"""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from itertools import accumulate, count, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.write.pdf.autospace import MARK, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SPACE = " \u00a0"
_EAST_ASIAN = (
    "\u2e80-\u2fdf\u3000-\u3029\u3030-\u3098\u309b-\u312f\u3190-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
# Characters that belong to the one before them: nothing may come between.
_JOINED = (
    f"\u00ad\u0300-\u036f\u200b-\u200d\u2060\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufeff{MARK}"
)
_ATOMIC = "\ufffc"  # stands for a picture or an inline block
# Two “—” or two “…” are one mark, and Latin words stay whole: neither kind is East Asian here.
_GAP = re.compile(
    rf"[{_EAST_ASIAN}][{_JOINED}]*(?=[^{_SPACE}{_JOINED}])"
    rf"|[{_SPACE}](?=[^{_JOINED}])"
    rf"|[^{_SPACE}{_EAST_ASIAN}{_JOINED}{_ATOMIC}][{_JOINED}]*(?=[{_EAST_ASIAN}])",
    re.DOTALL,
)
_ATTRIBUTE = "east_asian_stretch"
_SIGNATURES = {
    "text_align": ["context", "line", "available_width", "last"],
    "justify_line": ["context", "line", "extra_width"],
    "trailing_whitespace_size": ["context", "box"],
    "draw_text": ["stream", "textbox", "offset_x", "text_overflow", "block_ellipsis"],
    "draw_first_line": [
        "stream",
        "textbox",
        "text_overflow",
        "block_ellipsis",
        "matrix",
    ],
}


class _Stretch(NamedTuple):
    """The gaps of one text box: the index of the character before each; added width in CSS px."""

    gaps: list[int]
    width: float


def enable_east_asian_justification() -> bool:
    """Make `text-align: justify` fill lines of Chinese, in this process, for good.

    Calling it again changes nothing. Lines without East Asian characters, right-to-left lines
    and lines cut by an ellipsis stay as WeasyPrint makes them.

    Returns:
        Whether it is in force. False means that the installed WeasyPrint is not built as
        expected; it was left alone, and right edges will be ragged but nothing else is wrong.
    """
    try:
        drawing: Any = import_module("weasyprint.draw.text")
        inline: Any = import_module("weasyprint.layout.inline")
    except ImportError:
        return False
    if getattr(inline, "justify_line", None) is getattr(drawing, _ATTRIBUTE, inline):
        return True
    if not (
        _calls(inline, "text_align", "justify_line")
        and _calls(inline, "split_inline_box", "trailing_whitespace_size")
        and _calls(drawing, "draw_text", "draw_first_line")
        and _has_parts(inline, drawing)
    ):
        return False
    inline.trailing_whitespace_size = _trailer(inline.boxes, inline.trailing_whitespace_size)
    inline.justify_line = _justifier(inline.boxes, inline.justify_line)
    inline.text_align = _aligner(inline.boxes, inline.text_align)
    drawing.draw_first_line = _drawer(drawing, drawing.draw_first_line)
    setattr(drawing, _ATTRIBUTE, inline.justify_line)
    return True


def _calls(module: Any, caller: str, callee: str) -> bool:
    """Whether both functions look as expected and the first finds the second in its module."""
    for name in (caller, callee):
        function = getattr(module, name, None)
        if not inspect.isfunction(function):
            return False
        parameters = list(inspect.signature(function).parameters)
        if parameters != _SIGNATURES.get(name, parameters):
            return False
    return callee in getattr(module, caller).__code__.co_names


def _has_parts(inline: Any, drawing: Any) -> bool:
    """Whether the classes and the fields of Pango's glyphs that are used here exist."""
    try:
        glyph = dict(drawing.ffi.typeof("PangoGlyphInfo").fields)
        width = dict(glyph["geometry"].type.fields)["width"]
        parts = [
            inline.boxes.LineBox,
            inline.boxes.TextBox,
            inline.boxes.InlineBox,
            inline.boxes.Box.is_in_normal_flow,
            drawing.pango.pango_layout_set_single_paragraph_mode,
            drawing.pango.PANGO_GLYPH_EMPTY,
            drawing.TO_UNITS,
            isinstance(import_module("pydyf").Stream().stream, list),
        ]
    except Exception:  # Whatever is missing: a ragged page is better than none.
        return False
    return all([width, *parts])


def _trailer(boxes: Any, original: Callable[..., float]) -> Callable[..., float]:
    """Return a `trailing_whitespace_size` that counts a mark: it needs no room at a line's end."""

    def trailing_whitespace_size(context: Any, box: Any) -> float:
        last = box
        while isinstance(last, (boxes.LineBox, boxes.InlineBox)) and last.children:
            last = last.children[-1]
        if isinstance(last, boxes.TextBox) and last.text.endswith(MARK):
            return float(WIDTH * last.style["font_size"])
        return original(context, box)

    return trailing_whitespace_size


def _aligner(boxes: Any, original: Callable[..., float]) -> Callable[..., float]:
    """Return a `text_align` for which a mark at the end of a line has no width."""

    def text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
        ends, box = [], line
        while isinstance(box, (boxes.LineBox, boxes.InlineBox)) and box.children:
            ends.append(box)
            box = box.children[-1]
        if isinstance(box, boxes.TextBox) and box.text.endswith(MARK):
            for end in (*ends, box):
                end.width -= box.style["font_size"] * WIDTH
        return original(context, line, available_width, last)

    return text_align


def _justifier(boxes: Any, original: Callable[..., None]) -> Callable[..., None]:
    """Return a `justify_line` that also widens the gaps beside East Asian characters."""

    def texts(parent: Any) -> Iterator[Any]:
        for child in parent.children:
            if not child.is_in_normal_flow():
                continue
            if isinstance(child, boxes.InlineBox):
                yield from texts(child)
            else:
                yield child

    def spread(parent: Any, advance: float) -> float:
        """Move the children by what is added before them; return what is added by their end."""
        for child in parent.children:
            if not child.is_in_normal_flow():
                continue
            start = advance
            if isinstance(child, boxes.InlineBox):
                child.position_x += start
                advance = spread(child, start)
                child.width += advance - start
            elif isinstance(child, boxes.TextBox):
                child.position_x += start
                stretch = getattr(child, _ATTRIBUTE)
                advance += len(stretch.gaps) * stretch.width
                child.width += advance - start
            else:
                child.translate(start, 0)
        return advance

    def justify_line(context: Any, line: Any, extra_width: float) -> None:
        leaves = list(texts(line))
        content = [leaf.text if isinstance(leaf, boxes.TextBox) else _ATOMIC for leaf in leaves]
        text = "".join(content)
        gaps = [match.start() for match in _GAP.finditer(text)]
        if line.style["direction"] == "rtl" or all(text[gap] in _SPACE for gap in gaps):
            original(context, line, extra_width)
            return
        start = 0
        for leaf, part in zip(leaves, content, strict=True):
            end = start + len(part)
            own = [gap - start for gap in gaps if start <= gap < end]
            setattr(leaf, _ATTRIBUTE, _Stretch(own, extra_width / len(gaps)))
            start = end
        line.width += spread(line, 0)

    return justify_line


def _drawer(drawing: Any, original: Callable[..., Any]) -> Callable[..., Any]:
    """Return a `draw_first_line` that draws the gaps found by `_justifier`."""

    def prepare(textbox: Any, stretch: _Stretch) -> None:
        """Empty the marks, and take the character spacing back where no gap follows."""
        # Drawing sets this mode, which would lay the text out anew and lose the widths.
        drawing.pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
        line, _ = textbox.pango_layout.get_first_line()
        gaps = _offsets(textbox.text, stretch.gaps)
        marks = _offsets(textbox.text, [i for i, sign in enumerate(textbox.text) if sign == MARK])
        widths = _steps(stretch.width, textbox.style["font_size"], drawing.TO_UNITS)
        run = line.runs[0]
        while run != drawing.ffi.NULL:
            offset, glyphs = run.data.item.offset, run.data.glyphs.glyphs
            clusters = list(run.data.glyphs.log_clusters[0 : run.data.glyphs.num_glyphs])
            for index, (start, following) in enumerate(pairwise([*clusters, None])):
                if offset + start in marks:
                    glyphs[index].glyph = drawing.pango.PANGO_GLYPH_EMPTY
                    # An empty glyph's width is drawn as thousandths, though given in 1024ths.
                    glyphs[index].geometry.width = round(glyphs[index].geometry.width / 1.024)
                elif start != following and offset + start in gaps:
                    continue
                # An empty glyph is not drawn, and gets no character spacing.
                elif glyphs[index].glyph != drawing.pango.PANGO_GLYPH_EMPTY:
                    glyphs[index].geometry.width -= next(widths)
            run = run.next

    def draw_first_line(
        stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any
    ) -> Any:
        arguments = (stream, textbox, text_overflow, block_ellipsis, matrix)
        stretch = getattr(textbox, _ATTRIBUTE, None) or _Stretch([], 0.0)
        marked = MARK in textbox.text
        if text_overflow == "ellipsis" or block_ellipsis != "none":
            return original(*arguments)
        if marked or 0 < len(stretch.gaps) < len(textbox.text) - 1:
            prepare(textbox, stretch)
        if not stretch.gaps:
            return original(*arguments)
        stream.stream.append(f"{stretch.width:.4f} Tc".encode())
        emojis = original(*arguments)
        stream.stream.append(b"0 Tc")
        return emojis

    return draw_first_line


def _offsets(text: str, indexes: list[int]) -> set[int]:
    """Return the UTF-8 offsets of the characters at these ascending indexes."""
    starts = [0, *indexes]
    return set(accumulate(len(text[a:b].encode()) for a, b in pairwise(starts)))


def _steps(width: float, font_size: float, units: int) -> Iterator[int]:
    """Yield, without end, the width of a gap in Pango units, on the grid of the PDF.

    The PDF moves glyphs by whole thousandths of an em, cut towards zero: each width lies half a
    step inside, and the steps alternate so that the errors of a line do not add up.
    """
    grid = font_size / 1000
    for number in count():
        steps = round((number + 1) * width / grid) - round(number * width / grid)
        yield round((steps + 0.5) * grid * units)
