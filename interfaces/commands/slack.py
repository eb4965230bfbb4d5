"""Answer in Slack: a bot for channels, direct messages and the assistant pane.

Without an action it serves over Socket Mode, which needs no public address. `manifest` prints the app's manifest for
Slack's "Create an app from a manifest". How to set it up: docs/slack.md.
"""

import argparse
import json
import sys

from errors import BadInput, BadSetting
from interfaces.commands.console import write
from interfaces.commands.opening import opened
from settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("action", nargs="?", choices=("serve", "manifest"), default="serve", help="default: serve")
    parser.add_argument("--http", action="store_true", help="serve over HTTP instead of Socket Mode; needs SLACK_SIGNING_SECRET")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on with --http (127.0.0.1)")
    parser.add_argument("--port", type=int, default=3000, help="port with --http (3000)")
    parser.add_argument("--address", default="", metavar="URL", help="manifest: the public address, for HTTP")


def run(arguments: argparse.Namespace) -> int:
    """Serve until it is stopped, or print the manifest."""
    from interfaces.slack.manifest import manifest

    if arguments.action == "manifest":
        if arguments.address and not arguments.address.startswith("https://"):
            raise BadInput(
                f"--address {arguments.address!r}: Slack takes only https, such as https://sternik.example.com/slack/events."
            )
        write(json.dumps(manifest(arguments.address), ensure_ascii=False, indent=2))
        return 0
    settings = Settings.from_env()
    _check(settings, http=arguments.http)
    return _serve(arguments, settings)


def _serve(arguments: argparse.Namespace, settings: Settings) -> int:
    from interfaces.slack.bot import Bot
    from interfaces.slack.serving import serve_http, serve_socket

    assistant = opened(settings)
    try:
        bot = Bot(assistant, settings)
        write("Sternik answers in Slack. Stop it with Ctrl+C.", sys.stderr)
        if arguments.http:
            serve_http(bot, arguments.host, arguments.port)
        else:
            serve_socket(bot)
    finally:
        assistant.close()
    return 0


def _check(settings: Settings, *, http: bool) -> None:
    """All that is missing, together. Values are not shown: they are secrets."""
    needed = {"SLACK_BOT_TOKEN": (settings.slack_bot_token, "xoxb-")}
    if http:
        needed["SLACK_SIGNING_SECRET"] = (settings.slack_signing_secret, "")
    else:
        needed["SLACK_APP_TOKEN"] = (settings.slack_app_token, "xapp-")
    problems = [f"Set {name}." for name, (value, _) in needed.items() if not value]
    problems += [
        f"{name} does not begin with {begin}; another kind of token was taken."
        for name, (value, begin) in needed.items()
        if value and not value.startswith(begin)
    ]
    if problems:
        raise BadSetting("Slack cannot be served:\n" + "\n".join(f"  {line}" for line in problems) + "\nSee docs/slack.md.")
