"""The names and values that the templates of the Python files are filled with."""

import keyword
from typing import Any

from generators.feast.options import Options, entity_of
from generators.frame import fill

_TYPES = {
    "int": "Int64",
    "int32": "Int32",
    "float": "Float32",
    "double": "Float64",
    "string": "String",
    "bool": "Bool",
    "timestamp": "UnixTimestamp",
    "vector": "Array(Float32)",
}
_SOURCES = {
    "file": ("FileSource", ""),
    "duckdb": ("FileSource", ""),
    "bigquery": ("BigQuerySource", ""),
    "redshift": ("RedshiftSource", ""),
    "snowflake": ("SnowflakeSource", ""),
    "postgres": (
        "PostgreSQLSource",
        "from feast.infra.offline_stores.contrib.postgres_offline_store.postgres_source import PostgreSQLSource",
    ),
}
_NUMERIC = ("int", "int32", "float", "double")


def features(options: Options) -> str:
    """features.py."""
    names = _Names()
    view = options.view_name
    entities = [
        {"key": key, "name": entity_of(key), "variable": names.take(entity_of(key), "entity")}
        for key in dict.fromkeys(options.keys)
    ]
    taken = {kind: names.take(wanted, kind) for kind, wanted in _wanted(options).items()}
    source_class, source_import = _SOURCES[options.offline]
    fields = [{"name": field.name, "dtype": _TYPES[field.type]} for field in options.fields]
    return fill(
        "feast/features.py",
        options=options,
        view=view,
        entities=entities,
        names=taken,
        fields=fields,
        types=_types(options),
        imports=_imports(options, source_class if not source_import else ""),
        source_import=source_import,
        source_class=source_class,
        source=_source(options),
        ttl=f"{'days' if options.ttl.endswith('d') else 'hours'}={options.ttl[:-1]}",
        service=service_of(options),
        number=_number(options),
    )


def retrieve(options: Options) -> str:
    """retrieve.py."""
    samples: list[Any] = [1001, 1002] if options.key_type == "int" else ["a-1001", "a-1002"]
    return fill(
        "feast/retrieve.py",
        options=options,
        keys={key: samples for key in dict.fromkeys(options.keys)},
        service=service_of(options),
    )


def service_of(options: Options) -> str:
    """The feature service of the first version of the model."""
    return options.service or f"{options.project_name}_v1"


def _wanted(options: Options) -> dict[str, str]:
    view = options.view_name
    return {
        "view": view,
        "source": f"{view}_source",
        "push": f"{view}_push",
        "on_demand": f"{view}_on_demand",
        "service": service_of(options),
    }


class _Names:
    """Names of variables, each given out once and none of them a word of Python or of the file's imports."""

    def __init__(self) -> None:
        self._taken = {"timedelta", "pd", "request", *keyword.kwlist, *keyword.softkwlist}

    def take(self, wanted: str, kind: str) -> str:
        name = wanted
        while name in self._taken:
            name = f"{name}_{kind}"
        self._taken.add(name)
        return name


def _number(options: Options) -> str:
    return next((field.name for field in options.fields if field.type in _NUMERIC), options.fields[0].name)


def _types(options: Options) -> list[str]:
    names = {part for field in options.fields for part in _TYPES[field.type].replace(")", "").split("(")}
    return sorted(names | ({"Float64"} if options.on_demand else set()))


def _imports(options: Options, source_class: str) -> list[str]:
    names = {"Entity", "FeatureService", "FeatureView", "Field", source_class}
    names |= {"PushSource"} if options.push else set()
    names |= {"RequestSource"} if options.on_demand else set()
    return sorted(name for name in names if name)


def _source(options: Options) -> list[tuple[str, str]]:
    if options.offline in ("file", "duckdb"):
        return [("path", options.path or f"data/{options.view_name}.parquet")]
    table = options.table or options.view_name
    if options.offline in ("redshift", "snowflake"):
        return [("table", table.split(".")[-1]), *([("schema", table.split(".")[-2])] if "." in table else [])]
    return [("table", table)]
