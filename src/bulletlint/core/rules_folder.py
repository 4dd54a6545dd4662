"""Where the shipped rules, lexicons, evidence patterns and profiles stand."""

from __future__ import annotations

from pathlib import Path


def find_rules_folder() -> Path:
    """Return the shipped `rules` folder: inside the package in a wheel, beside `src` in a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "rules"
    return packaged if packaged.is_dir() else package.parent.parent / "rules"
