"""When something is to run, as people say it."""

import pytest

from generators.frame.schedule import schedule_in

SAID = [
    ("nightly at 3am", "0 3 * * *"),
    ("co noc o 2:30", "30 2 * * *"),
    ("codziennie o północy", "0 0 * * *"),
    ("every monday at 6", "0 6 * * 1"),
    ("w każdy poniedziałek o 6:30", "30 6 * * 1"),
    ("weekly, sunday at 4 pm", "0 16 * * 0"),
    ("co tydzień", "0 3 * * 1"),
    ("every 6 hours", "0 */6 * * *"),
    ("co 15 minut", "*/15 * * * *"),
    ("every weekday at 7:15", "15 7 * * 1-5"),
    ("od poniedziałku do piątku o 8", "0 8 * * 1-5"),
    ("raz w miesiącu", "0 3 1 * *"),
    ("cron '17 4 * * 1'", "17 4 * * 1"),
    ("harmonogram '61 25 * * *'", "61 25 * * *"),
    ("push to main with python 3.12", None),
    ("test on 3 machines", None),
]


@pytest.mark.parametrize(("text", "line"), SAID)
def test_a_time_becomes_a_cron_line(text: str, line: str | None) -> None:
    assert schedule_in(text) == line


def test_where_no_minute_is_told_the_asker_chooses_it() -> None:
    assert schedule_in("co noc o 2", minute="H") == "H 2 * * *"
    assert schedule_in("co noc o 2:45", minute="H") == "45 2 * * *"
