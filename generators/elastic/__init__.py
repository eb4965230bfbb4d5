"""Logs in the Elastic Stack: Filebeat, a Logstash pipeline, an index template with its lifecycle, and compose to run them."""

from typing import Any

from generators.elastic.daemonset import daemonset
from generators.elastic.filebeat import filebeat, needs_policy
from generators.elastic.index import policy, template
from generators.elastic.options import Options
from generators.elastic.stack import compose, env_example
from generators.elastic.whys import WHY
from generators.frame import Files, fill, to_json, to_yaml

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Logi w Elastic Stack: Filebeat, potok Logstasha, szablon indeksu z cyklem życia i compose do uruchomienia całości."
CUES = (
    "filebeat*",
    "logstash*",
    "index template*",
    "szablon* indeks*",
    "elasticsearch template*",
    "ilm policy",
    "ilm",
    "polityk* ilm",
    "cykl* zycia indeks*",
    "index lifecycle*",
    "elk compose*",
    "elk stack*",
    "elastic stack*",
    "stos* elk",
    "elk",
    "efk",
)
ABOUT = ("elastic*", "kibana*", "elasticsearch*")
_PORTS = {"beats": 5044, "tcp": 5000, "http": 8080}


def render(options: Options) -> Files:
    """The files of the parts that were asked for."""
    parts = set(options.parts)
    files = _filebeat(options) if parts & {"filebeat", "daemonset"} else {}
    if "logstash" in parts:
        files |= _logstash(options)
    if "template" in parts or "compose" in parts:
        files["elasticsearch/index-template.json"] = to_json(template(options))
    if parts & {"ilm", "template", "compose"}:
        files["elasticsearch/ilm-policy.json"] = to_json(policy(options))
    if parts & {"template", "compose"}:
        files["setup.sh"] = fill("elastic/setup.sh", options=options, url=options.elasticsearch[0], kibana="compose" in parts)
    if "compose" in parts:
        files["compose.yaml"] = to_yaml(compose(options))
        files[".env.example"] = env_example(options)
    return files


def _filebeat(options: Options) -> Files:
    files = {"filebeat/filebeat.yml": to_yaml(filebeat(options))}
    if needs_policy(options) and "ilm" not in options.parts:
        files["filebeat/ilm-policy.json"] = to_json(policy(options))
    if "daemonset" in options.parts:
        files["filebeat/daemonset.yaml"] = to_yaml(*daemonset(options))
    return files


def _logstash(options: Options) -> Files:
    ports = dict(_PORTS)
    first = next((kind for kind in options.inputs if kind in ports), None)
    if first and options.port:
        ports[first] = options.port
    context: dict[str, Any] = {
        "options": options,
        "inputs": list(dict.fromkeys(options.inputs)),
        "ports": ports,
        "brokers": ",".join(dict.fromkeys(options.kafka_hosts)) or "kafka:9092",
        "hosts": ", ".join(f'"{host}"' for host in options.elasticsearch),
        "time_field": "][".join(options.time_field.split(".")),
        "dropped": ", ".join(f'"[{"][".join(name.split("."))}]"' for name in dict.fromkeys(options.dropped)),
    }
    settings = {
        "api.http.host": "0.0.0.0",
        "config.reload.automatic": True,
        # On disk, so that a crash loses nothing that was received.
        "queue.type": "persisted",
        "queue.max_bytes": "1gb",
        "dead_letter_queue.enable": True,
        "xpack.monitoring.enabled": False,
    }
    return {
        f"logstash/pipeline/{options.index}.conf": fill("elastic/logstash.conf", **context),
        "logstash/config/logstash.yml": to_yaml(settings),
    }
