"""JUnit XML."""

from __future__ import annotations

from xml.etree import ElementTree

from builders import make_report
from bulletlint.report.junit import render_junit


def test_a_suite_a_file_and_a_case_a_bullet() -> None:
    """Counts fit the cases; a failure names its rules; an unreadable file is an error."""
    root = ElementTree.fromstring(render_junit(make_report()))
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
    root = ElementTree.fromstring(render_junit(make_report(path='a<b>&"\x00\x1b.md')))
    assert root[0].attrib["name"] == r'a<b>&"\x00\x1b.md'
