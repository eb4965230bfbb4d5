"""Who is answered, and where."""

from dataclasses import dataclass

from interfaces.slack.asked import Asked
from settings import Settings


@dataclass(frozen=True)
class Access:
    """The allowed workspaces, channels and people; an empty list allows all."""

    workspaces: frozenset[str]
    channels: frozenset[str]
    users: frozenset[str]

    @classmethod
    def of(cls, settings: Settings) -> "Access":
        """As it is set."""
        return cls(frozenset(settings.slack_workspaces), frozenset(settings.slack_channels), frozenset(settings.slack_users))

    def allows(self, asked: Asked, workspace: str) -> bool:
        """Whether this request is answered. A guest from another workspace has to be allowed as well as the host."""
        if self.workspaces and not {workspace, asked.team} <= self.workspaces:
            return False
        if self.users and asked.user not in self.users:
            return False
        # A direct message, a form and Home are no channels.
        return not self.channels or not asked.channel or asked.in_direct_message or asked.channel in self.channels
