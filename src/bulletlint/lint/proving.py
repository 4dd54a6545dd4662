"""Is a rewrite true to its bullet? What is new in it, what is lost, and which rules it passes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletlint.core.settings import DEFAULT_PROFILE, Settings

if TYPE_CHECKING:
    from bulletlint.lint.linter import Linter


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found of a rewrite, its blanks ⟨…⟩ filled with likely answers where rules read it.

    `new` are words, figures and names that the bullet does not have, `lost` those that the rewrite lacks. `answered`
    are rules that the bullet broke and the rewrite keeps, `left` those that both break, `broken` those that only the
    rewrite breaks.
    """

    new: tuple[str, ...]
    lost: tuple[str, ...]
    answered: tuple[str, ...]
    left: tuple[str, ...]
    broken: tuple[str, ...]

    @property
    def is_faithful(self) -> bool:
        """Tell whether nothing was invented and nothing lost."""
        return not self.new and not self.lost

    @property
    def holds(self) -> bool:
        """Tell whether the rewrite is faithful and breaks no rule that the bullet kept."""
        return self.is_faithful and not self.broken


def prove(original: str, rewrite: str, *, profile: str = DEFAULT_PROFILE) -> Proof:
    """Compare a rewrite of one bullet with the bullet, whoever wrote it; raises BulletlintError for a wrong profile."""
    from bulletlint.lint.linter import Linter

    return prove_rewrite(Linter(Settings(profile=profile, rewrites=False)), original, rewrite)


def prove_rewrite(linter: Linter, original: str, rewrite: str) -> Proof:
    """Compare a rewrite of one bullet with the bullet, by the rules of a linter."""
    from bulletlint.rewrite import load_wordings
    from bulletlint.rewrite.filled import fill_likely
    from bulletlint.rewrite.proposal import find_changes, read_proposal

    analyser = linter.load_analyser()
    words = analyser.words
    assert words is not None
    wordings = analyser.wordings or load_wordings(linter.rulebook.folders, words)
    proposed = read_proposal(original, rewrite)
    changes = find_changes(proposed, original, words, wordings)
    before, after = name_findings(linter, original, fill_likely(proposed))
    return Proof(
        changes.new,
        changes.lost,
        answered=tuple(sorted(before - after)),
        left=tuple(sorted(before & after)),
        broken=tuple(sorted(after - before)),
    )


def name_findings(linter: Linter, *texts: str) -> list[set[str]]:
    """Return the names of the rules that each of some bullets breaks, all of them by the profile of one page."""
    report = linter.lint_text("".join(f"- {text}\n" for text in texts), format="markdown")
    bullets = [bullet for file in report.files for bullet in file.bullets]
    if len(bullets) != len(texts) and len(texts) > 1:  # one of them is no bullet, or takes in the next one
        return [names for text in texts for names in name_findings(linter, text)]
    names = [{name for finding in bullet.findings for name in finding.rules} for bullet in bullets]
    return names or [set() for _ in texts]
