"""Recording rules: heavy queries computed ahead, under names of the form level:metric:operation."""

from typing import Any

from generators.prometheus.alert import number
from generators.prometheus.parts import Recording

_METRICS = {
    "traffic": "http_requests_total",
    "errors": "http_requests_total",
    "latency": "predict_seconds",
    "average": "predict_seconds",
}


def record(recording: Recording, window: str) -> dict[str, Any]:
    """One rule."""
    metric = (recording.metric or _METRICS[recording.about]).removesuffix("_bucket")
    by = list(dict.fromkeys(recording.by))
    series = metric.removesuffix("_total").replace(":", "_")
    operation = {"traffic": "rate", "errors": "error_ratio_rate", "latency": f"p{recording.percentile}_", "average": "mean"}
    name = f"{'_'.join(by) or 'all'}:{series}:{operation[recording.about]}{window}"
    return {"record": name, "expr": _expr(recording, metric, by, window)}


def _expr(recording: Recording, metric: str, by: list[str], window: str) -> str:
    match recording.about:
        case "errors":
            failed = f'{_sum(by)} (rate({metric}{{status=~"5.."}}[{window}]))'
            return f"{failed}\n  / {_sum(by)} (rate({metric}[{window}]))"
        case "latency":
            buckets = f"{_sum(['le', *(label for label in by if label != 'le')])} (rate({metric}_bucket[{window}]))"
            return f"histogram_quantile({number(recording.percentile / 100)},\n  {buckets})"
        case "average":
            return f"{_sum(by)} (rate({metric}_sum[{window}]))\n  / {_sum(by)} (rate({metric}_count[{window}]))"
    return f"{_sum(by)} (rate({metric}[{window}]))"


def _sum(by: list[str]) -> str:
    return f"sum by ({', '.join(by)})" if by else "sum"
