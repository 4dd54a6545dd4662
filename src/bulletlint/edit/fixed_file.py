"""A file with its sure fixes, proved: read and linted again, nothing else may have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import FileReport, Finding
from bulletlint.edit.files import UNWRITABLE, Patched, patch_document
from bulletlint.edit.sure_fixes import find_fixes
from bulletlint.lint.source import choose_options
from bulletlint.read import read_bytes

if TYPE_CHECKING:
    from bulletlint.lint.linter import Linter

#: How often a file is put together again without the fixes that did not hold.
MOST_TRIES = 4
_WORSE = "the fix would change what is found elsewhere, or bring another finding"


def fix_document(
    linter: Linter, document: Document, file: FileReport, meant: Collection[int], *, spaces: bool
) -> Patched | None:
    """Return a document with the sure fixes of some of its bullets, None where there is nothing to fix.

    `file` is the report of the findings that may be fixed, with every bullet of the document; `meant` are the numbers
    of the bullets. A fix that brings a new finding is left out, with the reason; all are if anything else comes out
    differently. Raises ReadError for a file that cannot be read again.
    """
    if document.format in UNWRITABLE:
        return None
    rules = linter.rulebook.select_for(document.path, profile=file.profile)
    found = find_fixes(document, file, linter.load_analyser(), rules, spaces=spaces)
    fixes = {number: pieces for number, pieces in found.items() if number in meant}
    if not fixes:
        return None
    left_out: dict[int, str] = {}
    for _ in range(MOST_TRIES):
        patched = patch_document(document, fixes)
        bad = find_bad_fixes(linter, document, patched)
        left_out |= {**dict(patched.left_out), **dict.fromkeys(bad, _WORSE)}
        fixes = {number: fixes[number] for number in patched.written if number not in bad}
        if not bad or not fixes:
            break
    else:
        left_out |= dict.fromkeys(fixes, _WORSE)
        fixes = {}
    reasons = tuple(sorted(left_out.items()))
    return replace(patched, left_out=reasons) if fixes else Patched(document, document.source, (), reasons)


def find_bad_fixes(linter: Linter, document: Document, patched: Patched) -> Collection[int]:
    """Return the bullets whose fix brings a finding that was not there; all of them if anything else changes."""
    old = patched.original or document.source.encode("utf-8", "surrogatepass")
    new = patched.content or patched.source.encode("utf-8", "surrogatepass")
    options = choose_options(linter.settings)
    try:
        # Both as one file read alone: what a part of a resume inherits from the others is not known here.
        (one,), (other,) = (
            read_bytes(content, name=document.path, options=options) for content in (old, new)
        )
    except ReadError:
        return patched.written
    before, after = linter.lint_documents([one, other]).files
    if describe_rest(one) != describe_rest(other) or count_codes(after.findings) - count_codes(
        before.findings
    ):
        return patched.written
    bad = []
    for number, (was, is_now) in enumerate(zip(before.bullets, after.bullets, strict=True)):
        if number in patched.written:
            if count_codes(is_now.findings) - count_codes(was.findings):
                bad.append(number)
        elif (was.text, count_codes(was.findings)) != (is_now.text, count_codes(is_now.findings)):
            return patched.written
    return bad


def describe_rest(document: Document) -> tuple[object, ...]:
    """Return what a fix must leave as it is: how many bullets there are, and all other text."""
    lines = [(line.text, line.reason) for line in document.left_out]
    return len(document.bullets), lines, [comment.text for comment in document.comments], document.headings


def count_codes(findings: Sequence[Finding]) -> Counter[str]:
    """Return how often each rule found something."""
    return Counter(finding.code for finding in findings)
