"""The values of a case file before they are typed: overrides laid on, texts cleaned."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from docgen.case.fields import field_names, inner_model, mapping_depth
from docgen.case.locator import Locator, Placing, Step
from docgen.case.text import clean, visible
from docgen.findings import Finding, Place, Severity
from docgen.suggestion import did_you_mean

_OVERRIDES = ("overrides",)


def style_patch(values: dict[str, Any], style: str) -> dict[str, Any]:
    """Return what the case overrides for a style, {} for nothing."""
    overrides = values.get("overrides")
    patch = overrides.get(style) if isinstance(overrides, dict) else None
    return patch if isinstance(patch, dict) else {}


def overridden(target: Any, patch: dict[str, Any]) -> dict[str, Any]:
    """Lay a patch over the values as a JSON Merge Patch (RFC 7396): null takes a value away."""
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict):
            result[key] = overridden(result.get(key), value)
        else:
            result[key] = value
    return result


def has_paragraphs(steps: tuple[Step, ...]) -> bool:
    """Say whether a text of a case may have several paragraphs."""
    return steps[:1] == ("narrative",) or steps == ("experience", "summary")


def cleaned(
    value: Any,
    locator: Placing,
    out: list[Finding],
    *steps: Step,
    long: Callable[[tuple[Step, ...]], bool] = has_paragraphs,
) -> Any:
    """Return the values with every string validated and normalised; add what was found to `out`.

    What is overridden has been laid on already, and is left as it is where it came from.

    Args:
        value: A value, or a tree of them.
        locator: Names the places of the values.
        out: Where the findings go.
        steps: The steps that lead to the value.
        long: Says of the steps to a text whether it may have several paragraphs.
    """
    if isinstance(value, str):
        return _cleaned_text(value, locator, out, steps, has_lines=long(steps))
    if isinstance(value, dict):
        return {
            key: item
            if (*steps, key) == _OVERRIDES
            else cleaned(item, locator, out, *steps, key, long=long)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [
            cleaned(item, locator, out, *steps, index, long=long)
            for index, item in enumerate(value)
        ]
    return value


def _cleaned_text(
    value: str, locator: Placing, out: list[Finding], steps: tuple[Step, ...], *, has_lines: bool
) -> str:
    # Any pointer tells that this is a field: its findings name the column alone.
    text, findings = clean(value, Place(pointer="/"))
    if not has_lines:
        text = text.strip()
        if "\n" in text:
            message, cure = "此项不能换行，换行已去掉。", "请写在一行里。"
            findings.append(Finding("line-break-removed", message, cure, severity=Severity.WARNING))
            text = text.replace("\n", "")
    if findings:
        # Places are worked out only where there is something to tell.
        place = locator.place(*steps)
        out += [
            replace(each, place=replace(place, line=each.place.line, column=each.place.column))
            for each in findings
        ]
    return text


def unknown_fields(value: Any, model: Any, locator: Locator, *steps: Step) -> Iterator[Finding]:
    """Yield a warning for every key that the model does not know, with the nearest it does."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from unknown_fields(item, model, locator, *steps, index)
    elif isinstance(value, dict) and (names := field_names(model)):
        for key, item in value.items():
            if key in names:
                yield from _inside(item, model, key, locator, *steps, key)
            elif not key.startswith("$"):
                yield _unknown_field(key, names, locator.place(*steps, key))


def without(values: dict[str, Any], places: Iterable[tuple[Step, ...]]) -> dict[str, Any]:
    """Return a copy without the values at these places; of a list or a text nothing is left."""
    sound = copy.deepcopy(values)
    for place in places:
        container = sound
        for step, after in itertools.pairwise((*place, None)):
            inner = container.get(str(step))
            if after is None or not isinstance(inner, dict) or str(after) not in inner:
                container.pop(str(step), None)
                break
            container = inner
    return sound


def _inside(item: Any, model: Any, key: str, locator: Locator, *steps: Step) -> Iterator[Finding]:
    if key in _OVERRIDES:
        return
    inside = [(item, steps)]
    for _ in range(mapping_depth(model, key)):
        inside = [
            (value, (*path, name))
            for mapping, path in inside
            if isinstance(mapping, dict)
            for name, value in mapping.items()
        ]
    for value, path in inside:
        yield from unknown_fields(value, inner_model(model, key), locator, *path)


def _unknown_field(key: str, names: list[str], place: Place) -> Finding:
    cure = did_you_mean(key, names, likeness=0.5) or "请删去，或对照 docgen schema 改名。"
    message = f"“{visible(key)}”不是案例的字段，未采用。"
    return Finding("unknown-field", message, cure, place, Severity.WARNING)
