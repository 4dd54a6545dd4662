"""Pieces of mark-up of each text format; strung together at random they make a source that means harm."""

from __future__ import annotations

PIECES: dict[str, tuple[str, ...]] = {
    "markdown": (
        "- ", "* ", "1. ", "    ", "\t", "\n", "\r\n", "\r", "\n\n", "**", "*", "__", "`", "``", "~~", "[",
        "](http://x.y)", "![", "<b>", "<br>", "<!-- c -->", "&amp;", "&#37;", "\\%", "\\*", "\\\n", "  \n",
        "<http://a.b>", "# ", " ##", "> ", "| ", "|---|---|\n", "a|b\n", "• ", "\xa0", "\ufeff", "word", "Built",
        "{.x}", "---\n", "===\n", "\0", "é", "😀", "<div>\n", "[a]: http://b\n", "[a]",
    ),
    "plain": (
        "- ", "• ", "o ", "1. ", "  ", "\t", "\n", "\r\n", "\r", "Built it", "word", "low-", "# ", "====\n",
        "----\n", "\xa0", "2019", "# bulletlint: off\n",
        "a long line that goes on and on until it is full enough to wrap at the",
    ),
    "html": (
        "<li>", "</li>", "<ul>", "</ul>", "<p>", "<b>", "</b>", "<br>", "<h2>", "</h2>", "<td>", "<pre>", "</pre>",
        "<script>", "</script>", "<svg>", "</svg>", "<!--", "-->", "<", ">", "&amp;", "&lt", "&#x41;", "&nope;",
        "&", "word", " ", "\n", "'", "\"", "<a href='", "<p hidden>", "é", "\0",
    ),
    "latex": (
        "\\item ", "\\item[", "]", "{", "}", "\\textbf{", "\\href{u}{", "\\%", "$", "~", "--", "``", "''", "&",
        "#1", "^", "_", " ", "\n", "\n\n", "\r\n", "% c\n", "word", "40", "é", "\\'e", "\\c{c}",
        "\\begin{itemize}", "\\end{itemize}", "\\begin{tabular}{ll}", "\\end{tabular}", "\\\\", "\\section{",
        "\\resumeItem{", "\\cventry{a}{b}{c}{", "\\iffalse", "\\fi", "\\else", "\\newcommand{\\x}[1]{a#1b}",
        "\\x{", "\\def\\y{\\x{q}}", "\\y", "\\vskip 2pt plus 1fil", "\\verb|x|", "\\frac{1}{2}", "•",
        "\\textbullet", "-", "\u200b", "\\", "\\LaTeX", "\\hfill", "\\begin{document}", "\\begin{comment}",
        "\\end{comment}",
    ),
    "rst": (
        "- ", "* ", "  ", "\n", "\n\n", "\r\n", "**", "*", "``", "`", "`_", " <http://x>`_", ":a:`", "|", "\\",
        "\\ ", ".. ", ".. x::", "word", "=====\n", "-----\n", "é", "_", "(a) ", "[1]_",
    ),
    "org": (
        "- ", "* ", "  ", "\n", "\n\n", "\r\n", "*", "/", "=", "~", "_", "[[http://x]", "[label]", "]]", "\\\\",
        "@@html:x@@", "# ", "#+BEGIN_SRC\n", "#+END_SRC\n", ":PROPERTIES:\n", ":END:\n", "word", "é", "|", ":tag:",
    ),
    "typst": (
        "- ", "+ ", "= ", "  ", "\n", "\n\n", "\r\n", "*", "_", "`", "```", "#strong[", "#list(", "#x(", "#x[",
        "[", "]", "(", ")", "{", "}", "#{", "#let a = ", "#set ", ";", "\"", "\\", "\\u{e9}", "//", "/*", "*/",
        "~", "--", "$", "word", "é", "2019", "highlights: ", "<a>", "https://",
    ),
}  # fmt: skip
