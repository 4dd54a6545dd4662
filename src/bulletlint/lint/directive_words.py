"""What one comment says to bulletlint: the verb, the rules and the reason, or what it was probably meant to say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, cast, get_args

Verb = Literal["ignore", "ignore-next", "off", "on"]
VERBS: tuple[Verb, ...] = get_args(Verb)
#: The words of ESLint, which many fingers know.
_ESLINT: Mapping[str, Verb] = {
    "disable": "off", "enable": "on", "disable-line": "ignore", "disable-next-line": "ignore-next",
    "disable-next": "ignore-next",
}  # fmt: skip

_DIRECTIVE = re.compile(
    r"\bbulletlint(?:\s*:\s*(?P<verb>[a-z-]+)|-(?P<eslint>disable-next-line|disable-line|disable|enable)(?![\w-]))"
    r":?[ \t]*(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2,5}[0-9]{1,3}")
#: What ends a comment in the formats that are read; it is no part of a reason.
_CLOSERS = ("-->", "*/", "--}", "#}")
#: Words that a comment to some linter has.
_HINT = re.compile(r"lint|noqa|ignore|disable|suppress|^\W*bul", re.IGNORECASE)
#: A comment that silences something, whoever it speaks to, and what: `pylint: disable=BL301`, `prettier-ignore BL301`.
_SILENCING = re.compile(
    r"\W*(?P<tool>(?:[\w-]+:?[ ])?[\w-]*(?:ignore|disable|suppress|noqa|nolint)[\w-]*)[\s:=(]*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TOOL_VERB = re.compile(
    r"\W*(?P<tool>[A-Za-z]+(?:[-_ ]?lint\b|))(?P<joint>\s*[^\w\s]{1,2}\s*|_|\s+)(?P<verb>[a-z]+(?:-[a-z]+)*)\b"
    r":?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
#: Characters at the beginning of a comment in which a directive that does nothing is looked for.
_LOOKED_AT = 300
#: Share of letters in common, 0 to 1, from which on a word is taken for a misspelt one.
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Written:
    """A directive as it is written; `rules` may hold words that no rule has."""

    verb: str
    rules: tuple[str, ...]
    reason: str


def may_be_directive(text: str) -> bool:
    """Tell quickly whether a comment is worth a look: it speaks to a linter, spelt rightly or not."""
    return _HINT.search(text) is not None


def read_directive(text: str, names: Mapping[str, Sequence[str]]) -> Written | None:
    """Return the directive in a comment, None if there is none; `names` holds every word that calls rules."""
    match = _DIRECTIVE.search(text)
    if match is None:
        return None
    verb = (match["verb"] or match["eslint"]).lower()
    verb = _ESLINT.get(verb, verb)
    at_start = not text[: match.start()].strip(" \t*#/%!.-")
    if verb not in VERBS and not at_start:
        return None  # "checked with bulletlint: all fine"
    rules, reason = split_directive(match["rest"], names)
    return Written(verb, rules, reason)


def find_correction(text: str, names: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    """Return how a comment begins that does nothing, and what was meant; None for one that is about something else.

    That is a misspelt directive (`bulletlint ignore BL301`, `bulltlint: ignore BL301`), or one to another linter that
    names our rules (`eslint-disable BL301`).
    """
    text = text[:_LOOKED_AT]
    match = _TOOL_VERB.match(text)
    if match is None or not _means_us(match["tool"]):
        return _correct_other(text, names)
    near = get_close_matches(match["verb"].lower(), [*VERBS, *_ESLINT], n=1, cutoff=_ALIKE)
    if not near:
        return None
    words, _ = split_directive(match["rest"], names)
    known = [word for word in words if fold(word, names)]
    if not known and match["rest"].strip(" \t*/->") and (match["joint"].isspace() or not _looks_coded(words)):
        return None  # "bulletlint on GitHub"
    written = text[match.start("tool") : match.end("verb")]
    return written, _spell(_ESLINT.get(near[0], cast(Verb, near[0])), known or list(words))


def _correct_other(text: str, names: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    """Return the correction of a comment to another linter: of one that names our rules, and of a bare eslint-disable.

    A family alone is an English word: "disable cost tracking" speaks to nobody.
    """
    match = _SILENCING.match(text)
    if match is None:
        return None
    words, _ = split_directive(match["rest"], names)
    known = [word for word in words if fold(word, names) and not word.isalpha()]
    tool = match["tool"].lower()
    if not known and not (tool.startswith("eslint-") and not match["rest"].strip(" \t*/->")):
        return None
    spoken = next((verb for verb in _ESLINT if tool.endswith(verb)), "")
    return match["tool"], _spell(_ESLINT.get(spoken, "ignore"), known)


def _means_us(word: str) -> bool:
    bare = re.sub(r"[-_ ]", "", word).lower()
    return bool(get_close_matches(bare, ["bulletlint"], n=1, cutoff=_ALIKE))


def _looks_coded(words: Sequence[str]) -> bool:
    return bool(words) and _CODE.fullmatch(words[0].upper()) is not None


def _spell(verb: Verb, rules: Sequence[str]) -> str:
    named = ", ".join(rules) or ("RULE" if verb.startswith("ignore") else "")
    return f"bulletlint: {verb} {named}".rstrip()


def fold(word: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """Return a word as `names` has it, whatever its case, None if it calls no rule."""
    return next((form for form in (word, word.upper(), word.lower()) if form in names), None)


def split_directive(rest: str, names: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], str]:
    """Return the rules that a directive names, and the reason after them.

    Rules are separated by commas or spaces; the first word that is neither a rule, nor follows a comma, nor looks like
    a code begins the reason. The very first word is always taken for a rule, so that a misspelt one is noticed. Behind
    a rule and without a comma, a plain word is a reason: "ignore BL301 cost is confidential" says nothing of a family.
    """
    rest = rest.strip()
    for closer in _CLOSERS:
        rest = rest.removesuffix(closer).rstrip()
    words: list[str] = []
    comma = True
    while rest:
        match = _NAME.match(rest)
        if match is None:
            break
        named = match[0] in names and ("-" in match[0] or not match[0].isalpha())
        if not (comma or named or _CODE.fullmatch(match[0])):
            break
        words.append(match[0])
        rest = rest[match.end() :].lstrip()
        comma = rest.startswith(",")
        rest = rest.removeprefix(",").lstrip()
    return tuple(words), rest.lstrip(":-–— ").strip()
