"""Tests with pytest: configuration, a function, data, model quality and behaviour, an API, fixtures."""

from pydantic import model_validator

from generators.frame import Files, refusal
from generators.pytest.configuring import configuration
from generators.pytest.function import test_file
from generators.pytest.options_model import ServiceOptions
from generators.pytest.reasons import WHY
from generators.pytest.testing import api_tests, conftest, data_tests, function_tests, metrics_tests, model_tests

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Testy w pytest: konfiguracja, funkcja, dane, jakość i zachowanie modelu, API, fixture'y."
CUES = (
    "pytest*",
    "test* for the function",
    "test* for my function",
    "unit test*",
    "test* jednostkow*",
    "test* dla funkcji",
    "test* funkcji",
    "test* do funkcji",
    "test* danych",
    "test* modelu",
    "test* api",
    "data test*",
    "data validation test*",
    "model quality test*",
    "quality gate test*",
    "conftest*",
    "api test*",
)
ABOUT = ("test*",)


class Options(ServiceOptions):
    """What varies between test suites."""

    @model_validator(mode="after")
    def _possible(self) -> "Options":
        for column, span in self.ranges.items():
            if span.low is not None and span.high is not None and span.low > span.high:
                raise refusal(
                    f"{column}: the smallest value {span.low:g} is above the largest, {span.high:g}",
                    f"{column}: najmniejsza wartość {span.low:g} jest większa od największej, {span.high:g}",
                )
        if not self.fields:
            raise refusal("a request needs at least one field", "żądanie musi mieć choć jedno pole")
        named = [one.metric for one in self.thresholds]
        twice = next((name for name in named if named.count(name) > 1), None)
        if twice:
            raise refusal(f"{twice} has two limits", f"{twice} ma dwa progi")
        return self


def render(options: Options) -> Files:
    """The files of the parts that are wanted."""
    folder = options.folder.removeprefix("./").rstrip("/")
    made: Files = {}
    if "config" in options.parts:
        made[options.config] = configuration(options)
    tests = {
        "fixtures": (f"{folder}/conftest.py", conftest),
        "function": (test_file(options), function_tests),
        "data": (f"{folder}/test_data.py", data_tests),
        "metrics": (f"{folder}/test_metrics.py", metrics_tests),
        "model": (f"{folder}/test_model.py", model_tests),
        "api": (f"{folder}/test_api.py", api_tests),
    }
    made |= {path: write(options) for part, (path, write) in tests.items() if part in options.parts}
    return made
