"""What is needless in a pack that is sound: repeated, unused, or claimed without ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.findings import Finding, Place, Severity
from docgen.style.coverage import COVERAGE_FILE, read_coverage, uncovered_claims
from docgen.style.documents import Form
from docgen.style.pack import PACK_FILE
from docgen.style.soundness import used_roles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from docgen.style.model import Style
    from docgen.style.pack import Layers

_TEMPLATES = "*.docx"


def needless(style: Style, layers: Layers, rules: Collection[str]) -> Iterator[Finding]:
    """Yield what a pack could do without.

    Args:
        style: The compiled style.
        layers: Its packs laid over one another, its own last.
        rules: The codes of the rules, which a coverage list may name.
    """
    pack = str(style.folders[0] / PACK_FILE)
    for path in layers.repeated:
        cure = "请删去：继承来的值不用再写。"
        yield _finding("style-value-repeated", "与所继承的规范相同。", cure, pack, path)
    stated = _stated(layers, "sections", style.name)
    for name in [name for name in stated if name not in style.printed_sections]:
        cure = "请删去，或写进某份文书的 sections。"
        yield _finding(
            "style-section-unused", "没有文书用到这一节。", cure, pack, f"sections.{name}"
        )
    for name in sorted(_stated(layers, "roles", style.name) - used_roles(style)):
        cure = "请删去，或让别的角色以它为底。"
        yield _finding("style-role-unused", "没有文书用到这个角色。", cure, pack, f"roles.{name}")
    for name in _unused_templates(style):
        cure = "请删去，或在规范里用 template 写明。"
        yield _finding("style-template-unused", "没有表单用到这个模板。", cure, name, "")
    yield from _groundless_claims(style, layers, rules)


def _stated(layers: Layers, table: str, pack: str) -> set[str]:
    """Return what a pack states itself below a table; what it inherits it cannot delete."""
    own = (path for path, source in layers.sources.items() if source.pack == pack)
    return {path.split(".")[1] for path in own if path.startswith(f"{table}.")}


def _unused_templates(style: Style) -> list[str]:
    named = {each.template for each in style.documents.values() if isinstance(each, Form)}
    folders = [each for each in style.folders if each.name == style.name]
    own = (path for folder in folders for path in folder.glob(_TEMPLATES))
    # Word leaves ~$… beside a file that it has open.
    kept = (path for path in own if not path.name.startswith(("~$", ".")))
    return sorted(str(path) for path in kept if path.name not in named)


def _groundless_claims(style: Style, layers: Layers, rules: Collection[str]) -> Iterator[Finding]:
    folder = style.folders[0]
    if not (folder / COVERAGE_FILE).is_file():
        return
    file = str(folder / COVERAGE_FILE)
    try:
        clauses = read_coverage(folder)
    except (ValueError, KeyError) as error:
        message = f"对照表读不通（{error}）。"
        yield _finding("style-coverage-broken", message, "请对照手册改正。", file, "")
        return
    for clause, claim in uncovered_claims(clauses, layers.sources, rules):
        message = f"“{clause}”一条写着由“{claim}”落实，规范里没有。"
        yield _finding("style-coverage-groundless", message, "请改正 by 所写的路径。", file, "")


def _finding(code: str, message: str, cure: str, file: str, path: str) -> Finding:
    pointer = f"/{path.replace('.', '/')}" if path else ""
    return Finding(code, message, cure, Place(file, pointer, path), Severity.ERROR)
