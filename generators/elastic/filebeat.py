"""filebeat.yml: which logs are read, how lines become events and where they go."""

from typing import Any

from generators.elastic.options import Options

Values = dict[str, Any]
# Lines that continue a Python traceback: indented ones, its headings, and the exception at its end.
_TRACEBACK = (
    r"^(\s|$|Traceback \(most recent call last\)|During handling of|The above exception|[A-Za-z_][\w.]*"
    r"(Error|Exception|Warning|Interrupt|Exit|Timeout)\b)"
)
_POLICY = "/usr/share/filebeat/ilm-policy.json"


def filebeat(options: Options) -> Values:
    """The whole file."""
    made: Values = {"filebeat.inputs": [_input(options)]}
    processors = _processors(options)
    if processors:
        made["processors"] = processors
    made |= {f"output.{options.target}": _output(options)}
    if options.target == "elasticsearch":
        made |= _setup(options)
    return {**made, "logging.level": "info", "logging.to_files": False}


def _input(options: Options) -> Values:
    made: Values = {"type": "filestream", "id": f"{options.index}-{options.source}", "paths": _paths(options)}
    if options.source == "kubernetes":
        # The files there are links into /var/log/pods.
        made["prospector.scanner.symlinks"] = True
    parsers = _parsers(options)
    if parsers:
        made["parsers"] = parsers
    fields = {name: value for name, value in (("service", options.service), ("env", options.environment)) if value}
    return {**made, "fields": fields, "fields_under_root": True} if fields else made


def _paths(options: Options) -> list[str]:
    if options.paths:
        return list(dict.fromkeys(options.paths))
    if options.source == "docker":
        return ["/var/lib/docker/containers/*/*-json.log"]
    if options.source == "kubernetes":
        # The names are pod_namespace_container-id.log, so that other namespaces are not even opened.
        return [f"/var/log/containers/*_{namespace}_*.log" for namespace in dict.fromkeys(options.namespaces or ("*",))]
    return [f"/var/log/{options.service or options.index}/*.log"]


def _parsers(options: Options) -> list[Values]:
    made: list[Values] = []
    if options.source != "files":
        made.append({"container": {"stream": "all", "format": "auto"}})
    if options.multiline:
        made.append(
            {
                "multiline": {
                    "type": "pattern",
                    "pattern": _TRACEBACK,
                    "negate": False,
                    "match": "after",
                    "max_lines": 500,
                    "timeout": "5s",
                }
            }
        )
    if options.format == "json":
        # Not every line of a program is JSON: tracebacks and the messages of libraries stay text.
        made.append({"ndjson": {"target": "", "overwrite_keys": True, "add_error_key": True, "ignore_decoding_error": True}})
    return made


def _processors(options: Options) -> list[Values]:
    made: list[Values] = []
    if options.metadata:
        made += _metadata(options)
    if options.containers:
        key = "kubernetes.container.name" if options.source == "kubernetes" else "container.name"
        wanted = [{"equals": {key: name}} for name in dict.fromkeys(options.containers)]
        made.append({"drop_event": {"when": {"not": {"or": wanted}}}})
    if not options.health:
        made.append({"drop_event": {"when": {"regexp": {"message": "GET /(health|healthz|ready|readyz|live|metrics)"}}}})
    if options.dropped:
        made.append({"drop_fields": {"fields": list(dict.fromkeys(options.dropped)), "ignore_missing": True}})
    return made


def _metadata(options: Options) -> list[Values]:
    if options.source == "kubernetes":
        matcher = {"logs_path": {"logs_path": "/var/log/containers/"}}
        return [{"add_kubernetes_metadata": {"host": "${NODE_NAME}", "matchers": [matcher]}}]
    made: list[Values] = [{"add_host_metadata": {"when.not.contains.tags": "forwarded"}}]
    return [{"add_docker_metadata": {"host": "unix:///var/run/docker.sock"}}, *made] if options.source == "docker" else made


def _output(options: Options) -> Values:
    if options.target == "logstash":
        made: Values = {"hosts": list(dict.fromkeys(options.logstash_hosts)) or ["logstash:5044"]}
        return {**made, "ssl.certificate_authorities": [options.ca]} if options.ca else made
    if options.target == "kafka":
        brokers = list(dict.fromkeys(options.kafka_hosts)) or ["kafka:9092"]
        return {"hosts": brokers, "topic": options.topic, "required_acks": 1, "compression": "gzip"}
    made = {"hosts": options.elasticsearch, **credentials(options)}
    if options.ca:
        made["ssl.certificate_authorities"] = [options.ca]
    return {**made, "index": f"{options.index}-%{{+yyyy.MM.dd}}" if options.daily else options.index}


def credentials(options: Options) -> Values:
    """Who logs in; the values come from the environment or from Filebeat's keystore."""
    if options.api_key:
        return {"api_key": "${ES_API_KEY}"}
    return {"username": f"${{{options.user_variable}}}", "password": f"${{{options.password_variable}}}"}


def _setup(options: Options) -> Values:
    """An index of another name needs a template of its own; where this set brings one, Filebeat keeps out of it."""
    if "template" in options.parts:
        return {"setup.template.enabled": False, "setup.ilm.enabled": False}
    return {
        "setup.template.name": options.index,
        "setup.template.pattern": f"{options.index}*",
        "setup.template.settings": {"index.number_of_shards": options.shards, "index.number_of_replicas": options.copies},
        "setup.ilm.enabled": True,
        "setup.ilm.policy_name": options.index,
        "setup.ilm.policy_file": _POLICY,
    }


def needs_policy(options: Options) -> bool:
    """Whether Filebeat loads the lifecycle policy itself."""
    return options.target == "elasticsearch" and "template" not in options.parts
