"""Why lines stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^entry_points:",
        "The parameters have types and defaults, so `mlflow run . -P …` refuses what does not fit.",
        "Parametry mają typy i wartości domyślne, więc `mlflow run . -P …` odrzuca to, co nie pasuje.",
        "tools/mlflow/tasks",
    ),
    Why(
        r"^dependencies:",
        "Exact versions: a run of today can be repeated in a year.",
        "Dokładne wersje: dzisiejszy przebieg da się powtórzyć za rok.",
        "course/reproducibility",
    ),
    Why(
        r"signature=infer_signature",
        "With a signature MLflow refuses input that does not fit, instead of predicting nonsense.",
        "Z sygnaturą MLflow odrzuca dane, które nie pasują, zamiast przewidywać bzdury.",
        "tools/mlflow/registry",
    ),
    Why(
        r"--serve-artifacts",
        "Clients send files through the server, so only the server needs access to the bucket.",
        "Klienci wysyłają pliki przez serwer, więc tylko serwer potrzebuje dostępu do bucketu.",
        "tools/mlflow/server",
    ),
    Why(
        r"--allowed-hosts",
        "MLflow answers 403 to names that it was not told of, which protects against DNS rebinding.",
        "MLflow odpowiada 403 na nazwy, których mu nie podano, co chroni przed DNS rebinding.",
        "tools/mlflow/server",
    ),
    Why(
        r":\?set it in \.env",
        "The password comes from .env, and Compose stops with this message when it is missing.",
        "Hasło pochodzi z .env, a gdy go brak, Compose zatrzymuje się z tym komunikatem.",
        "course/security-and-secrets",
    ),
    Why(
        r"^USER ",
        "A process that is not root can do less harm.",
        "Proces bez uprawnień roota wyrządzi mniej szkód.",
        "tools/docker/limits-gpu-security",
    ),
    Why(
        r"set_registered_model_alias",
        "Moving the alias is the release, and moving it back is the rollback.",
        "Przesunięcie aliasu to wydanie, a przesunięcie z powrotem to wycofanie.",
        "tools/mlflow/registry",
    ),
    Why(
        r"startupProbe:",
        "The first start makes the tables, which takes a while; until then nobody calls it dead.",
        "Pierwszy start tworzy tabele, co chwilę trwa; do tego czasu nikt nie uzna go za martwy.",
        "tools/mlflow/server",
    ),
)
