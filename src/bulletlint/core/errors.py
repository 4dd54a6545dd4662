"""The one family of errors that reaches a user, always as a single line."""

from __future__ import annotations

from bulletlint.core.visible import show_line


class BulletlintError(Exception):
    """Something that stops a file or the run; the text is the line that the user reads.

    `path` and `line` (1-based) say where; `exit_code` is what a run that met it ends with.
    """

    exit_code = 2

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.path = path
        self.line = line
        super().__init__(message)

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        return show_line(f"{where}: {self.message}" if where else self.message)


class ReadError(BulletlintError):
    """A resume could not be read; the other files go on."""


class ConfigError(BulletlintError):
    """A setting is unknown, duplicate or of the wrong type."""


class RuleError(BulletlintError):
    """A rule file, lexicon or evidence file is wrong."""


class PipelineError(BulletlintError):
    """The spaCy pipeline is missing, or lacks what the rules need."""


def describe_failure(error: Exception) -> str:
    """Return one line about an error that is ours and not the user's."""
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return show_line(f"bulletlint itself failed ({reason}); BULLETLINT_DEBUG=1 shows where")
