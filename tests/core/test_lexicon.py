"""Word lists: how they are read and joined, and which are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import RuleError
from bulletlint.core.lexicon import load_lexicons, read_lexicon


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / "lexicons" / f"{name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_entries_keep_their_order_and_comments_are_left_out(tmp_path: Path) -> None:
    """Blank lines and lines that begin with # are no entries; blanks around an entry fall away."""
    assert read_lexicon(write(tmp_path, "x", "# A list.\nb\n\n  a b  \n#c\n")) == ("b", "a b")


def test_a_later_folder_and_own_entries_are_added(tmp_path: Path) -> None:
    """A user's list of the same name adds to the shipped one, and an entry stands once."""
    first, second = tmp_path / "one", tmp_path / "two"
    write(first, "x", "a\nb\n")
    write(second, "x", "b\nc\n")
    write(second, "y", "d\n")
    own = [("x", ["a", "e"]), ("z", ["f"])]
    assert load_lexicons([first, second], own) == {"x": ("a", "b", "c", "e"), "y": ("d",), "z": ("f",)}


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("a\nb\na\n", ":3", 'duplicate entry "a" (also in line 1); keep one'),
        ("# Nothing.\n", "", "this lexicon has no entry; add one or delete the file"),
        (b"a\n\xff\xfe", ":2", "is not UTF-8; save it as UTF-8"),
    ],
)
def test_a_list_that_is_wrong_is_refused(
    tmp_path: Path, content: str | bytes, place: str, message: str
) -> None:
    """File, line where there is one, what is wrong and what to do."""
    path = write(tmp_path, "x", content)
    with pytest.raises(RuleError) as caught:
        read_lexicon(path)
    assert str(caught.value).startswith(f"{path}{place}: {message}")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A path that cannot be opened is named."""
    with pytest.raises(RuleError, match=r"gone\.txt: cannot be read \(No such file or directory\)"):
        read_lexicon(tmp_path / "gone.txt")
