"""A whole file with its sure fixes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import RULE, write_rule
from bulletlint.core.settings import Settings
from bulletlint.edit import fixed_file
from bulletlint.edit.files import Patched
from bulletlint.edit.fixed_file import fix_document
from bulletlint.lint.linter import Linter
from bulletlint.lint.samples import WRAPPERS
from bulletlint.read import FORMATS, read_bytes, read_file

HEAD = "# Sam Field\n\nI build things.  Our town is Ulm\n\n## Experience\n\n"
WEAK = (
    "I launched a help panel for 2M users",
    "I rebuilt the search page for 40 stores.",
    "Successfully cut tickets by 22 %.",
    "Moved 14 services to weekly releases.",
)
FIXED = (
    "Launched a help panel for 2M users.",
    "Rebuilt the search page for 40 stores.",
    "Cut tickets by 22 %.",
    "Moved 14 services to weekly releases.",
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(profile="everyone", rewrites=False))


def fix(linter: Linter, source: str, name: str = "cv.md") -> Patched | None:
    (document,) = read_bytes(source.encode(), name=name)
    (file,) = linter.lint_documents([document]).files
    return fix_document(linter, document, file, range(len(document.bullets)), spaces=True)


def page(*texts: str) -> str:
    return HEAD + "".join(f"- {text}\n" for text in texts)


def test_every_bullet_is_fixed_and_nothing_else(linter: Linter) -> None:
    """A line that is no bullet keeps its pronoun and its spaces."""
    patched = fix(linter, page(*WEAK))
    assert patched is not None
    assert patched.source == page(*FIXED)
    assert patched.written == (0, 1, 2)


@pytest.mark.parametrize("format", sorted(WRAPPERS))
def test_every_text_format_is_written(linter: Linter, format: str) -> None:
    """With the escapes of each."""
    source, fixed = (WRAPPERS[format](list(texts)) for texts in (WEAK, FIXED))
    patched = fix(linter, source, f"cv{FORMATS[format].suffixes[0]}")
    assert patched is not None
    assert patched.source == fixed


def test_a_word_file_is_written(linter: Linter, tmp_path: Path) -> None:
    """Run by run."""
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_heading("Experience", 1)
    for text in WEAK:
        made.add_paragraph(text, style="List Bullet")
    made.save(str(tmp_path / "cv.docx"))
    (document,) = read_file(tmp_path / "cv.docx")
    (file,) = linter.lint_documents([document]).files
    patched = fix_document(linter, document, file, range(4), spaces=True)
    assert patched is not None
    (tmp_path / "cv.docx").write_bytes(patched.content)
    (again,) = read_file(tmp_path / "cv.docx")
    assert tuple(bullet.text for bullet in again.bullets) == FIXED


def test_only_the_bullets_that_are_meant_are_fixed(linter: Linter) -> None:
    """The others keep their faults."""
    (document,) = read_bytes(page(*WEAK).encode(), name="cv.md")
    (file,) = linter.lint_documents([document]).files
    patched = fix_document(linter, document, file, [1], spaces=True)
    assert patched is not None
    assert patched.source == page(WEAK[0], FIXED[1], *WEAK[2:])
    silent = replace(
        file, bullets=tuple(replace(bullet, findings=()) for bullet in file.bullets), findings=()
    )
    assert fix_document(linter, document, silent, range(4), spaces=True) is None


def test_a_fix_that_brings_a_new_finding_is_left_out(linter: Linter, tmp_path: Path) -> None:
    """The fixes of the other bullets stay."""
    text = RULE.replace("BL101", "OWN101").replace("weak-verb", "launched-first")
    text = text.replace("lead_class: [build]", "match: [{patterns: [\"^ 'launched'\"]}]").replace(
        "[lead]", "[match]"
    )
    write_rule(
        tmp_path,
        text.replace("[Built] a cache.", "[Launched] it.").replace("[Made] a tool.", "[Launched] a tool."),
        name="launched-first",
    )
    strict = Linter(
        Settings(profile="everyone", rewrites=False, select=("BL6", "OWN101"), rule_folders=(tmp_path,))
    )
    patched = fix(strict, page(WEAK[0], "I successfully cut tickets by 22 %"))
    assert patched is not None
    assert patched.source == page(WEAK[0], "Cut tickets by 22 %")
    assert [number for number, _ in patched.left_out] == [0]


def test_everything_is_left_out_where_the_rest_of_the_file_changes(
    linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof looks at the other lines, too."""
    patch = fixed_file.patch_document

    def damage(*arguments: object) -> Patched:
        patched = patch(*arguments)  # type: ignore[arg-type]
        return replace(patched, source=patched.source.replace("Ulm", "Bonn"))

    monkeypatch.setattr(fixed_file, "patch_document", damage)
    patched = fix(linter, page(*WEAK))
    assert patched is not None
    assert (patched.source, patched.written) == (page(*WEAK), ())
    assert [number for number, _ in patched.left_out] == [0, 1, 2]


OPENINGS = (
    "I launched",
    "I successfully cut",
    "We moved",
    "Our team rebuilt",
    "Successfully sold",
    "Sorted",
    "I was",
)
MIDDLES = (
    " our search page",
    "  a loyalty card",
    " **our**  tickets by 22 %",
    " my site and our own",
    " a `cache  x`",
    "",
)
ENDS = ("", ".", ":", " successfully.", " Inc.", " at https://x.org", ' "Up"', " in 40 stores")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(*map(st.sampled_from, (OPENINGS, MIDDLES, ENDS))).map("".join), min_size=1, max_size=6)
)
def test_what_is_fixed_needs_no_fix(linter: Linter, texts: list[str]) -> None:
    """Whatever the bullets are."""
    patched = fix(linter, page(*texts))
    if patched is not None:
        again = fix(linter, patched.source)
        assert again is None or (again.source, again.written) == (patched.source, ())
