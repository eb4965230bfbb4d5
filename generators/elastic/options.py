"""What people vary in the collection of logs."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.elastic.collecting_options import CollectingOptions
from generators.elastic.index_options import IndexOptions
from generators.elastic.part_words import parts_in
from generators.elastic.sending_options import SendingOptions
from generators.frame import option, refusal
from generators.frame.some import Some
from generators.frame.spoken import seconds_of

Part = Literal["filebeat", "logstash", "template", "ilm", "compose", "daemonset"]


class Options(IndexOptions, SendingOptions, CollectingOptions):
    """Where logs come from, what happens to them on the way and how long they are kept."""

    parts: Annotated[tuple[Part, ...], Field(max_length=6), Some] = option(
        ("filebeat", "logstash", "template", "ilm", "compose"), "The files to make.", pl="Pliki do zrobienia.", read=parts_in
    )

    @model_validator(mode="after")
    def _phases_follow(self) -> "Options":
        phases = [(name, age) for name, age in (("warm", self.warm), ("cold", self.cold), ("delete", self.delete)) if age]
        for (before, first), (after, then) in zip(phases, phases[1:], strict=False):
            if seconds_of(first) >= seconds_of(then):
                raise refusal(
                    f"the phase {after} ({then}) must come later than {before} ({first})",
                    f"faza {after} ({then}) musi być później niż {before} ({first})",
                )
        return self

    @property
    def target(self) -> str:
        """Where Filebeat sends to."""
        return self.output or ("logstash" if "logstash" in self.parts else "elasticsearch")

    @property
    def elasticsearch(self) -> list[str]:
        """Addresses of Elasticsearch; the one of the compose file where none was named."""
        return list(dict.fromkeys(self.hosts)) or ["http://elasticsearch:9200"]

    @property
    def copies(self) -> int:
        """Copies of each shard: a single node has no place for one, and would stay yellow."""
        return self.replicas if self.replicas is not None else 0 if "compose" in self.parts and not self.hosts else 1
