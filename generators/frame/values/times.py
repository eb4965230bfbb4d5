"""When and for how long."""

from typing import Annotated

from pydantic import AfterValidator

from generators.frame.cron import check_cron
from generators.frame.grammar import Grammar

Cron = Annotated[
    str,
    AfterValidator(check_cron),
    Grammar(
        r"[\d*/,A-Za-z-]+(?: [\d*/,A-Za-z-]+){4}",
        "must be a cron line of five fields (minute 0-59, hour 0-23, day 1-31, month 1-12, weekday 0-7), such as 0 5 * * *",
        "musi być linią crona z pięciu pól (minuta 0-59, godzina 0-23, dzień 1-31, miesiąc 1-12, dzień tygodnia 0-7), na "
        "przykład 0 5 * * *",
        find=r"(?<!\S)[\"'`]?((?:[\d*][\d*/,-]*)(?: [\d*/,A-Za-z-]+){4})(?=$|[\s\"'`,;.)])",
        longest=60,
    ),
]
Duration = Annotated[
    str,
    Grammar(
        r"(?:[1-9]\d{0,4}(?:ms|s|m|h|d|w|y)){1,3}",
        "must be a duration such as 30s, 5m or 4h",
        "musi być czasem, na przykład 30s, 5m lub 4h",
        find=r"(?<![\w.])\d+ ?(?:ms|s|sec|secs|seconds?|sekund\w*|m|min|mins|minut\w*|minutes?|h|hours?|godzin\w*|d|days?|dni"
        r"|dzie[nń])(?!\w)",
        longest=16,
    ),
]
