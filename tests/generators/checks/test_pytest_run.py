"""Tests are run for real where they need only themselves, and planned where they need the user's code."""

import pytest

from generators.checks import Missing, pytest_run

CONFIG = '[tool.pytest.ini_options]\ntestpaths = ["tests"]\naddopts = ["--strict-markers", "--strict-config"]\nmarkers = ["slow: takes long"]\n'
ALONE = "import pytest\n\n\n@pytest.mark.slow\ndef test_sum():\n    assert 1 + 1 == 2\n"
OF_THE_USER = "from src.clean import clean_data\n\n\ndef test_it():\n    assert clean_data(1) == 2\n"


def judged(folder, files: dict[str, str]):
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return pytest_run.check(folder, list(files))


def test_tests_that_pass_pass(tmp_path) -> None:
    assert judged(tmp_path, {"pyproject.toml": CONFIG, "tests/test_a.py": ALONE}) == []


def test_tests_of_code_that_is_not_there_are_only_planned(tmp_path) -> None:
    assert judged(tmp_path, {"pyproject.toml": CONFIG, "tests/test_a.py": OF_THE_USER}) == []


def test_a_program_of_ours_is_not_taken_for_the_users_module(tmp_path) -> None:
    assert judged(tmp_path, {"tests/test_a.py": OF_THE_USER.replace("src.clean", "app.main")}) == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"pyproject.toml": CONFIG, "tests/test_a.py": ALONE.replace("== 2", "== 3")}, "test_sum"),
        ({"pyproject.toml": CONFIG, "tests/test_a.py": ALONE.replace("mark.slow", "mark.slwo")}, "slwo"),
        ({"pyproject.toml": CONFIG.replace("testpaths", "test_paths"), "tests/test_a.py": ALONE}, "test_paths"),
        (
            {"pyproject.toml": CONFIG, "tests/test_a.py": OF_THE_USER.replace("test_it()", "test_it(no_such_fixture)")},
            "no_such_fixture",
        ),
        ({"pyproject.toml": CONFIG, "tests/test_a.py": "def test_x(:\n"}, "SyntaxError"),
    ],
)
def test_what_is_broken_is_refused(tmp_path, files: dict[str, str], said: str) -> None:
    (problem,) = judged(tmp_path, files)
    assert said in problem.message


def test_a_plugin_that_is_not_installed_means_not_checked(tmp_path) -> None:
    with pytest.raises(Missing, match="pytest_asyncio"):
        judged(tmp_path, {"pyproject.toml": CONFIG + 'asyncio_mode = "auto"\n', "tests/test_a.py": ALONE})


def test_a_configuration_alone_is_tried_with_a_test_of_its_own(tmp_path) -> None:
    assert judged(tmp_path, {"pyproject.toml": CONFIG + 'filterwarnings = ["error"]\n'}) == []
    (tmp_path / "other").mkdir()
    (problem,) = judged(tmp_path / "other", {"pytest.ini": "[pytest]\nno_such_setting = 1\n"})
    assert "no_such_setting" in problem.message
