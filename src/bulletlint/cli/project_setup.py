"""What `init` writes: a commented configuration file and the snippet for pre-commit."""

from __future__ import annotations

from pathlib import Path

from bulletlint.config.files import BASELINE_NAME, OWN_NAMES, PYPROJECT, has_table
from bulletlint.core.errors import ConfigError
from bulletlint.core.version import __version__
from bulletlint.core.web_pages import REPOSITORY

CONFIG_TEXT = f"""\
# Settings of bulletlint; `bulletlint config` shows those in force and where each comes from.

# Which reader you write for: ai-pm, technical-ai-pm, general, everyone, portfolio; with auto each page decides.
profile = "auto"

# Findings from this severity on make the run fail: error, warning, info, never.
fail-on = "warning"

# Rules by code, name or family: only these, or not these.
# select = ["BL1", "missing-metric"]
# ignore = ["technique-first"]

# Files that are never read, in the words of .gitignore.
# exclude = ["drafts/", "*-old.md"]

# Terms that no finding may point at.
# never-flag = ["Responsible AI"]

# Folders with rules, lexicons and profiles of your own, relative to this file.
# rule-folders = ["resume-rules"]

# A suppression must say why.
# require-reasons = true

# The file of known findings, which are not reported again; write it with --update-baseline.
# baseline = "{BASELINE_NAME}"

# Number of worker processes, or "auto".
# jobs = "auto"

# [severities]
# missing-fallback = "info"
# cost = "off"

# Words of your own, on top of a shipped list.
# [lexicons]
# verbs-outcome = ["derisk"]

# [per-file."portfolio/*.md"]
# profile = "portfolio"
"""

PRE_COMMIT_SNIPPET = f"""\
repos:
  - repo: {REPOSITORY}
    rev: v{__version__}
    hooks:
      - id: bulletlint
"""


def write_config(folder: Path) -> Path:
    """Write the commented configuration file; raises ConfigError if the folder has one already."""
    for name in (*OWN_NAMES, PYPROJECT):
        path = folder / name
        if path.is_file() and (name != PYPROJECT or has_table(path)):
            raise ConfigError("there is already a configuration; edit it", path=str(path))
    path = folder / OWN_NAMES[0]
    try:
        path.write_text(CONFIG_TEXT, encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            f"cannot be written ({error.strerror}); choose another folder", path=str(path)
        ) from None
    return path
