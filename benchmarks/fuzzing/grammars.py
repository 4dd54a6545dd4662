"""Change a text by what its format is made of: pieces are moved, wrapped, nested and repeated whole."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.fuzzing.marred import choose_run

#: How often a construct is nested or repeated; far more is refused by the limits of marks and lines.
_DEPTHS = (2, 3, 10, 30, 100, 300, 1000, 4000)
DEEPEST = _DEPTHS[-1]
#: Characters of a piece that is put into a construct: it may be there eight thousand times.
_MOST_INSIDE = 5_000
#: Most characters of a changed text: the limit of the readers is beyond it.
_LONGEST = 900_000


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a format is made of: `tokens` cuts a text into pieces, and a construct holds a piece at its `@`.

    If `opening` and `closing` tell tokens that belong together, most changes are to whole pieces: a format that is
    refused for one bracket too many would otherwise be read no further.
    """

    tokens: re.Pattern[str]
    constructs: tuple[str, ...]
    opening: re.Pattern[str] | None = None
    closing: re.Pattern[str] | None = None
    #: One change in so many is not to whole pieces.
    broken: int = 6


def _make(tokens: str, constructs: str, opening: str = "", closing: str = "") -> Grammar:
    """Return a grammar; one construct a line, with \\n for the end of a line."""
    lines = (line.replace("⏎", "\n") for line in constructs.strip("\n").splitlines())
    return Grammar(
        re.compile(tokens + r"|\s+|\w+|.", re.DOTALL),
        tuple(lines),
        re.compile(opening) if opening else None,
        re.compile(closing) if closing else None,
    )


_MARKDOWN = _make(
    r"`+|\*+|_+|~+|#+|!?\[|\]\(|\]|<[^>\n]{0,80}>|&\w+;",
    r"""
**@**
_@_
`@`
``@``
~~@~~
[@](http://a.b)
[a](@)
![@](a.png)
![a](@ "b")
[@][r]⏎⏎[r]: http://a.b⏎
<!-- @ -->
<!-- bulletlint: ignore BL101 @ -->
{/* @ */}
<b>@</b>
<li>@</li>
<details><summary>a</summary>@</details>
⏎```⏎@⏎```⏎
⏎    @
⏎- @
⏎  - @
⏎1. @
⏎> @
⏎# @
⏎@⏎===⏎
⏎@⏎---⏎
⏎---⏎@: a⏎---⏎
⏎| @ | b |⏎|---|---|⏎| c | @ |⏎
\@
&@;
$@$
""",
)
_LATEX = _make(
    r"\\[A-Za-z@]+\*?|\\.|%[^\n]*|[{}\[\]]",
    r"""
{@}
[@]
\textbf{@}
\href{http://a.b}{@}
\section{@}
\subsection*{@}
\item @
\item[@] a
⏎\begin{itemize}⏎\item @⏎\end{itemize}⏎
⏎\begin{tabular}{@{}p{3cm}|r@{}}⏎@ & b \\⏎\multicolumn{2}{l}{@}⏎\end{tabular}⏎
⏎\begin{unknown}{@}⏎@⏎\end{unknown}⏎
\cventry{2019}{@}{a}{b}{c}{@}
\cvitem{a}{@}
\resumeItem{@}
\resumeSubheading{@}{a}{@}{b}
\unknown{@}{@}[@]
\newcommand{\own}[2][a]{\item #1 @ #2}\own[@]{@}
\newcommand{\own}{@ \own}\own
\def\own#1{@#1}\own{@}
\def\own#1.#2;{@}\own a.b;
\newenvironment{owned}[1]{@ #1}{@}⏎\begin{owned}{a}@\end{owned}
\newif\ifx\xtrue\ifx @\else @\fi
\iffalse @ \fi
\ifnum 1=1 @\else b\fi
$@$
\(@\)
\[@\]
⏎\begin{comment}⏎@⏎\end{comment}⏎
⏎\begin{verbatim}⏎@⏎\end{verbatim}⏎
% @⏎
\verb|@|
\input{@}
\let\own=@
\expandafter\own\csname @\endcsname
\begingroup @ \endgroup
\makebox[1em][l]{@}
\parbox{1em}{@}
\multirow{2}{*}{@}
\@
""",
)
_TYPST = _make(
    r"#\w+|//[^\n]*|/\*|\*/|[\[\](){}]|\"[^\"\n]*\"",
    r"""
[@]
(@)
{@}
*@*
_@_
`@`
$@$
"@"
⏎= @
⏎- @
⏎+ @
⏎/ @: a
#text(size: 9pt)[@]
#list([@], [@])
#let own(a, b: []) = [@ #a #b]⏎#own([@], b: [@])
#let own = (a: [@], b: ("@", [@]))⏎#own.a
#let own(body) = { own[@] }⏎#own[@]
#show: own.with(name: [@], items: ([@], "@"))
#show heading: it => [@ #it.body]
#if true [@] else [@]
#for x in (1, 2) [@]
#grid(columns: (1fr, 2fr), [@], align(right)[@])
#table([@], [@])
#include "@"
#import "@": *
#set text(font: "@")
#link("http://a.b")[@]
#"@"
#{ [@]; "@" }
// @⏎
/* @ */
⏎```⏎@⏎```⏎
\u{@}
\@
""",
)
_YAML = _make(
    r"[-?:] |[&*]\w+|[\[\]{},]|\"[^\"\n]*\"|'[^'\n]*'|#[^\n]*",
    r"""
"@"
'@'
[@]
{a: @}
{a: [@, {b: @}]}
⏎- @
⏎  - @
⏎a: @
⏎? @⏎: b
⏎a: |⏎  @⏎
⏎a: >-⏎    @⏎
⏎---⏎@⏎
⏎...⏎@
&x @
*x @
⏎a: &a [@]⏎b: [*a, *a]⏎
⏎<<: *x⏎
!!str @
!own @
# @⏎
⏎highlights:⏎  - @⏎
⏎cv:⏎  sections:⏎    experience:⏎      - company: @⏎        highlights: [@]⏎
"\@"
""",
)
_JSON = _make(
    r"\"(?:[^\"\\\n]|\\.)*\"|[\[\]{},:]",
    r"""
"@"
[@]
[@, @]
{"a": @}
{"highlights": ["@"]}
{"summary": "@", "name": "@"}
{"a": @, "a": @}
"<ul><li>@</li></ul>"
"\u@"
"\n@"
⏎// @⏎
""",
    r"[\[{]",
    r"[\]}]",
)
_HTML = _make(
    r"<!--|-->|</?[\w:-]+|/?>|&#?\w+;|\"[^\"\n]*\"",
    r"""
<p>@</p>
<ul><li>@</li></ul>
<ol><li>@<li>@</ol>
<li>@
<div>@</div>
<div class="@">@</div>
<div style="display:none">@</div>
<div style="float:left;width:30%">@</div>
<span hidden>@</span>
<h2>@</h2>
<b>@</b>
<a href="@">@</a>
<table><tr><td>@</td><td>@</td></tr></table>
<dl><dt>@</dt><dd>@</dd></dl>
<pre>@</pre>
<br>@
<!-- @ -->
<script>@</script>
<style>@</style>
<template>@</template>
<svg><text>@</text></svg>
<![CDATA[@]]>
<?xml @?>
<!DOCTYPE @>
<img alt="@">
<details><summary>@</summary>@</details>
<x-own a='@'>@</x-own>
<p @
&@;
&#x@;
""",
)
_RST = _make(
    r"`+|\*+|\|+|\.\. |::|_+",
    r"""
**@**
*@*
``@``
:own:`@`
`@ <http://a.b>`_
|@|
⏎- @
⏎  - @
⏎#. @
⏎:@: a
⏎@⏎====⏎
⏎====⏎@⏎====⏎
⏎.. @
⏎.. own:: @⏎   a⏎
⏎a::⏎⏎   @⏎
⏎+---+---+⏎| @ | b |⏎+---+---+⏎
⏎=== ===⏎ @   b⏎=== ===⏎
⏎@⏎  a
⏎.. |x| replace:: @⏎
""",
)
_ORG = _make(
    r"\*+|\[\[|\]\[|\]\]|#\+\w+:?|:\w+:|[=~/_+]",
    r"""
*@*
/@/
=@=
[[@][@]]
[[http://a.b][@]]
⏎* @
⏎*** TODO [#A] @ :tag:
⏎- @
⏎  + @
⏎- @ :: a
⏎1) @
⏎#+BEGIN_SRC⏎@⏎#+END_SRC⏎
⏎#+BEGIN_QUOTE⏎@⏎#+END_QUOTE⏎
⏎#+MACRO: own @ $1⏎{{{own(@)}}}
⏎:PROPERTIES:⏎:A: @⏎:END:⏎
⏎| @ | b |⏎|---+---|⏎
# @⏎
[fn:1] @
<@>
\@
""",
)
_PLAIN = _make(
    r"[•·▪–—*-]+|\n+",
    r"""
⏎• @
⏎  - @
⏎1. @
⏎@⏎----⏎
⏎@:⏎
⏎| @ |⏎
⏎@    @
⏎@ (2019 - 2021)
⏎== @
"@"
""",
)
GRAMMARS: Mapping[str, Grammar] = {
    "markdown": _MARKDOWN, "latex": _LATEX, "typst": _TYPST, "yaml": _YAML, "json": _JSON, "html": _HTML, "rst": _RST,
    "org": _ORG, "plain": _PLAIN,
}  # fmt: skip


def change_text(
    text: str, other: str, grammar: Grammar, chance: random.Random, deepest: int = DEEPEST
) -> str:
    """Return a text with one to six changes; `other` is a text of the same format of which a part may be put in.

    Nothing is nested or repeated more often than `deepest` says.
    """
    depths = [depth for depth in _DEPTHS if depth <= deepest]
    tokens = grammar.tokens.findall(text)
    for _ in range(chance.choice((1, 1, 2, 2, 3, 6))):
        tokens = _change(tokens, other, grammar, chance, depths)
        if sum(map(len, tokens)) > _LONGEST:
            break
    return "".join(tokens)[:_LONGEST]


def _change(
    tokens: list[str], other: str, grammar: Grammar, chance: random.Random, depths: list[int]
) -> list[str]:
    whole = grammar.opening is not None and chance.randrange(grammar.broken) > 0
    first, last = choose_whole(tokens, grammar, chance) if whole else choose_run(tokens, chance)
    run = tokens[first:last]
    kind = chance.randrange(9)
    if kind == 0:
        return tokens[:first] + tokens[last:]
    if kind == 1:
        return tokens[:last] + run + tokens[last:]
    if kind == 2:  # elsewhere
        rest = tokens[:first] + tokens[last:]
        place = choose_whole(rest, grammar, chance)[0] if whole else chance.randrange(len(rest) + 1)
        return rest[:place] + run + rest[place:]
    if kind == 3 and whole:  # another piece in its place
        start, end = choose_whole(tokens, grammar, chance)
        return tokens[:first] + tokens[start:end] + tokens[last:]
    if kind == 3:  # another piece of the same kind, as far as its first character tells
        alike = [token for token in tokens if run and token[:1] == run[0][:1]]
        return tokens[:first] + ([chance.choice(alike)] if alike else []) + tokens[first + 1 :]
    if kind == 4:
        borrowed = grammar.tokens.findall(other)
        start, end = choose_whole(borrowed, grammar, chance) if whole else choose_run(borrowed, chance)
        return tokens[:first] + borrowed[start:end] + tokens[last:]
    construct = chance.choice(grammar.constructs)
    inside = "".join(run)[:_MOST_INSIDE]
    if kind == 5:  # one in another, many deep
        opening, _, closing = construct.partition("@")
        depth = chance.choice(depths)
        left = 0 if whole else chance.randrange(3)  # now and then without what closes, or what opens
        nested = (opening * depth if left != 1 else "") + inside + (closing * depth if left != 2 else "")
        return [*tokens[:first], nested, *tokens[last:]]
    if kind == 6:
        return [*tokens[:first], construct.replace("@", inside) * chance.choice(depths), *tokens[last:]]
    return [*tokens[:first], construct.replace("@", inside), *tokens[last:]]


def choose_whole(tokens: list[str], grammar: Grammar, chance: random.Random) -> tuple[int, int]:
    """Return where a random token, with all that belongs to it up to what closes it, begins and ends."""
    assert grammar.opening is not None
    assert grammar.closing is not None
    if not tokens:
        return 0, 0
    first = chance.randrange(len(tokens))
    while first and (grammar.closing.match(tokens[first]) or tokens[first].isspace()):
        first -= 1
    depth = 0
    for last in range(first, len(tokens)):
        depth += bool(grammar.opening.match(tokens[last])) - bool(grammar.closing.match(tokens[last]))
        if depth <= 0:
            return first, last + 1
    return first, len(tokens)
