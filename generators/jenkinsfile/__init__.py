"""A declarative Jenkinsfile: stages in order, checks with reports, an image, a training, deployments with a question."""

from generators.frame import Files, fill
from generators.frame.pipeline import commands, planned
from generators.jenkinsfile.agents import agent_of
from generators.jenkinsfile.grouping import grouped
from generators.jenkinsfile.options import Options
from generators.jenkinsfile.parameters import parsed
from generators.jenkinsfile.reasons import WHY
from generators.jenkinsfile.stages import image_name, stages_of

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Deklaratywny Jenkinsfile: etapy w kolejności, sprawdzenia z raportami, obraz, trening, wdrożenia z pytaniem."
CUES = (
    "jenkinsfile*",
    "jenkins file*",
    "plik* jenkins*",
    "jenkins pipeline*",
    "jenkins job*",
    "pipeline* jenkins*",
    "pipeline* w jenkins*",
    "pipeline* na jenkins*",
    "pipeline* do jenkins*",
    "pipeline* dla jenkins*",
    "pipeline for jenkins",
    "pipeline in jenkins",
    "declarative pipeline*",
    "deklaratywn* pipeline*",
    "pipeline* deklaratywn*",
    "potok* jenkins*",
    "potok* w jenkins*",
)
ABOUT = ("jenkins*",)


def render(options: Options) -> Files:
    """The Jenkinsfile."""
    kinds = {job.does for job in planned(options)}
    stages = grouped(stages_of(options), options)
    context = {
        "options": options,
        "agent": agent_of(options),
        "stages": stages,
        "tag": "${env.GIT_COMMIT.take(12)}" if options.tag == "commit" else "${env.BUILD_NUMBER}",
        "parameters": [parsed(item) for item in options.parameters],
        "image": image_name(options) if kinds & {"build", "push", "scan"} or options.deploy == "sagemaker" else None,
        "secrets": [(name, credential_id(name)) for name in _secrets(options)],
        "checks_out": "checkout" in kinds and not any(stage.agent or stage.parts for stage in stages),
        "cron": _cron(options),
        "measured": commands.has_coverage(options),
        "minutes": options.minutes_of_training if "train" in kinds else options.minutes,
        # A question may wait for a day, so a limit on the whole build would end it.
        "limits_stages": any(stage.ask for stage in stages),
        "report": f"{options.folder}/report.xml" if options.folder else "report.xml",
        "archived": any(job.does == "train" for job in planned(options)),
    }
    return {"Jenkinsfile": fill("jenkinsfile/Jenkinsfile", **context)}


def credential_id(name: str) -> str:
    """The id under which Jenkins keeps a secret: MLFLOW_TOKEN is mlflow-token."""
    return name.lower().replace("_", "-").strip("-") or "secret"


def _secrets(options: Options) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*options.secrets, *(["MLFLOW_TRACKING_URI"] if options.mlflow else [])]))


def _cron(options: Options) -> str | None:
    if options.schedule is None:
        return None
    return f"TZ={options.timezone}\n{options.schedule}" if options.timezone else options.schedule
