"""Why lines of these files stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"type: filestream",
        "The inputs log and container were switched off in version 9; filestream replaces both, and each needs an id of its own.",
        "Wejścia log i container wyłączono w wersji 9; zastępuje je filestream, a każdy wymaga własnego id.",
        "tools/elastic-stack/filebeat",
    ),
    Why(
        r"^ +- multiline:",
        "A traceback has many lines and is one event; without this each line would be a document of its own.",
        "Traceback ma wiele wierszy, a jest jednym zdarzeniem; bez tego każdy wiersz byłby osobnym dokumentem.",
        "tools/elastic-stack/filebeat",
    ),
    Why(
        r"password(?::| =>) \"?\$\{",
        "The value comes from the environment or the keystore, so the file may be committed.",
        "Wartość pochodzi ze środowiska lub magazynu kluczy, więc plik można zatwierdzić w repozytorium.",
        "tools/elastic-stack/filebeat",
    ),
    Why(
        r"^ +drop_event:|- drop_event:",
        "What is dropped here costs neither network nor disk; health checks are most of the lines and tell nothing.",
        "To, co odpada tutaj, nie kosztuje sieci ani dysku; sprawdzanie zdrowia to większość wierszy, a nic nie mówi.",
        "tools/elastic-stack/filebeat",
    ),
    Why(
        r"^ +date \{",
        "The event gets the time at which it happened, not the time at which it arrived.",
        "Zdarzenie dostaje czas, w którym zaszło, a nie ten, w którym dotarło.",
        "tools/elastic-stack/logstash-pipelines",
    ),
    Why(
        r"^queue.type: persisted",
        "Events wait on disk while Elasticsearch is away, and a crash loses none of them.",
        "Zdarzenia czekają na dysku, gdy Elasticsearch nie działa, a awaria żadnego nie gubi.",
        "tools/elastic-stack/logstash-pipelines",
    ),
    Why(
        r'"data_stream": \{\}',
        "A data stream is written under one name while its indices behind it come and go by age and size.",
        "Do strumienia danych pisze się pod jedną nazwą, a indeksy pod nim powstają i znikają według wieku i rozmiaru.",
        "tools/elastic-stack/mappings-and-lifecycle",
    ),
    Why(
        r'"rollover": \{',
        "A new index begins before the old one is too large; data is later deleted by whole indices, which is fast.",
        "Nowy indeks zaczyna się, zanim stary będzie za duży; dane usuwa się potem całymi indeksami, co jest szybkie.",
        "tools/elastic-stack/mappings-and-lifecycle",
    ),
    Why(
        r"127\.0\.0\.1:9200",
        "Only this machine reaches the port, because the traffic is not encrypted here.",
        "Do portu sięga tylko ta maszyna, bo ruch nie jest tu szyfrowany.",
        "tools/elastic-stack/first-steps",
    ),
)
