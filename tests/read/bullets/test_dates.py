"""The dates of jobs: what spans say, over one line and two."""

from __future__ import annotations

import pytest

from bulletlint.read.bullets.dates import find_end, find_later_end, find_years, has_date, is_date_line


@pytest.mark.parametrize(
    ("line", "ended"),
    [
        ("Acme, 2019–2021", True),
        ("Acme, Jan 2019 - Feb. 2021", True),
        ("Acme (03/2019 to 04/2021)", True),
        ("2019-03-01 – 2021-02-28", True),
        ("2019-21", True),
        ("Acme, 2019 – present", False),
        ("Acme, since 2019", False),
        ("Acme, 2019 –", False),
        ("June 2019 → Now", False),
        ("Sep’13 – Dec’15", True),
        ("March 2013 - Febuary 2018", True),
        ("Jan ’22 – today", False),
        ("Autumn 2020 – ongoing", False),
        ("since February 2020", False),
        ("2022 –: Head of data", False),
        ("March 12, 2019 - May 3, 2021", True),
        ("12 March 2019 – 3 May 2021", True),
        ("Acme | 2015 | 2022 | Oslo", True),
        ("Acme | 2015 | now", False),
        ("2015 | Oslo", None),
        ("from=2018,to=2023", True),
        ("start=04/2011, stop=09/2017", True),
        ("title={Ranger}, from={2015}, to={today}", False),
        ("2018–Guide, Narvik", False),
        ("Built it from 2019", None),
        ("Acme, 2019-03", None),
        ("Cut 2019 tickets to 300", None),
        ("Acme, 2019", None),
    ],
)
def test_dates_say_whether_a_job_has_ended(line: str, ended: bool | None) -> None:
    """A span of dates has ended unless it is open; a single date says nothing."""
    assert find_end(line) == ended


@pytest.mark.parametrize(
    ("above", "line", "ended"),
    [
        ("Acme, Apr 2016 –", "Mar 2019 Responsible for rules", True),
        ("Apr 2016 – Compliance Officer", "Mar 2019", True),
        ("Apr 2016 –", "present", False),
        ("Apr 2016 –", "Compliance Officer", None),
        ("Compliance Officer", "Mar 2019", None),
    ],
)
def test_a_span_may_go_on_in_the_next_line(above: str, line: str, ended: bool | None) -> None:
    """A date with a dash at the end of a line, or at the start of two lines one below the other."""
    assert find_later_end(above, line) == ended


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Lead (2018 - 2021)", (2018, 2021)),
        ("2015 – Present", (2015, 9999)),
        ("2015", None),
        ("店長 2019年4月 - 2023年3月", (2019, 2023)),
        ("2019年4月 至今", None),
        ("Mar – Jun 2019", None),
    ],
)
def test_the_years_of_a_span(line: str, years: tuple[int, int] | None) -> None:
    """An open span ends in 9999; without a year at its start there is none."""
    assert find_years(line) == years


def test_a_date_and_nothing_else() -> None:
    """A line of dates is told from one with a date in it."""
    assert [(has_date(line), is_date_line(line)) for line in ("Jun 2019 – now", "Acme, 2019", "Acme 12")] == [
        (True, True),
        (True, False),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("line", "ended"),
    [
        ("Chef | Febuary 2021 – Pres.", False),
        ("Koch, 2021 – heute", False),
        ("Butikschef (2018 – nu)", False),
        ("2021年4月 - 現在", False),
        ("店長 2019年4月 - 2023年3月", True),
    ],
)
def test_an_open_span_in_other_words(line: str, ended: bool) -> None:
    """Short forms and those of other languages say that a job goes on."""
    assert find_end(line) == ended
