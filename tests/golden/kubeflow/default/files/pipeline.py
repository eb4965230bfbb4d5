from kfp import compiler, dsl

BASE_IMAGE = "python:3.12-slim"
PACKAGES = [
    "pandas==2.3.3",
    "pyarrow==26.0.1",
    "scikit-learn==1.9.1",
]


@dsl.component(base_image=BASE_IMAGE, packages_to_install=PACKAGES)
def load(data_url: str, result: dsl.Output[dsl.Dataset]):
    import pandas as pd

    pd.read_parquet(data_url).to_parquet(result.path)


@dsl.component(base_image=BASE_IMAGE, packages_to_install=PACKAGES)
def train(data: dsl.Input[dsl.Dataset], target: str, seed: int, result: dsl.Output[dsl.Model]):
    import joblib
    import pandas as pd
    from sklearn.ensemble import HistGradientBoostingClassifier as Model

    # Every fifth row is kept for the evaluation.
    rows = pd.read_parquet(data.path).reset_index(drop=True)
    rows = rows[rows.index % 5 != 0]
    joblib.dump(Model(random_state=seed).fit(rows.drop(columns=target), rows[target]), result.path)
    result.metadata["framework"] = "sklearn"


@dsl.component(base_image=BASE_IMAGE, packages_to_install=PACKAGES)
def evaluate(data: dsl.Input[dsl.Dataset], model: dsl.Input[dsl.Model], target: str, metrics: dsl.Output[dsl.Metrics]):
    import joblib
    import pandas as pd
    from sklearn.metrics import accuracy_score

    rows = pd.read_parquet(data.path).reset_index(drop=True)
    rows = rows[rows.index % 5 == 0]
    predicted = joblib.load(model.path).predict(rows.drop(columns=target))
    metrics.log_metric("accuracy", float(accuracy_score(rows[target], predicted)))


@dsl.pipeline(name="train-model")
def train_model_pipeline(data_url: str = "s3://datasets/train.parquet", target: str = "label", seed: int = 42):
    load_task = load(data_url=data_url)
    load_task.set_cpu_limit("1").set_memory_limit("2Gi")
    load_task.set_caching_options(True)
    train_task = train(data=load_task.outputs["result"], target=target, seed=seed)
    train_task.set_cpu_limit("1").set_memory_limit("2Gi")
    train_task.set_caching_options(True)
    evaluate_task = evaluate(data=load_task.outputs["result"], model=train_task.outputs["result"], target=target)
    evaluate_task.set_cpu_limit("1").set_memory_limit("2Gi")
    evaluate_task.set_caching_options(True)


if __name__ == "__main__":
    compiler.Compiler().compile(train_model_pipeline, "train-model.yaml")
