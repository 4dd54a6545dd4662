"""The site of docs/: every page is on it and in the README, every link leads somewhere."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PAGES = sorted(path.name for path in (ROOT / "docs").glob("*.md"))


@pytest.fixture(scope="module")
def site() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_site", ROOT / "docs" / "site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_menu() -> list[str]:
    """Return the pages of the site's menu."""
    menu = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    return [
        page
        for entry in menu
        for value in entry.values()
        for page in (
            [value] if isinstance(value, str) else [name for item in value for name in item.values()]
        )
    ]


def test_every_page_is_in_the_menu_and_in_the_readme() -> None:
    """The pages of the rules stand in a list of their own."""
    assert sorted(read_menu()) == sorted([*PAGES, "index.md", "rules/README.md"])
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page for page in PAGES if f"(docs/{page})" not in readme] == []


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "CONTRIBUTING.md",
        *(str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs").rglob("*.md"))),
    ],
)
def test_every_link_leads_to_a_file(path: str) -> None:
    """Within the repository, seen from the page that it stands on."""
    text = (ROOT / path).read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    targets = re.findall(r"\]\((?![a-z]+:|#)([^)\s#]+)", prose)
    assert [target for target in targets if not ((ROOT / path).parent / target).exists()] == []


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("README.md", "[a](docs/ci.md) [b](docs/rules/README.md#x)", "[a](ci.md) [b](rules/README.md#x)"),
        ("README.md", "[a](rules/) [b](CHANGELOG.md)", "[a](R/blob/main/rules) [b](R/blob/main/CHANGELOG.md)"),
        ("docs/agents.md", "[a](../rules/reading/instructions.txt)", "[a](R/blob/main/rules/reading/instructions.txt)"),
        ("docs/agents.md", "[a](ci.md#gitlab) [b](#here) [c](https://a.b/c.md)", "[a](ci.md#gitlab) [b](#here) [c](https://a.b/c.md)"),
        ("docs/rules/filler.md", "[a](../rubric.md) [b](README.md)", "[a](../rubric.md) [b](README.md)"),
    ],
)  # fmt: skip
def test_a_link_that_leaves_docs_leads_to_the_repository(
    site: ModuleType, path: str, text: str, expected: str
) -> None:
    """All others stay on the site."""
    assert site.move_links(text, path, "R") == expected


@pytest.mark.slow
def test_the_site_is_built(tmp_path: Path) -> None:
    """By one command, without a warning, and nothing in it comes from elsewhere."""
    pytest.importorskip("mkdocs", reason='needs pip install -e ".[docs]"')
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > len(PAGES)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"""<(?:script|img)[^>]*src=["']https?:|<link[^>]*href=["']https?:""", text)
