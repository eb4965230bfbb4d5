"""The model that MODEL names."""

from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from errors import MissingExtra, ModelError
from settings import Settings


def load_model(settings: Settings) -> BaseChatModel:
    """A chat model from LangChain's `init_chat_model`: `openai:gpt-5-mini`, `ollama:llama3.1`, `anthropic:claude-sonnet-4-5`.

    Raises:
        MissingExtra: the provider's package is not installed.
        ModelError: there is no such provider, or its key is missing.
    """
    # No retries: MODEL_TIMEOUT promises when the embedded model answers instead.
    options: dict[str, Any] = {"timeout": settings.model_timeout, "max_retries": 0, "temperature": 0}
    if settings.model.startswith("ollama:"):
        options = {"client_kwargs": {"timeout": settings.model_timeout}, "temperature": 0}
    try:
        model: BaseChatModel = init_chat_model(settings.model, **options)
    except ImportError as error:
        raise MissingExtra(f"MODEL={settings.model} needs its package. {error}") from error
    except Exception as error:
        # Each provider has errors of its own, in a package that may not be installed; pydantic's is a ValueError.
        if isinstance(error, ValueError) or type(error).__module__.startswith(("openai", "anthropic")):
            reason = str(error).split("\n")[0]
            raise ModelError(
                f"MODEL={settings.model!r} cannot be used: {reason} Set MODEL=embedded to work without it, or see docs/settings.md."
            ) from error
        raise
    return model
