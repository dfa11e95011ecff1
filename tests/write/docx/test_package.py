"""The same document gives the same file, and the file says whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.document import Heading, PageNumbers, PageSetup, Paragraph, Section, Text
from docgen.write.docx import write
from docgen.write.docx.sections import footer_alignments
from tests.write.docx.making import NS, PROPERTIES, W, WordFile, attributes, document, written

MIRRORED = PageSetup(
    top=73.7,
    bottom=68.0,
    inside=76.0,
    outside=85.0,
    gutter=14.2,
    mirrored=True,
    header=42.5,
    footer=43.0,
)
BLOCK = Paragraph((Text("文字"),))


def section(page: PageSetup = MIRRORED, **options: object) -> Section:
    return replace(Section((BLOCK,), page), **options)  # type: ignore[arg-type]


# ── The zip ─────────────────────────────────────────────


def test_the_same_document_gives_the_same_bytes() -> None:
    blocks = (Heading(1, "一、", (Text("甲"),), "_Toc_1"), BLOCK)
    assert written(*blocks).data == written(*blocks).data


def test_parts_stand_in_a_fixed_order_with_the_content_types_first() -> None:
    names = written(BLOCK).zip.namelist()
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
    assert len(set(names)) == len(names)


def test_no_part_carries_a_clock_or_the_name_of_a_system() -> None:
    for item in written(BLOCK).zip.infolist():
        assert item.date_time == (1980, 1, 1, 0, 0, 0)
        assert item.create_system == 0
        assert item.extra == b""


def test_the_properties_are_the_applicants_and_the_applications() -> None:
    file = written(BLOCK)
    core = file.part("docProps/core.xml")
    said = {
        path: core.findtext(path, namespaces=NS)
        for path in (
            "dc:title", "dc:creator", "dc:subject", "cp:lastModifiedBy",
            "dcterms:created", "dcterms:modified", "cp:revision",
        )
    }  # fmt: skip
    assert said == {
        "dc:title": "标题",
        "dc:creator": "试样公司",
        "dc:subject": "标杆",
        "cp:lastModifiedBy": "试样公司",
        "dcterms:created": "2023-03-20T00:00:00Z",
        "dcterms:modified": "2023-03-20T00:00:00Z",
        "cp:revision": "1",
    }


def test_a_company_with_markup_in_its_name_is_written_as_it_is() -> None:
    company = r"A&B<轴承>\1有限公司"
    made = replace(document(BLOCK), properties=replace(PROPERTIES, creator=company))
    file = WordFile(write(made, {}))
    assert file.part("docProps/core.xml").findtext("dc:creator", namespaces=NS) == company
    app = file.part("docProps/app.xml")
    assert [each.text for each in app if each.tag.endswith("}Company")] == [company]


# ── Sections ────────────────────────────────────────────


def test_margins_are_in_twips_and_the_gutter_is_apart() -> None:
    (margins,) = written(sections=[section()]).all("w:pgMar")
    assert attributes(margins) == {
        "top": "1474",
        "right": "1700",
        "bottom": "1360",
        "left": "1520",
        "header": "850",
        "footer": "860",
        "gutter": "284",
    }


def test_the_paper_is_a4() -> None:
    (paper,) = written(sections=[section()]).all("w:pgSz")
    assert attributes(paper) == {"w": "11906", "h": "16838"}


def test_a_page_on_its_side_says_so() -> None:
    page = replace(MIRRORED, width=841.9, height=595.3)
    (paper,) = written(sections=[section(page)]).all("w:pgSz")
    assert attributes(paper) == {"w": "16838", "h": "11906", "orient": "landscape"}


def test_facing_pages_have_a_footer_each_with_the_number_outside() -> None:
    file = written(sections=[section(page_numbers=PageNumbers(start=1))])
    assert file.all("w:mirrorMargins", "word/settings.xml")
    assert file.all("w:evenAndOddHeaders", "word/settings.xml")
    kinds = [attributes(each)["type"] for each in file.all("w:footerReference")]
    assert kinds == ["default", "even"]
    sides = {kind: file.values("w:jc", f"word/footer1-{kind}.xml") for kind in ("default", "even")}
    assert sides == {"default": ["right"], "even": ["left"]}


def test_single_sided_pages_are_not_mirrored() -> None:
    page = replace(MIRRORED, mirrored=False)
    file = written(sections=[section(page, page_numbers=PageNumbers())])
    assert not file.all("w:mirrorMargins", "word/settings.xml")
    assert [attributes(each)["type"] for each in file.all("w:footerReference")] == ["default"]


@pytest.mark.parametrize(
    ("position", "mirrored", "expected"),
    [
        ("outside", True, {"default": "right", "even": "left"}),
        ("right", True, {"default": "right", "even": "right"}),
        ("center", True, {"default": "center", "even": "center"}),
        ("outside", False, {"default": "right"}),
        ("center", False, {"default": "center"}),
    ],
)
def test_where_the_page_number_stands(
    position: str, mirrored: bool, expected: dict[str, str]
) -> None:
    assert footer_alignments(PageNumbers(position=position), mirrored) == expected


def test_the_number_is_printed_in_its_pattern() -> None:
    numbers = PageNumbers("upper-roman", "- {} -", "center", start=1)
    file = written(sections=[section(page_numbers=numbers)])
    footer = file.part("word/footer1-default.xml")
    assert "".join(each.text or "" for each in footer.iter(f"{{{W}}}t")) == "- I -"
    assert [(each.text or "").strip() for each in footer.iter(f"{{{W}}}instrText")] == ["PAGE"]
    (form,) = file.all("w:pgNumType")
    assert attributes(form) == {"fmt": "upperRoman", "start": "1"}


def test_a_section_ends_in_a_paragraph_and_the_last_one_in_the_body() -> None:
    front = section(page_numbers=PageNumbers("upper-roman", start=1))
    body = section(page_numbers=PageNumbers(start=1), start="odd", valign="center")
    file = written(sections=[front, body])
    assert len(file.all("w:p/w:pPr/w:sectPr")) == 1
    assert file.body[-1].tag == f"{{{W}}}sectPr"
    assert file.values("w:sectPr/w:type") == ["nextPage", "oddPage"]
    assert file.values("w:sectPr/w:vAlign") == ["center"]
    assert [attributes(each)["fmt"] for each in file.all("w:pgNumType")] == [
        "upperRoman",
        "decimal",
    ]


def test_a_section_without_numbers_does_not_inherit_the_footer_before_it() -> None:
    numbered, plain = section(page_numbers=PageNumbers()), section()
    file = written(sections=[numbered, plain])
    assert not file.all("w:instrText", "word/footer2-default.xml")
    assert len(file.all("w:footerReference")) == 4


def test_every_relationship_leads_to_a_part() -> None:
    file = written(sections=[section(page_numbers=PageNumbers()), section()])
    names = set(file.zip.namelist())
    for each in file.part("word/_rels/document.xml.rels"):
        assert f"word/{each.get('Target')}" in names or each.get("Target", "").lstrip("/") in names


def test_a_number_may_stand_in_from_the_outer_edge() -> None:
    file = written(sections=[section(page_numbers=PageNumbers(indent=14.0))])
    found = {
        kind: [attributes(each) for each in file.all("w:ind", f"word/footer1-{kind}.xml")]
        for kind in ("default", "even")
    }
    assert found == {"default": [{"right": "280"}], "even": [{"left": "280"}]}
