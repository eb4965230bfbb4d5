"""Which files a request means."""

import re

from generators.frame.spoken import plain
from generators.prometheus.alert_kinds import kinds_in

_RULES = r"alert\w*\s+(?:rules?|regul\w*)|alerting rules?|regul\w*\s+(?:alert\w*|prometheus\w*)|prometheusrule\w*"
_RULE_FILE = r"\b(?:rules?|alerts?)\.ya?ml"
_FIRING = r"\b(?:alert\w*|alarm\w*|fire\w*|notify|powiadom\w*)\b"
_SCRAPE = (
    r"prometheus\.ya?ml|scrap\w*|servicemonitor\w*|podmonitor\w*|(?:file|ec2|kubernetes|consul|dns)_sd|service discovery"
    r"|(?:konfigurac\w*|config\w*) (?:dla |do |for |of )?prometheus\w*|prometheus\w* (?:config\w*|konfigurac\w*)|remote[ _-]write"
    r"|zbiera\w* metryk\w*|odpytyw\w*"
)
_RECORDING = r"record(?:ing|ed)?[ _-]rules?|regul\w*\s+(?:nagryw\w*|zapis\w*|agreg\w*|record\w*)|\brecording\b"
_TESTS = r"promtool test|\btest(?:s|y|ami|ow|em)?\b"
_ALERTMANAGER = (
    r"alertmanager(?![\w.-]*:\d)\w*(?! (?:at|on|na|pod|is|w|jest|dziala na)? ?\S*:\d)|alert manager\w*|alert "
    r"routing|routing alert\w*|receivers?\b"
)


def parts_in(text: str) -> list[str] | None:
    """The parts that a message names; None when it speaks of Prometheus in general."""
    low = plain(text)
    found = {
        "scrape": bool(re.search(_SCRAPE, low)),
        "alerts": _wants_alerts(low) or bool(re.search(_RULE_FILE, low) and not re.search(_SCRAPE, low)),
        "recording": bool(re.search(_RECORDING, low)),
        "alertmanager": bool(re.search(_ALERTMANAGER, low)),
    }
    found["tests"] = "promtool" in low or (bool(re.search(_TESTS, low)) and any(found.values()))
    if found["tests"] and not found["recording"]:
        found["alerts"] = True
    order = ("scrape", "alerts", "recording", "tests", "alertmanager")
    return [part for part in order if found[part]] or None


def _wants_alerts(low: str) -> bool:
    """Rules are named, or something is to fire; in a request for Alertmanager the alerts are only what it passes on."""
    if re.search(_RULES, low):
        return True
    return bool(re.search(_FIRING, low) and kinds_in(low)) and not re.search(_ALERTMANAGER, low)
