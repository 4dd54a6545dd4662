"""The hook, with the real pre-commit in a repository of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WEAK = "# Sam Field\n\n## Experience\n\n- Implemented a caching layer for search.\n"
STRONG = (
    "# Sam Field\n\n## Experience\n\n"
    "- Cut search latency by 40 % for 2M users at $90 a month, with the database as fallback.\n"
)
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("resume.md", True),
        ("sam_field_resume.tex", True),
        ("CV.pdf", True),
        ("cv/sections/experience.tex", True),
        ("docs/Resume 2026.docx", True),
        ("sam-cv-en.yaml", True),
        ("résumé.txt", True),
        (unicodedata.normalize("NFD", "résumé.txt"), True),
        (unicodedata.normalize("NFD", "Jon Reed Résumé.pdf"), True),
        ("MariaLopezResume.md", True),
        ("ResumeMariaLopez.docx", True),
        ("JonReedResume.pdf", True),
        ("JonReedCV.pdf", True),
        ("JonReedCV2024.pdf", True),
        ("resume2024.md", True),
        ("2024resume.md", True),
        ("cv2024.tex", True),
        ("Resume (1).pdf", True),
        ("jonresume.docx", True),
        ("JON_RESUME.PDF", True),
        ("resumes/jon.md", True),
        ("people/CVs/jon.md", True),
        ("curriculum vitae.odt.md", True),
        ("OpenCV.md", False),
        ("presume.md", False),
        ("resume_parser.py", False),
        ("resume_parser.md", False),
        ("resume-schema.json", False),
        ("resume/README.md", False),
        ("resumed.md", False),
        ("consumer.md", False),
        ("README.md", False),
        ("opencv.md", False),
        ("resumes_parser.py", False),
        ("resume.png", False),
        ("cvs.md", False),
    ],
)
def test_the_hook_looks_at_resumes_by_name(path: str, wanted: bool) -> None:
    """In every format that is read, and at nothing else."""
    found = re.search(HOOK["files"], path) and not re.search(HOOK["exclude"], path)
    assert bool(found) is wanted


def test_the_hook_knows_every_format() -> None:
    """A new reader's suffixes have to be added."""
    from bulletlint.read import FORMATS

    for row in FORMATS.values():
        for suffix in row.suffixes:
            assert re.search(HOOK["files"], f"resume{suffix}")


class Repository:
    """A git repository whose commits the hook looks at."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def commit(self, **files: str) -> subprocess.CompletedProcess[str]:
        for name, text in files.items():
            (self.folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
        self.run("git", "add", "-A")
        return self.run("git", "commit", "-qm", "change")

    def configure(self, *args: str) -> None:
        hook = {"id": "bulletlint", "args": list(args)} if args else {"id": "bulletlint"}
        repo = {"repo": self.environment["HOOK_REPOSITORY"], "rev": "v0", "hooks": [hook]}
        config = yaml.safe_dump({"repos": [repo]})
        (self.folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of git and pre-commit, with our project as a repository that hooks come from."""
    folder = tmp_path_factory.mktemp("hooks")
    source = folder / "bulletlint"
    ignore = shutil.ignore_patterns(
        ".git", "*.egg-info", "__pycache__", ".*_cache", ".venv", "build", "dist", "training"
    )
    shutil.copytree(ROOT, source, ignore=ignore)
    (folder / "gitconfig").write_text(
        "[user]\nname = Sam\nemail = sam@example.com\n[init]\ndefaultBranch = main\n", encoding="utf-8"
    )
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder / "home"),
        "BULLETLINT_CACHE_DIR": str(folder / "cache"),
        "HOOK_REPOSITORY": str(source),
    }
    hooks = Repository(source, environment)
    hooks.run("git", "init", "-q")
    hooks.run("git", "add", "-A")
    assert hooks.run("git", "commit", "-qm", "all").returncode == 0
    assert hooks.run("git", "tag", "v0").returncode == 0
    return environment


@pytest.fixture
def repository(tmp_path: Path, installed: dict[str, str]) -> Repository:
    """A repository with the hook installed."""
    repository = Repository(tmp_path, installed)
    repository.run("git", "init", "-q")
    repository.configure()
    done = repository.run("pre-commit", "install", "--install-hooks")
    assert done.returncode == 0, done.stdout + done.stderr
    return repository


@pytest.mark.slow
def test_a_weak_bullet_fails_the_commit_and_shows_why(repository: Repository) -> None:
    """A strong one passes; so does the weak one with a directive."""
    done = repository.commit(resume__md=WEAK)
    assert done.returncode == 1
    assert "resume.md:5:3" in done.stdout + done.stderr
    assert "weak-verb" in done.stdout + done.stderr
    assert repository.commit(resume__md=STRONG).returncode == 0
    silenced = WEAK.replace("search.", "search. <!-- bulletlint: ignore BL101 BL201 we say no more -->")
    done = repository.commit(resume__md=silenced)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_arguments_are_passed_through(repository: Repository) -> None:
    """--fail-on and --baseline decide as on the command line."""
    repository.configure("--fail-on", "never")
    assert repository.commit(resume__md=WEAK).returncode == 0
    repository.configure("--baseline", "known.json")
    again = WEAK.replace("- Impl", "- Built a tool for shops.\n- Impl")
    python = next(Path(repository.environment["PRE_COMMIT_HOME"]).glob("repo*/py_env*/bin/bulletlint"))
    repository.run(str(python), "check", "resume.md", "--baseline", "known.json", "--update-baseline")
    assert repository.commit(resume__md=WEAK + "\n").returncode == 0
    done = repository.commit(resume__md=again)
    assert done.returncode == 1
    assert "Built a tool" in done.stdout + done.stderr
    assert "caching layer" not in done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode != 0,
    reason="this machine cannot cut the network for a process",
)
def test_it_runs_with_the_network_cut_and_loads_the_pipeline_once(repository: Repository) -> None:
    """Twenty files go through one process."""
    for number in range(20):
        (repository.folder / f"resume-{number}.md").write_text(STRONG, encoding="utf-8")
    repository.run("git", "add", "-A")
    done = repository.run("unshare", "-rn", "pre-commit", "run", "--verbose", "bulletlint")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("20 files, 20 bullets: no findings") == 1
