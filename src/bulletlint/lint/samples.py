"""A resume in each text format round given bullets, to prove that a bullet arrives whole from all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape


def wrap_bullets(bullets: Sequence[str], format: str) -> str:
    """Return a resume in a format of WRAPPERS, with the bullets under one job."""
    return WRAPPERS[format](bullets)


def _wrap_markdown(bullets: Sequence[str]) -> str:
    escaped = [_escape(bullet, "\\`*_[]<>#|~") for bullet in bullets]
    return "# Sam Field\n\n## Experience\n\n### Acme\n\n" + "".join(f"- {bullet}\n" for bullet in escaped)


def _wrap_plain(bullets: Sequence[str]) -> str:
    return "Sam Field\n\nEXPERIENCE\n\nAcme\n" + "".join(f"• {bullet}\n" for bullet in bullets)


def _wrap_html(bullets: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(bullet)}</li>\n" for bullet in bullets)
    return f"<!DOCTYPE html>\n<html><body><h1>Sam Field</h1><h2>Experience</h2>\n<ul>\n{items}</ul></body></html>\n"


def _wrap_latex(bullets: Sequence[str]) -> str:
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    escaped = [
        "".join(special.get(char, "\\" + char if char in "&%$#_{}" else char) for char in bullet)
        for bullet in bullets
    ]
    items = "".join(f"  \\item {bullet}\n" for bullet in escaped)
    head = "\\documentclass{article}\n\\begin{document}\n\\section{Experience}\n"
    return f"{head}\\begin{{itemize}}\n{items}\\end{{itemize}}\n\\end{{document}}\n"


def _wrap_json(bullets: Sequence[str]) -> str:
    escaped = [_escape(bullet, "\\`*_[]<>~") for bullet in bullets]
    resume = {"basics": {"name": "Sam Field"}, "work": [{"name": "Acme", "highlights": escaped}]}
    return json.dumps(resume, ensure_ascii=False, indent=2) + "\n"


def _wrap_yaml(bullets: Sequence[str]) -> str:
    escaped = [json.dumps(_escape(bullet, "\\`*_[]<>~"), ensure_ascii=False) for bullet in bullets]
    items = "".join(f"          - {bullet}\n" for bullet in escaped)
    return f"cv:\n  name: Sam Field\n  sections:\n    experience:\n      - company: Acme\n        highlights:\n{items}"


def _wrap_rst(bullets: Sequence[str]) -> str:
    escaped = [_escape(bullet, "\\`*_|") for bullet in bullets]
    return "Sam Field\n=========\n\nExperience\n----------\n\n" + "".join(
        f"- {bullet}\n" for bullet in escaped
    )


def _wrap_org(bullets: Sequence[str]) -> str:
    return "#+TITLE: Sam Field\n\n* Experience\n\n** Acme\n" + "".join(f"- {bullet}\n" for bullet in bullets)


def _wrap_typst(bullets: Sequence[str]) -> str:
    escaped = [_escape(bullet, "\\*_`$#@<>~[]") for bullet in bullets]
    return "= Sam Field\n\n== Experience\n\n" + "".join(f"- {bullet}\n" for bullet in escaped)


def _escape(text: str, characters: str) -> str:
    return "".join("\\" + character if character in characters else character for character in text)


#: How each text format that the readers know wraps bullets.
WRAPPERS: Mapping[str, Callable[[Sequence[str]], str]] = {
    "markdown": _wrap_markdown,
    "plain": _wrap_plain,
    "html": _wrap_html,
    "latex": _wrap_latex,
    "json": _wrap_json,
    "yaml": _wrap_yaml,
    "rst": _wrap_rst,
    "org": _wrap_org,
    "typst": _wrap_typst,
}
