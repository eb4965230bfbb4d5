"""Every error a person may see, as one tree.

SternikError
├── BadInput            a question, option or argument that cannot be used
│   ├── BadSetting      an environment variable that cannot be used
│   └── BadOption       an option of a file to generate that breaks its rule
├── UnreadableSource    a file, folder or address that cannot be read
├── HomeError           STERNIK_HOME cannot be used: read-only, full, or from a newer version
├── ModelError          a language or embedding model that cannot be loaded or called
│   └── ModelMismatch   the library's vectors were made by another embedding model
├── MissingExtra        an optional package that this feature needs is not installed
├── LibraryBusy         another process has been writing for longer than we wait
├── NotYours            a conversation that belongs to another user, or does not exist
├── SlackRefused        Slack will not do what it was asked: a wrong token, a missing scope, a channel without the bot
└── SlackUnreachable    Slack did not answer; what it was asked to do may have happened or not

Each message names what happened and the next step. Doors print it and exit with status 1;
anything else is a bug and keeps its traceback.
"""


class SternikError(Exception):
    """An error whose message is written for the person who caused or can mend it."""


class BadInput(SternikError):
    """A question, option or argument that cannot be used."""


class BadSetting(BadInput):
    """An environment variable that cannot be used."""


class BadOption(BadInput):
    """An option of a file to generate breaks its rule. `polish` is the message for those who asked in Polish."""

    def __init__(self, english: str, polish: str) -> None:
        super().__init__(english)
        self.polish = polish


class UnreadableSource(SternikError):
    """A file, folder or address that cannot be read."""


class HomeError(SternikError):
    """The home folder cannot be used."""


class ModelError(SternikError):
    """A model that cannot be loaded or called."""


class ModelMismatch(ModelError):
    """The library's vectors were made by another embedding model."""


class MissingExtra(SternikError):
    """An optional package is not installed."""


class LibraryBusy(SternikError):
    """Another process holds the writer's lock."""


class NotYours(SternikError):
    """The conversation belongs to another user, or does not exist."""


class SlackRefused(SternikError):
    """Slack said no, and would say it again; `code` is Slack's own word for why."""

    def __init__(self, method: str, code: str) -> None:
        super().__init__(f"Slack refused {method}: {code}. What the word means: docs/slack.md.")
        self.code = code


class SlackUnreachable(SternikError):
    """Slack did not answer, again and again; whatever it was asked to do may have happened or not."""
