"""JUnit XML."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from builders import make_report
from bulletlint.core.finding import Severity
from bulletlint.report.junit import render_junit
from bulletlint.report.style import View


def test_a_suite_a_file_and_a_case_a_bullet() -> None:
    """Counts fit the cases; a failure names its rules; an unreadable file is an error."""
    root = ElementTree.fromstring(render_junit(make_report(), View()))
    assert root.attrib == {"name": "bulletlint", "tests": "3", "failures": "1", "errors": "1"}
    first, second, third = root
    assert [case.attrib["name"] for case in first] == ["resume.md:3:3", "resume.md:4:3"]
    failure = first[0][0]
    assert failure.attrib == {"message": "BL101 weak-verb, BL301 missing-cost", "type": "BL101"}
    assert failure.text is not None
    assert failure.text.splitlines()[1] == (
        "warning BL301 missing-cost: Nothing says what this cost – What does one query cost?"
    )
    assert second[0][0].tag == "error"
    assert (third.attrib["tests"], len(third)) == ("0", 0)


def test_any_text_makes_valid_xml() -> None:
    """Mark-up is escaped, and so is what XML cannot hold."""
    root = ElementTree.fromstring(render_junit(make_report(path='a<b>&"\x00\x1b.md'), View()))
    assert root[0].attrib["name"] == r'a<b>&"\x00\x1b.md'


@pytest.mark.parametrize(
    ("severity", "view", "failures", "tags"),
    [
        ("info", View(), "1", ["failure", "system-out"]),
        ("info", View(remarks_fail=True), "1", ["failure"]),
        ("warning", View(), "1", ["failure"]),
    ],
)
def test_a_remark_is_output_and_no_failure(
    severity: Severity, view: View, failures: str, tags: list[str]
) -> None:
    """Unless the run is asked to fail on remarks; beside an error it stands in the output of the failed case."""
    report = make_report()
    first = report.files[0]
    weak = first.bullets[0]
    found = (weak.findings[0], replace(weak.findings[1], severity=severity))
    file = replace(first, bullets=(replace(weak, findings=found), *first.bullets[1:]))
    suite = ElementTree.fromstring(render_junit(replace(report, files=(file,)), view))[0]
    assert suite.attrib["failures"] == failures
    assert [child.tag for child in suite[0]] == tags


def test_a_bullet_with_nothing_but_remarks_passes() -> None:
    """Its case has the remarks as its output, whole."""
    report = make_report()
    weak = report.files[0].bullets[0]
    remark = replace(weak.findings[1], severity="info")
    file = replace(report.files[0], bullets=(replace(weak, findings=(remark,)),), findings=(remark,))
    suite = ElementTree.fromstring(render_junit(replace(report, files=(file,)), View()))[0]
    assert suite.attrib == {"name": "resume.md", "tests": "2", "failures": "0", "errors": "0"}
    text = "info BL301 missing-cost: Nothing says what this cost – What does one query cost?"
    assert [[(child.tag, child.text) for child in case] for case in suite] == [[("system-out", text)]] * 2
