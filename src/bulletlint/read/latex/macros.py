r"""What the macros of LaTeX and of the common resume templates do to the text around them.

Tables only. An argument specification has one letter an argument: ``*`` a star (part of the word already), ``o`` an
optional argument in brackets, ``m`` an argument that is not text, ``t`` an argument that is set as text.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Literal, NamedTuple

LayoutKind = Literal["item", "items", "heading", "entry", "paragraph"]


class MacroLayout(NamedTuple):
    r"""How a macro lays out its arguments as blocks of the resume.

    item: a bullet, the arguments before the last one its title; items: a bullet an argument; heading: one heading of
    all arguments; entry: a heading of all but the last, which is read on its own; paragraph: one paragraph of all.
    `most` is the largest number of arguments that it takes, `level` that of the heading, `left` how many arguments
    in front are not text. `declared` says that the template calls it an accomplishment.
    """

    kind: LayoutKind
    most: int = 9
    level: int = 3
    left: int = 0
    declared: bool = False


#: Names that people give to headings; "sub" in one lowers its level.
HEADING_NAME = re.compile(r"(?i)\w*(?:section|heading|(?:root|section|main|cv)title)\Z")

#: Macros of classes and templates that make a block of their own.
LAYOUTS = MappingProxyType(
    {
        # LaTeX
        "part": MacroLayout("heading", 1, 1),
        "chapter": MacroLayout("heading", 1, 1),
        "section": MacroLayout("heading", 1, 1),
        "subsection": MacroLayout("heading", 1, 2),
        "subsubsection": MacroLayout("heading", 1, 3),
        "paragraph": MacroLayout("heading", 1, 4),
        "subparagraph": MacroLayout("heading", 1, 4),
        # The resumeItem family
        "resumeItem": MacroLayout("item", 2, declared=True),
        "resumeItemWithTitle": MacroLayout("item", 2, declared=True),
        "resumeItemWithoutTitle": MacroLayout("item", 1, declared=True),
        "resumeSubItem": MacroLayout("item", 2, declared=True),
        "resumeSubheading": MacroLayout("heading", 4),
        "resumeSubHeading": MacroLayout("heading", 4),
        "resumeSubSubheading": MacroLayout("heading", 2),
        "resumeProjectHeading": MacroLayout("heading", 2),
        "resumeEducationHeading": MacroLayout("heading", 6),
        "resumeHeading": MacroLayout("heading", 4),
        # moderncv
        "cventry": MacroLayout("entry", 7),
        "cvitem": MacroLayout("item", 2),
        "cvitemwithcomment": MacroLayout("paragraph", 3),
        "cvdoubleitem": MacroLayout("paragraph", 4),
        "cvlistitem": MacroLayout("item", 1),
        "cvlistdoubleitem": MacroLayout("items", 2),
        "cvcolumn": MacroLayout("entry", 2),
        "cvline": MacroLayout("item", 2),
        "cvcomputer": MacroLayout("paragraph", 4),
        "cvlanguage": MacroLayout("paragraph", 3),
        # Awesome-CV
        "cvsection": MacroLayout("heading", 1, 1),
        "cvsubsection": MacroLayout("heading", 1, 2),
        "cvsubentry": MacroLayout("entry", 5),
        "cvhonor": MacroLayout("paragraph", 4),
        "cvskill": MacroLayout("paragraph", 2),
        "cvletter": MacroLayout("paragraph", 1),
        # AltaCV
        "cvevent": MacroLayout("heading", 4),
        "cvachievement": MacroLayout("item", 3, left=1),
        "cvtag": MacroLayout("paragraph", 1),
        "cvref": MacroLayout("paragraph", 3),
        # Deedy
        "namesection": MacroLayout("heading", 3, 1),
        "runsubsection": MacroLayout("heading", 1),
        "descript": MacroLayout("paragraph", 1),
        "location": MacroLayout("paragraph", 1),
        # friggeri-cv
        "entry": MacroLayout("entry", 4),
        # twentysecondcv
        "twentyitem": MacroLayout("item", 4, level=3),
        "twentyitemshort": MacroLayout("paragraph", 2),
        "profilesection": MacroLayout("heading", 1, 2),
        "skills": MacroLayout("paragraph", 1),
        "skillstext": MacroLayout("paragraph", 1),
    }
)

#: Macros whose arguments are not text, or not all of them; a word that is not here sets its arguments as text.
ARGUMENTS = MappingProxyType(
    {
        word: arguments
        for arguments, words in {
            "": """vfill hrulefill dotfill centering raggedright raggedleft noindent newpage clearpage pagebreak
                   smallskip medskip bigskip maketitle tableofcontents makecvtitle makecvheader makecvfooter
                   makeprofile sectionsep divider else relax protect null hline toprule midrule bottomrule
                   appendix break nobreak allowbreak sloppy fussy indent leavevmode unskip ignorespaces
                   makeatletter makeatother raggedbottom flushbottom printbibliography switchcolumn par\
                """,
            "m": """subfileinclude makerubric loadsection
                    vspace vspace* label ref pageref cite nocite bibliography bibliographystyle pagestyle input include
                    subfile thispagestyle pagenumbering newcounter stepcounter usetikzlibrary footnotetext thanks
                    footnote hypersetup geometry urlstyle markright setmainfont faIconStyle
                    setstretch linespread cline phantom hphantom vphantom addbibresource graphicspath
                    setsansfont setmonofont bibitem newlength newsavebox wheelchart endnote index glsreset
                    hyphenation interfootnotelinepenalty enlargethispage selectlanguage fontfamily fontseries
                    fontshape familyname profilepic cmidrule specialrule""",
            "mm": """includefrom subincludefrom inputfrom subinputfrom
                     setlength addtolength setcounter addtocounter settowidth definecolorset fontsize markboth import
                     subimport counterwithin numberwithin DeclareUnicodeCharacter addcontentsline""",
            "mmm": "definecolor titlespacing providecolor makecvfooter",
            "om": "color includegraphics faIcon faicon usepackage documentclass RequirePackage setlist photo LoadClass",
            "omm": "rule newgeometry newtheorem",
            "omt": "textcolor colorbox parashade",
            "mt": "href hyperlink hypertarget foreignlanguage scalebox rotatebox",
            "ommt": "fcolorbox",
            "mmt": "resizebox multicolumn multirow",
            "oot": "makebox framebox",
            "ooomt": "parbox",
            "moot": "raisebox",
            "ot": "hyperref",
            "tm": "texorpdfstring",
            "t": """textbf textit textsl textsc texttt textsf textrm textmd textup textnormal emph underline uline
                    sout st hl text mbox hbox mathrm mathbf mathit mathsf mathtt operatorname uppercase lowercase
                    MakeUppercase MakeLowercase textsuperscript textsubscript num url path ac gls""",
            "mmmmm": "titleformat",
        }.items()
        for word in words.replace("\\", "").split()
    }
)

#: Words that stand for white space.
SPACES = frozenset(
    "hfill hfil hss hspace hskip quad qquad enspace enskip thinspace space nobreakspace newline linebreak tab "
    "hphantom kern xspace extracolsep".split()
)
#: Words that are followed by a length without braces.
LENGTHS = frozenset(
    "vskip hskip kern itemsep parsep topsep partopsep parskip parindent leftmargin rightmargin tabcolsep baselineskip "
    "listparindent itemindent labelsep labelwidth lineskip arrayrulewidth".split()
)
#: Words that end a line.
LINE_ENDS = frozenset("newline linebreak tabularnewline cr".split())
#: Words that begin a bullet at the beginning of a line.
GLYPHS = frozenset(
    "textbullet bullet sbullet cvbullet textopenbullet textperiodcentered cdot circ blacksquare "
    "textasteriskcentered ding labelitemi labelitemii labelitemiii labelitemiv".split()
)
#: Words that make a line of text large: such a line may be a heading.
LARGE = frozenset("large Large LARGE huge Huge".split())

#: What a word stands for in the text.
SYMBOLS = MappingProxyType(
    {
        "textbackslash": "\\",
        "textasciitilde": "~",
        "textasciicircum": "^",
        "textunderscore": "_",
        "textbar": "|",
        "vert": "|",
        "mid": "|",
        "textless": "<",
        "textgreater": ">",
        "lt": "<",
        "gt": ">",
        "leq": "≤",
        "le": "≤",
        "leqslant": "≤",
        "geq": "≥",
        "ge": "≥",
        "geqslant": "≥",
        "neq": "≠",
        "ne": "≠",
        "ll": "≪",
        "gg": "≫",
        "sim": "~",
        "simeq": "≃",
        "approx": "≈",
        "equiv": "≡",
        "propto": "∝",
        "pm": "±",
        "mp": "∓",
        "times": "×",
        "texttimes": "×",
        "div": "÷",
        "ast": "*",
        "cdot": "·",
        "textperiodcentered": "·",
        "bullet": "•",
        "sbull": "•",
        "textbullet": "•",
        "infty": "∞",
        "to": "→",
        "rightarrow": "→",
        "longrightarrow": "→",
        "Rightarrow": "⇒",
        "textrightarrow": "→",
        "leftarrow": "←",
        "leftrightarrow": "↔",
        "uparrow": "↑",
        "downarrow": "↓",
        "textuparrow": "↑",
        "textdownarrow": "↓",
        "dots": "…",
        "ldots": "…",
        "cdots": "…",
        "textellipsis": "…",
        "textendash": "–",
        "textemdash": "—",
        "textquotedblleft": "“",
        "textquotedblright": "”",
        "textquoteleft": "‘",
        "textquoteright": "’",
        "lq": "‘",
        "rq": "’",
        "guillemotleft": "«",
        "guillemotright": "»",
        "textquotesingle": "'",
        "textdegree": "°",
        "degree": "°",
        "textmu": "µ",
        "micro": "µ",
        "percent": "%",
        "texteuro": "€",
        "euro": "€",
        "EUR": "€",
        "pounds": "£",
        "textsterling": "£",
        "textdollar": "$",
        "textyen": "¥",
        "textrupee": "₹",
        "rupee": "₹",
        "copyright": "©",
        "textcopyright": "©",
        "textregistered": "®",
        "texttrademark": "™",
        "textsection": "§",
        "dag": "†",
        "checkmark": "✓",
        "star": "⋆",
        "ss": "ß",
        "ae": "æ",
        "AE": "Æ",
        "oe": "œ",
        "OE": "Œ",
        "aa": "å",
        "AA": "Å",
        "o": "ø",
        "O": "Ø",
        "l": "ł",
        "L": "Ł",
        "i": "ı",
        "j": "ȷ",
        "LaTeX": "LaTeX",
        "LaTeXe": "LaTeX2e",
        "TeX": "TeX",
        "XeLaTeX": "XeLaTeX",
        "alpha": "α",
        "beta": "β",
        "gamma": "γ",
        "delta": "δ",
        "epsilon": "ε",
        "varepsilon": "ε",
        "eta": "η",
        "theta": "θ",
        "kappa": "κ",
        "lambda": "λ",
        "mu": "μ",
        "pi": "π",
        "rho": "ρ",
        "sigma": "σ",
        "tau": "τ",
        "phi": "φ",
        "chi": "χ",
        "omega": "ω",
        "Delta": "Δ",
        "Sigma": "Σ",
        "Omega": "Ω",
        # siunitx
        "milli": "m",
        "kilo": "k",
        "mega": "M",
        "giga": "G",
        "tera": "T",
        "second": "s",
        "byte": "B",
        "hour": "h",
    }
)

#: Words whose value hugs what follows it in a formula (``$\sim 40\%$`` is read "~40%").
PREFIXES = frozenset("sim approx pm textasciitilde".split())

#: Macros that add characters of their own around their arguments, as TeX bodies.
TEMPLATES = MappingProxyType(
    {
        "frac": "#1/#2",
        "tfrac": "#1/#2",
        "dfrac": "#1/#2",
        "nicefrac": "#1/#2",
        "sfrac": "#1/#2",
        "SI": "#1 #2",
        "qty": "#1 #2",
        "SIrange": "#1--#2 #3",
        "numrange": "#1--#2",
        "enquote": "``#1''",
    }
)

#: What a control symbol stands for; "" leaves it out.
CONTROL_SYMBOLS = MappingProxyType(
    {symbol: symbol for symbol in "%$&#_{}"}
    | dict.fromkeys("/-@!()[]+<>", "")
    | {" ": " ", "\n": " ", "\t": " ", "\r": " ", ",": " ", ";": " ", ":": " ", "|": "|"}
)

#: Accents, as the Unicode combining character.
ACCENTS = MappingProxyType(
    {
        "`": "\u0300",
        "'": "\u0301",
        "^": "\u0302",
        "~": "\u0303",
        "=": "\u0304",
        "u": "\u0306",
        ".": "\u0307",
        '"': "\u0308",
        "r": "\u030a",
        "H": "\u030b",
        "v": "\u030c",
        "d": "\u0323",
        "c": "\u0327",
        "k": "\u0328",
        "b": "\u0331",
    }
)

LIGATURES = MappingProxyType({"---": "—", "--": "–", "``": "“", "''": "”", ",,": "„"})

#: Environments with arguments that are not text, as argument specifications.
ENVIRONMENT_ARGUMENTS = MappingProxyType(
    {
        "tabular": "om",
        "tabular*": "mom",
        "tabularx": "mom",
        "tabulary": "mom",
        "longtable": "om",
        "ltabulary": "mom",
        "array": "om",
        "tblr": "om",
        "minipage": "ooom",
        "multicols": "mo",
        "multicols*": "mo",
        "paracol": "om",
        "adjustwidth": "mm",
        "adjustwidth*": "mm",
        "list": "mm",
        "wrapfigure": "omom",
        "spacing": "m",
        "tcolorbox": "o",
        "figure": "o",
        "table": "o",
        "fullwidth": "o",
        "otherlanguage": "m",
        "onecolentry": "o",
    }
)
#: Environments whose text is a row of cells.
TABLES = frozenset(
    "tabular tabular* tabularx tabulary longtable ltabulary array tblr twenty twentyshort".split()
)
