"""Why lines of a chart stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^appVersion:",
        "The version of the program; values with an empty tag run this one.",
        "Wersja programu; wartości z pustym tagiem uruchamiają właśnie ją.",
        "tools/helm/first-steps",
    ),
    Why(
        r'^\s+"additionalProperties": false',
        "A misspelt name of a value is refused here; otherwise Helm passes it over in silence.",
        "Literówka w nazwie wartości zostanie tu odrzucona; bez tego Helm pominąłby ją po cichu.",
        "tools/helm/values-and-templates",
    ),
    Why(
        r"^\s+checksum/config:",
        "Pods read a ConfigMap only when they start; with its checksum in the template, a change restarts them.",
        "Pody czytają ConfigMap tylko przy starcie; dzięki sumie kontrolnej w szablonie zmiana je restartuje.",
        "tools/helm/values-and-templates",
    ),
    Why(
        r"selectorLabels\" -}}",
        "A selector of a Deployment cannot be changed later, so versions stay out of it.",
        "Selektora Deploymentu nie można później zmienić, więc nie ma w nim wersji.",
        "tools/helm/values-and-templates",
    ),
    Why(
        r"^existingSecret:",
        "Values end up in the release's history, so passwords are made outside of the chart.",
        "Wartości trafiają do historii wydania, więc hasła powstają poza chartem.",
        "tools/helm/tasks",
    ),
    Why(
        r"helm\.sh/hook: test",
        "`helm test` runs this pod after an installation and fails when the service does not answer.",
        "`helm test` uruchamia ten pod po instalacji i zgłasza błąd, gdy usługa nie odpowiada.",
        "tools/helm/tasks",
    ),
    Why(
        r"^\s+helm\.sh/resource-policy: keep",
        "Data stays when the release is uninstalled.",
        "Dane zostają po odinstalowaniu wydania.",
        "tools/helm/tasks",
    ),
    Why(
        r"^podSecurityContext:",
        "A container as root is one flaw away from the node; this makes Kubernetes refuse to start it.",
        "Kontener jako root dzieli od węzła jeden błąd; z tym ustawieniem Kubernetes go nie uruchomi.",
        "tools/kubernetes/configuration-and-secrets",
    ),
)
