"""What a case's validation errors say, in Chinese."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.case.fields import title_at
from docgen.findings import Finding, Place

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

#: pydantic's error type → (code, message, cure). `{found}` is what stood there, `{…}` the bound.
_MESSAGES = {
    "missing": ("missing-field", "缺少此项。", "请在案例中补上。"),
    "string_too_short": ("empty-field", "此项是空的。", "请填写内容，或删去此项。"),
    "string_too_long": ("too-long", "内容超过 {max_length} 个字符。", "请缩短。"),
    "string_type": ("not-text", "{found} 不是文字。", "请用英文双引号括起来。"),
    "int_parsing": (
        "not-a-number",
        "{found} 不是整数。",
        "请只写数字，不带单位和逗号。",
    ),
    "int_from_float": ("not-a-whole-number", "{found} 不是整数。", "请写整数。"),
    "int_type": ("not-a-number", "{found} 不是整数。", "请只写数字，不带单位和逗号。"),
    "decimal_parsing": (
        "not-a-number",
        "{found} 不是数字。",
        "请只写数字，不带单位和逗号。",
    ),
    "decimal_type": (
        "not-a-number",
        "{found} 不是数字。",
        "请只写数字，不带单位和逗号。",
    ),
    "decimal_max_digits": (
        "number-too-large",
        "{found} 大得不合理。",
        "请核对单位是否为万元。",
    ),
    "decimal_whole_digits": (
        "number-too-large",
        "{found} 大得不合理。",
        "请核对单位是否为万元。",
    ),
    "decimal_max_places": (
        "number-too-fine",
        "{found} 小数位过多。",
        "金额最多四位小数。",
    ),
    "finite_number": ("not-a-number", "{found} 不是数字。", "请填实际数值。"),
    "greater_than_equal": ("number-too-small", "{found} 小于 {ge}。", "请核对此数。"),
    "less_than_equal": ("number-too-large", "{found} 大于 {le}。", "请核对此数。"),
    "literal_error": ("unknown-choice", "{found} 不是可选的值。", "可选：{expected}。"),
    "model_type": ("not-an-object", "此处应是一个对象。", "请写成 {{ … }}。"),
    "dict_type": ("not-an-object", "此处应是一个对象。", "请写成 {{ … }}。"),
    "tuple_type": ("not-a-list", "此处应是一个列表。", "请写成 [ … ]。"),
}
_DATE = ("not-a-date", "{found} 不是日期。", "请写成 2023-03-20 的样子。")
_OTHER = ("field-value", "{found} 不合要求（{msg}）。", "请对照 docgen schema 改正。")


def validation_findings(error: ValidationError, file: Path) -> list[Finding]:
    """Return one finding for each of pydantic's errors, unions told once."""
    findings: dict[tuple[str | int, ...], Finding] = {}
    for problem in error.errors(include_url=False):
        steps = tuple(step for step in problem["loc"] if step not in ("str", "TextFile", "[key]"))
        findings.setdefault(steps, _finding(problem, steps, file))
    return list(findings.values())


def _finding(problem: ErrorDetails, steps: tuple[str | int, ...], file: Path) -> Finding:
    kind = problem["type"]
    code, message, cure = _MESSAGES.get(kind, _DATE if kind.startswith("date") else _OTHER)
    values = {
        "msg": problem["msg"],
        "found": _shown(problem["input"]),
        **problem.get("ctx", {}),
    }
    pointer = "".join(f"/{step}" for step in steps)
    return Finding(
        code,
        message.format(**values),
        cure.format(**values),
        Place(file=str(file), pointer=pointer, title=title_at(*steps)),
    )


def _shown(value: Any) -> str:
    text = "空值" if value is None else str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
