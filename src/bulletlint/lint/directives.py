"""Directives (users read: suppressions) in a resume's comments: what they silence, and which silence nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bulletlint.core.document import Comment, Document, Place
from bulletlint.core.finding import BulletReport, Finding
from bulletlint.core.places import find_line_starts, locate_offset
from bulletlint.core.settings import Loudness
from bulletlint.core.strict_yaml import hint_near
from bulletlint.lint.bullet_lines import BulletLines, find_bullet_lines
from bulletlint.lint.directive_words import VERBS, Verb, find_correction, fold, read_directive
from bulletlint.rulebook.notices import NO_REASON, UNKNOWN, UNUSED, Notice

#: Directives that are heeded in a file, and notices about them, at most: each is held against every bullet.
_MOST_DIRECTIVES = 500


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive: what it does, to which rules (none: all), why, and where it stands (1-based lines).

    `rules` are the words that it calls rules by, each with their codes: "BL301" with one, "BL3" and "cost" with more.
    """

    verb: Verb
    rules: Mapping[str, tuple[str, ...]]
    reason: str
    place: Place
    line: int
    end_line: int

    def find_words(self, code: str) -> tuple[str, ...]:
        """Return the words by which it calls the rule with this code, "" if it speaks of all rules."""
        if not self.rules:
            return ("",)
        return tuple(word for word, codes in self.rules.items() if code in codes)


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
    names: Mapping[str, tuple[str, ...]],
    in_force: frozenset[str],
    require_reasons: bool,
) -> Suppressed:
    """Return what is left where directives silence findings, and findings about the directives themselves.

    A finding about the whole file is silenced by a directive that names its rule anywhere in the file. `names` maps
    each code, prefix of a code, name and family to the codes of its rules; `in_force` are the codes that were asked of
    this file: a directive about any other is not called unused.
    """
    directives: list[Directive] = []
    findings: list[Finding] = []
    line_starts = find_line_starts(document.source)
    for comment in document.comments:
        if len(directives) + len(findings) >= _MOST_DIRECTIVES:
            line, column = locate_offset(line_starts, comment.start)
            message = f"more than {_MOST_DIRECTIVES} suppressions in a file; those from here on do nothing"
            findings.append(_make_notice(UNKNOWN, message, Place(line, column, line, column)))
            break
        _read_comment(comment, line_starts, names, directives, findings, require_reasons)
    if not directives:
        return Suppressed(tuple(bullets), tuple(file_findings), tuple(findings))
    used: set[tuple[int, str]] = set()
    lines = find_bullet_lines(bullets)
    kept = tuple(_silence(bullet, lines, directives, used) for bullet in bullets)
    left = tuple(item for finding in file_findings for item in _silence_file(finding, directives, used))
    for number, directive in enumerate(directives):
        if directive.verb == "on":
            continue
        for word, codes in directive.rules.items() or (("", ()),):
            if (number, word) not in used and (not word or not in_force.isdisjoint(codes)):
                message = _explain_silence(directive, word, lines, bullets)
                findings.append(_make_notice(UNUSED, message, directive.place))
    findings.sort(key=lambda finding: (finding.place.line or 0, finding.place.column or 0))
    return Suppressed(kept, left, tuple(findings))


def _explain_silence(
    directive: Directive, word: str, lines: BulletLines, bullets: Sequence[BulletReport]
) -> str:
    """Return the message about a directive that silences nothing, with what was meant where that can be told."""
    codes = directive.rules.get(word, ())
    message = f"this suppression silences no {word or 'finding'}"
    if len(codes) > 1:
        message += " finding"
    if directive.verb == "ignore" and not lines.has_any(directive.line, directive.end_line):
        below = lines.find_below(directive.end_line)
        following = next((bullet for bullet in bullets if bullet.place.line == below), None)
        if (
            below is not None
            and following is not None
            and any(not set(codes).isdisjoint(finding.codes) for finding in following.findings)
        ):
            return f"{message} above it; write `ignore-next` for the bullet below"
    return f"{message}; remove it"


def _silence_file(
    finding: Finding, directives: Sequence[Directive], used: set[tuple[int, str]]
) -> tuple[Finding, ...]:
    """Return a finding about the whole file, nothing if a directive names its rule, wherever that stands."""
    silent = _find_silent(finding.codes, directives, lambda number, _: bool(directives[number].rules))
    used.update(silent)
    return () if silent else (finding,)


def _find_silent(
    codes: Iterable[str], directives: Sequence[Directive], reaches: Callable[[int, str], bool]
) -> set[tuple[int, str]]:
    """Return the directives, by number, that silence a finding with one of these codes, each with its word for it.

    `reaches` tells whether the directive of a number speaks of where the finding of a code stands.
    """
    return {
        (number, word)
        for number, directive in enumerate(directives)
        if directive.verb != "on"
        for code in codes
        for word in directive.find_words(code)
        if reaches(number, code)
    }


def _read_comment(
    comment: Comment,
    line_starts: tuple[int, ...],
    names: Mapping[str, tuple[str, ...]],
    directives: list[Directive],
    findings: list[Finding],
    require_reasons: bool,
) -> None:
    written = read_directive(comment.text, names)
    correction = None if written else find_correction(comment.text, names)
    if written is None and correction is None:
        return
    start, end = (
        locate_offset(line_starts, offset) for offset in (comment.start, max(comment.start, comment.end))
    )
    place = Place(start[0], start[1], end[0], end[1])

    def tell(notice: Notice, message: str) -> None:
        findings.append(_make_notice(notice, message, place))

    if written is None:
        if correction is not None:
            tell(UNKNOWN, f"`{correction[0]}` does nothing here; write `{correction[1]}`")
        return
    if written.verb not in VERBS:
        tell(UNKNOWN, f"unknown suppression `{written.verb}`; {hint_near(written.verb, VERBS)}")
        return
    for word in written.rules:
        if fold(word, names) is None:
            tell(UNKNOWN, f"unknown rule `{word}`; {hint_near(word, names)}")
    rules = dict(_name_rules(written.rules, names))
    if written.verb.startswith("ignore") and not written.rules:
        tell(UNKNOWN, f"`{written.verb}` names no rule; write the code or the name after it")
        return
    if written.rules and not rules:
        return
    if require_reasons and written.verb != "on" and not written.reason:
        tell(NO_REASON, "this suppression gives no reason; say why after the rule")
    last = end[0] if end[1] > 1 or end[0] == start[0] else end[0] - 1
    directives.append(Directive(written.verb, rules, written.reason, place, start[0], last))


def _name_rules(
    words: Sequence[str], names: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the known words of a directive with the codes that they call; one that calls a single rule as its code."""
    for word in words:
        known = fold(word, names)
        if known is not None:
            codes = names[known]
            yield (codes[0] if len(codes) == 1 else known), codes


def _silence(
    bullet: BulletReport,
    lines: BulletLines,
    directives: Sequence[Directive],
    used: set[tuple[int, str]],
) -> BulletReport:
    kept: list[Finding] = []
    everything = False
    for number, directive in enumerate(directives):
        if directive.verb != "on" and not directive.rules:
            everything = everything or _reaches(directive, number, directives, bullet, lines)

    def reaches(number: int, code: str) -> bool:
        return _reaches(directives[number], number, directives, bullet, lines, code=code)

    for finding in bullet.findings:
        silent = _find_silent(finding.codes, directives, reaches)
        used.update(silent)
        if not silent:
            kept.append(_silence_doubts(finding, directives, used, reaches))
    if tuple(kept) == bullet.findings and not everything:
        return bullet
    from bulletlint.rewrite.drop_slots import withdraw_slots

    rewrite = withdraw_slots(bullet.rewrite, bullet.text, before=bullet.findings, after=tuple(kept))
    return replace(bullet, findings=tuple(kept), rewrite=rewrite)


def _silence_doubts(
    finding: Finding,
    directives: Sequence[Directive],
    used: set[tuple[int, str]],
    reaches: Callable[[int, str], bool],
) -> Finding:
    """Return a finding without the doubtful faults beside it that directives silence."""
    left = finding.doubts
    for doubt in finding.doubts:
        silent = _find_silent(doubt[:1], directives, reaches)
        used.update(silent)
        if silent:
            left = tuple(other for other in left if other != doubt)
    return replace(finding, doubts=left) if left != finding.doubts else finding


def _reaches(
    directive: Directive,
    number: int,
    directives: Sequence[Directive],
    bullet: BulletReport,
    lines: BulletLines,
    *,
    code: str = "",
) -> bool:
    """Tell whether a directive speaks of a bullet, by their lines; `on` ends an `off` for the rules that it names."""
    first, last = bullet.place.line, bullet.place.end_line
    if first is None or last is None:
        return False
    if directive.verb == "off":
        ends = (
            other.line
            for other in islice(directives, number + 1, None)
            if other.verb == "on" and (not other.rules or (code and other.find_words(code)))
        )
        return directive.line <= first and first < next(ends, first + 1)
    if directive.verb == "ignore-next":
        return first == lines.find_below(directive.line)
    if first <= directive.end_line and directive.line <= last:
        return True
    return last == directive.line - 1 and not lines.has_any(directive.line, directive.end_line)


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
        loudness: Loudness = finding.severity
        for word, said in severities:
            loudness = said if word in words else loudness
        selected = not select or any(word in select for word in words)
        if selected and loudness != "off" and not any(word in ignore for word in words):
            chosen.append(replace(finding, severity=loudness))
    return tuple(chosen)


def _make_notice(notice: Notice, message: str, place: Place) -> Finding:
    return Finding(notice.code, notice.name, notice.severity, message, 0, 0, place, "auto")
