"""Where the shipped rules, lexicons, evidence patterns and profiles are, and how their files are read."""

from __future__ import annotations

from pathlib import Path

from bulletlint.core.errors import RuleError
from bulletlint.core.regular_file import read_settings_file


def find_rules_folder() -> Path:
    """Return the shipped `rules` folder: inside the package in a wheel, beside `src` in a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "rules"
    return packaged if packaged.is_dir() else package.parent.parent / "rules"


def list_yaml(folder: Path) -> list[Path]:
    """Return the YAML files of a folder, whichever of the two suffixes they have, sorted by name."""
    return _list_files(folder, "*.yaml", "*.yml")


def list_lexicons(folder: Path) -> list[Path]:
    """Return the word lists of a rules folder, sorted by name."""
    return _list_files(folder / "lexicons", "*.txt")


def _list_files(folder: Path, *patterns: str) -> list[Path]:
    # Hidden ones are locks of editors (.#a.yaml leads nowhere) and what macOS keeps beside a file (._a.yaml).
    return sorted(
        path for pattern in patterns for path in folder.glob(pattern) if not path.name.startswith(".")
    )


def find_yaml(folder: Path, name: str) -> Path:
    """Return the YAML file of this name without suffix, whichever of the two suffixes it has, or would have."""
    short = folder / f"{name}.yml"
    path = folder / f"{name}.yaml"
    return short if short.is_file() and not path.is_file() else path


def read_rule_text(path: Path) -> str:
    """Return the text of a file of a rules folder; raises RuleError for one that cannot be read or is not UTF-8."""
    try:
        content = read_settings_file(path)
    except OSError as error:
        raise RuleError(
            f"cannot be read ({error.strerror or error}); check the file", path=str(path)
        ) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RuleError("is not UTF-8; save it as UTF-8", path=str(path), line=line) from None
