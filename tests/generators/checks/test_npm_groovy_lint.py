"""npm-groovy-lint compiles the Groovy of Jenkinsfiles, where it is installed."""

from pathlib import Path

import pytest

from generators.checks import Missing, npm_groovy_lint


@pytest.fixture(autouse=True)
def _installed() -> None:
    try:
        npm_groovy_lint.version()
    except Missing as error:
        pytest.skip(str(error))


def test_it_tells_groovy_from_what_is_not(tmp_path: Path) -> None:
    good = "pipeline {\n    agent any\n    stages {\n        stage('Test') {\n            steps {\n                sh 'pytest'\n            }\n        }\n    }\n}\n"
    (tmp_path / "Jenkinsfile").write_text(good, encoding="utf-8")
    (tmp_path / "broken.Jenkinsfile").write_text(good.replace("'pytest'", "'pytest\""), encoding="utf-8")
    problems = npm_groovy_lint.check(tmp_path, ["Jenkinsfile", "broken.Jenkinsfile"])
    assert [(problem.path, problem.line) for problem in problems] == [("broken.Jenkinsfile", 6)]
