"""The index template and the lifecycle policy, as Elasticsearch's API takes them."""

from typing import Any

from generators.elastic.options import Options

Values = dict[str, Any]
_FIELDS = {
    "@timestamp": "date",
    "message": "text",
    "level": "keyword",
    "service": "keyword",
    "env": "keyword",
    "model": "keyword",
    "model_version": "keyword",
    "request_id": "keyword",
    "latency_ms": "float",
    "score": "float",
    "features": "flattened",
}


def template(options: Options) -> Values:
    """Unknown texts become keywords; without a template Elasticsearch would index each twice."""
    fields = {**_FIELDS, **{field.name: field.type for field in options.fields}}
    settings: Values = {
        "number_of_shards": options.shards,
        "number_of_replicas": options.copies,
        "index.lifecycle.name": options.index,
        "index.codec": "best_compression",
        "index.refresh_interval": "10s",
        "index.mapping.total_fields.limit": 2000,
    }
    texts = {"texts_as_keywords": {"match_mapping_type": "string", "mapping": {"type": "keyword", "ignore_above": 1024}}}
    made: Values = {"index_patterns": [f"{options.index}-*" if options.daily else options.index]}
    if not options.daily:
        made["data_stream"] = {}
    return {
        **made,
        "priority": 500,
        "template": {"settings": settings, "mappings": {"dynamic_templates": [texts], "properties": _properties(fields)}},
        "_meta": {"description": f"Logs of {options.index}"},
    }


def _properties(fields: dict[str, str]) -> Values:
    """Dots in a name are levels."""
    root: Values = {}
    for name, kind in fields.items():
        *parents, last = name.split(".")
        place = root
        for parent in parents:
            level = place.setdefault(parent, {})
            level.pop("type", None)
            place = level.setdefault("properties", {})
        if "properties" not in place.get(last, {}):
            place[last] = {"type": kind}
    return root


def policy(options: Options) -> Values:
    """Hot, perhaps warm and cold, and deleted in the end; an index a day needs no rollover."""
    hot: Values = {"set_priority": {"priority": 100}}
    if not options.daily:
        hot["rollover"] = {"max_age": options.rollover_age, "max_primary_shard_size": options.rollover_size}
    phases: Values = {"hot": {"min_age": "0ms", "actions": hot}}
    if options.warm:
        phases["warm"] = {
            "min_age": options.warm,
            "actions": {"forcemerge": {"max_num_segments": 1}, "set_priority": {"priority": 50}},
        }
    if options.cold:
        phases["cold"] = {"min_age": options.cold, "actions": {"set_priority": {"priority": 0}}}
    phases["delete"] = {"min_age": options.delete, "actions": {"delete": {}}}
    return {"policy": {"phases": phases}}
