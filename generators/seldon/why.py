"""Why lines of Seldon Core's resources stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^\s+protocol:",
        "The Open Inference Protocol (v2) is the one that is still maintained, and the same in Seldon Core 2 and KServe.",
        "Open Inference Protocol (v2) jest nadal utrzymywany i taki sam w Seldon Core 2 i w KServe.",
        "tools/seldon-core/version-1",
    ),
    Why(
        r"^\s+implementation:",
        "A ready server loads the files from modelUri, so no image has to be built; a misspelt name fails only in the operator.",
        "Gotowy serwer wczytuje pliki z modelUri, więc nie trzeba budować obrazu; literówka w nazwie wyjdzie dopiero w operatorze.",
        "tools/seldon-core/version-1",
    ),
    Why(
        r"^\s+envSecretRefName:",
        "The keys of the bucket stay in the cluster's Secret.",
        "Klucze do bucketu zostają w Secrecie klastra.",
        "tools/seldon-core/version-1",
    ),
    Why(
        r"^\s+componentSpecs:",
        "Resources go here, to the container that is called like the node of the graph.",
        "Tu trafiają zasoby, do kontenera o nazwie węzła grafu.",
        "tools/seldon-core/version-1",
    ),
    Why(
        r"^\s+hpaSpec:",
        "The autoscaler decides about the replicas, so they are left out above.",
        "O liczbie replik decyduje autoskalowanie, więc powyżej ich nie ma.",
        "tools/seldon-core/version-1",
    ),
    Why(
        r"^\s+traffic:",
        "The shares of all predictors add up to 100; Istio or Ambassador divides the requests.",
        "Udziały predyktorów sumują się do 100; żądania dzieli Istio lub Ambassador.",
        "tools/seldon-core/version-1",
    ),
    Why(
        r"^\s+requirements:",
        "The model goes to a server that offers all of these capabilities.",
        "Model trafi na serwer, który oferuje wszystkie te możliwości.",
        "tools/seldon-core/models-and-servers",
    ),
    Why(
        r"^  memory:",
        "Servers hold many models; by this number the scheduler knows when one is full, so write an honest one.",
        "Serwery mieszczą wiele modeli; po tej liczbie planista wie, kiedy serwer jest pełny, więc podaj prawdziwą.",
        "tools/seldon-core/models-and-servers",
    ),
    Why(
        r"^\s+default:",
        "The split happens at this model's own address, so clients change nothing.",
        "Podział dzieje się pod adresem tego modelu, więc klienci niczego nie zmieniają.",
        "tools/seldon-core/traffic-and-experiments",
    ),
    Why(
        r"^\s+inputs:",
        "A step gets the output of the one that it names; data flows between them through Kafka.",
        "Krok dostaje wyjście tego, który wymienia; dane płyną między nimi przez Kafkę.",
        "tools/seldon-core/pipelines",
    ),
)
