"""Calls of Slack's Web API: rate limits obeyed, faults retried, and no doubt about what may have happened left unsaid."""

import json
import logging
import time
from collections.abc import Callable, Mapping
from http.client import HTTPException
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web import WebClient

from errors import SlackRefused, SlackUnreachable

_TRIES = 5
_LONGEST_WAIT = 60.0
_LOG = logging.getLogger(__name__)
# Codes that Slack gives for troubles of its own.
_TROUBLES = {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "rollup_error"}


class Slack:
    """The Web API. Safe to share between threads."""

    def __init__(self, client: WebClient, wait: Callable[[float], None] = time.sleep) -> None:
        """The client must not retry by itself: a message whose answer got lost would be posted twice."""
        client.retry_handlers.clear()
        self._client = client
        self._wait = wait

    @property
    def client(self) -> WebClient:
        """The vendor's client."""
        return self._client

    def call(self, method: str, *, repeatable: bool = True, **arguments: Any) -> dict[str, Any]:
        """The answer of a method. What is not `repeatable` is tried again only when Slack surely did not do it.

        Raises:
            SlackRefused: the call itself is wrong or forbidden.
            SlackUnreachable: no answer after all tries, or no certain one.
        """
        data = {key: _field(value) for key, value in arguments.items() if value is not None}
        for attempt in range(_TRIES):
            try:
                response = self._client.api_call(method, data=data)
            except SlackApiError as error:
                self._after(method, error, attempt, repeatable)
            except (OSError, HTTPException) as error:
                _LOG.warning("Slack cannot be reached for %s (%s).", method, type(error).__name__)
                if not repeatable:
                    raise SlackUnreachable(f"Slack did not answer {method}.") from error
                self._wait(_backoff(attempt))
            else:
                return dict(response.data) if isinstance(response.data, dict) else {}
        raise SlackUnreachable(f"Slack did not answer {method} in {_TRIES} tries.")

    def _after(self, method: str, error: SlackApiError, attempt: int, repeatable: bool) -> None:
        """Wait before the next try, or raise."""
        status = getattr(error.response, "status_code", 0)
        headers: Mapping[str, Any] = getattr(error.response, "headers", None) or {}
        code = _code(error)
        if status == 429 or code == "ratelimited":
            self._wait(min(_retry_after(headers), _LONGEST_WAIT))
        elif status >= 500 or code in _TROUBLES or not code:
            if not repeatable:
                raise SlackUnreachable(f"Slack answered {method} with {status} {code}.".strip()) from error
            self._wait(_backoff(attempt))
        else:
            raise SlackRefused(method, code) from error


def _field(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _code(error: SlackApiError) -> str:
    try:
        return str(error.response.get("error", ""))
    except (AttributeError, ValueError):  # what came was not JSON
        return ""


def _retry_after(headers: Mapping[str, Any]) -> float:
    value = next((value for key, value in headers.items() if key.lower() == "retry-after"), "1")
    try:
        return max(0.0, float(value[0] if isinstance(value, list) else value))
    except ValueError:
        return 1.0


def _backoff(attempt: int) -> float:
    return float(0.5 * 2**attempt)
