"""The app's manifest: exactly the scopes, events and commands that the bot uses."""

from typing import Any

# Each with the call or event that needs it.
SCOPES = {
    "app_mentions:read": "app_mention",
    "assistant:write": "assistant.threads.setStatus",
    "channels:history": "conversations.replies",
    "chat:write": "chat.postMessage",
    "commands": "/sternik",
    "files:read": "files.info",
    "files:write": "files.getUploadURLExternal",
    "groups:history": "conversations.replies",
    "im:history": "conversations.history",
    "im:write": "conversations.open",
    "users:read": "users.info",
}
EVENTS = ("app_home_opened", "app_mention", "assistant_thread_started", "message.channels", "message.groups", "message.im")


def manifest(address: str = "") -> dict[str, Any]:
    """The manifest for Socket Mode, or for HTTP at a public address such as `https://sternik.example.com/slack/events`."""
    request = {"request_url": address} if address else {}
    return {
        "display_information": {
            "name": "Sternik",
            "description": "MLOps: cited answers and checked files, in Polish and English",
            "background_color": "#0b3d5c",
        },
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
            "assistant_view": {"assistant_description": "Cited answers about MLOps, po polsku i po angielsku."},
            "bot_user": {"display_name": "Sternik", "always_online": True},
            "shortcuts": [
                _shortcut("Explain this error", "explain_error", "What the error means and how to fix it."),
                _shortcut("Check this config", "check_config", "What the validators say of this file or code."),
            ],
            "slash_commands": [
                {
                    "command": "/sternik",
                    "description": "Ask, generate a file, follow your path",
                    "usage_hint": "ask|generate|path|help",
                    "should_escape": True,
                    **({"url": address} if address else {}),
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**request, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **request},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not address,
            "token_rotation_enabled": False,
        },
    }


def _shortcut(name: str, identity: str, description: str) -> dict[str, str]:
    return {"name": name, "type": "message", "callback_id": identity, "description": description}
