"""The SageMaker pipeline churn: prepare, train, evaluate, and register the model if it is good enough.

    python pipeline.py            # create or update it
    python pipeline.py --start    # and run it
"""

import argparse
import os

import boto3
from sagemaker.sklearn import SKLearn, SKLearnModel
from sagemaker.inputs import TrainingInput
from sagemaker.model_metrics import MetricsSource, ModelMetrics
from sagemaker.processing import FrameworkProcessor, ProcessingInput, ProcessingOutput
from sagemaker.sklearn.processing import SKLearnProcessor
from sagemaker.workflow.condition_step import ConditionStep
from sagemaker.workflow.conditions import ConditionGreaterThanOrEqualTo
from sagemaker.workflow.fail_step import FailStep
from sagemaker.workflow.functions import Join, JsonGet
from sagemaker.workflow.model_step import ModelStep
from sagemaker.workflow.parameters import ParameterFloat, ParameterString
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.properties import PropertyFile
from sagemaker.workflow.steps import CacheConfig, ProcessingStep, TrainingStep

REGION = "eu-central-1"
BUCKET = "acme-ml"
MODEL_PACKAGE_GROUP = "churn-models"
HYPERPARAMETERS = {"n_estimators": 200, "max_depth": 8}
# The address of the data does not change when the data does, so a cached step is trusted for a day only.
CACHE = CacheConfig(enable_caching=True, expire_after="P1D")

input_data = ParameterString("InputData", default_value="s3://acme-ml/churn/raw/")
processing_instance = ParameterString("ProcessingInstanceType", default_value="ml.m5.large")
training_instance = ParameterString("TrainingInstanceType", default_value="ml.m5.large")
threshold = ParameterFloat("AucThreshold", default_value=0.8)
approval_status = ParameterString("ApprovalStatus", default_value="PendingManualApproval")


def prepare_step(session: PipelineSession, role: str) -> ProcessingStep:
    processor = SKLearnProcessor(
        framework_version="1.4-2",
        role=role,
        instance_type=processing_instance,
        instance_count=1,
        base_job_name="churn-preprocess",
        sagemaker_session=session,
    )
    outputs = [ProcessingOutput(output_name=name, source=f"/opt/ml/processing/{name}") for name in ("train", "test")]
    arguments = processor.run(
        code="src/preprocess.py",
        inputs=[ProcessingInput(source=input_data, destination="/opt/ml/processing/input")],
        outputs=outputs,
    )
    return ProcessingStep(name="Preprocess", step_args=arguments, cache_config=CACHE)


def train_step(session: PipelineSession, role: str, prepared: ProcessingStep) -> TrainingStep:
    estimator = SKLearn(
        entry_point="train.py",
        source_dir="src",
        role=role,
        framework_version="1.4-2",
        py_version="py3",
        instance_type=training_instance,
        instance_count=1,
        hyperparameters=HYPERPARAMETERS,
        output_path=f"s3://{BUCKET}/churn/models",
        max_run=3600,
        base_job_name="churn-train",
        sagemaker_session=session,
    )
    train = prepared.properties.ProcessingOutputConfig.Outputs["train"].S3Output.S3Uri
    return TrainingStep(name="Train", step_args=estimator.fit({"train": TrainingInput(train)}), cache_config=CACHE)


def evaluate_step(session: PipelineSession, role: str, prepared: ProcessingStep, trained: TrainingStep) -> tuple[ProcessingStep, PropertyFile]:
    processor = FrameworkProcessor(
        estimator_cls=SKLearn,
        framework_version="1.4-2",
        py_version="py3",
        role=role,
        instance_type=processing_instance,
        instance_count=1,
        base_job_name="churn-evaluate",
        sagemaker_session=session,
    )
    test = prepared.properties.ProcessingOutputConfig.Outputs["test"].S3Output.S3Uri
    arguments = processor.run(
        code="src/evaluate.py",
        inputs=[
            ProcessingInput(source=trained.properties.ModelArtifacts.S3ModelArtifacts, destination="/opt/ml/processing/model"),
            ProcessingInput(source=test, destination="/opt/ml/processing/test"),
        ],
        outputs=[ProcessingOutput(output_name="evaluation", source="/opt/ml/processing/evaluation")],
    )
    report = PropertyFile(name="Evaluation", output_name="evaluation", path="evaluation.json")
    return ProcessingStep(name="Evaluate", step_args=arguments, property_files=[report]), report


def register_step(session: PipelineSession, role: str, trained: TrainingStep, evaluated: ProcessingStep) -> ModelStep:
    model = SKLearnModel(
        model_data=trained.properties.ModelArtifacts.S3ModelArtifacts,
        role=role,
        entry_point="inference.py",
        source_dir="src",
        framework_version="1.4-2",
        py_version="py3",
        sagemaker_session=session,
    )
    folder = evaluated.properties.ProcessingOutputConfig.Outputs["evaluation"].S3Output.S3Uri
    statistics = MetricsSource(s3_uri=Join(on="/", values=[folder, "evaluation.json"]), content_type="application/json")
    arguments = model.register(
        content_types=["text/csv"],
        response_types=["application/json"],
        inference_instances=["ml.m5.large"],
        transform_instances=["ml.m5.large"],
        model_package_group_name=MODEL_PACKAGE_GROUP,
        approval_status=approval_status,
        model_metrics=ModelMetrics(model_statistics=statistics),
    )
    return ModelStep(name="Register", step_args=arguments)


def build_pipeline(session: PipelineSession, role: str) -> Pipeline:
    """The whole pipeline; building it starts no job."""
    prepared = prepare_step(session, role)
    trained = train_step(session, role, prepared)
    evaluated, report = evaluate_step(session, role, prepared, trained)
    measured = JsonGet(step_name=evaluated.name, property_file=report, json_path="metrics.auc.value")
    gate = ConditionStep(
        name="GoodEnough",
        conditions=[ConditionGreaterThanOrEqualTo(left=measured, right=threshold)],
        if_steps=[register_step(session, role, trained, evaluated)],
        else_steps=[FailStep(name="TooWeak", error_message=Join(on=" ", values=["auc misses the bound of", threshold]))],
    )
    return Pipeline(
        name="churn",
        parameters=[input_data, processing_instance, training_instance, threshold, approval_status],
        steps=[prepared, trained, evaluated, gate],
        sagemaker_session=session,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Creates or updates the pipeline.")
    parser.add_argument("--start", action="store_true", help="run it too")
    arguments = parser.parse_args()

    role = os.environ["SAGEMAKER_ROLE_ARN"]
    session = PipelineSession(boto_session=boto3.Session(region_name=REGION), default_bucket=BUCKET)
    pipeline = build_pipeline(session, role)
    pipeline.upsert(role_arn=role)
    if arguments.start:
        execution = pipeline.start()
        print(execution.arn)


if __name__ == "__main__":
    main()
