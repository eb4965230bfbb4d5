"""feature_store.yaml: where definitions and values are kept. Secrets are filled from the environment when it is read."""

from typing import Any

from generators.feast.options import Options

Values = dict[str, Any]


def feature_store(options: Options) -> Values:
    """The whole file."""
    return {
        "project": options.project_name,
        "provider": _provider(options),
        "registry": _registry(options),
        "offline_store": _offline(options),
        "online_store": _online(options),
        "entity_key_serialization_version": 3,
    }


def _provider(options: Options) -> str:
    if options.online == "dynamodb" or options.offline == "redshift":
        return "aws"
    return "gcp" if options.online == "datastore" or options.offline == "bigquery" else "local"


def _registry(options: Options) -> Values | str:
    if options.registry == "sql":
        return {"registry_type": "sql", "path": "${FEAST_REGISTRY_URL}", "cache_ttl_seconds": 60}
    if options.registry == "s3":
        return {"path": f"s3://{options.bucket}/{options.project_name}/registry.db", "cache_ttl_seconds": 60}
    if options.registry == "gcs":
        return {"path": f"gs://{options.bucket}/{options.project_name}/registry.db", "cache_ttl_seconds": 60}
    return "data/registry.db"


def _offline(options: Options) -> Values:
    stores: dict[str, Values] = {
        "file": {"type": "file"},
        "duckdb": {"type": "duckdb"},
        "bigquery": {"type": "bigquery", "dataset": options.project_name, "project_id": "${GCP_PROJECT}"},
        "redshift": {
            "type": "redshift",
            "region": options.region,
            "cluster_id": "${REDSHIFT_CLUSTER}",
            "database": options.project_name,
            "user": "${REDSHIFT_USER}",
            "s3_staging_location": f"s3://{options.bucket}/staging",
            "iam_role": "${REDSHIFT_ROLE_ARN}",
        },
        "snowflake": {
            "type": "snowflake.offline",
            "account": "${SNOWFLAKE_ACCOUNT}",
            "user": "${SNOWFLAKE_USER}",
            "password": "${SNOWFLAKE_PASSWORD}",
            "role": "${SNOWFLAKE_ROLE}",
            "warehouse": "${SNOWFLAKE_WAREHOUSE}",
            "database": options.project_name.upper(),
        },
        "postgres": _postgres("OFFLINE", options),
    }
    return stores[options.offline]


def _online(options: Options) -> Values:
    stores: dict[str, Values] = {
        "sqlite": {"type": "sqlite", "path": "data/online_store.db"},
        "redis": {"type": "redis", "connection_string": "${REDIS_CONNECTION_STRING}"},
        "dynamodb": {"type": "dynamodb", "region": options.region},
        "postgres": _postgres("ONLINE", options),
        "datastore": {"type": "datastore", "project_id": "${GCP_PROJECT}"},
    }
    return stores[options.online]


def _postgres(use: str, options: Options) -> Values:
    return {
        "type": "postgres",
        "host": f"${{FEAST_{use}_HOST}}",
        "port": 5432,
        "database": options.project_name,
        "db_schema": "public",
        "user": f"${{FEAST_{use}_USER}}",
        "password": f"${{FEAST_{use}_PASSWORD}}",
    }


def extras(options: Options) -> str:
    """The extras of the package that these stores need."""
    needed = {
        "redis": "redis",
        "dynamodb": "aws",
        "redshift": "aws",
        "bigquery": "gcp",
        "datastore": "gcp",
        "snowflake": "snowflake",
        "postgres": "postgres",
        "duckdb": "duckdb",
    }
    places = {"s3": "aws", "gcs": "gcp", "sql": "sql"}
    found = {needed.get(options.online), needed.get(options.offline), places.get(options.registry)} - {None}
    return f"[{','.join(sorted(str(name) for name in found))}]" if found else ""
