"""What Slack knows of people: their language, and the direct message with them."""

from threading import Lock

from errors import SlackRefused, SlackUnreachable
from interfaces.slack.calling import Slack
from settings import Settings

_MOST_REMEMBERED = 10_000


class People:
    """Asked once, then remembered."""

    def __init__(self, slack: Slack, settings: Settings) -> None:
        self._slack = slack
        self._set = "" if settings.language == "auto" else settings.language
        self._languages: dict[str, str] = {}
        self._channels: dict[str, str] = {}
        self._lock = Lock()

    def language(self, user: str) -> str:
        """What is set for all, else `pl` for those whose Slack is in Polish, and `en`."""
        if self._set:
            return self._set
        if user not in self._languages:
            try:
                locale = str(self._slack.call("users.info", user=user, include_locale=True)["user"].get("locale", ""))
            except (SlackRefused, SlackUnreachable):  # an answer in English is better than none
                return "en"
            self._remember(self._languages, user, "pl" if locale.lower().startswith("pl") else "en")
        return self._languages.get(user, "en")

    def known_language(self, user: str) -> str:
        """The same without asking Slack: `en` for those not met yet."""
        return self._set or self._languages.get(user, "en")

    def direct_message(self, user: str) -> str:
        """The channel of the direct message with a person."""
        if user not in self._channels:
            channel = str(self._slack.call("conversations.open", users=user)["channel"]["id"])
            self._remember(self._channels, user, channel)
            return channel
        return self._channels[user]

    def _remember(self, known: dict[str, str], user: str, value: str) -> None:
        with self._lock:
            if len(known) >= _MOST_REMEMBERED:
                known.clear()
            known[user] = value
