"""Load a style pack: a folder with `style.toml`, on top of the packs it extends and the house.

Reading and merging is in `pack`, types in `model`, references between values in `soundness`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from docgen.findings import DocgenError, Finding, Place
from docgen.resources import styles_dir, templates_dir
from docgen.style.model import Style
from docgen.style.pack import HOUSE, HOUSE_FILE, PACK_FILE, Layers, read_pack
from docgen.style.soundness import unsound
from docgen.suggestion import did_you_mean
from docgen.validation import described


def load_style(name: str) -> Style:
    """Load a style by its name, or by the path of a pack's folder.

    Raises:
        DocgenError: If there is no such pack, or what it says is not sound.
    """
    return _load(_folder_of(name, Path()))


def style_names() -> list[str]:
    """Return the names of the packs that come with docgen."""
    return sorted(path.parent.name for path in styles_dir().glob(f"*/{PACK_FILE}"))


def style_layers(name: str) -> Layers:
    """Return a style's values as its packs write them, with their sources.

    Raises:
        DocgenError: If there is no such pack, or one it extends, or a file is no TOML.
    """
    return _layers(_lineage(_folder_of(name, Path())))


def _layers(lineage: list[Path]) -> Layers:
    layers = Layers()
    layers.lay(HOUSE, read_pack(styles_dir() / HOUSE_FILE), house=True)
    for ancestor in reversed(lineage):
        table = read_pack(ancestor / PACK_FILE)
        table.pop("extends", None)
        layers.lay(ancestor.name, table)
    return layers


@lru_cache
def _load(folder: Path) -> Style:
    lineage = _lineage(folder)
    layers = _layers(lineage)
    shipped = [each for each in lineage if each.parent == styles_dir()]
    folders = (*lineage, *(templates_dir() / "word" / ancestor.name for ancestor in shipped))
    named = {"name": folder.name, "sources": layers.sources, "folders": folders}
    file = str(folder / PACK_FILE)
    try:
        style = Style.model_validate({**layers.values, **named})
    except ValidationError as error:
        raise DocgenError(_type_findings(error, file)) from error
    findings = [
        Finding("style-unsound", problem.message, problem.cure, _place(file, problem.path))
        for problem in unsound(style)
    ]
    if findings:
        raise DocgenError(findings)
    return style


def _folder_of(name: str, base: Path) -> Path:
    shipped = styles_dir() / name
    is_path = "/" in name or "\\" in name
    if not is_path and (shipped / PACK_FILE).is_file():
        return shipped
    own = base / name
    if (own / PACK_FILE).is_file():
        return own.resolve()
    if is_path or own.is_dir():
        message, cure = f"文件夹“{name}”里没有 {PACK_FILE}。", "请写规范所在的文件夹。"
    else:
        names = style_names()
        message = f"没有名为“{name}”的申报规范。"
        cure = did_you_mean(name, names, likeness=0.6) or f"可用的规范：{'、'.join(names)}。"
    raise DocgenError([Finding("unknown-style", message, cure, Place(title="--style"))])


def _lineage(folder: Path) -> list[Path]:
    """Return the pack's folder and those of the packs it extends, nearest first."""
    lineage = [folder]
    while (parent := read_pack(lineage[-1] / PACK_FILE).get("extends")) is not None:
        place = _place(str(lineage[-1] / PACK_FILE), "extends")
        if not isinstance(parent, str):
            message, cure = f"extends 的值“{parent}”不是规范名。", '请写作 extends = "规范名"。'
            raise DocgenError([Finding("style-not-text", message, cure, place)])
        ancestor = _folder_of(parent, lineage[-1])
        if ancestor in lineage:
            message = f"规范“{folder.name}”经 extends 又继承了自己。"
            cure = "请改正 extends 所写的规范名。"
            raise DocgenError([Finding("style-extends-itself", message, cure, place)])
        lineage.append(ancestor)
    return lineage


def _type_findings(error: ValidationError, file: str) -> list[Finding]:
    findings = []
    for problem in error.errors(include_url=False):
        steps = list(map(str, problem["loc"]))
        if steps[0] == "documents":
            # The kind by which pydantic tells documents apart is no key of the pack.
            del steps[2:3]
        code, message, cure = described(problem)
        findings.append(Finding(f"style-{code}", message, cure, _place(file, ".".join(steps))))
    return findings


def _place(file: str, path: str) -> Place:
    return Place(file=file, pointer=f"/{path.replace('.', '/')}", title=path)
