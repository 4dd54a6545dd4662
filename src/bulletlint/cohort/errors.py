"""What stops a cohort: an output folder, a table or a list that cannot be used."""

from __future__ import annotations

from bulletlint.core.errors import BulletlintError


class CohortError(BulletlintError):
    """An output folder, a table of it or the centre's list is wrong; the line says how to fix it."""
