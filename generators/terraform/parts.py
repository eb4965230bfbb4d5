"""Which parts of AWS a request means."""

import re

from ingest import fold

_STATE = re.compile(
    r"(?:(?:remote|zdaln\w+)\s+)?(?<![\w-])(?:state|stan\w*|backend\w*|tfstate)(?![\w-])"
    r"[^.;\n]{0,30}?\b(?:s3|bucke\w+|kubel\w+)(?:[ -]bucke\w+)?(?:\s+(?:named|called|o nazwie))?\s*[\"'`]?[\w-]*"
    r"|\b(?:s3|bucke\w+)\s+(?:backend|state)\b|\bstan\w* (?:zdaln\w* )?w s3\b"
)
_STATE_BUCKET = re.compile(
    r"\b(?:s3 )?bucke\w+ (?:s3 )?(?:na|dla|for|to hold|to store|holding)"
    r"(?: the| zdaln\w+| remote)?(?: terraform)?s? (?:state|stan\w*|tfstate)"
    r"|\bstate bucket|\bbootstrap\w* (?:the )?(?:remote )?(?:state|backend)"
)
_MODEL_ROLE = re.compile(
    r"\b(?:rol[aeiy]\w*|role)\b(?: iam)?(?: \w+){0,2} (?:dla|for|do) (?:\w+ ){0,2}sagemaker\w*"
    r"|\bsagemaker\w* (?:execution |training |iam )*role\b|\b(?:rol\w+|role) (?:wykonawcz\w+ )?sagemaker"
)
_NOUNS = {
    "s3": r"\bs3\b(?!://)|\bbucket\w*|\bbuckec\w*|\bkubel\w*",
    "ecr": r"\becr\b|\b(?:container|docker|image) registry|\brejestr\w* (?:obraz|kontener|docker)\w*"
    r"|\brepozytori\w+ (?:obraz|docker|kontener)\w*",
    "eks": r"\beks\b|\bkubernetes\w*|\bk8s\b|\bnode ?groups?\b|\bgrup\w* (?:wezl\w*|maszyn)|\bklaster\w*|\bklastr\w*|\bcluster\w*",
    "vpc": r"\bvpc\b(?!_id)|\bpodsiec\w*|\bsubnets?\b|\bnat gateway|\bsiec\w*\b|\bnetwork\b",
    "sagemaker": r"\bsagemaker\w*|\bml\.[a-z]\w+\.\w+",
    "ci-role": r"\boidc\b|\b(?:rol\w+|role)\b[^.;\n]{0,40}\b(?:ci|github\w*|gitlab\w*|pipeline\w*)\b"
    r"|\b(?:ci|github actions|gitlab\w*)\b[^.;\n]{0,30}\brole\b",
    "rds": r"\brds\b|\bpostgres\w*|\bbaz\w+ danych|\bdatabase\b|\bdb\.[a-z]\w+\.\w+",
    "ec2": r"\bec2\b|\bvm\b|\bvirtual machine|\bgpu (?:instance|box|machine|server)"
    r"|\b(?:maszyn\w*|serwer\w*|instancj\w*) (?:z )?gpu|\bmaszyn\w* wirtualn\w*",
    "alarm": r"\balarm\w*|\bcloudwatch\b",
    "budget": r"\bbudget\w*|\bbudzet\w*",
}  # fmt: skip
_NOT = re.compile(r"(?:\bbez|\bwithout|\bno|\bnot|\bnie|\bexisting|\bistniejac\w+|\bgotow\w+)\s+(?:\w+\s+){0,2}$")
_ALARM_ON = re.compile(r"\balarm\w*(?: \w+){0,4} (?:on|for|na|dla|do)(?: \w+){0,3} $")
_ACCESS = re.compile(
    r"\b(?:push\w*|wypych\w*|wysyl\w*|upload\w*|publi\w*|dostep\w*|access\w*|read\w*|writ\w*|odczyt\w*|zapis\w*|pull\w*|czyta\w*|pisa\w*)\b"
    r"(?: \w+){0,5} $"
)


def read_parts(message: str) -> list[str] | None:
    """The parts that a message names, in its order."""
    text = fold(message.lower())
    places: dict[str, int] = {}
    bucket = _STATE_BUCKET.search(text)
    if bucket:
        places["state"] = bucket.start()
    text = _blank(_STATE_BUCKET, text)
    text = _blank(_STATE, text)
    role = _MODEL_ROLE.search(text)
    if role:
        places["sagemaker-role"] = role.start()
        text = _blank(_MODEL_ROLE, text)
    for part, noun in _NOUNS.items():
        found = next((match for match in re.finditer(noun, text) if _is_wanted(part, text, match, bool(places))), None)
        if found:
            places[part] = found.start()
    return sorted(places, key=lambda part: places[part]) or None


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _is_wanted(part: str, text: str, match: re.Match[str], has_role: bool) -> bool:
    before = text[max(0, match.start() - 60) : match.start()]
    if _NOT.search(before):
        return False
    if part == "sagemaker" and _ALARM_ON.search(before):
        return False
    if part not in ("s3", "ecr"):
        return True
    # A role that may push to a repository does not ask for a new one.
    is_for_role = has_role or bool(re.search(_NOUNS["ci-role"], text))
    return not (is_for_role and _ACCESS.search(before))
