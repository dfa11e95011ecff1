"""Formats are laid over one another; a document knows the size of its roles."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.document import (
    Alignment,
    Document,
    PageSetup,
    ParagraphFormat,
    Properties,
    RoleFormat,
    RunFormat,
)


def test_what_a_format_leaves_open_is_filled_from_the_one_below() -> None:
    over = RunFormat(size=16, bold=False).over(RunFormat("宋体", size=12, bold=True, italic=True))
    assert over == RunFormat("宋体", size=16, bold=False, italic=True)


def test_neither_format_is_changed() -> None:
    above, below = ParagraphFormat(Alignment.CENTER), ParagraphFormat(space_before=6)
    assert above.over(below) == ParagraphFormat(Alignment.CENTER, space_before=6)
    assert (above.space_before, below.alignment) == (None, None)


def test_a_roles_size_is_its_own_or_that_of_what_it_is_based_on() -> None:
    roles = {
        "plain": RoleFormat("正文", run=RunFormat(size=12)),
        "body": RoleFormat("缩进", based_on="plain"),
        "abstract": RoleFormat("摘要", based_on="body"),
        "title": RoleFormat("标题", run=RunFormat(size=18), based_on="plain"),
    }
    document = Document("x", "x", (), roles, Properties("t", "c", "s", date(2023, 1, 1)))
    assert [document.size_of(role) for role in roles] == [12, 12, 12, 18]
    with pytest.raises(KeyError):
        document.size_of("nosuch")


def test_the_measure_is_what_margins_and_gutter_leave() -> None:
    page = PageSetup(600, 800, top=70, bottom=60, inside=80, outside=90, gutter=15)
    assert page.measure == 415
    assert page.text_height == 670
