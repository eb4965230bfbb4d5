"""The backing services: what each is started from, how one sees that it is ready, and what others need to reach it."""

from dataclasses import dataclass, field
from typing import Literal

Service = Literal[
    "postgres",
    "mysql",
    "mongo",
    "redis",
    "rabbitmq",
    "kafka",
    "minio",
    "mlflow",
    "prometheus",
    "grafana",
    "alertmanager",
    "elasticsearch",
    "kibana",
    "qdrant",
    "jupyter",
    "adminer",
    "nginx",
    "worker",
]
# Two services answer on a second port of their own.
Door = Literal[
    "postgres",
    "mysql",
    "mongo",
    "redis",
    "rabbitmq",
    "rabbitmq-management",
    "kafka",
    "minio",
    "minio-console",
    "mlflow",
    "prometheus",
    "grafana",
    "alertmanager",
    "elasticsearch",
    "kibana",
    "qdrant",
    "jupyter",
    "adminer",
    "nginx",
]


@dataclass(frozen=True)
class Backing:
    """A service. `doors` are its ports by name, those in `shown` are published without being asked for."""

    image: str
    doors: dict[str, int]
    health: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
    data: str = ""
    command: tuple[str, ...] = ()
    shown: bool = False
    tells: dict[str, str] = field(default_factory=dict)
    start_period: str = "10s"


def secret(name: str) -> str:
    """A value from .env, without which Compose stops and says so."""
    return f"${{{name}:?set {name} in .env}}"


def _http(tool: str, url: str) -> tuple[str, ...]:
    if tool == "python":
        return ("CMD", "python", "-c", f"import urllib.request; urllib.request.urlopen('{url}', timeout=3)")
    return ("CMD", "wget", "--quiet", "--spider", url)


CATALOGUE = {
    "postgres": Backing(
        "postgres",
        {"postgres": 5432},
        ("CMD-SHELL", 'pg_isready --username "$$POSTGRES_USER" --dbname "$$POSTGRES_DB"'),
        {"POSTGRES_USER": "{db}", "POSTGRES_DB": "{db}", "POSTGRES_PASSWORD": secret("POSTGRES_PASSWORD")},
        ("POSTGRES_PASSWORD",),
        "/var/lib/postgresql/data",
        tells={"DATABASE_URL": f"postgresql://{{db}}:{secret('POSTGRES_PASSWORD')}@postgres:5432/{{db}}"},
    ),
    "mysql": Backing(
        "mysql",
        {"mysql": 3306},
        ("CMD-SHELL", 'mysqladmin ping --host=127.0.0.1 --user="$$MYSQL_USER" --password="$$MYSQL_PASSWORD" --silent'),
        {
            "MYSQL_USER": "{db}",
            "MYSQL_DATABASE": "{db}",
            "MYSQL_PASSWORD": secret("MYSQL_PASSWORD"),
            "MYSQL_RANDOM_ROOT_PASSWORD": "true",
        },
        ("MYSQL_PASSWORD",),
        "/var/lib/mysql",
        tells={"MYSQL_URL": f"mysql://{{db}}:{secret('MYSQL_PASSWORD')}@mysql:3306/{{db}}"},
        start_period="30s",
    ),
    "mongo": Backing(
        "mongo",
        {"mongo": 27017},
        ("CMD", "mongosh", "--quiet", "--eval", "db.adminCommand('ping').ok"),
        {"MONGO_INITDB_ROOT_USERNAME": "{db}", "MONGO_INITDB_ROOT_PASSWORD": secret("MONGO_PASSWORD")},
        ("MONGO_PASSWORD",),
        "/data/db",
        tells={"MONGO_URL": f"mongodb://{{db}}:{secret('MONGO_PASSWORD')}@mongo:27017/"},
    ),
    "redis": Backing(
        "redis",
        {"redis": 6379},
        ("CMD", "redis-cli", "ping"),
        data="/data",
        command=("redis-server", "--appendonly", "yes"),
        tells={"REDIS_URL": "redis://redis:6379/0"},
    ),
    "rabbitmq": Backing(
        "rabbitmq-management",
        {"rabbitmq": 5672, "rabbitmq-management": 15672},
        ("CMD", "rabbitmq-diagnostics", "--quiet", "ping"),
        {"RABBITMQ_DEFAULT_USER": "{db}", "RABBITMQ_DEFAULT_PASS": secret("RABBITMQ_PASSWORD")},
        ("RABBITMQ_PASSWORD",),
        "/var/lib/rabbitmq",
        tells={"AMQP_URL": f"amqp://{{db}}:{secret('RABBITMQ_PASSWORD')}@rabbitmq:5672/"},
        start_period="30s",
    ),
    "kafka": Backing(
        "kafka",
        {"kafka": 9092},
        ("CMD", "/opt/kafka/bin/kafka-broker-api-versions.sh", "--bootstrap-server", "localhost:9092"),
        {
            "KAFKA_NODE_ID": "1",
            "KAFKA_PROCESS_ROLES": "broker,controller",
            "KAFKA_LISTENERS": "PLAINTEXT://:9092,CONTROLLER://:9093",
            "KAFKA_ADVERTISED_LISTENERS": "PLAINTEXT://kafka:9092",
            "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
            "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@kafka:9093",
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
            "KAFKA_LOG_DIRS": "/var/lib/kafka/data",
        },
        data="/var/lib/kafka/data",
        tells={"KAFKA_BOOTSTRAP_SERVERS": "kafka:9092"},
        start_period="30s",
    ),
    "minio": Backing(
        "minio",
        {"minio": 9000, "minio-console": 9001},
        ("CMD", "mc", "ready", "local"),
        {"MINIO_ROOT_USER": "{db}-admin", "MINIO_ROOT_PASSWORD": secret("MINIO_ROOT_PASSWORD")},
        ("MINIO_ROOT_PASSWORD",),
        "/data",
        ("server", "/data", "--console-address", ":9001"),
        shown=True,
        tells={
            "AWS_ENDPOINT_URL": "http://minio:9000",
            "AWS_ACCESS_KEY_ID": "{db}-admin",
            "AWS_SECRET_ACCESS_KEY": secret("MINIO_ROOT_PASSWORD"),
        },
    ),
    "mlflow": Backing(
        "mlflow",
        {"mlflow": 5000},
        _http("python", "http://127.0.0.1:5000/health"),
        shown=True,
        tells={"MLFLOW_TRACKING_URI": "http://mlflow:5000"},
        start_period="60s",
    ),
    "prometheus": Backing(
        "prometheus", {"prometheus": 9090}, _http("wget", "http://127.0.0.1:9090/-/healthy"), data="/prometheus", shown=True
    ),
    "grafana": Backing(
        "grafana",
        {"grafana": 3000},
        _http("wget", "http://127.0.0.1:3000/api/health"),
        {"GF_SECURITY_ADMIN_PASSWORD": secret("GRAFANA_PASSWORD"), "GF_USERS_ALLOW_SIGN_UP": "false"},
        ("GRAFANA_PASSWORD",),
        "/var/lib/grafana",
        shown=True,
        start_period="30s",
    ),
    "alertmanager": Backing(
        "alertmanager", {"alertmanager": 9093}, _http("wget", "http://127.0.0.1:9093/-/healthy"), data="/alertmanager", shown=True
    ),
    "elasticsearch": Backing(
        "elasticsearch",
        {"elasticsearch": 9200},
        ("CMD-SHELL", 'curl --silent --fail --user "elastic:$$ELASTIC_PASSWORD" http://127.0.0.1:9200/_cluster/health'),
        {
            "discovery.type": "single-node",
            "ELASTIC_PASSWORD": secret("ELASTIC_PASSWORD"),
            "xpack.security.http.ssl.enabled": "false",
            "ES_JAVA_OPTS": "-Xms1g -Xmx1g",
        },
        ("ELASTIC_PASSWORD",),
        "/usr/share/elasticsearch/data",
        shown=True,
        tells={"ELASTICSEARCH_URL": f"http://elastic:{secret('ELASTIC_PASSWORD')}@elasticsearch:9200"},
        start_period="60s",
    ),
    "kibana": Backing(
        "kibana",
        {"kibana": 5601},
        ("CMD-SHELL", "curl --silent --fail http://127.0.0.1:5601/api/status"),
        {
            "ELASTICSEARCH_HOSTS": "http://elasticsearch:9200",
            "ELASTICSEARCH_USERNAME": "kibana_system",
            "ELASTICSEARCH_PASSWORD": secret("KIBANA_PASSWORD"),
        },
        ("KIBANA_PASSWORD",),
        shown=True,
        start_period="60s",
    ),
    "qdrant": Backing(
        "qdrant",
        {"qdrant": 6333},
        ("CMD", "bash", "-c", ":> /dev/tcp/127.0.0.1/6333"),
        data="/qdrant/storage",
        tells={"QDRANT_URL": "http://qdrant:6333"},
    ),
    "jupyter": Backing(
        "jupyter",
        {"jupyter": 8888},
        _http("python", "http://127.0.0.1:8888/api"),
        {"JUPYTER_TOKEN": secret("JUPYTER_TOKEN")},
        ("JUPYTER_TOKEN",),
        shown=True,
        start_period="30s",
    ),
    "adminer": Backing(
        "adminer",
        {"adminer": 8080},
        ("CMD", "php", "-r", "exit(@fsockopen('127.0.0.1', 8080) ? 0 : 1);"),
        {"ADMINER_DEFAULT_SERVER": "postgres"},
        shown=True,
    ),
    "nginx": Backing("nginx", {"nginx": 80}, ("CMD", "curl", "--silent", "--fail", "http://127.0.0.1/nginx-health"), shown=True),
}
STANDARD_DOORS = {door: port for backing in CATALOGUE.values() for door, port in backing.doors.items()}
OWNER = {door: name for name, backing in CATALOGUE.items() for door in backing.doors}
