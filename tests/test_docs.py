"""What the prose says about commands, settings, packages and files is true."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from agents import Delivery
from agents.embedded.wishes import read_wish
from generators import load
from generators import names as kinds
from generators.frame.describe import as_markdown
from settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("knowledge/models/*/*.md")])
READMES = ["README.md", "README.pl.md"]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(name: str) -> Iterator[str]:
    """The shell lines of a page: those in `bash` blocks, and those quoted in the text."""
    text = text_of(name)
    for block in re.findall(r"```bash\n(.*?)```", text, re.S):
        yield from (part.strip() for line in block.splitlines() for part in re.split(r"&&|#", line))
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if not target.startswith(("http://", "https://", "#", "mailto:")):
            assert (page.parent / target.split("#")[0]).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize(
    "name", [*READMES, "docs/settings.md", "docs/dependencies.md", "docs/architecture.md", "docs/authoring.md"]
)
def test_the_make_targets_that_are_named_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.M))
    for command in commands(name):
        if command.startswith("make "):
            named = {word for word in command.split()[1:] if "=" not in word}
            assert named <= targets, f"{name}: {command}"


def sternik(*arguments: str) -> subprocess.CompletedProcess[str]:
    run = "import sys; from interfaces.cli import main; sys.argv[0] = 'sternik'; sys.exit(main())"
    return subprocess.run([sys.executable, "-c", run, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120)


def named_commands() -> dict[str, set[str]]:
    """Each `sternik` command that the READMEs and docs name, with the options they use."""
    found: dict[str, set[str]] = {}
    for page in PAGES:
        for command in commands(page.relative_to(ROOT).as_posix()):
            match = re.match(r"(?:\.venv/bin/)?sternik ([a-z]+)(.*)", command)
            if match:
                found.setdefault(match[1], set()).update(re.findall(r"(?<=\s)--[a-z-]+", match[2]))
    return found


def test_readme_shows_every_command() -> None:
    assert {"ask", "generate", "mcp", "search", "ingest", "path", "status", "serve", "reindex"} <= named_commands().keys()


@pytest.mark.parametrize(("command", "options"), sorted(named_commands().items()))
def test_the_commands_that_are_named_exist(command: str, options: set[str]) -> None:
    shown = sternik(command, "--help")
    assert shown.returncode == 0, shown.stderr
    known = set(re.findall(r"--[a-z-]+", shown.stdout))
    if command == "generate":  # the options of the kinds are theirs
        known |= {f"--{option.replace('_', '-')}" for kind in kinds() for option in load(kind).options.model_fields}
    assert options <= known, f"sternik {command}: {options}"


def test_the_page_of_the_generators_is_what_they_say() -> None:
    assert text_of("docs/generators.md") == as_markdown(), "python -m generators.frame.describe writes it again"


def test_the_chat_that_the_readmes_show_makes_files_that_pass() -> None:
    for readme in READMES:
        said = re.findall(r"^> \*\*(?:You|Ty):\*\* (.+)$", text_of(readme), re.M)
        assert len(said) >= 2
        for turns in (said[:1], said):
            wish = read_wish(turns)
            assert wish is not None
            delivery = Delivery.of(wish.kind, wish.all_options)
            assert not delivery.refusal and len(delivery.files) >= 3
            assert all(check.passed for file in delivery.files for check in file.checks), readme


class Asked(dict[str, str]):
    """An empty environment that remembers what it was asked for."""

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        self[name] = default
        return default


def settings_asked_for() -> set[str]:
    asked = Asked()
    Settings.from_env(asked)
    return set(asked)


def test_every_setting_is_documented_and_no_other() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", text_of("docs/settings.md"), re.M))
    assert documented == settings_asked_for()


def test_every_setting_is_in_the_example_file() -> None:
    offered = re.findall(r"^# ([A-Z_]+)=", text_of(".env.example"), re.M)
    assert settings_asked_for() <= set(offered)


def test_the_defaults_that_the_example_file_shows_are_the_defaults() -> None:
    shown = dict(re.findall(r"^# ([A-Z_]+)=(.*)$", text_of(".env.example"), re.M))
    assert Settings.from_env({name: shown[name] for name in settings_asked_for()}) == Settings.from_env({})


def test_the_container_reads_only_settings_that_exist() -> None:
    named = set(re.findall(r"\b(STERNIK_[A-Z]+)=", text_of("Dockerfile")))
    assert named and named <= settings_asked_for()


def test_the_container_gets_what_the_package_is_made_of() -> None:
    let_in = set(re.findall(r"^!(\S+)", text_of(".dockerignore"), re.M))
    from_pyproject = set(re.findall(r'"([a-z_]+)"', re.findall(r"py-modules = \[(.*?)\]", text_of("pyproject.toml"))[0]))
    rooms = set(re.findall(r'^    "([a-z]+)",$', text_of("pyproject.toml"), re.M)) & {path.name for path in ROOT.iterdir()}
    assert rooms | {f"{name}.py" for name in from_pyproject} <= let_in
    assert {"pyproject.toml", "requirements.lock", "README.md", "LICENSE", "NOTICE"} <= let_in


@pytest.mark.parametrize("script", [".ci/run", "deploy/lock.sh", "deploy/install-venv.sh"])
def test_scripts_can_be_started(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run(["bash" if "bash" in text_of(script).split("\n")[0] else "sh", "-n", str(ROOT / script)], check=True)


def test_ci_runs_what_the_makefile_offers() -> None:
    assert re.findall(r"^make (\S+)$", text_of(".ci/run"), re.M) == ["check", "test", "test-extras"]


def test_the_changelog_tells_the_version() -> None:
    assert re.search(r"^## \[Unreleased\]|^## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", text_of("CHANGELOG.md"), re.M)
