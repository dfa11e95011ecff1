"""The sections of a case's narrative: their texts, inline or from files, and their pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docgen.case.files import OutsideError, located, read_text
from docgen.case.markdown import parse
from docgen.case.model import NarrativeSources
from docgen.case.narrative import FigureRef, Narrative
from docgen.case.pictures import load_picture
from docgen.case.text import clean
from docgen.findings import DocgenError, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docgen.case.locator import Locator
    from docgen.document import Picture


def section_places(sources: Any, locator: Locator) -> dict[str, Place]:
    """Return where each section's text stands: in its file, or in the case file.

    What is neither text nor a file is passed over; the validation of the facts tells it.
    """
    places: dict[str, Place] = {}
    for key, source in sources.items() if isinstance(sources, dict) else ():
        if key not in NarrativeSources.model_fields:
            continue
        place = locator.place("narrative", key)
        if isinstance(source, str) and source.strip():
            places[key] = place
        elif isinstance(source, dict) and isinstance(name := source.get("file"), str):
            places[key] = replace(place, file=str(locator.file.parent / name))
    return places


def read_sections(
    sources: Any, places: Mapping[str, Place], locator: Locator, out: list[Finding]
) -> dict[str, Narrative]:
    """Return the sections that can be read; add what was found to `out`."""
    narrative: dict[str, Narrative] = {}
    for key, place in places.items():
        text = source = sources[key]
        if isinstance(source, dict):
            try:
                text = _file_text(source["file"], place, locator, out)
            except DocgenError as error:
                out += error.findings
                continue
        narrative[key], findings = parse(text, place)
        out += findings
    return narrative


def read_pictures(
    narrative: Mapping[str, Narrative],
    places: Mapping[str, Place],
    locator: Locator,
    out: list[Finding],
) -> dict[str, Picture]:
    """Return the pictures that the sections show, by the path as written, each read once."""
    pictures: dict[str, Picture] = {}
    tried: set[str] = set()
    for key, section in narrative.items():
        for figure in (block for block in section.passages if isinstance(block, FigureRef)):
            if figure.path in tried:
                continue
            tried.add(figure.path)
            place = replace(places[key], line=figure.line)
            picture, findings = load_picture(locator.file.parent, figure.path, place)
            out += findings
            if picture is not None:
                pictures[figure.path] = picture
    return pictures


def _file_text(name: str, place: Place, locator: Locator, out: list[Finding]) -> str:
    try:
        path = located(locator.file.parent, name)
    except OutsideError:
        raise DocgenError([_outside(name, replace(place, file=str(locator.file)))]) from None
    if path is None:
        raise DocgenError([_missing(name, place)])
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


def _missing(name: str, place: Place) -> Finding:
    message = f"找不到文件“{name}”。"
    return Finding("file-missing", message, "请核对文件名和所在文件夹。", place)
