"""Why lines of a pipeline stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^    deps:",
        "The script is a dependency too, so a change of the code runs the stage again.",
        "Skrypt też jest zależnością, więc zmiana kodu uruchamia etap ponownie.",
        "tools/dvc/pipelines-and-params",
    ),
    Why(
        r"^    params:",
        "A stage runs again only when its own parameters change.",
        "Etap uruchamia się ponownie tylko po zmianie jego własnych parametrów.",
        "tools/dvc/pipelines-and-params",
    ),
    Why(
        r"cache: false",
        "The small file stays in Git, so a pull request shows how the metrics moved.",
        "Mały plik zostaje w Gicie, więc pull request pokazuje, jak zmieniły się metryki.",
        "tools/dvc/pipelines-and-params",
    ),
    Why(
        r"^    outs:",
        "DVC keeps the result in its cache and pushes it to the remote; Git sees only its hash.",
        "DVC trzyma wynik w pamięci podręcznej i wysyła do zdalnego magazynu; Git widzi tylko jego skrót.",
        "tools/dvc/cache-and-cleaning",
    ),
    Why(
        r"^    url = ",
        "Only the address: keys come from the environment or a role, or from .dvc/config.local, which Git ignores.",
        "Tylko adres: klucze pochodzą ze środowiska lub roli, albo z .dvc/config.local, które Git pomija.",
        "tools/dvc/remotes",
    ),
)
