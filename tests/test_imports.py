"""What a command imports: the quick ones never touch spaCy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "thinc", "numpy", "requests", "pydantic", "rich", "typer", "markdown_it")
CODE = """\
import sys
from pathlib import Path
sys.argv = ["bulletlint", *{arguments!r}]
try:
    from bulletlint.cli import main
    main()
except SystemExit:
    pass
sys.stderr.write("\\n@ " + " ".join(sorted({{name.split(".")[0] for name in sys.modules}})))
"""


def list_imports(*arguments: str) -> set[str]:
    """Return the top-level modules that a run of the command line has imported."""
    code = CODE.format(arguments=arguments)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.rpartition("\n@ ")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("check", "--help"),
        ("rules",),
        ("explain", "weak-verb"),
        ("explain", "score"),
    ],
    ids=" ".join,
)
def test_commands_about_rules_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """They answer in the time of click and yaml."""
    assert list_imports(*arguments).isdisjoint(HEAVY)


def test_help_does_not_even_import_yaml() -> None:
    """A command's own imports wait until it runs."""
    assert "yaml" not in list_imports("--help")


def test_every_public_name_arrives_on_use() -> None:
    """Settings among them, which needs neither the linter nor spaCy."""
    import bulletlint

    assert [name for name in bulletlint.__all__ if getattr(bulletlint, name, None) is None] == []
    code = (
        "import sys; from bulletlint import PerFile, Settings; print('bulletlint.lint.linter' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_package_alone_imports_nothing() -> None:
    """`import bulletlint` is free; the names arrive on use."""
    code = "import sys, bulletlint; print([name for name in sys.modules if name.startswith('bulletlint')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['bulletlint']" or "__editable__" in done.stdout


def test_every_public_name_is_there() -> None:
    """`__all__` promises nothing that does not come; a wrong name is an AttributeError."""
    import bulletlint

    for name in bulletlint.__all__:
        assert getattr(bulletlint, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'lint_txt'"):
        bulletlint.lint_txt  # noqa: B018


def test_a_fully_cached_check_imports_neither_spacy_nor_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor any reader: the second run over an unchanged file reads its bytes and nothing else."""
    monkeypatch.setenv("BULLETLINT_CACHE_DIR", str(tmp_path / "cache"))
    resume = tmp_path / "resume.md"
    resume.write_text("# Experience\n\n- Built a cache for search.\n", encoding="utf-8")
    first = list_imports("check", str(resume))
    assert {"spacy", "yaml"} <= first
    assert list_imports("check", str(resume)).isdisjoint({*HEAVY, "yaml"})
