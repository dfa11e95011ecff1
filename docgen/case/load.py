"""Load a case: JSON, then its texts, then its pictures; every finding at once, not the first."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from docgen.case.fields import field_names, inner_model, title_at
from docgen.case.files import read_json, read_text
from docgen.case.markdown import parse
from docgen.case.messages import validation_findings
from docgen.case.model import Facts, TextFile
from docgen.case.narrative import FigureRef, Narrative
from docgen.case.pictures import load_picture
from docgen.case.text import clean
from docgen.document import Picture
from docgen.findings import DocgenError, Finding, Place, Severity, stop_on_errors


@dataclass(frozen=True, slots=True)
class Case:
    """A case (案例), loaded and sound.

    Attributes:
        facts: What case.json says, overrides for the style applied.
        narrative: Neutral section key → the section's text.
        pictures: Picture path as the text writes it → picture.
        file: The case file.
        findings: What was noticed on the way and is no error.
    """

    facts: Facts
    narrative: Mapping[str, Narrative]
    pictures: Mapping[str, Picture]
    file: Path
    findings: tuple[Finding, ...]


def load_case(path: Path, style: str) -> Case:
    """Load the case in a file, or in a folder's ``case.json``, as one style is to see it.

    Args:
        path: The file or its folder.
        style: Name of the style whose overrides apply.

    Raises:
        DocgenError: With every error found in the JSON, the texts and the pictures.
    """
    file = path / "case.json" if path.is_dir() else path
    findings: list[Finding] = []
    values = _overridden(read_json(file), style)
    values = _cleaned(values, file, (), findings)
    findings += _unknown_fields(values, Facts, file, ())
    facts = _validated(values, file, findings)
    narrative = _read_narrative(facts, file, findings)
    pictures = _read_pictures(narrative, file, findings)
    return Case(facts, narrative, pictures, file, tuple(stop_on_errors(findings)))


def _overridden(values: dict[str, Any], style: str) -> dict[str, Any]:
    """Lay the style's overrides over the case as a JSON Merge Patch (RFC 7396)."""
    overrides = values.get("overrides")
    patch = overrides.get(style) if isinstance(overrides, dict) else None
    return _merged(values, patch) if isinstance(patch, dict) else values


def _merged(target: Any, patch: dict[str, Any]) -> dict[str, Any]:
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict):
            result[key] = _merged(result.get(key), value)
        else:
            result[key] = value
    return result


def _cleaned(value: Any, file: Path, steps: tuple[str | int, ...], out: list[Finding]) -> Any:
    """Return the values with every string validated and normalised; narrative is cleaned later."""
    if isinstance(value, str):
        text, findings = clean(value, _place(file, steps))
        out += findings
        return text
    if isinstance(value, dict):
        return {key: _cleaned(item, file, (*steps, key), out) for key, item in value.items()}
    if isinstance(value, list):
        return [_cleaned(item, file, (*steps, i), out) for i, item in enumerate(value)]
    return value


def _unknown_fields(
    value: Any, model: Any, file: Path, steps: tuple[str | int, ...]
) -> Iterator[Finding]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _unknown_fields(item, model, file, (*steps, index))
    elif isinstance(value, dict) and (names := field_names(model)):
        for key, item in value.items():
            if key in names:
                yield from _known_field(item, model, key, file, (*steps, key))
            elif not key.startswith("$"):
                yield _unknown_field(key, names, _place(file, (*steps, key)))


def _known_field(
    item: Any, model: Any, key: str, file: Path, steps: tuple[str | int, ...]
) -> Iterator[Finding]:
    inner = inner_model(model, key)
    if key == "years" and isinstance(item, dict):
        for year, figures in item.items():
            yield from _unknown_fields(figures, inner, file, (*steps, year))
    elif key != "overrides":
        yield from _unknown_fields(item, inner, file, steps)


def _unknown_field(key: str, names: list[str], place: Place) -> Finding:
    near = difflib.get_close_matches(key, names, n=1, cutoff=0.5)
    cure = f"是否想写“{near[0]}”？" if near else "请删去，或对照 docgen schema 改名。"
    return Finding(
        "unknown-field",
        f"“{key}”不是案例的字段，未采用。",
        cure,
        place,
        Severity.WARNING,
    )


def _validated(values: dict[str, Any], file: Path, findings: list[Finding]) -> Facts:
    try:
        return Facts.model_validate(values)
    except ValidationError as error:
        raise DocgenError([*findings, *validation_findings(error, file)]) from error


def _read_narrative(facts: Facts, file: Path, out: list[Finding]) -> dict[str, Narrative]:
    narrative: dict[str, Narrative] = {}
    for key in field_names(type(facts.narrative)):
        source = getattr(facts.narrative, key)
        if source is None:
            continue
        try:
            narrative[key] = _read_passage(key, source, file, out)
        except DocgenError as error:
            out += error.findings
    return narrative


def _read_passage(key: str, source: str | TextFile, file: Path, out: list[Finding]) -> Narrative:
    place = _place(file, ("narrative", key))
    if isinstance(source, TextFile):
        folder = file.parent.resolve()
        path = (folder / source.file).resolve()
        if not path.is_relative_to(folder):
            raise DocgenError([_outside(source.file, place)])
        place = Place(file=str(file.parent / source.file), title=place.title)
        source, findings = clean(read_text(path, place), place)
        out += findings
    passage, findings = parse(source, place)
    out += findings
    return passage


def _outside(name: str, place: Place) -> Finding:
    return Finding(
        "file-outside-case",
        f"文件“{name}”不在案例的文件夹之内。",
        "请把文件放进 case.json 所在的文件夹，用相对路径。",
        place,
    )


def _read_pictures(
    narrative: Mapping[str, Narrative], file: Path, out: list[Finding]
) -> dict[str, Picture]:
    pictures: dict[str, Picture] = {}
    for key, passage in narrative.items():
        for figure in (block for block in passage.passages if isinstance(block, FigureRef)):
            if figure.path in pictures:
                continue
            place = replace(_place(file, ("narrative", key)), line=figure.line)
            picture, findings = load_picture(file.parent, figure.path, place)
            out += findings
            if picture is not None:
                pictures[figure.path] = picture
    return pictures


def _place(file: Path, steps: tuple[str | int, ...]) -> Place:
    pointer = "".join("/" + str(s).replace("~", "~0").replace("/", "~1") for s in steps)
    return Place(file=str(file), pointer=pointer, title=title_at(*steps))
