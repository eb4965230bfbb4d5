"""Jobs that fetch data, train and evaluate a model."""

from generators.frame.pipeline import Job, commands
from generators.gitlab_ci.options import Options
from generators.gitlab_ci.rules import check_rules, training_rules
from generators.gitlab_ci.shared import Body, aws, before, inside, on_python, programs


def data_job(job: Job, options: Options) -> Body:
    """Fetch the data, by DVC where that is used."""
    keys, lines = aws(options) if options.dvc else ({}, [])
    script = [f"{programs(options).lead}dvc pull"] if options.dvc else commands.own(job)
    return {**on_python(options), **keys, "before_script": [*lines, *before(options, (), extra=commands.training_extra(options))],
            "script": script, **training_rules(options)}  # fmt: skip


def train_job(job: Job, options: Options) -> Body:
    """Train and keep the result."""
    keys, lines = aws(options) if options.dvc else ({}, [])
    # A newer commit must not end a training that is paid for.
    body: Body = {**on_python(options), "interruptible": False, "timeout": f"{options.minutes_of_training} minutes", **keys}
    body["before_script"] = [*lines, *before(options, (), extra=commands.training_extra(options))]
    body["script"] = commands.training(options, programs(options))
    return {**body, **_kept(options), **training_rules(options)}


def _kept(options: Options) -> Body:
    paths = options.artifacts or (() if options.dvc == "repro" else ("models",))
    if options.test_model:
        paths = tuple(dict.fromkeys((*paths, options.metrics)))
    return {"artifacts": {"paths": [inside(options, path) for path in paths], "expire_in": "4 weeks"}} if paths else {}


def evaluate_job(job: Job, options: Options) -> Body:
    """Judge the model that the training left."""
    rules = training_rules(options) if options.train else check_rules(options)
    script = [f"{programs(options).python} evaluate.py"]
    return {**on_python(options), "before_script": before(options, ()), "script": script, **rules}
