"""Why lines of a configuration stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"use_lockfile",
        "Two people who apply at once would overwrite each other's state; the lock file makes the second one wait.",
        "Dwie osoby stosujące zmiany naraz nadpisałyby sobie stan; plik blokady każe drugiej poczekać.",
        "tools/terraform/state-and-backends",
    ),
    Why(
        r"default_tags",
        "Every resource carries these tags, so the bill can be divided by project.",
        "Każdy zasób ma te tagi, więc rachunek da się podzielić na projekty.",
        "tools/terraform/tasks",
    ),
    Why(
        r'^variable "region"',
        "What differs between environments is a variable; a value is given by -var or a .tfvars file.",
        "To, co różni środowiska, jest zmienną; wartość podaje się przez -var albo plik .tfvars.",
        "tools/terraform/variables-and-outputs",
    ),
    Why(
        r"block_public_acls",
        "Nobody can open the bucket to the internet by mistake.",
        "Nikt nie otworzy bucketu na internet przez pomyłkę.",
        "course/security-and-secrets",
    ),
    Why(
        r'"Enabled"',
        "An overwritten or deleted model can be brought back from its earlier version.",
        "Nadpisany lub usunięty model da się odzyskać z wcześniejszej wersji.",
        "course/aws-services",
    ),
    Why(
        r"noncurrent_version_expiration",
        "Old versions are paid for like new ones, so they go after a while.",
        "Stare wersje kosztują tyle co nowe, więc po pewnym czasie znikają.",
        "course/costs",
    ),
    Why(
        r'"IMMUTABLE"',
        "What was tested under a tag is what runs under that tag.",
        "To, co przetestowano pod znacznikiem, pod tym znacznikiem działa.",
        "course/aws-services",
    ),
    Why(
        r"assume_role_policy += data\.aws_iam_policy_document\.ci_trust",
        "CI gets short-lived credentials through OIDC, so there is no access key to leak.",
        "CI dostaje krótkotrwałe uprawnienia przez OIDC, więc nie ma klucza, który mógłby wyciec.",
        "course/aws-services",
    ),
    Why(
        r'"nvidia.com/gpu"',
        "Pods without a GPU stay off the expensive machines.",
        "Pody bez GPU nie trafią na drogie maszyny.",
        "course/costs",
    ),
    Why(
        r"ignore_changes += \[scaling_config",
        "The autoscaler changes the number of nodes; without this each apply would undo it.",
        "Liczbę węzłów zmienia autoscaler; bez tego każde apply by to cofało.",
        "tools/terraform/loops-and-conditions",
    ),
    Why(
        r"create_before_destroy",
        "The endpoint never points to a configuration that is gone.",
        "Endpoint nigdy nie wskazuje konfiguracji, której już nie ma.",
        "tools/sagemaker/endpoints",
    ),
    Why(
        r"manage_master_user_password",
        "A password in a variable would lie in plain text in the state.",
        "Hasło w zmiennej leżałoby jawnie w stanie.",
        "tools/terraform/state-and-backends",
    ),
    Why(
        r"http_tokens",
        "IMDSv2: a request smuggled through an application cannot read the role's credentials.",
        "IMDSv2: zapytanie przemycone przez aplikację nie odczyta uprawnień roli.",
        "course/security-and-secrets",
    ),
)
