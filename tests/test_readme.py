"""What the READMEs tell a reader to do works, and where they point there is something."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from docgen.style.load import style_names
from tests.cases.unit.making import ROOT

READMES = ("README.md", "README.zh-CN.md")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
DOCGEN = re.compile(r"^(?:\S*/)?(?:python3? -m )?docgen( .*)?$")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def text_of(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


def lines(readme: str) -> list[str]:
    """Return the lines of the shell blocks, continuations joined."""
    blocks = [body for language, body in FENCE.findall(text_of(readme)) if language == "sh"]
    joined = "".join(blocks).replace("\\\n", " ")
    return [line.partition(" # ")[0].strip() for line in joined.splitlines() if line.strip()]


def commands() -> list[str]:
    """Return the arguments of every docgen command, each once."""
    found = [match[1] for name in READMES for line in lines(name) if (match := DOCGEN.match(line))]
    return list(dict.fromkeys((arguments or "").strip() for arguments in found))


GUIDES = ("docs/new-issuer.md", "docs/new-issuer.en.md")


def test_the_guide_for_new_issuers_says_the_same_in_both_languages() -> None:
    chinese, english = (FENCE.findall(text_of(guide)) for guide in GUIDES)
    # What is not Chinese in a snippet is the same in the other; comments may be translated.
    assert [language for language, _ in chinese] == [language for language, _ in english]
    assert lines(GUIDES[0]) == lines(GUIDES[1])


def test_the_guides_commands_work_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    for line in lines(GUIDES[0]):
        match = DOCGEN.match(line)
        assert match, line
        command = [sys.executable, "-P", "-m", "docgen", *(match[1] or "").split()]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            command, check=False, cwd=tmp_path, env=environment, capture_output=True
        )
        assert done.returncode == 0, (line, done.stderr.decode())


def headings(path: Path) -> set[str]:
    """Return the anchors of a Markdown file's headings, as GitHub makes them."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ +(.+?) *$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a reader's commands may touch."""
    folder = tmp_path_factory.mktemp("reader")
    for name in ("samples", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "docgen" / "styles", folder / "docgen" / "styles")
    (folder / "bin").mkdir()
    shell = folder / "bin" / "docgen"
    shell.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m docgen "$@"\n')
    shell.chmod(0o755)
    # What `make sample` has left there.
    done = reader_runs("render samples/lichuan-bearing --style luoyang -q", folder)
    assert done.returncode == 0, done.stderr
    return folder


def reader_runs(arguments: str, scratch: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", f"docgen {arguments}"],
        cwd=scratch,
        env=os.environ | {"PATH": f"{scratch / 'bin'}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_readmes_show_how_to_use_docgen() -> None:
    for readme in READMES:
        assert any(DOCGEN.match(line) for line in lines(readme)), readme


@pytest.mark.parametrize("arguments", commands())
def test_a_command_of_the_readmes_works(arguments: str, scratch: Path) -> None:
    done = reader_runs(arguments, scratch)
    if arguments == "doctor" and "subsetter-missing" in done.stderr:
        pytest.skip("this machine lacks what the doctor asks for")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("readme", READMES)
def test_every_make_target_named_is_one_of_the_makefiles(readme: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([\w-]+):(?!=)", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([\w-]+)", text_of(readme), re.MULTILINE))
    assert named
    assert named <= targets


@pytest.mark.parametrize("readme", READMES)
def test_every_link_leads_to_a_file_and_its_heading(readme: str) -> None:
    prose = CODE.sub("", FENCE.sub("", text_of(readme)))
    links = [unquote(link) for link in LINK.findall(prose)]
    inside = [link for link in links if not re.match(r"\w+:", link)]
    assert inside
    for link in inside:
        name, _, anchor = link.partition("#")
        path = ROOT / (name or readme)
        assert path.exists(), link
        if anchor and path.suffix == ".md":
            assert anchor in headings(path), link


@pytest.mark.parametrize("readme", READMES)
def test_the_styles_named_exist(readme: str) -> None:
    named = set(re.findall(r"--style ([a-z][a-z-]*)(?![\w/])", text_of(readme)))
    assert named
    assert named <= set(style_names())


@pytest.mark.parametrize("readme", READMES)
def test_the_folders_and_files_named_in_the_tables_exist(readme: str) -> None:
    for path in re.findall(r"^\| `([\w./-]+/)`", text_of(readme), re.MULTILINE):
        assert (ROOT / path).is_dir(), path


def test_the_fields_of_the_manual_are_the_cases() -> None:
    from docgen.case.fields import field_names
    from docgen.case.figures import YearFigures
    from docgen.case.model import Company, Contact

    manual = text_of("README.zh-CN.md")
    for model in (Company, Contact, YearFigures):
        for name in field_names(model):
            assert f"`{name}" in manual, name
