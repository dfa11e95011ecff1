"""Forms (申报表): the issuer's own Word template, filled and read back into blocks.

docxtpl fills the template in a sandbox; what the template asks for and the case does not have is
collected and reported together, never printed as a blank.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docgen.compose.choices import settle_controls
from docgen.compose.context import form_context
from docgen.compose.sandbox import sandbox
from docgen.compose.template import check_template
from docgen.compose.values import properties
from docgen.findings import DocgenError, Finding, Place
from docgen.forms import template_of
from docgen.read import read_word

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.case.load import Case
    from docgen.document import Document
    from docgen.style.documents import Form
    from docgen.style.model import Style


def compose_form(case: Case, style: Style, key: str, spec: Form) -> Document:
    """Fill the form's template and read the filled form back into blocks.

    Raises:
        DocgenError: If the template is not there or is broken, or asks for what the case lacks.
    """
    about = properties(case, style, spec.name)
    filled = filled_form(case, style, spec)
    return read_word(filled, key=key, name=spec.name, properties=about)


def filled_form(case: Case, style: Style, spec: Form) -> bytes:
    """Return the form's template, filled: a Word file.

    Raises:
        DocgenError: As `compose_form`.
    """
    template = template_of(style, spec)
    return settle_controls(_filled(template, form_context(case, style, spec)))


def _filled(template: Path, context: dict[str, Any]) -> bytes:
    from docxtpl import DocxTemplate

    data = template.read_bytes()
    check_template(data, str(template))
    missing: list[str] = []
    word = DocxTemplate(io.BytesIO(data))
    try:
        word.render(context, jinja_env=sandbox(context, missing), autoescape=True)
    except Exception as error:  # whatever the code of a template comes to
        finding = Finding(
            "template-broken",
            f"Word 模板无法填写（{error}）。",
            "模板里只能写 {{ 名称 }}、{% if %} 和 {% for %}，不能计算，不能用过滤器。",
            Place(file=str(template)),
        )
        raise DocgenError([finding]) from error
    if missing:
        raise DocgenError(_unknown_names(missing, template))
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _unknown_names(missing: list[str], template: Path) -> list[Finding]:
    return [
        Finding(
            "template-name-unknown",
            f"模板要填“{name}”，案例中没有。",
            "请在案例中补上，或改正模板里的名称。",
            Place(file=str(template)),
        )
        for name in dict.fromkeys(missing)
    ]
