"""Worker threads over the ledger: what waits is taken, worked on and finished, or let go and taken again."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import BoundedSemaphore, Event, Thread

from errors import SternikError
from interfaces.slack.posting import LostHold
from knowledge import Deliveries, TakenRequest

Work = Callable[[TakenRequest], None]
_LOG = logging.getLogger(__name__)
_KEEP_DONE = 7 * 24 * 3600.0  # Slack repeats an event for an hour; a private answer can be shared for longer
_LOOK_EVERY = 1.0


class Workers:
    """A bounded number of threads. The queue is the ledger itself, so nothing waits in memory and several processes share it."""

    def __init__(self, deliveries: Deliveries, work: Work, count: int, beat: float = 5.0) -> None:
        """Work at most `count` requests at a time; say every `beat` seconds that this process lives."""
        self._deliveries = deliveries
        self._work = work
        self._beat = beat
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="sternik-slack")
        self._free = BoundedSemaphore(count)
        self._hands: set[str] = set()
        self._news = Event()
        self._stopping = Event()
        self._threads = [Thread(target=self._hand_out, daemon=True), Thread(target=self._live, daemon=True)]

    def start(self) -> None:
        """Begin, with what an earlier process left."""
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Something new waits."""
        self._news.set()

    def stop(self) -> None:
        """Finish what is being worked on, and take nothing new."""
        self._stopping.set()
        self._news.set()
        self._threads[0].join()
        self._pool.shutdown()
        self._threads[1].join()

    def _hand_out(self) -> None:
        while not self._stopping.is_set():
            if not self._free.acquire(timeout=_LOOK_EVERY):
                continue
            self._news.clear()
            taken = None if self._stopping.is_set() else self._taken()
            if taken is None:
                self._free.release()
                # Also without news: another process may have died with a request in its hands.
                self._news.wait(_LOOK_EVERY)
                continue
            self._hands.add(taken.id)
            self._pool.submit(self._work, taken).add_done_callback(partial(self._ended, taken))
        self._deliveries.close()

    def _taken(self) -> TakenRequest | None:
        try:
            return self._deliveries.take()
        except SternikError as error:  # a full disk, a busy file: both may pass
            _LOG.error("No request can be taken: %s", error)
            return None

    def _ended(self, taken: TakenRequest, future: "Future[None]") -> None:
        try:
            self._close(taken, future.exception())
        finally:
            # If closing failed, its time runs out, and it is taken again.
            self._hands.discard(taken.id)
            self._free.release()
            self.wake()

    def _close(self, taken: TakenRequest, error: BaseException | None) -> None:
        if error is None:
            self._deliveries.done(taken)
        elif not isinstance(error, LostHold):
            _LOG.error("A request failed at attempt %d and is tried again.", taken.attempts, exc_info=error)
            self._deliveries.release(taken, wait=float(min(2**taken.attempts, 60)))

    def _live(self) -> None:
        cleaned = 0.0
        while not self._stopping.wait(self._beat):
            try:
                self._deliveries.renew(tuple(self._hands))
                if time.monotonic() - cleaned > 3600:
                    self._deliveries.forget(time.time() - _KEEP_DONE)
                    cleaned = time.monotonic()
            except SternikError as error:
                _LOG.error("The requests at work cannot be renewed: %s", error)
        self._deliveries.close()
