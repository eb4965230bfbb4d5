"""What pipelines have in common wherever they run: checks, an image, a training, a deployment, and the words for them."""

from generators.frame.pipeline import commands, wants, words
from generators.frame.pipeline.grammars import Channel, CredentialId, GitPattern, PathPattern, Service, Title
from generators.frame.pipeline.options import PipelineOptions
from generators.frame.pipeline.plan import Job, environments_of, planned, tests_pull, tools_of
from generators.frame.pipeline.spacing import spaced
from generators.frame.pipeline.stages import slug, stages_in
from generators.frame.pipeline.tools import Tool

__all__ = [
    "Channel",
    "CredentialId",
    "GitPattern",
    "Job",
    "PathPattern",
    "PipelineOptions",
    "Service",
    "Title",
    "Tool",
    "commands",
    "environments_of",
    "planned",
    "slug",
    "spaced",
    "stages_in",
    "tests_pull",
    "tools_of",
    "wants",
    "words",
]
