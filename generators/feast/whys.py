"""Why lines of a feature repository stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^ +ttl=",
        "A value older than this counts as missing, so that a model never learns from values that production would not have.",
        "Wartość starsza niż to liczy się jako brakująca, więc model nie uczy się na wartościach, których produkcja by nie miała.",
        "tools/feast/feature-views",
    ),
    Why(
        r"timestamp_field=",
        "The time at which a value became true; by it Feast joins each training row with the values of its own moment.",
        "Czas, od którego wartość obowiązuje; po nim Feast łączy każdy wiersz treningowy z wartościami z jego chwili.",
        "tools/feast/feature-views",
    ),
    Why(
        r"= FeatureService\(",
        "A model reads a service and not single features; a new version of the model gets a new service.",
        "Model czyta usługę, a nie pojedyncze cechy; nowa wersja modelu dostaje nową usługę.",
        "tools/feast/feature-views",
    ),
    Why(
        r"^online_store:",
        "Predictions read the newest values from here in milliseconds; it is filled by materialization.",
        "Predykcje czytają stąd najnowsze wartości w milisekundy; wypełnia go materializacja.",
        "tools/feast/offline-and-online-stores",
    ),
    Why(
        r"\$\{\w+\}",
        "Filled from the environment when the file is read, so the file holds no secret and may be committed.",
        "Uzupełniane ze środowiska przy odczycie, więc plik nie zawiera sekretu i można go zatwierdzić.",
        "tools/feast/offline-and-online-stores",
    ),
    Why(
        r"^entity_key_serialization_version",
        "The format of keys in the online store; a change makes all stored keys unreadable, so it stands here in writing.",
        "Format kluczy w magazynie online; zmiana czyni zapisane klucze nieczytelnymi, dlatego jest tu zapisany.",
        "tools/feast/cheatsheet",
    ),
)
