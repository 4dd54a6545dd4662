"""The configuration file that counts, read as nodes that know their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.config.files import (
    find_config_file,
    find_shared_folder,
    has_table,
    make_source,
    read_config_file,
    shorten_path,
)
from bulletlint.core.errors import ConfigError
from bulletlint.core.strict_yaml import Node, Source


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearest_file_upwards_of_the_paths_counts(folder: Path) -> None:
    """From the folder that the paths share; without paths from the current one; a foreign pyproject is passed over."""
    inner = folder / "a" / "b"
    inner.mkdir(parents=True)
    (folder / ".bulletlint.toml").write_text("", encoding="utf-8")
    (inner / ".bulletlint.yaml").write_text("", encoding="utf-8")
    (folder / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert find_config_file() == folder / ".bulletlint.toml"
    assert find_config_file(["-"]) == folder / ".bulletlint.toml"
    assert find_config_file(["a/b/resume.md"]) == inner / ".bulletlint.yaml"
    assert find_config_file(["a/b/resume.md", "a/x.md"]) == folder / ".bulletlint.toml"
    assert find_config_file(["a/b"]) == inner / ".bulletlint.yaml"


@pytest.mark.parametrize("name", ["bulletlint.toml", "bulletlint.yaml", ".bulletlint.yml"])
def test_the_name_may_do_without_its_dot(folder: Path, name: str) -> None:
    """Two of them are still one too many."""
    (folder / name).write_text("", encoding="utf-8")
    assert find_config_file() == folder / name
    (folder / ".bulletlint.toml").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="is in the same folder; keep one of the two$"):
        find_config_file()


def test_two_files_in_one_folder_are_refused(folder: Path) -> None:
    """Which one was meant would be a guess."""
    (folder / ".bulletlint.toml").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.bulletlint]\n", encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"pyproject\.toml: \.bulletlint\.toml is in the same folder; keep one of the two$"
    ):
        find_config_file()


@pytest.mark.parametrize(
    ("paths", "shared"),
    [
        ((), "."),
        (("-",), "."),
        (("a/b/x.md",), "a/b"),
        (("a/b",), "a/b"),
        (("a/b/x.md", "a/c/y.md", "-"), "a"),
        (("a/b/../c/y.md",), "a/c"),
    ],
)
def test_paths_share_a_folder(folder: Path, paths: tuple[str, ...], shared: str) -> None:
    """Standard input has none, a file stands for the folder that it is in."""
    (folder / "a" / "b").mkdir(parents=True)
    assert find_shared_folder(paths) == folder / shared


def test_a_path_is_shortened_below_the_current_folder_only(folder: Path) -> None:
    """What lies elsewhere keeps its whole path, since dots would tell nobody where it is."""
    assert shorten_path(folder / "a" / "x.toml") == "a/x.toml"
    assert shorten_path(folder.parent / "x.toml") == str(folder.parent / "x.toml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.bulletlint]\n", True),
        ("x = 1\n  [ tool . bulletlint.severities ]\n", True),
        ("[tool.bulletlinter]\n", False),
        ("# [tool.bulletlint]\n", False),
    ],
)
def test_a_pyproject_counts_with_its_table(folder: Path, text: str, expected: bool) -> None:
    """The table is looked for without reading TOML, so that a broken file of another tool's stops nothing."""
    path = folder / "pyproject.toml"
    path.write_text(text, encoding="utf-8")
    assert has_table(path) is expected
    assert has_table(folder / "gone.toml") is False


@pytest.mark.parametrize(
    ("name", "notation"), [("a.toml", "toml"), ("a.yaml", "yaml"), ("a.yml", "yaml"), ("a.cfg", "toml")]
)
def test_advice_is_in_the_notation_of_the_file(folder: Path, name: str, notation: str) -> None:
    """The suffix tells the notation; anything but YAML is TOML."""
    assert make_source(folder / name) == Source(name, ConfigError, notation)  # type: ignore[arg-type]


def test_toml_becomes_nodes_with_their_lines(folder: Path) -> None:
    """Each key has its own line, also in quotes, with dots and in a table; the entries of a list have the line of their key."""
    path = folder / "a.toml"
    path.write_text(
        'profile = "x"\n\n"fail-on" = "error"\nselect = [\n  "BL1",\n]\n[severities]\n# weak-verb\nweak-verb = "off"\n'
        '[per-file."*.md"]\nignore = []\nsince = 2020-01-01\n',
        encoding="utf-8",
    )
    assert read_config_file(path) == Node(
        {
            "profile": Node("x", 1),
            "fail-on": Node("error", 3),
            "select": Node([Node("BL1", 4)], 4),
            "severities": Node({"weak-verb": Node("off", 9)}, 7),
            "per-file": Node(
                {"*.md": Node({"ignore": Node([], 11), "since": Node("2020-01-01", 12)}, 10)}, 10
            ),
        },
        1,
    )


def test_a_pyproject_gives_its_own_table(folder: Path) -> None:
    """What other tools have there is not looked at; without the table there are no settings."""
    path = folder / "pyproject.toml"
    path.write_text('[tool.other]\nprofile = 1\n[tool.bulletlint]\nprofile = "x"\n', encoding="utf-8")
    assert list(read_config_file(path).value or ()) == ["profile"]
    path.write_text("tool = 3\n", encoding="utf-8")
    assert read_config_file(path) == Node({}, 1)


def test_yaml_becomes_nodes_with_their_lines(folder: Path) -> None:
    """YAML is read as strictly as rules are."""
    path = folder / "a.yml"
    path.write_text("\nprofile: x\nselect: [no]\n", encoding="utf-8")
    assert read_config_file(path) == Node({"profile": Node("x", 2), "select": Node([Node("no", 3)], 3)}, 2)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.toml", b"x = 1\ny = \n", "a.toml:2: invalid TOML (Invalid value); "),
        (
            "a.toml",
            b"x = " + b"[" * 5000 + b"]" * 5000,
            "a.toml: invalid TOML (nested too deeply); fix the file",
        ),
        ("a.toml", b"x" + b".x" * 3000 + b" = 1", "a.toml: invalid TOML (nested too deeply); fix the file"),
        ("a.yaml", b"x: 1\nx: 2\n", "a.yaml:2: duplicate key `x`; keep one"),
        ("a.toml", b"\xff", "a.toml: is not UTF-8; save it as UTF-8"),
        ("gone.toml", None, "gone.toml: cannot be read (No such file or directory)"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    folder: Path, name: str, content: bytes | None, message: str
) -> None:
    """The line names the file, its line where there is one, and what to do."""
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        read_config_file(folder / name)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "has"),
    [
        ("\ufeff[tool.bulletlint]\nprofile = 'general'\n", True),
        ("[tool]\nbulletlint.profile = 'general'\n", True),
        ("tool.bulletlint.profile = 'general'\n", True),
        ("['tool'.\"bulletlint\"]\nprofile = 'general'\n", True),
        ("[tool]\nbulletlint = {profile = 'general'}\n", True),
        ("[project]\ndependencies = ['bulletlint']\n", False),
        ("[tool.bulletlinter]\nprofile = 'general'\n[other]\nx = 'bulletlint'\n", False),
        ("bulletlint = \n", False),
    ],
)
def test_a_table_is_one_in_every_spelling_of_toml(folder: Path, content: str, has: bool) -> None:
    """A pyproject.toml of others, or one that is no TOML and does not name us, is passed over."""
    path = folder / "pyproject.toml"
    path.write_text(content, encoding="utf-8")
    assert find_config_file([str(folder)]) == (path if has else None)
    if has:
        (value,) = read_config_file(path).value.values()  # type: ignore[union-attr]
        assert value.value == "general"


def test_a_table_in_utf_16_is_not_passed_over(folder: Path) -> None:
    """PowerShell writes so; the error then says what to do."""
    path = folder / "pyproject.toml"
    path.write_bytes("[tool.bulletlint]\nignore = []\n".encode("utf-16"))
    assert has_table(path)
    with pytest.raises(ConfigError, match="is not UTF-8; save it as UTF-8"):
        read_config_file(path)
