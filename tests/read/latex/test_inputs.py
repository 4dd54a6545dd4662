r"""The files that a LaTeX root includes."""

from __future__ import annotations

from pathlib import Path

from bulletlint.read import read_file
from bulletlint.read.inclusions import find_inclusions


def write(folder: Path, name: str, source: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, "utf-8")
    return path.resolve()


def find_inputs(source: str, folder: Path) -> tuple[Path, ...]:
    """Return the paths of the files that a root in a folder includes."""
    return tuple(each.path for each in find_inclusions(source, folder / "cv.tex", "latex"))


def test_inputs_in_reading_order(tmp_path: Path) -> None:
    """Each included file is given once, in reading order, with those that it includes itself."""
    work = write(tmp_path, "sections/work.tex", r"\input{sections/acme}")
    acme = write(tmp_path, "sections/acme.tex")
    last = write(tmp_path, "last.tex")
    source = r"\input{sections/work} \include{last}\subimport{sections/}{acme}\input sections/work "
    assert find_inputs(source, tmp_path) == (work, acme, last)


def test_names_with_a_macro_of_the_file(tmp_path: Path) -> None:
    """A folder that the file gives a name to is found."""
    work = write(tmp_path, "parts/work.tex")
    source = r"\newcommand*{\sectiondir}{parts/}\import{\sectiondir}{work.tex}\import{\other}{work}"
    assert find_inputs(source, tmp_path) == (work,)


def test_hidden_and_missing_inputs_are_passed_over(tmp_path: Path) -> None:
    """A comment includes nothing, and a file of the TeX distribution is not looked for elsewhere."""
    write(tmp_path, "work.tex")
    source = "% \\input{work}\n\\iffalse\\input{work}\\fi\\input{glyphtounicode}\\input{}\\input{\\jobname}"
    assert find_inputs(source, tmp_path) == ()


def test_nothing_outside_the_folder_is_given(tmp_path: Path) -> None:
    """Paths that lead out of the root's folder are passed over, also by a link."""
    outside = write(tmp_path, "secret.tex")
    root = tmp_path / "resume"
    root.mkdir()
    (root / "link.tex").symlink_to(outside)
    source = rf"\input{{../secret}}\input{{{outside}}}\input{{link}}\input{{sections/../../secret}}"
    assert find_inputs(source, root) == ()


def test_files_that_include_each_other_end(tmp_path: Path) -> None:
    """A circle of includes gives each file once, and so does a file that includes itself."""
    one = write(tmp_path, "one.tex", r"\input{two}")
    two = write(tmp_path, "two.tex", r"\input{one}\input{two}")
    assert find_inputs(r"\input{one}", tmp_path) == (one, two)


def test_the_number_of_files_is_bounded(tmp_path: Path) -> None:
    """A root that pulls in hundreds of files is read as far as a hundred."""
    for number in range(150):
        write(tmp_path, f"f{number}.tex")
    source = "".join(rf"\input{{f{number}}}" for number in range(150))
    assert len(find_inputs(source, tmp_path)) == 100


def test_a_root_is_read_with_its_inputs(tmp_path: Path) -> None:
    """Each included file is a document of its own, read with the macros that another file defines."""
    write(tmp_path, "macros.tex", r"\newcommand{\win}[1]{\item #1}")
    write(tmp_path, "work/acme.tex", "\\section{Experience}\n\\win{Cut costs by 40\\%.}")
    root = r"\input{macros}\begin{document}\input{work/acme}\section{Projects}\win{Led the launch.}\end{document}"
    write(tmp_path, "cv.tex", root)
    documents = read_file(tmp_path / "cv.tex")
    assert [(document.path, [bullet.text for bullet in document.bullets]) for document in documents] == [
        (str(tmp_path / "cv.tex"), ["Led the launch."]),
        (str(tmp_path / "macros.tex"), []),
        (str(tmp_path / "work/acme.tex"), ["Cut costs by 40%."]),
    ]
