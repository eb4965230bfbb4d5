"""prometheus.yml: what is scraped, where alerts and copies of the samples go."""

from typing import Any

from generators.prometheus.discovery import discovered
from generators.prometheus.options import Options
from generators.prometheus.parts import Job

Values = dict[str, Any]
_EXPORTERS = {
    "node-exporter": ("node", "node-exporter:9100"),
    "cadvisor": ("cadvisor", "cadvisor:8080"),
    "dcgm-exporter": ("dcgm", "dcgm-exporter:9400"),
    "postgres-exporter": ("postgres", "postgres-exporter:9187"),
    "redis-exporter": ("redis", "redis-exporter:9121"),
    "kube-state-metrics": ("kube-state-metrics", "kube-state-metrics:8080"),
    "pushgateway": ("pushgateway", "pushgateway:9091"),
    "mlflow": ("mlflow", "mlflow:5000"),
}


def prometheus(options: Options, rule_files: list[str]) -> Values:
    """The whole file."""
    made: Values = {"global": {"scrape_interval": options.interval, "evaluation_interval": options.evaluation}}
    if options.external_labels:
        made["global"]["external_labels"] = dict(options.external_labels)
    if rule_files or options.rule_files:
        made["rule_files"] = list(dict.fromkeys([*rule_files, *options.rule_files]))
    if options.alertmanager or {"alerts", "alertmanager"} & set(options.parts):
        target = options.alertmanager or "alertmanager:9093"
        made["alerting"] = {"alertmanagers": [{"static_configs": [{"targets": [target]}]}]}
    made["scrape_configs"] = _jobs(options)
    if options.remote_write:
        made["remote_write"] = [{"url": options.remote_write, **_login(options, "remote_write")}]
    return made


def file_targets(options: Options) -> list[Values]:
    """The file that discovery by files reads."""
    return [{"targets": list(dict.fromkeys(job.targets)), "labels": {"job": job.name}} for job in asked(options)]


def asked(options: Options) -> tuple[Job, ...]:
    """The jobs with fixed targets: those that were named, otherwise the service itself."""
    return options.jobs or (Job(name=options.name, targets=(f"{options.name}:{options.port}",)),)


def _jobs(options: Options) -> list[Values]:
    # Jobs that were named are never left out because other targets are searched for.
    fixed = ("static",) if options.jobs and "file" not in options.discovery else ()
    found = [job for way in dict.fromkeys((*fixed, *options.discovery)) for job in _of(options, way)]
    found += [_exporter(name) for name in dict.fromkeys(options.exporters) if name != "blackbox"]
    if "blackbox" in options.exporters:
        found.append(_blackbox(options))
    found.append({"job_name": "prometheus", "static_configs": [{"targets": ["localhost:9090"]}]})
    first: dict[str, Values] = {}
    for job in found:
        first.setdefault(job["job_name"], job)
    return list(first.values())


def _of(options: Options, way: str) -> list[Values]:
    if way == "static":
        return [_static(options, job) for job in asked(options)]
    name = "kubernetes-pods" if way == "kubernetes" else f"{options.name}-{way}"
    return [{"job_name": name, **_manner(options, options.path), **discovered(options, way)}]


def _static(options: Options, job: Job) -> Values:
    made: Values = {"job_name": job.name}
    if job.interval and job.interval != options.interval:
        made["scrape_interval"] = job.interval
    manner = _manner(options, job.path or options.path)
    return {**made, **manner, "static_configs": [{"targets": list(dict.fromkeys(job.targets))}]}


def _manner(options: Options, path: str) -> Values:
    made: Values = {} if path == "/metrics" else {"metrics_path": path}
    if options.scheme == "https":
        made["scheme"] = "https"
    return {**made, **_login(options, "scrape")}


def _login(options: Options, use: str) -> Values:
    secret = f"{(options.secrets or '/etc/prometheus/secrets').rstrip('/')}/{use}"
    if options.auth == "basic":
        return {"basic_auth": {"username": "prometheus", "password_file": f"{secret}_password"}}
    return {"authorization": {"type": "Bearer", "credentials_file": f"{secret}_token"}} if options.auth == "bearer" else {}


def _exporter(name: str) -> Values:
    job, target = _EXPORTERS[name]
    return {"job_name": job, "static_configs": [{"targets": [target]}]}


def _blackbox(options: Options) -> Values:
    """The exporter is scraped; the address that it calls is handed over as a parameter."""
    return {
        "job_name": "blackbox",
        "metrics_path": "/probe",
        "params": {"module": ["http_2xx"]},
        "static_configs": [{"targets": [options.probe or f"http://{options.name}:{options.port}/health"]}],
        "relabel_configs": [
            {"source_labels": ["__address__"], "target_label": "__param_target"},
            {"source_labels": ["__param_target"], "target_label": "instance"},
            {"target_label": "__address__", "replacement": "blackbox-exporter:9115"},
        ],
    }
