"""What varies between DVC pipelines."""

from typing import Literal

from pydantic import model_validator

from generators.dvc.reading import (
    read_data,
    read_files,
    read_matrix,
    read_model,
    read_parameters,
    read_plots_file,
    read_remote,
    read_remote_url,
    read_stages,
)
from generators.frame import GeneratorOptions, option, refusal, values

ParameterValue = int | float | bool | values.Name
_FORMS = {"s3": "s3://", "gcs": "gs://", "azure": "azure://", "ssh": "ssh://", "local": "/"}


class PipelineOptions(GeneratorOptions):
    """The stages, what they read and write, and where the data is kept."""

    stages: tuple[values.Name, ...] = option(
        ("prepare", "train", "evaluate"),
        "Stages in their order.",
        pl="Etapy w kolejności.",
        read=read_stages,
        min_length=1,
        max_length=15,
    )
    data: values.Path = option("data/raw.csv", "The raw data.", pl="Surowe dane.", read=read_data)
    model: values.Path = option("models/model.joblib", "The trained model.", pl="Wytrenowany model.", read=read_model)
    source: values.Path = option(
        "src", "Folder of the scripts.", pl="Folder skryptów.", cues=("source folder", "scripts folder", "folder* skryptow")
    )
    files: tuple[values.Path, ...] = option(
        (),
        "Scripts, matched to stages by their names.",
        pl="Skrypty, dopasowane do etapów po nazwach.",
        read=read_files,
        max_length=15,
    )
    scripts: bool = option(
        False,
        "Skeletons of the scripts too.",
        pl="Także szkielety skryptów.",
        cues=("stub*", "skeleton*", "szkielet*", "with scripts", "ze skryptami", "i skrypty", "and the scripts"),
    )
    metrics: values.Path = option(
        "metrics.json", "File with metrics.", pl="Plik z metrykami.", cues=("metric*", "metryk*", "wynik*")
    )
    plots: bool = option(True, "A plot of the ROC curve.", pl="Wykres krzywej ROC.", cues=("plot*", "wykres*"))
    plots_file: values.Path = option(
        "reports/roc.csv", "File with the plot's points.", pl="Plik z punktami wykresu.", read=read_plots_file
    )
    params: dict[values.ParameterName, ParameterValue] = option(
        {},
        "Parameters, such as train.max_depth: 8.",
        pl="Parametry, na przykład train.max_depth: 8.",
        read=read_parameters,
        max_length=30,
    )
    matrix: dict[values.Identifier, tuple[ParameterValue, ...]] = option(
        {},
        "Values to run one stage with, by name.",
        pl="Wartości, z którymi uruchomić jeden etap, po nazwie.",
        read=read_matrix,
        max_length=4,
    )
    matrix_stage: values.Name = option(
        "train", "The stage that is run for each value.", pl="Etap uruchamiany dla każdej wartości.", cues=("matrix stage",)
    )

    remote: Literal["s3", "gcs", "azure", "ssh", "local", "none"] = option(
        "s3", "Where the data is kept.", pl="Gdzie trzymane są dane.", read=read_remote
    )
    remote_url: values.RemoteUrl | None = option(None, "Its address.", pl="Jego adres.", read=read_remote_url)
    remote_name: values.Name = option(
        "storage", "Name of the remote.", pl="Nazwa zdalnego magazynu.", cues=("remote named", "remote called", "remote o nazwie")
    )
    region: values.Region | None = option(None, "AWS region of the bucket.", pl="Region AWS bucketu.")
    endpoint: values.Url | None = option(
        None,
        "Address of an S3-compatible server such as MinIO.",
        pl="Adres serwera zgodnego z S3, na przykład MinIO.",
        cues=("minio", "endpoint*", "endpointurl"),
    )

    @model_validator(mode="after")
    def _possible(self) -> "PipelineOptions":
        if self.remote_url and self.remote != "none" and not self.remote_url.startswith(_FORMS[self.remote]):
            raise refusal(
                f"the address (remote_url) of {self.remote} must begin with {_FORMS[self.remote]}",
                f"adres (remote_url) dla {self.remote} musi zaczynać się od {_FORMS[self.remote]}",
            )
        if any(not choices for choices in self.matrix.values()):
            raise refusal(
                "each name in matrix needs at least one value", "każda nazwa w matrix potrzebuje co najmniej jednej wartości"
            )
        return self

    @property
    def address(self) -> str:
        """Where the data is kept, by its address."""
        usual = {"s3": "s3://ml-data/dvc", "gcs": "gs://ml-data/dvc", "azure": "azure://ml-data/dvc", "local": "/mnt/dvc-storage"}
        return self.remote_url or usual.get(self.remote, "ssh://dvc@storage.example.com/srv/dvc")
