"""Why the lines of a Jenkinsfile stand where they do."""

from generators.frame import Why

WHY = (
    Why(
        r"^    agent ",
        "The stages run in a container or on an agent, never on the controller, which holds all secrets.",
        "Etapy działają w kontenerze lub na agencie, nigdy na kontrolerze, który trzyma wszystkie sekrety.",
        "tools/jenkins/agents",
    ),
    Why(
        r"timeout\(time: \d+, unit: 'MINUTES'\)",
        "A build that hangs frees its agent after this time.",
        "Build, który się zawiesił, zwalnia agenta po tym czasie.",
        "tools/jenkins/jenkinsfile",
    ),
    Why(
        r"buildDiscarder",
        "Old builds are deleted, so the disk of the controller does not fill up.",
        "Stare buildy są usuwane, więc dysk kontrolera się nie zapełnia.",
        "tools/jenkins/tasks",
    ),
    Why(
        r"cron\(",
        "H spreads jobs over the hour, so that not all of them start at the same minute.",
        "H rozkłada zadania w ciągu godziny, żeby nie wszystkie ruszały w tej samej minucie.",
        "tools/jenkins/jenkinsfile",
    ),
    Why(
        r"junit ",
        "In `post` with `always` the report is read also when tests failed.",
        "W `post` z `always` raport jest czytany także wtedy, gdy testy zawiodły.",
        "tools/jenkins/tasks",
    ),
    Why(
        r"credentials\(",
        "The secret stays in Jenkins; the log shows asterisks in its place.",
        "Sekret zostaje w Jenkinsie; log pokazuje w jego miejscu gwiazdki.",
        "tools/jenkins/credentials",
    ),
    Why(
        r"before(?:Agent|Input) true",
        "The condition is judged before an agent is taken and a person asked, so a skipped stage does neither.",
        "Warunek jest sprawdzany przed zajęciem agenta i pytaniem do człowieka, więc pominięty etap tego nie robi.",
        "tools/jenkins/jenkinsfile",
    ),
    Why(
        r"^ +input \{",
        "A person confirms the deployment; the question ends by itself after a day.",
        "Wdrożenie potwierdza człowiek; pytanie kończy się samo po dniu.",
        "tools/jenkins/tasks",
    ),
    Why(
        r"cleanWs\(\)",
        "The next build starts in an empty folder, whatever this one left.",
        "Następny build zaczyna w pustym folderze, cokolwiek zostawił ten.",
        "tools/jenkins/agents",
    ),
)
