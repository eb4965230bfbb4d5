"""What people vary in where events go, and in what Logstash does to them."""

from typing import Annotated, Literal

from pydantic import Field

from generators.elastic.grammars import FieldName, GrokPattern, Host, Topic
from generators.elastic.sending_words import (
    grok_in,
    hosts_in,
    inputs_in,
    kafka_in,
    logstash_in,
    output_in,
    password_in,
    port_in,
    time_field_in,
    user_in,
)
from generators.frame import GeneratorOptions, option, values
from generators.frame.some import Some
from generators.frame.time_zone import TimeZone, time_zone_in


class SendingOptions(GeneratorOptions):
    """Addresses, credentials by the names of their variables, and the pipeline."""

    output: Literal["elasticsearch", "logstash", "kafka"] | None = option(
        None,
        "Where Filebeat sends to; by itself Logstash when there is one.",
        pl="Dokąd wysyła Filebeat; sam z siebie do Logstasha, jeśli jest.",
        read=output_in,
    )
    hosts: Annotated[tuple[Host, ...], Field(max_length=10)] = option(
        (), "Addresses of Elasticsearch.", pl="Adresy Elasticsearch.", read=hosts_in
    )
    logstash_hosts: Annotated[tuple[Host, ...], Field(max_length=10)] = option(
        (), "Addresses of Logstash.", pl="Adresy Logstasha.", read=logstash_in
    )
    kafka_hosts: Annotated[tuple[Host, ...], Field(max_length=10)] = option(
        (), "Brokers of Kafka.", pl="Brokery Kafki.", read=kafka_in
    )
    topic: Topic = option("logs", "Topic in Kafka.", pl="Temat w Kafce.", cues=("topic*", "temat*"))
    user_variable: values.EnvName = option(
        "ES_USERNAME", "Environment variable with the user.", pl="Zmienna środowiskowa z użytkownikiem.", read=user_in
    )
    password_variable: values.EnvName = option(
        "ES_PASSWORD", "Environment variable with the password.", pl="Zmienna środowiskowa z hasłem.", read=password_in
    )
    api_key: bool = option(
        False,
        "An API key (ES_API_KEY) instead of user and password.",
        pl="Klucz API (ES_API_KEY) zamiast użytkownika i hasła.",
        cues=("api key", "api_key", "apikey", "klucz* api"),
    )
    ca: values.AbsolutePath | None = option(
        None,
        "Certificate of the authority that signed Elasticsearch's.",
        pl="Certyfikat urzędu, który podpisał certyfikat Elasticsearch.",
        cues=("ca", "certificate*", "certyfikat*"),
    )
    inputs: Annotated[tuple[Literal["beats", "tcp", "http", "kafka"], ...], Field(max_length=4), Some] = option(
        ("beats",), "Inputs of Logstash.", pl="Wejścia Logstasha.", read=inputs_in
    )
    port: values.Port | None = option(
        None, "Port of Logstash's first input.", pl="Port pierwszego wejścia Logstasha.", read=port_in
    )
    grok: GrokPattern = option(
        "%{TIMESTAMP_ISO8601:time} %{LOGLEVEL:level} %{GREEDYDATA:text}",
        "Pattern of text lines.",
        pl="Wzorzec wierszy tekstowych.",
        read=grok_in,
    )
    time_field: FieldName = option(
        "time",
        "Field with the event's time.",
        pl="Pole z czasem zdarzenia.",
        read=time_field_in,
    )
    timezone: TimeZone = option("UTC", "Time zone of times without one.", pl="Strefa czasów bez strefy.", read=time_zone_in)
    debug: bool = option(
        False, "Keep events of the level DEBUG.", pl="Zachowuj zdarzenia poziomu DEBUG.", cues=("keep debug", "zachowaj debug")
    )
