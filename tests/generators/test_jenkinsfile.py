"""What is particular to Jenkinsfiles."""

import re
from typing import Any

import pytest

from errors import BadOption
from generators import load, validated


def jenkinsfile(**options: Any) -> str:
    generator = load("jenkinsfile")
    return generator.render(validated(generator, options))["Jenkinsfile"]


def stages(text: str) -> list[str]:
    return re.findall(r"stage\('([^']+)'\)", text)


def test_stages_stand_in_the_order_that_was_asked_for() -> None:
    assert stages(jenkinsfile(stages=["install", "lint", "testy", "wdrożenie"])) == ["Install", "Lint", "Testy", "Wdrożenie"]


def test_without_a_stage_for_it_the_first_that_needs_packages_installs_them() -> None:
    made = jenkinsfile(stages=["lint", "test"])
    assert made.count("-m venv .venv") == 1
    assert made.index("-m venv .venv") < made.index("ruff check")


def test_stages_side_by_side_wait_for_an_installation_of_its_own() -> None:
    assert stages(jenkinsfile(stages=["lint", "test"], parallel=True)) == ["Install", "Checks", "Lint", "Test"]


def test_a_stage_that_is_added_comes_before_the_deployment() -> None:
    assert stages(jenkinsfile(stages=["lint", "deploy"], more_stages=["security", "lint"])) == ["Lint", "Security", "Deploy"]
    assert stages(jenkinsfile(more_stages=["Walidacja danych"])) == ["Install", "Lint", "Test", "Walidacja danych"]


def test_an_image_is_built_and_pushed_on_one_machine() -> None:
    made = jenkinsfile(build=True)
    image = made[made.index("stage('Image')") :]
    assert image.index("agent { label 'docker' }") < image.index("stage('Build')") < image.index("stage('Push')")
    assert made.count("agent { label 'docker' }") == 1


def test_nothing_is_pushed_or_deployed_from_other_branches() -> None:
    made = jenkinsfile(build=True, deploy="kubectl", branches=["main", "release/*"])
    assert made.count("branch 'main'") == made.count("branch 'release/*'") == 2


def test_the_condition_comes_before_the_question_and_no_limit_ends_it_early() -> None:
    made = jenkinsfile(deploy="helm", tools=["pytest"])
    assert "beforeInput true" in made
    assert "timeout" not in made[made.index("    options {") : made.index("    environment {")]
    assert made.count("timeout(time: 30, unit: 'MINUTES')") == 2, "each of the other stages has its limit"
    assert "input {" not in jenkinsfile(deploy="helm", approve=False)


def test_the_report_is_read_also_when_tests_fail() -> None:
    assert re.search(r"always \{\s+junit 'report.xml'", jenkinsfile())


def test_several_pythons_are_a_matrix_and_services_are_beside_each() -> None:
    made = jenkinsfile(tools=["pytest"], python=["3.11", "3.12"], services=["postgres:15", "redis"])
    assert "values '3.11', '3.12'" in made
    assert "--link ${postgres.id}:postgres --link ${redis.id}:redis" in made


def test_the_last_word_on_a_service_counts() -> None:
    made = jenkinsfile(tools=["pytest"], services=["mongo", "redis", "mongo:7"])
    assert made.count("mongo ->") == 1 and "docker.image('mongo:7')" in made


def test_a_pod_brings_a_container_for_each_tool_and_service() -> None:
    made = jenkinsfile(agent="kubernetes", build=True, deploy="helm", tools=["pytest"], services=["postgres:15"])
    assert re.findall(r"    - name: (\w+)\n      image", made) == ["python", "kaniko", "tools", "postgres"]
    assert "container('kaniko')" in made and "docker build" not in made
    assert "localhost:5432" in made


def test_parameters_have_their_kinds() -> None:
    made = jenkinsfile(parameters=["ENV=dev|prod", "DRY_RUN:bool", "EPOCHS=10", "NOTE", "FAST=true"])
    assert "choice(name: 'ENV', choices: ['dev', 'prod'])" in made
    assert "booleanParam(name: 'DRY_RUN', defaultValue: false)" in made
    assert "string(name: 'EPOCHS', defaultValue: '10', trim: true)" in made
    assert "string(name: 'NOTE', trim: true)" in made
    assert "booleanParam(name: 'FAST', defaultValue: true)" in made


def test_a_schedule_has_its_time_zone() -> None:
    assert r"cron('TZ=Europe/Warsaw\nH 2 * * 1-5')" in jenkinsfile(schedule="H 2 * * 1-5", timezone="Europe/Warsaw")


def test_secrets_come_from_the_store_of_jenkins() -> None:
    made = jenkinsfile(train=True, secrets=["HF_TOKEN"], mlflow=True)
    assert "HF_TOKEN = credentials('hf-token')" in made
    assert "MLFLOW_TRACKING_URI = credentials('mlflow-tracking-uri')" in made


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"schedule": "H 25 * * *"}, "schedule"),
        ({"schedule": "H(0-99) 2 * * *"}, "schedule"),
        ({"parameters": ["A=1", "A=2"]}, "same name"),
        ({"parameters": ["A=$(id)"]}, "parameters.0"),
        ({"services": ["redis"], "agent": "any"}, "need the agent"),
        ({"credentials": "x') ; sh('id"}, "credentials"),
        ({"stages": ["x') { steps { sh 'id' } }"]}, "stages.0"),
        ({"channel": "#a${env.SECRET}"}, "channel"),
        ({"image": "registry.acme.io/${SECRET}"}, "image"),
        ({"keep": 0}, "keep"),
    ],
)
def test_what_cannot_be_is_refused(options: dict[str, Any], rule: str) -> None:
    with pytest.raises(BadOption, match=rule):
        validated(load("jenkinsfile"), options)
