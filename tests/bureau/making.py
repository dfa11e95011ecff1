"""Thirty companies' cases, made of the two samples; forms that they fill in; the unit's file."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from docgen.bureau.applicants import Applicant
from docgen.case.load import Case, load_case
from docgen.compose.cover import compose_cover
from docgen.compose.form import compose_form
from docgen.findings import Place
from docgen.style.load import load_style
from docgen.style.model import Style
from docgen.write import files_of
from tests.conftest import SAMPLE, SECOND_SAMPLE

Facts = dict[str, Any]

#: What tells the companies apart; nobody's name.
BRANDS = (
    "朔衡", "岚砺", "沅锋", "晟铠", "璟川", "瀚炬", "澜枢", "琢恒", "稷源", "骁锻",
    "泓筑", "翊航", "钧铄", "霁辰", "垣拓", "珏盛", "皓铭", "沣润", "岑泰", "奕擎",
    "铂岳", "旻光", "栩新", "涵宇", "笃诚", "邕达", "麟台", "芮丰", "隽远", "彧隆",
)  # fmt: skip
TRADES = ("轴承", "水泵", "齿轮", "阀门", "模具", "电缆")
_FAMILIES = "赵钱孙李周吴郑王冯陈"
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def company(number: int) -> str:
    """The full name of company `number`, from 1; of the first thirty each is unlike the others."""
    more = f"第{number}" if number > len(BRANDS) else ""
    return f"洛阳{_brand(number)}{TRADES[number % len(TRADES)]}{more}有限公司"


def experience(number: int) -> str:
    """The name of its experience."""
    return f"{company(number)}全员参与的“{number}步”质量改进经验"


def contact(number: int) -> str:
    """The name of its contact."""
    return f"{_FAMILIES[number % 10]}{_brand(number)[0]}"


def _brand(number: int) -> str:
    return BRANDS[(number - 1) % len(BRANDS)]


def mobile(number: int) -> str:
    """Its contact's mobile number."""
    return f"199000{number:05}"


def credit_code(number: int) -> str:
    """Its 统一社会信用代码, the check digit by GB 32100-2015."""
    first = f"91000000MA{number:07}"
    total = sum(_ALPHABET.index(sign) * 3**place for place, sign in enumerate(first))
    return first + _ALPHABET[(31 - total % 31) % 31]


@cache
def _sample(second: bool) -> str:
    return (SECOND_SAMPLE if second else SAMPLE).read_text(encoding="utf-8")


def facts(number: int) -> Facts:
    """The case of company `number`: a sample's with its own name, code, contact, experience."""
    values: Facts = json.loads(_sample(number % 2 == 0))
    del values["evidence"], values["narrative"]
    values.pop("overrides", None)
    values["application_date"] = "2023-03-20"
    values["company"] |= {
        "name": company(number),
        "credit_code": credit_code(number),
        "registered_place": "河南省洛阳市",
        "district": "涧西区",
    }
    values["contact"] |= {"name": contact(number), "mobile": mobile(number)}
    values["experience"] |= {"name": experience(number)}
    return values


def stored(folder: Path, values: Facts) -> Path:
    """Write a case into a folder of its own and return the case file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "case.json"
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return file


def companies(
    folder: Path, count: int = 30, changes: Mapping[int, Callable[[Facts], None]] | None = None
) -> list[Path]:
    """Write the cases of the first companies, some of them changed; return the case files."""
    files = []
    digits = max(len(str(count)), 2)
    for number in range(1, count + 1):
        values = copy.deepcopy(facts(number))
        if changes and number in changes:
            changes[number](values)
        files.append(stored(folder / f"{number:0{digits}}", values))
    return files


def filled_in(case_file: Path, folder: Path, style_name: str = "luoyang") -> Path:
    """Write a company's cover and form as Word files into a folder, and return the folder."""
    style = load_style(style_name)
    case = load_case(case_file, style.name)
    folder.mkdir(parents=True, exist_ok=True)
    cover: Any = style.documents["cover"]
    form: Any = style.documents["form"]
    documents = (
        compose_cover(case, style, "cover", cover),
        compose_form(case, style, "form", form),
    )
    for document in documents:
        (file,), _ = files_of(document, ("docx",))
        file.write_to(folder / f"{document.name}.docx")
    return folder


class Stated(Applicant):
    """An applicant that says these fields and nothing else."""

    def __init__(self, file: str, **values: Any) -> None:
        """Take the values: company.name as company__name."""
        self.file = file
        self._values = {name.replace("__", "."): value for name, value in values.items()}

    def value(self, field: str) -> Any:
        return self._values.get(field)

    def place(self, field: str) -> Place:
        return Place(self.file, title=field)

    def case(self, style: Style) -> Case | None:
        return None

    def form(self, style: Style, key: str) -> bytes | None:
        return None


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Return a workbook: worksheet → rows of cells."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
