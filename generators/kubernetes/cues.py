"""How people call manifests, in both languages."""

_PLACES = ("k8s", "kubernetes*")
_NOUNS = ("deployment*", "manifest*", "yaml*", "service*", "serwis*", "job*", "cron job*", "secret*", "namespace*", "pod*", "plik*")
CUES = (
    *(f"{place} {noun}" for place in _PLACES for noun in _NOUNS),
    *(
        f"{noun} {link}{place}"
        for place in _PLACES
        for noun in _NOUNS
        for link in ("", "do ", "dla ", "na ", "w ", "for ", "on ", "in ")
    ),
    *(f"deployment{ending} {joint} service*" for ending in ("", "u") for joint in ("and", "i", "oraz", "+", "z", "with", "plus")),
    "deployment, service",
    "deployment/service",
    "deployment.yaml",
    "deployment.yml",
    "service.yaml",
    "cronjob*",
    "cron job k8s",
    "statefulset*",
    "stateful set*",
    "daemonset*",
    "horizontalpodautoscaler*",
    "hpa",
    "ingress*",
    "configmap*",
    "persistentvolumeclaim*",
    "pvc",
    "networkpolic*",
    "network polic*",
    "polityk* sieciow*",
    "poddisruptionbudget*",
    "pdb",
    "serviceaccount*",
    "kustomiz*",
)
ABOUT = (
    "deployment*",
    "manifest*",
    "k8s",
    "kubernetes*",
    "kubectl*",
    "podman*",
    "namespace*",
    "klaster*",
    "clusterip",
    "pody",
    "podow",
)
