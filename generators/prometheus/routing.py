"""alertmanager.yml: who hears about an alert, when and how. Secrets stay in files."""

from typing import Any

from generators.frame import Quoted
from generators.prometheus.options import Options
from generators.prometheus.parts import Route

Values = dict[str, Any]


def alertmanager(options: Options) -> Values:
    """The whole file."""
    receivers = _receivers(options)
    made: Values = {"global": _global(options, receivers), "route": _tree(options), "receivers": receivers}
    if options.inhibit:
        made["inhibit_rules"] = [
            {
                "source_matchers": ['severity="critical"'],
                "target_matchers": ['severity="warning"'],
                "equal": list(dict.fromkeys(options.inhibit_equal)),
            }
        ]
    if options.mute:
        made["time_intervals"] = [_interval(name, options.timezone) for name in _muted(options)]
    return made


def _global(options: Options, receivers: list[Values]) -> Values:
    made: Values = {"resolve_timeout": "5m"}
    if any("email_configs" in receiver for receiver in receivers):
        made |= {
            "smtp_smarthost": options.smtp,
            "smtp_from": options.sender,
            "smtp_auth_username": options.sender,
            "smtp_auth_password_file": f"{_folder(options)}/smtp_password",
        }
    return made


def _tree(options: Options) -> Values:
    made: Values = {
        "receiver": options.receiver,
        "group_by": list(dict.fromkeys(options.group_by)),
        "group_wait": options.group_wait,
        "group_interval": options.group_interval,
        "repeat_interval": options.repeat,
    }
    routes = [_branch(options, route) for route in options.routes]
    if options.mute:
        # The root of the tree cannot be muted, so what is left over gets a branch of its own.
        routes.append({"matchers": ['severity!="critical"'], "receiver": options.receiver, "mute_time_intervals": _muted(options)})
    return {**made, "routes": routes} if routes else made


def _branch(options: Options, route: Route) -> Values:
    made: Values = {"matchers": [f'{route.label}="{route.value}"'], "receiver": _name(route)}
    if options.mute and (route.label, route.value) != ("severity", "critical"):
        made["mute_time_intervals"] = _muted(options)
    return made


def _name(route: Route) -> str:
    """Receivers with a channel or an address of their own are named after their alerts."""
    return f"{route.to}-{route.value}" if route.channel or route.address else route.to


def _receivers(options: Options) -> list[Values]:
    made: dict[str, Values] = {options.receiver: _receiver(options, options.receiver, options.receiver, None, None)}
    for route in options.routes:
        made.setdefault(_name(route), _receiver(options, _name(route), route.to, route.channel, route.address))
    return list(made.values())


def _receiver(options: Options, name: str, to: str, channel: str | None, address: str | None) -> Values:
    folder = _folder(options)
    kinds: dict[str, tuple[str, Values]] = {
        "slack": ("slack_configs", {"api_url_file": f"{folder}/slack_url", "channel": channel or options.channel, **_slack_text()}),
        "email": ("email_configs", {"to": address or options.email}),
        "pagerduty": ("pagerduty_configs", {"routing_key_file": f"{folder}/pagerduty_key"}),
        "webhook": ("webhook_configs", {"url": options.webhook}),
        "teams": ("msteamsv2_configs", {"webhook_url_file": f"{folder}/teams_url"}),
        "opsgenie": ("opsgenie_configs", {"api_key_file": f"{folder}/opsgenie_key"}),
    }
    key, settings = kinds[to]
    return {"name": name, key: [{**settings, "send_resolved": True}]}


def _folder(options: Options) -> str:
    return (options.secrets or "/etc/alertmanager/secrets").rstrip("/")


def _slack_text() -> Values:
    return {
        "title": "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}",
        "text": "{{ range .Alerts }}{{ .Annotations.summary }}\n{{ end }}",
    }


def _muted(options: Options) -> list[str]:
    return list(dict.fromkeys(options.mute))


def _interval(name: str, timezone: str) -> Values:
    if name == "weekends":
        span: Values = {"weekdays": ["saturday", "sunday"]}
    else:
        span = {
            "times": [{"start_time": "22:00", "end_time": "24:00"}, {"start_time": Quoted("00:00"), "end_time": Quoted("06:00")}]
        }
    return {"name": name, "time_intervals": [{**span, "location": timezone}]}
