"""What is particular to GitHub Actions workflows."""

from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import generate, load, validated


def workflow(**options: Any) -> dict[str, Any]:
    generator = load("github-actions")
    files = generator.render(validated(generator, options))
    text = next(text for path, text in files.items() if path.startswith(".github/workflows/"))
    parsed: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return parsed


def steps(job: dict[str, Any]) -> str:
    return "\n".join(str(step.get("run") or step.get("uses")) for step in job["steps"])


def test_checks_alone_run_on_pushes_and_pull_requests_to_main() -> None:
    made = workflow()
    assert made["on"] == {"push": {"branches": ["main"]}, "pull_request": {"branches": ["main"]}}
    assert list(made["jobs"]) == ["lint", "test"]
    assert made["permissions"] == {"contents": "read"}


def test_several_pythons_become_a_matrix_whose_reports_have_names_of_their_own() -> None:
    test = workflow(tools=["pytest"], python=["3.11", "3.12"], os=["ubuntu", "windows"])["jobs"]["test"]
    assert test["strategy"]["matrix"]["python-version"] == ["3.11", "3.12"]
    assert test["strategy"]["fail-fast"] == "false"
    assert test["steps"][-1]["with"]["name"] == "report-${{ matrix.os }}-${{ matrix.python-version }}"


def test_only_the_job_that_pushes_may_write_packages() -> None:
    made = workflow(tools=["pytest"], build=True, image="ghcr.io/acme/api")
    assert made["jobs"]["build"]["permissions"] == {"contents": "read", "packages": "write"}
    assert "permissions" not in made["jobs"]["test"]
    assert made["jobs"]["build"]["needs"] == ["test"]


def test_an_image_is_never_pushed_from_a_pull_request() -> None:
    assert workflow(tools=["pytest"], build=True)["jobs"]["build"]["if"] == "github.event_name != 'pull_request'"
    assert "if" not in workflow(tools=["pytest"], build=True, push=False)["jobs"]["build"]


@pytest.mark.parametrize(
    ("image", "registry", "login"),
    [
        ("ghcr.io/acme/api", None, "ghcr.io"),
        ("docker.io/acme/api", None, "docker.io"),
        ("registry.acme.io/ml/api", None, "registry.acme.io"),
        ("acme/api", "dockerhub", "docker.io"),
    ],
)
def test_the_registry_follows_from_the_image(image: str, registry: str | None, login: str) -> None:
    job = workflow(build=True, image=image, registry=registry)["jobs"]["build"]
    assert [step["with"]["registry"] for step in job["steps"] if "login-action" in step.get("uses", "")] == [login]


def test_aws_is_entered_by_a_role_and_never_with_keys() -> None:
    made = workflow(build=True, image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/api", deploy="helm", cluster="ml")
    assert all(job["permissions"]["id-token"] == "write" for job in made["jobs"].values())
    assert "AWS_SECRET_ACCESS_KEY" not in str(made)


def test_a_tag_alone_starts_no_run_on_branches() -> None:
    assert workflow(build=True, tags=["v*"])["on"] == {"push": {"tags": ["v*"]}}
    assert workflow(build=True, tags=["v*"], branches=["main"])["on"] == {"push": {"branches": ["main"], "tags": ["v*"]}}


def test_a_schedule_has_a_button_beside_it() -> None:
    assert workflow(train=True, schedule="0 3 * * 1")["on"] == {"workflow_dispatch": {}, "schedule": [{"cron": "0 3 * * 1"}]}


def test_folders_become_patterns_and_files_stay_files() -> None:
    made = workflow(train=True, paths=["training/", "params.yaml", "src/*.py", "docker/Dockerfile"])
    assert made["on"]["push"]["paths"] == ["training/**", "params.yaml", "src/*.py", "docker/Dockerfile"]


def test_a_monorepo_folder_is_the_working_directory_and_the_filter() -> None:
    made = workflow(folder="./services/api/")
    assert made["defaults"]["run"]["working-directory"] == "services/api"
    assert made["on"]["push"]["paths"] == ["services/api/**"]
    assert made["jobs"]["test"]["steps"][1]["with"]["cache-dependency-path"] == "services/api/requirements.txt"


def test_data_is_pulled_by_the_tests_when_nothing_is_trained() -> None:
    made = workflow(tools=["pytest"], dvc="pull")
    assert list(made["jobs"]) == ["test"]
    assert "dvc pull" in steps(made["jobs"]["test"])
    assert "dvc pull" not in steps(workflow(tools=["pytest"], dvc="pull", train=True)["jobs"]["test"])


def test_a_test_of_the_model_comes_after_its_training_in_the_same_job() -> None:
    made = workflow(tools=["pytest"], dvc="repro", test_model=True)
    assert list(made["jobs"]) == ["train"]
    assert steps(made["jobs"]["train"]).index("dvc repro") < steps(made["jobs"]["train"]).index("pytest --junitxml")


def test_each_environment_is_deployed_after_the_one_before_it() -> None:
    jobs = workflow(build=True, deploy="kubectl", environments=["staging", "production"])["jobs"]
    assert jobs["deploy-production"]["needs"] == ["deploy-staging", "build"]
    assert jobs["deploy-production"]["environment"] == "production"


def test_a_runner_of_ones_own_is_made_known_to_actionlint() -> None:
    made = generate("github-actions", {"train": True, "runner": ["gpu"]})
    assert [file.path for file in made.files] == [".github/workflows/train.yml", ".github/actionlint.yaml"]
    assert all(file.passed for file in made.files)


def test_the_head_names_what_must_be_set_in_the_repository() -> None:
    generator = load("github-actions")
    made = generator.render(validated(generator, {"deploy": "kubectl", "secrets": ["API_KEY"]}))
    assert made[".github/workflows/deploy.yml"].startswith("# Secrets of the repository: API_KEY, KUBECONFIG_BASE64.\n")


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"services": ["redis"], "os": ["windows"]}, "only on Linux"),
        ({"runner": ["gpu"], "os": ["macos"]}, "not both"),
        ({"min_coverage": 80, "without": ["pytest"]}, "needs pytest"),
        ({"services": ["oracle"]}, "services.0"),
        ({"name": "CI${{ github.token }}"}, "name"),
        ({"image": 'ghcr.io/acme/api"\nprivileged'}, "image"),
        ({"branches": ["main]\npermissions: write-all"]}, "branches.0"),
        ({"secrets": ["A }} ${{ github.token"]}, "secrets.0"),
        ({"role": "arn:aws:iam::12:role/x"}, "role"),
    ],
)
def test_what_cannot_be_is_refused(options: dict[str, Any], rule: str) -> None:
    with pytest.raises(BadOption, match=rule):
        validated(load("github-actions"), options)
