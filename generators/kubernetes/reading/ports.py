"""Ports in a message: the container's, the Service's and the node's."""

import re

from generators.frame.saying import low

_N = r"[\s:=]*(?:(?:is|to|na|nr|numer|number|of|=|from|z|be|bedzie|ma byc|jest|kontenera)\s*)*[\"'`]?(-?\d{1,7})(?![\w.]*\w|%)"
_OWN = re.compile(
    r"\b(?:container ?port|target ?port|port\w* (?:kontener\w*|aplikacj\w*|podow|poda|of the (?:container|app|pod)\w*)"
    r"|(?:kontener\w*|container|aplikacj\w*|app|api|model\w*|serwer\w*|server|it|ktor\w+)\s+(?:\w+\s+)?(?:slucha\w*"
    r"|listens?|listening|runs|dziala|wystawia|exposes)"
    r"\s+(?:on|na)?\s*(?:port\w*|:)?|listen\w*(?: on)?(?: port)?|slucha\w*(?: na)?(?: porcie)?|nasluchuj\w*(?: na)?(?: porcie)?)"
    + _N
)
_SERVICE = r"(?:service\w*|serwis\w*|usług\w*|uslug\w*|clusterip|loadbalancer|load balancer|nodeport|svc)"
_SERVICES = re.compile(
    rf"\b(?:{_SERVICE}(?:\s+(?:of\s+)?(?:type\s+|typu\s+)?(?:clusterip|nodeport|loadbalancer"
    rf"|headless))?[^.;\n\d,(]{{0,40}}?\bpor(?:t\w*|cie)|{_SERVICE}[\s:]*(?:on|na|:)|service ?port"
    rf"|port\w* (?:service\w*|serwis\w*|uslug\w*))" + _N
)
_NODE = re.compile(r"\bnode ?port\w*" + r"[\s:=(]*(?:na\s+|to\s+|is\s+)?(\d{5})(?!\d)")
_ANY = re.compile(r"(?<!\w)por(?:t\w*|cie)" + _N)
_BARE = re.compile(r"(?<!\w)(?:on|na|at|expose[sd]?)\s+:?(\d{4,5})(?![\w./:-]*\w|%)")
_MAPPING = re.compile(r"(?<![\w.:])(\d{2,5})\s*(?:->|→|=>)\s*(\d{2,5})(?![\w.:])")


def container_port(text: str) -> int | None:
    """The port on which the program listens."""
    lowered = low(text)
    own = _OWN.search(lowered)
    if own:
        return int(own[1])
    mapped = _MAPPING.search(lowered)
    if mapped:
        return int(mapped[2])
    taken = [match.span(1) for pattern in (_SERVICES, _NODE) for match in pattern.finditer(lowered)]
    free = (match for pattern in (_ANY, _BARE) for match in pattern.finditer(lowered))
    return next((int(match[1]) for match in free if match.span(1) not in taken), None)


def service_port(text: str) -> int | None:
    """The port at which the Service answers."""
    lowered = low(text)
    mapped = _MAPPING.search(lowered)
    if mapped:
        return int(mapped[1])
    node = {match.span(1) for match in _NODE.finditer(lowered)}
    own = {match.span(1) for match in _OWN.finditer(lowered)}
    found = (match for match in _SERVICES.finditer(lowered) if match.span(1) not in node | own)
    return next((int(match[1]) for match in found), None)


def node_port(text: str) -> int | None:
    """The port that every node opens."""
    found = _NODE.search(low(text))
    return int(found[1]) if found else None
