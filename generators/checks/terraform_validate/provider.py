"""A stand-in for the AWS provider: it tells Terraform the schema and accepts every value. Run in an environment with `tf`.

python provider.py aws.json /path/of/socket
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import grpc
from tf.gen import tfplugin_pb2 as messages
from tf.gen import tfplugin_pb2_grpc as services

_TYPES = {
    "string": '"string"',
    "number": '"number"',
    "boolean": '"bool"',
    "stringMap": '["map","string"]',
    "stringList": '["list","string"]',
    "stringSet": '["set","string"]',
    "numberList": '["list","number"]',
}
_Nested = messages.Schema.NestedBlock
_NESTING = {"list": _Nested.LIST, "set": _Nested.SET, "struct": _Nested.SINGLE, "map": _Nested.MAP}


def _block(described: dict[str, Any], in_set: bool = False) -> Any:
    block = messages.Schema.Block()
    for name, kind in described["attributes"].items():
        # A set may not hold values of a type that is known only at run time.
        unknown = '"string"' if in_set else '"dynamic"'
        attribute = block.attributes.add(name=name, type=_TYPES.get(kind.rstrip("!="), unknown).encode())
        attribute.required = kind.endswith("!")
        attribute.computed = kind.endswith("=") or (name in ("id", "tags_all", "region") and not attribute.required)
        attribute.optional = not kind.endswith(("!", "="))
    for name, inner in described["blocks"].items():
        nesting = _NESTING[inner["nesting"]]
        several = nesting in (_Nested.LIST, _Nested.SET)
        block.block_types.add(
            type_name=name,
            block=_block(inner, in_set or nesting == _Nested.SET),
            nesting=nesting,
            min_items=int(inner["required"] and several),
            max_items=int(several and not inner["many"]),
        )
    return block


def _schema(table: dict[str, Any]) -> Any:
    answer = messages.GetProviderSchema.Response()
    answer.provider.block.CopyFrom(_block(table["provider"]["aws"]))
    for name, described in table["resources"].items():
        answer.resource_schemas[name].block.CopyFrom(_block(described))
    for name, described in table["data"].items():
        answer.data_source_schemas[name].block.CopyFrom(_block(described))
    answer.server_capabilities.get_provider_schema_optional = True
    return answer


class _Provider(services.ProviderServicer):  # type: ignore[misc]
    """The names are those of Terraform's protocol."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.schema = _schema(table)

    def GetProviderSchema(self, request: Any, context: Any) -> Any:
        return self.schema

    def ValidateProviderConfig(self, request: Any, context: Any) -> Any:
        return messages.ValidateProviderConfig.Response()

    def ValidateResourceConfig(self, request: Any, context: Any) -> Any:
        return messages.ValidateResourceConfig.Response()

    def ValidateDataResourceConfig(self, request: Any, context: Any) -> Any:
        return messages.ValidateDataResourceConfig.Response()

    def StopProvider(self, request: Any, context: Any) -> Any:
        return messages.StopProvider.Response()


def main(schema: str, socket: str) -> None:
    """Serve until ended, and say `ready` once Terraform may ask."""
    table = json.loads(Path(schema).read_text(encoding="utf-8"))
    table["provider"]["aws"]["attributes"].pop("alias", None)  # Terraform's own
    server = grpc.server(ThreadPoolExecutor(4), options=[("grpc.max_send_message_length", -1)])
    services.add_ProviderServicer_to_server(_Provider(table), server)
    server.add_insecure_port(f"unix://{socket}")
    server.start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    server.wait_for_termination()


if __name__ == "__main__":
    main(*sys.argv[1:])
