"""Seldon Core: a SeldonDeployment with canary, A/B test, shadow and autoscaling, or Model, Pipeline and Experiment of version 2."""

from generators.frame import Files, to_yaml
from generators.seldon.first import deployment
from generators.seldon.options import Options
from generators.seldon.second import resources_of_second
from generators.seldon.secret import needs
from generators.seldon.why import WHY

__all__ = ["ABOUT", "COVERS", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = (
    "Seldon Core: SeldonDeployment z kanarkiem, testem A/B, cieniem i autoskalowaniem albo Model, Pipeline i Experiment wersji 2."
)
CUES = ("seldondeployment*", "seldon deployment*", "seldon*", "sdep")
ABOUT = ()
# "A SeldonDeployment with an HPA" is one kind of file: these are its contents.
COVERS = ("kubernetes",)


def render(options: Options) -> Files:
    """The resources of the version that was asked for."""
    documents = [deployment(options)] if options.version == "v1" else resources_of_second(options)
    return {f"seldon/{options.title}.yaml": to_yaml(*documents, comment=needs(options))}
