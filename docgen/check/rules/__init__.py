"""The rules for cases, in the order in which their findings are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.rules import (
    applied_after_deadline,
    applied_too_briefly,
    certificate_not_in_force,
    credit_code_check_digit,
    credit_code_malformed,
    direction_unknown,
    email_malformed,
    evidence_kind_unknown,
    evidence_missing,
    evidence_not_asked,
    figure_id_repeated,
    figure_never_mentioned,
    forbidden_word,
    heading_too_deep,
    industry_not_admitted,
    limit_unknown,
    missing_field,
    mobile_malformed,
    name_pattern_broken,
    name_too_long,
    omitted_row_unknown,
    phone_malformed,
    picture_too_coarse,
    postcode_malformed,
    products_beyond_columns,
    rate_contradicted,
    recommender_unknown,
    reference_of_wrong_kind,
    reference_without_target,
    registered_elsewhere,
    section_missing,
    section_too_long,
    section_too_short,
    size_class_contradicted,
    unknown_option,
    unprofitable_year,
)

if TYPE_CHECKING:
    from types import ModuleType

RULES: tuple[ModuleType, ...] = (
    missing_field,
    section_missing,
    name_pattern_broken,
    name_too_long,
    forbidden_word,
    section_too_long,
    section_too_short,
    limit_unknown,
    heading_too_deep,
    figure_id_repeated,
    reference_without_target,
    reference_of_wrong_kind,
    figure_never_mentioned,
    picture_too_coarse,
    credit_code_malformed,
    credit_code_check_digit,
    mobile_malformed,
    phone_malformed,
    email_malformed,
    postcode_malformed,
    unknown_option,
    direction_unknown,
    recommender_unknown,
    omitted_row_unknown,
    products_beyond_columns,
    size_class_contradicted,
    rate_contradicted,
    registered_elsewhere,
    unprofitable_year,
    certificate_not_in_force,
    applied_too_briefly,
    industry_not_admitted,
    applied_after_deadline,
    evidence_missing,
    evidence_kind_unknown,
    evidence_not_asked,
)

#: Rules that call something missing; what loading has called wrong is not missing.
OF_ABSENCE: tuple[ModuleType, ...] = (missing_field, section_missing)
