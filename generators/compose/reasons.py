"""Why the lines of a Compose project stand there."""

from generators.frame import Why

WHY = (
    Why(
        r"^name: ",
        "The project's name is the prefix of its containers, volumes and network; without it the folder's name decides.",
        "Nazwa projektu jest przedrostkiem kontenerów, wolumenów i sieci; bez niej decyduje nazwa katalogu.",
        "tools/compose/overview",
    ),
    Why(
        r"condition: service_healthy",
        "A container that has started is not ready yet; this waits until its health check passes.",
        "Uruchomiony kontener nie jest jeszcze gotowy; to czeka, aż przejdzie jego test zdrowia.",
        "tools/compose/startup-order-and-healthchecks",
    ),
    Why(
        r"^ +healthcheck:",
        "It says when the service is ready, with a program that its image really contains.",
        "Mówi, kiedy usługa jest gotowa, programem, który naprawdę jest w jej obrazie.",
        "tools/compose/startup-order-and-healthchecks",
    ),
    Why(
        r"\$\{\w+:\?",
        "The secret comes from .env, and Compose stops with this message when it is missing.",
        "Sekret pochodzi z .env, a gdy go brakuje, Compose zatrzymuje się z tym komunikatem.",
        "tools/compose/environment-and-secrets",
    ),
    Why(
        r'"127\.0\.0\.1:',
        "Only this machine reaches the port; services find each other by their names without any published port.",
        "Port dostępny jest tylko z tego komputera; usługi odnajdują się po nazwach bez publikowania portów.",
        "tools/compose/ml-stack",
    ),
    Why(
        r"^ +- [a-z]+-data:/",
        "A named volume keeps the data when the container is replaced.",
        "Nazwany wolumen zachowuje dane, gdy kontener jest wymieniany.",
        "tools/docker/storage-and-volumes",
    ),
    Why(
        r"^ +limits:",
        "A limit keeps a program that needs too much from taking the machine down with it.",
        "Limit sprawia, że zbyt zachłanny program nie zatrzyma całej maszyny.",
        "tools/docker/limits-gpu-security",
    ),
    Why(
        r"capabilities:",
        "The service sees GPUs only when they are reserved, and the host needs the NVIDIA Container Toolkit.",
        "Usługa widzi GPU tylko po rezerwacji, a na hoście musi być NVIDIA Container Toolkit.",
        "tools/docker/limits-gpu-security",
    ),
    Why(
        r"--allowed-hosts=",
        "MLflow answers only to host names that it was told, and the other containers call it by its service name.",
        "MLflow odpowiada tylko na podane nazwy hostów, a inne kontenery wywołują go po nazwie usługi.",
        "tools/compose/ml-stack",
    ),
)
