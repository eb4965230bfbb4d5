"""Why lines of a dashboard stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r'"type": "datasource"',
        "The data source is a variable, so the same file works in every environment.",
        "Źródło danych jest zmienną, więc ten sam plik działa w każdym środowisku.",
        "tools/grafana/dashboards-and-variables",
    ),
    Why(
        r'"uid": "[^$]',
        "Grafana knows a dashboard by its uid: links survive a new title, and an import replaces the old version.",
        "Grafana rozpoznaje dashboard po uid: linki przetrwają zmianę tytułu, a import zastąpi starą wersję.",
        "tools/grafana/provisioning",
    ),
    Why(
        r"\$__rate_interval",
        "This window grows with the zoom and always holds enough samples for rate().",
        "To okno rośnie razem z oddaleniem i zawsze zawiera dość próbek dla rate().",
        "tools/grafana/dashboards-and-variables",
    ),
    Why(
        r'"color": "red"',
        "Red is kept for values at which somebody should act.",
        "Czerwony jest zarezerwowany dla wartości, przy których ktoś powinien zareagować.",
        "tools/grafana/dashboards-and-variables",
    ),
    Why(
        r"^ +allowUiUpdates: ",
        "Nobody can save changes in the browser, so the file in Git stays the only truth.",
        "Nikt nie zapisze zmian w przeglądarce, więc plik w Gicie pozostaje jedyną prawdą.",
        "tools/grafana/provisioning",
    ),
    Why(
        r"histogram_quantile",
        "Percentiles come from the buckets of all replicas together; an average of percentiles would be wrong.",
        "Percentyle liczy się z kubełków wszystkich replik razem; średnia percentyli byłaby błędna.",
        "tools/prometheus/promql",
    ),
)
