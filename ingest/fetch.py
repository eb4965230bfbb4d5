"""A page from the web."""

import time
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import httpx

from errors import UnreadableSource
from ingest.sources import SUFFIXES
from ingest.walk import MOST_BYTES, Page

_UNTOLD = ("application/octet-stream", "binary/octet-stream")
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/x-ipynb+json": ".ipynb",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
}


def fetch(url: str, *, timeout: float = 30.0) -> Page:
    """Download one page (at most 50 MB). The person who runs the command chose the address, so any http(s) host is allowed.

    Raises:
        UnreadableSource: the address is not http(s), does not answer, refuses, or is too large.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise UnreadableSource(f"{url}: only http and https addresses can be read.")
    try:
        with httpx.stream("GET", url, follow_redirects=True, timeout=timeout) as response:
            response.raise_for_status()
            content = _limited(response, url)
    except httpx.HTTPStatusError as error:
        raise UnreadableSource(f"{url}: the server answered {error.response.status_code}.") from error
    except httpx.HTTPError as error:
        raise UnreadableSource(f"{url}: it could not be fetched ({error}). Is there a network?") from error
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    return Page(_name(url, kind), content, _modified(response), str(response.url))


def _limited(response: httpx.Response, url: str) -> bytes:
    content = bytearray()
    for part in response.iter_bytes():
        content += part
        if len(content) > MOST_BYTES:
            raise UnreadableSource(f"{url}: over the limit of {MOST_BYTES // 1_000_000} MB.")
    return bytes(content)


def _name(url: str, kind: str) -> str:
    """The page's path: host, path and query, with the ending that chooses its reader.

    Raises:
        UnreadableSource: the server sends something that no reader takes, such as a picture.
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    ending = PurePosixPath(path).suffix.lower()
    reader = _ENDINGS.get(kind, "")
    if not reader and ending not in SUFFIXES and kind and kind not in _UNTOLD:
        raise UnreadableSource(f"{url}: the server sends {kind}, which cannot be read. Readable: {', '.join(SUFFIXES)}.")
    # Code hosts show README.md as a web page, so what the server calls HTML is HTML.
    if reader == ".html" and ending not in (".html", ".htm"):
        ending = ".html"
    elif ending not in SUFFIXES:
        ending = reader or ".html"
    stem = path[: -len(ending)] if path.lower().endswith(ending) else path
    return f"{parts.netloc}{stem}{'?' + parts.query if parts.query else ''}{ending}"


def _modified(response: httpx.Response) -> float:
    try:
        return parsedate_to_datetime(response.headers["last-modified"]).timestamp()
    except (KeyError, ValueError):
        return time.time()
