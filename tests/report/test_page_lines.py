"""What is said once a page."""

from __future__ import annotations

from dataclasses import replace

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.facts import Metric
from bulletlint.core.finding import FileReport, Group
from bulletlint.report.page_lines import find_grouped, is_habit, list_page_lines

WORDING = "Cost: {stated} of {asked} bullets name one; it would add most to {lines}."


def make_file(*metrics: Metric, asked: int, known: tuple[int, ...] = ()) -> FileReport:
    """Return a file with a bullet a metric, from line 1 on, each without a cost but for those that are known."""
    file = make_report().files[0]
    bullet = file.bullets[0]
    finding = replace(bullet.findings[1], severity="info", grouped=True)
    bullets = tuple(
        replace(
            bullet, metric=metric, place=Place(line, 3, line, 9), findings=() if line in known else (finding,)
        )
        for line, metric in enumerate(metrics, start=1)
    )
    groups = (Group("BL301", "missing-cost", WORDING, asked, 2),)
    return replace(file, bullets=bullets, groups=groups, profile_chosen=False)


def test_the_line_names_the_bullets_that_have_most_to_show() -> None:
    """A result gains most by its price, then a reach; in the order of the file."""
    file = make_file("none", "scale", "outcome", "spec", "outcome", asked=7)
    assert list(list_page_lines(file)) == [
        ("BL301", "missing-cost", "Cost: 2 of 7 bullets name one; it would add most to lines 2, 3 and 5.")
    ]


def test_what_a_baseline_or_a_directive_silenced_is_not_named() -> None:
    """Without any finding left there is no line."""
    file = make_file("outcome", "outcome", asked=4, known=(1,))
    assert [said for _, _, said in list_page_lines(file)] == [
        "Cost: 2 of 4 bullets name one; it would add most to line 2."
    ]
    assert list(list_page_lines(make_file("outcome", asked=4, known=(1,)))) == []


def test_a_page_of_two_bullets_is_told_bullet_by_bullet() -> None:
    """ "0 of 1 bullets" helps nobody."""
    assert find_grouped(make_file("outcome", asked=2)) == frozenset()
    assert list(list_page_lines(make_file("outcome", asked=2))) == []
    assert find_grouped(make_file("outcome", asked=3)) == {"BL301"}


def test_a_habit_is_told_once_or_not_at_all() -> None:
    """Its findings never stand in their places; one or two are no habit."""
    wording = "Order: {found} bullets tell the work first; it would help most in {lines}."
    few = make_file("outcome", "outcome", asked=0)
    many = make_file("outcome", "scale", "outcome", "none", asked=0, known=(4,))
    few, many = (
        replace(file, groups=(Group("BL301", "missing-cost", wording, 0, 0, habit=True),))
        for file in (few, many)
    )
    assert (find_grouped(few), list(list_page_lines(few))) == ({"BL301"}, [])
    assert list(list_page_lines(many)) == [
        (
            "BL301",
            "missing-cost",
            "Order: 3 bullets tell the work first; it would help most in lines 1, 2 and 3.",
        )
    ]


def test_a_habit_is_a_share_of_the_page() -> None:
    """Three of nine bullets are one, three of ten are not, and two of two are not."""
    assert [is_habit(3, 9), is_habit(3, 10), is_habit(4, 10), is_habit(2, 2)] == [True, False, True, False]


def test_a_line_names_no_bullet_of_which_it_is_better_left_unsaid() -> None:
    """And there is none where that leaves too few; who names a profile hears of all."""
    file = make_file("outcome", "outcome", "none", asked=7)
    first, *rest = file.bullets
    quiet = tuple(
        replace(bullet, findings=tuple(replace(item, unsaid=True) for item in bullet.findings))
        for bullet in rest
    )
    chosen = replace(file, profile_chosen=True, bullets=(first, *quiet))
    habit = replace(chosen, groups=(Group("BL301", "missing-cost", "{found}: {lines}", 0, 0, habit=True),))
    assert list(list_page_lines(habit)) == []
    loud = replace(habit, bullets=(first,) * 3 + quiet)
    assert [said for _, _, said in list_page_lines(loud)] == ["3: line 1"]
    assert len(list(list_page_lines(replace(chosen, profile_chosen=False)))) == 1


def test_what_is_missing_stands_in_no_line_where_the_page_chose_its_reader() -> None:
    """Of AI in use it is said in its place; of a backlog or a dashboard nobody asks it."""
    file = make_file("outcome", "outcome", "none", asked=7)
    assert list(list_page_lines(replace(file, profile_chosen=True))) == []
