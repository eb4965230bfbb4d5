"""Which objects a message wants, and which it refuses."""

import re

from generators.frame.saying import low, says
from generators.kubernetes.reading.names import allowed_namespaces
from generators.kubernetes.reading.numbers import gpus, replicas

WORDS = {
    "deployment": r"deployment\w*",
    "statefulset": r"stateful\s?set\w*",
    "daemonset": r"daemon\s?set\w*",
    "cronjob": r"cron\s?-?job\w*|zadani\w* cykliczn\w*|zaplanowan\w* zadani\w*|scheduled job\w*|cron\b",
    "job": r"(?:k8s |kubernetes |batch |training |treningow\w+ |jednorazow\w+ )?jobs?|(?:job|zadani\w*) jednorazow\w*|joba|jobem",
    "service": r"services?(?!\s+account)|serwis(?:u|em|y)?|usluge?|uslugi|clusterip|nodeport|load\s?balancer|svc",
    "ingress": r"ingress\w*",
    "hpa": r"hpa|autosc\w*|autosk\w*|auto-scal\w*|horizontal\s?pod\s?autoscaler\w*|skalowani\w* automatyczn\w*"
    r"|automatyczn\w* skalowani\w*",
    "pdb": r"pdb|pod\s?disruption\s?budget\w*|budzet\w* zaklocen\w*",
    "configmap": r"config\s?maps?\w*|configmap\w*",
    "pvc": r"pvc|persistent\s?volume\s?claim\w*|persistent volume\w*|wolumen\w* trwal\w*|trwal\w+ wolumen\w*|trwal\w+ dysk\w*",
    "serviceaccount": r"service\s?accounts?\w*|konto uslugi|konta uslugi",
    "networkpolicy": r"network\s?polic\w*|polityk\w* siec\w*",
    "default-deny": r"default[ -]deny\w*|deny[ -]all\w*|domyslnie blokuj\w*|blokuj\w* (?:caly|cały|wszystko|wszelki) ?(?:ruch\w*)?",
    "namespace": r"namespace\w*",
}
WORKLOADS = ("deployment", "statefulset", "daemonset", "cronjob", "job")
_TARGET = re.compile(
    r"(?:\b(?:for|dla|of|targeting|do|na|existing|istniejac\w+|wskazuj\w+)\s+(?:the\s+|an?\s+|my\s+|our\s+"
    r"|existing\s+|istniejac\w+\s+|nasz\w+\s+)*)$"
)
_POD_WORDS = r"\b(?:image\w*|obraz\w*|wdroz\w*|deploy|deploying|probe\w*|readiness|liveness)\b"
# "Manifests for the scoring service": the program is meant, not the object.
_PROGRAM = re.compile(
    r"\b(?:for|dla|of|do)\s+(?:(?:the|a|an|my|our|this|moj\w*|nasz\w*|tej|tego|each)\s+)?(?:(?!deploy|and\b|i\b|pod"
    r"|oraz\b)[a-z]+(?:-[a-z]+)*\s+)?"
    r"(?=(?:service|serwisu|uslugi)\b)|\b(?:wdroz\w*|deploy|run|move|uruchom\w*|przenies\w*)\s+(?:the |our |my |a "
    r"|nasz\w* )?(?:[a-z-]+ )?(?=(?:service|serwis|usluge)\b)"
)
# A namespace is mostly a place; it is an object where it is to be made, or ends a list of other objects.
_SPACE_MADE = re.compile(
    r"\b(?:create|utworz\w*|stworz\w*|make|zrob|new|nowy|manifest\w*|obiekt\w*)[\s:]+(?:a\s+|an\s+|the\s+|nowy\s+|new\s+)*$"
)
_SPACE_LISTED = re.compile(r"\b(?:and|i|oraz|plus|also|tez|takze)\s+(?:a\s+|an\s+|the\s+)*$")
_ADDING = re.compile(
    r"\b(?:add|also|plus|include|dodaj\w*|doloz\w*|dorzuc\w*|dopisz\w*|jeszcze|rowniez|takze|teraz|now|chce tez)\b"
)


def wanted(text: str) -> list[str] | None:
    """The objects by name, in the message's order; `app` stands for a workload that is only described."""
    lowered = low(text)
    found = {kind: at for kind in WORDS if (at := _first(kind, lowered)) is not None and says(WORDS[kind], text)}
    if "namespace" in found and not _is_space_wished(lowered[: found["namespace"]], others=len(found) > 1):
        del found["namespace"]
    if "default-deny" in found and not allowed_namespaces(text):
        found.pop("networkpolicy", None)
    if "job" in found and "cronjob" in found:
        del found["job"]
    if _is_target(found, lowered):
        del found["deployment"]
    named = sorted(found, key=lambda kind: found[kind])
    if not named:
        return None
    return named if set(named) & set(WORKLOADS) or not _describes_pods(named, text, lowered) else ["app", *named]


def refused(text: str) -> list[str] | None:
    """The objects that a message does not want: "bez serwisu"."""
    return [kind for kind, pattern in WORDS.items() if says(pattern, text) is False and kind != "namespace"] or None


def _first(kind: str, lowered: str) -> int | None:
    programs = {match.end() for match in _PROGRAM.finditer(lowered)} if kind == "service" else set()
    places = (match.start() for match in re.finditer(rf"(?<![\w/.-])(?:{WORDS[kind]})(?![\w/-])", lowered))
    return next((place for place in places if place not in programs), None)


def _is_space_wished(before: str, *, others: bool) -> bool:
    return bool(_SPACE_MADE.search(before) or (others and _SPACE_LISTED.search(before)))


def _is_target(found: dict[str, int], lowered: str) -> bool:
    """ "An HPA for the deployment churn": the deployment is there already."""
    at = found.get("deployment")
    if at is None or min(found.values()) == at or re.search(_POD_WORDS, lowered):
        return False
    return bool(_TARGET.search(lowered[:at]))


def _describes_pods(named: list[str], text: str, lowered: str) -> bool:
    """Whether a message that names no workload still wants one: it adds to what is there, or it tells of an image or of pods."""
    if _ADDING.search(lowered) or re.search(_POD_WORDS, lowered) or gpus(text):
        return True
    if "hpa" in named or named in (["pvc"], ["configmap"], ["networkpolicy"], ["pdb"], ["namespace"]):
        return False
    return replicas(text) is not None
