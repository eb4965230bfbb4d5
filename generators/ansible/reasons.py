"""Why the lines of a playbook stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"become: true",
        "The tasks need root, and `become` shows where that begins.",
        "Zadania wymagają roota, a `become` pokazuje, gdzie to się zaczyna.",
        "tools/ansible/first-steps",
    ),
    Why(
        r"^ *notify:",
        "The handler runs only when this task changed something, once, at the end.",
        "Handler działa tylko wtedy, gdy to zadanie coś zmieniło, raz, na końcu.",
        "tools/ansible/playbooks-and-handlers",
    ),
    Why(
        r"ansible\.builtin\.",
        "The full name says where a module comes from; a short one may be another collection's.",
        "Pełna nazwa mówi, skąd pochodzi moduł; krótka może należeć do innej kolekcji.",
        "tools/ansible/roles-and-collections",
    ),
    Why(
        r"changed_when: false",
        "The command only looks, so a second run must not report a change.",
        "Polecenie tylko sprawdza, więc drugie uruchomienie nie może zgłaszać zmiany.",
        "tools/ansible/overview",
    ),
    Why(
        r"^ *mode: ",
        "Without it the rights depend on the machine; in quotes, because YAML would read a number.",
        "Bez tego prawa zależą od maszyny; w cudzysłowie, bo YAML odczytałby liczbę.",
        "tools/ansible/errors",
    ),
    Why(
        r"shell: /usr/sbin/nologin",
        "Nobody can log in as the user of a service.",
        "Na użytkownika usługi nikt nie może się zalogować.",
        "tools/ansible/tasks",
    ),
    Why(
        r"^vault_",
        "Names that begin with vault_ show which variables the vault holds.",
        "Nazwy zaczynające się od vault_ pokazują, które zmienne trzyma vault.",
        "tools/ansible/variables-and-vault",
    ),
    Why(
        r"no_log: true",
        "The task handles a password, which must not reach the screen or a log.",
        "Zadanie obchodzi się z hasłem, które nie może trafić na ekran ani do logu.",
        "tools/ansible/variables-and-vault",
    ),
    Why(
        r"^ *serial: ",
        "A few machines at a time, so that the others go on answering.",
        "Po kilka maszyn naraz, żeby pozostałe odpowiadały dalej.",
        "tools/ansible/playbooks-and-handlers",
    ),
    Why(
        r"flush_handlers",
        "The restart must come before the check that follows, not at the end of the play.",
        "Restart musi nastąpić przed sprawdzeniem, które jest dalej, a nie na końcu.",
        "tools/ansible/playbooks-and-handlers",
    ),
)
