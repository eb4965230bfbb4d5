"""A server on this machine that speaks OpenAI's chat protocol, streaming and tool calls included, with replies from a script."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class Says:
    """The model's words."""

    text: str


@dataclass(frozen=True)
class Searches:
    """The model calls `search_knowledge`, or whatever `tool` names."""

    query: str
    tool: str = "search_knowledge"


@dataclass(frozen=True)
class Calls:
    """The model calls any tool with any arguments."""

    tool: str
    arguments: Body


@dataclass(frozen=True)
class Fails:
    """The server's error."""

    status: int
    text: str = "it broke"


class Hangs:
    """No answer until the test is over."""


Reply = Says | Searches | Calls | Fails | Hangs
Script = Callable[[Body], Reply]


@dataclass
class ChatServer:
    """`script` makes a reply of each request's body; `requests` holds the bodies, `keys` the authorisation headers."""

    address: str = ""
    script: Script = lambda body: Says("Hello.")
    requests: list[Body] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @classmethod
    @contextmanager
    def started(cls) -> Iterator["ChatServer"]:
        chat = cls()
        server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"chat": chat}))
        chat.address = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield chat
        finally:
            chat.over.set()
            server.shutdown()
            server.server_close()
            thread.join()

    def answers(self, text: str, query: str = "") -> None:
        """Search for the question (or `query`), then say `text`."""
        self.script = lambda body: Says(text) if passages_of(body) else Searches(query or question_of(body))


def question_of(body: Body) -> str:
    return str([message["content"] for message in body["messages"] if message["role"] == "user"][-1])


def passages_of(body: Body) -> list[dict[str, Any]]:
    """The passages that the last messages of the conversation bring."""
    last = body["messages"][-1]
    return list(json.loads(last["content"])["passages"]) if last["role"] == "tool" and last["content"].startswith("{") else []


def number_of(body: Body, words: str) -> int:
    """The number of the passage that holds the words."""
    return int(next(passage["number"] for passage in passages_of(body) if words in passage["text"]))


class _Handler(BaseHTTPRequestHandler):
    chat: ChatServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.chat.requests.append(body)
        self.chat.keys.append(self.headers["Authorization"])
        match self.chat.script(body):
            case Fails(status, text):
                self._send(status, "application/json", json.dumps({"error": {"message": text}}))
            case Hangs():
                self.chat.over.wait(30)
                self.close_connection = True
            case Says(text):
                pieces = text.split(" ")
                self._stream([{"content": piece if at == 0 else f" {piece}"} for at, piece in enumerate(pieces)], "stop")
            case Searches(query, tool):
                self._call(tool, {"query": query})
            case Calls(tool, arguments):
                self._call(tool, arguments)

    def _call(self, tool: str, arguments: Body) -> None:
        call = {"name": tool, "arguments": json.dumps(arguments, ensure_ascii=False)}
        number = len(self.chat.requests)
        self._stream([{"tool_calls": [{"index": 0, "id": f"call_{number}", "type": "function", "function": call}]}], "tool_calls")

    def _stream(self, deltas: list[Body], reason: str) -> None:
        rows = [{"index": 0, "delta": {"role": "assistant", "content": None} | delta, "finish_reason": None} for delta in deltas]
        rows.append({"index": 0, "delta": {}, "finish_reason": reason})
        about = {"id": "chat-1", "object": "chat.completion.chunk", "created": 1, "model": "test-model"}
        lines = [json.dumps(about | {"choices": [row]}) for row in rows]
        self._send(200, "text/event-stream", "".join(f"data: {line}\n\n" for line in [*lines, "[DONE]"]))

    def _send(self, status: int, kind: str, text: str) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Standard error belongs to what is tested."""
