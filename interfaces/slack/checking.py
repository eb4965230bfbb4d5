"""The shortcut "Check this config": what the validators say of a message's code or file."""

import html
import re
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from errors import BadInput, SlackUnreachable
from interfaces.slack.asked import Asked
from interfaces.slack.blocks import section
from interfaces.slack.calling import Slack
from interfaces.slack.mrkdwn import escape
from interfaces.slack.outcome import Outcome
from interfaces.slack.showing import told_verdict
from interfaces.slack.splitting import sections
from interfaces.slack.texts import load_texts

_MOST_BYTES = 200_000
_SECONDS = 15
_BLOCK = re.compile(r"```(?:[\w.-]*\n)?(.*?)```", re.DOTALL)
# What each kind of file cannot do without, the most telling first.
_SIGNS = (
    (r"(?m)^apiVersion:.*(?s:.*)^kind:", "manifest.yaml"),
    (r"(?m)^on:(?s:.*)^jobs:|^jobs:(?s:.*)runs-on:", ".github/workflows/workflow.yaml"),
    (r"(?m)^services:", "compose.yaml"),
    (r"(?m)^scrape_configs:|^global:\s*\n\s+scrape_interval", "prometheus.yml"),
    (r"(?m)^groups:(?s:.*)- alert:", "rules.yml"),
    (r"(?m)^pipeline\s*\{|^node\s*(\(.*\))?\s*\{", "Jenkinsfile"),
    (r"(?mi)^FROM\s+\S+", "Dockerfile"),
    (r"(?m)^(resource|provider|terraform|module|variable)\b.*\{", "main.tf"),
    (r"(?m)^stages:(?s:.*)\bcmd:", "dvc.yaml"),
    (r"(?m)^stages:|^\w[\w-]*:\n(?:\s+.*\n)*?\s+script:", ".gitlab-ci.yml"),
    (r"(?m)^(import|from) \w+|^def \w+\(", "script.py"),
)


def check_config(slack: Slack, asked: Asked, language: str) -> Outcome:
    """The verdicts on the message's file, or else on its code.

    Raises:
        BadInput: there is nothing to check in it, or it cannot be told what it is.
    """
    from generators import check_files

    words = load_texts(language)
    name, content = _content(slack, asked, language)
    path = _path(name, content)
    verdicts = check_files({path: content})[path] if path else ()
    if not verdicts:
        raise BadInput(words.unknown_config)
    told = [words.checked.format(name=f"*{escape(path)}*"), *(told_verdict(verdict, words) for verdict in verdicts)]
    texts = list(sections(told))
    return Outcome([{"text": texts[0][:300], "blocks": [section(text) for text in texts]}], language=language)


def _content(slack: Slack, asked: Asked, language: str) -> tuple[str, str]:
    words = load_texts(language)
    file = asked.extra.get("file")
    if file:
        if int(file.get("size") or 0) > _MOST_BYTES:
            raise BadInput(words.file_too_big.format(name=file.get("name"), most=_MOST_BYTES // 1000))
        return str(file.get("name") or ""), _fetched(slack, str(file.get("url") or ""))
    found = _BLOCK.search(asked.text)
    content = html.unescape(found[1] if found else "").strip("\n")
    if not content:
        raise BadInput(words.nothing_to_check)
    return "", content + "\n"


def _path(name: str, content: str) -> str:
    """What the file would be called in a project: by its content, since snippets are often called "untitled.yaml"."""
    known = ("Dockerfile", "Jenkinsfile", "compose", "docker-compose", ".gitlab-ci", "dvc.yaml", "prometheus", "alertmanager")
    if name.startswith(known):
        return name
    found = next((path for sign, path in _SIGNS if re.search(sign, content)), "")
    return found or re.sub(r"[^\w.-]", "_", name).lstrip(".")


def _fetched(slack: Slack, url: str) -> str:
    """A file of the workspace. The token goes to Slack's own hosts alone, and follows no redirection."""
    host = urlsplit(url).hostname or ""
    own = urlsplit(slack.client.base_url).hostname
    if host != own and not host.endswith((".slack.com", ".slack-gov.com", ".slack-files.com")):
        raise BadInput(f"The file is not kept by Slack but by {host!r}, so it is not read.")
    request = Request(url, headers={"Authorization": f"Bearer {slack.client.token}"})
    try:
        with build_opener(_NoRedirection).open(request, timeout=_SECONDS) as response:
            return str(response.read(_MOST_BYTES).decode("utf-8", errors="replace"))
    except (URLError, OSError) as error:
        raise SlackUnreachable("Slack did not give a file.") from error


class _NoRedirection(HTTPRedirectHandler):
    def redirect_request(self, *args: object, **more: object) -> None:
        """The address would get the token too."""
