"""The stages with all that the template writes of them."""

from dataclasses import dataclass, field, replace
from typing import Any

from generators.frame import image
from generators.frame.pipeline import Job, commands, environments_of, planned, slug, tools_of
from generators.frame.pipeline.tools import NEEDS_PACKAGES
from generators.jenkinsfile.agents import docker_agent, python_image, tools_agent
from generators.jenkinsfile.options import Options

CHECKS = ("lint", "types", "security", "test")
_ON_PYTHON = (*CHECKS, "data", "train", "evaluate", None)
_DEPLOY_IMAGES = {"sagemaker": "aws-cli", "ssh": None, "script": None, "ansible": None}


@dataclass(frozen=True)
class Stage:
    """One stage: its shell lines, and where and when they run."""

    title: str
    does: str | None
    lines: list[str]
    agent: dict[str, Any] | None = None
    container: str | None = None
    environment: list[tuple[str, str]] = field(default_factory=list)
    guarded: bool = False
    ask: str | None = None
    services: list[dict[str, Any]] = field(default_factory=list)
    pythons: tuple[str, ...] = ()
    image: str | None = None
    archive: str | None = None
    parts: tuple["Stage", ...] = ()


def image_name(options: Options) -> str:
    """The image without its tag."""
    name = options.image or f"registry.example.com/ml/{options.workload}"
    return name if "." in name.partition("/")[0] or ":" in name.partition("/")[0] else f"registry.example.com/ml/{name}"


def stages_of(options: Options) -> list[Stage]:
    """The stages in order; what they need is installed by a stage of its own, or by the first that needs it."""
    jobs = list(planned(options))
    kinds = {job.does for job in jobs}
    if not options.stages:
        jobs = _completed(jobs, kinds, options)
    stages = [stage for job in jobs for stage in _stages(job, options)]
    if "install" not in {job.does for job in jobs}:
        return _installing_first(stages, options)
    if options.stages or any(_uses_the_installed(stage) for stage in stages):
        return stages
    return [stage for stage in stages if stage.does != "install"]


def _uses_the_installed(stage: Stage) -> bool:
    return stage.does in _ON_PYTHON and not stage.pythons and not stage.image and stage.agent is None


def _completed(jobs: list[Job], kinds: set[str | None], options: Options) -> list[Job]:
    """The usual list with what Jenkins wants as stages of their own: installing and pushing."""
    made = [Job("Install", "install")] if kinds & set(_ON_PYTHON) else []
    for job in jobs:
        made.append(job)
        if job.does == "build" and options.push and options.agent != "kubernetes":
            made.append(Job("Push", "push"))
    return made


def _installing_first(stages: list[Stage], options: Options) -> list[Stage]:
    at = next((n for n, stage in enumerate(stages) if _uses_the_installed(stage)), None)
    if at is None:
        return stages
    if options.parallel:
        # Stages that run side by side cannot wait for one of them.
        return [*stages[:at], Stage("Install", "install", _install(options)), *stages[at:]]
    first = replace(stages[at], lines=[*_install(options), *stages[at].lines])
    return [*stages[:at], first, *stages[at + 1 :]]


def _programs(options: Options) -> commands.Programs:
    lead = {"pip": ".venv/bin/", "uv": ".tools/bin/uv run --no-sync ", "poetry": ".tools/bin/poetry run "}[options.packages]
    return commands.Programs(lead, f"{lead}python")


def _install(options: Options) -> list[str]:
    tools = tuple(tool for job in planned(options) if job.does in CHECKS for tool in tools_of(job, options))
    extra = commands.training_extra(options)
    if options.packages == "pip":
        return [
            "python3 -m venv .venv",
            *commands.installing(options, _with_packages(tools), extra=extra, pip=".venv/bin/python -m pip"),
        ]
    lead = ".tools/bin/"
    own = [f"python3 -m venv .tools && .tools/bin/pip install {commands.packager(options)}"]
    return [*own, *(lead + line for line in commands.installing(options, tools, extra=extra))]


def _with_packages(tools: tuple[str, ...]) -> tuple[str, ...]:
    # One installation serves all stages, so it has the project's packages too.
    return tools if any(tool in NEEDS_PACKAGES for tool in tools) or not tools else (*tools, "pytest")


def _stages(job: Job, options: Options) -> list[Stage]:
    if job.does == "deploy":
        places = environments_of(job, options)
        return [_deploy(job.title if len(places) == 1 else f"{job.title} {place}", place, options) for place in places]
    maker = {"build": _build, "push": _push, "scan": _scan, "test": _test, "train": _train}.get(job.does or "")
    return [maker(job, options) if maker else Stage(_title(job), job.does, _lines(job, options))]


def _title(job: Job) -> str:
    return job.title[:1].upper() + job.title[1:]


def _lines(job: Job, options: Options) -> list[str]:
    programs = _programs(options)
    match job.does:
        case "checkout":
            return []
        case "install":
            return _install(options)
        case "lint" | "types" | "security":
            return commands.checking(job, options, programs)
        case "data":
            return [f"{programs.lead}dvc pull"] if options.dvc else commands.own(job)
        case "evaluate":
            return [f"{programs.python} evaluate.py"]
    return commands.own(job)


def _test(job: Job, options: Options) -> Stage:
    lines = [*commands.test_data(options, _programs(options)), *commands.checking(job, options, _programs(options))]
    many = options.python if len(options.python) > 1 else ()
    beside = [] if options.agent == "kubernetes" else _services(options)
    stage = Stage(_title(job), "test", lines, environment=_told(options), pythons=many, services=beside)
    if not many and not beside:
        return stage
    # Another Python, or containers beside it, mean a container that this stage starts itself.
    source = f'"{image("python")}:${{env.PYTHON}}-slim"' if many else f"'{python_image(options)}'"
    label = "docker" if options.agent == "docker" else options.label
    return replace(stage, lines=[*_install(options), *lines], agent={"kind": "label", "label": label}, image=source)


def _told(options: Options) -> list[tuple[str, str]]:
    """Where the tests find the services: in a pod all share one address, elsewhere each has its name."""
    told: dict[str, str] = {}
    for service in options.services:
        host = "localhost" if options.agent == "kubernetes" else service.partition(":")[0]
        told |= commands.service_environment(service, host, options.database)[1]
    return list(told.items())


def _services(options: Options) -> list[dict[str, Any]]:
    made = []
    for service in options.services:
        name, source = commands.service_image(service)
        started, _ = commands.service_environment(service, name, options.database)
        made.append({"name": name, "image": source, "args": " ".join(f"--env {key}={value}" for key, value in started.items())})
    return made


def _train(job: Job, options: Options) -> Stage:
    lines = commands.training(options, _programs(options))
    kept = options.artifacts or (() if options.dvc == "repro" else ("models/**",))
    own = {"kind": "label", "label": "gpu"} if options.gpu and options.agent != "label" else None
    return Stage(_title(job), "train", [*_install(options), *lines] if own else lines, agent=own, archive=",".join(kept) or None)


def _build(job: Job, options: Options) -> Stage:
    if options.agent == "kubernetes":
        # The builder cannot push what it built before, so it builds again from its cache in a stage for pushing, if there is one.
        pushes = options.push and not any(other.does == "push" for other in planned(options))
        return Stage(_title(job), "build", [_kaniko(options, pushes=pushes)], container="kaniko", guarded=pushes)
    line = f'docker build --pull --file {_dockerfile(options)} --tag "$IMAGE" {options.folder or "."}'
    return Stage(_title(job), "build", [line], agent=docker_agent(options))


def _dockerfile(options: Options) -> str:
    return f"{options.folder}/{options.dockerfile}" if options.folder else options.dockerfile


def _kaniko(options: Options, *, pushes: bool) -> str:
    goal = '--destination "$IMAGE" --cache=true' if pushes else "--no-push"
    return (
        f'/kaniko/executor --context "$WORKSPACE/{options.folder or "."}" --dockerfile "$WORKSPACE/{_dockerfile(options)}" {goal}'
    )


def _push(job: Job, options: Options) -> Stage:
    if options.agent == "kubernetes":
        return replace(_build(job, options), title=_title(job), does="push", lines=[_kaniko(options, pushes=True)], guarded=True)
    registry = image_name(options).partition("/")[0]
    if ".ecr." in registry:
        login = f"aws ecr get-login-password --region {options.region} | docker login --username AWS --password-stdin {registry}"
        return Stage(_title(job), "push", [login, 'docker push "$IMAGE"'], agent=docker_agent(options), guarded=True)
    login = f'echo "$REGISTRY_PSW" | docker login --username "$REGISTRY_USR" --password-stdin {registry}'
    lines = [login, 'docker push "$IMAGE"', f"docker logout {registry}"]
    return Stage(
        _title(job), "push", lines, agent=docker_agent(options), environment=[("REGISTRY", options.credentials)], guarded=True
    )


def _scan(job: Job, options: Options) -> Stage:
    line = commands.scanning()
    if options.agent == "kubernetes":
        return Stage(
            _title(job),
            "scan",
            [line[line.index("image --exit-code") :].join(["trivy ", ""])],
            container="trivy",
            guarded=options.push,
        )
    socket = "--rm --volume /var/run/docker.sock:/var/run/docker.sock"
    return Stage(_title(job), "scan", [line.replace("--rm", socket)], agent=docker_agent(options))


def _deploy(title: str, place: str, options: Options) -> Stage:
    lines = commands.deploying(options, place)
    tool = _DEPLOY_IMAGES.get(options.deploy or "kubectl", "k8s-tools")
    secret = [("KUBECONFIG", f"kubeconfig-{slug(place)}")] if tool == "k8s-tools" else []
    if options.deploy == "sagemaker":
        secret = [("SAGEMAKER_ROLE_ARN", "sagemaker-role-arn")]
    ask = f"Deploy to {place}?" if options.approve and place.startswith("prod") else None
    on_agent = tools_agent(options, tool) if tool else docker_agent(options)
    container = "tools" if options.agent == "kubernetes" and tool else None
    return Stage(
        title[:1].upper() + title[1:],
        "deploy",
        lines,
        agent=on_agent,
        container=container,
        environment=secret,
        guarded=True,
        ask=ask,
    )
