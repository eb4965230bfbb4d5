"""compose.yaml: Elasticsearch and Kibana, with Logstash and Filebeat where they are part of the set."""

from typing import Any

from generators.elastic.options import Options
from generators.frame import Quoted, image

Values = dict[str, Any]
_LOGS = {"driver": "json-file", "options": {"max-size": "10m", "max-file": Quoted("3")}}


def compose(options: Options) -> Values:
    """The whole file; only the machine itself reaches the ports, because the traffic between the services is not encrypted."""
    services: Values = {"elasticsearch": _elasticsearch(), "setup": _setup(options), "kibana": _kibana()}
    volumes: Values = {"es-data": {}}
    if "logstash" in options.parts:
        services["logstash"] = _logstash(options)
        volumes["logstash-data"] = {}
    if "filebeat" in options.parts and options.source != "kubernetes":
        services["filebeat"] = _filebeat(options)
        volumes["filebeat-data"] = {}
    return {"services": services, "volumes": volumes}


def env_example(options: Options) -> str:
    """The variables to fill in; the file itself is never committed with values."""
    names = ["ELASTIC_PASSWORD", "KIBANA_PASSWORD", options.user_variable, options.password_variable]
    if options.api_key:
        names.append("ES_API_KEY")
    filled = {options.user_variable: "logs_writer"}
    lines = [f"{name}={filled.get(name, '')}" for name in dict.fromkeys(names)]
    return "# Copy to .env and fill in; .env stays out of Git.\n" + "\n".join(lines) + "\n"


def _elasticsearch() -> Values:
    return {
        "image": image("elasticsearch"),
        "restart": "unless-stopped",
        "environment": {
            "discovery.type": "single-node",
            "ELASTIC_PASSWORD": "${ELASTIC_PASSWORD}",
            "xpack.security.enabled": Quoted("true"),
            "xpack.security.http.ssl.enabled": Quoted("false"),
            "ES_JAVA_OPTS": "-Xms1g -Xmx1g",
        },
        "ulimits": {"memlock": {"soft": -1, "hard": -1}, "nofile": {"soft": 65536, "hard": 65536}},
        "mem_limit": "2g",
        "ports": [Quoted("127.0.0.1:9200:9200")],
        "volumes": ["es-data:/usr/share/elasticsearch/data"],
        "healthcheck": {
            "test": ["CMD-SHELL", 'curl -fs -u "elastic:$$ELASTIC_PASSWORD" http://localhost:9200/_cluster/health >/dev/null'],
            "interval": "10s",
            "timeout": "5s",
            "retries": 30,
            "start_period": "30s",
        },
        "logging": _LOGS,
    }


def _setup(options: Options) -> Values:
    names = ["ELASTIC_PASSWORD", "KIBANA_PASSWORD", options.user_variable, options.password_variable]
    return {
        "image": image("curl"),
        "working_dir": "/setup",
        "entrypoint": ["sh", "setup.sh"],
        "environment": {**{name: f"${{{name}}}" for name in dict.fromkeys(names)}, "ES_URL": "http://elasticsearch:9200"},
        "volumes": ["./setup.sh:/setup/setup.sh:ro", "./elasticsearch:/setup/elasticsearch:ro"],
        "depends_on": {"elasticsearch": {"condition": "service_healthy"}},
        "restart": Quoted("no"),
    }


def _after_setup() -> Values:
    return {"setup": {"condition": "service_completed_successfully"}}


def _kibana() -> Values:
    return {
        "image": image("kibana"),
        "restart": "unless-stopped",
        "environment": {
            "ELASTICSEARCH_HOSTS": "http://elasticsearch:9200",
            "ELASTICSEARCH_USERNAME": "kibana_system",
            "ELASTICSEARCH_PASSWORD": "${KIBANA_PASSWORD}",
        },
        "mem_limit": "1g",
        "ports": [Quoted("127.0.0.1:5601:5601")],
        "depends_on": _after_setup(),
        "healthcheck": {
            "test": ["CMD-SHELL", "curl -fs http://localhost:5601/api/status >/dev/null"],
            "interval": "15s",
            "timeout": "5s",
            "retries": 20,
            "start_period": "60s",
        },
        "logging": _LOGS,
    }


def _secrets(options: Options) -> Values:
    names = ["ES_API_KEY"] if options.api_key else [options.user_variable, options.password_variable]
    return {name: f"${{{name}}}" for name in names}


def _logstash(options: Options) -> Values:
    return {
        "image": image("logstash"),
        "restart": "unless-stopped",
        "environment": {"LS_JAVA_OPTS": "-Xms512m -Xmx512m", **_secrets(options)},
        "mem_limit": "1g",
        "volumes": [
            "./logstash/pipeline:/usr/share/logstash/pipeline:ro",
            "./logstash/config/logstash.yml:/usr/share/logstash/config/logstash.yml:ro",
            "logstash-data:/usr/share/logstash/data",
        ],
        "depends_on": _after_setup(),
        "logging": _LOGS,
    }


def _filebeat(options: Options) -> Values:
    volumes = ["./filebeat/filebeat.yml:/usr/share/filebeat/filebeat.yml:ro", "filebeat-data:/usr/share/filebeat/data"]
    if options.source == "docker":
        volumes += ["/var/lib/docker/containers:/var/lib/docker/containers:ro", "/var/run/docker.sock:/var/run/docker.sock:ro"]
    else:
        volumes.append("/var/log:/var/log:ro")
    made: Values = {
        "image": image("filebeat"),
        "restart": "unless-stopped",
        # Root, because only root may read the log files of other users on the host.
        "user": "root",
        "command": ["filebeat", "-e", "--strict.perms=false"],
    }
    if options.target == "elasticsearch":
        made["environment"] = _secrets(options)
    needs = (
        {"logstash": {"condition": "service_started"}}
        if options.target == "logstash" and "logstash" in options.parts
        else _after_setup()
    )
    return {**made, "mem_limit": "512m", "volumes": volumes, "depends_on": needs, "logging": _LOGS}
