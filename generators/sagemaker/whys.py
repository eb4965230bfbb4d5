"""Why lines stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"PipelineSession",
        "With this session the definition starts no job; the jobs begin when the pipeline runs.",
        "Z tą sesją definicja nie uruchamia żadnego zadania; zadania zaczynają się dopiero w potoku.",
        "tools/sagemaker/pipelines",
    ),
    Why(
        r"ParameterString\(",
        "A parameter is changed at the start of a run, without touching the code.",
        "Parametr zmienia się przy starcie przebiegu, bez ruszania kodu.",
        "tools/sagemaker/pipelines",
    ),
    Why(
        r"CacheConfig\(",
        "A step with the same inputs is not paid for twice.",
        "Za krok z tymi samymi wejściami nie płaci się dwa razy.",
        "tools/sagemaker/pipelines",
    ),
    Why(
        r"ConditionStep\(",
        "A weak model never reaches the registry, so nobody can deploy it by mistake.",
        "Słaby model nigdy nie trafia do rejestru, więc nikt nie wdroży go przez pomyłkę.",
        "tools/sagemaker/pipelines",
    ),
    Why(
        r"use_spot_instances",
        "Spare machines cost up to 90 % less; checkpoints save the work when they are taken away.",
        "Wolne maszyny kosztują nawet 90 % mniej; punkty kontrolne ratują pracę, gdy zostaną zabrane.",
        "tools/sagemaker/training-and-spot",
    ),
    Why(
        r"update_endpoint",
        "New machines start before the old ones go, so callers notice nothing.",
        "Nowe maszyny startują, zanim odejdą stare, więc wywołujący niczego nie zauważą.",
        "tools/sagemaker/endpoints",
    ),
    Why(
        r"create_transform_job",
        "Machines run only while there is something to score; an endpoint would be paid for around the clock.",
        "Maszyny działają tylko, gdy jest co liczyć; za endpoint płaci się przez całą dobę.",
        "tools/sagemaker/endpoints",
    ),
    Why(
        r"SAGEMAKER_ROLE_ARN",
        "Access comes from a role: there is no key in the code or the repository.",
        "Dostęp daje rola: w kodzie i repozytorium nie ma żadnego klucza.",
        "course/security-and-secrets",
    ),
)
