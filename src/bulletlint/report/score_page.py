"""The page of the score: what each part is worth, and what a bullet would gain by each."""

from __future__ import annotations

from collections.abc import Sequence

from bulletlint.check import score
from bulletlint.check.score_weights import ScoreWeights
from bulletlint.core.finding import BulletReport, FileReport

#: How what gives less is told, part by part; the names in braces are those under `less` in `reading/score.yaml`.
STEPS = {
    "outcome": "{scale} for a reach, {model_score} for the score of a model, {scope} for an effort, {spec} for a "
    "figure that names a thing",
    "monitoring": "{watch} for a look without a figure at which somebody acts",
    "decision": "{without_reason} without its reason",
    "ownership": "{build} for a verb of construction, {support} for one of support, 0 for a hedge, a duty or somebody "
    "else's decision",
    "clarity": "{result_first} for the result in front, {short} up to {one_breath} characters",
}


def render_score_page(weights: ScoreWeights) -> str:
    """Explain the score, from the figures that compute it."""
    lines = [
        f"The score of a bullet, version {score.SCORE_VERSION}: 0 to 100",
        "",
        "Read the findings first. The score only says how much of the form is there.",
        "It is what the bullet states in percent of what the profile asks of it; what it states beyond",
        "that adds on top, so no fact that you add lowers it. A resume's score is the mean of its bullets.",
        "An award, a course, a trait and a bullet that is not English have none.",
        "",
    ]
    for name, worth in weights.parts.items():
        lines.append(f"  {name:<12}{worth.most:>4}  {worth.meaning}")
        if name in STEPS:
            step = STEPS[name].format_map({**worth.less, "one_breath": weights.one_breath})
            lines.append(f"  {'':<12}{'':>4}  ({step})")
    lines += [
        "",
        "`bulletlint explain score resume.md:12` shows what that bullet has, and would gain by each part.",
    ]
    return "\n".join(lines) + "\n"


def render_bullet_scores(files: Sequence[FileReport], weights: ScoreWeights) -> list[str]:
    """Return for each bullet what its score is made of, and the points that it would gain by each part."""
    pages = []
    for file in files:
        for bullet in file.bullets:
            where = f"{file.path}:{bullet.place.line}" if bullet.place.line else file.path
            pages.append(render_bullet_score(bullet, f"{where} (profile {file.profile})", weights))
    return pages


def render_bullet_score(bullet: BulletReport, where: str, weights: ScoreWeights) -> str:
    """Return the parts of one bullet's score as a table, under its place and its text."""
    lines = [where, f"  {bullet.text}"]
    if not bullet.parts:
        why = "it is not in English" if bullet.foreign else "the rubric has nothing to say of it"
        return "\n".join([*lines, f"  no score: {why}"]) + "\n"
    lines.append(f"  score {bullet.score}")
    for part, gain in score.find_gains(bullet.parts):
        asked = "" if part.asked else ", not asked"
        gain = gain if part.asked or part.name == "decision" else 0
        wanted = weights.parts[part.name].meaning.partition(";")[0]
        more = f"  +{gain} if it had {wanted}" if gain else ""
        lines.append(f"    {part.name:<12}{part.given:>3} of {part.most:>2}{asked}{more}")
    return "\n".join(lines) + "\n"
