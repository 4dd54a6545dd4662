"""From a source to documents, or to the report of one that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.core.finding import FileReport
from bulletlint.lint.source import describe_failure, name_source, read_paths, read_source, report_error
from bulletlint.read.discovery import Pasted
from bulletlint.read.options import ReadOptions

MARKDOWN = b"# Experience\n\n- Cut costs by 10 %.\n"


def test_paths_are_read_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    """Standard input has its turn among them; what cannot be read stands where it was named."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_bytes(MARKDOWN)
    paths = [str(tmp_path / "b.md"), "-", str(tmp_path / "none.md"), str(tmp_path / "a.md")]
    found = list(read_paths(paths, stdin=(MARKDOWN, "in.md")))
    assert [Path(entry.path or "").name for entry in found] == ["b.md", "in.md", "none.md", "a.md"]
    assert [isinstance(entry, ReadError) for entry in found] == [False, False, True, False]


def test_what_was_pasted_is_read_by_its_name() -> None:
    """The name tells the format, and becomes the path of the document."""
    (document,) = read_source(Pasted(MARKDOWN, "in.md"))
    assert not isinstance(document, ReadError)
    assert (document.path, document.format, [bullet.text for bullet in document.bullets]) == (
        "in.md",
        "markdown",
        ["Cut costs by 10 %."],
    )


def test_macros_of_ones_own_make_bullets() -> None:
    """A LaTeX macro that the settings name is read as an item, whole; of others only what reads as a statement."""
    content = b"\\section{Experience}\n\\win{Costs}{Cut them by 10 \\%.}\n"
    (plain,) = read_source(Pasted(content, "cv.tex"))
    (own,) = read_source(Pasted(content, "cv.tex"), options=ReadOptions(item_macros=("win",)))
    assert not isinstance(plain, ReadError)
    assert not isinstance(own, ReadError)
    assert [[bullet.text for bullet in document.bullets] for document in (plain, own)] == [
        ["Cut them by 10 %."],
        ["Costs: Cut them by 10 %."],
    ]


def test_a_file_that_cannot_be_read_is_an_error_with_its_path(tmp_path: Path) -> None:
    """It is returned, not raised, so that the other files go on."""
    path = tmp_path / "cv.md"
    path.write_bytes(b"\0\1\2")
    (error,) = read_source(path)
    assert isinstance(error, ReadError)
    assert str(error).startswith(f"{path}: is not a text file")
    assert report_error(error) == FileReport(str(path), None, str(error))


@pytest.fixture
def broken_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader with a fault of ours in it."""

    def fail(content: bytes, **options: object) -> None:
        raise IndexError("list\nindex  out of range")

    monkeypatch.setattr("bulletlint.read.read_bytes", fail)
    monkeypatch.delenv("BULLETLINT_DEBUG", raising=False)


@pytest.mark.usefixtures("broken_reader")
def test_a_fault_of_ours_is_one_line_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """BULLETLINT_DEBUG=1 shows where it is."""
    pasted = Pasted(MARKDOWN, "in.md")
    (error,) = read_source(pasted)
    assert str(error) == (
        "in.md: bulletlint itself failed (IndexError: list index out of range); BULLETLINT_DEBUG=1 shows where"
    )
    monkeypatch.setenv("BULLETLINT_DEBUG", "1")
    with pytest.raises(IndexError):
        read_source(pasted)


def test_the_description_of_a_fault_is_short() -> None:
    """A message as long as a resume is cut."""
    assert describe_failure(ValueError("x" * 1000)) == (
        f"bulletlint itself failed (ValueError: {'x' * 288}); BULLETLINT_DEBUG=1 shows where"
    )


def test_every_source_has_a_name() -> None:
    """The name is the path as the user gave it, also where there is nothing to read."""
    sources = (Path("a/cv.md"), Pasted(b"", "in.md"), ReadError("gone", path="x.md"), ReadError("gone"))
    assert [name_source(source) for source in sources] == ["a/cv.md", "in.md", "x.md", ""]
