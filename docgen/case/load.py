"""Load a case: JSON, then its texts, then its pictures; every finding at once, not the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from docgen.case.attachments import Paper, read_papers
from docgen.case.files import read_json
from docgen.case.locator import Locator
from docgen.case.messages import steps_of, validation_findings
from docgen.case.model import Facts
from docgen.case.sections import read_pictures, read_sections, section_places
from docgen.case.values import cleaned, overridden, style_patch, unknown_fields, without
from docgen.findings import DocgenError, Finding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docgen.case.narrative import Narrative
    from docgen.document import Picture
    from docgen.findings import Place


#: What a case is called in its folder.
CASE_FILE = "case.json"


@dataclass(frozen=True, slots=True)
class Case:
    """A case (案例), loaded.

    Attributes:
        facts: What case.json says, overrides for the style applied.
        narrative: Neutral section key → the section's text.
        pictures: Picture path as the text writes it → picture.
        papers: The papers of its evidence whose files can be used.
        places: Section key → where its text stands: the Markdown file, or the case file.
        locator: Names the places of its values.
        findings: What was found on the way. An error among them means that something is left out
            above: such a case can be checked further, and must not be composed.
    """

    facts: Facts
    narrative: Mapping[str, Narrative]
    pictures: Mapping[str, Picture]
    papers: tuple[Paper, ...]
    places: Mapping[str, Place]
    locator: Locator
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
    values, locator, findings = _values(path, style)
    places = section_places(values.get("narrative"), locator)
    narrative = read_sections(values.get("narrative"), places, locator, findings)
    pictures = read_pictures(narrative, places, locator, findings)
    facts = _validated(values, locator, findings)
    papers = read_papers(facts.evidence, locator, findings)
    return Case(facts, narrative, pictures, papers, places, locator, tuple(findings))


def load_facts(path: Path, style: str) -> tuple[Facts, Locator, list[Finding]]:
    """Load what a case file says, without its texts, pictures and papers.

    Args:
        path: The file or its folder.
        style: Name of the style whose overrides apply.

    Returns:
        The facts, what names the places of their values, and what was found on the way.

    Raises:
        DocgenError: If the file cannot be read at all, or lacks what every case has.
    """
    values, locator, findings = _values(path, style)
    return _validated(values, locator, findings), locator, findings


def _values(path: Path, style: str) -> tuple[dict[str, Any], Locator, list[Finding]]:
    """Return the values of a case file as a style is to see them, their texts cleaned."""
    file = path / CASE_FILE if path.is_dir() else path
    findings: list[Finding] = []
    values = read_json(file)
    locator = Locator(file, style, style_patch(values, style))
    values = cleaned(overridden(values, locator.patch), locator, findings)
    findings += unknown_fields(values, Facts, locator)
    return values, locator, findings


def _validated(values: dict[str, Any], locator: Locator, findings: list[Finding]) -> Facts:
    """Return the facts; what is wrong is told and left out, so that the rest can be checked."""
    try:
        return Facts.model_validate(values)
    except ValidationError as error:
        findings += validation_findings(error, locator)
        sound = without(values, [steps_of(problem) for problem in error.errors()])
    try:
        return Facts.model_validate(sound)
    except ValidationError:
        raise DocgenError(findings) from None
