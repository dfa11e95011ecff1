"""Name the fields of a case: by dotted path, by Chinese title."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from docgen.case.model import Facts


def value_at(facts: Facts, path: str) -> Any:
    """Return the value at a dotted path: ``contact.mobile``, ``years.<year>.revenue``.

    None where the case leaves it out, or the group or the year that it would stand in.

    Raises:
        AttributeError: If the model has no such field; the style pack is wrong then.
    """
    value: Any = facts
    for name in path.split("."):
        if value is None:
            return None
        if isinstance(value, dict):
            value = value.get(int(name) if name.isdigit() else name)
        else:
            value = getattr(value, name)
    return value


def has_field(path: str) -> bool:
    """Say whether a dotted path names one value of a case: no group, no list, no item of one."""
    return _value_type(path) is not None


def is_choice_field(path: str) -> bool:
    """Say whether a form can offer boxes for a field: a text, a yes or no, a list of texts."""
    annotation = _annotation(path)
    return annotation in (str, bool) or (
        _is_list(annotation) and _plain(get_args(annotation)[0]) is str
    )


def is_flag_field(path: str) -> bool:
    """Say whether a dotted path names a yes or no."""
    return _annotation(path) is bool


def is_list_field(path: str) -> bool:
    """Say whether a dotted path names a list of a case, such as its patents."""
    return _is_list(_annotation(path))


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def _value_type(path: str) -> type | None:
    """Return the type of the one value at a dotted path, or None."""
    annotation = _annotation(path)
    if get_origin(annotation) is Literal:
        return str
    is_value = isinstance(annotation, type) and not issubclass(annotation, (BaseModel, dict))
    return annotation if is_value else None


def _annotation(path: str) -> Any:
    """Return what a field is declared as, an optional and its constraints unwrapped, or None."""
    annotation: Any = Facts
    for name in path.split("."):
        if get_origin(annotation) is dict:
            annotation = _plain(get_args(annotation)[1])
            continue
        field = _fields(annotation).get(name)
        if field is None:
            return None
        annotation = _plain(field.annotation)
    return annotation


def _plain(annotation: Any) -> Any:
    """Unwrap an optional and its constraints down to the type; lists and dicts stay as they are."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(each for each in get_args(annotation) if each is not type(None))
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


@cache
def value_adapter(path: str) -> TypeAdapter[Any] | None:
    """Return what validates the one value at a path; None for a group, a list, no field at all.

    Args:
        path: A dotted path, items of lists by number: ``contact.mobile``, ``patents.0.title``.
    """
    annotation, metadata = _declared(path)
    if value_kind(path) is None:
        return None
    return TypeAdapter(Annotated[(annotation, *metadata)] if metadata else annotation)


def value_kind(path: str) -> type | None:
    """Return the type of the one value at a path, as `value_adapter` takes it; None for others."""
    plain = _plain(_declared(path)[0])
    if get_origin(plain) is Literal:
        return str
    return plain if isinstance(plain, type) and not _fields(plain) else None


def _declared(path: str) -> tuple[Any, list[Any]]:
    """Return what a field is declared as, its constraints apart; (None, []) for no field."""
    annotation: Any = Facts
    metadata: list[Any] = []
    for name in path.split("."):
        annotation = _plain(annotation)
        inside = {tuple: 0, dict: 1}.get(get_origin(annotation))
        if inside is not None:
            annotation, metadata = get_args(annotation)[inside], []
        elif (field := _fields(annotation).get(name)) is not None:
            annotation, metadata = field.annotation, field.metadata
        else:
            return None, []
    return annotation, metadata


def title_at(*steps: str | int, model: Any = Facts) -> str:
    """Return the Chinese titles along a path into a model, joined: 联系人 / 手机.

    Numbers count list items from 1: 专利 / 第 3 项 / 专利名称. A step that the model does not know
    is named as it is.
    """
    titles: list[str] = []
    within: Any = None
    for step in steps:
        field = _fields(model).get(str(step))
        if field is not None:
            titles.append(field.title or str(step))
            model, within = _inner(field.annotation), _plain(field.annotation)
        elif isinstance(step, int) or (step.isdigit() and _is_list(within)):
            titles.append(f"第 {int(step) + 1} 项")
        else:
            titles.append(f"{step} 年" if str(step).isdigit() else str(step))
    return " / ".join(titles)


def field_names(model: Any) -> list[str]:
    """Return the names of a model's fields, [] for anything that is no model."""
    return list(_fields(model))


def mapping_depth(model: Any, name: str) -> int:
    """Return under how many keys of its own, such as years, a field's values stand."""
    annotation, depth = _plain(_fields(model)[name].annotation), 0
    while get_origin(annotation) is dict:
        annotation, depth = get_args(annotation)[1], depth + 1
    return depth


def inner_model(model: Any, name: str) -> Any:
    """Return the model of a field's value, of its items, or None."""
    return _inner(_fields(model)[name].annotation)


def _fields(model: Any) -> dict[str, Any]:
    if isinstance(model, type) and issubclass(model, BaseModel):
        return dict(model.model_fields)
    return {}


def _inner(annotation: Any) -> Any:
    """Unwrap optionals, tuples and dicts down to the model inside."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    origin = get_origin(annotation)
    if origin in (Union, UnionType, tuple):
        candidates = get_args(annotation)
    elif origin is dict:
        candidates = get_args(annotation)[1:]
    else:
        candidates = get_args(annotation)[:1]
    return next((model for each in candidates if (model := _inner(each)) is not None), None)
