"""A page from the web."""

import time
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from errors import UnreadableSource
from ingest.sources import SUFFIXES
from ingest.walk import MOST_BYTES, Page

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/x-ipynb+json": ".ipynb",
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
    return Page(_name(parts.netloc, parts.path, kind), content, _modified(response), str(response.url))


def _limited(response: httpx.Response, url: str) -> bytes:
    content = bytearray()
    for part in response.iter_bytes():
        content += part
        if len(content) > MOST_BYTES:
            raise UnreadableSource(f"{url}: over the limit of {MOST_BYTES // 1_000_000} MB.")
    return bytes(content)


def _name(host: str, path: str, kind: str) -> str:
    name = f"{host}{path}".rstrip("/")
    ending = "." + name.rsplit("/", 1)[-1].rsplit(".", 1)[-1].lower()
    return name if ending in SUFFIXES and "/" in name else name + _ENDINGS.get(kind, ".html")


def _modified(response: httpx.Response) -> float:
    try:
        return parsedate_to_datetime(response.headers["last-modified"]).timestamp()
    except (KeyError, ValueError):
        return time.time()
