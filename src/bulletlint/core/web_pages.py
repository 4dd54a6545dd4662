"""Where the pages of the shipped rules are on the web; nothing here opens them."""

from __future__ import annotations

from functools import cache

from bulletlint.core.rules_folder import find_rules_folder, find_yaml
from bulletlint.core.version import __version__

REPOSITORY = "https://github.com/bulletlint/bulletlint"


@cache
def find_page_url(rule: str) -> str | None:
    """Return the address of the page of a rule, by its name, as of this version; None for a rule of the user's own."""
    if not find_yaml(find_rules_folder(), rule).is_file():
        return None
    return f"{REPOSITORY}/blob/v{__version__}/docs/rules/{rule}.md"
