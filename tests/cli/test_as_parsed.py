"""`check --as-parsed`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from bulletlint.cli.check import check

SAMPLES = Path(__file__).parents[2] / "samples"


def test_text_instead_of_findings(tmp_path: Path) -> None:
    """Of one file as it is, of several below their names; a file that cannot be read is told, and is exit code 2."""
    one, other = tmp_path / "one.md", tmp_path / "other.md"
    one.write_text("# Work\n- Cut cost by half.\n", encoding="utf-8")
    other.write_text("# Work\n- Led it.\n", encoding="utf-8")
    alone = CliRunner().invoke(check, ["--as-parsed", str(one)])
    assert (alone.exit_code, alone.stdout) == (0, "Work\nCut cost by half.\n")
    both = CliRunner().invoke(check, ["--as-parsed", str(one), str(other), str(tmp_path / "none.md")])
    assert both.exit_code == 2
    assert both.stdout == f"== {one}\nWork\nCut cost by half.\n== {other}\nWork\nLed it.\n"
    assert "no such file" in both.stderr


def test_standard_input() -> None:
    """By the name that is given for it."""
    result = CliRunner().invoke(check, ["--as-parsed", "--stdin-filename", "x.md", "-"], input="# Work\n")
    assert (result.exit_code, result.stdout) == (0, "Work\n")


def test_two_columns_are_read_across() -> None:
    """The sidebar's words stand within the lines of the text, and a rule says so."""
    path = SAMPLES / "templates" / "two_columns.pdf"
    parsed = CliRunner().invoke(check, ["--as-parsed", str(path)])
    assert "TypeScript, SQL" in parsed.stdout
    checked = CliRunner().invoke(
        check, ["--isolated", "--no-cache", "--select", "BL901", "--format", "json", str(path)]
    )
    assert '"BL901"' in checked.stdout
