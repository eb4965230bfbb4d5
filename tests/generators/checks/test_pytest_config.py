"""Settings that pytest would refuse or overlook."""

import pytest

from generators.checks import pytest_config

TOML = """[tool.pytest.ini_options]
testpaths = ["tests"]
addopts = ["-ra"]
xfail_strict = true
filterwarnings = ["error", "ignore::DeprecationWarning:old"]
markers = ["slow: takes long"]
"""
INI = "[pytest]\ntestpaths = tests\nmarkers =\n    slow: takes long\nfilterwarnings =\n    error\n"
TEST = "import pytest\n\n\n@pytest.mark.slow\n@pytest.mark.parametrize('x', [1])\ndef test_x(x):\n    assert x\n"


def judged(folder, files: dict[str, str]):
    for path, text in files.items():
        (folder / path).write_text(text)
    return pytest_config.check(folder, list(files))


@pytest.mark.parametrize(
    "files", [{"pyproject.toml": TOML, "test_a.py": TEST}, {"pytest.ini": INI, "test_a.py": TEST}, {"test_a.py": TEST}]
)
def test_sound_settings_pass(tmp_path, files: dict[str, str]) -> None:
    assert judged(tmp_path, files) == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"pyproject.toml": TOML.replace("testpaths", "test_paths")}, "'test_paths' is no setting of pytest"),
        ({"pyproject.toml": TOML.replace('["slow: takes long"]', "[1]")}, "markers: must be a list of texts"),
        ({"pyproject.toml": TOML.replace("slow: takes", "very slow: takes")}, "marker 'very slow' is not a name"),
        ({"pyproject.toml": TOML.replace('"error"', '"eror"')}, "'eror' begins with no action"),
        ({"pyproject.toml": TOML.replace("xfail_strict = true", "xfail_strict = 1")}, "neither true nor false"),
        ({"pytest.ini": INI.replace("[pytest]", "[tool:pytest]")}, "needs the section [pytest]"),
        ({"pytest.ini": INI.replace("testpaths", "tespaths")}, "'tespaths' is no setting of pytest"),
        ({"pytest.ini": "testpaths = tests\n"}, "no section headers"),
    ],
)
def test_a_broken_setting_is_named(tmp_path, files: dict[str, str], said: str) -> None:
    assert any(said in problem.message for problem in judged(tmp_path, files))


def test_a_marker_that_is_not_registered_is_named_with_its_line(tmp_path) -> None:
    (problem,) = judged(tmp_path, {"pyproject.toml": TOML, "test_a.py": TEST.replace("mark.slow", "mark.slwo")})
    assert (problem.path, problem.line) == ("test_a.py", 4)
    assert "'slwo' is not registered" in problem.message
