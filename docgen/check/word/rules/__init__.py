"""The rules for Word files, in the order in which their findings are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.rules import (
    alignment_wrong,
    another_company_named,
    bold_wrong,
    caption_misplaced,
    caption_never_mentioned,
    caption_number_wrong,
    changes_left,
    character_spacing_wrong,
    comments_left,
    cover_date_wrong,
    cover_line_missing,
    cover_title_wrong,
    font_wrong,
    form_field_empty,
    form_label_missing,
    heading_level_skipped,
    heading_number_wrong,
    indent_uneven,
    line_spacing_wrong,
    mention_without_caption,
    page_not_a4,
    page_orientation_wrong,
    placeholder_left,
    section_heading_missing,
    section_out_of_order,
    size_wrong,
    template_mark_left,
    text_too_long,
    text_too_short,
    title_wrong,
)

if TYPE_CHECKING:
    from types import ModuleType

RULES: tuple[ModuleType, ...] = (
    page_not_a4,
    page_orientation_wrong,
    changes_left,
    comments_left,
    cover_title_wrong,
    cover_line_missing,
    cover_date_wrong,
    form_label_missing,
    form_field_empty,
    section_heading_missing,
    section_out_of_order,
    title_wrong,
    text_too_long,
    text_too_short,
    heading_level_skipped,
    heading_number_wrong,
    caption_misplaced,
    caption_number_wrong,
    caption_never_mentioned,
    mention_without_caption,
    font_wrong,
    size_wrong,
    bold_wrong,
    character_spacing_wrong,
    alignment_wrong,
    line_spacing_wrong,
    indent_uneven,
    placeholder_left,
    template_mark_left,
    another_company_named,
)
