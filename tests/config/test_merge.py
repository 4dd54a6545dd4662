"""Settings and where they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.config.merge import load_settings
from bulletlint.core.errors import BulletlintError, ConfigError
from bulletlint.core.settings import PerFile, Settings
from bulletlint.lint.linter import Linter
from bulletlint.rulebook.rulebook import load_rulebook

TOML = """\
profile = "general"
select = ["BL1", "BL2"]
ignore = ["BL203"]
fail-on = "error"
max-warnings = 3
model = "en_core_web_sm"
rule-folders = ["ours"]
never-flag = ["Responsible AI"]
require-reasons = true
baseline = "known.json"

[severities]
missing-cost = "off"

[lexicons]
verbs-outcome = ["derisk"]

[per-file."portfolio/*.md"]
profile = "portfolio"
ignore = ["BL101"]
"""
YAML = """\
profile: general
select: [BL1, BL2]
ignore: [BL203]
fail-on: error
max-warnings: 3
model: en_core_web_sm
rule-folders: [ours]
never-flag: [Responsible AI]
require-reasons: true
baseline: known.json
severities: {missing-cost: off}
lexicons: {verbs-outcome: [derisk]}
per-file:
  portfolio/*.md: {profile: portfolio, ignore: [BL101]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours").mkdir()
    return tmp_path


def load(**options: object) -> Settings:
    return load_settings(config_file=None, isolated=False, given=options)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".bulletlint.toml", TOML),
        (".bulletlint.yaml", YAML),
        (
            "pyproject.toml",
            "[tool.bulletlint]\n"
            + TOML.replace("[severities]", "[tool.bulletlint.severities]")
            .replace("[lexicons]", "[tool.bulletlint.lexicons]")
            .replace("[per-file.", "[tool.bulletlint.per-file."),
        ),
    ],
)
def test_every_kind_of_file_says_the_same(folder: Path, name: str, text: str) -> None:
    """TOML, YAML and pyproject.toml have the same keys; paths count from the file."""
    (folder / name).write_text(text, encoding="utf-8")
    assert load() == Settings(
        profile="general",
        select=("BL1", "BL2"),
        ignore=("BL203",),
        severities=(("missing-cost", "off"),),
        fail_on="error",
        max_warnings=3,
        model="en_core_web_sm",
        rule_folders=(folder / "ours",),
        lexicons=(("verbs-outcome", ("derisk",)),),
        never_flag=("Responsible AI",),
        require_reasons=True,
        baseline=folder / "known.json",
        per_file=(PerFile("portfolio/*.md", profile="portfolio", ignore=("BL101",)),),
        root=folder,
    )


def test_two_files_in_one_folder_are_refused(folder: Path) -> None:
    """Which one was meant would be a guess."""
    (folder / ".bulletlint.toml").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.bulletlint]\n", encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"pyproject\.toml: \.bulletlint\.toml is in the same folder; keep one"
    ):
        load()


def test_options_win_and_isolated_reads_no_file(folder: Path) -> None:
    """Options, then the file, then the defaults."""
    (folder / ".bulletlint.toml").write_text(TOML, encoding="utf-8")
    assert load(profile="ai-pm", select=()).profile == "ai-pm"
    assert load(profile="ai-pm", select=()).select == ("BL1", "BL2")
    assert load_settings(config_file=None, isolated=True, given={}) == Settings()


def test_a_named_file_counts_wherever_it_is(folder: Path) -> None:
    """--config beats discovery, must be there, and excludes --isolated."""
    (folder / ".bulletlint.toml").write_text(TOML, encoding="utf-8")
    (folder / "ours" / "mine.yaml").write_text("profile: portfolio\n", encoding="utf-8")
    settings = load_settings(config_file="ours/mine.yaml", isolated=False, given={})
    assert settings == Settings(profile="portfolio", root=folder / "ours")
    with pytest.raises(ConfigError, match=r"no\.toml: cannot be read"):
        load_settings(config_file="no.toml", isolated=False, given={})
    with pytest.raises(ConfigError, match="contradict each other"):
        load_settings(config_file="no.toml", isolated=True, given={})


@pytest.mark.parametrize(("text", "jobs"), [("jobs = 3", 3), ('jobs = "auto"', 0), ("jobs = 0", 0), ("", 0)])
def test_the_number_of_processes_is_a_number_or_auto(folder: Path, text: str, jobs: int) -> None:
    """0 stands for as many as are good for the work."""
    (folder / ".bulletlint.toml").write_text(text + "\n", encoding="utf-8")
    assert load().jobs == jobs


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('profil = "x"', "1: unknown key `profil` in the configuration; did you mean `profile`?"),
        ("\nselect = 'BL1'", '2: `select` must be a list; write ["a", "b"]'),
        ("severities = 1", "1: `severities` must be a table (`key = value` lines under its heading in brackets)"),
        ("select = [1]", "1: an entry of `select` must be text"),
        ("max-warnings = true", "1: `max-warnings` must be 0 or more"),
        ("max-warnings = -1", "1: `max-warnings` must be 0 or more"),
        ('jobs = "many"', '1: `jobs` must be 0 or more, or "auto"'),
        ("require-reasons = 1", "1: `require-reasons` must be true or false"),
        ('fail-on = "errors"', "1: `fail-on` cannot be `errors`; did you mean `error`?"),
        ('[severities]\nx = 1\nweak-verb = "of"', "2: `severities`: x cannot be `1`"),
        ('[severities]\n\nweak-verb = "of"', "3: `severities`: weak-verb cannot be `of`; did you mean `off`?"),
        ('rule-folders = ["none"]', "1: `rule-folders`: no such folder none"),
        ('[per-file."*.md"]\nignor = []', "2: unknown key `ignor` in `per-file`: *.md; did you mean `ignore`?"),
        ("a = 1\na = 2", "2: invalid TOML"),
        ("profile = ", "1: invalid TOML"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_its_line(folder: Path, text: str, message: str) -> None:
    """Nothing that nobody reads is accepted."""
    (folder / ".bulletlint.toml").write_text(text + "\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load()
    assert str(caught.value).startswith(f".bulletlint.toml:{message}")
    assert "\n" not in str(caught.value)


def test_advice_is_in_the_notation_of_the_file(folder: Path) -> None:
    """What helps in TOML is wrong in YAML."""
    (folder / ".bulletlint.yaml").write_text("select: BL1\n", encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"^\.bulletlint\.yaml:1: `select` must be a list; write `- ` before"
    ):
        load()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nprofile = "generel"', "2: unknown profile `generel`; did you mean `general`?"),
        ('ignore = ["weak-verbs"]', "1: ignore: unknown rule `weak-verbs`; did you mean `weak-verb`?"),
        ("[severities]\ncost = 'off'\ncosts = 'off'", "3: severities: unknown rule `costs`; did you mean `cost`?"),
        ("[lexicons]\n\nverbs-outcom = ['cap']", "3: lexicons: unknown lexicon `verbs-outcom`; did you mean `verbs-outcome`?"),
        ('[per-file."*.md"]\nprofile = "generel"', "2: unknown profile `generel`; did you mean `general`?"),
        ('[per-file."*.md"]\nselect = ["BL99"]', "2: per-file `*.md`: unknown rule `BL99`; "),
        ('model = "no_such"', "1: cannot load the pipeline no_such: it is neither an installed package nor a folder"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_has_is_refused_with_its_line(folder: Path, text: str, message: str) -> None:
    """Rule, profile, lexicon and pipeline are looked up after the file was read; the message still tells where."""
    (folder / ".bulletlint.toml").write_text(text + "\n", encoding="utf-8")
    with pytest.raises(BulletlintError) as caught:
        Linter(load()).load_analyser()
    assert str(caught.value).startswith(f".bulletlint.toml:{message}")
    assert "\n" not in str(caught.value)


def test_a_name_in_an_option_is_refused_with_the_option(folder: Path) -> None:
    """An option wins over the file, so the file is not to blame."""
    (folder / ".bulletlint.toml").write_text('profile = "general"\n', encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"^--profile: unknown profile `generel`; did you mean `general`\?$"
    ):
        load_rulebook(load(profile="generel"))
    with pytest.raises(ConfigError, match=r"^--select: unknown rule `BL99`; "):
        load_rulebook(load(select=("BL99",)))


@pytest.mark.parametrize("pattern", ["!", "/", "[z-a]", "# old"])
def test_a_pattern_that_excludes_nothing_is_refused(
    pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its line."""
    monkeypatch.chdir(tmp_path)
    Path(".bulletlint.toml").write_text(f'exclude = [\n  "{pattern}",\n]\n', encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"^\.bulletlint\.toml:1: `exclude`: `.+` is no pattern; write it as in"
    ):
        load_settings(config_file=None, isolated=False, given={})
