"""Why the lines of a workflow stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^permissions:",
        "The token of a run may only read the code; a job that needs more asks for it itself.",
        "Token przebiegu może tylko czytać kod; zadanie, które potrzebuje więcej, samo o to prosi.",
        "tools/github-actions/secrets",
    ),
    Why(
        r"^concurrency:",
        "A newer commit makes the run of an older one pointless, so it is stopped and minutes are saved.",
        "Nowszy commit odbiera sens przebiegowi starszego, więc ten jest zatrzymywany i oszczędza minuty.",
        "tools/github-actions/triggers",
    ),
    Why(
        r"timeout-minutes:",
        "Without it a job that hangs holds its runner for six hours.",
        "Bez tego zawieszone zadanie zajmuje runner przez sześć godzin.",
        "tools/github-actions/errors",
    ),
    Why(
        r"persist-credentials: false",
        "By default checkout leaves the token on disk, where every later step could take it.",
        "Domyślnie checkout zostawia token na dysku, skąd mógłby go wziąć każdy późniejszy krok.",
        "tools/github-actions/secrets",
    ),
    Why(
        r"cache: |enable-cache: true",
        "Packages come from the cache of earlier runs; a changed lock file makes a new one.",
        "Pakiety pochodzą z pamięci wcześniejszych przebiegów; zmieniony plik z wersjami tworzy nową.",
        "tools/github-actions/caching-and-artifacts",
    ),
    Why(
        r"fail-fast: false",
        "One version that fails must not hide how the others do.",
        "Jedna wersja, która zawodzi, nie może zasłonić wyniku pozostałych.",
        "tools/github-actions/tasks",
    ),
    Why(
        r"id-token: write",
        "The job proves by OIDC which repository it belongs to, so no key of AWS is stored anywhere.",
        "Zadanie dowodzi przez OIDC, do którego repozytorium należy, więc nigdzie nie leży klucz AWS.",
        "tools/github-actions/secrets",
    ),
    Why(
        r"cache-to: type=gha",
        "Layers of the image outlive the run, so the next build repeats only what changed.",
        "Warstwy obrazu przetrwają przebieg, więc następne budowanie powtarza tylko to, co się zmieniło.",
        "tools/github-actions/tasks",
    ),
    Why(
        r"^ +environment: ",
        "The environment has its own secrets and, if set there, people who must approve.",
        "Środowisko ma własne sekrety i, jeśli tak ustawiono, osoby, które muszą zatwierdzić.",
        "tools/github-actions/secrets",
    ),
    Why(
        r"health-cmd",
        "The steps begin only when the service really answers.",
        "Kroki zaczynają się dopiero wtedy, gdy usługa naprawdę odpowiada.",
        "tools/github-actions/tasks",
    ),
)
