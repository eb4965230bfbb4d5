"""The project: MLproject with its entry points, and the environment that runs it."""

from typing import Any

from generators.frame import Files, Quoted, package, to_yaml
from generators.mlflow.options import Options, Parameter

_LIBRARIES = {"sklearn": ("scikit-learn",), "xgboost": ("xgboost", "scikit-learn"), "pytorch": ("torch", "scikit-learn")}


def requirements_of(options: Options) -> list[str]:
    """The packages of the training, each in an exact version."""
    return [package("mlflow"), *(package(name) for name in _LIBRARIES[options.flavor]), package("pandas")]


def project_of(options: Options) -> Files:
    """MLproject and its environment."""
    environments: dict[str, dict[str, Any]] = {
        "python": {"python_env": "python_env.yaml"},
        "conda": {"conda_env": "conda.yaml"},
        "docker": {"docker_env": {"image": options.image or f"registry.example.com/ml/{options.name.lower()}:0.1.0"}},
    }
    entry_points = {name: _entry_point(options, name) for name in dict.fromkeys(options.entry_points)}
    files = {"MLproject": to_yaml({"name": options.name, **environments[options.environment], "entry_points": entry_points})}
    if options.environment == "python":
        files["python_env.yaml"] = to_yaml(_python_env(options))
    if options.environment == "conda":
        files["conda.yaml"] = to_yaml(_conda(options))
    return files


def _entry_point(options: Options, name: str) -> dict[str, Any]:
    script = options.script if name == "main" else f"{name.replace('-', '_')}.py"
    parameters = options.arguments if name == "main" else ()
    command = f"python {script}" + "".join(f" --{_flag(item.name)} {{{item.name}}}" for item in parameters)
    described = {item.name: _described(item) for item in parameters}
    return {"parameters": described, "command": command} if described else {"command": command}


def _flag(name: str) -> str:
    return name.replace("_", "-")


def _described(parameter: Parameter) -> dict[str, Any]:
    described: dict[str, Any] = {"type": parameter.type}
    if parameter.default is not None:
        described["default"] = parameter.default
    return described


def _python_env(options: Options) -> dict[str, Any]:
    return {
        "python": Quoted(options.python),
        "build_dependencies": ["pip", "setuptools", "wheel"],
        "dependencies": requirements_of(options),
    }


def _conda(options: Options) -> dict[str, Any]:
    return {
        "name": options.name.lower(),
        "channels": ["conda-forge"],
        "dependencies": [f"python={options.python}", "pip", {"pip": requirements_of(options)}],
    }
