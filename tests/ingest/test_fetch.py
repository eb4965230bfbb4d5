"""Pages from a real server on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from errors import UnreadableSource
from ingest import fetch
from ingest.fetch import _name

HTML = "text/html; charset=utf-8"
PAGES = {
    "/guide": (HTML, b"<title>Guide</title><main><p>Text.</p></main>"),
    "/README.md": ("text/plain", b"# Read me\n\nText."),
    "/view/README.md": (HTML, b"<title>Shown</title><main><p>Text.</p></main>"),
    "/notes": ("text/markdown", b"# Notes\n\nText."),
    "/plain": ("text/plain", b"Text."),
    "/photo": ("image/png", b"\x89PNG\r\n"),
    "/unknown.md": ("application/octet-stream", b"# Unknown\n\nText."),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/moved":
            self.answer(302, location="/guide")
        elif path == "/loop":
            self.answer(302, location="/loop")
        elif path == "/large":
            self.answer(200, **{"content-type": HTML})
            self.send_much()
        elif path in PAGES:
            kind, body = PAGES[path]
            dated = {"last-modified": "Tue, 14 Nov 2023 22:13:20 GMT"} if path == "/guide" else {"last-modified": "yesterday"}
            self.answer(200, body, **{"content-type": kind}, **dated)
        else:
            self.answer(404)

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def send_much(self):
        try:
            for _ in range(60):
                self.wfile.write(b"x" * 1_000_000)
        except OSError:  # the reader had enough, as it should
            self.close_connection = True

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_a_page_brings_its_address_its_time_and_a_path_that_chooses_its_reader(server):
    page = fetch(f"{server}/guide")
    assert page.url == f"{server}/guide"
    assert page.path == f"{server.removeprefix('http://')}/guide.html"
    assert page.modified == 1_700_000_000
    assert page.read().title == "Guide"


def test_a_redirect_is_followed_and_the_last_address_is_cited(server):
    assert fetch(f"{server}/moved").url == f"{server}/guide"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/README.md", "Read me"),
        ("/view/README.md", "Shown"),
        ("/notes", "Notes"),
        ("/unknown.md", "Unknown"),
        ("/notes?page=2", "Notes"),
    ],
)
def test_the_servers_word_and_the_ending_choose_the_reader_together(server, path, title):
    assert fetch(server + path).read().title == title


def test_a_date_that_is_none_counts_as_now(server):
    assert fetch(f"{server}/plain").modified > 1_700_000_000


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "answered 404"),
        ("/photo", "sends image/png"),
        ("/large", "over the limit of 50 MB"),
        ("/loop", "could not be fetched"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_address_and_a_reason(server, path, reason):
    with pytest.raises(UnreadableSource, match=f"{server}{path}: .*{reason}"):
        fetch(server + path)


@pytest.mark.parametrize("url", ["ftp://x.pl/a", "file:///etc/passwd", "x.pl", "", "http://", "javascript:alert(1)"])
def test_other_addresses_are_refused(url):
    with pytest.raises(UnreadableSource, match="only http and https"):
        fetch(url)


def test_a_server_that_is_not_there_is_named(unused_port):
    with pytest.raises(UnreadableSource, match="could not be fetched"):
        fetch(f"http://127.0.0.1:{unused_port}/a", timeout=2)


@pytest.fixture
def unused_port():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as closed:
        return closed.server_port


@pytest.mark.parametrize(
    ("url", "kind", "name"),
    [
        ("https://x.pl", "text/html", "x.pl.html"),
        ("https://x.pl/", "text/html", "x.pl.html"),
        ("https://x.pl/a.html", "text/html", "x.pl/a.html"),
        ("https://x.pl/a.htm", "text/html", "x.pl/a.htm"),
        ("https://x.pl/a?p=1", "text/html", "x.pl/a?p=1.html"),
        ("https://x.pl/a?p=2", "text/html", "x.pl/a?p=2.html"),
        ("https://x.pl/v1.2", "text/markdown", "x.pl/v1.2.md"),
        ("https://x.pl/a.md?raw=true", "text/plain", "x.pl/a?raw=true.md"),
        ("https://x.pl/a.pdf", "application/pdf", "x.pl/a.pdf"),
        ("https://x.pl/a", "", "x.pl/a.html"),
    ],
)
def test_names_of_pages(url, kind, name):
    assert _name(url, kind) == name
