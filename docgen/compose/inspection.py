"""Look at the Word templates of a pack before anything is filled into them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.compose.template import check_template, template_text
from docgen.findings import DocgenError, Finding, Place
from docgen.forms import template_of
from docgen.style.documents import Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.style.model import Style


def template_findings(style: Style) -> Iterator[Finding]:
    """Yield what is wrong with a style's templates: not there, broken, a box left out."""
    for form in style.documents.values():
        if not isinstance(form, Form):
            continue
        try:
            template = template_of(style, form)
            data = template.read_bytes()
            check_template(data, str(template))
        except DocgenError as error:
            yield from error.findings
            continue
        yield from _options_without_a_box(style, form, template, template_text(data))


def _options_without_a_box(
    style: Style, form: Form, template: Path, text: str
) -> Iterator[Finding]:
    """Yield the options of a choice that no box stands for: ticked, they would not be seen."""
    for name, choice in form.choices.items():
        for option in style.options_of(choice):
            group, word = re.escape(name), re.escape(option)
            if not re.search(rf"(choose|mark)\.{group}(\.{word}\b|\[.{word}.\])", text):
                yield Finding(
                    "template-option-missing",
                    f"模板里没有“{choice.title}”的选项“{option}”。",
                    f"请在选项前写 {{{{ choose.{name}.{option} }}}}，或从 options 里删去。",
                    Place(file=str(template)),
                )
