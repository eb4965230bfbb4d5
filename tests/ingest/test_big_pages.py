"""Pages as large as they may be: read and chunked in sane time and memory (on two busy cores this one takes 9 s)."""

import time
import tracemalloc

from ingest import chunk_document, read_bytes

SECTION = """## Rozdział {n}

Kontener uruchamia się z obrazu, a *pod* grupuje kontenery; see `kubectl get pods` for `{n}`. Zapis {n} w dzienniku mówi, co
się stało i kiedy, a reguła mówi, kogo obudzić. It is the same text again and again, but for its number.

- jeden **{n}**
  - dwa

```text
{log}
```

| a | b |
|---|---|
| {n} | 2 |

"""
LOG = "\n".join(f"2024-05-01T12:00:{n:02d}Z INFO worker={n} request served in {n} ms, nothing else to report" for n in range(60))


def test_a_page_of_20_mb_is_read_and_chunked_within_a_minute_and_nothing_is_lost():
    sections = 20_000_000 // len(SECTION.replace("{log}", LOG).encode())
    page = ("# Dziennik\n\n" + "".join(SECTION.replace("{n}", str(n)).replace("{log}", LOG) for n in range(sections))).encode()
    start = time.perf_counter()
    chunks = chunk_document(read_bytes(page, "log.md"), lambda text: len(text) // 4 + 1)
    assert time.perf_counter() - start < 60
    assert len({chunk.headings for chunk in chunks}) == sections
    assert sum(chunk.text.count("request served") for chunk in chunks) == 60 * sections


def test_memory_grows_with_the_page_and_not_with_the_parsers_hunger():
    page = ("# T\n\n" + "".join(SECTION.replace("{n}", str(n)).replace("{log}", "x") for n in range(800))).encode()
    tracemalloc.start()
    read_bytes(page, "log.md")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * len(page)
