"""Why the lines of a test suite stand there."""

from generators.frame import Why

WHY = (
    Why(
        r"--strict-markers",
        "A misspelt marker or option stops the run instead of silently doing nothing.",
        "Literówka w markerze lub opcji zatrzymuje testy, zamiast po cichu nic nie robić.",
        "tools/pytest/configuration-and-plugins",
    ),
    Why(
        r"import-mode=importlib",
        "Test files are imported without changing the search path, so two of them may have the same name.",
        "Pliki testów są importowane bez zmiany ścieżki wyszukiwania, więc dwa mogą mieć tę samą nazwę.",
        "tools/pytest/configuration-and-plugins",
    ),
    Why(
        r"filterwarnings|^    error$",
        "A warning of today is the failure of the next upgrade, so it is noticed now.",
        "Dzisiejsze ostrzeżenie to awaria po następnej aktualizacji, więc widać je od razu.",
        "tools/pytest/configuration-and-plugins",
    ),
    Why(
        r"fail_under|cov-fail-under",
        "The run fails below this coverage; it counts executed lines, not checked results.",
        "Poniżej tego pokrycia testy nie przechodzą; liczy ono wykonane wiersze, a nie sprawdzone wyniki.",
        "tools/pytest/tasks",
    ),
    Why(
        r"def test_the_input_is_left_as_it_was",
        "A function that changes its input surprises everyone who uses the table afterwards.",
        "Funkcja, która zmienia swoje wejście, zaskakuje każdego, kto później używa tej tabeli.",
        "tools/pytest/testing-ml-code",
    ),
    Why(
        r"@pytest\.mark\.parametrize",
        "Each row is a test of its own, so one failure does not hide the others.",
        "Każdy wiersz to osobny test, więc jeden błąd nie ukrywa pozostałych.",
        "tools/pytest/parametrization-and-markers",
    ),
    Why(
        r"@pytest\.fixture",
        "A fixture prepares what several tests need, new for each or shared by its scope.",
        "Fixture przygotowuje to, czego potrzebuje kilka testów, na nowo lub wspólnie, zależnie od zakresu.",
        "tools/pytest/fixtures",
    ),
    Why(
        r"^AT_LEAST = ",
        "The limit should come from good runs and their spread, a little below the weakest of them.",
        "Próg powinien wynikać z dobrych przebiegów i ich rozrzutu, nieco poniżej najsłabszego.",
        "course/testing-data-and-models",
    ),
    Why(
        r"^DATA = ",
        "Broken data stops here, before a model learns from it.",
        "Zepsute dane zatrzymują się tutaj, zanim model się na nich nauczy.",
        "course/testing-data-and-models",
    ),
    Why(
        r"TestClient\(",
        "The application is called inside the test process, without a server or a port.",
        "Aplikacja jest wywoływana w procesie testu, bez serwera i portu.",
        "tools/pytest/testing-ml-code",
    ),
)
