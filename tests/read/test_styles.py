"""Styles are found by name, whatever the editor calls their ids."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.read.styles import Styles
from tests.read.word_files import default_style, element, style


def styles(inside: str) -> Styles:
    return Styles(etree.fromstring(element("styles", inside).encode()))


@pytest.mark.parametrize(
    ("identifier", "name"), [("1", "heading 1"), ("2", "Heading 1"), ("Heading1", "HEADING 1")]
)
def test_a_style_is_found_by_its_name_in_any_case(identifier: str, name: str) -> None:
    found = styles(default_style() + style(identifier, name=name)).named("Heading 1", "paragraph")
    assert found is not None
    assert (found.id, found.title) == (identifier, name)


def test_a_name_counts_within_its_kind() -> None:
    listed = styles(style("c", name="强调", kind="character"))
    assert listed.named("强调", "paragraph") is None
    assert listed.named("强调", "character") is not None


def test_a_reference_to_a_style_of_another_kind_is_unknown() -> None:
    listed = styles(default_style() + style("c", kind="character"))
    default = listed.get("c", "paragraph")
    assert default is not None
    assert default.id == "a"
    assert not listed.known("c", "paragraph")


def test_of_two_defaults_the_last_one_counts() -> None:
    both = default_style() + style("b", more='w:default="1"')
    default = styles(both).get(None, "paragraph")
    assert default is not None
    assert default.id == "b"
