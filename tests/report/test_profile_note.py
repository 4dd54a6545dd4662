"""The line that says which profile was taken."""

from __future__ import annotations

from dataclasses import replace

from builders import make_report
from bulletlint.core.finding import FileReport
from bulletlint.report.profile_note import ProfileTally

FILE = make_report().files[0]


def describe(*files: FileReport) -> str:
    tally = ProfileTally()
    for file in files:
        tally.add(file)
    return tally.describe()


def test_one_file_is_told_its_profile_and_the_reason() -> None:
    """Whoever disagrees reads how to choose."""
    assert describe(FILE) == (
        "Profile: ai-pm, because 2 bullets tell of an AI system. Choose another with --profile."
    )


def test_a_profile_that_was_named_needs_no_advice() -> None:
    """Whoever named it knows how."""
    named = replace(FILE, profile="ours", profile_reason="set by --profile", profile_chosen=False)
    assert describe(named) == "Profile: ours, set by --profile."
    assert describe(named, named) == "Profiles: ours (2 files)."


def test_several_files_are_counted_by_profile() -> None:
    """Unreadable files and files without bullets have none."""
    general = replace(FILE, profile="general")
    empty = replace(FILE, bullets=())
    assert describe(FILE, general, general, empty, make_report().files[1]) == (
        "Profiles: ai-pm (1 file), general (2 files), chosen page by page. Choose one for all with --profile."
    )
    assert describe(empty) == ""
