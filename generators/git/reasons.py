"""Why the lines of a repository's files stand there."""

from generators.frame import Why

WHY = (
    Why(
        r"^\.env$",
        "A password that was committed once stays in the history, also after the file is deleted.",
        "Hasło raz dodane do commita zostaje w historii, nawet po usunięciu pliku.",
        "course/security-and-secrets",
    ),
    Why(
        r"^/data/",
        "Git keeps every version of a large file for ever, so data belongs into DVC or object storage.",
        "Git przechowuje każdą wersję dużego pliku na zawsze, więc dane należą do DVC lub magazynu obiektowego.",
        "tools/git/large-files",
    ),
    Why(
        r"^\* text=auto",
        "Line ends are the same for everyone, whatever the system, so diffs show real changes only.",
        "Końce linii są takie same u wszystkich, niezależnie od systemu, więc różnice pokazują tylko prawdziwe zmiany.",
        "tools/git/errors",
    ),
    Why(
        r"filter=lfs",
        "Git stores only a small pointer, and the content goes to the LFS server.",
        "Git przechowuje tylko mały wskaźnik, a treść trafia na serwer LFS.",
        "tools/git/large-files",
    ),
    Why(
        r"filter=nbstripout|id: nbstripout",
        "Outputs make diffs unreadable and may hold personal data.",
        "Wyniki czynią różnice nieczytelnymi i mogą zawierać dane osobowe.",
        "tools/git/large-files",
    ),
    Why(
        r"check-added-large-files",
        "A large file is easy to keep out of the history and hard to get out of it.",
        "Duży plik łatwo nie wpuścić do historii, a trudno go z niej usunąć.",
        "tools/git/large-files",
    ),
    Why(
        r"id: gitleaks",
        "It finds keys and tokens before they reach the repository; the pipeline should run it too.",
        "Znajduje klucze i tokeny, zanim trafią do repozytorium; pipeline też powinien je sprawdzać.",
        "course/security-and-secrets",
    ),
    Why(
        r"^\s+rev: ",
        "A fixed version runs the same checks for everyone; `pre-commit autoupdate` raises it.",
        "Stała wersja daje wszystkim te same sprawdzenia; podnosi ją `pre-commit autoupdate`.",
        "tools/git/tasks",
    ),
)
