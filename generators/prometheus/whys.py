"""Why lines of Prometheus' files stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^scrape_configs:",
        "Prometheus asks each target for its metrics; a target that stops answering is known at once, because `up` becomes 0.",
        "Prometheus sam pyta każdy cel o metryki; o celu, który przestał odpowiadać, wie od razu, bo `up` staje się 0.",
        "tools/prometheus/overview",
    ),
    Why(
        r"^ +for: ",
        "The condition must hold that long before anyone is told, so that a short spike wakes nobody.",
        "Warunek musi trwać tak długo, zanim ktoś się dowie, dzięki czemu krótki skok nikogo nie budzi.",
        "tools/prometheus/alerting",
    ),
    Why(
        r"absent\(",
        "A target that disappeared has no series at all, and `up == 0` alone would stay silent.",
        "Cel, który zniknął, nie ma żadnego szeregu, więc samo `up == 0` by milczało.",
        "tools/prometheus/promql",
    ),
    Why(
        r"histogram_quantile",
        "The buckets of all replicas are added first and the percentile is computed afterwards; an average of percentiles is "
        "wrong.",
        "Najpierw dodaje się kubełki wszystkich replik, a potem liczy percentyl; średnia percentyli jest błędna.",
        "tools/prometheus/promql",
    ),
    Why(
        r"^ +severity: ",
        "Alertmanager chooses by labels who hears about an alert; annotations are only text for people.",
        "Alertmanager po etykietach wybiera, kto dowie się o alercie; adnotacje to tylko tekst dla ludzi.",
        "tools/prometheus/alerting",
    ),
    Why(
        r"^ +group_by:",
        "Twenty alerts of one failure arrive as one message.",
        "Dwadzieścia alertów jednej awarii przychodzi jako jedna wiadomość.",
        "tools/prometheus/alerting",
    ),
    Why(
        r"_file: ",
        "The secret stays in a file that is mounted beside, so this file may be committed.",
        "Sekret zostaje w pliku montowanym obok, więc ten plik można zatwierdzić w repozytorium.",
        "tools/prometheus/alerting",
    ),
    Why(
        r"^inhibit_rules:",
        "Whoever is told that a service is down need not also hear that it is slow.",
        "Kto wie, że usługa nie działa, nie musi słyszeć, że jest wolna.",
        "tools/prometheus/alerting",
    ),
    Why(
        r"^ +input_series:",
        "The rule is tried on data that we invent, so a typo in a label is found before the night on which it matters.",
        "Reguła jest sprawdzana na wymyślonych danych, więc literówkę w etykiecie widać przed nocą, w którą to ważne.",
        "tools/prometheus/alerting",
    ),
    Why(
        r"kubernetes_sd_configs:",
        "Pods come and go, so Prometheus asks the API server for them; only those with the annotation are scraped.",
        "Pody pojawiają się i znikają, więc Prometheus pyta o nie serwer API; odczytywane są tylko te z adnotacją.",
        "tools/prometheus/tasks",
    ),
    Why(
        r"^ +- record: ",
        "A heavy query is computed once per interval and stored, and dashboards read the result.",
        "Ciężkie zapytanie jest liczone raz na interwał i zapisywane, a dashboardy czytają wynik.",
        "tools/prometheus/tasks",
    ),
)
