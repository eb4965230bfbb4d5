"""The check of Jenkinsfiles accepts what a Jenkins server would, and knows the sections of a declarative pipeline."""

from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import check_files

GOOD = """\
@Library('ml-lib@1.2.0') _
pipeline {
    agent any
    options { timeout(time: 30, unit: 'MINUTES') }
    environment {
        IMAGE = "registry.example.com/api:${env.BUILD_NUMBER}"
    }
    stages {
        stage('Checks') {
            parallel {
                stage('Lint') { steps { sh 'ruff check .' } }
                stage('Test') {
                    steps {
                        sh '''
                            pytest
                        '''
                    }
                    post { always { junit 'report.xml' } }
                }
            }
        }
        stage('Deploy') {
            when { anyOf { branch 'main'; buildingTag() } }
            input { message 'Deploy?' }
            steps { script { docker.image('x').inside { sh './deploy.sh' } } }
        }
    }
    post { failure { slackSend channel: '#ml', message: "failed ${env.BUILD_URL}" } }
}
"""


def verdict(text: str, path: str = "Jenkinsfile") -> tuple[bool | None, str]:
    (found,) = check_files({path: text})[path]
    return found.passed, found.detail


def test_a_good_pipeline_passes() -> None:
    assert verdict(GOOD) == (True, "")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    agent any\n", "", "needs agent"),
        ("agent any", "agent anny", "agent needs"),
        ("agent any", "agent { dokcer { image 'x' } }", "'dokcer'"),
        ("steps { sh 'ruff check .' }", "step { sh 'ruff check .' }", "'step' does not belong"),
        ("steps { sh 'ruff check .' }", "", "exactly one of"),
        ("steps { sh 'ruff check .' }", "steps { shh 'ruff check .' }", "'shh'"),
        ("timeout(time", "timout(time", "'timout'"),
        ("post { always {", "post { allways {", "'allways'"),
        ("when { anyOf", "when { anyof", "'anyof'"),
        ("    environment {\n", "    environment {\n        sh 'x'\n", "NAME = value"),
        ("'ruff check .'", "'ruff check .\"", "not Groovy"),
        ("input { message 'Deploy?' }", "input { ok 'Deploy' }", "needs message"),
        ("    post { failure", "    post { always { echo 'x' } }\n    post { failure", "stands twice"),
    ],
)
def test_a_fault_is_found_with_its_line(old: str, new: str, said: str) -> None:
    assert old in GOOD
    passed, detail = verdict(GOOD.replace(old, new, 1))
    assert passed is False
    assert said in detail and detail.split(":")[0].isdigit()


def test_a_scripted_pipeline_is_not_declarative() -> None:
    assert verdict("node { sh 'make' }\n") == (False, "1: a declarative Jenkinsfile has one pipeline { }, this has 0")


@pytest.mark.parametrize("path", ["ci/Jenkinsfile", "Jenkinsfile.deploy", "train.Jenkinsfile"])
def test_jenkinsfiles_of_other_names_are_judged_too(path: str) -> None:
    assert verdict(GOOD, path)[0] is True


@pytest.mark.parametrize("sample", shared_samples("jenkins", "*Jenkinsfile"))
def test_it_tells_the_shared_samples_apart(sample: Path) -> None:
    assert verdict(sample.read_text(encoding="utf-8"))[0] is sample.name.startswith("valid")
