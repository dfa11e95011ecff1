"""A composed part behind a form's pages: one Word file, either part as it would be alone."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from docgen.document import Document, Heading, Paragraph, Section, Text
from docgen.findings import DocgenError
from docgen.read import read_word
from docgen.write.docx import write
from tests.write.docx.making import NS, PROPERTIES, WordFile, document

PART = document(
    Heading(1, "一、", (Text("实施情况"),), "_Toc_1"), Paragraph((Text("公司推行三查。"),))
)


def form(**styles: str) -> bytes:
    """A user's form: Word's own blank, one paragraph in each of the named styles, a table last."""
    word = docx.Document()
    for name, text in styles.items():
        word.styles.add_style(name, 1)
        word.add_paragraph(text, style=name)
    word.add_paragraph("表单的一段")
    word.add_table(1, 1).cell(0, 0).text = "格内"
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def joined(data: bytes) -> Document:
    read = read_word(data, key="form", name="申报书", properties=PROPERTIES)
    return replace(read, sections=read.sections + PART.sections, composed_part=PART)


def written(data: bytes) -> WordFile:
    return WordFile(write(joined(data), {}))


def body_texts(word: WordFile) -> list[str]:
    paragraphs: Any = word.part("word/document.xml").iterfind(".//w:p", NS)
    return [text for each in paragraphs if (text := "".join(each.itertext()).strip())]


def test_the_forms_pages_come_first_and_end_their_section() -> None:
    word = written(form())
    assert body_texts(word) == ["表单的一段", "格内", "实施情况", "公司推行三查。"]
    sections: Any = word.part("word/document.xml").findall(".//w:sectPr", NS)
    assert len(sections) == 2
    # The form's section ends in a paragraph of its own behind the table.
    assert sections[0].getparent().tag == qn("w:pPr")


def test_a_style_of_the_same_name_is_the_parts_own_and_the_forms_goes_on_under_another() -> None:
    word = written(form(附表标题="表单里的题目"))
    found: Any = word.part("word/styles.xml").iterfind("w:style", NS)
    styles = {each.get(qn("w:styleId")): each[0].get(qn("w:val")) for each in found}
    assert len(styles) == len(set(styles.values()))
    assert styles["TableCaption"] == "附表标题"
    paragraph: Any = word.part("word/document.xml").find("w:body/w:p", NS)
    assert styles[paragraph.find("w:pPr/w:pStyle", NS).get(qn("w:val"))] == "表单：附表标题"


def test_the_forms_default_style_stays_and_the_parts_is_a_style_of_its_own() -> None:
    styles: Any = written(form()).part("word/styles.xml")
    (default,) = styles.xpath("w:style[@w:type='paragraph'][@w:default]", namespaces=NS)
    assert default.get(qn("w:styleId")) == "Normal"
    (plain,) = styles.xpath("w:style[@w:styleId='Plain']", namespaces=NS)
    assert plain.find("w:rPr/w:sz", NS).get(qn("w:val")) == "24"


def test_a_form_that_numbers_by_itself_is_refused() -> None:
    word = docx.Document(io.BytesIO(form()))
    word.add_paragraph("其一", style="List Number")
    stream = io.BytesIO()
    word.save(stream)
    with pytest.raises(DocgenError) as caught:
        write(joined(stream.getvalue()), {})
    assert [finding.code for finding in caught.value.findings] == ["form-numbered"]


def test_a_document_that_is_no_form_is_written_as_ever() -> None:
    alone = WordFile(write(replace(PART, sections=(Section(PART.sections[0].blocks),)), {}))
    assert body_texts(alone) == ["实施情况", "公司推行三查。"]


def test_a_form_without_a_last_section_ends_one_all_the_same() -> None:
    word = docx.Document(io.BytesIO(form()))
    body = word.element.body
    body.remove(body.sectPr)
    stream = io.BytesIO()
    word.save(stream)
    assert body_texts(written(stream.getvalue()))[-1] == "公司推行三查。"


def test_every_style_that_the_joined_file_names_is_there() -> None:
    word = docx.Document(io.BytesIO(form()))
    footer = word.sections[0].footer.paragraphs[0]
    style = word.styles.add_style("表中文字", 1)
    footer.style = style
    footer.text = "第页"
    stream = io.BytesIO()
    word.save(stream)
    file = written(stream.getvalue())
    known = {each.get(qn("w:styleId")) for each in file.all("w:style", part="word/styles.xml")}
    parts = [name for name in file.zip.namelist() if "footer" in name or name[5:] == "document.xml"]
    used = {each.get(qn("w:val")) for name in parts for each in file.all("w:pStyle", part=name)}
    assert used <= known
