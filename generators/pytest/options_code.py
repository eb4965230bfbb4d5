"""What varies between the configurations of pytest and between the tests of a function."""

from typing import Literal

from generators.frame import GeneratorOptions, option, values
from generators.pytest import reading, reading_function
from generators.pytest.grammars import Behaviour, Called, Module, Raised
from generators.pytest.shapes import Case, Refused

Part = Literal["config", "function", "data", "metrics", "model", "api", "fixtures"]


class ConfigOptions(GeneratorOptions):
    """What to write, and how pytest runs it."""

    parts: tuple[Part, ...] = option(
        ("config", "data", "metrics"), "What to write.", pl="Co napisać.", read=reading.parts, min_length=1, max_length=7
    )
    config: Literal["pyproject.toml", "pytest.ini"] = option(
        "pyproject.toml", "Where the configuration is.", pl="Gdzie jest konfiguracja.", words={"pytest.ini": ("pytest.ini", "ini")}
    )
    folder: values.Path = option("tests", "Folder of the tests.", pl="Katalog testów.", read=reading.folder)
    source: values.Path | None = option(
        None,
        "Folder of the code whose coverage counts; without it the tested module's, otherwise src.",
        pl="Katalog kodu, którego pokrycie się liczy; bez podania katalog testowanego modułu, w innym razie src.",
        read=reading.source,
    )
    markers: tuple[Called, ...] = option(("slow",), "Markers of tests.", pl="Markery testów.", read=reading.markers, max_length=12)
    skipped: tuple[Called, ...] = option(
        (),
        "Markers whose tests run only when asked for.",
        pl="Markery, których testy działają tylko na życzenie.",
        read=reading.skipped,
        max_length=4,
    )
    coverage: int | None = option(
        None, "Least coverage in percent.", pl="Najmniejsze pokrycie w procentach.", ge=0, le=100, read=reading.coverage
    )
    warnings_as_errors: bool = option(
        True, "Warnings fail a test.", pl="Ostrzeżenia nie zaliczają testu.", read=reading.warnings_as_errors
    )
    timeout: int | None = option(
        None,
        "Longest time of a test in seconds.",
        pl="Najdłuższy czas testu w sekundach.",
        ge=1,
        le=86400,
        cues=("timeout*", "limit* czasu", "time limit"),
    )
    parallel: bool = option(
        False,
        "Run tests in parallel.",
        pl="Uruchamiaj testy równolegle.",
        cues=("parallel*", "xdist", "pytest-xdist", "rownoleg*", "-n auto"),
    )
    asyncio: bool = option(
        False,
        "Test functions with async.",
        pl="Testuj funkcje async.",
        cues=("asyncio", "pytest-asyncio", "async*", "asynchroniczn*"),
    )
    log_cli: bool = option(
        False,
        "Show logs while tests run.",
        pl="Pokazuj logi w trakcie testów.",
        cues=("log_cli", "live log*", "logi na zywo", "show logs"),
    )
    junit: bool = option(False, "Write a JUnit report.", pl="Zapisz raport JUnit.", cues=("junit*",))


class FunctionOptions(ConfigOptions):
    """A function under test."""

    function: Called | None = option(None, "The function to test.", pl="Testowana funkcja.", read=reading_function.name)
    module: Module = option("src/features.py", "The file with the function.", pl="Plik z funkcją.", read=reading_function.module)
    arguments: tuple[Called, ...] = option(
        (), "The function's arguments.", pl="Argumenty funkcji.", read=reading_function.arguments, max_length=8
    )
    behaviours: tuple[Behaviour, ...] = option(
        (), "What the function does.", pl="Co robi funkcja.", read=reading_function.behaviours, max_length=22
    )
    cases: tuple[Case, ...] = option(
        (), "Arguments with their results.", pl="Argumenty z wynikami.", read=reading_function.cases, max_length=20
    )
    raises: tuple[Refused, ...] = option(
        (),
        "Arguments that are refused, with their errors.",
        pl="Argumenty odrzucane, z błędami.",
        read=reading_function.raises,
        max_length=20,
    )
    error: Raised = option(
        "ValueError",
        "The error for an empty or incomplete table.",
        pl="Błąd dla pustej lub niepełnej tabeli.",
        read=reading_function.error,
    )
