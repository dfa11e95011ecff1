"""The style sheet of one document: a class per role, a class per direct format met.

Formats become CSS declarations once, here. A block asks for its class by its role and its own
format; only what differs from the role is declared again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from docgen import fonts
from docgen.document import (
    Alignment,
    Document,
    LineSpacing,
    ParagraphFormat,
    RoleFormat,
    RunFormat,
)
from docgen.findings import DocgenError, Finding, Place
from docgen.linepitch import line_height

#: CSS property → value.
Declarations = dict[str, str]

# What Word prints where neither a role nor a block says anything.
_PLAIN_RUN = RunFormat(
    east_asian_font="宋体",
    latin_font="Times New Roman",
    size=10.5,
    bold=False,
    italic=False,
    underline=False,
    position="",
    spacing=0.0,
)
_PLAIN_PARAGRAPH = ParagraphFormat(
    alignment=Alignment.LEFT,
    line_spacing=LineSpacing("multiple", 1.0),
    space_before=0.0,
    space_after=0.0,
    first_line_indent=0.0,
    indent_left=0.0,
    indent_right=0.0,
    keep_with_next=False,
    keep_together=False,
    page_break_before=False,
    widow_control=True,
)
# Word prints raised and lowered characters at two thirds of their size.
_RAISED_SIZE = 2 / 3


class Sheet:
    """Collects the classes of one document while its HTML is being made."""

    def __init__(self, document: Document) -> None:
        """Prepare the roles of `document`; classes are added on demand."""
        self._document = document
        self._roles: dict[str, RoleFormat] = {}
        self._rules: dict[str, str] = {}
        self._classes: dict[str, str] = {}

    def format_of(self, role: str) -> RoleFormat:
        """Return what a role looks like, every gap filled.

        Raises:
            DocgenError: ``unknown-role``, if the document has no such role.
        """
        if role not in self._roles:
            self._roles[role] = _resolve(self._document, role)
        return self._roles[role]

    def role_class(self, role: str) -> str:
        """Return the class of a role, declared at its first use."""
        name = f"role-{role}"
        if name not in self._rules:
            form = self.format_of(role)
            self._rules[name] = text_of(block_declarations(form.paragraph, form.run))
        return name

    def block_class(self, role: str, paragraph: ParagraphFormat, run: RunFormat) -> str:
        """Return the classes of a block of `role` that is printed in these complete formats."""
        form = self.format_of(role)
        base = block_declarations(form.paragraph, form.run)
        own = block_declarations(paragraph, run)
        difference = {name: value for name, value in own.items() if base[name] != value}
        return self._with(self.role_class(role), difference)

    def run_class(self, base: RunFormat, run: RunFormat) -> str:
        """Return the class of a run in a block printed in `base`, or "" if it looks the same."""
        inherited = run_declarations(base)
        declared = run_declarations(run)
        difference = {name: value for name, value in declared.items() if inherited[name] != value}
        return self._with("", difference)

    def stretch_class(self, paragraph: ParagraphFormat, base: RunFormat, run: RunFormat) -> str:
        """Return the class of a box that makes room for a run higher than its block's lines."""
        needed = line_height(paragraph, run)
        if run.position or needed <= line_height(paragraph, base):
            return ""
        declared = run_declarations(run)
        look = {name: declared[name] for name in ("font-family", "font-size")}
        return self.class_for(text_of(look | {"line-height": points(needed)}))

    def chinese_class(self, run: RunFormat) -> str:
        """Return the class of ambiguous characters that take the run's Chinese font."""
        font = run.east_asian_font or ""
        return self.class_for(f"font-family:{_stack(font, font)}")

    def latin_class(self, run: RunFormat) -> str:
        """Return the class of ambiguous characters that take the run's Latin font."""
        stack = _stack(run.east_asian_font or "", run.latin_font or "", latin_text=True)
        return self.class_for(f"font-family:{stack}")

    def class_for(self, declarations: str) -> str:
        """Return the class of these declarations, the same for the same."""
        if declarations not in self._classes:
            name = f"x{len(self._classes) + 1}"
            self._classes[declarations] = name
            self._rules[name] = declarations
        return self._classes[declarations]

    def text(self) -> str:
        """Return the classes asked for so far as CSS; direct formats lie over roles."""
        roles = {name: rule for name, rule in self._rules.items() if name.startswith("role-")}
        return "".join(f".{name}{{{rule}}}\n" for name, rule in (roles | self._rules).items())

    def _with(self, classes: str, difference: Declarations) -> str:
        if not difference:
            return classes
        return f"{classes} {self.class_for(text_of(difference))}".strip()


def block_declarations(paragraph: ParagraphFormat, run: RunFormat) -> Declarations:
    """Return the CSS of a block printed in these complete formats."""
    return {
        "text-align": str(paragraph.alignment),
        "line-height": points(line_height(paragraph, run)),
        "margin-top": points(paragraph.space_before or 0),
        "margin-bottom": points(paragraph.space_after or 0),
        "margin-left": points(paragraph.indent_left or 0),
        "margin-right": points(paragraph.indent_right or 0),
        "text-indent": f"{number(paragraph.first_line_indent or 0)}em",
        "break-before": "page" if paragraph.page_break_before else "auto",
        "break-after": "avoid" if paragraph.keep_with_next else "auto",
        "break-inside": "avoid" if paragraph.keep_together else "auto",
        "orphans": "2" if paragraph.widow_control else "1",
        "widows": "2" if paragraph.widow_control else "1",
        **run_declarations(run),
    }


def run_declarations(run: RunFormat) -> Declarations:
    """Return the CSS of a run in this complete format."""
    size = (run.size or 0) * (_RAISED_SIZE if run.position else 1)
    alignment = {"superscript": "super", "subscript": "sub"}
    return {
        "font-family": _stack(run.east_asian_font or "", run.latin_font or ""),
        "font-size": points(size),
        "font-weight": "bold" if run.bold else "normal",
        "font-style": "italic" if run.italic else "normal",
        "text-decoration": "underline" if run.underline else "none",
        "vertical-align": alignment.get(run.position or "", "baseline"),
        "letter-spacing": points(run.spacing) if run.spacing else "normal",
    }


def text_of(declarations: Mapping[str, str]) -> str:
    """Return declarations as CSS text."""
    return ";".join(f"{name}:{value}" for name, value in declarations.items())


def points(value: float) -> str:
    """Return a CSS length in points."""
    return f"{number(value)}pt"


def number(value: float) -> str:
    """Return a CSS number with at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=64)
def _stack(east_asian: str, latin: str, *, latin_text: bool = False) -> str:
    families = fonts.css_stack(east_asian, latin, latin_text=latin_text)
    return ",".join(f'"{family}"' for family in families)


def _resolve(document: Document, role: str) -> RoleFormat:
    if role not in document.roles:
        raise DocgenError(
            [
                Finding(
                    code="unknown-role",
                    message=f"文书“{document.name}”没有定义样式“{role}”。",
                    cure="请在规范包的排版部分补上这一样式。",
                    place=Place(title=document.name),
                )
            ]
        )
    form = document.format_of(role)
    return replace(
        form, paragraph=form.paragraph.over(_PLAIN_PARAGRAPH), run=form.run.over(_PLAIN_RUN)
    )
