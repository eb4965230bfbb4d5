"""What holds for every kind of file, also for one that is added tomorrow."""

import ast
import difflib
import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_options import options_of

from errors import BadOption
from generators import generate, hints_of, load, names, validated
from generators.checks import check_files, validators

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
CASES = sorted(path.parent.relative_to(GOLDEN).as_posix() for path in GOLDEN.glob("*/*/options.yaml"))
EXAMPLES = settings().max_examples


@pytest.mark.parametrize("case", CASES)
def test_a_golden_folder_is_what_its_options_give(case: str, update_golden: bool) -> None:
    folder = GOLDEN / case
    raw = yaml.safe_load((folder / "options.yaml").read_text(encoding="utf-8")) or {}
    made = generate(case.split("/")[0], raw)
    files = {file.path: file.content for file in made.files}
    if update_golden:
        _write_golden(folder / "files", files)
    kept = {path.relative_to(folder / "files").as_posix(): path.read_text(encoding="utf-8") for path in _files(folder / "files")}
    assert kept.keys() == files.keys()
    for path, text in files.items():
        difference = difflib.unified_diff(kept[path].splitlines(), text.splitlines(), "golden", "generated", lineterm="")
        assert kept[path] == text, f"{path} (pytest --update-golden takes it over)\n" + "\n".join(difference)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _write_golden(folder: Path, files: dict[str, str]) -> None:
    for path in _files(folder):
        path.unlink()
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")


@pytest.mark.parametrize("kind", names())
def test_every_kind_has_golden_files(kind: str) -> None:
    cases = [case for case in CASES if case.startswith(f"{kind}/")]
    assert f"{kind}/default" in cases and len(cases) >= 2, cases


@pytest.mark.parametrize("kind", names())
def test_an_empty_request_gives_files_that_every_light_validator_passes(kind: str) -> None:
    made = generate(kind)
    assert made.files
    for file in made.files:
        assert file.content.endswith("\n") and "\r" not in file.content, file.path
        assert [check for check in file.checks if check.passed is not True] == [], file.path


@pytest.mark.parametrize("kind", names())
def test_random_valid_options_give_files_that_every_light_validator_passes(kind: str) -> None:
    generator = load(kind)

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(options_of(generator))
    def passes(options: object) -> None:
        files = generator.render(options)  # type: ignore[arg-type]
        assert files == generator.render(options)  # type: ignore[arg-type]
        faults = {path: [v for v in verdicts if v.passed is not True] for path, verdicts in check_files(files).items()}
        assert {path: found for path, found in faults.items() if found} == {}

    passes()


HOSTILE = [
    "x\n  privileged: true",
    "x\nUSER root",
    "${jndi:ldap://x}",
    "$(touch /tmp/x)",
    "`id`",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "a: b\n- c",
    '"; drop',
    "'); sh 'id",
    "x # y",
    "&a *a",
    "!!python/object:os.system",
    "%{ for x in y }",
    "\u2028x",
    "\x00",
    "---\nkind: Secret",
    "a\\nb",
]


@pytest.mark.parametrize("kind", names())
def test_no_string_option_changes_the_structure_of_a_file(kind: str) -> None:
    generator = load(kind)
    for name, value in _string_values(kind):
        try:
            options = validated(generator, {name: value})
        except BadOption as error:
            assert name in str(error), f"the refusal of {name}={value!r} does not name it: {error}"
            continue
        plain = generator.render(validated(generator, {name: "plain words" if " " in value else "plainwords"}))
        files = generator.render(options)
        assert len(files) == len(plain), name
        for (path, text), (_, calm) in zip(files.items(), plain.items(), strict=True):
            assert _structure(path, text) == _structure(path, calm), f"{name}={value!r} changes {path}"


def _string_values(kind: str) -> list[tuple[str, str]]:
    schema = load(kind).options.model_json_schema()["properties"]
    strings = [name for name, part in schema.items() if "string" in {p.get("type") for p in (part, *part.get("anyOf", ()))}]
    return [(name, value) for name in strings for value in HOSTILE]


def _structure(path: str, text: str) -> object:
    """What a parser sees of a file, without the values."""
    if path.endswith((".yaml", ".yml")) and "/templates/" not in path:
        return [_keys(document) for document in yaml.load_all(text, Loader=_Tolerant)]
    if path.endswith(".json"):
        return _keys(json.loads(text))
    if path.endswith(".py"):
        return [type(node).__name__ for node in ast.walk(ast.parse(text))]
    return text.count("\n")


def _keys(value: object) -> object:
    if isinstance(value, dict):
        return {_shape(key): _keys(item) for key, item in value.items()}
    return [_keys(item) for item in value] if isinstance(value, list) else None


def _shape(key: object) -> object:
    """Keys may be made from an option; how many there are may not."""
    return key if isinstance(key, str) and re.fullmatch(r"[A-Za-z0-9_./-]+", key) and "plainwords" not in key else "…"


class _Tolerant(yaml.SafeLoader):
    pass


_Tolerant.add_multi_constructor("!", lambda loader, suffix, node: None)


@pytest.mark.parametrize("kind", names())
def test_a_kind_is_described_in_both_languages(kind: str) -> None:
    generator = load(kind)
    assert generator.summary.endswith(".") and generator.summary_pl.endswith(".")
    assert generator.cues
    assert all(cue == cue.lower() and cue.isascii() for cue in (*generator.cues, *generator.about))
    for name, field in generator.options.model_fields.items():
        assert field.description and field.description.endswith("."), f"{kind} --{name} has no English description"
        assert hints_of(field).pl.endswith("."), f"{kind} --{name} has no Polish description"
        assert name not in {"output_dir", "force", "json", "thorough", "list", "describe", "help"}, f"--{name} is the command's own"


@pytest.mark.parametrize("kind", names())
def test_the_reason_of_a_line_leads_to_a_page_in_both_languages(kind: str) -> None:
    generator = load(kind)
    assert generator.whys, "a reader wants to know why"
    made = [text for options in _golden_options(kind) for text in generator.render(validated(generator, options)).values()]
    for why in generator.whys:
        assert any(why.first_line(text) for text in made), f"no golden file of {kind} has a line like {why.line!r}"
        for language in ("en", "pl"):
            assert (ROOT / "knowledge" / why.page_in(language)).is_file(), why.page


def _golden_options(kind: str) -> list[dict[str, object]]:
    cases = [GOLDEN / case / "options.yaml" for case in CASES if case.startswith(f"{kind}/")]
    return [{}, *(yaml.safe_load(path.read_text(encoding="utf-8")) or {} for path in cases)]


VERSION = re.compile(
    r"[a-z0-9]/?[a-z0-9.-]+:v?\d+\.\d|\b[\w.-]+/[\w./-]+@v\d|[a-z]==\d|^\s*(?:FROM|image:)\s+[a-z]\S*:\d|[\"'](?:python|postgres|redis|nginx):\d",
    re.M,
)


def _sources() -> list[Path]:
    folder = ROOT / "generators"
    return sorted(path for path in (*folder.rglob("*.py"), *folder.rglob("*.j2")) if "checks" not in path.parts)


@pytest.mark.parametrize("path", _sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_versions_stand_in_one_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [
        match.group()
        for match in VERSION.finditer(text)
        if "registry.example.com" not in text[match.start() - 30 : match.end() + 30]
    ]
    assert found == [], "pin it in generators/frame/versions.yaml"


def test_the_versions_are_dated_and_all_used() -> None:
    table = yaml.safe_load((ROOT / "generators/frame/versions.yaml").read_text(encoding="utf-8"))
    assert str(table.pop("reviewed"))[:2] == "20"
    sources = "\n".join(path.read_text(encoding="utf-8") for path in _sources())
    # A name is written whole, or its last part is filled in: version(f"runner-{system}").
    unused = [
        name
        for group in table.values()
        for name in group
        if not re.search(rf"[\"']{re.escape(name)}[\"'\[]|f\"{re.escape(name.rsplit('-', 1)[0])}-\{{", sources)
    ]
    assert unused == []


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_an_unknown_option_is_refused_by_name(name: str) -> None:
    generator = load("dockerfile")
    if name in generator.options.model_fields:
        return
    with pytest.raises(BadOption, match="dockerfile has no option") as caught:
        validated(generator, {name: 1})
    assert "dockerfile nie ma opcji" in caught.value.polish


def test_every_validator_says_what_it_is() -> None:
    for validator in validators():
        assert validator.__doc__ and validator.TOOL and validator.HEAVY in (True, False), validator
        assert callable(validator.version) and callable(validator.wants) and callable(validator.check), validator
