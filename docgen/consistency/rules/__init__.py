"""The rules for a dossier, in the order in which their findings are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.consistency.rules import (
    archive_misnamed,
    count_contradicts_list,
    file_gone,
    folder_misnamed,
    print_out_of_date,
    text_contradicts_form,
    values_differ,
)

if TYPE_CHECKING:
    from types import ModuleType

RULES: tuple[ModuleType, ...] = (
    values_differ,
    count_contradicts_list,
    text_contradicts_form,
    folder_misnamed,
    archive_misnamed,
    print_out_of_date,
    file_gone,
)
