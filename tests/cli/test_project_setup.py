"""What `init` writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.cli.project_setup import CONFIG_TEXT, write_config
from bulletlint.config.merge import load_settings
from bulletlint.core.errors import ConfigError
from bulletlint.core.settings import Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_writes_a_file_that_loads_as_the_defaults(folder: Path) -> None:
    """Commented out is every key that it does not set, and each of them is one that there is."""
    assert load_settings(config_file=str(write_config(folder)), isolated=False, given={}) == Settings(
        root=folder
    )
    with pytest.raises(ConfigError, match="there is already a configuration"):
        write_config(folder)
    lines = [
        line.removeprefix("# ") for line in CONFIG_TEXT.splitlines() if "=" in line or line.startswith("# [")
    ]
    (folder / ".bulletlint.toml").unlink()
    (folder / "resume-rules").mkdir()
    (folder / "full.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert load_settings(config_file="full.toml", isolated=False, given={}).never_flag == ("Responsible AI",)


@pytest.mark.parametrize(
    ("name", "text", "refused"),
    [
        (".bulletlint.yml", "", True),
        ("pyproject.toml", "[tool.bulletlint]\n", True),
        ("pyproject.toml", "[tool.other]\n", False),
    ],
)
def test_a_configuration_of_any_name_is_kept(folder: Path, name: str, text: str, refused: bool) -> None:
    """A pyproject.toml counts only where it has a table for bulletlint."""
    (folder / name).write_text(text, encoding="utf-8")
    if refused:
        with pytest.raises(ConfigError, match=r"there is already a configuration; edit it$"):
            write_config(folder)
    else:
        write_config(folder)
    assert (folder / ".bulletlint.toml").exists() is not refused


def test_a_folder_that_cannot_be_written_is_one_line(folder: Path) -> None:
    """The line names the file and says why."""
    with pytest.raises(
        ConfigError,
        match=r"gone/\.bulletlint\.toml: cannot be written \(No such file or directory\); choose another folder$",
    ):
        write_config(folder / "gone")
