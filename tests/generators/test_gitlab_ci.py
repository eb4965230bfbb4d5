"""What is particular to GitLab pipelines."""

from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import load, validated


def pipeline(**options: Any) -> dict[str, Any]:
    generator = load("gitlab-ci")
    text = generator.render(validated(generator, options))[".gitlab-ci.yml"]
    parsed: dict[str, Any] = yaml.safe_load(text)
    return parsed


def test_every_job_has_one_of_the_stages() -> None:
    made = pipeline(build=True, tools=["ruff", "pytest"], deploy="helm")
    assert made["stages"] == ["lint", "test", "build", "deploy"]
    assert [made[name]["stage"] for name in made["stages"]] == made["stages"]


def test_listed_stages_keep_their_order_and_unknown_ones_are_targets_of_make() -> None:
    made = pipeline(stages=["Walidacja danych", "train", "deploy"])
    assert made["stages"] == ["walidacja-danych", "train", "deploy"]
    assert made["walidacja-danych"]["script"] == ["make walidacja-danych"]


@pytest.mark.parametrize("name", ["image", "Types", "pages", "cache", "2024"])
def test_a_stage_named_like_a_keyword_of_gitlab_is_no_such_keyword(name: str) -> None:
    made = pipeline(stages=["lint", name])
    assert [key for key, value in made.items() if isinstance(value, dict) and value.get("stage") == made["stages"][1]] != [
        name.lower()
    ]


def test_two_stages_of_one_name_are_two_jobs() -> None:
    made = pipeline(stages=["Test", "test"])
    assert made["stages"] == ["test"] and made["test"] != {} and "test-2" in made


def test_only_changed_folders_run_their_tests() -> None:
    made = pipeline(tools=["pytest"], folder="services/api", paths=["services/api"], services=["postgres:15"])
    assert [rule["changes"] for rule in made["test"]["rules"]] == [["services/api/**/*"], ["services/api/**/*"]]
    assert made["test"]["services"] == [{"name": "postgres:15", "alias": "postgres"}]
    assert made["test"]["artifacts"]["reports"]["junit"] == "services/api/report.xml"
    assert made["test"]["before_script"][0] == "cd services/api"


def test_only_failures_of_the_runner_are_repeated() -> None:
    assert pipeline(retry=2)["default"]["retry"] == {"max": 2, "when": ["runner_system_failure", "stuck_or_timeout_failure"]}
    assert "retry" not in pipeline(retry=0)["default"]


def test_production_waits_for_a_button_and_staging_does_not() -> None:
    made = pipeline(build=True, deploy="kubectl", environments=["staging", "production"])
    assert [rule.get("when") for rule in made["deploy-production"]["rules"]] == ["manual"]
    assert [rule.get("when") for rule in made["deploy-staging"]["rules"]] == [None]
    assert "manual" not in str(pipeline(deploy="kubectl", manual=False))


@pytest.mark.parametrize("builder", ["kaniko", "buildkit"])
def test_other_builders_do_without_docker_and_its_privileges(builder: str) -> None:
    build = pipeline(build=True, builder=builder)["build"]
    assert "services" not in build and build["image"]["entrypoint"] == [""]
    assert "docker login" not in str(build) and "$CI_REGISTRY_PASSWORD" in str(build["script"])


def test_no_password_stands_on_a_command_line_of_docker() -> None:
    login = pipeline(build=True)["build"]["before_script"][0]
    assert "--password-stdin" in login and "--password " not in login


def test_a_tag_names_the_image_after_itself() -> None:
    made = pipeline(build=True, tags=["v*"], branches=["main"])
    assert made["build"]["rules"][0] == {"if": "$CI_COMMIT_TAG =~ /^v.*$/", "variables": {"TAG": "$CI_COMMIT_TAG"}}
    assert {"if": "$CI_COMMIT_TAG =~ /^v.*$/"} in made["workflow"]["rules"]


def test_tests_of_a_model_follow_its_training_with_its_metrics() -> None:
    made = pipeline(dvc="repro", test_model=True, tools=["pytest"], metrics="reports/metrics.json")
    assert made["stages"] == ["train", "test"]
    assert made["train"]["artifacts"]["paths"] == ["reports/metrics.json"]
    assert "needs" not in made["test"]


def test_a_schedule_for_a_training_leaves_the_checks_out() -> None:
    made = pipeline(train=True, tools=["pytest"], schedule="0 2 * * *")
    assert made["test"]["rules"][0]["when"] == "never"
    assert made["train"]["rules"][0] == {"if": '$CI_PIPELINE_SOURCE == "schedule"'}


def test_images_in_ecr_need_no_keys() -> None:
    build = pipeline(build=True, image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/api")["build"]
    assert build["id_tokens"] == {"AWS_ID_TOKEN": {"aud": "$CI_SERVER_URL"}}


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"retry": 3}, "retry"),
        ({"stages": ["lint", "x\n  privileged: true"]}, "stages.1"),
        ({"stages": ["$(id)"]}, "stages.0"),
        ({"runner_tags": ["a b"]}, "runner_tags.0"),
        ({"script": "train.py; rm -rf"}, "script"),
        ({"database": "x;drop"}, "database"),
        ({"paths": ["../secrets"]}, "paths.0"),
        ({"timeout": 0}, "timeout"),
    ],
)
def test_what_cannot_be_is_refused(options: dict[str, Any], rule: str) -> None:
    with pytest.raises(BadOption, match=rule):
        validated(load("gitlab-ci"), options)
