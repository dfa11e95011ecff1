"""Is a compiled style sound: does every name in it lead somewhere?

Types are the model's to check; here are the references between values, so that a slip in a pack
is told when the pack is loaded and not when somebody prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.fields import is_choice_field, is_flag_field, is_list_field
from docgen.case.model import NarrativeSources
from docgen.style.documents import Cover, EvidenceSpec, Form, NarrativeSpec, Spine
from docgen.style.references import (
    TITLE_PLACEHOLDERS,
    Unsound,
    bad_field,
    bad_figure,
    bad_placeholders,
    no_field,
)
from docgen.style.roles import page_setup, size_of
from docgen.style.unit_soundness import unsound_unit
from docgen.wordcount import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.style.documents import DocumentSpec
    from docgen.style.model import Style

#: Roles that composers and writers use by name, whatever the issuer.
ROLES = (
    "plain", "body", "title", "list", "figure", "figure-caption", "table-caption", "table-head",
    "table-text", "table-note", "table-line", "annex", "contents-title", "footer", "cover-title",
    "cover-label", "cover-content", "spine", "evidence-item", "evidence-list", "evidence-piece",
)  # fmt: skip
_FLAG_OPTIONS = ("是", "否")
FOLDER_PLACEHOLDERS = ("company", "edition")
#: Roles of the covering letter.
LETTER_ROLES = (
    "letter-title", "letter-text", "letter-line", "letter-heading-1", "letter-heading-2",
    "letter-footer",
)  # fmt: skip
#: A text area narrower or lower than this (an inch) is a slip in the margins.
_LEAST_TEXT_AREA = 72.0


def unsound(style: Style) -> Iterator[Unsound]:
    """Yield what is wrong between the values of a style."""
    yield from _page(style)
    yield from bad_placeholders("honour_pattern", style.honour_pattern, TITLE_PLACEHOLDERS)
    yield from bad_placeholders("packing.folder", style.packing.folder, FOLDER_PLACEHOLDERS)
    yield from bad_placeholders("packing.archive", style.packing.archive, FOLDER_PLACEHOLDERS)
    for key in style.packing.apart:
        if key not in style.documents:
            cure = f"可用的：{'、'.join(style.documents)}。"
            yield Unsound("packing.apart", f"没有文书“{key}”。", cure)
    broken_roles = list(_roles(style))
    yield from broken_roles
    if not broken_roles:
        yield from _least_sizes(style)
        yield from _cover_titles(style)
    yield from _sections(style)
    yield from _size_classes(style)
    yield from _numbers(style)
    yield from _evidence(style)
    yield from unsound_unit(style)
    limit = style.experience_name.limit
    if limit is not None and limit.kind != "max":
        message, cure = "名称的字数只能写上限。", "请写作 limit = { max = 40 }。"
        yield Unsound("experience_name.limit", message, cure)
    narratives = [d for d in style.documents.values() if isinstance(d, NarrativeSpec)]
    if len(narratives) > 1:
        message = "总结材料写了不止一份，图表无法统一编号。"
        yield Unsound("documents", message, "请合成一份，用 sections 列出各节。")
    for key, document in style.documents.items():
        yield from _document(style, f"documents.{key}", document)


def _numbers(style: Style) -> Iterator[Unsound]:
    years = style.reporting_years
    if list(years) != sorted(set(years)):
        yield Unsound("reporting_years", "年份没有从早到晚排列。", "请从早到晚写，各写一次。")
    if style.captions.by_chapter and style.captions.first_table > 1:
        message = "图表按章编号时，表不能从别的号开始。"
        yield Unsound("captions.first_table", message, "请删去 first_table。")
    for bounds in style.conditions.industries:
        first, _, last = bounds.partition("-")
        if last and last < first:
            cure = "请从小到大写，如 06-46。"
            yield Unsound("conditions.industries", f"“{bounds}”的前后颠倒了。", cure)


def _evidence(style: Style) -> Iterator[Unsound]:
    """Check that a kind of papers has one place, and that there is a volume with items only."""
    kinds = [kind for item in style.evidence.items for kind in item.takes]
    for kind in sorted({each for each in kinds if kinds.count(each) > 1}):
        message = f"“{kind}”写在了几项证实性材料里。"
        yield Unsound("evidence.items", message, "一类材料只能归入一项，请删去多余的。")
    volumes = [key for key, each in style.documents.items() if isinstance(each, EvidenceSpec)]
    if volumes and not style.evidence.items:
        message = "有证实性材料这份文书，却没有列出要哪些材料。"
        yield Unsound(f"documents.{volumes[0]}", message, "请加上 [evidence] 的 items。")
    if len(volumes) > 1:
        message = "证实性材料写了不止一份。"
        yield Unsound(f"documents.{volumes[1]}", message, "请合成一份。")


def _page(style: Style) -> Iterator[Unsound]:
    page = page_setup(style.page)
    if min(page.measure, page.text_height) < _LEAST_TEXT_AREA:
        yield Unsound("page", "页边距太大，版心不足一英寸。", "请核对上下左右的边距。")


def used_roles(style: Style) -> set[str]:
    """Return the roles that printing uses, and those that these are based on."""
    used: set[str] = set()
    open_roles = _wanted_roles(style)
    open_roles += [role for section in style.sections.values() for role in section.roles]
    while open_roles:
        name = open_roles.pop()
        if name in style.roles and name not in used:
            used.add(name)
            open_roles.append(style.roles[name].based_on)
    return used


def _wanted_roles(style: Style) -> list[str]:
    return [
        *ROLES,
        *LETTER_ROLES,
        *(f"heading-{level + 1}" for level in range(len(style.headings.numbering))),
        *(f"contents-{level + 1}" for level in range(style.contents.levels)),
    ]


def _roles(style: Style) -> Iterator[Unsound]:
    for name in _wanted_roles(style):
        if name not in style.roles:
            yield Unsound("roles", f"缺少角色“{name}”。", f"请加上 [roles.{name}]。")
    for name, role in style.roles.items():
        if role.based_on and role.based_on not in style.roles:
            cure = f"请改为已有的角色：{'、'.join(style.roles)}。"
            yield Unsound(f"roles.{name}.based_on", f"没有角色“{role.based_on}”。", cure)
        elif _is_based_on_itself(style, name):
            message = f"角色“{name}”经 based_on 又以自己为底。"
            yield Unsound(f"roles.{name}.based_on", message, "请改正 based_on。")


def _least_sizes(style: Style) -> Iterator[Unsound]:
    for name, role in style.roles.items():
        least, printed = role.size_at_least, size_of(style, name)
        if least is not None and printed < least:
            message = f"字号 {printed:g} 磅小于通知要求的 {least:g} 磅。"
            yield Unsound(f"roles.{name}.size", message, "请改大 size。")


def _is_based_on_itself(style: Style, name: str) -> bool:
    seen: set[str] = set()
    while name in style.roles and name not in seen:
        seen.add(name)
        name = style.roles[name].based_on
    return name in seen


def _sections(style: Style) -> Iterator[Unsound]:
    for name, section in style.sections.items():
        if section.source and section.source not in NarrativeSources.model_fields:
            cure = f"可用的来源：{'、'.join(NarrativeSources.model_fields)}。"
            yield Unsound(f"sections.{name}.source", f"案例没有“{section.source}”一节。", cure)
        if section.field:
            yield from bad_field(f"sections.{name}.field", section.field)
        if not section.numbered and not section.source:
            message = "不编号的一节没有来源。"
            yield Unsound(f"sections.{name}.numbered", message, "请写明 source，或改为编号。")
        for role in section.roles if section.source else ():
            if role not in style.roles:
                message = f"不编号的一节要用角色“{role}”，规范里没有。"
                yield Unsound(f"sections.{name}.numbered", message, f"请加上 [roles.{role}]。")


def _size_classes(style: Style) -> Iterator[Unsound]:
    rule = style.enterprise_size
    if rule is not None and (rule.classes[-1].employees or rule.classes[-1].revenue):
        message = "最小一类的两个下限须为 0，否则有的企业不属于任何一类。"
        yield Unsound("enterprise_size.classes", message, "请把最后一类的两个下限写作 0。")


def _document(style: Style, path: str, document: DocumentSpec) -> Iterator[Unsound]:
    if isinstance(document, NarrativeSpec):
        if len(set(document.sections)) < len(document.sections):
            yield Unsound(f"{path}.sections", "同一节写了两次。", "请删去一个。")
        for name in document.sections:
            if name not in style.sections:
                cure = f"请加上 [sections.{name}]，或改为已有的：{'、'.join(style.sections)}。"
                yield Unsound(f"{path}.sections", f"没有“{name}”这一节。", cure)
        if document.part_of and not isinstance(style.documents.get(document.part_of), Form):
            message = f"“{document.part_of}”不是表单，总结材料不能接在它后面。"
            yield Unsound(f"{path}.part_of", message, "请写某份表单的名称，或删去 part_of。")
        if document.part_of and style.contents.levels:
            message = "接在表单后面的总结材料不另设目录。"
            yield Unsound("contents.levels", message, "请写 levels = 0。")
        if document.part_of and style.page.mirrored:
            message = "接在表单后面的总结材料不能用对称页边距，表单的页不分左右。"
            yield Unsound("page.mirrored", message, "请写 mirrored = false。")
    elif isinstance(document, Cover | EvidenceSpec):
        for line in document.title:
            yield from bad_placeholders(f"{path}.title", line, TITLE_PLACEHOLDERS)
        for field in document.fields if isinstance(document, Cover) else ():
            yield from bad_field(f"{path}.fields", field.field)
    elif isinstance(document, Spine):
        yield from bad_field(f"{path}.field", document.field)
    elif isinstance(document, Form):
        yield from _form(style, path, document)


def _cover_titles(style: Style) -> Iterator[Unsound]:
    """Check that the lines of cover titles fit: broken at any place, they read badly."""
    measure, size = page_setup(style.page).measure, size_of(style, "cover-title")
    for key, document in style.documents.items():
        for line in document.title if isinstance(document, Cover | EvidenceSpec) else ():
            text = line.replace("{edition}", str(style.edition)).replace("{honour}", style.honour)
            ems = sum(1.0 if is_east_asian(each) or each in "“”" else 0.5 for each in text)
            if ems * size > measure:
                message = f"封面标题的一行“{text}”比版心宽，会在任意处断开。"
                cure = "请把它分成两行，或改小 cover-title 的字号。"
                yield Unsound(f"documents.{key}.title", message, cure)


def _form(style: Style, path: str, form: Form) -> Iterator[Unsound]:
    if form.template.startswith(("/", "\\")) or ".." in form.template or ":" in form.template:
        message = f"模板“{form.template}”不在规范的文件夹之内。"
        yield Unsound(f"{path}.template", message, "请把模板放进规范的文件夹，只写文件名。")
    for field in form.required:
        if not is_list_field(field):
            yield from bad_field(f"{path}.required", field)
    for name, choice in form.choices.items():
        if not is_choice_field(choice.field):
            yield no_field(f"{path}.choices.{name}.field", choice.field)
        options = style.options_of(choice)
        if is_flag_field(choice.field) and not set(options) <= set(_FLAG_OPTIONS):
            message = f"“{choice.field}”只有是与否，选项须是“是”“否”。"
            yield Unsound(f"{path}.choices.{name}.options", message, "请改正 options。")
        if not options:
            message = "没有写可选的项。"
            yield Unsound(f"{path}.choices.{name}.options", message, "请照申报表写明 options。")
    for field in form.required_each_year:
        yield from bad_figure(f"{path}.required_each_year", field)
    for name, table in form.tables.items():
        for row in table.rows:
            yield from bad_figure(f"{path}.tables.{name}.rows", row.field)
