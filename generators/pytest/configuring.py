"""pytest's own configuration."""

from typing import TYPE_CHECKING

from generators.frame import fill, package

if TYPE_CHECKING:
    from generators.pytest import Options

_MEANING = {
    "slow": "takes more than a few seconds",
    "gpu": "needs a graphics card",
    "integration": "talks to real services",
    "e2e": "goes through the whole system",
    "smoke": "the shortest proof that it works at all",
    "data": "reads the real data",
    "model": "loads the trained model",
    "network": "needs the network",
    "unit": "needs nothing but the code",
}


def configuration(options: "Options") -> str:
    """The table of pyproject.toml, or pytest.ini."""
    source = _source(options)
    in_ini = options.config == "pytest.ini"
    return fill(
        f"pytest/{options.config}",
        options=options,
        folder=options.folder.removeprefix("./").rstrip("/"),
        source=source,
        # "." for `from src.clean import …`, the source folder for `from clean import …`.
        pythonpath=list(dict.fromkeys([".", source])),
        addopts=_flags(options, source, in_ini),
        markers={
            name: _MEANING.get(name, f"tests of {name.replace('_', ' ')}")
            for name in dict.fromkeys((*options.markers, *options.skipped))
        },
        needs=_needs(options),
    )


def _source(options: "Options") -> str:
    tested = {"function": options.module, "api": options.service}
    module = next((path for part, path in tested.items() if part in options.parts), "")
    folder = module.removeprefix("./").rpartition("/")[0].partition("/")[0]
    return (options.source or folder or "src").removeprefix("./").rstrip("/")


def _flags(options: "Options", source: str, in_ini: bool) -> list[str]:
    flags = ["-ra", "--strict-markers", "--strict-config", "--import-mode=importlib"]
    if options.coverage is not None:
        flags += [f"--cov={source}", "--cov-report=term-missing"]
        # Only pyproject.toml has a place for the limit in a table of its own.
        flags += ["--cov-branch", f"--cov-fail-under={options.coverage}"] if in_ini else []
    if options.parallel:
        flags += ["-n", "auto"]
    if options.junit:
        flags.append("--junitxml=report.xml")
    if options.skipped:
        flags += ["-m", " and ".join(f"not {name}" for name in dict.fromkeys(options.skipped))]
    return flags


def _needs(options: "Options") -> list[str]:
    plugins = {
        "pytest-cov": options.coverage is not None,
        "pytest-timeout": bool(options.timeout),
        "pytest-xdist": options.parallel,
        "pytest-asyncio": options.asyncio,
    }
    return [package("pytest"), *(package(name) for name, wanted in plugins.items() if wanted)]
