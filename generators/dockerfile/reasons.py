"""Why the lines of a Dockerfile stand there."""

from generators.frame import Why

WHY = (
    Why(
        r"^FROM .* AS build",
        "The first stage has what installing needs; only its result is copied on, so the image stays small.",
        "Pierwszy etap zawiera to, co potrzebne do instalacji; dalej kopiowany jest tylko wynik, więc obraz pozostaje mały.",
        "tools/docker/images-and-layers",
    ),
    Why(
        r"^COPY (?!--from)\S*.*(?:requirements|pyproject|environment)",
        "The list of packages comes before the code: a change of the code then does not install everything again.",
        "Lista pakietów jest przed kodem: zmiana kodu nie powoduje wtedy ponownej instalacji wszystkiego.",
        "tools/docker/images-and-layers",
    ),
    Why(
        r"--mount=type=cache",
        "The download cache outlives the build without becoming part of the image.",
        "Pamięć podręczna pobrań przetrwa budowanie, nie stając się częścią obrazu.",
        "tools/docker/images-and-layers",
    ),
    Why(
        r"--mount=type=secret",
        "A build secret is there for this one command only and stays in no layer.",
        "Sekret budowania jest dostępny tylko dla tego jednego polecenia i nie zostaje w żadnej warstwie.",
        "tools/docker/limits-gpu-security",
    ),
    Why(
        r"useradd|adduser",
        "Many libraries look up the user's name and home folder, so the number gets both.",
        "Wiele bibliotek odczytuje nazwę i katalog domowy użytkownika, więc numer dostaje jedno i drugie.",
        "tools/docker/limits-gpu-security",
    ),
    Why(
        r"^USER \d",
        "A process that is not root can do less harm; Kubernetes checks `runAsNonRoot` only by a numeric user.",
        "Proces bez uprawnień roota wyrządzi mniej szkód; Kubernetes sprawdza `runAsNonRoot` tylko dla numeru użytkownika.",
        "tools/docker/limits-gpu-security",
    ),
    Why(
        r"^HEALTHCHECK ",
        "Docker and Compose learn from it when the service is ready and when it hangs.",
        "Z tego Docker i Compose wiedzą, kiedy usługa jest gotowa, a kiedy się zawiesiła.",
        "tools/docker/limits-gpu-security",
    ),
    Why(
        r"^(?:CMD|ENTRYPOINT) \[",
        "As a list the program runs without a shell in between, so it receives the signal to stop.",
        "Zapisany jako lista program działa bez powłoki pośrodku, więc dostaje sygnał zakończenia.",
        "tools/docker/images-and-layers",
    ),
    Why(
        r"^\.env$",
        "What is in the build context can end up in the image; secrets and data must not.",
        "To, co jest w kontekście budowania, może trafić do obrazu; sekrety i dane nie mogą.",
        "tools/docker/images-and-layers",
    ),
)
