"""Generated files put into a conversation, once."""

from urllib.error import HTTPError
from urllib.request import Request, urlopen

from errors import SlackRefused, SlackUnreachable
from interfaces.slack.asked import Asked
from interfaces.slack.calling import Slack
from interfaces.slack.outcome import Attachment
from knowledge import Deliveries, TakenRequest

_SECONDS = 30


def upload(slack: Slack, deliveries: Deliveries, taken: TakenRequest, asked: Asked, file: Attachment) -> None:
    """Share a file where the answer is. Slack names a file before it is shared, and that name tells whether it was.

    Raises:
        SlackRefused: it cannot be shared there.
        SlackUnreachable: Slack does not answer; to be tried again.
    """
    if _is_shared(slack, taken.places.get("file")):
        return
    place = slack.call("files.getUploadURLExternal", filename=file.name, length=str(len(file.data)))
    taken.places["file"] = place["file_id"]
    deliveries.keep_places(taken)
    _send(place["upload_url"], file.data)
    slack.call(
        "files.completeUploadExternal",
        repeatable=False,
        files=[{"id": place["file_id"], "title": file.name}],
        channel_id=asked.channel,
        thread_ts=asked.thread or None,
    )


def _is_shared(slack: Slack, identity: str | None) -> bool:
    if not identity:
        return False
    try:
        file = slack.call("files.info", file=identity)["file"]
    except SlackRefused:  # named, but never filled
        return False
    return any(file.get("shares", {}).values())


def _send(address: str, data: bytes) -> None:
    request = Request(address, data=data, headers={"Content-Type": "application/octet-stream"}, method="POST")
    try:
        with urlopen(request, timeout=_SECONDS):
            pass
    except HTTPError as error:
        raise SlackUnreachable(f"Slack did not take a file ({error.code}).") from error
    except OSError as error:
        raise SlackUnreachable("Slack did not take a file.") from error
