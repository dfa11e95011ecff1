"""Forms (申报表): the issuer's own Word template, filled and read back into blocks.

docxtpl fills the template in a sandbox; what the template asks for and the case does not have is
collected and reported together, never printed as a blank.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docgen.compose.choices import settle_boxes
from docgen.compose.context import form_context
from docgen.compose.template import check_template
from docgen.compose.values import properties
from docgen.findings import DocgenError, Finding, Place
from docgen.read import read_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Environment
    from jinja2.runtime import Context

    from docgen.case.load import Case
    from docgen.document import Document
    from docgen.style.model import Form, Style


def compose_form(case: Case, style: Style, key: str, spec: Form) -> Document:
    """Fill the form's template and read the filled form back into blocks.

    Raises:
        DocgenError: If the template is not there or is broken, or asks for what the case lacks.
    """
    template = _template(style, spec)
    filled = _filled(template, form_context(case, style, spec))
    about = properties(case, style, spec.name)
    document = read_word(settle_boxes(filled), key=key, name=spec.name, properties=about)
    return replace(document, properties=about)


def _template(style: Style, spec: Form) -> Path:
    for folder in style.folders:
        if (path := folder / spec.template).is_file():
            return path
    raise DocgenError(
        [
            Finding(
                "template-missing",
                f"找不到“{spec.name}”的 Word 模板“{spec.template}”。",
                "请把模板放进规范的文件夹，或改正 template 所写的文件名。",
                Place(file=f"{style.name}/style.toml", title=spec.name),
            )
        ]
    )


def _filled(template: Path, context: dict[str, Any]) -> bytes:
    from docxtpl import DocxTemplate

    data = template.read_bytes()
    check_template(data, str(template))
    missing: list[str] = []
    names = dict(_group_names(context))
    word = DocxTemplate(io.BytesIO(data))
    try:
        word.render(context, jinja_env=_sandbox(missing, names), autoescape=True)
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


def _sandbox(missing: list[str], names: dict[int, str]) -> Environment:
    """Return an environment for templates that print names and steer by them, and do no more.

    Args:
        missing: Takes the dotted names that the template asks for and the case does not have.
        names: Id of each group of values → its dotted name.
    """
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.nodes import Assign, Concat, Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Noted(StrictUndefined):
        def __html__(self) -> str:
            owner = names.get(id(self._undefined_obj), "")
            missing.append(f"{owner}{self._undefined_name}")
            return ""

        def __bool__(self) -> bool:  # type: ignore[override]
            # {% if company.district %} may ask for what a case leaves out.
            return False

    class Sandbox(ImmutableSandboxedEnvironment):
        # No sums, no calls, no filters but escaping: a template could fill the memory with them.
        intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

        def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
            raise SecurityError(f"模板里不能计算（{operator}）")

        def is_safe_callable(self, obj: Any) -> bool:
            return False

        def _generate(self, source: Template, *args: Any, **options: Any) -> str:
            if source.find(Concat) or source.find(Assign):
                raise SecurityError("模板里不能拼接，也不能另设名称")
            return super()._generate(source, *args, **options)

    sandbox = Sandbox(undefined=Noted, autoescape=True)
    sandbox.globals.clear()
    sandbox.filters = {name: sandbox.filters[name] for name in ("e", "escape")}
    return sandbox


def _group_names(value: Any, name: str = "") -> Iterator[tuple[int, str]]:
    """Yield the id of every group of values in a context, with its dotted name."""
    if isinstance(value, dict):
        yield id(value), f"{name}." if name else ""
        for key, item in value.items():
            yield from _group_names(item, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _group_names(item, f"{name}[{index}]")


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
