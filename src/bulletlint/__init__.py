"""Read a resume the way a hiring committee for AI product roles does.

The public names load on first use, so that `import bulletlint` costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing's own takes milliseconds in which Ctrl-C would be a traceback
if TYPE_CHECKING:
    from bulletlint.core.errors import BulletlintError, ConfigError, PipelineError, ReadError, RuleError
    from bulletlint.core.finding import BulletReport, FileReport, Finding, Report, Rewrite
    from bulletlint.core.settings import PerFile, Settings
    from bulletlint.core.version import __version__
    from bulletlint.lint.linter import Linter, lint_path, lint_text
    from bulletlint.lint.proving import Proof, prove
    from bulletlint.lint.spacy_pipeline import load

__all__ = [
    "BulletReport",
    "BulletlintError",
    "ConfigError",
    "FileReport",
    "Finding",
    "Linter",
    "PerFile",
    "PipelineError",
    "Proof",
    "ReadError",
    "Report",
    "Rewrite",
    "RuleError",
    "Settings",
    "__version__",
    "lint_path",
    "lint_text",
    "load",
    "prove",
]

_HOMES = {
    **dict.fromkeys(
        ("BulletlintError", "ConfigError", "PipelineError", "ReadError", "RuleError"), "core.errors"
    ),
    **dict.fromkeys(("BulletReport", "FileReport", "Finding", "Report", "Rewrite"), "core.finding"),
    **dict.fromkeys(("Linter", "lint_path", "lint_text"), "lint.linter"),
    **dict.fromkeys(("Proof", "prove"), "lint.proving"),
    **dict.fromkeys(("PerFile", "Settings"), "core.settings"),
    "load": "lint.spacy_pipeline",
    "__version__": "core.version",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module; AttributeError where there is none."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'bulletlint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"bulletlint.{home}"), name)
