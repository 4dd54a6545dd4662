"""The centre's own list."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.people import NOBODY, People, Person, read_people


def write_list(folder: Path, text: str | bytes) -> Path:
    path = folder / "ids.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def read(folder: Path, text: str | bytes) -> People:
    return read_people(write_list(folder, text))


def test_a_row_gives_a_file_its_person(tmp_path: Path) -> None:
    """Paths count from the folder of the list; columns come in any order, and may be missing."""
    people = read(tmp_path, "id,path,year\n17,r/a.md,2027\n 18 , r/b.md ,\n")
    assert people.find(str(tmp_path / "r" / "a.md")) == Person("17", None, "2027", None)
    assert people.find(str(tmp_path / "r" / "b.md")) == Person("18")
    assert people.find("elsewhere.md") == NOBODY
    assert people.list_unmatched([str(tmp_path / "r" / "b.md")]) == [2]


def test_a_path_may_count_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is such a file, and none beside the list."""
    lists = tmp_path / "lists"
    lists.mkdir()
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read(lists, "path,id\na.md,17\n").find("a.md") == Person("17")


@pytest.mark.parametrize(
    "text",
    [
        "path;id;programme\na.md;17;CS, part time\n",
        "path\tid\tprogramme\na.md\t17\tCS, part time\n",
        '\ufeffpath,id,programme\r\na.md,17,"CS, part time"\r\n\r\n',
        'path,id,programme\r\na.md,17,"CS, part time"\r\n'.encode("utf-16"),
    ],
)
def test_spreadsheets_write_lists_in_several_ways(tmp_path: Path, text: str | bytes) -> None:
    """Semicolons, tabs, a byte order mark, Windows line ends."""
    assert read(tmp_path, text).find(str(tmp_path / "a.md")) == Person("17", "CS, part time")


def test_names_are_never_read(tmp_path: Path) -> None:
    """Columns that are not ours are left out, and said to be."""
    people = read(tmp_path, "path,id,name,e-mail\na.md,17,Sam Field,sam@example.org\n")
    assert people.left_out == ("name", "e-mail")
    assert "Sam" not in repr(people)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "ids.csv: is empty; its first line must name the columns path, id, programme, year, advisor"),
        ("path,name\n", "ids.csv:1: has no column `id`; the columns are path, id, programme, year, advisor"),
        ("path,id,id\n", "ids.csv:1: has the column `id` twice; keep one"),
        ("path,id\na.md,\n", "ids.csv:2: has no id in this row; fill it in"),
        ("path,id\na.md,1\n./a.md,2\n", "ids.csv:3: names a file that line 2 names already; keep one of the two"),
        (b"path,id\n\xff.md,1\n", "ids.csv: is not UTF-8; save it as CSV UTF-8"),
        ('path,id\n"a.md,1\n', "ids.csv:2: is no CSV (unexpected end of data); save it again"),
    ],
)  # fmt: skip
def test_a_wrong_list_is_refused_in_one_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    """With the line and what to do."""
    with pytest.raises(CohortError) as raised:
        read(tmp_path, text)
    assert str(raised.value).removeprefix(f"{tmp_path}/") == message


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    """Not a cohort without groups."""
    with pytest.raises(CohortError, match=r"ids\.csv: cannot be read"):
        read_people(tmp_path / "ids.csv")
