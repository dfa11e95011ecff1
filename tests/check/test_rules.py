"""Every rule has a case that breaks it, and it alone; the sample breaks none."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from docgen.case.load import load_case
from docgen.check import check_case
from docgen.check.registry import code_of
from docgen.check.rules import RULES
from docgen.findings import Finding, Severity
from docgen.style.load import load_style
from tests.cases.unit.making import (
    COMPANY,
    SAMPLE,
    changed,
    loaded,
    pack,
    png,
    sound,
    stored,
    without,
)

FIGURE = "![改进流程](图/流程.png){#流程}"


def with_papers(*papers: tuple[str, str]) -> dict[str, Any]:
    """The sound case with further papers, each a kind and a title."""
    more = [{"kind": kind, "title": title, "files": ["证明/报告.pdf"]} for kind, title in papers]
    return changed("evidence", [*sound()["evidence"], *more])


#: Code → (a case that breaks the rule, the pointer of the one finding, severity, part of the text).
BREAKING: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "missing-field": (without("contact.mobile"), "/contact/mobile", "error", "缺少"),
    "evidence-missing": (
        changed("evidence", sound()["evidence"][1:]),
        "/evidence",
        "warning",
        "未列入“失信被执行人”的查询报告",
    ),
    "evidence-not-asked": (
        with_papers(("营业执照", "执照副本"), ("财务报表", "年度报表")),
        "/evidence",
        "note",
        "没有编入：执照副本；年度报表。",
    ),
    "evidence-kind-unknown": (
        with_papers(("获奖证明", "市长质量奖")),
        "/evidence/3/kind",
        "warning",
        "没有“获奖证明”这一类材料",
    ),
    "direction-unknown": (
        changed("experience.direction", "质量体系升级"),
        "/experience/direction",
        "error",
        "没有“质量体系升级”",
    ),
    "section-missing": (without("narrative.results"), "/narrative/results", "error", "实施效果"),
    "name-pattern-broken": (
        changed("experience.name", f"{COMPANY}“三查”质量管理模式"),
        "/experience/name",
        "warning",
        "没有以“经验”结尾",
    ),
    "name-too-long": (
        changed("experience.name", COMPANY + "查" * 29 + "经验"),
        "/experience/name",
        "error",
        "41 字，超过上限 40 字，多 1 字",
    ),
    "section-too-long": (
        changed("narrative.abstract", "字" * 501),
        "/narrative/abstract",
        "error",
        "501 字，上限 500 字，超 1 字",
    ),
    "figure-id-repeated": (
        changed("narrative.results", "见[图](#流程)。\n\n" + FIGURE),
        "/narrative/results",
        "error",
        "“流程”",
    ),
    "evidence-id-repeated": (
        changed("evidence", [*sound()["evidence"][:2], sound()["evidence"][2] | {"id": "流程"}]),
        "/evidence/2/id",
        "error",
        "“流程”",
    ),
    "heading-too-deep": (
        changed("narrative.results", "文字。\n\n#### 太深"),
        "/narrative/results",
        "error",
        "“太深”是第 5 级",
    ),
    "unknown-option": (
        changed("company.nature", "民营企业"),
        "/company/nature",
        "error",
        "没有“民营企业”",
    ),
    "reference-without-target": (
        changed("narrative.results", "见[图](#没有)。"),
        "/narrative/results",
        "error",
        "图“没有”不存在",
    ),
    "reference-of-wrong-kind": (
        changed("narrative.results", "见[图](#指标)。"),
        "/narrative/results",
        "error",
        "表1",
    ),
    "figure-never-mentioned": (
        changed("narrative.results", "![趋势](图/流程.png){#趋势}"),
        "/narrative/results",
        "warning",
        "图“趋势”",
    ),
    "picture-too-coarse": (
        changed("narrative.results", "见[图](#趋势)。\n\n![趋势](图/小图.png){#趋势}"),
        "/narrative/results",
        "warning",
        "会发虚",
    ),
    "credit-code-malformed": (
        changed("company.credit_code", "91310115MA1H8R7C6"),
        "/company/credit_code",
        "error",
        "17 位，应为 18 位",
    ),
    "credit-code-check-digit": (
        changed("company.credit_code", "91310115MA1H8R7C6D"),
        "/company/credit_code",
        "warning",
        "校验位不符",
    ),
    "mobile-malformed": (
        changed("contact.mobile", "1379999000"),
        "/contact/mobile",
        "error",
        "1379999000",
    ),
    "email-malformed": (
        changed("contact.email", "zhulin＠example.com"),
        "/contact/email",
        "error",
        "邮箱",
    ),
    "size-class-contradicted": (
        changed("company.size", "大型企业"),
        "/company/size",
        "error",
        "应为“中型企业”",
    ),
    "registered-elsewhere": (
        changed("company.registered_place", "河南省郑州市"),
        "/company/registered_place",
        "error",
        "郑州",
    ),
    "unprofitable-year": (
        changed("years.2021.profit", -35.2),
        "/years/2021/profit",
        "error",
        "2021 年利润总额为 -35.2 万元",
    ),
    "section-too-short": (
        changed("narrative.overview", "概" * 299),
        "/narrative/overview",
        "warning",
        "只有 299 字，要求 400 字左右，少 101 字",
    ),
    "forbidden-word": (
        changed("experience.name", f"{COMPANY}国际领先的质量管理经验"),
        "/experience/name",
        "error",
        "“国际领先”",
    ),
    "limit-unknown": (
        sound(),
        "/narrative/results",
        "note",
        "900 字以内是由同类通知推定的",
    ),
    "recommender-unknown": (
        changed("recommender", "甲县经信局"),
        "/recommender",
        "error",
        "没有“甲县经信局”",
    ),
    "omitted-row-unknown": (
        changed("tables.economic.omit", ["总资产"]),
        "/tables/economic/omit",
        "error",
        "“经济表”没有“总资产”这一行",
    ),
    "products-beyond-columns": (
        changed("products", [{"name": "甲"}, {"name": "乙"}]),
        "/products",
        "error",
        "写了 2 种主导产品",
    ),
    "certificate-not-in-force": (
        changed("company.iso9001", {"valid_until": "2023-03-19"}),
        "/company/iso9001/valid_until",
        "error",
        "2023-03-19",
    ),
    "applied-too-briefly": (
        changed("experience.applied_since", "2021-04"),
        "/experience/applied_since",
        "error",
        "不满 2 年",
    ),
    "industry-not-admitted": (
        changed("company.industry.code", "5210"),
        "/company/industry/code",
        "error",
        "13-43、53",
    ),
    "phone-malformed": (
        changed("contact.phone", "0379-600001"),
        "/contact/phone",
        "warning",
        "“0379-600001”不像",
    ),
    "postcode-malformed": (
        changed("company.postcode", "47100"),
        "/company/postcode",
        "error",
        "“47100”不是邮编",
    ),
    "rate-contradicted": (
        changed("years.2022.growth", 2.1),
        "/years/2022/growth",
        "error",
        "写的增长率是 2.1%；按 6200 和 6100 万元应为 1.64%",
    ),
    "override-misnamed": (
        changed("overrides", {"luoyan": {"recommender": "甲"}, "my-own": {"recommender": "乙"}}),
        "/overrides/luoyan",
        "warning",
        "没有名为“luoyan”的规范",
    ),
    "another-company-speaks": (
        changed("narrative.abstract", "某某泵业股份有限公司生产化工泵，推行“三查”方法。"),
        "/narrative/abstract",
        "warning",
        "这里的企业是“某某泵业股份有限公司”",
    ),
    "figure-contradicted": (
        changed(
            "narrative.overview", "员工350人。2022年主营业务收入6,300万元，利润总额约120万元。"
        ),
        "/narrative/overview",
        "warning",
        "正文写“主营业务收入6,300万元”，案例的各年数据 / 2022 年 / 主营业务收入（万元）是 6200。",
    ),
    "applied-after-deadline": (
        changed("application_date", "2023-03-30"),
        "/application_date",
        "error",
        "2023-03-29",
    ),
}
#: What a pack says that asks for what Luoyang's notice does not.
STATED = {
    "forbidden-word": '[experience_name]\nclause = "甲"\nforbidden = ["国际领先"]',
    "section-too-short": '[sections.overview]\nclause = "甲"\nlimit = { about = 400 }',
    "limit-unknown": "[sections.results.limit]\nmax = 900\ninferred = true",
    "recommender-unknown": '[recommenders]\nclause = "甲"\noptions = ["甲县工信局"]',
    "omitted-row-unknown": '[documents.form.tables.economic]\ntitle = "经济表"\n'
    'rows = [{ title = "资产总额", unit = "万元", field = "total_assets" }]',
    "products-beyond-columns": "[documents.form]\nproducts = 1",
    "certificate-not-in-force": '[conditions]\nclause = "甲"\niso9001 = true',
    "applied-too-briefly": '[conditions]\nclause = "甲"\napplied_years = 2',
    "industry-not-admitted": '[conditions]\nclause = "甲"\nindustries = ["13-43", "53"]',
}
#: Rules whose demand is the notice's own: their findings cite the clause.
CITING = {
    "missing-field": "附件3 四",
    "evidence-missing": "附件3 二",
    "evidence-not-asked": "附件3 二",
    "section-missing": "附件3 一（五）",
    "name-pattern-broken": "附件3 一（一）",
    "name-too-long": "附件3 一（一）",
    "section-too-long": "附件3 一（二）",
    "unknown-option": "附件2",
    "size-class-contradicted": "附件2 说明1",
    "registered-elsewhere": "一（三）1",
    "unprofitable-year": "一（三）1",
    "applied-after-deadline": "一（四）2",
    "direction-unknown": "一（二）",
    "section-too-short": "甲",
    "forbidden-word": "甲",
    "recommender-unknown": "甲",
    "products-beyond-columns": "附件2",
    "certificate-not-in-force": "甲",
    "applied-too-briefly": "甲",
    "industry-not-admitted": "甲",
}


def found(folder: Path, values: dict[str, Any] | None = None) -> list[Finding]:
    return check_case(loaded(folder, values), load_style("luoyang"))


def codes(folder: Path, values: dict[str, Any]) -> list[str]:
    return [finding.code for finding in found(folder, values)]


def test_the_sample_breaks_no_rule() -> None:
    assert check_case(load_case(SAMPLE, "luoyang"), load_style("luoyang")) == []


def test_the_small_case_breaks_no_rule(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize("code", [code_of(rule) for rule in RULES])
def test_a_rule_finds_what_it_is_for_and_no_other_does(tmp_path: Path, code: str) -> None:
    values, pointer, severity, text = BREAKING[code]
    toml = f'extends = "luoyang"\n{STATED.get(code, "")}\n'
    style = load_style(str(pack(tmp_path / "规范", toml)))
    (finding,) = check_case(loaded(tmp_path / "案例", values), style)
    assert finding.code == code
    assert finding.place.pointer == pointer
    assert finding.severity == severity
    assert text in finding.message
    assert finding.cure
    assert finding.place.file.endswith("case.json")
    assert finding.place.title
    assert finding.clause.startswith(CITING.get(code, ""))
    assert bool(finding.clause) == (code in CITING)


def test_every_file_among_the_rules_is_a_rule_and_has_a_case() -> None:
    folder = Path(RULES[0].__file__ or "").parent
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"}
    assert files == {code_of(rule) for rule in RULES} == set(BREAKING)
    assert len(RULES) == len(files)


@pytest.mark.parametrize("rule", RULES, ids=code_of)
def test_a_rule_explains_itself(rule: ModuleType) -> None:
    headline, _, rest = (rule.__doc__ or "").partition("\n\n")
    assert headline.endswith(".")
    assert re.findall(r"^(What|Why|Example|Cure): \S", rest, re.MULTILINE) == [
        "What",
        "Why",
        "Example",
        "Cure",
    ]
    assert rule.SEVERITY in Severity


# ── Fields ──────────────────────────────────────────────


@pytest.mark.parametrize(
    "path",
    [
        "company.address",
        "company.industry.code",
        "company.employees",
        "quality_head.name",
        "contact.name",
        "contact.email",
        "experience.summary",
        "years.2020.profit",
        "years.2022.total_assets",
    ],
)
def test_what_the_form_prints_must_be_there(tmp_path: Path, path: str) -> None:
    pointers = [
        finding.place.pointer
        for finding in found(tmp_path, without(path))
        if finding.code == "missing-field"
    ]
    assert pointers == ["/" + path.replace(".", "/")]


def test_a_whole_year_that_is_missing_lacks_each_of_its_figures(tmp_path: Path) -> None:
    findings = found(tmp_path, without("years.2021"))
    assert [finding.place.title for finding in findings] == [
        "各年数据 / 2021 年 / 资产总额（万元）",
        "各年数据 / 2021 年 / 主营业务收入（万元）",
        "各年数据 / 2021 年 / 利润总额（万元）",
    ]


@pytest.mark.parametrize("mobile", ["19900000157", "13800000000"])
def test_a_mobile_number_has_eleven_digits(tmp_path: Path, mobile: str) -> None:
    assert codes(tmp_path, changed("contact.mobile", mobile)) == []


@pytest.mark.parametrize(
    "mobile", ["199 0000 0157", "0379-60000157", "12900000157", "１９９0000015"]
)
def test_anything_else_is_no_mobile_number(tmp_path: Path, mobile: str) -> None:
    assert codes(tmp_path, changed("contact.mobile", mobile)) == ["mobile-malformed"]


@pytest.mark.parametrize("email", ["sun@", "@example.com", "sun@example", "sun example@a.cn"])
def test_an_address_needs_a_name_and_a_domain(tmp_path: Path, email: str) -> None:
    assert codes(tmp_path, changed("contact.email", email)) == ["email-malformed"]


@pytest.mark.parametrize("email", ["sun.er+a@mail.example.com.cn", "a_b-1@x-y.cn"])
def test_an_ordinary_address_passes(tmp_path: Path, email: str) -> None:
    assert codes(tmp_path, changed("contact.email", email)) == []


@pytest.mark.parametrize(
    "code",
    ["91000000MA00000157", "91000000MA00000232", "91000000MA0000031W", "91000000MA00000900"],
)
def test_a_well_formed_code_with_its_check_digit_passes(tmp_path: Path, code: str) -> None:
    assert codes(tmp_path, changed("company.credit_code", code)) == []


@pytest.mark.parametrize(
    ("code", "character"),
    [("91000000MA0000015O", "O"), ("9100000OMA00000157", "O"), ("91000000ma00000157", "a、m")],
)
def test_a_letter_that_no_code_has_is_named(tmp_path: Path, code: str, character: str) -> None:
    (finding,) = found(tmp_path, changed("company.credit_code", code))
    assert finding.code == "credit-code-malformed"
    assert f"：{character}。" in finding.message


def test_a_case_without_a_code_has_none_to_check(tmp_path: Path) -> None:
    assert codes(tmp_path, without("company.credit_code")) == []


# ── The name ────────────────────────────────────────────


def test_a_name_of_exactly_forty_characters_passes(tmp_path: Path) -> None:
    name = COMPANY + "查" * 28 + "经验"
    assert len(name) == 40
    assert codes(tmp_path, changed("experience.name", name)) == []


def test_a_name_begins_with_the_companys_full_name(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, changed("experience.name", "试样轴承“三查”质量管理经验"))
    assert finding.code == "name-pattern-broken"
    assert COMPANY in finding.message
    assert "（企业）+（典型方法技术）+（经验）" in finding.cure


# ── Choices ─────────────────────────────────────────────


def test_the_cure_for_an_unknown_option_names_the_nearest_and_all(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, changed("company.nature", "民营企业"))
    assert "是否想写“民营”" in finding.cure
    assert "中央企业、地方国企、民营、三资" in finding.cure


def test_a_choice_that_is_not_made_is_missing(tmp_path: Path) -> None:
    toml = 'extends = "luoyang"\n[documents.form]\nrequired = ["company.name"]'
    style = load_style(str(pack(tmp_path / "规范", toml)))
    (finding,) = check_case(loaded(tmp_path / "案例", without("company.nature")), style)
    assert (finding.code, finding.place.pointer) == ("missing-field", "/company/nature")


def test_a_size_class_that_the_form_does_not_offer_is_unknown(tmp_path: Path) -> None:
    assert "unknown-option" in codes(tmp_path, changed("company.size", "超大企业"))


# ── Places ──────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("文字。\n\n#### 太深", "heading-too-deep", 3),
        ("文字。\n\n\n见[图](#没有)。", "reference-without-target", 4),
        ("见[图](#指标)。", "reference-of-wrong-kind", 1),
        ("文字。\n\n![趋势](图/流程.png){#趋势}", "figure-never-mentioned", 3),
        ("文字。\n\n![又一](图/流程.png){#流程}", "figure-id-repeated", 3),
    ],
)
def test_a_finding_in_a_text_names_its_file_and_line(
    tmp_path: Path, text: str, code: str, line: int
) -> None:
    (tmp_path / "效果.md").write_text(text, encoding="utf-8")
    (finding,) = found(tmp_path, changed("narrative.results", {"file": "效果.md"}))
    assert (finding.code, finding.place.line) == (code, line)
    assert finding.place.file == str(tmp_path / "效果.md")
    assert finding.place.title == "总结材料 / 实施效果"


# ── Sections ────────────────────────────────────────────


def test_a_section_of_exactly_the_limit_passes(tmp_path: Path) -> None:
    assert codes(tmp_path, changed("narrative.abstract", "字" * 500)) == []


def test_the_limit_is_counted_in_words_as_word_counts_them(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, changed("narrative.abstract", "字" * 496 + "GB/T 19001 ok 2015 x"))
    assert finding.severity is Severity.ERROR
    assert "有 501 字" in finding.message


def test_only_a_count_of_characters_over_the_limit_is_a_warning(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path, changed("narrative.abstract", "字" * 480 + "abcdefghijklmnopqrstu")
    )
    assert (finding.code, finding.severity) == ("section-too-long", Severity.WARNING)
    assert "有 481 字" in finding.message
    assert "501" in finding.message
    assert "1 个字符" in finding.cure


def test_the_cure_shows_where_the_limit_is_crossed(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, changed("narrative.abstract", "前" * 499 + "界后" + "余" * 30))
    assert "前界后”处" in finding.cure


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ("\n\n# 甲乙丙\n", "8002"),
        ("\n\n- 甲乙丙\n", "8002"),
    ],
    ids=["heading", "list"],
)
def test_headings_and_lists_count(tmp_path: Path, extra: str, said: str) -> None:
    values = sound()
    values["narrative"]["implementation"] = "字" * 7999 + extra
    (finding,) = found(tmp_path, values)
    assert f"有 {said} 字" in finding.message


def test_captions_and_table_cells_count_as_printed(tmp_path: Path) -> None:
    table = "\n\n表：主要指标 {#指标}\n\n| 甲 | 乙 |\n| --- | --- |\n| 一二 | 98.9% |\n"
    values = changed("narrative.results", "见[表](#指标)。" + "字" * 1990 + table)
    values["narrative"]["implementation"] = "简述。"
    # 见 表 1 。 + 1990 + 表 1 主 要 指 标 + 甲 + 乙 + 一 二 + 98.9%
    (finding,) = found(tmp_path, values)
    assert "有 2005 字" in finding.message


def test_a_section_of_a_picture_line_alone_is_not_missing(tmp_path: Path) -> None:
    text = "见[图](#趋势)。\n\n![趋势](图/流程.png){#趋势}"
    assert codes(tmp_path, changed("narrative.results", text)) == []


def test_a_section_in_an_empty_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "效果.md").write_text("\n\n", encoding="utf-8")
    values = changed("narrative.results", {"file": "效果.md"})
    assert codes(tmp_path, values) == ["section-missing"]


def test_the_cure_for_a_missing_section_says_what_belongs_into_it(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, without("narrative.results"))
    assert "近三年的相关指标数据" in finding.cure


# ── Conditions ──────────────────────────────────────────


@pytest.mark.parametrize(
    ("employees", "revenue", "name"),
    [
        (1000, 40000, "大型企业"),
        (350, 1999, "小型企业"),
    ],
)
def test_a_size_class_that_follows_from_the_figures_passes(
    tmp_path: Path, employees: int, revenue: int, name: str
) -> None:
    values = changed("company.size", name)
    values["company"]["employees"] = employees
    values["years"]["2022"]["revenue"] = revenue
    assert codes(tmp_path, values) == []


def test_a_year_that_breaks_even_made_no_profit(tmp_path: Path) -> None:
    assert codes(tmp_path, changed("years.2020.profit", 0)) == ["unprofitable-year"]


def test_a_loss_before_the_reporting_years_is_no_matter(tmp_path: Path) -> None:
    assert codes(tmp_path, changed("years.2019", {"profit": -100})) == []


def test_the_last_day_is_still_in_time(tmp_path: Path) -> None:
    assert codes(tmp_path, changed("application_date", "2023-03-29")) == []


def test_a_field_that_loading_called_wrong_is_not_called_missing(tmp_path: Path) -> None:
    assert codes(tmp_path, changed("company.employees", "三百")) == []


def test_findings_come_in_the_order_of_the_rules(tmp_path: Path) -> None:
    values = changed("application_date", "2023-04-02")
    del values["contact"]["mobile"]
    values["contact"]["email"] = "无"
    assert codes(tmp_path, values) == [
        "missing-field",
        "email-malformed",
        "applied-after-deadline",
    ]


def test_a_pack_of_the_users_own_is_enforced(tmp_path: Path) -> None:
    toml = (
        'extends = "luoyang"\n[sections.abstract]\nclause = "本通知 二"\nlimit = { max = 5 }\n'
        '[conditions]\nclause = "本通知 一"\nregistered_in = "郑州市"\n'
    )
    style = load_style(str(pack(tmp_path / "规范", toml)))
    findings = check_case(loaded(tmp_path / "案例"), style)
    assert [finding.code for finding in findings] == ["section-too-long", "registered-elsewhere"]
    assert [finding.clause for finding in findings] == ["本通知 二", "本通知 一"]


def test_what_a_class_follows_from_is_missing_with_it(tmp_path: Path) -> None:
    folder = pack(
        tmp_path / "规范",
        'extends = "luoyang"\n[documents.form]\nclause = "附件2"\nrequired = ["company.name"]\n',
    )
    values = without("company.employees")
    values["company"].pop("size", None)
    case = load_case(stored(tmp_path / "案例", values), "规范")
    found = check_case(case, load_style(str(folder)))
    assert [finding.place.pointer for finding in found] == ["/company/employees"]


@pytest.mark.parametrize(("across", "coarse"), [(900, False), (600, True)])
def test_a_picture_needs_a_hundred_and_fifty_pixels_to_the_inch(
    tmp_path: Path, across: int, coarse: bool
) -> None:
    # 80 % of a measure of 420 pt is 4.67 inches: 700 pixels.
    text = "见[图](#趋势)。\n\n![趋势](图/新图.png){#趋势}"
    file = stored(
        tmp_path, changed("narrative.results", text), {"图/新图.png": png(across, across // 2)}
    )
    found = check_case(load_case(file, "luoyang"), load_style("luoyang"))
    assert [finding.code for finding in found] == (["picture-too-coarse"] if coarse else [])


def test_a_tall_picture_is_judged_by_the_width_it_gets(tmp_path: Path) -> None:
    text = "见[图](#趋势)。\n\n![趋势](图/新图.png){#趋势}"
    file = stored(tmp_path, changed("narrative.results", text), {"图/新图.png": png(600, 3000)})
    assert check_case(load_case(file, "luoyang"), load_style("luoyang")) == []


# ── What other notices ask for ──────────────────────────


def found_for(folder: Path, toml: str, values: dict[str, Any]) -> list[Finding]:
    style = load_style(str(pack(folder / "规范", f'extends = "luoyang"\n{toml}')))
    return check_case(loaded(folder / "案例", values), style)


ABOUT = "[sections.overview]\nlimit = { about = 600 }"


@pytest.mark.parametrize(
    ("length", "severity"),
    [
        (299, Severity.ERROR), (300, Severity.WARNING), (479, Severity.WARNING), (480, None),
        (720, None), (721, Severity.WARNING), (900, Severity.WARNING), (901, Severity.ERROR),
    ],
)  # fmt: skip
def test_about_six_hundred_is_near_it(
    tmp_path: Path, length: int, severity: Severity | None
) -> None:
    findings = found_for(tmp_path, ABOUT, changed("narrative.overview", "概" * length))
    assert [finding.severity for finding in findings] == ([severity] if severity else [])
    assert all(str(abs(600 - length)) in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("概" * 299 + " GB/T 19001" * 9, ["section-too-short"]),
        ("概" * 300, []),
        ("概" * 501, ["section-too-long"]),
    ],
)
def test_the_least_of_a_range_is_counted_in_han_characters(
    tmp_path: Path, text: str, codes: list[str]
) -> None:
    toml = "[sections.overview]\nlimit = { min = 300, max = 500 }"
    findings = found_for(tmp_path, toml, changed("narrative.overview", text))
    assert [finding.code for finding in findings] == codes
    assert all("300—500 字" in f.message or "上限 500 字" in f.message for f in findings)


def test_an_inferred_limit_never_is_an_error(tmp_path: Path) -> None:
    toml = "[sections.overview.limit]\nmax = 300\ninferred = true"
    findings = found_for(tmp_path, toml, changed("narrative.overview", "概" * 301))
    assert [(each.code, each.severity) for each in findings] == [
        ("section-too-long", Severity.WARNING),
        ("limit-unknown", Severity.NOTE),
    ]
    assert "推定上限 300 字" in findings[0].message


def test_an_inferred_limit_of_the_name_never_is_an_error(tmp_path: Path) -> None:
    toml = "[experience_name.limit]\nmax = 20\ninferred = true"
    findings = found_for(tmp_path, toml, changed("experience.name", COMPANY + "查" * 15 + "经验"))
    assert [(each.code, each.severity) for each in findings] == [
        ("name-too-long", Severity.WARNING),
        ("limit-unknown", Severity.NOTE),
    ]


@pytest.mark.parametrize("code", ["0610", "4690", "5310"])
def test_a_division_within_the_bounds_is_admitted(tmp_path: Path, code: str) -> None:
    toml = '[conditions]\nindustries = ["06-46", "53"]'
    assert found_for(tmp_path, toml, changed("company.industry.code", code)) == []


def test_an_open_list_of_industries_warns(tmp_path: Path) -> None:
    toml = '[conditions]\nindustries = ["06-46"]\nindustries_open = true'
    (finding,) = found_for(tmp_path, toml, changed("company.industry.code", "7310"))
    assert (finding.code, finding.severity) == ("industry-not-admitted", Severity.WARNING)


@pytest.mark.parametrize("since", ["2021-03", "2018-01"])
def test_two_years_of_use_are_enough(tmp_path: Path, since: str) -> None:
    toml = "[conditions]\napplied_years = 2"
    assert found_for(tmp_path, toml, changed("experience.applied_since", since)) == []


def test_a_certificate_that_is_needed_and_not_named_is_missing(tmp_path: Path) -> None:
    (finding,) = found_for(tmp_path, "[conditions]\niso9001 = true", sound())
    assert (finding.code, finding.place.pointer) == (
        "missing-field",
        "/company/iso9001/valid_until",
    )


def test_a_certificate_valid_to_the_day_is_in_force(tmp_path: Path) -> None:
    values = changed("company.iso9001", {"valid_until": "2023-03-20"})
    assert found_for(tmp_path, "[conditions]\niso9001 = true", values) == []


RECOMMENDERS = '[recommenders]\noptions = ["甲县工信局", "乙县工信局"]\nalso = "协会"'


@pytest.mark.parametrize("name", ["甲县工信局", "某行业协会"])
def test_a_listed_unit_or_an_association_may_recommend(tmp_path: Path, name: str) -> None:
    assert found_for(tmp_path, RECOMMENDERS, changed("recommender", name)) == []


def test_an_unknown_unit_is_answered_with_the_nearest(tmp_path: Path) -> None:
    (finding,) = found_for(tmp_path, RECOMMENDERS, changed("recommender", "甲县工信委"))
    assert "甲县工信局" in finding.cure


def test_of_several_levels_each_must_be_offered(tmp_path: Path) -> None:
    toml = (
        '[documents.form.choices.quality]\ntitle = "质量奖"\nfield = "awards.quality"\n'
        'options = ["国家级", "省级"]'
    )
    values = changed("awards.quality", ["省级", "地市级"])
    (finding,) = found_for(tmp_path, toml, values)
    assert (finding.code, finding.message) == (
        "unknown-option",
        "“质量奖”没有“地市级”这一选项。",
    )
    assert found_for(tmp_path / "无", toml, sound()) == []


@pytest.mark.parametrize(
    "number", ["0379-60000157", "010-68416386", "（010）68416386", "28282754", "33134800-20920"]
)
def test_landlines_are_written_in_several_ways(tmp_path: Path, number: str) -> None:
    assert codes(tmp_path, changed("contact.phone", number)) == []


@pytest.mark.parametrize(("stated", "wrong"), [(1.6, False), (1.7, False), (1.71, True)])
def test_a_rate_may_be_rounded(tmp_path: Path, stated: float, wrong: bool) -> None:
    assert bool(codes(tmp_path, changed("years.2022.growth", stated))) is wrong


def test_a_growth_from_nothing_is_asked_for(tmp_path: Path) -> None:
    toml = '[documents.form]\nrequired_each_year = ["growth"]'
    values = changed("years.2021.revenue", 0)
    values["years"]["2019"] = {"revenue": 5000}
    pointers = [each.place.pointer for each in found_for(tmp_path, toml, values)]
    assert pointers == ["/years/2022/growth"]


def test_a_profit_that_a_condition_asks_for_is_missing_without_a_form(tmp_path: Path) -> None:
    toml = "[documents.form]\nrequired_each_year = []"
    values = without("years.2021.profit")
    pointers = [each.place.pointer for each in found_for(tmp_path, toml, values)]
    assert pointers == ["/years/2021/profit"]


@pytest.mark.parametrize(("code", "codes"), [("C3451", []), ("A0111", ["industry-not-admitted"])])
def test_a_code_may_have_its_letter(tmp_path: Path, code: str, codes: list[str]) -> None:
    toml = '[conditions]\nindustries = ["13-43"]'
    findings = found_for(tmp_path, toml, changed("company.industry.code", code))
    assert [finding.code for finding in findings] == codes


def test_who_conducted_a_survey_is_asked_for_by_name(tmp_path: Path) -> None:
    toml = '[documents.form]\nrequired_each_year = ["satisfaction.conducted"]'
    values = sound()
    for figures in values["years"].values():
        figures["satisfaction"] = {"conducted": "自评"}
    assert found_for(tmp_path / "甲", toml, values) == []
    values["years"]["2021"]["satisfaction"] = {"conducted": "第三方调查"}
    (finding,) = found_for(tmp_path / "乙", toml, values)
    assert finding.place.pointer == "/years/2021/satisfaction/agency"


def test_a_certificate_said_not_to_be_in_force_is_not_said_to_have_run_out(tmp_path: Path) -> None:
    values = changed("company.iso9001", {"valid_until": "2030-01-01", "in_force": False})
    (finding,) = found_for(tmp_path, "[conditions]\niso9001 = true", values)
    assert "2030" not in finding.message


def test_what_loading_calls_wrong_inside_a_list_is_not_called_missing_too(tmp_path: Path) -> None:
    toml = '[documents.form]\nrequired = ["products"]'
    values = changed("products", [{"name": "泵", "shares": {"2022": {"domestic": "15%"}}}])
    case = loaded(tmp_path / "案例", values)
    assert len(case.findings) == 1
    style = load_style(str(pack(tmp_path / "规范", f'extends = "luoyang"\n{toml}')))
    assert check_case(case, style) == []
