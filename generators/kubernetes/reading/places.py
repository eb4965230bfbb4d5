"""Where a workload runs and where it is reached: hosts, nodes, labels, paths."""

import re

from generators.frame.saying import low

_HOST = re.compile(
    r"(?<![\w./:@-])((?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,})(?![\w/:@-]|\.\w)"
)
_LINK = re.compile(r"https?://((?:[a-z0-9-]+\.)+[a-z]{2,})")
_FILES = set(
    "py yaml yml json toml txt md sh csv parquet pkl onnx pt joblib ini cfg env sql ipynb log conf html xml tar gz "
    "zip io/gpu".split()
)
_ENDINGS = set(
    "com pl io org net eu dev ai local internal cloud app tech lan corp info gov edu co uk de fr it cz sk at ch es "
    "nl se no us ca au jp"
    " example test intra intranet xyz me biz online site systems services".split()
)
_PROJECTS = ("kubernetes.io", "k8s.io", "nvidia.com", "prometheus.io", "cert-manager.io", "amazonaws.com", "kserve.io", "seldon.io")
_PAIRS = r"((?:[A-Za-z0-9][\w./-]*\s?[=:]\s?[A-Za-z0-9][\w.-]*(?:\s*(?:,|i|and|oraz)\s*)?)+)"
_PAIR = re.compile(r"([A-Za-z0-9][\w./-]*?)\s?[=:]\s?([A-Za-z0-9](?:[\w.-]*\w)?)")
_NODES = re.compile(
    r"(?i)(?:node\s?selector\w*|selektor\w*\s+w[eę]z\w*|(?:nodes?|node pool"
    r"|w[eę]z[lł]\w*)\s+(?:\w+\s+){0,3}?(?:label\w*|etykiet\w*|labelled|labeled|with|z))\s*[:=]?\s*[\"'`{]?" + _PAIRS
)
_LABELS = re.compile(r"(?i)(?<!node )\b(?:labels?|etykiet\w*|labelk\w*)\s*(?:[:=]|na|to)?\s*[\"'`{]?" + _PAIRS)
_TAINT = re.compile(
    r"(?i)\b(?:toler\w*|taint\w*)\b(?:\s+(?:for|dla|the|na|taint\w*|to|of|o|kluczu|z|key"
    r"|a))*\s*[:=]?\s*[\"'`]?(?P<key>[a-z0-9][\w./-]*\w)(?:=(?P<value>[\w.-]*\w))?(?::(?P<effect>NoSchedule"
    r"|PreferNoSchedule|NoExecute))?"
)
_COMMAND = re.compile(
    r"(?<![\w/.])(python3?\s+(?:-m\s+[\w.]+|[\w./-]+\.py)(?:\s+--?[A-Za-z][\w-]*(?:[= ](?!-)[\w./:=@-]+)?)*"
    r"|dvc repro(?: \w+)?|mlflow run [\w./-]+|papermill [\w./ -]+)"
)
_TOLD = re.compile(
    r"\b(?:command|komend\w*|polecen\w*|cmd|runs|run|uruchamia\w*|odpala\w*|wykonuje)\s*[:=]?\s*[\"`'„]([^\"`'”]{2,150})[\"`'”]"
)


def host(text: str) -> str | None:
    """The host name at which the Ingress answers; files, images, modules and the names of projects are none."""
    lowered = low(text)
    for match in _HOST.finditer(text):
        last = match[1].rpartition(".")[2]
        announced = last not in _FILES and re.search(
            r"(?:ingress\w*|host\w*|domen\w*|domain|adres\w*)\W+(?:\w+\W+)?$", lowered[: match.start()]
        )
        if (last in _ENDINGS or announced) and not match[1].endswith(_PROJECTS):
            return match[1]
    link = _LINK.search(text)
    return link[1] if link and re.search(r"ingress|host|adres|domen|dostepn|available|reach|expos|wystaw", lowered) else None


def node_selector(text: str) -> dict[str, str] | None:
    """The labels of the nodes to run on."""
    found = _NODES.search(text)
    return _pairs(found[1]) if found else None


def labels(text: str) -> dict[str, str] | None:
    """Labels for all objects."""
    nodes = _NODES.search(text)
    found = next((match for match in _LABELS.finditer(text) if not nodes or match.start(1) != nodes.start(1)), None)
    if found is None or re.search(r"(?i)(?:node|węz|wez|selector|selektor)\S*\s+(?:\w+\s+){0,3}$", text[: found.start()]):
        return None
    return _pairs(found[1])


def _pairs(text: str) -> dict[str, str] | None:
    return {match[1]: match[2] for match in _PAIR.finditer(text)} or None


def tolerations(text: str) -> list[dict[str, str]] | None:
    """The taints of nodes that the pods accept."""
    found = [{key: value for key, value in match.groupdict().items() if value} for match in _TAINT.finditer(text)]
    return [one for one in found if re.search(r"[./=-]|gpu|spot|dedicated", one["key"]) or len(one) > 1] or None


def command(text: str) -> list[str] | None:
    """What the container runs: "python train.py --epochs 10", or what stands in quotes after "command"."""
    told = _TOLD.search(text)
    found = told[1] if told else next((match[1] for match in _COMMAND.finditer(text)), None)
    return found.split() if found else None


_MOUNT = re.compile(
    r"\b(?:mount\w*|montow\w*|zamontow\w*|podmontow\w*|podpi\w*|pvc|wolumen\w*|volumes?|dysk\w*|claim)\b[^.;\n]{0,40}?"
    r"(?:\b(?:at|in|to|pod|w|na|do|path|sciezk\w*)|:)\s*[\"'`]?(/[a-z0-9][\w./-]*\w)"
)


def mount(text: str) -> str | None:
    """Where a volume is mounted."""
    found = _MOUNT.search(low(text))
    return found[1] if found else None


def probe(text: str) -> str | None:
    """How health is asked for."""
    lowered = low(text)
    if re.search(
        r"\b(?:bez|without|no)\s+(?:zadnych\s+|any\s+)?(?:sond\w*|prob(?:e|es|ami))\b(?!\s+(?:liveness|readiness"
        r"|startup|zywot|goto))",
        lowered,
    ):
        return "none"
    found = re.search(
        r"\b(tcp|grpc)(?:\s?socket)?(?=[\w\s-]{0,20}(?:prob|sond|health|check))|(?:prob\w*|sond\w*|health\w*"
        r"|check\w*)[\w\s:]{0,20}?\b(tcp|grpc)",
        lowered,
    )
    return (found[1] or found[2]) if found else None


_CLASS = r"(?:class(?:name)?|klas[aey]|klasie)\s*(?:[:=]|named|o nazwie|to|is)?\s*[\"'`]?([a-z][a-z0-9-]*[a-z0-9])"
_NO_CLASS = ("name", "of", "for", "dla", "dysku", "ingress", "storage")


def ingress_class(text: str) -> str | None:
    """The class of the Ingress: "ingress class traefik", or only "class traefik" where no volume is spoken of."""
    return _class(text, r"ingress", r"pvc|persistentvolume\w*|wolumen\w*|volume\w*|storage\w*|dysk\w*")


def storage_class(text: str) -> str | None:
    """The class of the volume."""
    return _class(text, r"storage", r"ingress\w*")


def _class(text: str, own: str, others: str) -> str | None:
    lowered = low(text)
    found = re.search(rf"\b{own}[ -]?{_CLASS}|\b(?:klas\w*)\s+{own}\w*\s+[\"'`]?([a-z][a-z0-9-]*[a-z0-9])", lowered)
    if found:
        return found[1] or found[2]
    spoken_of = {"ingress": r"ingress", "storage": r"pvc|persistentvolume|wolumen|volume|dysk|storage"}[own]
    if not re.search(rf"\b(?:{spoken_of})", lowered) or re.search(rf"\b(?:{others})\b", lowered):
        return None
    bare = re.search(rf"\b{_CLASS}", lowered)
    return bare[1] if bare and bare[1] not in _NO_CLASS else None
