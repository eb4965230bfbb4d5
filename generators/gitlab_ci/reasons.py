"""Why the lines of a GitLab pipeline stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^workflow:",
        "These rules make one pipeline for a push to an open merge request, not two.",
        "Dzięki tym regułom push do otwartego merge requesta tworzy jeden potok, a nie dwa.",
        "tools/gitlab-ci/rules",
    ),
    Why(
        r"interruptible: true",
        "A newer commit on the branch stops the jobs of the older one.",
        "Nowszy commit na gałęzi zatrzymuje zadania starszego.",
        "tools/gitlab-ci/tasks",
    ),
    Why(
        r"runner_system_failure",
        "Only what the runner broke is repeated; a failed test stays failed.",
        "Powtarzane jest tylko to, co zepsuł runner; nieudany test pozostaje nieudany.",
        "tools/gitlab-ci/tasks",
    ),
    Why(
        r"^ +key:$",
        "The cache belongs to the file with the versions, so a changed version makes a new cache.",
        "Pamięć podręczna należy do pliku z wersjami, więc zmieniona wersja tworzy nową.",
        "tools/gitlab-ci/cache-and-artifacts",
    ),
    Why(
        r"junit: ",
        "The merge request shows which tests failed; the report is uploaded even then.",
        "Merge request pokazuje, które testy zawiodły; raport jest wysyłany także wtedy.",
        "tools/gitlab-ci/tasks",
    ),
    Why(
        r"needs: \[\]",
        "The tests start at once and do not wait for the linters.",
        "Testy ruszają od razu i nie czekają na lintery.",
        "tools/gitlab-ci/tasks",
    ),
    Why(
        r"changes:",
        "The job runs only when one of these files changed.",
        "Zadanie działa tylko wtedy, gdy zmienił się któryś z tych plików.",
        "tools/gitlab-ci/rules",
    ),
    Why(
        r"password-stdin",
        "On standard input the password is seen neither in the log nor in the list of processes.",
        "Na standardowym wejściu hasła nie widać ani w logu, ani na liście procesów.",
        "tools/gitlab-ci/variables-and-secrets",
    ),
    Why(
        r"id_tokens:",
        "The job proves by OIDC which project it belongs to, so no key of AWS is stored in GitLab.",
        "Zadanie dowodzi przez OIDC, do którego projektu należy, więc w GitLabie nie leży klucz AWS.",
        "tools/gitlab-ci/variables-and-secrets",
    ),
    Why(
        r"resource_group:",
        "Two deployments to the same environment wait for each other.",
        "Dwa wdrożenia do tego samego środowiska czekają na siebie.",
        "tools/gitlab-ci/tasks",
    ),
)
