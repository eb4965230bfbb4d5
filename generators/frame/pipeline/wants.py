"""What a request wants a pipeline to do besides checks: images, training, deployment."""

import re

from generators.frame.grammar import form_of
from generators.frame.values import Image, Repository
from ingest import fold


def _low(text: str) -> str:
    return fold(text.lower())


_NAMED_IMAGE = re.compile(
    r"\b(?:image|obraz\w*|repo|repository|repozytori\w+|ecr)\s+(?:name[d]?\s+|called\s+|o nazwie\s+|do\s+|to\s+"
    r"|repo\w*\s+)*[\"'`]?([a-z0-9][a-z0-9._/-]*[a-z0-9])"
)
_NO_IMAGES = frozenset(
    "and to i do on for with the a an is na w z oraz po przy into from it from tag tagged push pushed pushes registry dockera"
    " docker"
    " ecr ghcr ghcr.io aws gitlab gitlaba github githuba jest by using via only tylko that which ktory ktora or in at when gdy then"
    " potem dla cache build built buduje python docker-in-docker docker-in dind buildkit buildx kaniko kaniko. if".split()
)


def image_in(text: str) -> str | None:
    """The image's name without its tag."""
    low = _low(text)
    for match in re.finditer(form_of(Repository), low):
        if not re.search(r"\.(?:git|py|ya?ml|json)$|^(?:https?|arn)", match.group()) and "." in match.group().split("/")[0]:
            return match.group()
    for match in re.finditer(form_of(Image), low):
        name = match.group().rpartition(":")[0]
        if "/" in name and "." in name.split("/")[0]:
            return name
    owned = re.search(r"(?<![\w/.:-])([a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9._-]*[a-z0-9])(?![\w/])", low)
    if owned and registry_in(text) and not re.search(r"\.(?:py|ya?ml|json|txt)$|^(?:linux|src|models?|data)/", owned[1]):
        return owned[1]
    named = [match[1] for match in _NAMED_IMAGE.finditer(low) if match[1] not in _NO_IMAGES]
    return next((name for name in named if re.search(r"[-/]|^[a-z]{3,}$", name) and not name.endswith((".py", ".yml"))), None)


_REGISTRIES = (
    ("ecr", r"\becr\b|\belastic container registry\b|\.dkr\.ecr\."),
    ("dockerhub", r"\bdocker ?hub\w*|\bdocker\.io\b"),
    ("ghcr", r"\bghcr\b|\bgithub(?:'s)? (?:container )?registry\b|\bgithub packages\b|\brejestr\w* github\w*"),
)


def registry_in(text: str) -> str | None:
    """The registry that a message names."""
    low = _low(text)
    return next((registry for registry, pattern in _REGISTRIES if re.search(pattern, low)), None)


_BUILDING = re.compile(
    r"\b(?:build\w*|push\w*|publish\w*|z?buduj\w*|z?budow\w*|wypch\w*|wypych\w*|publik\w*|wrzuc\w*|wysyl\w*)\b[^.;]{0,60}"
    r"\b(?:image\w*|obraz\w*|docker\w*|kontener\w*|container\w*)|\b(?:image\w*|obraz\w*|docker\w*)\b[^.;]{0,40}"
    r"\b(?:build\w*|push\w*|z?buduj\w*|z?budow\w*|wypch\w*|wypych\w*)\b|\b(?:ghcr|ecr|docker ?hub\w*|kaniko\w*|buildkit\w*"
    r"|buildx|dind)\b"
)
_NO_PUSH = re.compile(
    r"\b(?:bez|without|no|don'?t|do not|nie)\s+(?:pushing|push\w*|wypych\w*|publik\w*|wysyl\w*)|\b(?:only|just"
    r"|tylko) (?:build\w*|z?buduj\w*)"
)


def builds_in(text: str) -> bool | None:
    """Whether an image is to be built."""
    return True if _BUILDING.search(_low(text)) else None


def pushes_in(text: str) -> bool | None:
    """False when the image must stay where it was built."""
    return False if _NO_PUSH.search(_low(text)) else None


_TRAINING = re.compile(
    r"(?<![\w/.-])(?:(?:re)?train\w*(?!\s+(?:and\s+)?\w*\s*(?:folder|director))|(?:prze|wy|do)?tren\w*|trening\w*"
    r"|uczeni\w* modelu|uczy model)(?![\w./-])"
    r"|\btrain\w*\.py"
)


def trains_in(text: str) -> bool | None:
    """Whether a model is to be trained."""
    return True if _TRAINING.search(_low(text)) else None


_SCRIPT = re.compile(
    r"(?<![\w/.-])((?:[\w-]+/)*[\w-]*(?:train|tren|fit|retrain)[\w-]*\.py)\b|\bpython3? (?:-m )?((?:[\w-]+/)*[\w-]+\.py)\b"
)


def script_in(text: str) -> str | None:
    """The script that trains."""
    match = _SCRIPT.search(text)
    return (match[1] or match[2]) if match else None


_DEPLOYING = re.compile(
    r"\b(?:re)?deploy\w*|\bwdroz\w*|\bwdraz\w*|\broll ?out\w*|\bhelm upgrade|\bkubectl|\bhelm\w*\b|\bkustomize\b"
)
_TARGETS = (
    ("helm", r"\bhelm\w*\b"),
    ("kustomize", r"\bkustomiz\w+\b"),
    ("sagemaker", r"\bsagemaker\w*\b"),
    ("ansible", r"\bansible\w*\b"),
    ("kubectl", r"\bkubectl\b|\bkubernetes\w*\b|\bk8s\b|\beks\b|\bklast\w+\b|\bcluster\w*\b"),
    ("ssh", r"\bssh\b|\bdocker[ -]compose\b|\b(?:on|to|na) (?:the |a |our )?(?:server|serwer\w*|vm|vps)\b"),
    ("script", r"\b[\w/]*deploy\w*\.sh\b"),
)


def deploy_in(text: str) -> str | None:
    """How a message wants to deploy, if it does; to Kubernetes when it does not say how."""
    low = _low(text)
    if not _DEPLOYING.search(low):
        return None
    return next((target for target, pattern in _TARGETS if re.search(pattern, low)), "kubectl")


_ENVIRONMENTS = {"staging": r"staging\w*|stage env\w*", "production": r"prod|production|produkcj\w*|prodzie|proda"}


def environments_in(text: str) -> list[str] | None:
    """The environments of a deployment, in order; after the word "environment", or staging and production by name."""
    low = _low(text)
    found = {name: match.start() for name, pattern in _ENVIRONMENTS.items() if (match := re.search(rf"\b(?:{pattern})\b", low))}
    match = re.search(r"\b(?:environment|srodowisk\w*)\s+(?:named |called |o nazwie |: ?)?[\"'`]?([a-z][\w-]*)", low)
    if (
        match
        and not any(re.fullmatch(pattern, match[1]) for pattern in _ENVIRONMENTS.values())
        and match[1] in ("dev", "test", "qa", "preprod", "uat")
    ):
        found[match[1]] = match.start()
    return sorted(found, key=lambda name: found[name]) or None


_SECRET = re.compile(r"\b(?:secret\w*|sekret\w*|token\w*|credential\w*|haslo|hasla|klucz\w*)\b")
_ENV_NAME = re.compile(r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]\b")
_NO_SECRETS = re.compile(r"^(?:POSTGRES_|GITHUB_|CI_|DATABASE_URL$|DOCKERHUB_)")


def secrets_in(text: str) -> list[str] | None:
    """Secrets by their names in capital letters."""
    if not _SECRET.search(_low(text)):
        return None
    return [name for name in dict.fromkeys(_ENV_NAME.findall(text)) if not _NO_SECRETS.match(name)] or None


_KEPT = re.compile(
    r"(?<![\w/:.@-])((?:[\w-]+/)*[\w-]+\.(?:pkl|joblib|onnx|pt|h5|json|csv|parquet|html|png|md|ubj))\b"
    r"|(?<![\w/.-])((?:[\w-]+/)*(?:models?|outputs?|reports?|artifacts|mlruns)/)(?![\w*])"
)
_KEEPING = re.compile(
    r"\b(?:upload\w*|artifact\w*|artefakt\w*|archiv\w*|keep|save\w*|store\w*|publish\w*|zachow\w*|zapis\w*|zarchiw\w*"
    r"|archiwiz\w*|wrzuc\w*)\b"
)


def artifacts_in(text: str) -> list[str] | None:
    """Files that are kept after the run."""
    low = _low(text)
    word = _KEEPING.search(low)
    if not word:
        return None
    return list(dict.fromkeys((match[1] or match[2]).rstrip("/") for match in _KEPT.finditer(text))) or None


_METRICS = re.compile(r"(?<![\w/.-])((?:[\w-]+/)*[\w-]*metric[\w-]*\.(?:json|md|txt))")


def metrics_in(text: str) -> str | None:
    """The file with the model's metrics."""
    match = _METRICS.search(text)
    return match[1] if match else None


_THEN_TEST = re.compile(
    r"\b(?:repro|train\w*|tren\w*)\b.*?(?:\b(?:then|potem|nastepnie|po (?:nim|tym)|after(?:wards)?)\b|->|→"
    r"|>).{0,40}\b(?:p?y?test\w*)"
)


def tests_model_in(text: str) -> bool | None:
    """Whether the tests come after the training: "dvc repro, a potem pytest"."""
    return True if _THEN_TEST.search(_low(text)) else None


def dvc_in(text: str) -> str | None:
    """How DVC is used, if it is."""
    low = _low(text)
    if re.search(r"\bdvc repro\w*|\bdvc\b.*\b(?:reprod\w*|odtworz\w*)", low):
        return "repro"
    return "pull" if re.search(r"\bdvc\b(?!\.(?:yaml|lock))", low) else None


_DEPLOYMENT = re.compile(
    r"\bdeployment/([a-z][a-z0-9-]*)|\b(?:deployment\w*|release|endpoint\w*|wdrozeni\w+|endpointu|chart\w*)\s+(?:named "
    r"|called |o nazwie |name )?[\"'`]?([a-z][a-z0-9-]*[a-z0-9])[\"'`]?(?![\w/])"
)
_NO_NAMES = frozenset(
    "to do na and the a an in on with from for is of jest w z i oraz by using only tylko po after via stage stages job"
    " environment script"
    " named called kubernetes klaster k8s helm ecs eks production staging prod when gdy".split()
)


def deployment_in(text: str) -> str | None:
    """What the deployment, release or endpoint is called."""
    for match in _DEPLOYMENT.finditer(_low(text)):
        name = match[1] or match[2]
        if name not in _NO_NAMES:
            return name
    return None


def manifests_in(text: str) -> str | None:
    """The folder or file that deploys: a chart, an overlay, a playbook, a script."""
    match = re.search(
        r"(?<![\w/.:-])((?:\./)?(?:(?:k8s|kubernetes|manifests?|deploy\w*|charts?|helm|overlays?|kustomize)(?:/[\w.-]*\w)*/?"
        r"|(?:[\w-]+/)*[\w-]*deploy[\w-]*\.(?:sh|ya?ml)))(?=[\s,;)]|\.\s|\.?$)",
        text,
    )
    path = match[1].rstrip("/") if match else None
    return path if path and ("/" in path or "." in path) else None


def host_in(text: str) -> str | None:
    """The server of a deployment by SSH."""
    match = re.search(r"\b(?:ssh|serwer\w*|server|host|vm|vps)\b[^.,;]{0,25}?(?:\w+@)?((?:[a-z0-9-]+\.)+[a-z]{2,})\b", _low(text))
    return match[1] if match else None
