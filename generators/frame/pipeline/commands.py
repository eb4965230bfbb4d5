"""What the jobs run: shell lines that mean the same on every system. `$IMAGE` and `$TAG` are set by the job."""

from dataclasses import dataclass

from generators.frame.pipeline.options import PipelineOptions
from generators.frame.pipeline.plan import Job, tests_pull, tools_of
from generators.frame.pipeline.stages import slug
from generators.frame.pipeline.tools import NEEDS_PACKAGES, requirement
from generators.frame.template import shell
from generators.frame.versions import image, package


@dataclass(frozen=True)
class Programs:
    """How a job calls what it installed: `lead` stands before a program."""

    lead: str
    python: str


def installing(
    options: PipelineOptions, tools: tuple[str, ...], *, extra: tuple[str, ...] = (), pip: str = "python -m pip"
) -> list[str]:
    """Install the project's packages, and the checks with their exact versions; a linter alone needs no packages."""
    if options.packages == "uv":
        return ["uv sync --locked"]
    if options.packages == "poetry":
        return ["poetry install --no-interaction"]
    data = (package("dvc", "[s3]"),) if "pytest" in tools and tests_pull(options) else ()
    wanted = list(dict.fromkeys([*(item for tool in tools for item in requirement(tool)), *extra, *data]))
    if "pytest" in tools and has_coverage(options):
        wanted.append(package("pytest-cov"))
    needs_packages = not tools or any(tool in NEEDS_PACKAGES for tool in tools)
    parts = [f"--requirement {options.requirements}"] if needs_packages else []
    return [f"{pip} install {' '.join([*parts, *map(shell, wanted)])}"]


def packager(options: PipelineOptions) -> str:
    """What installs the packages, as a requirement of its own."""
    return package(options.packages)


def checking(job: Job, options: PipelineOptions, programs: Programs) -> list[str]:
    """The lines of a job that lints, checks types or tests."""
    return [_check(tool, options, programs) for tool in tools_of(job, options)]


def test_data(options: PipelineOptions, programs: Programs) -> list[str]:
    """The line that fetches the data of the tests, if they need any."""
    return [f"{programs.lead}dvc pull"] if tests_pull(options) else []


def has_coverage(options: PipelineOptions) -> bool:
    """Whether the tests measure coverage."""
    return options.coverage or options.min_coverage is not None


def _check(tool: str, options: PipelineOptions, programs: Programs) -> str:
    if tool == "pytest":
        return f"{programs.python} -m {_pytest(options)}"
    where = options.source or "."
    line = {
        "ruff": "ruff check .",
        "ruff-format": "ruff format --check .",
        "black": "black --check --diff .",
        "isort": "isort --check-only --diff .",
        "flake8": f"flake8 {where}",
        "pylint": f"pylint --recursive=y {where}",
        "yamllint": "yamllint .",
        "hadolint": f"hadolint {options.dockerfile}",
        "pre-commit": "pre-commit run --all-files --show-diff-on-failure",
        "mypy": f"mypy {where}",
        "pyright": f"pyright {where}",
        "bandit": f"bandit --quiet --recursive {where}" + ("" if options.source else " --exclude ./tests,./.venv"),
        "pip-audit": f"pip-audit --requirement {options.requirements}" if options.packages == "pip" else "pip-audit",
    }[tool]
    return programs.lead + line


def _pytest(options: PipelineOptions) -> str:
    parts = ["pytest", *([options.tests] if options.tests else []), "--junitxml=report.xml"]
    if has_coverage(options):
        parts += [f"--cov={options.source}" if options.source else "--cov", "--cov-report=term", "--cov-report=xml"]
    if options.min_coverage is not None:
        parts.append(f"--cov-fail-under={options.min_coverage}")
    return " ".join(parts)


def training(options: PipelineOptions, programs: Programs) -> list[str]:
    """Fetch the data, train, and keep what was made."""
    pull = [f"{programs.lead}dvc pull"] if options.dvc else []
    if options.dvc == "repro":
        return [*pull, f"{programs.lead}dvc repro", f"{programs.lead}dvc push"]
    return [*pull, f"{programs.python} {options.script}"]


def training_extra(options: PipelineOptions) -> tuple[str, ...]:
    """What the training needs besides the project's packages."""
    return (package("dvc", "[s3]"),) if options.dvc and options.packages == "pip" else ()


def deploying(options: PipelineOptions, environment: str) -> list[str]:
    """The lines that bring `$IMAGE` to an environment and wait until it runs."""
    name, space = options.workload, options.namespace or environment
    match options.deploy:
        case "helm":
            chart = options.manifests or f"charts/{name}"
            tag = ' --set image.tag="$TAG"' if options.builds_image else ""
            return [f"helm upgrade --install {name} {chart} --namespace {space} --create-namespace{tag} --wait --timeout 5m"]
        case "kustomize":
            overlay = options.manifests or f"k8s/overlays/{environment}"
            edit = [f'(cd {overlay} && kustomize edit set image {name}="$IMAGE")'] if options.builds_image else []
            return [*edit, f"kubectl apply --kustomize {overlay}", _wait(name, space)]
        case "sagemaker":
            return _sagemaker(name)
        case "ansible":
            return [f"ansible-playbook --inventory inventories/{environment} {options.manifests or 'playbook.yml'}"]
        case "ssh":
            return [f"ssh deploy@{options.host} 'cd /opt/{name} && docker compose pull && docker compose up --detach --wait'"]
        case "script":
            return [f"./{(options.manifests or 'deploy.sh').removeprefix('./')} {environment}"]
    return [*_kubectl(options, name, space), _wait(name, space)]


def _kubectl(options: PipelineOptions, name: str, space: str) -> list[str]:
    apply = [f"kubectl --namespace {space} apply --filename {options.manifests or 'k8s'}"]
    if not options.builds_image:
        return apply
    setting = f'kubectl --namespace {space} set image deployment/{name} {name}="$IMAGE"'
    return [*apply, setting] if options.manifests else [setting]


def _wait(name: str, space: str) -> str:
    return f"kubectl --namespace {space} rollout status deployment/{name} --timeout=5m"


def _sagemaker(name: str) -> list[str]:
    return [
        f'aws sagemaker create-model --model-name "{name}-$TAG" --execution-role-arn "$SAGEMAKER_ROLE_ARN"'
        ' --primary-container "Image=$IMAGE"',
        f'aws sagemaker create-endpoint-config --endpoint-config-name "{name}-$TAG"'
        f' --production-variants "VariantName=main,ModelName={name}-$TAG,InitialInstanceCount=1,InstanceType=ml.m5.large"',
        f'aws sagemaker update-endpoint --endpoint-name {name} --endpoint-config-name "{name}-$TAG"',
        f"aws sagemaker wait endpoint-in-service --endpoint-name {name}",
    ]


def scanning() -> str:
    """Look for known holes in the pushed image."""
    return f'docker run --rm {image("trivy")} image --exit-code 1 --severity HIGH,CRITICAL --ignore-unfixed "$IMAGE"'


def own(job: Job) -> list[str]:
    """A stage that only its team knows: a target of the project's Makefile."""
    return [f"make {slug(job.title)}"]


def service_image(service: str) -> tuple[str, str]:
    """The name of a service, and its image in the version that was asked for."""
    name, _, tag = service.partition(":")
    return name, service if tag else image(name)


def service_environment(service: str, host: str, database: str) -> tuple[dict[str, str], dict[str, str]]:
    """What a service is started with, and what tells the tests where it is; its password lives as long as the job."""
    name = service.partition(":")[0]
    if name == "postgres":
        url = f"postgresql://postgres:test-only@{host}:5432/{database}"
        return {"POSTGRES_DB": database, "POSTGRES_USER": "postgres", "POSTGRES_PASSWORD": "test-only"}, {"DATABASE_URL": url}
    if name == "mysql":
        url = f"mysql://root:test-only@{host}:3306/{database}"
        return {"MYSQL_DATABASE": database, "MYSQL_ROOT_PASSWORD": "test-only"}, {"MYSQL_URL": url}
    address = {"redis": f"redis://{host}:6379/0", "mongo": f"mongodb://{host}:27017", "rabbitmq": f"amqp://guest:guest@{host}:5672"}
    return {}, {f"{name.upper()}_URL": address[name]}


PORTS = {"postgres": 5432, "redis": 6379, "mysql": 3306, "mongo": 27017, "rabbitmq": 5672}
HEALTH = {
    "postgres": "pg_isready -U postgres",
    "redis": "redis-cli ping",
    "mysql": "mysqladmin ping -h 127.0.0.1",
    "mongo": "mongosh --quiet --eval 'db.runCommand({ping: 1}).ok'",
    "rabbitmq": "rabbitmq-diagnostics -q ping",
}
