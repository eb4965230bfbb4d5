"""What a declarative Jenkins pipeline may consist of, by https://www.jenkins.io/doc/book/pipeline/syntax/."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Section:
    """What may stand inside a section's braces: `known` names (None: any), all that are `needed`, exactly one of `one_of`."""

    known: frozenset[str] | None
    needed: frozenset[str] = field(default_factory=frozenset)
    one_of: frozenset[str] = field(default_factory=frozenset)
    assigns: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONDITIONS = (
    "branch tag buildingTag changelog changeset changeRequest environment equals expression triggeredBy not allOf anyOf"
    " beforeAgent beforeInput beforeOptions isRestartedRun"
)
# Of Jenkins itself and of the plugins that its documentation suggests.
STEPS = _words(
    "sh bat powershell pwsh echo error unstable catchError warnError checkout git junit archiveArtifacts fingerprint stash unstash"
    " script dir deleteDir cleanWs ws node container withCredentials withEnv withDockerRegistry withAWS withKubeConfig sshagent"
    " timeout retry waitUntil sleep input build milestone lock mail emailext slackSend office365ConnectorSend readFile writeFile"
    " fileExists isUnix pwd tool library load parallel recordCoverage recordIssues publishHTML cobertura publishCoverage"
    " s3Upload s3Download kubernetesDeploy ansiblePlaybook podTemplate configFileProvider wrap timestamps ansiColor dockerNode"
    " addBadge currentBuild copyArtifacts httpRequest readJSON readYaml writeJSON writeYaml zip unzip properties"
)
POST = _words("always changed fixed regression aborted failure success unstable unsuccessful cleanup notBuilt")
_STAGE = _words("agent environment options input when tools steps stages parallel matrix post failFast")

SECTIONS: Mapping[str, Section] = {
    "pipeline": Section(
        _words("agent options triggers parameters environment stages post tools libraries"), needed=_words("agent stages")
    ),
    "agent": Section(_words("label docker dockerfile kubernetes node")),
    "options": Section(
        _words(
            "buildDiscarder checkoutToSubdirectory disableConcurrentBuilds disableResume newContainerPerStage overrideIndexTriggers"
            " preserveStashes quietPeriod retry skipDefaultCheckout skipStagesAfterUnstable timeout timestamps"
            " parallelsAlwaysFailFast"
            " disableRestartFromStage ansiColor lock gitLabConnection gitlabBuilds rateLimitBuilds throttleJobProperty"
        )
    ),
    "triggers": Section(_words("cron pollSCM upstream githubPush gitlab GenericTrigger parameterizedCron")),
    "parameters": Section(_words("string text booleanParam choice password file run credentials gitParameter")),
    "environment": Section(frozenset(), assigns=True),
    "stages": Section(_words("stage"), needed=_words("stage")),
    "parallel": Section(_words("stage"), needed=_words("stage")),
    "stage": Section(_STAGE, one_of=_words("steps stages parallel matrix")),
    "matrix": Section(_words("axes excludes agent environment options input when tools stages post"), needed=_words("axes stages")),
    "axes": Section(_words("axis"), needed=_words("axis")),
    "axis": Section(_words("name values notValues"), needed=_words("name")),
    "excludes": Section(_words("exclude")),
    "exclude": Section(_words("axis"), needed=_words("axis")),
    "steps": Section(STEPS),
    "post": Section(POST),
    "when": Section(_words(_CONDITIONS)),
    "input": Section(_words("message id ok submitter submitterParameter parameters"), needed=_words("message")),
    "tools": Section(None),
    "libraries": Section(_words("lib")),
    **{name: Section(_words(_CONDITIONS), needed=frozenset()) for name in ("allOf", "anyOf", "not")},
    **{name: Section(STEPS) for name in POST},
}
# A word that has braces of its own elsewhere is looked into only below these.
INSIDE: Mapping[str, frozenset[str]] = {
    "pipeline": _words("agent options triggers parameters environment stages post tools libraries"),
    "stages": _words("stage"),
    "parallel": _words("stage"),
    "stage": _STAGE - _words("failFast"),
    "matrix": _words("axes excludes agent environment options input when tools stages post"),
    "axes": _words("axis"),
    "excludes": _words("exclude"),
    "exclude": _words("axis"),
    "post": POST,
    "when": _words("allOf anyOf not"),
    "allOf": _words("allOf anyOf not"),
    "anyOf": _words("allOf anyOf not"),
    "not": _words("allOf anyOf not"),
    "input": _words("parameters"),
}
REPEATABLE = _words("stage axis exclude lib") | _words(_CONDITIONS) | STEPS | (SECTIONS["parameters"].known or frozenset())
