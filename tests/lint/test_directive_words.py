"""The words of one comment: directives, what was meant for one, and what is about something else."""

from __future__ import annotations

import pytest

from bulletlint.core.settings import Settings
from bulletlint.lint.directive_words import Written, find_correction, may_be_directive, read_directive
from bulletlint.rulebook.rulebook import load_rulebook

NAMES = load_rulebook(Settings()).list_names()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("bulletlint: ignore BL301 secret", Written("ignore", ("BL301",), "secret")),
        ("Bulletlint: Ignore bl301 secret", Written("ignore", ("bl301",), "secret")),
        ("bulletlint: ignore cost, style said elsewhere", Written("ignore", ("cost", "style"), "said elsewhere")),
        ("bulletlint: ignore BL301 cost is confidential", Written("ignore", ("BL301",), "cost is confidential")),
        ("bulletlint: ignore BL301 XY999 secret", Written("ignore", ("BL301", "XY999"), "secret")),
        ("bulletlint-disable BL3", Written("off", ("BL3",), "")),
        ("bulletlint-disable-line missing-cost: secret", Written("ignore", ("missing-cost",), "secret")),
        ("bulletlint-disable-next-line BL301 -- secret", Written("ignore-next", ("BL301",), "secret")),
        ("bulletlint-enable", Written("on", (), "")),
        ("bulletlint: disable BL3", Written("off", ("BL3",), "")),
        ("bulletlint: ignroe BL301", Written("ignroe", ("BL301",), "")),
        ("checked with bulletlint: all fine", None),
        ("bulletlint-disabled in June", None),
    ],
)  # fmt: skip
def test_a_directive_has_a_verb_rules_and_a_reason(text: str, written: Written | None) -> None:
    """In any case of letters; the words of ESLint mean the same as ours."""
    assert read_directive(text, NAMES) == written


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("bulletlint-ignore BL301", ("bulletlint-ignore", "bulletlint: ignore BL301")),
        ("bulletlint-ignore-next weak-verb", ("bulletlint-ignore-next", "bulletlint: ignore-next weak-verb")),
        ("bulletlint ignore missing-cost secret", ("bulletlint ignore", "bulletlint: ignore missing-cost")),
        ("bulletlint off", ("bulletlint off", "bulletlint: off")),
        ("bulletlint-ignore", ("bulletlint-ignore", "bulletlint: ignore RULE")),
        ("bulletlint-ignore-next", ("bulletlint-ignore-next", "bulletlint: ignore-next RULE")),
        ("bullet-lint: ignore BL301", ("bullet-lint: ignore", "bulletlint: ignore BL301")),
        ("bulltlint: ignore BL301", ("bulltlint: ignore", "bulletlint: ignore BL301")),
        ("bulletlinter: ingore BL3", ("bulletlinter: ingore", "bulletlint: ignore BL3")),
        ("bulletlint-disable-next BL301", ("bulletlint-disable-next", "bulletlint: ignore-next BL301")),
        ("eslint-disable", ("eslint-disable", "bulletlint: off")),
        ("eslint-disable-next-line BL301", ("eslint-disable-next-line", "bulletlint: ignore-next BL301")),
        ("markdownlint-disable weak-verb", ("markdownlint-disable", "bulletlint: off weak-verb")),
        ("noqa: BL301", ("noqa", "bulletlint: ignore BL301")),
        ("pylint: disable=BL301,BL401", ("pylint: disable", "bulletlint: off BL301, BL401")),
        ("NOLINT(weak-verb)", ("NOLINT", "bulletlint: ignore weak-verb")),
        ("prettier-ignore BL301", ("prettier-ignore", "bulletlint: ignore BL301")),
        ("ignore BL301 said elsewhere", ("ignore", "bulletlint: ignore BL301")),
        ("bulletlint -- ignore BL301", ("bulletlint -- ignore", "bulletlint: ignore BL301")),
        ("prettier-ignore", None),
        ("disable cost tracking", None),
        ("TODO: ignore this for now", None),
        ("eslint-disable no-console", None),
        ("markdownlint-disable MD013", None),
        ("noqa", None),
        ("bulletlint on GitHub finds it", None),
        ("bulletlint ignores the skills below", None),
        ("bulletlint - on every commit", None),
        ("run bulletlint before you push", None),
        ("bullet points: ignore the order", None),
        ("linted on Monday", None),
        ("built in: off hours", None),
        ("Bulletlint Ignore BL301", ("Bulletlint Ignore", "bulletlint: ignore BL301")),
        ("bulltlint: ignore\nBL301\nsince then", ("bulltlint: ignore", "bulletlint: ignore BL301")),
        ("bulltlint: ignore XY123", ("bulltlint: ignore", "bulletlint: ignore XY123")),
        ("bulltlint: ignore all that", None),
    ],
)  # fmt: skip
def test_a_comment_that_does_nothing_is_told_from_one_that_is_about_something_else(
    text: str, correction: tuple[str, str] | None
) -> None:
    """A misspelt directive, or one to another linter that names our rules, is answered with what was meant."""
    assert read_directive(text, NAMES) is None
    assert find_correction(text, NAMES) == correction
    assert may_be_directive(text) or correction is None


def test_a_name_with_a_digit_is_no_word_of_a_reason() -> None:
    """Rules of one's own may have such names."""
    names = {**NAMES, "web2": ("XY101",)}
    written = read_directive("bulletlint: ignore BL301 web2 said elsewhere", names)
    assert written == Written("ignore", ("BL301", "web2"), "said elsewhere")
