"""Write what is generated: `python docs/build.py`.

docs/rules, docs/profiles.md and the JSON Schema of rule files come from the rules; docs/commands.md and docs/man from
the commands.
"""

from __future__ import annotations

import json
from pathlib import Path

from bulletlint.check.score_weights import load_score_weights
from bulletlint.cli import commands
from bulletlint.cli.man_pages import render_man_pages
from bulletlint.cli.reference import render_reference
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.report.profile_docs import render_profiles
from bulletlint.report.rule_docs import render_documents
from bulletlint.rulebook.load import load_rules
from bulletlint.rulebook.profile import load_profile
from bulletlint.rulebook.schema import SCHEMA_VERSION, build_schema

ROOT = Path(__file__).resolve().parent.parent
PROFILES = ("ai-pm", "technical-ai-pm", "general", "everyone", "portfolio")


def build_files() -> dict[Path, str]:
    """Return the text of every generated file by its path."""
    rules = load_rules()
    profiles = [load_profile(name, rules=rules) for name in PROFILES]
    pages = render_documents(rules, profiles)
    schema = ROOT / "src" / "bulletlint" / "schema" / f"rule-{SCHEMA_VERSION}.json"
    return {
        **{ROOT / "docs" / "rules" / name: text for name, text in pages.items()},
        **{ROOT / "docs" / "man" / name: text for name, text in render_man_pages(commands).items()},
        ROOT / "docs" / "commands.md": render_reference(commands),
        ROOT / "docs" / "profiles.md": render_profiles(
            rules, profiles, load_score_weights([find_rules_folder()])
        ),
        schema: json.dumps(build_schema(), ensure_ascii=False, indent=2) + "\n",
    }


def main() -> None:
    """Write the generated files and remove the pages of rules and commands that are gone."""
    files = build_files()
    for folder, pattern in ((ROOT / "docs" / "rules", "*.md"), (ROOT / "docs" / "man", "*.1")):
        folder.mkdir(exist_ok=True)
        for path in folder.glob(pattern):
            if path not in files:
                path.unlink()
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
