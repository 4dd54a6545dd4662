"""Sure fixes of single bullets."""

from __future__ import annotations

import pytest

from bulletlint.core.settings import Settings
from bulletlint.edit.sure_fixes import find_fixes
from bulletlint.lint.linter import Linter
from bulletlint.read import read_bytes
from bulletlint.rewrite.sentence.piece import join_text


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(profile="everyone", rewrites=False))


def fix(linter: Linter, *texts: str, spaces: bool = True) -> list[str | None]:
    """Return what each bullet of a page becomes, None where it stays."""
    source = "# Sam Field\n\n## Experience\n\n" + "".join(f"- {text}\n" for text in texts)
    (document,) = read_bytes(source.encode(), name="cv.md")
    (file,) = linter.lint_documents([document]).files
    rules = linter.rulebook.select_for("cv.md", profile=file.profile)
    fixes = find_fixes(document, file, linter.load_analyser(), rules, spaces=spaces)
    return [join_text(fixes[number]) if number in fixes else None for number in range(len(document.bullets))]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("I launched a help panel for 2M users.", "Launched a help panel for 2M users."),
        ("I successfully launched a help panel.", "Launched a help panel."),
        ("Main result: Successfully renewed 40 contracts.", "Main result: Renewed 40 contracts."),
        ("Successfully launched a loyalty card in 40 stores.", "Launched a loyalty card in 40 stores."),
        ("Launched a loyalty card successfully in 40 stores.", "Launched a loyalty card in 40 stores."),
        ("**Successfully** launched a loyalty card in 40 stores.", "Launched a loyalty card in 40 stores."),
        # A change of who did it, of what is owned, or of the grammar is not sure.
        ("We moved billing to the new cluster.", None),
        ("We cut our costs by 12 %.", None),
        ("Led my team of five to launch.", None),
        ("I was responsible for the rota of four teams.", None),
        ("I have built three booking pages for clinics.", None),
        ("In 2020 I led the launch of a help panel.", None),
        ("Rebuilt our search page for mobile.", None),
        ("I launched a help panel, and we sold it to 40 stores.", None),
        ("I launched a help panel. It grew to 2M users, and I sold it.", None),
        ("Ran Phase I of the trial at our own clinic.", None),
        # Filler that a sentence would break without, or that is no adverb.
        ("Quickly and successfully launched a loyalty card.", None),
        ("Built a best-in-class booking page for clinics.", None),
        ("Results-driven manager of 40 stores.", None),
        # Not a finding at all.
        ("Raised the rate of successful payments from 91 % to 96 %.", None),
        ("Cut disk I/O by 40 % with batched writes.", None),
    ],
)
def test_a_bullet_loses_what_says_nothing(linter: Linter, text: str, fixed: str | None) -> None:
    """And only where no fact and no claim changes."""
    assert fix(linter, text) == [fixed]


@pytest.mark.parametrize(
    ("texts", "fixed"),
    [
        (["Sorted parcels.", "Cut tickets by 22 %.", "Retired a report.", "Moved 14 services"],
         [None, None, None, "Moved 14 services."]),
        (["Sorted parcels", "Cut tickets by 22 %", "Retired a report", "Moved 14 services."],
         [None, None, None, "Moved 14 services"]),
        # Half and half: a full stop is added, for that never takes anything away.
        (["Sorted parcels.", "Cut tickets.", "Retired a (large)", "Wrote \"Up\""],
         [None, None, "Retired a (large).", 'Wrote "Up".']),
        # The point of an abbreviation, an inner sentence, an address.
        (["Sorted parcels", "Cut tickets", "Retired it", "Moved three sites", "Sold to Apple Inc.", "Ran it. Sold it.", "Moved to U.S."],
         [None] * 7),
        (["Sorted parcels.", "Cut tickets.", "Retired it.", "Wrote https://x.org/a", "Ran node.js"],
         [None] * 5),
        # Too few to tell, and those that end in another sign.
        (["Sorted parcels.", "Cut tickets"], [None, None]),
        (["Sorted parcels.", "Cut tickets.", "Retired it.", "Owned four things:", "Ran it."], [None] * 5),
    ],
)  # fmt: skip
def test_bullets_end_alike(linter: Linter, texts: list[str], fixed: list[str | None]) -> None:
    """As most of them do."""
    assert fix(linter, *texts) == fixed


def test_doubled_spaces_become_one(linter: Linter) -> None:
    """Inside a line only; many of them, or a tab, are a column that somebody set."""
    assert fix(linter, "Cut  tickets   by **22  %** in\n  a  year") == ["Cut tickets by 22 % in a year"]
    assert fix(linter, "Cut  tickets by 22 %", spaces=False) == [None]
    assert fix(linter, "Cut tickets by 22 %        Ulm", "Cut tickets\tby 22 %") == [None, None]
    assert fix(linter, "Cut tickets by\n  22 % in a year") == [None]
