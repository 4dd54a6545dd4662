"""Directives in a resume's comments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import load_shipped_words, make_pipeline, read_all_simply
from bulletlint.check.rule_patterns import compile_rules
from bulletlint.core.document import Comment, Document, Place
from bulletlint.core.finding import BulletReport, Finding, Report
from bulletlint.core.settings import PerFile, Settings
from bulletlint.lint.analysis import Analyser
from bulletlint.lint.directive_words import split_directive
from bulletlint.lint.directives import suppress_findings
from bulletlint.lint.linter import Linter
from bulletlint.read import read_bytes

NAMES = {
    "BL101": ("BL101",), "weak-verb": ("BL101",), "BL301": ("BL301",), "missing-cost": ("BL301",),
    "cost": ("BL301", "BL302"), "BL3": ("BL301", "BL302"),
}  # fmt: skip


def lint(source: str, settings: Settings | None = None, *, name: str = "resume.md") -> Report:
    """Lint with a pipeline that only tokenizes: "Built" is a weak verb, and nothing has a cost."""
    linter = Linter(
        settings or Settings(profile="ai-pm", select=("weak-verb", "missing-cost", "BL001", "BL002", "BL003"))
    )
    nlp = make_pipeline()
    linter._analyser = Analyser(
        nlp, compile_rules(linter.rulebook.rules, load_shipped_words()), read_all_simply
    )
    return linter.lint_documents(read_bytes(source.encode(), name=name))


def found(report: Report) -> list[tuple[str, int | None]]:
    """Return code and line of every finding, those of bullets first."""
    (file,) = report.files
    findings = [*(finding for bullet in file.bullets for finding in bullet.findings), *file.findings]
    return [(finding.code, finding.place.line) for finding in findings]


HEAD = "# Experience\n\n"


def test_ignore_silences_named_rules_on_its_line() -> None:
    """By code or name; the other findings stay."""
    source = (
        HEAD + "- Built a cache for search. <!-- bulletlint: ignore weak-verb figure is confidential -->\n"
    )
    assert found(lint(source)) == [("BL301", 3)]


@pytest.mark.parametrize(
    ("directive", "left"),
    [
        ("ignore BL3 secret", ["BL101"]),
        ("ignore cost secret", ["BL101"]),
        ("ignore ownership, cost secret", []),
        ("ignore bl301 secret", ["BL101"]),
        ("ignore risk secret", ["BL101", "BL301", "BL002"]),
    ],
)
def test_a_directive_takes_families_and_prefixes(directive: str, left: list[str]) -> None:
    """One word silences every rule that it calls, and is unused only if it silences none of them."""
    source = HEAD + f"- Built a cache for search. <!-- bulletlint: {directive} -->\n"
    settings = Settings(profile="ai-pm", select=("weak-verb", "BL3", "BL4", "BL002"), ignore=("BL4",))
    loud = Settings(profile="ai-pm", select=("weak-verb", "BL3", "missing-monitoring", "BL002"))
    report = lint(source, loud if "risk" in directive else settings)
    assert [code for code, _ in found(report)] == left


def test_a_family_that_silences_nothing_is_called_by_its_name() -> None:
    """The message has the word that stands in the comment."""
    source = (
        HEAD + "- Cut the wait by half at $3 a month. <!-- bulletlint: ignore ownership fixed since -->\n"
    )
    (file,) = lint(source).files
    assert [finding.message for finding in file.findings] == [
        "this suppression silences no ownership finding; remove it"
    ]


def test_on_ends_an_off_for_the_rules_that_it_names() -> None:
    """The others stay silent."""
    source = (
        HEAD + "<!-- bulletlint: off BL101, BL301 -->\n\n- Built a cache for search.\n\n"
        "<!-- bulletlint: on BL101 -->\n\n- Built a queue for mail.\n"
    )
    assert found(lint(source)) == [("BL101", 9)]


@pytest.mark.parametrize(
    ("name", "source", "line"),
    [
        ("r.md", HEAD + "- Built a cache. <!-- bulletlint-ignore BL101 -->\n", 3),
        ("r.md", HEAD + "- Built a cache. <!-- bulletlint：ignore BL101 -->\n", 3),
        ("r.txt", "Experience\n\n- Built a cache.\n  # bulletlint-ignore BL101\n", 4),
        ("r.tex", "\\section{Experience}\n\\begin{itemize}\n\\item Built a cache. % bulltlint: ignore BL101\n\\end{itemize}\n", 3),
        ("r.org", "* Experience\n# eslint-disable BL101\n- Built a cache.\n", 2),
    ],
)  # fmt: skip
def test_a_comment_that_does_nothing_is_reported(name: str, source: str, line: int) -> None:
    """With what to write."""
    (file,) = lint(source, name=name).files
    (finding,) = file.findings
    assert (finding.code, finding.place.line) == ("BL001", line)
    assert "does nothing here; write `bulletlint: " in finding.message


def test_ignore_stands_below_a_bullet_too() -> None:
    """Inside the list item, on a line of its own, it speaks of the bullet above."""
    source = (
        HEAD
        + "- Built a cache for search.\n  <!-- bulletlint: ignore BL101, BL301 secret -->\n- Built a tool for ops.\n"
    )
    assert found(lint(source)) == [("BL101", 5), ("BL301", 5)]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "<!-- bulletlint: ignore BL301 secret -->\n\n- Built a cache for search.\n",
            "this suppression silences no BL301 above it; write `ignore-next` for the bullet below",
        ),
        (
            "- Cut the wait by half at $3 a month.\n  <!-- bulletlint: ignore BL101 word of the trade -->\n"
            "- Built a tool for ops.\n",
            "this suppression silences no BL101 above it; write `ignore-next` for the bullet below",
        ),
        (
            "<!-- bulletlint: ignore BL101 fixed since -->\n\n- Cut the wait by half.\n",
            "this suppression silences no BL101; remove it",
        ),
        (
            "- Cut the wait. <!-- bulletlint: ignore BL101 fixed since -->\n- Built a tool for ops.\n",
            "this suppression silences no BL101; remove it",
        ),
    ],
)
def test_ignore_above_its_bullet_is_told_what_was_meant(source: str, message: str) -> None:
    """Only where the bullet below has such a finding and the comment stands at no bullet of its own."""
    (file,) = lint(HEAD + source).files
    assert [finding.message for finding in file.findings] == [message]


def test_ignore_next_speaks_of_the_next_bullet_only() -> None:
    """However many lines below it stands."""
    source = (
        HEAD
        + "<!-- bulletlint: ignore-next BL101 BL301 -->\n\n- Built a cache for search.\n- Built a tool for ops.\n"
    )
    assert found(lint(source)) == [("BL101", 6), ("BL301", 6)]


def test_off_and_on_enclose_a_block() -> None:
    """Without a rule they speak of all; an off that is never turned on holds to the end."""
    source = (
        HEAD + "<!-- bulletlint: off -->\n\n- Built a cache for search.\n- Built a tool for ops.\n\n"
        "<!-- bulletlint: on -->\n\n- Built a queue for mail.\n\n<!-- bulletlint: off BL101 -->\n\n- Built an app for sales.\n"
    )
    assert found(lint(source)) == [("BL101", 10), ("BL301", 10), ("BL301", 14)]


@pytest.mark.parametrize(
    ("name", "source", "line"),
    [
        ("r.tex", "\\section{Experience}\n\\begin{itemize}\n\\item Built a cache for search. % bulletlint: ignore BL101,BL301 x\n\\end{itemize}\n", 3),
        ("r.html", "<h2>Experience</h2><ul>\n<li>Built a cache for search. <!-- bulletlint: ignore BL101,BL301 x --></li></ul>", 2),
        ("r.rst", "Experience\n==========\n\n.. bulletlint: ignore-next BL101,BL301 x\n\n- Built a cache for search.\n", 6),
        ("r.org", "* Experience\n# bulletlint: ignore-next BL101,BL301 x\n- Built a cache for search.\n", 3),
        ("r.typ", "= Experience\n// bulletlint: ignore-next BL101,BL301 x\n- Built a cache for search.\n", 3),
        ("r.yaml", "cv:\n  sections:\n    experience:\n      - company: Acme\n        highlights:\n          - Built a cache for search. # bulletlint: ignore BL101,BL301 x\n", 6),
    ],
)  # fmt: skip
def test_every_format_has_directives_in_its_own_comments(name: str, source: str, line: int) -> None:
    """The same bullet without the comment has both findings."""
    assert found(lint(source, name=name)) == []
    bare = source.replace("bulletlint: ignore-next", "a note on").replace("bulletlint: ignore", "a note on")
    assert found(lint(bare, name=name)) == [
        ("BL101", line),
        ("BL301", line),
    ]


@pytest.mark.parametrize(
    ("directive", "code", "message"),
    [
        ("ignore weak-verbs secret", "BL001", "unknown rule `weak-verbs`; did you mean `weak-verb`?"),
        ("ignore", "BL001", "`ignore` names no rule; write the code or the name after it"),
        ("ignore-next", "BL001", "`ignore-next` names no rule; write the code or the name after it"),
        ("ignroe BL101", "BL001", "unknown suppression `ignroe`; did you mean `ignore`?"),
        ("ignore BL101, BL999 secret", "BL001", "unknown rule `BL999`"),
        ("ignore BL101 secret", "BL002", "this suppression silences no BL101; remove it"),
        ("off", "BL002", "this suppression silences no finding; remove it"),
    ],
)
def test_a_directive_that_does_nothing_is_a_finding(directive: str, code: str, message: str) -> None:
    """At the place of the comment, as a warning."""
    report = lint(
        HEAD + f"- Cut costs by 40 % for search. <!-- bulletlint: {directive} -->\n",
        Settings(profile="ai-pm", ignore=("BL3", "BL4", "BL2", "BL5")),
    )
    (finding, *others) = report.files[0].findings
    assert (finding.code, finding.severity, finding.place.line, finding.place.column) == (
        code,
        "warning",
        3,
        33,
    )
    assert finding.message.startswith(message)
    assert [other.code for other in others] == (["BL002"] if "BL999" in directive else [])


def test_a_directive_for_a_rule_that_was_not_asked_is_not_called_unused() -> None:
    """A run with --select says nothing about the others."""
    source = HEAD + "- Cut costs for search. <!-- bulletlint: ignore BL101 secret -->\n"
    assert found(lint(source, Settings(profile="ai-pm", select=("BL301", "BL002")))) == [("BL301", 3)]


def test_a_file_has_so_many_directives_at_most() -> None:
    """A thousand would be held against every bullet; the first that is not heeded is named."""
    comments = "<!-- bulletlint: ignore-next BL101 -->\n" * 510
    report = lint(f"{HEAD}{comments}- Built a cache for search.\n<!-- bulletlint: off BL301 -->\n")
    notices = [finding for finding in report.files[0].findings if "from here on" in finding.message]
    assert [(notice.code, notice.place.line) for notice in notices] == [("BL001", 503)]
    assert [finding.code for finding in report.files[0].bullets[0].findings] == ["BL301"]


def test_reasons_may_be_required() -> None:
    """Only where the settings ask for them."""
    source = HEAD + "- Built a cache for search. <!-- bulletlint: ignore BL101 -->\n"
    settings = Settings(
        profile="ai-pm", select=("weak-verb", "suppression-without-reason"), require_reasons=True
    )
    assert found(lint(source, settings)) == [("BL003", 3)]
    assert found(lint(source, Settings(profile="ai-pm", select=("weak-verb",), require_reasons=True))) == []


def test_notices_have_severities_and_can_be_ignored() -> None:
    """As any rule."""
    source = HEAD + "- Cut costs for search. <!-- bulletlint: ignore BL101 secret -->\n"
    quiet = Settings(profile="ai-pm", select=("BL101", "BL002"), ignore=("unused-suppression",))
    assert found(lint(source, quiet)) == []
    per_file = (PerFile("*.md", ignore=("BL002",)),)
    assert found(lint(source, Settings(profile="ai-pm", select=("BL101", "BL002"), per_file=per_file))) == []
    loud = Settings(profile="ai-pm", select=("BL101", "BL002"), severities=(("BL002", "error"),))
    assert lint(source, loud).files[0].findings[0].severity == "error"


@pytest.mark.parametrize(
    ("rest", "split"),
    [
        (" BL301 figure is confidential ", (("BL301",), "figure is confidential")),
        ("BL301,weak-verb: secret", (("BL301", "weak-verb"), "secret")),
        ("missing-cost weak-verb", (("missing-cost", "weak-verb"), "")),
        ("BL301 — secret -->", (("BL301",), "secret")),
        ("BL999 secret", (("BL999",), "secret")),
        ("", ((), "")),
    ],
)
def test_rules_end_where_the_reason_begins(rest: str, split: tuple[tuple[str, ...], str]) -> None:
    """The first word is always a rule; later ones are if they are known, look like a code or follow a comma."""
    assert split_directive(rest, NAMES) == split


def test_a_finding_about_the_whole_file_is_silenced_from_anywhere_in_it() -> None:
    """By name; a directive that has nothing to silence is unused here too."""
    bullets = "- Cut costs for search.\n- Cut delays for shops.\n- Cut churn for sellers.\n"
    settings = Settings(profile="ai-pm", select=("repeated-lead-verb", "BL002"))
    assert [code for code, _ in found(lint(HEAD + bullets, settings))] == ["BL605"]
    comment = "\n<!-- bulletlint: ignore repeated-lead-verb on purpose -->\n"
    assert found(lint(HEAD + bullets + comment, settings)) == []
    assert [code for code, _ in found(lint(HEAD + "- Cut costs for search.\n" + comment, settings))] == [
        "BL002"
    ]


def make_joined() -> BulletReport:
    """A finding of two rules that mean the same, beside which a third found a doubtful fault."""
    finding = Finding(
        "BL101", "weak-verb", "error", "m", 0, 5, Place(1), "auto",
        also=(("BL501", "technique-first"),), doubts=(("BL201", "missing-metric"),),
    )  # fmt: skip
    return BulletReport("Built a cache", Place(1, 1, 1, 14), None, "delivery", None, (), (finding,))


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("BL101", []),
        ("BL501", []),
        ("BL201", [("BL101", ())]),
        ("BL301", [("BL101", (("BL201", "missing-metric"),))]),
    ],
)
def test_a_finding_of_two_rules_is_silenced_by_either(
    word: str, left: list[tuple[str, tuple[tuple[str, str], ...]]]
) -> None:
    """A doubtful fault beside it is silenced alone; what names neither is called unused."""
    text = f"Built a cache <!-- bulletlint: ignore {word} secret -->"
    comment = Comment(text[14:], 14, len(text))
    document = Document("a.md", "markdown", text, (), comments=(comment,))
    names = {code: (code,) for code in ("BL101", "BL201", "BL301", "BL501")}
    result = suppress_findings(
        document, [make_joined()], names=names, in_force=frozenset(names), require_reasons=False
    )
    assert [(item.code, item.doubts) for item in result.bullets[0].findings] == left
    assert [notice.code for notice in result.notices] == (["BL002"] if word == "BL301" else [])


@pytest.mark.parametrize(("end", "silent"), [(28, False), (27, False), (33, True)])
def test_a_comment_that_ends_with_its_line_has_no_part_of_the_next(end: int, silent: bool) -> None:
    """Some formats count the end of the line to it; `ignore` speaks of the bullet above, not of the one below."""
    text = "# bulletlint: ignore BL101 \nBuilt a cache"
    document = Document("a.md", "markdown", text, (), comments=(Comment(text[2:27], 0, end),))
    bullet = replace(make_joined(), place=Place(2, 1, 2, 14))
    names = {"BL101": ("BL101",)}
    result = suppress_findings(
        document, [bullet], names=names, in_force=frozenset(names), require_reasons=False
    )
    assert (not result.bullets[0].findings) == silent


def test_directives_that_do_nothing_count_towards_the_most_that_a_file_may_have() -> None:
    """Both cost time; the rest is named in one finding."""
    wrong, right = "<!-- bulletlint: ignore -->\n\n", "<!-- bulletlint: off BL301 -->\n\n"
    source = HEAD + wrong * 300 + right * 300 + "- Built a cache for search.\n"
    (file,) = lint(source).files
    told = [finding.message for finding in file.findings if "from here on" in finding.message]
    assert told == ["more than 500 suppressions in a file; those from here on do nothing"]


def test_what_is_said_of_directives_comes_in_the_order_of_the_page() -> None:
    """Unknown ones are found before unused ones."""
    source = (
        HEAD
        + "- Cut the wait by half at $3 a month. <!-- bulletlint: ignore BL101 --> <!-- bulletlint: ignore -->\n"
        "- Built a cache for search. <!-- bulletlint: ignore XY999 -->\n"
    )
    (file,) = lint(source).files
    assert [(finding.code, finding.place.line) for finding in file.findings] == [
        ("BL002", 3),
        ("BL001", 3),
        ("BL001", 4),
    ]
