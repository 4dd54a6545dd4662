"""Addresses of the rules' pages."""

from __future__ import annotations

from pathlib import Path

from bulletlint.core.rules_folder import find_rules_folder, list_yaml
from bulletlint.core.version import __version__
from bulletlint.core.web_pages import REPOSITORY, find_page_url

ROOT = Path(__file__).parents[2]


def test_every_shipped_rule_has_a_page() -> None:
    """At the version that is installed."""
    head = f"{REPOSITORY}/blob/v{__version__}/"
    for path in list_yaml(find_rules_folder()):
        url = find_page_url(path.stem)
        assert url is not None
        assert url.startswith(head)
        assert (ROOT / url.removeprefix(head)).is_file()


def test_a_rule_of_ones_own_has_none() -> None:
    """Nor has what no rule file can be called."""
    assert find_page_url("my-own-rule") is None
    assert find_page_url("") is None
