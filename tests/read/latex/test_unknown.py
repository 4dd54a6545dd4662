"""Macros and environments that no table names."""

from __future__ import annotations

import pytest

from bulletlint.read.latex.front import read_latex

SENTENCE = "Cut the stock count from two days to three hours."
OTHER = "Moved the tape archive to a dry cellar."


def read_blocks(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_latex(source).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (rf"\job{{Acme}}{{Analyst}}{{2021}}{{{SENTENCE}}}", [("heading", "Acme | Analyst | 2021"), ("paragraph", SENTENCE)]),
        (rf"\job{{{SENTENCE}}}{{Acme}}{{2021}}", [("heading", "Acme | 2021"), ("paragraph", SENTENCE)]),
        (rf"\job[2021]{{Acme}}{{{SENTENCE}}}", [("heading", "2021 | Acme"), ("paragraph", SENTENCE)]),
        (rf"\duty{{{SENTENCE}}}{{}}" + f"\n\\duty{{{OTHER}}}{{}}", [("item", SENTENCE), ("item", OTHER)]),
        (rf"\duty{{{SENTENCE}}}" + "\n\nOslo\n\n" + rf"\duty{{{OTHER}}}", [("paragraph", SENTENCE), ("paragraph", "Oslo"), ("paragraph", OTHER)]),
        (rf"\task {SENTENCE}" + "\n" + rf"\task {OTHER}" + "\n", [("item", SENTENCE), ("item", OTHER)]),
        (rf"\task {SENTENCE}" + "\nand \\task two\n", [("paragraph", f"{SENTENCE} and two")]),
        ("\\topic{Work}\n\\+ Cut cost.\n\\+ Led it.\n\\topic{Kites}\n", [("heading", "Work"), ("item", "Cut cost."), ("item", "Led it."), ("heading", "Kites")]),
        ("\\Chapter{Work}\n\\Chapter{Before that}\n", [("heading", "Work"), ("heading", "Before that")]),
        ("\\mark{Work}\nand \\mark{Before that}\n", [("heading", "Work"), ("paragraph", "and Before that")]),
        ("\\Job{at={Acme}, to={today}, points={\\p{Led 40 tours} \\p{Cut cost}}}", [("paragraph", "at=Acme, to=today, points="), ("paragraph", "Led 40 tours Cut cost")]),
        (rf"\cvItem{{Jan '22 -- now}}{{Analyst\\ {SENTENCE}}}", [("heading", "Jan '22 – now"), ("paragraph", "Analyst"), ("paragraph", SENTENCE)]),
        (r"\job{Acme}{2021}{\item Cut cost.\item Led it.}", [("heading", "Acme | 2021"), ("item", "Cut cost."), ("item", "Led it.")]),
        (rf"\item[]\job{{Acme}}{{{SENTENCE}}}", [("heading", "Acme"), ("paragraph", SENTENCE)]),
        (r"\Section{Experience}{Experience}{PDF:Experience}", [("heading", "Experience")]),
        (r"\begin{cvExperience}Acme\end{cvExperience}", [("heading", "Experience"), ("paragraph", "Acme")]),
        (r"\begin{workexperiencesection}\end{workexperiencesection}", []),
        (r"\begin{cvTable}Acme\end{cvTable}", [("paragraph", "Acme")]),
        (r"\cvItem{Jan 2021}{Analyst\\ Cut cost.}", [("heading", "Jan 2021"), ("paragraph", "Analyst"), ("paragraph", "Cut cost.")]),
        (rf"\cvitem{{2021}}{{Analyst}}{{Acme}}{{{SENTENCE}}}", [("heading", "2021 | Analyst | Acme"), ("paragraph", SENTENCE)]),
        (r"\entry*[2021 -- 2023] \textbf{Analyst.}" "\n\\par Cut cost.", [("paragraph", "2021 – 2023 | Analyst."), ("paragraph", "Cut cost.")]),
        (r"\degree{MSc}{Statistics}{May 2016}", [("heading", "MSc | Statistics | May 2016")]),
        (r"\name{Jo Doe}\tagline{Planner}", [("paragraph", "Jo Doe Planner")]),
        (r"\makeheaders[c] Acme", [("paragraph", "Acme")]),
        (r"\item \en{Cut cost.}\sv{Spar.}", [("item", "Cut cost.")]),
        (r"\item \sv{Spar.}", [("item", "Spar.")]),
        (r"\hangindent=1 true cm\hangafter=-1 \parindent=\baselineskip Led it.", [("paragraph", "Led it.")]),
        (r"\newcommand{\icon}[2]{\csname fa#1\endcsname}\item \icon{Map}{12}Oslo \ding{224} Lyon", [("item", "Oslo Lyon")]),
        (r"\texttt{Go}\slashsep\texttt{SQL}", [("paragraph", "Go SQL")]),
    ],
)  # fmt: skip
def test_blocks_by_shape(source: str, expected: list[tuple[str, str]]) -> None:
    """Labels make a heading, statements and lists blocks of their own; what is no text is left out."""
    assert read_blocks(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\begin{tabular}{lp{9cm}}2021 & Analyst, Acme \\ & " + SENTENCE + r"\\ \end{tabular}",
         [("row", "2021 | Analyst, Acme"), ("paragraph", SENTENCE)]),
        (r"\begin{tabular}{lp{9cm}}2021 & " + SENTENCE + r" & Oslo \\ \end{tabular}",
         [("row", "2021"), ("paragraph", SENTENCE), ("row", "Oslo")]),
    ],
)  # fmt: skip
def test_statements_in_cells(source: str, expected: list[tuple[str, str]]) -> None:
    """A cell that is a sentence is a block of its own."""
    assert read_blocks(source) == expected


def test_title_and_text_of_an_item() -> None:
    """Two groups that hug the item are a title and its text; two groups within its text are not."""
    assert read_blocks(r"\item{Hiring}{Wrote the task.}\item {\bf Led} {\small it}") == [
        ("item", "Hiring: Wrote the task."),
        ("item", "Led it"),
    ]


def test_entries_among_items() -> None:
    """Three groups are a job, and so are dates, or nothing, before several lines."""
    source = "\\item{2019 -- 2021}\n  {Acme}\n  {Planner}\n\nCut cost.\n\n\\cvItem{}{\\textbf{Tide list}\\\\ Wrote it all.}"
    assert read_blocks(source) == [
        ("heading", "2019 – 2021 | Acme | Planner"),
        ("paragraph", "Cut cost."),
        ("paragraph", "Tide list"),
        ("paragraph", "Wrote it all."),
    ]


def test_typed_dashes_in_an_argument() -> None:
    """Each line that begins with a dash is a bullet."""
    source = "\\twentyitem{2021}{Analyst}{Acme}\n{\n - Cut cost \\newline\n - Led it\\newline\n}"
    assert read_blocks(source) == [
        ("heading", "2021 | Analyst | Acme"),
        ("item", "Cut cost"),
        ("item", "Led it"),
    ]


def test_macros_that_make_several_blocks_are_expanded() -> None:
    """The file's own macro says which of its arguments is what."""
    source = (
        r"\newcommand{\job}[3]{\subsection{#1 \hfill #2}\begin{itemize}#3\end{itemize}}"
        r"\newcommand{\two}[2]{\begin{itemize}\item #1\item #2\end{itemize}}"
        r"\job{Acme}{2021}{\item Cut cost.}\two{Led it.}{Sold it.}"
    )
    assert read_blocks(source) == [
        ("heading", "Acme 2021"),
        ("item", "Cut cost."),
        ("item", "Led it."),
        ("item", "Sold it."),
    ]


def test_content_macros_keep_the_places_of_their_text() -> None:
    """A finding in a job that stands in a macro points at the definition, where it can be mended."""
    source = (
        r"\newcommand{\acme}{\begin{itemize}\item Cut cost.\end{itemize}}"
        "\n\\begin{document}\\acme\\end{document}"
    )
    (block,) = read_latex(source).blocks
    assert [(each.text, source[each.start : each.end]) for each in block.stretches] == [
        ("Cut cost.", "Cut cost.")
    ]


def test_values_of_registers_within_a_macro() -> None:
    """They are no text, wherever the macro is called."""
    source = r"\def\did#1{\hangindent=1em\hangafter=1 \vskip 2pt plus 1pt #1\par}\did{Cut cost.}\did{Led it.}"
    assert read_blocks(source) == [("paragraph", "Cut cost."), ("paragraph", "Led it.")]


def test_switch_with_a_space() -> None:
    r"""``\newif \ifshort`` declares a switch too."""
    assert read_blocks("\\newif \\ifshort\n\\shorttrue\\item \\ifshort One\\else Two\\fi") == [
        ("item", "One")
    ]


def test_an_own_macro_with_the_name_of_a_section_is_a_heading() -> None:
    """Whatever it is called, and with a subtitle beside the name; one with a list beside it is none."""
    own = r"\newcommand{\rubrik}[2]{\makebox[3cm][l]{\textsc{#1}}\hrulefill\textit{#2}\par}" + "\n"
    for source in (own, ""):
        blocks = read_latex(source + "\\rubrik{Career}{newest first}\nLed it.\n").blocks
        assert [(block.kind, block.text) for block in blocks][:2] == [
            ("heading", "Career"),
            ("paragraph", "newest first"),
        ]
