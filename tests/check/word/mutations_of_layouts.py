"""Pictures and captions laid out as people do it: in cells, in one paragraph, in text boxes."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from tests.acceptance.documents import NARRATIVE
from tests.check.word.mutating import (
    Copy,
    Element,
    Found,
    found,
    found_in,
    mutation,
    put,
    remove,
    replace,
    rewrite,
    run_of,
    runs,
    text,
)
from tests.check.word.mutations_of_captions import MENTIONS_FIGURE_1, caption_of
from tests.independent.ooxml import NS, W, tag

#: The paragraph that mentions 图2.
MENTIONS_FIGURE_2 = "档案的结构如图2所示"
WP = NS["wp"]


def two_figures(copy: Copy) -> list[tuple[Element, Element]]:
    """图1 and 图2 with their captions, one behind the other."""
    first, second = caption_of(copy, "图1"), caption_of(copy, "图2")
    picture = second.getprevious()
    first.addnext(picture)
    picture.addnext(second)
    return [(first.getprevious(), first), (picture, second)]


def lay_out(rows: list[list[list[Element]]], before: Element, *, ruled: bool = False) -> Element:
    """A table with these paragraphs in its cells; one cell in a row spans the others' columns."""
    table = etree.Element(tag("tbl"))
    before.addprevious(table)
    properties = etree.SubElement(table, tag("tblPr"))
    if ruled:
        borders = etree.SubElement(properties, tag("tblBorders"))
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            etree.SubElement(borders, tag(side), {tag("val"): "single", tag("sz"): "4"})
    columns = max(map(len, rows))
    grid = etree.SubElement(table, tag("tblGrid"))
    for _ in range(columns):
        etree.SubElement(grid, tag("gridCol"), {tag("w"): str(8402 // columns)})
    for row in rows:
        line = etree.SubElement(table, tag("tr"))
        for paragraphs in row:
            cell = etree.SubElement(line, tag("tc"))
            span = etree.SubElement(etree.SubElement(cell, tag("tcPr")), tag("gridSpan"))
            span.set(tag("val"), str(columns if len(row) == 1 else 1))
            cell.extend(paragraphs or [etree.Element(tag("p"))])
    return table


def heading_behind(copy: Copy) -> Element:
    """The heading behind 图1, before which what is laid out stands."""
    (heading,) = [each for each in copy.styled("Heading2") if text(each).startswith("建档：")]
    return heading


@mutation("luoyang", NARRATIVE)
def captions_in_the_cells_below_their_pictures(copy: Copy) -> list[Found]:
    (one, one_caption), (two, two_caption) = two_figures(copy)
    lay_out([[[one], [two]], [[one_caption], [two_caption]]], heading_behind(copy))
    return []


@mutation("luoyang", NARRATIVE)
def captions_in_the_cells_of_their_pictures(copy: Copy) -> list[Found]:
    one, two = two_figures(copy)
    lay_out([[[*one], [*two]]], heading_behind(copy))
    return []


@mutation("luoyang", NARRATIVE)
def caption_in_a_frame_round_its_picture(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图1")
    lay_out([[[caption.getprevious(), caption]]], heading_behind(copy), ruled=True)
    return []


@mutation("luoyang", NARRATIVE)
def captions_in_the_cells_above_their_pictures(copy: Copy) -> list[Found]:
    (one, one_caption), (two, two_caption) = two_figures(copy)
    lay_out([[[one_caption], [two_caption]], [[one], [two]]], heading_behind(copy))
    return found("caption-misplaced", one_caption, two_caption)


@mutation("luoyang", NARRATIVE)
def one_caption_below_pictures_in_a_table(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图1")
    picture = caption.getprevious()
    lay_out([[[picture], [deepcopy(picture)]]], caption)
    return []


@mutation("luoyang", NARRATIVE)
def one_caption_in_a_cell_below_two_pictures(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图1")
    picture = caption.getprevious()
    lay_out([[[picture], [deepcopy(picture)]], [[caption]]], heading_behind(copy))
    return []


@mutation("luoyang", NARRATIVE)
def caption_of_a_table_between_pictures_in_a_table_and_its_own(copy: Copy) -> list[Found]:
    """What holds the pictures is no table that the caption could stand below."""
    caption = caption_of(copy, "图4")
    lay_out([[[caption.getprevious()]], [[caption]]], caption_of(copy, "表4"))
    return []


@mutation("luoyang", NARRATIVE)
def number_in_a_cell_mistyped(copy: Copy) -> list[Found]:
    (one, one_caption), (two, two_caption) = two_figures(copy)
    lay_out([[[one], [two]], [[one_caption], [two_caption]]], heading_behind(copy))
    replace(two_caption, "2", "20")
    replace(copy.paragraph(MENTIONS_FIGURE_2), "图2", "图20")
    return found("caption-number-wrong", two_caption)


@mutation("luoyang", NARRATIVE)
def caption_in_a_cell_at_the_left(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图1")
    lay_out([[[caption.getprevious()]], [[caption]]], heading_behind(copy))
    put(caption, "pPr", "jc", val="left")
    return found("alignment-wrong", caption)


@mutation("luoyang", NARRATIVE)
def figure_named_in_a_table_of_data(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("技术中心"), "图3　石墨轴承")
    return []


@mutation("luoyang", NARRATIVE)
def caption_in_the_first_row_of_its_table(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "表2")
    table = caption.getnext()
    head = lay_out([[[caption]]], table).find(tag("tr"))
    head.find(f".//{tag('gridSpan')}").set(tag("val"), "5")
    remove(table.getprevious())
    table.find(tag("tr")).addprevious(head)
    return []


# ── in one paragraph ─────────────────────────────────────────────────


def put_picture_in(caption: Element, place: int) -> None:
    """Put the picture before a caption into its paragraph, a line break between them."""
    picture = caption.getprevious()
    turn = etree.Element(tag("r"))
    etree.SubElement(turn, tag("br"))
    drawn = [each for each in picture if each.tag == tag("r")]
    if place < 0:
        caption.extend([turn, *drawn])
    else:
        for each in (turn, *reversed(drawn)):
            caption.insert(place, each)
    remove(picture)


@mutation("luoyang", NARRATIVE)
def caption_in_the_paragraph_of_its_picture(copy: Copy) -> list[Found]:
    put_picture_in(caption_of(copy, "图2"), place=1)
    return []


@mutation("luoyang", NARRATIVE)
def caption_before_its_picture_in_one_paragraph(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图2")
    put_picture_in(caption, place=-1)
    return found("caption-misplaced", caption)


@mutation("luoyang", NARRATIVE)
def caption_in_the_paragraph_of_its_picture_mistyped(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图2")
    put_picture_in(caption, place=1)
    replace(caption, "2", "20")
    replace(copy.paragraph(MENTIONS_FIGURE_2), "图2", "图20")
    return found("caption-number-wrong", caption)


@mutation("luoyang", NARRATIVE)
def headings_with_pictures_anchored_in_them(copy: Copy) -> list[Found]:
    picture = caption_of(copy, "图1").getprevious().find(tag("r"))
    copy.paragraph("企业概况").append(deepcopy(picture))
    heading_behind(copy).append(deepcopy(picture))
    return []


def join(captions: list[Element], gap: str) -> Element:
    """Put the words of several captions into the first one's paragraph."""
    first = captions[0]
    words = [text(each) for each in captions]
    rewrite(first, gap.join(words))
    for each in captions[1:]:
        remove(each)
    return first


@mutation("luoyang", NARRATIVE)
def two_captions_in_one_paragraph(copy: Copy) -> list[Found]:
    (one, first), (two, second) = two_figures(copy)
    one.extend(two.findall(tag("r")))
    remove(two)
    join([first, second], "\u3000" * 3)
    return []


@mutation("luoyang", NARRATIVE)
def second_of_two_captions_mistyped(copy: Copy) -> list[Found]:
    (one, first), (two, second) = two_figures(copy)
    one.extend(two.findall(tag("r")))
    remove(two)
    replace(second, "2", "20")
    replace(copy.paragraph(MENTIONS_FIGURE_2), "图2", "图20")
    return found("caption-number-wrong", join([first, second], "    "))


@mutation("luoyang", NARRATIVE)
def two_captions_above_their_pictures(copy: Copy) -> list[Found]:
    (one, first), (two, second) = two_figures(copy)
    one.extend(two.findall(tag("r")))
    remove(two)
    caption = join([first, second], "\u3000" * 3)
    one.addprevious(caption)
    return found("caption-misplaced", caption)


@mutation("luoyang", NARRATIVE)
def parts_of_a_figure_with_a_caption_each(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图1")
    picture = caption.getprevious()
    again = [deepcopy(picture), deepcopy(caption)]
    rewrite(caption, "图1（a）　推进路线")
    rewrite(again[1], "图1（b）　验收条件")
    lay_out([[[picture, caption], again]], heading_behind(copy))
    return []


@mutation("luoyang", NARRATIVE)
def caption_numbered_in_full_width(copy: Copy) -> list[Found]:
    replace(caption_of(copy, "图2"), "2", "２")
    replace(copy.paragraph(MENTIONS_FIGURE_1), "图1", "图 １")
    return []


# ── in text boxes ────────────────────────────────────────────────────


def box_in(copy: Copy, paragraph: Element, inside: list[Element]) -> None:
    """Anchor a text box with these paragraphs, stored twice as Word does."""
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = etree.fromstring(
        f'''<w:r xmlns:w="{W}" xmlns:mc="{compatible}" xmlns:wps="{shape}" xmlns:wp="{WP}"
        xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">
        <w:drawing><wp:anchor><wps:txbx><w:txbxContent/></wps:txbx></wp:anchor></w:drawing>
        </mc:Choice><mc:Fallback><w:pict><v:shape style="position:absolute"><v:textbox>
        <w:txbxContent/></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'''
    )
    for box in drawing.iter(tag("txbxContent")):
        box.extend(deepcopy(inside))
    paragraph.append(drawing)


@mutation("luoyang", NARRATIVE)
def figure_in_a_text_box_with_its_caption(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图2")
    picture = caption.getprevious()
    box_in(copy, copy.paragraph(MENTIONS_FIGURE_2), [picture, caption])
    remove(picture)
    remove(caption)
    return []


@mutation("luoyang", NARRATIVE)
def caption_in_a_text_box_mistyped(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图2")
    replace(caption, "2", "20")
    mention = copy.paragraph(MENTIONS_FIGURE_2)
    replace(mention, "图2", "图20")
    box_in(copy, mention, [caption])
    remove(caption)
    return found_in("文本框", "caption-number-wrong", text(caption))


@mutation("luoyang", NARRATIVE)
def text_box_beside_a_paragraph(copy: Copy) -> list[Found]:
    paragraph = etree.Element(tag("p"))
    paragraph.append(run_of("数据随泵走"))
    box_in(copy, copy.paragraph(MENTIONS_FIGURE_2), [paragraph])
    assert runs(paragraph)
    return []
