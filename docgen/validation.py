"""What pydantic's validation errors say, in Chinese: for cases and for style packs alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Description(NamedTuple):
    """A validation error in words: a finding's code, message and cure."""

    code: str
    message: str
    cure: str


#: pydantic's error type → description. `{found}` is what stood there, other names its bounds.
_DESCRIPTIONS = {
    "missing": ("missing-field", "缺少此项。", "请补上。"),
    "extra_forbidden": ("unknown-field", "没有“{last}”这一项。", "请删去，或对照手册改名。"),
    "too_short": ("empty-field", "此项是空的。", "请填写内容，或删去此项。"),
    "string_too_short": ("empty-field", "此项是空的。", "请填写内容，或删去此项。"),
    "string_too_long": ("too-long", "内容超过 {max_length} 个字符。", "请缩短。"),
    "string_type": ("not-text", "{found}不是文字。", "请用英文双引号括起来。"),
    "int_parsing": ("not-a-number", "{found}不是整数。", "请只写数字，不带单位和逗号。"),
    "int_from_float": ("not-a-whole-number", "{found}不是整数。", "请写整数。"),
    "int_type": ("not-a-number", "{found}不是整数。", "请只写数字，不加引号、单位和逗号。"),
    "bool_type": ("not-a-boolean", "{found}既不是“是”，也不是“否”。", "请写 true 或 false。"),
    "float_type": ("not-a-number", "{found}不是数字。", "请只写数字。"),
    "decimal_parsing": ("not-a-number", "{found}不是数字。", "请只写数字，不带单位和逗号。"),
    "decimal_type": ("not-a-number", "{found}不是数字。", "请只写数字，不带单位和逗号。"),
    "decimal_max_digits": ("number-too-large", "{found}大得不合理。", "请核对单位是否为万元。"),
    "decimal_whole_digits": ("number-too-large", "{found}大得不合理。", "请核对单位是否为万元。"),
    "decimal_max_places": ("number-too-fine", "{found}小数位过多。", "金额最多四位小数。"),
    "finite_number": ("not-a-number", "{found}不是数字。", "请填实际数值。"),
    "greater_than_equal": ("number-too-small", "{found}小于 {ge}。", "请核对此数。"),
    "less_than_equal": ("number-too-large", "{found}大于 {le}。", "请核对此数。"),
    "literal_error": ("unknown-choice", "{found}不是可选的值。", "{near}可选：{expected}。"),
    "enum": ("unknown-choice", "{found}不是可选的值。", "{near}可选：{expected}。"),
    "model_type": ("not-an-object", "此处应是一个对象。", "请写成 {{ … }}。"),
    "dict_type": ("not-an-object", "此处应是一个对象。", "请写成 {{ … }}。"),
    "tuple_type": ("not-a-list", "此处应是一个列表。", "请写成 [ … ]。"),
    "greater_than": ("number-too-small", "{found}太小。", "请核对此数。"),
    "string_pattern_mismatch": (
        "field-format",
        "{found}不合格式。",
        "请照手册改正，不要换行；年月写成“年-月”，年四位，月两位。",
    ),
    "union_tag_invalid": ("unknown-choice", "“{tag}”不是可选的值。", "可选：{expected_tags}。"),
    "union_tag_not_found": ("missing-field", "缺少 kind。", "请写明是哪一种文书。"),
    "year_format": ("not-a-year", "{found}不是年份。", "请写四位数字。"),
    "value_error": ("field-value", "{error}。", "请改正。"),
}
_DATE = ("not-a-date", "{found}不是日期。", "请写成“年-月-日”，年四位，月、日各两位。")
_OTHER = ("field-value", "{found}不合要求（{msg}）。", "请对照手册改正。")
_SHOWN = 40
_JSON_WORDS = {"None": "空值", "True": "true", "False": "false"}


def described(problem: ErrorDetails) -> Description:
    """Return a validation error in words."""
    kind = problem["type"]
    texts = _DESCRIPTIONS.get(kind, _DATE if kind.startswith("date") else _OTHER)
    values = {
        "msg": problem["msg"],
        "found": _shown(problem["input"]),
        "last": str(problem["loc"][-1]) if problem["loc"] else "",
        **problem.get("ctx", {}),
    }
    if "expected" in values:
        choices = re.findall("'([^']*)'", values["expected"])
        values["near"] = did_you_mean(str(problem["input"]), choices)
        values["expected"] = "、".join(choices)
    code, message, cure = (text.format(**values) for text in texts)
    return Description(code, message, cure)


def _shown(value: Any) -> str:
    text = _JSON_WORDS.get(str(value), str(value))
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"“{text}”"
