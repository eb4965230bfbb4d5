"""What the tracking server is started with, in Compose and in Kubernetes alike."""

from collections.abc import Sequence

from generators.frame import package, version
from generators.mlflow.options import Options

_DRIVERS = {"postgres": "psycopg2-binary", "mysql": "pymysql"}
_SCHEMES = {"postgres": "postgresql", "mysql": "mysql+pymysql"}
_PORTS = {"postgres": 5432, "mysql": 3306}


def packages_of(options: Options) -> list[str]:
    """What the image of the server needs, in exact versions."""
    extra = "[auth]" if options.login else ""
    drivers = [package(_DRIVERS[options.database])] if options.database in _DRIVERS else []
    return [package("mlflow", extra), *drivers, *([package("boto3")] if options.store != "volume" else [])]


def arguments_of(options: Options, own_name: str, more_hosts: Sequence[str] = ()) -> list[str]:
    """Command line of the server. Its database's address holds a password, so that one is a variable."""
    destination = "/mlflow/artifacts" if options.store == "volume" else f"s3://{options.artifacts}"
    named = [form for host in options.hosts for form in (host, f"{host}:*")]
    allowed = [*named, *more_hosts, own_name, "localhost:*", "127.0.0.1:*"]
    return [
        "--serve-artifacts",
        f"--artifacts-destination={destination}",
        f"--workers={options.workers}",
        f"--allowed-hosts={','.join(allowed)}",
        *(["--app-name=basic-auth"] if options.login else []),
    ]


def database_port(options: Options) -> int:
    """Where the database listens."""
    return _PORTS[options.database]


def database_uri(options: Options, host: str, password: str) -> str:
    """Address of the database; `password` is how the place of use writes a variable."""
    if options.database == "sqlite":
        return "sqlite:////mlflow/mlflow.db"
    return f"{_SCHEMES[options.database]}://mlflow:{password}@{host}:{database_port(options)}/mlflow"


def needs_volume(options: Options) -> bool:
    """Whether the server itself keeps files."""
    return options.database == "sqlite" or options.store == "volume"


def default_image() -> str:
    """The image that the Dockerfile builds."""
    return f"registry.example.com/ml/mlflow:{package('mlflow').partition('==')[2]}"


def base_image() -> str:
    """What the image of the server is built on."""
    return f"python:{version('python')}-slim"
