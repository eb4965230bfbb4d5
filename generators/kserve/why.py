"""Why lines of an InferenceService stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^\s+serving\.kserve\.io/deploymentMode:",
        "Standard makes plain Deployments; only Knative can scale to zero, scale by requests and split traffic.",
        "Standard tworzy zwykłe Deploymenty; tylko Knative skaluje do zera, według żądań i dzieli ruch.",
        "tools/kserve/autoscaling-and-rollout",
    ),
    Why(
        r"^\s+maxReplicas:",
        "Without an upper bound the service stays at one pod.",
        "Bez górnej granicy usługa zostaje przy jednym podzie.",
        "tools/kserve/autoscaling-and-rollout",
    ),
    Why(
        r"^\s+storageUri:",
        "Each version has a folder of its own: files overwritten in place trigger nothing.",
        "Każda wersja ma własny folder: nadpisanie plików w miejscu niczego nie uruchomi.",
        "tools/kserve/tasks",
    ),
    Why(
        r"^\s+canaryTrafficPercent:",
        "The rest of the traffic stays with the last version that got all of it; remove the field to promote this one.",
        "Reszta ruchu zostaje przy ostatniej w pełni wydanej wersji; usuń pole, by wypromować tę.",
        "tools/kserve/autoscaling-and-rollout",
    ),
    Why(
        r"^\s+containerConcurrency:",
        "A hard limit: more requests wait in a queue, while scaleTarget is only the goal.",
        "Twardy limit: nadmiar żądań czeka w kolejce, a scaleTarget to tylko cel.",
        "tools/kserve/autoscaling-and-rollout",
    ),
    Why(
        r"^\s+serviceAccountName:",
        "The account gives the right to read this bucket and nothing else.",
        "Konto daje prawo do odczytu tego bucketu i niczego więcej.",
        "tools/kserve/tasks",
    ),
    Why(
        r"^\s+limits:",
        "The model lies in memory as a whole; without a limit its growth takes the node down.",
        "Model leży w pamięci w całości; bez limitu jego wzrost położy węzeł.",
        "tools/kubernetes/resources-and-gpu",
    ),
    Why(
        r"^\s+transformer:",
        "It prepares data in pods of its own, so it scales apart from the model.",
        "Przygotowuje dane we własnych podach, więc skaluje się niezależnie od modelu.",
        "tools/kserve/models-and-runtimes",
    ),
    Why(
        r"^\s+runtimeVersion:",
        "An upgrade of KServe would otherwise change the server's libraries, and a pickled model might not load.",
        "Bez tego aktualizacja KServe zmieniłaby biblioteki serwera i model z pickle mógłby się nie wczytać.",
        "tools/kserve/models-and-runtimes",
    ),
)
