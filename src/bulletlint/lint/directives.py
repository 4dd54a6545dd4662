"""Directives (users read: suppressions) in a resume's comments: what they silence, and which silence nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from bulletlint.core.document import Comment, Document, Place
from bulletlint.core.finding import BulletReport, Finding
from bulletlint.core.places import find_line_starts, locate_offset
from bulletlint.core.settings import Loudness
from bulletlint.core.strict_yaml import hint_near
from bulletlint.rulebook.notices import NO_REASON, UNKNOWN, UNUSED, Notice

Verb = Literal["ignore", "ignore-next", "off", "on"]

_DIRECTIVE = re.compile(r"\bbulletlint\s*:\s*(?P<verb>[a-z-]+)\b[ \t]*(?P<rest>.*)", re.DOTALL)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2,5}[0-9]{1,3}")
#: What ends a comment in the formats that are read; it is no part of a reason.
_CLOSERS = ("-->", "*/", "--}", "#}")
_VERBS = ("ignore", "ignore-next", "off", "on")


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive: what it does, to which rules (none: all), why, and where it stands (1-based lines)."""

    verb: Verb
    codes: tuple[str, ...]
    reason: str
    place: Place
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What directives leave of a file's findings, and what is to be said of the directives."""

    bullets: tuple[BulletReport, ...]
    findings: tuple[Finding, ...]
    notices: tuple[Finding, ...]


def suppress_findings(
    document: Document,
    bullets: Sequence[BulletReport],
    file_findings: Sequence[Finding] = (),
    *,
    names: Mapping[str, str],
    in_force: frozenset[str],
    require_reasons: bool = False,
) -> Suppressed:
    """Return what is left where directives silence findings, and findings about the directives themselves.

    A finding about the whole file is silenced by a directive that names its rule anywhere in the file. `names` maps
    each code and name to its rule's code; `in_force` are the codes that were asked of this file: a directive about any
    other is not called unused.
    """
    directives: list[Directive] = []
    findings: list[Finding] = []
    line_starts = find_line_starts(document.source)
    for comment in document.comments:
        _read_comment(comment, line_starts, names, directives, findings, require_reasons)
    if not directives:
        return Suppressed(tuple(bullets), tuple(file_findings), tuple(findings))
    used: set[tuple[int, str]] = set()
    kept = tuple(_silence(bullet, bullets, directives, used) for bullet in bullets)
    left = tuple(item for finding in file_findings for item in _silence_file(finding, directives, used))
    for number, directive in enumerate(directives):
        if directive.verb == "on":
            continue
        for code in directive.codes or ("",):
            silent = (number, code) in used
            if not silent and (not code or code in in_force):
                findings.append(
                    _make_notice(UNUSED, _explain_silence(directive, code, bullets), directive.place)
                )
    findings.sort(key=lambda finding: (finding.place.line or 0, finding.place.column or 0))
    return Suppressed(kept, left, tuple(findings))


def _explain_silence(directive: Directive, code: str, bullets: Sequence[BulletReport]) -> str:
    """Return the message about a directive that silences nothing, with what was meant where that can be told."""
    message = f"this suppression silences no {code or 'finding'}"
    if directive.verb == "ignore" and not any(_shares_line(directive, bullet) for bullet in bullets):
        below = [bullet for bullet in bullets if (bullet.place.line or 0) > directive.end_line]
        following = min(below, key=lambda bullet: bullet.place.line or 0, default=None)
        if following is not None and any(finding.code == code for finding in following.findings):
            return f"{message} above it; write `ignore-next` for the bullet below"
    return f"{message}; remove it"


def _silence_file(
    finding: Finding, directives: Sequence[Directive], used: set[tuple[int, str]]
) -> tuple[Finding, ...]:
    """Return a finding about the whole file, nothing if a directive names its rule, wherever that stands."""
    silent = [
        number for number, item in enumerate(directives) if item.verb != "on" and finding.code in item.codes
    ]
    used.update((number, finding.code) for number in silent)
    return () if silent else (finding,)


def _read_comment(
    comment: Comment,
    line_starts: tuple[int, ...],
    names: Mapping[str, str],
    directives: list[Directive],
    findings: list[Finding],
    require_reasons: bool,
) -> None:
    match = _DIRECTIVE.search(comment.text)
    if match is None:
        return
    start, end = (
        locate_offset(line_starts, offset) for offset in (comment.start, max(comment.start, comment.end))
    )
    place = Place(start[0], start[1], end[0], end[1])
    verb = match["verb"]
    if verb not in _VERBS:
        findings.append(
            _make_notice(UNKNOWN, f"unknown suppression `{verb}`; {hint_near(verb, _VERBS)}", place)
        )
        return
    words, reason = split_directive(match["rest"], names)
    unknown = [word for word in words if word not in names]
    for word in unknown:
        findings.append(_make_notice(UNKNOWN, f"unknown rule `{word}`; {hint_near(word, names)}", place))
    codes = tuple(dict.fromkeys(names[word] for word in words if word in names))
    if verb in ("ignore", "ignore-next") and not words:
        findings.append(
            _make_notice(UNKNOWN, f"`{verb}` names no rule; write the code or the name after it", place)
        )
        return
    if unknown and not codes:
        return
    if require_reasons and verb != "on" and not reason:
        findings.append(
            _make_notice(NO_REASON, "this suppression gives no reason; say why after the rule", place)
        )
    last = end[0] if end[1] > 1 or end[0] == start[0] else end[0] - 1
    directives.append(Directive(cast(Verb, verb), codes, reason, place, start[0], last))


def split_directive(rest: str, names: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """Return the rules that a directive names, and the reason after them.

    Rules are separated by commas or spaces; the first word that is neither a rule, nor follows a comma, nor looks like
    a code begins the reason. The very first word is always taken for a rule, so that a misspelt one is noticed.
    """
    rest = rest.strip()
    for closer in _CLOSERS:
        rest = rest.removesuffix(closer).rstrip()
    words: list[str] = []
    comma = True
    while rest:
        match = _NAME.match(rest)
        if match is None or not (comma or match[0] in names or _CODE.fullmatch(match[0])):
            break
        words.append(match[0])
        rest = rest[match.end() :].lstrip()
        comma = rest.startswith(",")
        rest = rest.removeprefix(",").lstrip()
    return tuple(words), rest.lstrip(":-–— ").strip()


def _silence(
    bullet: BulletReport,
    bullets: Sequence[BulletReport],
    directives: Sequence[Directive],
    used: set[tuple[int, str]],
) -> BulletReport:
    silenced: set[str] = set()
    everything: list[int] = []
    for number, directive in enumerate(directives):
        if directive.verb == "on" or not _reaches(directive, number, directives, bullet, bullets):
            continue
        if not directive.codes:
            everything.append(number)
        for code in directive.codes:
            if any(finding.code == code for finding in bullet.findings):
                silenced.add(code)
                used.add((number, code))
    if everything:
        if bullet.findings:
            used.update((number, "") for number in everything)
        return replace(bullet, findings=(), rewrite=None)
    if not silenced:
        return bullet
    kept = tuple(finding for finding in bullet.findings if finding.code not in silenced)
    from bulletlint.rewrite.drop_slots import withdraw_slots

    rewrite = withdraw_slots(bullet.rewrite, bullet.text, before=bullet.findings, after=kept)
    return replace(bullet, findings=kept, rewrite=rewrite)


def _reaches(
    directive: Directive,
    number: int,
    directives: Sequence[Directive],
    bullet: BulletReport,
    bullets: Sequence[BulletReport],
) -> bool:
    """Tell whether a directive speaks of a bullet, by their lines."""
    first, last = bullet.place.line, bullet.place.end_line
    if first is None or last is None:
        return False
    if directive.verb == "off":
        ends = (
            other.line
            for other in directives[number + 1 :]
            if other.verb == "on" and (not other.codes or set(directive.codes) <= set(other.codes))
        )
        return directive.line <= first < next(ends, first + 1)
    if directive.verb == "ignore-next":
        below = [other.place.line for other in bullets if (other.place.line or 0) > directive.line]
        return bool(below) and first == min(line for line in below if line is not None)
    if first <= directive.end_line and directive.line <= last:
        return True
    beside = any(_shares_line(directive, other) for other in bullets)
    return not beside and last == directive.line - 1


def _shares_line(directive: Directive, bullet: BulletReport) -> bool:
    first, last = bullet.place.line or 0, bullet.place.end_line or 0
    return first <= directive.end_line and directive.line <= last


def select_notices(
    findings: Sequence[Finding],
    *,
    select: Sequence[str],
    ignore: Sequence[str],
    severities: Sequence[tuple[str, Loudness]],
) -> tuple[Finding, ...]:
    """Return the findings about directives that the settings ask for, with the severity that they give them."""
    chosen = []
    for finding in findings:
        words = (finding.code, finding.rule)
        loudness: Loudness = "warning"
        for word, said in severities:
            loudness = said if word in words else loudness
        selected = not select or any(word in select for word in words)
        if selected and loudness != "off" and not any(word in ignore for word in words):
            chosen.append(replace(finding, severity=loudness))
    return tuple(chosen)


def _make_notice(notice: Notice, message: str, place: Place) -> Finding:
    return Finding(notice.code, notice.name, "warning", message, 0, 0, place, "auto")
