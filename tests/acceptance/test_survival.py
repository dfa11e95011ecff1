"""Text comes through as written: marks of XML and of templates, quotes, rare characters."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.acceptance.documents import COVER, FORM, NARRATIVE, SPINE
from tests.cases.making import Facts, variant
from tests.conftest import Rendered
from tests.independent.pdf import read_pages
from tests.independent.word import Word

# 𬭸 㛃 䶮 are in every face, 𠮷 and 丗 only in the extra one of the PDF.
PIECES = (
    "A&B", "<甲>", "“引”", "‘单’", '"直"', "'撇'", "&amp;", "</w:t>",
    "𬭸", "㛃", "䶮", "𠮷", "丗", "é", "Ω", "①②", "m²", "±5℃", "‰", "￥", "……", "——", "·",
    "{{ 7*7 }}", "{% x %}", "{# 注 #}", "{{", "%}",
    "C++", "100%", "$5", r"\n", "a_b_c", "#1", "~", "^", "|", "〔2023〕",
)  # fmt: skip
# Signs that Markdown itself gives a meaning in running text are left to its own tests.
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("中".join)
names = st.lists(
    st.sampled_from([piece for piece in PIECES if len(piece) < 7]), min_size=1, max_size=2
).map("".join)


def render(folder: Path, company: str, address: str, honour: str, sentence: str) -> Rendered:
    from docgen.dossier import render_case

    def change(facts: Facts) -> None:
        facts["company"]["name"] = company
        facts["company"]["address"] = address
        facts["experience"]["name"] = f"{company}实施三查的经验"
        facts["honours"][0]["title"] = honour
        facts["narrative"]["overview"] = sentence

    case = variant(folder / "case", change)
    return Rendered(render_case(case, "luoyang", folder / "out").folder, case)


def compact(text: str) -> str:
    return re.sub(r"\s", "", text)


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    # A failing example is short as it is; each step of shrinking would render a dossier.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(company=names, address=words, honour=words, sentence=words)
@example(
    company="{{ 7*7 }}",
    address="A&B <号> \"双\" '单' “引” ‘号’",
    honour="𬭸㛃䶮𠮷丗 {% x %}",
    sentence="{{ 7*7 }}{% x %}&<>\"'“”‘’𬭸㛃䶮𠮷",
)
def test_text_survives_in_word_and_pdf(
    company: str, address: str, honour: str, sentence: str
) -> None:
    company, address = f"洛阳{company}有限公司", f"洛阳市{address}号"
    honour, sentence = f"洛阳市{honour}奖", f"公司{sentence}。"
    wanted = {
        COVER: [company],
        FORM: [company, address, honour],
        NARRATIVE: [company, sentence],
    }
    with tempfile.TemporaryDirectory() as folder:
        files = render(Path(folder), company, address, honour, sentence)
        for name, texts in wanted.items():
            word = Word(files.docx(name)).text.characters
            pages = read_pages(files.pdf(name), 0)
            printed = compact("".join("".join(page.lines) for page in pages))
            for text in texts:
                assert compact(text) in word, name
                assert compact(text) in printed, name
        assert Word(files.docx(SPINE)).text.characters == compact(company)


@pytest.mark.parametrize("company", ["洛阳细流（集团）有限公司", "洛阳细流……有限公司"])
def test_a_spine_with_turned_signs_is_read_in_order(tmp_path: Path, company: str) -> None:
    files = render(tmp_path, company, "某路", "某奖", "公司。")
    (page,) = read_pages(files.pdf(SPINE), 0)
    assert page.compact == company


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% raw %}", "A & B", "< 3%", "> 0"])
def test_marks_of_templates_in_a_text_are_printed(small: Rendered, text: str) -> None:
    assert compact(text) in small.word(NARRATIVE).text.characters
