"""The line of a report that says which profile was taken, why, and how to choose another."""

from __future__ import annotations

from collections import Counter

from bulletlint.core.finding import FileReport
from bulletlint.core.wording import count


class ProfileTally:
    """Which profiles the files of a run were read with; a file without bullets is left out."""

    def __init__(self) -> None:
        self._files: Counter[str] = Counter()
        self._reason = ""
        self._chosen = False

    def add(self, file: FileReport) -> None:
        """Count a file."""
        if file.profile and not all(bullet.foreign for bullet in file.bullets):
            self._files[file.profile] += 1
            self._reason = file.profile_reason
            self._chosen = self._chosen or file.profile_chosen

    def describe(self) -> str:
        """Return the line, "" if no file with bullets was read."""
        if not self._files:
            return ""
        if self._files.total() == 1:
            (name,) = self._files
            if not self._chosen:
                return f"Profile: {name}, {self._reason}."
            return f"Profile: {name}, because {self._reason}. Choose another with --profile."
        said = ", ".join(f"{name} ({count(number, 'file')})" for name, number in sorted(self._files.items()))
        if not self._chosen:
            return f"Profiles: {said}."
        return f"Profiles: {said}, chosen page by page. Choose one for all with --profile."
