"""Manual pages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click
import pytest

from bulletlint.cli import commands
from bulletlint.cli.man_pages import escape, render_man_pages

FOLDER = Path(__file__).parents[2] / "docs" / "man"
PAGES = render_man_pages(commands)


def test_every_command_has_a_page_that_is_up_to_date() -> None:
    """`python docs/build.py` writes them again."""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == PAGES
    assert set(PAGES) == {"bulletlint.1", *(f"bulletlint-{name}.1" for name in commands.commands)}


def test_a_page_names_every_option() -> None:
    """Those of its command."""
    for name, command in commands.commands.items():
        page = PAGES[f"bulletlint-{name}.1"].replace("\\-", "-")
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert [word for word in parameter.opts if word not in page] == []


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        (".TH x", r"\&.TH x"),
        ("'a", r"\&'a"),
        ("a\\b --c", r"a\eb \-\-c"),
        ("A … → B", r"A ... \(-> B"),
    ],
)
def test_no_text_is_a_command_of_roff(text: str, escaped: str) -> None:
    """A dash is one that can be copied."""
    assert escape(text) == escaped


def test_no_line_begins_with_a_command_by_chance() -> None:
    """Only those that are meant do."""
    known = {".TH", ".SH", ".TP", ".PP", ".B"}
    words = {
        line.split()[0]
        for page in PAGES.values()
        for line in page.splitlines()
        if line.startswith((".", "'"))
    }
    assert words <= known


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("name", ["bulletlint.1", "bulletlint-check.1"])
def test_groff_has_nothing_to_say(name: str) -> None:
    """The page is shown, and no warning."""
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-K", "utf-8"],
        input=PAGES[name].encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    shown = done.stdout.decode()
    assert "--fail-on" in shown
    assert "bulletlint" in shown
