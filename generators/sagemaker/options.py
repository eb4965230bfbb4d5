"""What varies between SageMaker projects."""

from typing import Literal

from pydantic import model_validator

from generators.frame import GeneratorOptions, option, refusal, values
from generators.sagemaker import reading

Part = Literal["pipeline", "training", "endpoint", "transform", "buildspec"]
_TAKEN = ("train", "model_dir", "help", "h")  # arguments that the training script has already
_LOWER_IS_BETTER = ("rmse",)


class Options(GeneratorOptions):
    """The model, its training, and how it is served."""

    name: values.DnsLabel = option("churn", "Name of the project.", pl="Nazwa projektu.", cues=("project", "projekt*"))
    parts: tuple[Part, ...] = option(("pipeline",), "What to make.", pl="Co utworzyć.", read=reading.read_parts, min_length=1)
    region: values.Region = option("eu-central-1", "AWS region.", pl="Region AWS.")
    bucket: values.Bucket = option("acme-ml", "Bucket of data and models.", pl="Bucket na dane i modele.", read=reading.read_bucket)
    framework: Literal["sklearn", "xgboost", "pytorch"] = option(
        "sklearn",
        "Library of the model.",
        pl="Biblioteka modelu.",
        words={"sklearn": ("scikit-learn", "scikit learn", "scikit"), "xgboost": ("xgb",), "pytorch": ("torch*", "pytorch*")},
    )
    instance: values.MlInstance = option("ml.m5.large", "Type of machine.", pl="Typ maszyny.", read=reading.read_instance)
    processing_instance: values.MlInstance = option(
        "ml.m5.large",
        "Type of machine that prepares data.",
        pl="Typ maszyny, która przygotowuje dane.",
        cues=("processing instance", "preprocessing on", "preprocessing na"),
    )
    instances: int = option(1, "Number of machines.", pl="Liczba maszyn.", read=reading.read_count, ge=1, le=100)
    spot: bool = option(False, "Train on spot machines.", pl="Trenuj na maszynach spot.", cues=("spot",))
    max_minutes: int = option(
        60,
        "Longest training in minutes.",
        pl="Najdłuższy trening w minutach.",
        cues=("max run", "max runtime", "timeout", "limit czasu", "minut*", "minutes"),
        ge=1,
        le=40_320,
    )
    hyperparameters: dict[values.Identifier, int | float] = option(
        {}, "Hyperparameters.", pl="Hiperparametry.", read=reading.read_hyperparameters, max_length=20
    )
    data: values.StorageUri | None = option(None, "Input data in S3.", pl="Dane wejściowe w S3.", read=reading.read_address)
    output: values.StorageUri | None = option(
        None, "Where batch results go.", pl="Dokąd trafiają wyniki wsadowe.", read=reading.read_output
    )
    metric: Literal["auc", "accuracy", "f1", "rmse"] = option(
        "auc", "The metric that decides.", pl="Metryka, która rozstrzyga.", words={"accuracy": ("dokladnos*",)}
    )
    threshold: float = option(
        0.8,
        "The metric's bound for registration.",
        pl="Próg metryki dla rejestracji.",
        read=reading.read_threshold,
        ge=0,
        le=1_000_000,
    )
    group: values.DnsLabel | None = option(None, "Model package group.", pl="Grupa pakietów modeli.", read=reading.read_group)
    approval: Literal["PendingManualApproval", "Approved"] = option(
        "PendingManualApproval",
        "Status of a registered model.",
        pl="Status zarejestrowanego modelu.",
        words={
            "PendingManualApproval": ("manual approval", "reczn* akceptacj*", "reczn* zatwierdz*"),
            "Approved": ("auto approv*", "automatically approved", "automatyczn* zatwierdz*"),
        },
    )
    preprocess_script: values.Path = option(
        "src/preprocess.py",
        "Script that prepares data.",
        pl="Skrypt przygotowujący dane.",
        read=reading.reader_of_script("prep|process|clean|feature"),
    )
    train_script: values.Path = option(
        "src/train.py", "Training script.", pl="Skrypt treningowy.", read=reading.reader_of_script("train|fit|trening")
    )
    evaluate_script: values.Path = option(
        "src/evaluate.py", "Evaluation script.", pl="Skrypt ewaluacji.", read=reading.reader_of_script("eval|score|metric")
    )

    endpoint: values.DnsLabel | None = option(
        None, "Name of the endpoint.", pl="Nazwa endpointu.", read=reading.reader_after(r"endpoin\w*")
    )
    serving: Literal["real-time", "serverless", "async"] = option(
        "real-time", "Kind of endpoint.", pl="Rodzaj endpointu.", read=reading.read_serving
    )
    model_data: values.StorageUri | None = option(
        None, "The model's archive in S3.", pl="Archiwum modelu w S3.", read=reading.read_model_data
    )
    image: values.Image | None = option(
        None,
        "An image of your own that serves the model.",
        pl="Własny obraz serwujący model.",
        cues=("image", "obraz*", "container", "kontener*"),
    )
    memory: Literal[1024, 2048, 3072, 4096, 5120, 6144] = option(
        2048, "Memory of a serverless endpoint in MB.", pl="Pamięć endpointu serverless w MB.", read=reading.read_memory
    )
    concurrency: int = option(
        5,
        "Requests at once of a serverless endpoint.",
        pl="Równoczesne zapytania endpointu serverless.",
        cues=("concurrency", "max concurrency", "rownoczesn*", "wspolbiezn*"),
        ge=1,
        le=200,
    )
    max_instances: int | None = option(
        None, "Autoscaling up to so many machines.", pl="Autoskalowanie do tylu maszyn.", read=reading.read_most, ge=1, le=100
    )
    capture: int | None = option(
        None,
        "Percentage of requests captured to S3.",
        pl="Procent zapytań zapisywanych w S3.",
        read=reading.read_capture,
        ge=1,
        le=100,
    )
    build: Literal["pipeline", "image"] = option(
        "pipeline",
        "What CodeBuild does: run the pipeline, or build and push an image.",
        pl="Co robi CodeBuild: uruchamia potok albo buduje i wysyła obraz.",
        words={"pipeline": ("sagemaker pipeline*", "pipeline.py"), "image": ("ecr", "docker*", "image", "obraz*")},
    )
    repository: values.EcrName | None = option(
        None,
        "ECR repository of the image.",
        pl="Repozytorium ECR obrazu.",
        read=reading.reader_after(r"(?:ecr|repositor\w+|repozytori\w+|repo)"),
    )

    @model_validator(mode="after")
    def _possible(self) -> "Options":
        for name in ("data", "output", "model_data"):
            address = getattr(self, name)
            if address and not address.startswith("s3://"):
                raise refusal(f"SageMaker reads and writes s3:// only ({name})", f"SageMaker czyta i pisze tylko s3:// ({name})")
        if self.max_instances is not None and self.max_instances < self.instances:
            raise refusal(
                f"the endpoint cannot grow to {self.max_instances} machines (max_instances) when it starts with {self.instances}",
                f"endpoint nie urośnie do {self.max_instances} maszyn (max_instances), skoro zaczyna od {self.instances}",
            )
        if self.metric not in _LOWER_IS_BETTER and self.threshold > 1:
            raise refusal(
                f"the threshold {self.threshold:g} is impossible: {self.metric} is at most 1",
                f"próg (threshold) {self.threshold:g} jest niemożliwy: {self.metric} wynosi najwyżej 1",
            )
        if self.framework == "sklearn" and self.instances > 1 and not self.has("endpoint", "transform"):
            raise refusal(
                "scikit-learn trains on one machine only (instances)", "scikit-learn trenuje tylko na jednej maszynie (instances)"
            )
        taken = [name for name in self.hyperparameters if name in _TAKEN]
        if taken:
            raise refusal(f"a hyperparameter cannot be called {taken[0]}", f"hiperparametr nie może się nazywać {taken[0]}")
        if len({self.preprocess_script, self.train_script, self.evaluate_script}) < 3:
            raise refusal("the three scripts must have three names", "trzy skrypty muszą mieć trzy nazwy")
        return self

    def has(self, *parts: Part) -> bool:
        """Whether one of these parts is wanted."""
        return any(part in self.parts for part in parts)

    @property
    def lower_is_better(self) -> bool:
        """Whether a smaller metric means a better model."""
        return self.metric in _LOWER_IS_BETTER

    @property
    def settings(self) -> dict[str, int | float]:
        """The hyperparameters, those that suit the library where none are given."""
        usual: dict[str, dict[str, int | float]] = {
            "sklearn": {"n_estimators": 200, "max_depth": 8},
            "xgboost": {"n_estimators": 300, "max_depth": 6, "learning_rate": 0.1},
            "pytorch": {"epochs": 10, "learning_rate": 0.001, "batch_size": 64},
        }
        return self.hyperparameters or usual[self.framework]
