"""A pack states differences; where every value comes from stays known."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from docgen.findings import Severity
from docgen.style.load import load_style, style_names
from tests.cases.unit.making import loaded, pack, refusal

OWN = 'extends = "luoyang"\n'


def test_docgen_knows_its_own_packs() -> None:
    assert {"luoyang", "luoyang-provincial"} <= set(style_names())


@pytest.mark.parametrize("name", style_names())
def test_every_pack_that_comes_along_is_sound(name: str) -> None:
    assert load_style(name).name == name


def test_a_users_pack_works_by_its_folder(tmp_path: Path) -> None:
    style = load_style(str(pack(tmp_path / "我的规范", OWN + 'honour = "试验区质量标杆"')))
    assert style.name == "我的规范"
    assert style.honour == "试验区质量标杆"
    assert style.issuer == "洛阳市工业和信息化局"
    assert style.folders[0] == tmp_path / "我的规范"


def test_a_pack_changes_one_value_of_a_table_and_leaves_the_others(tmp_path: Path) -> None:
    toml = OWN + '[roles.body]\nclause = "本通知 二"\nsize = "四号"'
    style = load_style(str(pack(tmp_path, toml)))
    assert style.roles["body"].size == 14
    assert style.roles["body"].font == "宋体"
    assert style.clause("roles.body.size") == "本通知 二"
    assert style.clause("roles.body.font").startswith("附件3 三")


def test_a_list_is_replaced_as_a_whole(tmp_path: Path) -> None:
    style = load_style(str(pack(tmp_path, OWN + "reporting_years = [2022, 2023]")))
    assert style.reporting_years == (2022, 2023)


def test_a_value_may_be_marked_as_a_house_default(tmp_path: Path) -> None:
    toml = OWN + '[print]\nhouse = true\nclause = "本单位习惯"\ncopies = 5'
    style = load_style(str(pack(tmp_path, toml)))
    assert style.source("print.copies").house
    assert style.clause("print.copies") == ""


def test_a_clause_holds_for_the_tables_below(tmp_path: Path) -> None:
    toml = OWN + '[roles]\nclause = "本通知 三"\n[roles.title]\nsize = "二号"'
    style = load_style(str(pack(tmp_path, toml)))
    assert style.clause("roles.title.size") == "本通知 三"


def test_packs_extend_packs_over_several_steps(tmp_path: Path) -> None:
    middle = pack(tmp_path / "市", OWN + "[print]\ncopies = 4")
    style = load_style(str(pack(tmp_path / "区", f'extends = "{middle}"\nedition = 2024')))
    assert (style.edition, style.print.copies, style.print.binding) == (2024, 4, "胶装")
    assert style.source("print.copies").pack == "市"


def test_a_pack_names_its_parent_from_its_own_folder(tmp_path: Path) -> None:
    pack(tmp_path / "市", OWN + "[print]\ncopies = 4")
    child = pack(tmp_path / "区", 'extends = "../市"')
    assert load_style(str(child)).print.copies == 4


def test_a_later_packs_clause_is_the_one_that_findings_cite(tmp_path: Path) -> None:
    from docgen.check import check_case

    toml = OWN + '[dates]\nclause = "新通知 五"\ndeadline = 2023-03-01'
    style = load_style(str(pack(tmp_path / "新", toml)))
    (finding,) = check_case(loaded(tmp_path / "案例"), style)
    assert finding.code == "applied-after-deadline"
    assert finding.clause == "新通知 五"


def test_a_pack_that_extends_itself_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "圈"
    (finding,) = refusal(lambda: load_style(str(pack(folder, f'extends = "{folder}"'))))
    assert finding.code == "style-extends-itself"
    assert "圈" in finding.message


def test_a_loop_of_packs_is_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "甲", tmp_path / "乙"
    pack(one, f'extends = "{two}"')
    pack(two, f'extends = "{one}"')
    (finding,) = refusal(lambda: load_style(str(one)))
    assert finding.code == "style-extends-itself"


def test_an_unknown_style_is_answered_with_the_nearest_name() -> None:
    (finding,) = refusal(lambda: load_style("luoyan"))
    assert finding.code == "unknown-style"
    assert "luoyan" in finding.message
    assert "luoyang" in finding.cure


def test_a_name_near_nothing_is_answered_with_all_names() -> None:
    (finding,) = refusal(lambda: load_style("xyz"))
    assert "luoyang" in finding.cure
    assert "luoyang-provincial" in finding.cure


numbers = itertools.count()


def findings_of(tmp_path: Path, toml: str) -> list[str]:
    """Return the pointers of what is wrong with a pack."""
    folder = pack(tmp_path / f"规范{next(numbers)}", OWN + toml)
    found = refusal(lambda: load_style(str(folder)))
    assert all(finding.severity is Severity.ERROR for finding in found)
    assert all(finding.cure for finding in found)
    assert all(finding.place.file == str(folder / "style.toml") for finding in found)
    assert all(finding.code.startswith("style-") for finding in found)
    return [finding.place.pointer for finding in found]


@pytest.mark.parametrize(
    ("toml", "pointer"),
    [
        ('editon = "2024"', "/editon"),
        ('[roles.body]\ncolour = "红"', "/roles/body/colour"),
        ('[roles.body]\nsize = "大四"', "/roles/body/size"),
        ('[roles.body]\nline = "triple"', "/roles/body/line"),
        ('[roles.body]\nalign = "middle"', "/roles/body/align"),
        ('[page]\npaper = "A3"', "/page/paper"),
        ('[page]\ntop = "26"', "/page/top"),
        ("[dates]\ndeadline = 20230329", "/dates/deadline"),
        ('[documents.form]\ntemplat = "表.docx"', "/documents/form/templat"),
        ('[documents.extra]\nkind = "poster"\nname = "海报"', "/documents/extra"),
    ],
)
def test_a_wrong_key_or_value_is_located(tmp_path: Path, toml: str, pointer: str) -> None:
    assert findings_of(tmp_path, toml) == [pointer]


def test_what_is_wrong_is_said_in_chinese(tmp_path: Path) -> None:
    toml = OWN + '[roles.body]\nsize = "大四"\ncolour = "红"\nalign = "middle"'
    for finding in refusal(lambda: load_style(str(pack(tmp_path, toml)))):
        assert "input" not in finding.message.lower()
        assert "permitted" not in finding.message.lower()


def test_all_wrong_values_are_told_at_once(tmp_path: Path) -> None:
    found = findings_of(tmp_path, '[roles.body]\nsize = "大四"\ncolour = "红"')
    assert len(found) == 2


@pytest.mark.parametrize(
    "toml",
    ["[roles.body]\nsize = 12", "[page]\ntop = 2.6", "[roles.body]\nline = 1.5"],
    ids=["size", "length", "line"],
)
def test_a_number_where_a_unit_is_needed_is_a_located_error(tmp_path: Path, toml: str) -> None:
    (pointer,) = findings_of(tmp_path, toml)
    assert pointer in ("/roles/body/size", "/page/top", "/roles/body/line")


@pytest.mark.parametrize(
    "toml",
    [
        '[roles.body]\nsize = "9999pt"',
        '[page]\ninside = "50cm"',
        "[print]\ncopies = -1",
        '[page]\nnumber_pattern = "第页"',
        '[page]\nnumber_pattern = "{} / {}"',
    ],
    ids=["size", "margin", "copies", "no-number", "two-numbers"],
)
def test_an_absurd_value_is_refused(tmp_path: Path, toml: str) -> None:
    assert findings_of(tmp_path, toml)


@pytest.mark.parametrize(
    "toml",
    [
        '[roles.body]\nbased_on = "nosuch"',
        '[roles.plain]\nbased_on = "body"',
        '[documents.narrative]\nsections = ["abstract", "nosuch"]',
        '[documents.spine]\nfield = "company.nosuch"',
        '[documents.form]\nrequired = ["company.nosuch"]',
        '[documents.cover]\ntitle = ["{year}年"]',
        '[bureau.letter]\ntitle = "{year}年"',
        '[bureau.letter]\naddressee = "{}"',
        '[bureau.letter]\ntext = ["推荐", "{company}"]',
        '[bureau.letter]\nattachments = ["{honour:>9}"]',
        '[sections.overview]\nsource = "nosuch"',
        "[documents.cover]\nclause = 5",
    ],
    ids=[
        "role",
        "role-loop",
        "section",
        "field",
        "required",
        "placeholder",
        "letter-title",
        "letter-addressee",
        "letter-text",
        "letter-attachment",
        "source",
        "clause",
    ],
)
def test_a_name_that_leads_nowhere_is_refused_when_the_pack_is_loaded(
    tmp_path: Path, toml: str
) -> None:
    assert findings_of(tmp_path, toml)


@pytest.mark.parametrize(
    "toml", ["extends = 5\n", 'extends = ["luoyang"]\n'], ids=["number", "list"]
)
def test_an_extends_that_is_no_name_is_a_located_error(tmp_path: Path, toml: str) -> None:
    folder = pack(tmp_path / f"规范{next(numbers)}", toml)
    (finding,) = refusal(lambda: load_style(str(folder)))
    assert finding.place.file == str(folder / "style.toml")


@pytest.mark.parametrize(
    "data",
    [b"title = \n", "title = '规范'".encode("gbk"), b"a = " + b"[" * 5000],
    ids=["syntax", "gbk", "deep"],
)
def test_a_file_that_is_no_toml_is_said_so(tmp_path: Path, data: bytes) -> None:
    folder = tmp_path / f"规范{next(numbers)}"
    folder.mkdir()
    (folder / "style.toml").write_bytes(data)
    (finding,) = refusal(lambda: load_style(str(folder)))
    assert finding.code == "style-not-toml"
    assert finding.place.file == str(folder / "style.toml")
    assert "UTF-8" in finding.cure


@pytest.mark.parametrize(
    "toml",
    [
        "reporting_years = []",
        "[enterprise_size]\nclasses = [{ name = '大型企业', employees = 10, revenue = 10 }]",
        "[documents.cover]\nfields = []",
        "[documents.cover]\ntitle = []",
        "[roles.body]\nfirst_line_indent = nan",
        "[roles.body]\nfirst_line_indent = inf",
        "[documents.spine]\nfield = 'patents.title'",
        "[documents.spine]\nfield = 'overrides'",
        "[documents.form]\nrequired = ['years.revenue']",
        "[documents.form.choices.nature]\nfield = 'company.employees'",
        "[documents.form.honours]\nyears = 3000",
        "[packing]\nfolder = '{company:{x}}'",
        "[packing]\nfolder = '{company!r}'",
        "[print]\ntwo_sided = 'yes'",
        "[print]\ncopies = '3'",
        "[contents]\nlevels = -1",
        "[documents.narrative]\nsections = []",
        "[documents.narrative]\nsections = ['abstract', 'abstract']",
        "[documents.extra]\nname = '海报'",
        "[sections.overview]\nfield = 'company.industry'",
        "[sections.overview]\nlevel = 3",
        "[sections.overview]\nsource = ''\nnumbered = false",
        "[documents.narrative]\npart_of = 'cover'",
        "[documents.narrative]\npart_of = 'form'",
        "[documents.form.choices.direction]\ntitle = '方向'\nfield = 'experience.method'",
        "[documents.form.tables.a]\ntitle = '表'\nrows = [{ title = '甲', field = 'loyalty' }]",
        "[documents.form]\nrequired_each_year = ['satisfaction']",
        "[roles.body]\nsize_at_least = '四号'",
        "[packing]\narchive = '{name}'",
        "[conditions]\nindustries = ['6-46']",
        "[captions]\nby_chapter = 'yes'",
    ],
)
def test_what_would_fail_when_printing_is_refused_when_loading(tmp_path: Path, toml: str) -> None:
    assert findings_of(tmp_path, toml)


def test_the_base_style_may_have_a_name_of_its_own(tmp_path: Path) -> None:
    folder = pack(tmp_path / "规范", OWN + '[roles.plain]\ntitle = "正文"')
    assert load_style(str(folder)).roles["plain"].title == "正文"


@pytest.mark.parametrize(
    "toml",
    [
        "[headings]\nnumbering = ['１、']",
        "[headings]\nnumbering = ['(a)']",
        "[headings]\nnumbering = ['{一']",
        "[roles.body]\nline = 'exactly 0pt'",
        "[roles.body]\nline = 'exactly 9999cm'",
        "[roles.body]\nfirst_line_indent = 500.0",
        "[documents.spine.strip]\nheight = '0pt'",
        "[page]\ninside = '9cm'\noutside = '11cm'",
        "[documents.more]\nkind = 'narrative'\nname = '又一份'\nsections = ['abstract']",
    ],
)
def test_a_slip_that_would_spoil_the_page_is_refused(tmp_path: Path, toml: str) -> None:
    assert findings_of(tmp_path, toml)


@pytest.mark.parametrize(
    ("toml", "pointer"),
    [
        ("reporting_years = [2022, 2021]", "/reporting_years"),
        ("[conditions]\nindustries = ['46-06']", "/conditions/industries"),
        ("[captions]\nby_chapter = true\nfirst_table = 2", "/captions/first_table"),
        ("[experience_name]\nlimit = { about = 40 }", "/experience_name/limit"),
        ("[documents.cover]\ntitle = ['一行长得版心放不下的封面标题']", "/documents/cover/title"),
        (
            "[documents.form.choices.central]\ntitle = '央企'\nfield = 'company.central'\n"
            "options = ['有', '无']",
            "/documents/form/choices/central/options",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(tmp_path: Path, toml: str, pointer: str) -> None:
    assert findings_of(tmp_path, toml) == [pointer]


def test_a_pack_of_the_users_own_takes_no_others_templates(tmp_path: Path) -> None:
    folder = pack(tmp_path / "changzhou", OWN)
    names = [each.name for each in load_style(str(folder)).folders]
    assert names == ["changzhou", "luoyang", "luoyang"]


def test_single_values_of_a_table_may_be_the_houses_own(tmp_path: Path) -> None:
    toml = "[page]\nclause = '附件'\nhouse = ['top']\ntop = '3cm'\nbottom = '2cm'"
    style = load_style(str(pack(tmp_path / "规范", OWN + toml)))
    assert (style.clause("page.top"), style.clause("page.bottom")) == ("", "附件")


def test_a_house_key_that_the_table_does_not_state_is_refused(tmp_path: Path) -> None:
    assert findings_of(tmp_path, "[page]\nhouse = ['topp']\ntop = '3cm'") == ["/page/house"]
