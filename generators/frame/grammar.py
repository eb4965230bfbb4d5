"""What a text option may look like: one grammar a kind of value, with its rule in both languages.

A grammar refuses instead of repairing: what passes it stands in a file as it is, so metacharacters have no way in.
"""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True)
class Grammar:
    """A kind of text. `pattern` must match the whole value; `find` finds such values in a sentence, where they stand out."""

    pattern: str
    en: str
    pl: str
    find: str | None = None
    longest: int = 253

    def check(self, value: str) -> str:
        """The value itself.

        Raises:
            PydanticCustomError: it breaks the rule; the error carries the rule in both languages.
        """
        if len(value) > self.longest or not re.fullmatch(self.pattern, value):
            raise refusal(self.en, self.pl)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "pattern": f"^(?:{self.pattern})$", "maxLength": self.longest}


def refusal(en: str, pl: str) -> PydanticCustomError:
    """What a validator raises: the rule that was broken, in both languages."""
    return PydanticCustomError("refused", "{en}", {"en": en, "pl": pl})


def form_of(annotated: object) -> str:
    """The pattern that finds values of an annotated type in a sentence, for readers of several of them."""
    grammars = (item for item in getattr(annotated, "__metadata__", ()) if isinstance(item, Grammar))
    return next((grammar.find for grammar in grammars if grammar.find), "(?!)")
