"""The training script that logs, and the script that promotes a model."""

from generators.frame import Files, fill
from generators.mlflow.options import Options
from generators.mlflow.project import requirements_of

_LINEAR = {"alpha", "l1_ratio", "penalty"}
# What skops finds in such models and loads only when it is named; seen by running the scripts.
_TREE, _BOOSTED_TREE = "sklearn.tree._tree.Tree", "sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor"
_TRUSTED = {
    "RandomForestClassifier": [_TREE],
    "RandomForestRegressor": [_TREE],
    "HistGradientBoostingClassifier": [_BOOSTED_TREE],
    "HistGradientBoostingRegressor": [_BOOSTED_TREE],
}
_BOOSTED = {"learning_rate", "max_iter", "max_leaf_nodes"}


def training_of(options: Options) -> Files:
    """The script and its requirements; MLproject brings its own environment."""
    files = {options.script: fill(f"mlflow/train_{options.flavor}.py", **_context(options))}
    if not options.has("project") or options.environment == "docker":
        files["requirements.txt"] = "\n".join(requirements_of(options)) + "\n"
    return files


def promotion_of(options: Options) -> Files:
    """promote.py, which moves the alias to a better version."""
    return {"promote.py": fill("mlflow/promote.py", options=options, lower_is_better=options.metric == "rmse")}


def _context(options: Options) -> dict[str, object]:
    return {
        "options": options,
        "regression": options.metric == "rmse",
        "estimator": _estimator(options),
        "types": {"float": "float", "int": "int", "string": "str", "path": "str"},
        "trusted": _TRUSTED.get(_estimator(options)[1], []),
    }


def _estimator(options: Options) -> tuple[str, str]:
    """The module and class of scikit-learn that take such parameters."""
    names = {parameter.name for parameter in options.arguments}
    regression = options.metric == "rmse"
    if names & _LINEAR:
        return "sklearn.linear_model", "SGDRegressor" if regression else "SGDClassifier"
    if names & _BOOSTED:
        return "sklearn.ensemble", "HistGradientBoostingRegressor" if regression else "HistGradientBoostingClassifier"
    return "sklearn.ensemble", "RandomForestRegressor" if regression else "RandomForestClassifier"
