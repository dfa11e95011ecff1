"""Start a pack of one's own: a file to be edited, sound from the first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.disk import reason
from docgen.findings import DocgenError, Finding, Place
from docgen.resources import styles_dir
from docgen.style.load import load_style, style_names
from docgen.style.pack import PACK_FILE

if TYPE_CHECKING:
    from docgen.style.model import Style

_STARTER = "starter.toml"


def start_pack(folder: Path, extends: str | None) -> Path:
    """Write a new pack's file and return it.

    Args:
        folder: The pack's folder; its name is the style's.
        extends: The style that it changes, or None for a new issuer's.

    Raises:
        DocgenError: If there is a pack already, or no style of that name.
    """
    file = folder / PACK_FILE
    if file.exists():
        message, cure = f"“{file}”已经存在。", "请换一个文件夹；docgen 不覆盖已有的规范。"
        raise DocgenError([Finding("style-exists", message, cure, Place(str(file)))])
    if folder.name in style_names():
        message, cure = f"“{folder.name}”是自带规范的名称。", "请给文件夹另取一个名称。"
        raise DocgenError([Finding("style-exists", message, cure, Place(str(folder)))])
    if extends is None:
        text = (styles_dir() / _STARTER).read_text(encoding="utf-8")
    else:
        text = _differences(load_style(extends), _reference(extends, folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"不能写入“{file}”（{reason(error)}）。"
        cure = "请换一个可以写入的文件夹。"
        raise DocgenError([Finding("style-unwritable", message, cure, Place(str(file)))]) from error
    return file


def _reference(extends: str, folder: Path) -> str:
    """Return how a pack in a folder names another: by its name, or by the way from the folder."""
    if extends in style_names():
        return extends
    return Path(os.path.relpath(extends, folder)).as_posix()


def _differences(parent: Style, extends: str) -> str:
    """Return a pack that changes nothing yet: what a new edition changes, ready to be edited."""
    years = ", ".join(map(str, parent.reporting_years))
    lines = [
        f"# 以“{parent.title}”为底，只写与它不同的值：去掉行首的 #，改成新的值。",
        "# 其余的值都继承，用 docgen styles show 本文件夹 逐项查看。",
        "# 写完运行：docgen styles check 本文件夹",
        f'extends = "{extends}"',
        f'# title = "{parent.title}"',
        f"# edition = {parent.edition}",
        f"# reporting_years = [{years}]",
        "",
        "# [notice]",
        f'# title = "{parent.notice.title}"',
    ]
    if parent.dates.deadline is not None:
        lines += ["", "# [dates]", f"# deadline = {parent.dates.deadline}"]
    for name in parent.printed_sections:
        limit = parent.sections[name].limit
        if limit is not None:
            values = ", ".join(f"{key} = {value}" for key, value in limit if value is not None)
            lines += ["", f"# [sections.{name}]  # {parent.sections[name].title}"]
            lines.append(f"# limit = {{ {values} }}")
    return "\n".join(lines) + "\n"
