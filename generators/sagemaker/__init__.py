"""SageMaker: a pipeline with its scripts, training jobs, endpoints, batch transform, a buildspec for CodeBuild."""

from pathlib import PurePosixPath
from typing import Any

from generators.frame import Files, fill, package, version
from generators.sagemaker.buildspec import buildspec_of
from generators.sagemaker.options import Options
from generators.sagemaker.whys import WHY

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "SageMaker: potok ze skryptami, zadania treningowe, endpointy, przetwarzanie wsadowe, buildspec dla CodeBuild."
CUES = ("sagemaker*", "buildspec*", "codebuild*", "batch transform*")
ABOUT = ()
_LIBRARIES = {
    "sklearn": ("SKLearn", "sagemaker.sklearn", "sagemaker-sklearn", "py3"),
    "xgboost": ("XGBoost", "sagemaker.xgboost", "sagemaker-xgboost", "py3"),
    "pytorch": ("PyTorch", "sagemaker.pytorch", "sagemaker-pytorch", "py312"),
}
_PIP = {"sklearn": ("scikit-learn", "joblib"), "xgboost": ("xgboost", "scikit-learn"), "pytorch": ("torch", "scikit-learn")}


def render(options: Options) -> Files:
    """The scripts of the parts that are wanted, with the versions that they need."""
    context = _context(options)
    files: Files = {}
    if options.has("pipeline"):
        files["pipeline.py"] = fill("sagemaker/pipeline.py", **context)
    if options.has("training"):
        files["training_job.py"] = fill("sagemaker/training_job.py", **context)
    if options.has("pipeline", "training"):
        files |= _scripts(options, context)
    if options.has("endpoint"):
        files["deploy.py"] = fill("sagemaker/deploy.py", **context)
    if options.has("transform"):
        files["batch_transform.py"] = fill("sagemaker/batch_transform.py", **context)
    if options.has("buildspec"):
        files["buildspec.yml"] = buildspec_of(options)
    if options.has("pipeline", "training", "endpoint", "transform"):
        # Version 3 of the SDK is another library: no estimators, no steps.
        files["requirements.txt"] = "\n".join((package("sagemaker"), package("boto3"))) + "\n"
    return files


def _scripts(options: Options, context: dict[str, Any]) -> Files:
    """What runs inside the jobs. All of it lies in one folder, because SageMaker uploads a folder."""
    files = {options.train_script: fill(f"sagemaker/train_{options.framework}.py", **context)}
    if options.has("pipeline"):
        files[options.preprocess_script] = fill("sagemaker/preprocess.py", **context)
        files[options.evaluate_script] = fill("sagemaker/evaluate.py", **context)
        folder = PurePosixPath(options.train_script).parent
        files[str(folder / "inference.py")] = fill("sagemaker/inference.py", **context)
    return files


def _context(options: Options) -> dict[str, Any]:
    estimator, module, pinned, python = _LIBRARIES[options.framework]
    train = PurePosixPath(options.train_script)
    return {
        "options": options,
        "estimator": estimator,
        "module": module,
        "framework_version": version(pinned),
        "sklearn_version": version("sagemaker-sklearn"),
        "py_version": python,
        "source_dir": str(train.parent),
        "train_file": train.name,
        "group": options.group or f"{options.name[:56]}-models",
        "endpoint": options.endpoint or options.name,
        "data": options.data or f"s3://{options.bucket}/{options.name}/raw/",
        "output": options.output or f"s3://{options.bucket}/{options.name}/predictions/",
        "model_data": options.model_data or f"s3://{options.bucket}/{options.name}/model.tar.gz",
        "settings": {"epochs": 10, "learning_rate": 0.001, "batch_size": 64, **options.settings},
        "regression": options.lower_is_better,
    }
