"""What to say where a command needs a package that only an extra brings."""

from __future__ import annotations

from typing import NoReturn

from bulletlint.core.errors import ConfigError


def refuse_without(extra: str, error: ImportError, *, asked: str | None = None) -> NoReturn:
    """Raise the error that says which extra is missing for what was asked; one about our own modules as it is."""
    if (error.name or "").startswith("bulletlint"):
        raise error
    raise ConfigError(
        f"`{asked or extra}` needs {error.name or 'a package'}, which is not installed; "
        f'run: pip install "bulletlint[{extra}]"'
    ) from None
