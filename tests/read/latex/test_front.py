r"""LaTeX: the templates' macros, exact places through mark-up, and input that means harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletlint.core.document import Bullet, Draft
from bulletlint.core.errors import ReadError
from bulletlint.core.places import find_line_starts, find_place
from bulletlint.read import read_file
from bulletlint.read.latex.front import read_latex
from pieces import PIECES

SAMPLES = Path(__file__).parents[3] / "samples"
TEMPLATES = ("resume_item.tex", "moderncv.tex", "awesome_cv.tex", "deedy.tex")


def list_blocks(source: str, **options: str | set[str]) -> list[tuple[str, str]]:
    draft = read_latex(source, **options)  # type: ignore[arg-type]
    return [(block.kind, block.text) for block in draft.blocks]


def list_items(source: str) -> list[str]:
    return [block.text for block in read_latex(source).blocks if block.kind == "item"]


def locate(source: str, phrase: str) -> tuple[int | None, ...]:
    """Return line, column, end line and end column of a phrase in the only block of a source that has it."""
    (block,) = (block for block in read_latex(source).blocks if phrase in block.text)
    start = block.text.index(phrase)
    bullet = Bullet(block.text, block.stretches)
    place = find_place(bullet, find_line_starts(source), start, start + len(phrase))
    return place.line, place.column, place.end_line, place.end_column


def check_offsets(source: str, draft: Draft) -> None:
    """Each stretch lies in the source, and one as long as its source is that source but for white space."""
    for block in draft.blocks:
        for stretch in block.stretches:
            assert stretch.start is not None
            assert stretch.end is not None
            assert 0 <= stretch.start <= stretch.end <= len(source)
            own = source[stretch.start : stretch.end]
            if len(own) == len(stretch.text) > 1 and not set("{}\\#$^") & set(own):
                folded = "".join(
                    " " if character.isspace() or character == "~" else character for character in own
                )
                assert stretch.text == folded


# The sample and the templates


def test_sample_has_the_bullets_of_the_markdown_sample() -> None:
    """The same resume in LaTeX gives the same bullets, sections and past jobs."""
    (expected,) = read_file(SAMPLES / "resume.md")
    (actual,) = read_file(SAMPLES / "resume.tex")
    assert [(bullet.text, bullet.section, bullet.ended) for bullet in actual.bullets] == [
        (bullet.text, bullet.section, bullet.ended) for bullet in expected.bullets
    ]


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_has_the_bullets_of_the_markdown_sample(name: str) -> None:
    """The templates' macros hide no bullet and add none."""
    (expected,) = read_file(SAMPLES / "resume.md")
    (actual,) = read_file(SAMPLES / "templates" / name)
    assert [bullet.text for bullet in actual.bullets] == [bullet.text for bullet in expected.bullets]


@pytest.mark.parametrize("name", ["resume.tex", *(f"templates/{name}" for name in TEMPLATES)])
def test_first_word_of_each_bullet_stands_at_its_place(name: str) -> None:
    """The place of a bullet is where its first word is written in the source."""
    source = (SAMPLES / name).read_text("utf-8")
    (document,) = read_file(SAMPLES / name)
    lines = source.split("\n")
    for bullet in document.bullets:
        first = bullet.text.split()[0].rstrip(":")
        place = find_place(bullet, find_line_starts(source), 0, len(first))
        assert place.line is not None
        assert place.column is not None
        assert lines[place.line - 1][place.column - 1 :].startswith(first)
    check_offsets(source, read_latex(source))


# Bullets


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\begin{itemize}\item Cut cost. \item{Led} it\end{itemize}", ["Cut cost.", "Led it"]),
        (r"\item\small{Cut cost. \vspace{-2pt}}", ["Cut cost."]),
        (r"\item {Cut cost.}", ["Cut cost."]),
        (r"\item[Search] Cut cost.", ["Search: Cut cost."]),
        (r"\item[Search]", ["Search"]),
        (r"\item[$\bullet$] Cut cost.", ["Cut cost."]),
        (r"\item[\textbf{Search:}] Cut cost.", ["Search: Cut cost."]),
        (r"\resumeItem{Cut cost.}", ["Cut cost."]),
        (r"\resumeItem{Search}{Cut cost.}", ["Search: Cut cost."]),
        (r"\resumeItem{Search:} {Cut cost.}", ["Search: Cut cost."]),
        (r"\resumeItemWithoutTitle{Cut cost.}", ["Cut cost."]),
        (r"\resumeSubItem{Search}{Cut cost.}", ["Search: Cut cost."]),
        (r"\textbullet\ Cut cost. \\ \textbullet{} Led it.", ["Cut cost.", "Led it."]),
        (r"• Cut cost. \\ • Led it.", ["Cut cost.", "Led it."]),
        (r"$\bullet$ Cut cost.", ["Cut cost."]),
        (r"\cvitem{Search}{Cut cost.}", ["Search: Cut cost."]),
        (r"\cvitem{}{Cut cost.}", ["Cut cost."]),
        (r"\cvlistitem{Cut cost.}", ["Cut cost."]),
        (r"\cvlistdoubleitem{Cut cost.}{Led it.}", ["Cut cost.", "Led it."]),
        (r"\twentyitem{2020}{Engineer}{Acme}{Cut cost.}", ["Cut cost."]),
        (r"\sbullet Cut cost.", ["Cut cost."]),
        (r"\begin{cvitems}\item {Cut cost.}\end{cvitems}", ["Cut cost."]),
        (r"\begin{tabular}{ll}\textbullet & Cut cost. \\ \textbullet & Led it. & 2020 \end{tabular}", ["Cut cost.", "Led it."]),
        (r"\cventry{2020}{Engineer}{Acme}{}{}{\begin{itemize}\item Cut cost.\end{itemize}}", ["Cut cost."]),
        (r"\achievementItem{Cut cost.}", ["Cut cost."]),
        (r"\begin{itemize}\item Cut \begin{itemize}\item cost \end{itemize} \item Led \end{itemize}", ["Cut", "cost", "Led"]),
        (r"\newcommand{\win}[1]{\item #1}\win{Cut cost.}", ["Cut cost."]),
        (r"\def\win#1{\item\small{#1}}\win{Cut cost.}", ["Cut cost."]),
        (r"\newcommand{\win}[2]{\item \textbf{#1}: #2}\win{Search}{Cut cost.}", ["Search: Cut cost."]),
        (r"\newcommand\win{\item }\win Cut cost. \win Led it.", ["Cut cost.", "Led it."]),
        (r"\newcommand{\win}[2][x]{\item #2}\win[y]{Cut cost.}\win{Led.}", ["Cut cost.", "Led."]),
        (r"\NewDocumentCommand{\win}{o m}{\item #2}\win{Cut cost.}", ["Cut cost."]),
        (r"\newcommand{\row}[1]{\textbullet\ #1}\newcommand{\win}[1]{\row{#1}}\win{Cut cost.}", ["Cut cost."]),
    ],
)  # fmt: skip
def test_bullet_macros(source: str, expected: list[str]) -> None:
    """Every usual way of writing a bullet is one bullet."""
    assert list_items(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\section{Work \& play}", [("heading", "Work & play")]),
        (r"\resumeSubheading{Engineer}{2020}{Acme}{Oslo}", [("heading", "Engineer | 2020 | Acme | Oslo")]),
        (r"\resumeProjectHeading{\textbf{Skiff} $|$ Go}{2020}", [("heading", "Skiff | Go | 2020")]),
        (r"\cvskill{Go}{4}", [("paragraph", "Go | 4")]),
        (r"\cvtag{Go}\cvtag{SQL}", [("paragraph", "Go"), ("paragraph", "SQL")]),
        (r"\cvevent{Engineer}{Acme}{2020}{Oslo}", [("heading", "Engineer | Acme | 2020 | Oslo")]),
        (r"\begin{rSubsection}{Acme}{2020}{Engineer}{Oslo}", [("heading", "Acme | 2020 | Engineer | Oslo")]),
        (r"\datedsubsection{Acme}{2020}", [("heading", "Acme | 2020")]),
        (r"\role{Engineer}{Go}", [("heading", "Engineer | Go")]),
        (r"\newcommand{\resheading}[1]{{\large\textbf{#1}}}\resheading{Work 2}", [("heading", "Work 2")]),
        (r"\roottitle{Work}", [("heading", "Work")]),
        ("A\n\\tinted{red}{b} c", [("paragraph", "A red b c")]),
        (
            r"\entry{2020}{Engineer}{Acme}{Led it}",
            [("heading", "2020 | Engineer | Acme"), ("paragraph", "Led it")],
        ),
        (
            r"\item Led it \\[8pt] \textbf{Acme} \hfill 2020 \item Ran it",
            [("item", "Led it"), ("paragraph", "Acme 2020"), ("item", "Ran it")],
        ),
        (r"\newcommand{\location}[1]{\small #1}\item Led it, \location{Oslo}", [("item", "Led it, Oslo")]),
        (r"\job{Engineer}{Acme}{2020}", [("heading", "Engineer | Acme | 2020")]),
        (
            r"\begin{tabular}{lr}Acme & 2020 \\ Oslo & \end{tabular}",
            [("row", "Acme | 2020"), ("row", "Oslo")],
        ),
        (r"Mara \textbullet{} Oslo \\ Norway", [("paragraph", "Mara • Oslo"), ("paragraph", "Norway")]),
        (r"{\Large\bfseries Experience}", [("heading", "Experience")]),
        (r"\textbf{Acme} \hfill 2019 -- 2020", [("paragraph", "Acme 2019 – 2020")]),
    ],
)
def test_what_is_no_bullet(source: str, expected: list[tuple[str, str]]) -> None:
    """Headings, job lines, skills and rows of tables are blocks of their own kinds."""
    assert list_blocks(source) == expected


def test_levels_follow_the_lists() -> None:
    """The level of a bullet is its list depth, that of a heading its rank."""
    source = r"\section{A}\subsection{B}\begin{itemize}\item C\begin{itemize}\item D\end{itemize}\item E\end{itemize}"
    assert [(block.kind, block.level) for block in read_latex(source).blocks] == [
        ("heading", 1), ("heading", 2), ("item", 1), ("item", 2), ("item", 1),
    ]  # fmt: skip


def test_resume_item_is_declared() -> None:
    """The template itself calls a resumeItem an accomplishment, and a plain item not."""
    blocks = read_latex(r"\resumeItem{Cut cost.}\item Go, SQL").blocks
    assert [block.declared for block in blocks] == [True, False]


def test_macros_of_another_file() -> None:
    """Definitions of the root file serve for the files that it includes."""
    root = r"\newcommand{\win}[1]{\item #1}"
    assert list_blocks(r"\win{Cut cost.}", definitions=root) == [("item", "Cut cost.")]


def test_named_item_macros() -> None:
    """A macro that the settings name is a bullet."""
    assert list_blocks(r"\win{Cut cost.}", item_macros={"win"}) == [("item", "Cut cost.")]


# Text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\textbf{40\%} of \$3k \& \#1 a\_b \{x\}", "40% of $3k & #1 a_b {x}"),
        (r"see \href{http://a.b/c%20d#e}{the \emph{page}}", "see the page"),
        ("a~b--c---d ``q'' e", "a b–c—d “q” e"),
        (r"$\sim$40\%, $>$ 3, $5\times$, $p_{95}$, $10^{6}$, $1{,}000$", "~40%, > 3, 5×, p95, 10^6, 1,000"),
        (r"10\,000 users in 5\,ms", "10000 users in 5 ms"),
        (r"caf\'e na\"{\i}ve \c{c}a \v{S} \o re \ss", "café naïve ça Š øre ß"),
        (r"\faIcon{check} done \faGithub{} it \hfill 2019", "done it 2019"),
        ("cut\n   cost % why\n  by half", "cut cost by half"),
        (r"{\bf Led} {\small it} \LaTeX{} and \TeX", "Led it LaTeX and TeX"),
        (r"\textcolor{red}{Led} \colorbox{blue}{it} \footnote{no}", "Led it"),
        (r"\frac{1}{2} \SI{5}{ms} \enquote{q}", "1/2 5 ms “q”"),
        (r"\verb|a_b%c| \texttt{d}", "a_b%c d"),
        (r"\newcommand{\cpp}{C\texttt{++}}\newcommand{\pct}[1]{#1\%}\cpp{} \pct{40} \cpp.", "C++ 40% C++."),
        (r"\newcommand{\hi}[2][red]{\textcolor{#1}{#2}}\hi{a} \hi[b]{c}", "a c"),
        (r"line one\\[2pt] line two\newline three", "line one line two three"),
        (r"\itemsep -3pt {} \parskip=2pt Led it", "Led it"),
        (r"\hrefWithoutArrow{mailto:a@b.c}{a@b.c}", "a@b.c"),
        (r"Led\vspace{2pt} \vskip 2pt it \hspace*{1cm} all", "Led it all"),
    ],
)
def test_text_of_an_item(source: str, expected: str) -> None:
    """Mark-up inside a bullet is read as it would be printed."""
    assert list_items(f"\\item {source}") == [expected]


@pytest.mark.parametrize(
    ("source", "phrase", "expected"),
    [
        (r"\item Cut \textbf{40\%} of cost", "40%", (1, 19, 1, 23)),
        (r"\item Cut \textbf{40\%} of cost", "%", (1, 21, 1, 23)),
        (r"\item see \href{http://a%b}{the page} now", "page", (1, 33, 1, 37)),
        ("\\item cut\n    the cost", "cut the", (1, 7, 2, 8)),
        ("\\item cut % why\n  cost", "cost", (2, 3, 2, 7)),
        (r"\item \'Elan vital", "Élan", (1, 7, 1, 13)),
        (r"\item 2019--2021", "–", (1, 11, 1, 13)),
        (r"\resumeItem{Search}{Cut cost}", "Search: Cut", (1, 13, 1, 24)),
        (r"\newcommand{\pct}[1]{#1\%}\item by \pct{40} now", "40", (1, 41, 1, 43)),
        (r"\newcommand{\pct}[1]{#1\%}\item by \pct{40} now", "%", (1, 43, 1, 44)),
        ("\\item one\r\n\\item two", "two", (2, 7, 2, 10)),
    ],
)
def test_places(source: str, phrase: str, expected: tuple[int, ...]) -> None:
    """A phrase is found where it is written, through mark-up, escapes and wrapped lines."""
    assert locate(source, phrase) == expected


# What is not read


@pytest.mark.parametrize(
    "source",
    [
        "\\item Led it. % \\item no\n",
        r"\item Led it. \iffalse \item no \fi",
        r"\iffalse \item no \ifx a b \fi \else \item Led it. \fi",
        r"\newif\iflong \iflong \item no \else \item Led it. \fi",
        r"\newif\iflong \longtrue \iflong \item Led it. \else \item no \fi",
        "\\begin{comment}\n\\item no\n\\end{comment}\n\\item Led it.",
        r"\begin{verbatim}\item no\end{verbatim}\item Led it.",
        r"\newcommand{\x}{\item no}\begin{document}\item Led it.\end{document}\item no",
        r"\item no \begin{document}\item Led it.",
        r"\input{no}\includegraphics[width=2cm]{no}\item Led it.\label{no}",
    ],
)
def test_hidden_source(source: str) -> None:
    """Comments, branches switched off, the preamble and what follows the document give no bullets."""
    assert list_items(source) == ["Led it."]


def test_comments_with_their_offsets() -> None:
    """Each comment is given once with its offsets, also inside a bullet, and none of a branch switched off."""
    source = "\\item Led it. % bulletlint: ignore BL301 secret\n\\iffalse % no\n\\fi\n100\\% % last"
    comments = read_latex(source).comments
    assert [(comment.text, source[comment.start : comment.end]) for comment in comments] == [
        ("bulletlint: ignore BL301 secret", "% bulletlint: ignore BL301 secret"),
        ("last", "% last"),
    ]


# Broken and hostile source


def test_unclosed_brace_loses_nothing_and_is_noted() -> None:
    """A brace that is never closed costs no bullet, and the user is told its line."""
    draft = read_latex("\\resumeItem{Cut cost.\n\\resumeItem{Led it.}")
    assert [block.text for block in draft.blocks] == ["Cut cost.", "Led it."]
    assert draft.notes == ("line 1: { is never closed",)


def test_stray_dollar_hides_nothing() -> None:
    """A single dollar sign does not turn the rest of the file into a formula."""
    assert list_items(r"\item Saved $3k a month. \item Led it.") == ["Saved 3k a month.", "Led it."]


@pytest.mark.parametrize(
    "source",
    [
        "{" * 50_000,
        "{" * 50_000 + "x" + "}" * 50_000,
        "\\textbf{" * 50_000 + "x" + "}" * 50_000,
        "\\resumeItem{a" * 20_000 + "}" * 20_000,
        "\\begin{itemize}\\item a & b " * 20_000,
        "\\begin{verbatim}" * 20_000,
        "\\iffalse\\else" * 20_000,
        "\\ifx" * 50_000,
        "\\item[" * 50_000,
        "\\newcommand{\\a}[" * 20_000,
        "$" * 50_001,
        "\\" * 50_001,
        "word " * 100_000,
    ],
)
def test_deep_and_long_source_takes_bounded_time(source: str) -> None:
    """Fifty thousand nested braces are read in seconds of computing and without recursion."""
    start = time.process_time()
    read_latex(source)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "source",
    [
        r"\def\a{\a}\item \a",
        r"\def\a#1{#1#1}\item " + r"\a{" * 40 + "x" + "}" * 40,
        "".join(rf"\def\{chr(97 + n)}{{\{chr(98 + n)}\{chr(98 + n)}}}" for n in range(24)) + r"\item \a",
    ],
)
def test_endless_macros_are_an_error(source: str) -> None:
    """Macros that repeat themselves are refused with one line."""
    with pytest.raises(ReadError) as caught:
        read_latex(source)
    assert (
        str(caught.value)
        == "its macros repeat their arguments without end; fix them, LaTeX could not set this either"
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES["latex"]), max_size=40).map("".join))
def test_texts_are_trimmed(source: str) -> None:
    """Whatever the source, a block has no white space around it and none doubled within."""
    try:
        texts = [block.text for block in read_latex(source).blocks]
    except ReadError:  # macros without end
        texts = []
    assert [text for text in texts if text != text.strip() or "  " in text] == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(source: str) -> None:
    """No text at all makes the reader fail."""
    check_offsets(source, read_latex(source))


def test_a_preamble_says_who_it_is_about() -> None:
    """The class sets it at the head of the page; definitions, lengths and what the file defines by itself are none."""
    source = (
        "\\documentclass{moderncv}\n\\newcommand{\\address}[1]{x}\n\\name{Iva}{Kos}\n\\email{iva@example.org}\n"
        "\\pagestyle{empty}\\photo[64pt]{me.png}\n\\begin{document}Led it.\\end{document}"
    )
    blocks = read_latex(source).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("row", "Iva"),
        ("row", "Kos"),
        ("row", "iva@example.org"),
        ("paragraph", "Led it."),
    ]
