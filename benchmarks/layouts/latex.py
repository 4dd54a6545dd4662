"""LaTeX resumes: the classes that people use, macros of their own, tables, lines and environments."""
# ruff: noqa: E501  templates read better as they are written

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from benchmarks.layouts.people import Person
from benchmarks.layouts.writer import Layout, Writer, write_resume

_SPECIAL = {
    **{character: f"\\{character}" for character in "&%$#_{}"},
    "~": r"\textasciitilde{}", "–": "--", "—": "---", "’": "'", "“": "``", "”": "''",
}  # fmt: skip


def escape(text: str) -> str:
    """Return a text as LaTeX source."""
    return "".join(_SPECIAL.get(character, character) for character in text)


def _begin(preamble: str, title: str = "{\\LARGE %s}\\\\\n%s\n\n") -> Callable[[Person], str]:
    def write(person: Person) -> str:
        head = title % (escape(person.name), escape(person.contact))
        return f"{preamble}\\begin{{document}}\n{head}"

    return write


def _list(texts: Sequence[str], name: str = "itemize", item: str = "  \\item %s\n") -> str:
    body = "".join(item % escape(text) for text in texts)
    return f"\\begin{{{name}}}\n{body}\\end{{{name}}}\n" if name else body


def _call(name: str, *arguments: str) -> str:
    return f"\\{name}" + "".join(f"{{{escape(argument)}}}" for argument in arguments) + "\n"


def _stack(dates: str) -> str:
    """Return the two ends of a range below each other."""
    return escape(dates).replace(" -- ", "\\\\--\\\\")


def _degrees(degrees: Sequence[tuple[str, str]]) -> str:
    return "".join(f"{escape(line)}\\\\\n{escape(detail)}\n\n" for line, detail in degrees)


def _skills(skills: Mapping[str, Sequence[str]]) -> str:
    return (
        "".join(
            f"\\textbf{{{escape(label)}}}: {escape(', '.join(names))}\\\\\n"
            for label, names in skills.items()
        )
        + "\n"
    )


ARTICLE = Writer(
    head=_begin("\\documentclass{article}\n"),
    section=lambda text: f"\\section*{{{escape(text)}}}\n",
    prose=lambda text: f"{escape(text)}\n\n",
    job=lambda one: f"\\textbf{{{escape(one.title)}}}, {escape(one.company)} \\hfill {escape(one.dates)}\n",
    project=lambda one: f"\\textbf{{{escape(one.title)}}}\\\\\n",
    group=lambda one: f"\\textbf{{{escape(one.company)}}} \\hfill {escape(one.dates)}\n",
    bullets=_list,
    rows=_list,
    education=_degrees,
    skills=_skills,
    tail="\\end{document}\n",
)
JAKE = replace(
    ARTICLE,
    head=_begin(
        "\\documentclass[letterpaper,11pt]{article}\n"
        "\\newcommand{\\resumeItem}[1]{\\item\\small{{#1 \\vspace{-2pt}}}}\n"
        "\\newcommand{\\resumeSubheading}[4]{\\vspace{-2pt}\\item\\begin{tabular*}{0.97\\textwidth}[t]{l@{\\extracolsep{\\fill}}r}\n"
        "  \\textbf{#1} & #2 \\\\ \\textit{\\small#3} & \\textit{\\small #4} \\\\ \\end{tabular*}\\vspace{-7pt}}\n"
        "\\newcommand{\\resumeProjectHeading}[2]{\\item\\begin{tabular*}{0.97\\textwidth}{l@{\\extracolsep{\\fill}}r}\\small#1 & #2 \\\\ \\end{tabular*}}\n"
        "\\newcommand{\\resumeSubHeadingListStart}{\\begin{itemize}[leftmargin=0.15in, label={}]}\n"
        "\\newcommand{\\resumeSubHeadingListEnd}{\\end{itemize}}\n"
        "\\newcommand{\\resumeItemListStart}{\\begin{itemize}}\n\\newcommand{\\resumeItemListEnd}{\\end{itemize}\\vspace{-5pt}}\n",
        "\\begin{center}\\textbf{\\Huge \\scshape %s}\\\\ \\small %s\\end{center}\n",
    ),
    section=lambda text: f"\\section{{{escape(text)}}}\n\\resumeSubHeadingListStart\n",
    close_section="\\resumeSubHeadingListEnd\n",
    job=lambda one: _call("resumeSubheading", one.title, one.dates, one.company, one.place),
    project=lambda one: (
        f"\\resumeProjectHeading{{\\textbf{{{escape(one.title)}}} $|$ \\emph{{{escape(', '.join(one.stack))}}}}}{{}}\n"
    ),
    group=lambda one: _call("resumeSubheading", one.company, one.dates, "", ""),
    bullets=lambda texts: (
        "\\resumeItemListStart\n"
        + "".join(_call("resumeItem", text) for text in texts)
        + "\\resumeItemListEnd\n"
    ),
    rows=lambda texts: "\\small{\\item{" + " \\\\ ".join(map(escape, texts)) + "}}\n",
    education=lambda degrees: "".join(
        _call("resumeSubheading", line, "", detail, "") for line, detail in degrees
    ),
    skills=lambda skills: (
        "\\small{\\item{"
        + " \\\\\n".join(
            f"\\textbf{{{escape(label)}}}{{: {escape(', '.join(names))}}}" for label, names in skills.items()
        )
        + "}}\n"
    ),
)
MODERN = replace(
    ARTICLE,
    head=_begin(
        "\\documentclass[11pt]{moderncv}\n\\moderncvstyle{classic}\n",
        "\\name{%s}{}\n\\address{%s}{}{}\n\\makecvtitle\n",
    ),
    section=lambda text: f"\\section{{{escape(text)}}}\n",
    job=lambda one: (
        f"\\cventry{{{escape(one.dates)}}}{{{escape(one.title)}}}{{{escape(one.company)}}}{{{escape(one.place)}}}{{}}{{%\n"
    ),
    project=lambda one: f"\\cventry{{}}{{{escape(one.title)}}}{{}}{{}}{{}}{{%\n",
    group=lambda one: f"\\cventry{{{escape(one.dates)}}}{{}}{{{escape(one.company)}}}{{}}{{}}{{%\n",
    close_entry="}\n",
    rows=lambda texts: "".join(_call("cvlistitem", text) for text in texts),
    education=lambda degrees: "".join(
        f"\\cventry{{}}{{{escape(line)}}}{{}}{{}}{{}}{{{escape(detail)}}}\n" for line, detail in degrees
    ),
    skills=lambda skills: "".join(
        _call("cvitem", label, ", ".join(names)) for label, names in skills.items()
    ),
)
MODERN_LINES = replace(MODERN, bullets=lambda texts: "\\newline{}%\n".join(map(escape, texts)))
ALTA = replace(
    ARTICLE,
    head=_begin(
        "\\documentclass[10pt,a4paper]{altacv}\n",
        "\\name{%s}\n\\tagline{%s}\n\\makecvheader\n\\begin{paracol}{2}\n",
    ),
    section=lambda text: f"\\cvsection{{{escape(text)}}}\n",
    job=lambda one: _call("cvevent", one.title, one.company, one.dates, one.place),
    project=lambda one: _call("cvevent", one.title, "", "", ""),
    group=lambda one: _call("cvevent", "", one.company, one.dates, ""),
    close_entry="\n\\divider\n\n",
    rows=lambda texts: "".join(f"\\cvachievement{{\\faTrophy}}{{{escape(text)}}}{{}}\n" for text in texts),
    education=lambda degrees: "".join(_call("cvevent", line, detail, "", "") for line, detail in degrees),
    skills=lambda skills: "".join(_call("cvtag", name) for names in skills.values() for name in names),
    tail="\\end{paracol}\n\\end{document}\n",
)
AWESOME = replace(
    ARTICLE,
    head=_begin("\\documentclass[11pt, a4paper]{awesome-cv}\n", "\\name{%s}{}\n\\position{%s}\n\\makecvheader[C]\n"),
    section=lambda text: f"\\cvsection{{{escape(text)}}}\n\\begin{{cventries}}\n",
    close_section="\\end{cventries}\n",
    prose=lambda text: f"\\begin{{cvparagraph}}\n{escape(text)}\n\\end{{cvparagraph}}\n",
    job=lambda one: f"  \\cventry\n    {{{escape(one.title)}}}\n    {{{escape(one.company)}}}\n    {{{escape(one.place)}}}\n    {{{escape(one.dates)}}}\n    {{\n",
    project=lambda one: f"  \\cventry\n    {{}}\n    {{{escape(one.title)}}}\n    {{}}\n    {{}}\n    {{\n",
    group=lambda one: f"  \\cventry\n    {{}}\n    {{{escape(one.company)}}}\n    {{}}\n    {{{escape(one.dates)}}}\n    {{\n",
    close_entry="    }\n",
    bullets=partial(_list, name="cvitems", item="        \\item {%s}\n"),
    rows=lambda texts: "".join(f"  \\cvhonor\n    {{{escape(text)}}}\n    {{}}\n    {{}}\n    {{}}\n" for text in texts),
    education=lambda degrees: "".join(f"  \\cventry\n    {{{escape(line)}}}\n    {{}}\n    {{}}\n    {{}}\n    {{\\begin{{cvitems}}\\item {{{escape(detail)}}}\\end{{cvitems}}}}\n" for line, detail in degrees),
    skills=lambda skills: "".join(f"  \\cvskill\n    {{{escape(label)}}}\n    {{{escape(', '.join(names))}}}\n" for label, names in skills.items()),
)  # fmt: skip
DEEDY = replace(
    ARTICLE,
    head=_begin("\\documentclass[]{deedy-resume-openfont}\n", "\\namesection{%s}{}{%s}\n"),
    section=lambda text: f"\\section{{{escape(text)}}}\n",
    job=lambda one: (
        f"\\runsubsection{{{escape(one.company)}}}\n\\descript{{| {escape(one.title)} }}\n\\location{{{escape(one.dates)} | {escape(one.place)}}}\n\\vspace{{\\topsep}}\n"
    ),
    project=lambda one: f"\\runsubsection{{{escape(one.title)}}}\n",
    group=lambda one: f"\\runsubsection{{{escape(one.company)}}}\n\\location{{{escape(one.dates)}}}\n",
    bullets=partial(_list, name="tightemize", item="\\item %s\n"),
    close_entry="\\sectionsep\n\n",
)
FAANG = replace(
    ARTICLE,
    head=_begin("\\documentclass{resume}\n", "\\name{%s}\n\\address{%s}\n"),
    section=lambda text: f"\\begin{{rSection}}{{{escape(text)}}}\n",
    close_section="\\end{rSection}\n",
    job=lambda one: (
        f"\\textbf{{{escape(one.title)}}} \\hfill {escape(one.dates)}\\\\\n{escape(one.company)} \\hfill \\textit{{{escape(one.place)}}}\n"
    ),
    bullets=lambda texts: (
        "\\begin{itemize}\n    \\itemsep -3pt {}\n" + _list(texts, name="") + "\\end{itemize}\n\n"
    ),
)
MEDIUM = replace(
    FAANG,
    job=lambda one: (
        f"\\begin{{rSubsection}}{{{escape(one.company)}}}{{{escape(one.dates)}}}{{{escape(one.title)}}}{{{escape(one.place)}}}\n"
    ),
    project=lambda one: f"\\begin{{rSubsection}}{{{escape(one.title)}}}{{}}{{}}{{}}\n",
    group=lambda one: f"\\begin{{rSubsection}}{{{escape(one.company)}}}{{{escape(one.dates)}}}{{}}{{}}\n",
    bullets=lambda texts: _list(texts, name=""),
    close_entry="\\end{rSubsection}\n",
)
MCDOWELL = replace(
    ARTICLE,
    head=_begin("\\documentclass[]{mcdowellcv}\n", "\\name{%s}\n\\contacts{%s}\n\\makeheader\n"),
    section=lambda text: f"\\begin{{cvsection}}{{{escape(text)}}}\n",
    close_section="\\end{cvsection}\n",
    job=lambda one: (
        f"\\begin{{cvsubsection}}{{{escape(one.title)}}}{{{escape(one.company)}}}{{{escape(one.dates)}}}\n"
    ),
    project=lambda one: f"\\begin{{cvsubsection}}{{{escape(one.title)}}}{{}}{{}}\n",
    group=lambda one: f"\\begin{{cvsubsection}}{{{escape(one.company)}}}{{}}{{{escape(one.dates)}}}\n",
    close_entry="\\end{cvsubsection}\n",
)
RES = replace(
    ARTICLE,
    head=_begin("\\documentclass[margin,line]{res}\n", "\\name{%s}\n\\address{%s}\n\\begin{resume}\n"),
    section=lambda text: f"\\section{{\\sc {escape(text)}}}\n",
    job=lambda one: (
        f"{{\\bf {escape(one.company)}}}, {escape(one.place)}\\\\\n\\vspace*{{-.1in}}\n{{\\em {escape(one.title)}}} \\hfill {{\\bf {escape(one.dates)}}}\\\\\n"
    ),
    bullets=partial(_list, name="list1", item="\\item[] %s\n"),
    tail="\\end{resume}\n\\end{document}\n",
)
EUROPE = replace(
    ARTICLE,
    head=_begin("\\documentclass[helvetica,narrow]{europecv}\n", "\\ecvname{%s}\n\\ecvaddress{%s}\n\\begin{europecv}\n"),
    section=lambda text: f"\\ecvsection{{{escape(text)}}}\n",
    job=lambda one: _call("ecvitem", "Dates", one.dates) + _call("ecvitem", "Position held", one.title) + _call("ecvitem", "Employer", one.company),
    project=lambda one: _call("ecvitem", "Name", one.title),
    group=lambda one: _call("ecvitem", "Dates", one.dates) + _call("ecvitem", "Organisation", one.company),
    bullets=lambda texts: "\\ecvitem{Main activities}{" + _list(texts) + "}\n",
    tail="\\end{europecv}\n\\end{document}\n",
)  # fmt: skip
CURVE = replace(
    ARTICLE,
    head=_begin("\\documentclass[a4paper]{curve}\n", "\\leftheader{%s\\\\%s}\n\\makeheaders[c]\n"),
    section=lambda text: f"\\begin{{rubric}}{{{escape(text)}}}\n",
    close_section="\\end{rubric}\n",
    job=lambda one: (
        f"\\entry*[{escape(one.dates)}] \\textbf{{{escape(one.title)}, {escape(one.company)}.}}\n"
    ),
    project=lambda one: f"\\entry* \\textbf{{{escape(one.title)}.}}\n",
    group=lambda one: f"\\entry*[{escape(one.dates)}] \\textbf{{{escape(one.company)}.}}\n",
    bullets=lambda texts: "".join(f"\\par {escape(text)}\n" for text in texts),
)
LIME = replace(
    ARTICLE,
    head=_begin("\\documentclass{limecv}\n", "\\cvID{%s}{}{}{%s}\n"),
    section=lambda text: f"\\section{{{escape(text)}}}\n\\begin{{cvEntries}}\n",
    close_section="\\end{cvEntries}\n",
    job=lambda one: (
        f"\\cvItem{{{_stack(one.dates)}}}{{\\textbf{{{escape(one.title)}}}, {escape(one.company)}\\\\\n"
    ),
    project=lambda one: f"\\cvItem{{}}{{\\textbf{{{escape(one.title)}}}\\\\\n",
    group=lambda one: f"\\cvItem{{{escape(one.dates)}}}{{\\textbf{{{escape(one.company)}}}\\\\\n",
    bullets=lambda texts: "\\\\\n".join(map(escape, texts)),
    close_entry="}\n",
)
FORTY = replace(
    ARTICLE,
    head=_begin("\\documentclass{fortysecondscv}\n", "\\cvname{%s}\n\\cvaddress{%s}\n\\makefrontsidebar\n"),
    section=lambda text: f"\\cvsection{{{escape(text)}}}\n\\begin{{cvtable}}[3]\n",
    close_section="\\end{cvtable}\n",
    job=lambda one: f"\\cvitem{{{escape(one.dates)}}}{{{escape(one.title)}}}{{{escape(one.company)}}}{{%\n",
    project=lambda one: f"\\cvitem{{}}{{{escape(one.title)}}}{{}}{{%\n",
    group=lambda one: f"\\cvitem{{{escape(one.dates)}}}{{}}{{{escape(one.company)}}}{{%\n",
    bullets=lambda texts: "\\\\\n".join(f"$\\bullet$ {escape(text)}" for text in texts),
    close_entry="}\n",
)
TWENTY = replace(
    ARTICLE,
    head=_begin(
        "\\documentclass[letterpaper]{twentysecondcv}\n", "\\cvname{%s}\n\\cvaddress{%s}\n\\makeprofile\n"
    ),
    section=lambda text: f"\\section{{{escape(text)}}}\n\\begin{{twenty}}\n",
    close_section="\\end{twenty}\n",
    job=lambda one: (
        f"\\twentyitem\n{{{escape(one.dates)}}}\n{{{escape(one.title)}}}\n{{{escape(one.company)}}}\n{{\n"
    ),
    project=lambda one: f"\\twentyitem\n{{}}\n{{{escape(one.title)}}}\n{{}}\n{{\n",
    group=lambda one: f"\\twentyitem\n{{{escape(one.dates)}}}\n{{}}\n{{{escape(one.company)}}}\n{{\n",
    bullets=lambda texts: " \\newline\n".join(f"- {escape(text)}" for text in texts) + "\n",
    close_entry="}\n",
)
FRIGGERI = replace(
    ARTICLE,
    head=_begin("\\documentclass[]{friggeri-cv}\n", "\\header{%s}{}{%s}\n"),
    section=lambda text: f"\\section{{{escape(text)}}}\n\\begin{{entrylist}}\n",
    close_section="\\end{entrylist}\n",
    job=lambda one: (
        f"\\entry\n{{{escape(one.dates)}}}\n{{{escape(one.title)}}}\n{{{escape(one.company)}}}\n{{\n"
    ),
    project=lambda one: f"\\entry\n{{}}\n{{{escape(one.title)}}}\n{{}}\n{{\n",
    group=lambda one: f"\\entry\n{{{escape(one.dates)}}}\n{{{escape(one.company)}}}\n{{}}\n{{\n",
    bullets=lambda texts: "\\\\\n".join(map(escape, texts)) + "\n",
    close_entry="}\n",
)
TCCV = replace(
    ARTICLE,
    head=_begin("\\documentclass{tccv}\n", "\\part{%s}\n\\personal{%s}\n"),
    section=lambda text: f"\\section{{{escape(text)}}}\n\\begin{{eventlist}}\n",
    close_section="\\end{eventlist}\n",
    job=lambda one: (
        f"\\item{{{escape(one.dates)}}}\n     {{{escape(one.company)}}}\n     {{{escape(one.title)}}}\n\n"
    ),
    project=lambda one: f"\\item{{}}\n     {{{escape(one.title)}}}\n     {{}}\n\n",
    group=lambda one: f"\\item{{{escape(one.dates)}}}\n     {{{escape(one.company)}}}\n     {{}}\n\n",
    bullets=lambda texts: "".join(f"{escape(text)}\n\n" for text in texts),
)
RENDER = replace(
    ARTICLE,
    head=_begin(
        "\\documentclass{article}\n\\newenvironment{highlights}{\\begin{itemize}}{\\end{itemize}}\n"
        "\\newenvironment{onecolentry}{\\begin{adjustwidth}{0cm}{0cm}}{\\end{adjustwidth}}\n"
        "\\newenvironment{twocolentry}[2][]{\\onecolentry\\def\\secondColumn{#2}\\begin{paracol}{2}}{\\switchcolumn \\raggedleft \\secondColumn\\end{paracol}\\endonecolentry}\n"
    ),
    job=lambda one: (
        f"\\begin{{twocolentry}}{{\n{escape(one.dates)}}}\n\\textbf{{{escape(one.title)}}}, {escape(one.company)}\\end{{twocolentry}}\n"
    ),
    project=lambda one: (
        f"\\begin{{twocolentry}}{{\n}}\n\\textbf{{{escape(one.title)}}}\\end{{twocolentry}}\n"
    ),
    group=lambda one: (
        f"\\begin{{twocolentry}}{{\n{escape(one.dates)}}}\n\\textbf{{{escape(one.company)}}}\\end{{twocolentry}}\n"
    ),
    bullets=lambda texts: "\\begin{onecolentry}\n" + _list(texts, "highlights") + "\\end{onecolentry}\n",
)
TABLE = replace(
    ARTICLE,
    section=lambda text: f"\\section{{{escape(text)}}}\n\\begin{{tabular}}{{r|p{{11cm}}}}\n",
    close_section="\\end{tabular}\n",
    prose=lambda text: f"& {escape(text)}\\\\\n",
    job=lambda one: f"\\textsc{{{escape(one.dates)}}} & {escape(one.title)} at \\textsc{{{escape(one.company)}}}, {escape(one.place)}\\\\\n",
    project=lambda one: f" & \\textbf{{{escape(one.title)}}}\\\\\n",
    group=lambda one: f"\\textsc{{{escape(one.dates)}}} & {escape(one.company)}\\\\\n",
    bullets=lambda texts: "".join(f" & \\footnotesize{{{escape(text)}}}\\\\\n" for text in texts),
    rows=lambda texts: "".join(f" & {escape(text)}\\\\\n" for text in texts),
    education=lambda degrees: "".join(f" & {escape(line)}\\\\\n & {escape(detail)}\\\\\n" for line, detail in degrees),
    skills=lambda skills: "".join(f"{escape(label)} & {escape(', '.join(names))}\\\\\n" for label, names in skills.items()),
)  # fmt: skip
OWN = replace(
    ARTICLE,
    head=_begin(
        "\\documentclass{article}\n"
        "\\newcommand{\\employment}[4]{\\medskip\\noindent\\textbf{#1}, #2, #3 \\hfill #4\\par}\n"
        "\\newcommand{\\did}[1]{\\hangindent=1em\\hangafter=1\\noindent #1\\par}\n"
    ),
    job=lambda one: _call("employment", one.title, one.company, one.place, one.dates),
    group=lambda one: _call("employment", one.company, "", "", one.dates),
    bullets=lambda texts: "".join(_call("did", text) for text in texts),
)
OWN_LIST = replace(
    ARTICLE,
    head=_begin(
        "\\documentclass{article}\n"
        "\\newcommand{\\post}[4]{\\subsection*{#1 \\hfill {\\normalfont #2}}\n\\textit{#3}\n\\begin{itemize}\n#4\n\\end{itemize}}\n"
    ),
    job=lambda one: f"\\post{{{escape(one.title)}}}{{{escape(one.dates)}}}{{{escape(one.company)}}}{{%\n",
    project=lambda one: f"\\post{{{escape(one.title)}}}{{}}{{}}{{%\n",
    group=lambda one: f"\\post{{{escape(one.company)}}}{{{escape(one.dates)}}}{{}}{{%\n",
    bullets=lambda texts: _list(texts, name=""),
    close_entry="}\n",
)
NOBODYS = replace(
    ARTICLE,
    head=_begin("\\documentclass{mycv}\n", "\\whoami{%s}{%s}\n"),
    section=lambda text: f"\\mysection[blue]{{{escape(text)}}}\n",
    job=lambda one: _call("position", one.title, one.company, one.dates),
    project=lambda one: _call("sidework", one.title, "https://example.org"),
    group=lambda one: _call("position", "", one.company, one.dates),
    bullets=lambda texts: "".join(f"\\achieved{{{escape(text)}}}\n" for text in texts),
)
STATEMENT_LAST = replace(
    ARTICLE,
    head=_begin("\\documentclass{mycv}\n", "\\whoami{%s}{%s}\n"),
    job=lambda one: f"\\work{{{escape(one.dates)}}}{{{escape(one.title)}}}{{{escape(one.company)}}}",
    project=lambda one: f"\\work{{}}{{{escape(one.title)}}}{{}}",
    group=lambda one: f"\\work{{{escape(one.dates)}}}{{{escape(one.company)}}}{{}}",
    bullets=lambda texts: "".join(f"{{{escape(text)}}}" for text in texts) + "\n",
)
TYPED = replace(
    ARTICLE,
    section=lambda text: f"\\noindent{{\\large\\textbf{{{escape(text)}}}}}\\\\[2pt]\n\\hrule\n",
    job=lambda one: (
        f"\\noindent {escape(one.title)}, {escape(one.company)} \\hfill {escape(one.dates)}\\\\\n"
    ),
    project=lambda one: f"\\noindent {escape(one.title)}\\\\\n",
    group=lambda one: f"\\noindent {escape(one.company)} \\hfill {escape(one.dates)}\\\\\n",
    bullets=lambda texts: "".join(f"\\textbullet\\ {escape(text)}\\\\\n" for text in texts) + "\n",
)
CONTENT = replace(
    ARTICLE,
    section=lambda text: f"\\section{{{escape(text)}}}\n\\newif\\ifshort\n\\shortfalse\n",
    bullets=lambda texts: "\\begin{itemize}\n" + "".join(f"\\ifshort\\else\n  \\item {escape(text)}\n\\fi\n" for text in texts) + "\\end{itemize}\n",
)  # fmt: skip
WRITERS = {
    "article": ARTICLE, "jake": JAKE, "moderncv": MODERN, "moderncv-lines": MODERN_LINES, "altacv": ALTA, "awesome": AWESOME,
    "deedy": DEEDY, "faang": FAANG, "medium": MEDIUM, "mcdowell": MCDOWELL, "res": RES, "europecv": EUROPE, "curve": CURVE,
    "limecv": LIME, "fortyseconds": FORTY, "twentyseconds": TWENTY, "friggeri": FRIGGERI, "tccv": TCCV, "rendercv": RENDER,
    "table": TABLE, "own-macros": OWN, "own-list": OWN_LIST, "nobodys": NOBODYS, "statement-last": STATEMENT_LAST,
    "typed": TYPED, "switches": CONTENT,
}  # fmt: skip
LAYOUTS: tuple[Layout, ...] = tuple(
    Layout(f"latex-{name}", ".tex", partial(write_resume, writer=writer)) for name, writer in WRITERS.items()
)
