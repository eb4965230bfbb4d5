"""Names in a message: of the workload, its namespace, its secrets and accounts."""

import re

from generators.frame.saying import low

_OPEN = "\"'`„“‘«"
_CLOSE = "\"'`”“’»"
QUOTED = re.compile(rf"[{_OPEN}]([^{_OPEN}{_CLOSE}]{{1,400}})[{_CLOSE}]", re.S)
_TOKEN = r"[^\s,;:()<>\"'`„”“’‘«»]+"
QUOTED_VALUE = rf"[{_OPEN}](?P<quoted>[^{_OPEN}{_CLOSE}]{{1,400}})[{_CLOSE}]"
VALUE = rf"(?:{QUOTED_VALUE}|(?P<token>{_TOKEN}))"
_NAMING = re.compile(
    r"(?<!\w)(?:named|called|name it|call it|o nazwie|pod nazwa|nazwij\s+(?:to|go|ja|je)|nazwij|nazywa\w*\s+sie"
    r"|nazwan\w+|nazw[aey]|name)"
    r"(?!\w|space)\s*(?:[:=]|to be\b|is\b|to\b|na\b|jest\b|it\b|as\b|deployment\w*\b|serwisu\b|uslugi\b|aplikacji\b"
    r"|modelu\b|joba\b)?\s*" + VALUE,
    re.S,
)
_OTHERS = re.compile(
    r"(?:secret\w*|namespace\w*|nazw|bucket\w*|tabel\w*|host\w*|ingress\w*|volume\w*|account\w*|image|class\w*"
    r"|klas\w*|runtime\w*|konta|port\w*|file|pliku)[\s\"']*$"
)
_KEBAB = re.compile(
    r"\b(?:for|dla|of|app|aplikacj\w*|api|serwis\w*|service|uslug\w*|deployment\w*|cronjob\w*|job\w*|model\w*"
    r"|workload\w*|the|our|my"
    r"|statefulset\w*|chart\w*|inferenceservice|seldondeployment|calls?|reach\w*|wywol\w*|podow|pods|pody"
    r"|do)\s+(?P<token>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\w./:@=])"
)
_NOUNED = re.compile(
    r"\b(?:for|dla|of)\s+(?:the\s+|a\s+|an\s+|my\s+|our\s+|nasz\w+\s+|moj\w+\s+)?(?:service|app|application|api"
    r"|model\w*|aplikacji|uslugi|serwisu"
    r"|deploymentu|deployment|workera|worker|joba|job|pipeline\w*)\s+(?:(?:of|do)\s+)?(?P<token>[a-z][a-z0-9-]{2,})(?![\w/@=']|[.:]\w)"
)
_BARE = re.compile(
    r"\b(?:for|dla)\s+(?P<token>[a-z][a-z0-9]{3,})(?=\s+(?:in|w|on|na|with|z|ze|from|at|and|i)\b|\s*(?:[,:;(]|\.(?!\w))|\s*$)"
)
_OBJECTS = (
    r"config\s?map\w*|service\w*|ingress\w*|deployment\w*|pvc|hpa|pdb|cron\s?job\w*|network\s?polic\w*"
    r"|inferenceservice\w*|seldondeployment\w*"
)
_TOO_COMMON = set(
    """with that which from and the our for using on in at to as is are has have will this running on-prem scikit-learn multi-stage
    read-only non-root rolling-update init-container server api model service app image port jako oraz albo ktora ktory
    ktore ktorego
    obraz obrazu obrazem na pod przez jest ma dla i z ze w do o namespace w-klastrze zbudowan zapisany zapisanego trzymany
    sklearn xgboost
    lightgbm mlflow tensorflow pytorch onnx huggingface triton keras scikit fastapi flask streamlit python serving
    deployment k8s kubernetes
    fine-tuned cpu gpu load-balancer cluster-ip node-port uslugi serwisu klasyfikator regresji production prod dev staging
    test tests
    trained trenowany treningowy v1 v2 uczenia machine stored saved hosted inference mnie nich tego wszystkich produkcji
    testow zespolu aplikacji uslugi treningu
    danych calego each every them both everyone external internal public podow pods everything postgres redis""".split()
)
_SPACE = re.compile(
    r"(?<!\w)(?:namespace(?:['’]?(?:u|a|ie|em|y|ow|s))?|przestrzen\w*\s+nazw|ns)\s*(?:[:=]|named|called|o nazwie|is|to|na)?\s*"
    + VALUE,
    re.S,
)
_SPACE_BEFORE = re.compile(
    r"\b(?:in|into|to|w|do|within)\s+(?:the\s+|our\s+)?[\"'`]?(?P<token>[a-z0-9][a-z0-9-]*)[\"'`]?\s+namespace\b"
)
_FLAG = re.compile(r"(?<!\w)(?:-n|--namespace)[ =](?P<token>[a-z0-9-]+)")
_NO_SPACE = set(
    "a the and i oraz with z ze w own its same new nowy nowa jest ma should must resource object for dla plus yaml "
    "to also tez which ktory default-deny".split()
)


def value(match: re.Match[str]) -> str:
    """What stands after a cue, in quotes or as a word."""
    groups = match.groupdict()
    return groups.get("quoted") or (groups.get("token") or "").rstrip(".!?")


def name(text: str) -> str | None:
    """What the workload is to be called: after a word of naming, in quotes, or a kebab-case word after "for" or "api"."""
    lowered = low(text)
    for match in _NAMING.finditer(lowered):
        if not _OTHERS.search(lowered[: match.start()]) and (said := value(same(match, text))) and said.lower() not in _TOO_COMMON:
            return said
    quoted = (match for match in QUOTED.finditer(text) if not _OTHERS.search(lowered[: match.start()]))
    found = next((match[1] for match in quoted if re.fullmatch(r"[\w-]+", match[1]) and not match[1].isdigit()), None)
    if found:
        return found
    plain = (_BARE,) if re.search(_OBJECTS, lowered) and not re.search(r"\b(?:image|obraz\w*)\b|\w:\d", lowered) else ()
    for pattern in (_KEBAB, _NOUNED, *plain):
        for match in pattern.finditer(lowered):
            if match["token"] not in _TOO_COMMON and not re.search(r"(?:namespace|secret)\w*$", lowered[: match.start()].rstrip()):
                return str(match["token"]).rstrip("-")
    return None


def same(match: re.Match[str], text: str) -> re.Match[str]:
    """The same place in the text as it was typed, where capitals still stand."""
    group = "quoted" if match["quoted"] else "token"
    pattern = re.compile(rf"(?P<{group}>.*)", re.S)
    found = pattern.fullmatch(text[match.start(group) : match.end(group)])
    assert found
    return found


def namespace(text: str) -> str | None:
    """The namespace that everything goes into; one that only lets traffic in is none of that."""
    lowered = low(text)
    flag = _FLAG.search(lowered) or _SPACE_BEFORE.search(lowered)
    for match in _SPACE.finditer(lowered):
        said = value(same(match, text))
        if (
            said
            and said.lower() not in _NO_SPACE
            and not re.search(r"\b(?:from|z|ze|spoza|other|only|tylko|wylacznie)\s+(?:the\s+)?$", lowered[: match.start()])
        ):
            return said
    return flag["token"] if flag and flag["token"] not in _NO_SPACE else None


_POLICY = r"network\s?polic\w*|polityk\w* siec\w*"
_ONLY = re.compile(
    r"\b(?:only|tylko|wylacznie)\s+(?:the\s+|pods (?:in|of)\s+(?:the\s+)?|pody z\s+)?namespace\w*['’]?(?:u|a"
    r"|y)?\s+[\"'`]?(?P<token>[a-z0-9][a-z0-9-]*)"
)
_FROM = re.compile(
    r"\b(?:from|z|ze)\s+(?:the\s+|pods in\s+|podow w\s+|tylko\s+)?(?:namespace\w*['’]?(?:u|a|ow)?"
    r"|przestrzen\w*\s+nazw)\s+[\"'`]?(?P<token>[a-z0-9][a-z0-9-]*)"
    r"|\b(?:from|z|ze)\s+(?:the\s+)?[\"'`]?(?P<other>[a-z0-9][a-z0-9-]*)[\"'`]?\s+namespace\b"
)


def allowed_namespaces(text: str) -> list[str] | None:
    """The namespaces whose pods may call: "only from the namespace gateway"."""
    lowered = low(text)
    found = [match["token"] or match["other"] for match in _FROM.finditer(lowered)]
    if re.search(_POLICY, lowered):
        found += [match["token"] for match in _ONLY.finditer(lowered)]
    return [one for one in dict.fromkeys(found) if one not in _NO_SPACE] or None


_ACCOUNT = re.compile(
    r"\b(?:service\s?account(?:name)?|konto uslugi|kontem uslugi|konta uslugi)(?!\w)\s*(?:[:=]|named|called|o nazwie"
    r"|name|to|is)?\s*"
    r"[\"'`]?(?P<token>[a-z0-9][a-z0-9-]*)"
)


def service_account(text: str) -> str | None:
    """The ServiceAccount that is named."""
    found = (match["token"] for match in _ACCOUNT.finditer(low(text)))
    return next((one for one in found if one not in _NO_SPACE and len(one) > 2), None)
