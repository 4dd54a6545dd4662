"""What the site adds to the pages of docs/: README.md as its first page, and links that lead out of the folder.

mkdocs calls `on_files` and `on_page_markdown` (mkdocs.yml).
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
#: The target of a link, but for one that has a scheme or stays on its page.
_TARGET = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)\s#]+)(#[^)\s]*)?(?=\))")
#: Where a file of the repository is shown.
_SHOWN = "/blob/main/"


def on_files(files: Any, *, config: Any) -> Any:
    """Add README.md as the first page."""
    from mkdocs.structure.files import File

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    files.append(File.generated(config, "index.md", content=move_links(text, "README.md", config.repo_url)))
    return files


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> str:
    """Return a page of docs/ whose links lead somewhere on the site, too."""
    path = page.file.src_uri
    return markdown if path == "index.md" else move_links(markdown, f"docs/{path}", config.repo_url)


def move_links(text: str, path: str, repository: str) -> str:
    """Return the text of a file of the repository as a page of the site.

    A link to a page of docs/ stays one, any other link within the repository leads to where that is shown.
    """
    folder = PurePosixPath(path).parent

    def move(match: re.Match[str]) -> str:
        target, anchor = match[1], match[2] or ""
        found = normpath((folder / target).as_posix())
        if found.startswith("docs/") and (found.endswith(".md") or (ROOT / found / "README.md").is_file()):
            page = target.removeprefix("docs/") if path == "README.md" else target
            return page + anchor
        return repository + _SHOWN + found + anchor

    return _TARGET.sub(move, text)
