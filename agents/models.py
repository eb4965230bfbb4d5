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
    options: dict[str, Any] = {"timeout": settings.model_timeout, "max_retries": 1, "temperature": 0}
    if settings.model.startswith("ollama:"):
        options = {"client_kwargs": {"timeout": settings.model_timeout}, "temperature": 0}
    try:
        return init_chat_model(settings.model, **options)
    except ImportError as error:
        package = settings.model.split(":")[0]
        raise MissingExtra(f"MODEL={settings.model} needs its package: pip install langchain-{package}. ({error})") from error
    except Exception as error:
        if isinstance(error, ValueError) or type(error).__module__.startswith(("openai", "anthropic", "pydantic")):
            raise ModelError(f"MODEL={settings.model!r} cannot be used: {error} Set MODEL=embedded to work without it.") from error
        raise
