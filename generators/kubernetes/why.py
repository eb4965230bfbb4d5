"""Why lines of a manifest stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^\s+requests:",
        "The scheduler reserves this on a node; without requests a pod lands anywhere and is evicted first.",
        "Tyle planista rezerwuje na węźle; bez żądań pod trafia byle gdzie i jest usuwany jako pierwszy.",
        "tools/kubernetes/resources-and-gpu",
    ),
    Why(
        r"^\s+limits:",
        "Memory has a limit, because a leak would take the node down; CPU has none unless you ask, because it is only throttled.",
        "Pamięć ma limit, bo wyciek położyłby węzeł; CPU nie ma limitu bez prośby, bo byłoby tylko dławione.",
        "tools/kubernetes/resources-and-gpu",
    ),
    Why(
        r"^\s+startupProbe:",
        "Loading a model takes time; until this probe succeeds, the liveness probe does not restart the container.",
        "Ładowanie modelu trwa; dopóki ta sonda nie przejdzie, sonda żywotności nie restartuje kontenera.",
        "tools/kubernetes/probes",
    ),
    Why(
        r"^\s+readinessProbe:",
        "Traffic comes only while this probe succeeds, so a rollout stops by itself when the new version does not work.",
        "Ruch płynie tylko, gdy ta sonda przechodzi, więc wdrożenie niedziałającej wersji zatrzymuje się samo.",
        "tools/kubernetes/probes",
    ),
    Why(
        r"^\s+preStop:",
        "The pod keeps answering for a few seconds after it was told to stop, until no more traffic is sent to it.",
        "Pod odpowiada jeszcze kilka sekund po poleceniu zatrzymania, aż przestanie do niego płynąć ruch.",
        "tools/kubernetes/probes",
    ),
    Why(
        r"^\s+runAsNonRoot:",
        "A container as root is one flaw away from the node; this makes Kubernetes refuse to start it.",
        "Kontener jako root dzieli od węzła jeden błąd; z tym ustawieniem Kubernetes go nie uruchomi.",
        "tools/kubernetes/configuration-and-secrets",
    ),
    Why(
        r"^\s+readOnlyRootFilesystem:",
        "An intruder cannot change the program; what it must write goes to the volumes below.",
        "Intruz nie podmieni programu; to, co program musi zapisać, trafia na wolumeny poniżej.",
        "tools/kubernetes/configuration-and-secrets",
    ),
    Why(
        r"^\s+topologySpreadConstraints:",
        "Copies go to different nodes where possible, so that one broken node does not take them all.",
        "Kopie trafiają w miarę możliwości na różne węzły, więc awaria jednego nie zabiera wszystkich.",
        "tools/kubernetes/scheduling-and-autoscaling",
    ),
    Why(
        r"^kind: PodDisruptionBudget",
        "While nodes are drained for maintenance, only as many pods go at a time as this allows.",
        "Podczas opróżniania węzłów znika naraz tylko tyle podów, na ile to pozwala.",
        "tools/kubernetes/scheduling-and-autoscaling",
    ),
    Why(
        r"^kind: HorizontalPodAutoscaler",
        "It needs metrics-server and the CPU request above; replicas are left to it, or each apply would reset them.",
        "Wymaga metrics-server i żądania CPU powyżej; liczbę replik zostawiono jemu, bo każde apply by ją cofało.",
        "tools/kubernetes/scheduling-and-autoscaling",
    ),
    Why(
        r"^kind: Ingress$",
        "One controller serves many hosts and terminates TLS; each Service with a load balancer of its own would cost more.",
        "Jeden kontroler obsługuje wiele hostów i kończy TLS; osobny load balancer dla każdego Service kosztowałby więcej.",
        "tools/kubernetes/networking",
    ),
    Why(
        r"^kind: NetworkPolicy",
        "Without a policy every pod of the cluster may call this one.",
        "Bez polityki każdy pod w klastrze może wywoływać ten.",
        "tools/kubernetes/networking",
    ),
    Why(
        r"^\s+concurrencyPolicy:",
        "A run that is due while the last one still works would train twice on the same data; Forbid skips it.",
        "Uruchomienie w trakcie poprzedniego trenowałoby dwa razy na tych samych danych; Forbid je pomija.",
        "tools/kubernetes/tasks",
    ),
    Why(
        r"^\s+timeZone:",
        "Without it the schedule follows the clock of the control plane.",
        "Bez tego harmonogram idzie według zegara warstwy sterującej.",
        "tools/kubernetes/tasks",
    ),
    Why(
        r"^\s+activeDeadlineSeconds:",
        "Work that hangs ends after this many seconds instead of blocking the next run.",
        "Zadanie, które zawisło, kończy się po tylu sekundach, zamiast blokować następne.",
        "tools/kubernetes/probes",
    ),
    Why(
        r"^\s+accessModes:",
        "ReadWriteOnce is a disk of one node; pods on several nodes need ReadWriteMany and a file system that can do it.",
        "ReadWriteOnce to dysk jednego węzła; pody na kilku węzłach wymagają ReadWriteMany i systemu plików, który to potrafi.",
        "tools/kubernetes/storage",
    ),
    Why(
        r"^\s+nvidia\.com/gpu:",
        "GPUs are counted whole, stand only under limits, and cannot be shared this way.",
        "Karty liczą się w całości, stoją tylko w limits i nie dzielą się w ten sposób.",
        "tools/kubernetes/resources-and-gpu",
    ),
    Why(
        r"^\s+secretKeyRef:|^\s+- secretRef:",
        "The value stays in the cluster's Secret; the manifest only says where it is.",
        "Wartość zostaje w Secrecie klastra; manifest mówi tylko, gdzie ona jest.",
        "tools/kubernetes/configuration-and-secrets",
    ),
)
