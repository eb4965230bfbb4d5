"""The ledger of requests: each in one hand at a time, remembered before work, taken over from the dead."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from knowledge import Deliveries, open_deliveries

ROOT = Path(__file__).parents[2]


@pytest.fixture
def deliveries(home: Path) -> Deliveries:
    return open_deliveries(home, hold=0.3)


def test_a_request_is_claimed_once_under_all_its_names(deliveries: Deliveries, home: Path) -> None:
    assert deliveries.claim(["message:1", "event:1"], {"text": "ż"}, lane="a", position="1")
    assert not deliveries.claim(["message:1", "event:2"], {}, lane="a", position="1")
    assert not deliveries.claim(["message:2", "event:1"], {}, lane="a", position="2")
    assert not open_deliveries(home).claim(["event:1"], {}, lane="a", position="1")
    assert deliveries.unfinished() == 1 and deliveries.knows("a") and not deliveries.knows("b")


def test_what_is_taken_is_taken_by_nobody_else_until_its_holder_is_silent_for_too_long(deliveries: Deliveries, home: Path) -> None:
    other = open_deliveries(home, hold=0.3)
    deliveries.claim(["1"], {"text": "x"}, lane="a", position="1")
    first = deliveries.take()
    assert first and first.attempts == 1 and other.take() is None
    for _ in range(4):
        time.sleep(0.15)
        deliveries.renew([first.id])
    assert other.take() is None and deliveries.holds(first)
    first.places["0"] = "12.3"
    deliveries.keep_places(first)
    deliveries.keep_outcome(first, {"messages": []})
    time.sleep(0.35)
    second = other.take()
    assert second and second.attempts == 2 and second.places == {"0": "12.3"} and second.outcome == {"messages": []}
    assert not deliveries.holds(first)
    deliveries.done(first)  # too late: it is not his any more
    assert deliveries.unfinished() == 1
    other.done(second)
    assert deliveries.unfinished() == 0 and deliveries.take() is None and deliveries.outcome("1") == {"messages": []}


def test_one_conversation_is_worked_on_in_the_order_of_writing_and_others_beside_it(deliveries: Deliveries) -> None:
    for name, lane, position in (("late", "a", "3"), ("early", "a", "1"), ("other", "b", "2")):
        deliveries.claim([name], {}, lane=lane, position=position)
    taken = [deliveries.take(), deliveries.take()]
    assert {one.id for one in taken if one} == {"early", "other"} and deliveries.take() is None
    deliveries.done(next(one for one in taken if one and one.id == "early"))
    last = deliveries.take()
    assert last and last.id == "late"


def test_what_is_released_comes_again_after_its_wait(deliveries: Deliveries) -> None:
    deliveries.claim(["1"], {}, lane="a", position="1")
    taken = deliveries.take()
    assert taken
    deliveries.release(taken, wait=0.3)
    assert deliveries.take() is None
    time.sleep(0.35)
    again = deliveries.take()
    assert again and again.attempts == 2


def test_what_was_done_long_ago_is_forgotten_with_its_names(deliveries: Deliveries) -> None:
    deliveries.claim(["1", "event"], {}, lane="a", position="1")
    deliveries.claim(["2"], {}, lane="b", position="1")
    taken = deliveries.take()
    assert taken
    deliveries.done(taken)
    assert deliveries.forget(time.time() - 60) == 0 and deliveries.forget(time.time() + 60) == 1
    assert deliveries.claim(["event"], {}, lane="a", position="1") and deliveries.unfinished() == 2


def test_many_threads_and_processes_claim_and_take_each_request_once(deliveries: Deliveries, home: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from knowledge import open_deliveries\n"
        "d = open_deliveries(Path(sys.argv[1]), 60)\n"
        "claimed = sum(d.claim([str(n)], {}, lane=str(n), position='1') for n in range(60))\n"
        "taken = []\n"
        "while (one := d.take()): taken.append(one.id); d.done(one)\n"
        "print(claimed, *taken)"
    )
    command = [sys.executable, "-c", program, str(home)]
    with ThreadPoolExecutor(3) as pool:
        outputs = list(pool.map(lambda _: subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True), range(3)))
    rows = [output.stdout.split() for output in outputs]
    taken = [identity for row in rows for identity in row[1:]]
    assert sum(int(row[0]) for row in rows) == 60
    assert len(taken) == len(set(taken)) and len(taken) + deliveries.unfinished() == 60
