"""When the pipeline and its jobs run, and what must be set in the project."""

from typing import Any

from generators.frame.pipeline import planned
from generators.gitlab_ci.options import Options

MERGE_REQUEST = '$CI_PIPELINE_SOURCE == "merge_request_event"'
SCHEDULE = '$CI_PIPELINE_SOURCE == "schedule"'
_DELIVERS = {"build", "push", "scan", "deploy", "train"}


def on_branches(options: Options) -> list[str]:
    """Conditions for the branches that the pipeline serves."""
    if options.branches is None:
        return ["$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"]
    return [_condition("$CI_COMMIT_BRANCH", branch) for branch in options.branches]


def _condition(variable: str, pattern: str) -> str:
    if "*" not in pattern:
        return f'{variable} == "{pattern}"'
    inside = pattern.replace(".", r"\.").replace("/", r"\/").replace("**", "*").replace("*", ".*")
    return f"{variable} =~ /^{inside}$/"


def on_tags(options: Options) -> list[str]:
    """Conditions for tags."""
    return [_condition("$CI_COMMIT_TAG", tag) for tag in options.tags]


def workflow_rules(options: Options) -> dict[str, Any]:
    """For which events there is a pipeline at all, so that a push to an open merge request does not make two."""
    kinds = {job.does for job in planned(options)}
    conditions = [MERGE_REQUEST] if options.on != "branches" else []
    if options.on != "merge_requests" or kinds & _DELIVERS:
        conditions += on_branches(options)
    conditions += on_tags(options)
    conditions += [SCHEDULE] if options.schedule and options.branches is not None else []
    return {"workflow": {"rules": [{"if": condition} for condition in conditions]}}


def check_rules(options: Options) -> dict[str, Any]:
    """When checks run: always, unless only some files matter or a schedule is there for the training."""
    if options.test_model:
        return training_rules(options)
    skip = [{"if": SCHEDULE, "when": "never"}] if _is_for_training(options) else []
    if not options.paths and not options.folder:
        return {"rules": [*skip, {"when": "on_success"}]} if skip else {}
    conditions = [MERGE_REQUEST] if options.on != "branches" else []
    conditions += on_branches(options) if options.on != "merge_requests" else []
    night = [{"if": SCHEDULE}] if options.schedule and not skip else []
    return {"rules": [*skip, *night, *({"if": condition, "changes": changes(options)} for condition in conditions)]}


def _is_for_training(options: Options) -> bool:
    return options.schedule is not None and any(job.does == "train" for job in planned(options))


def training_rules(options: Options) -> dict[str, Any]:
    """A training runs on its schedule, or when its files change; at any other time by hand."""
    rules: list[dict[str, Any]] = [{"if": SCHEDULE}] if options.schedule else []
    if options.paths:
        rules += [{"if": condition, "changes": changes(options)} for condition in _all(options)]
    if options.test_model or options.dvc == "repro":
        return {"rules": rules} if rules else {}
    hand = {"when": "manual", "allow_failure": True}
    return {"rules": [*rules, *({"if": condition, **hand} for condition in on_branches(options))]}


def _all(options: Options) -> list[str]:
    return ([MERGE_REQUEST] if options.on != "branches" else []) + on_branches(options)


def delivery_rules(options: Options, *, manual: bool = False) -> dict[str, Any]:
    """Images and deployments are for branches that count and for tags, never for merge requests."""
    by_hand: dict[str, Any] = {"when": "manual"} if manual else {}
    only = {"changes": changes(options)} if options.paths or options.folder else {}
    branches = [] if options.tags and options.branches is None else on_branches(options)
    return {"rules": [
        *([{"if": SCHEDULE, "when": "never"}] if options.schedule else []),
        *({"if": condition, "variables": {"TAG": "$CI_COMMIT_TAG"}, **by_hand} for condition in on_tags(options)),
        *({"if": condition, **only, **by_hand} for condition in branches),
    ]}  # fmt: skip


def changes(options: Options) -> list[str]:
    """The files that matter, as GitLab writes patterns."""
    paths = options.paths or (options.folder or "",)
    return [path if "*" in path or _is_file(path) else f"{path.rstrip('/')}/**/*" for path in paths]


def _is_file(path: str) -> bool:
    name = path.rstrip("/").rpartition("/")[2]
    return not path.endswith("/") and ("." in name.lstrip(".") or name in ("Dockerfile", "Makefile"))


_FOR_DEPLOYING = {
    "ssh": ["SSH_PRIVATE_KEY", "SSH_KNOWN_HOSTS"],
    "ansible": ["SSH_PRIVATE_KEY", "SSH_KNOWN_HOSTS"],
    "sagemaker": ["SAGEMAKER_ROLE_ARN"],
    "script": [],
}


def needed_settings(options: Options) -> str:
    """What somebody must set in the project, as a comment."""
    kinds = {job.does for job in planned(options)}
    names = [*options.secrets, *(["MLFLOW_TRACKING_URI"] if options.mlflow else [])]
    names += ["AWS_ROLE_ARN"] if _takes_a_role(options, kinds) else []
    if "deploy" in kinds:
        names += _FOR_DEPLOYING.get(options.deploy or "kubectl", ["KUBECONFIG (type: file)"])
    if options.builds_image and registry_of(options) in ("dockerhub", "other"):
        names += ["REGISTRY_USER", "REGISTRY_PASSWORD"]
    lines = [f"CI/CD variables of the project: {', '.join(dict.fromkeys(names))}."] if names else []
    lines += [f"The schedule is set under Build, Pipeline schedules: {options.schedule}"] if options.schedule else []
    return "\n".join(lines)


def _takes_a_role(options: Options, kinds: set[str | None]) -> bool:
    by_dvc = bool(options.dvc) and bool(kinds & {"train", "data", "test"})
    return by_dvc or options.deploy == "sagemaker" or (options.builds_image and registry_of(options) == "ecr")


def registry_of(options: Options) -> str:
    """Where the image goes: as asked, otherwise told by its name."""
    if options.registry:
        return options.registry
    host = (options.image or "").partition("/")[0]
    if ".ecr." in host:
        return "ecr"
    if host == "docker.io":
        return "dockerhub"
    return "other" if ("." in host or ":" in host) and "/" in (options.image or "") else "gitlab"
