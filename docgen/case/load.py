"""Load a case: JSON, then its texts, then its pictures; every finding at once, not the first."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from docgen.case.fields import field_names, inner_model, title_at
from docgen.case.files import read_json, read_text
from docgen.case.markdown import parse
from docgen.case.messages import validation_findings
from docgen.case.model import Facts, NarrativeSources
from docgen.case.narrative import FigureRef, Narrative
from docgen.case.pictures import load_picture
from docgen.case.text import clean
from docgen.document import Picture
from docgen.findings import DocgenError, Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Case:
    """A case (案例), loaded.

    Attributes:
        facts: What case.json says, overrides for the style applied.
        narrative: Neutral section key → the section's text.
        pictures: Picture path as the text writes it → picture.
        places: Section key → where its text stands: the Markdown file, or the case file.
        file: The case file.
        findings: What was found on the way. An error among them means that something is left out
            above: such a case can be checked further, and must not be composed.
    """

    facts: Facts
    narrative: Mapping[str, Narrative]
    pictures: Mapping[str, Picture]
    places: Mapping[str, Place]
    file: Path
    findings: tuple[Finding, ...]


def load_case(path: Path, style: str) -> Case:
    """Load the case in a file, or in a folder's ``case.json``, as one style is to see it.

    Args:
        path: The file or its folder.
        style: Name of the style whose overrides apply.

    Raises:
        DocgenError: If the file cannot be read at all, or lacks what every case has; with every
            error found in the JSON, the texts and the pictures.
    """
    file = path / "case.json" if path.is_dir() else path
    findings: list[Finding] = []
    values = _overridden(read_json(file), style)
    values = _cleaned(values, file, (), findings)
    findings += _unknown_fields(values, Facts, file, ())
    places = _narrative_places(values.get("narrative"), file)
    narrative = _read_narrative(values.get("narrative"), places, file, findings)
    pictures = _read_pictures(narrative, places, file, findings)
    facts = _validated(values, file, findings)
    return Case(facts, narrative, pictures, places, file, tuple(findings))


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
    """Return the facts; what is wrong is reported and left out, so that the rest can be checked."""
    try:
        return Facts.model_validate(values)
    except ValidationError as error:
        findings += validation_findings(error, file)
        sound = _without(values, [problem["loc"] for problem in error.errors()])
    try:
        return Facts.model_validate(sound)
    except ValidationError:
        raise DocgenError(findings) from None


def _without(values: dict[str, Any], places: Iterable[tuple[str | int, ...]]) -> dict[str, Any]:
    """Return a copy without the values at these places; of a list nothing is left."""
    sound = copy.deepcopy(values)
    for place in places:
        container: Any = sound
        for step in place[:-1]:
            if isinstance(container, list):
                break
            container = container.get(step, {}) if isinstance(container, dict) else {}
        if isinstance(container, dict):
            container.pop(place[-1], None)
        elif isinstance(container, list):
            container.clear()
    return sound


def _narrative_places(sources: Any, file: Path) -> dict[str, Place]:
    """Return where each section's text stands; what is no source at all is validation's to tell."""
    places: dict[str, Place] = {}
    for key, source in sources.items() if isinstance(sources, dict) else ():
        place = _place(file, ("narrative", key))
        if key not in NarrativeSources.model_fields:
            continue
        if isinstance(source, str):
            places[key] = place
        elif isinstance(source, dict) and isinstance(name := source.get("file"), str):
            places[key] = replace(place, file=str(file.parent / name))
    return places


def _read_narrative(
    sources: Any, places: Mapping[str, Place], file: Path, out: list[Finding]
) -> dict[str, Narrative]:
    narrative: dict[str, Narrative] = {}
    for key, place in places.items():
        text = source = sources[key]
        if isinstance(source, dict):
            try:
                text = _file_text(source["file"], place, file, out)
            except DocgenError as error:
                out += error.findings
                continue
        narrative[key], findings = parse(text, place)
        out += findings
    return narrative


def _file_text(name: str, place: Place, file: Path, out: list[Finding]) -> str:
    folder = file.parent.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise DocgenError([_outside(name, replace(place, file=str(file)))])
    text, findings = clean(read_text(path, place), place)
    out += findings
    return text


def _outside(name: str, place: Place) -> Finding:
    return Finding(
        "file-outside-case",
        f"文件“{name}”不在案例的文件夹之内。",
        "请把文件放进 case.json 所在的文件夹，用相对路径。",
        place,
    )


def _read_pictures(
    narrative: Mapping[str, Narrative],
    places: Mapping[str, Place],
    file: Path,
    out: list[Finding],
) -> dict[str, Picture]:
    pictures: dict[str, Picture] = {}
    tried: set[str] = set()
    for key, passage in narrative.items():
        for figure in (block for block in passage.passages if isinstance(block, FigureRef)):
            if figure.path in tried:
                continue
            tried.add(figure.path)
            place = replace(places[key], line=figure.line)
            picture, findings = load_picture(file.parent, figure.path, place)
            out += findings
            if picture is not None:
                pictures[figure.path] = picture
    return pictures


def _place(file: Path, steps: tuple[str | int, ...]) -> Place:
    pointer = "".join("/" + str(s).replace("~", "~0").replace("/", "~1") for s in steps)
    return Place(file=str(file), pointer=pointer, title=title_at(*steps))
