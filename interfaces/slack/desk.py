"""The work on one request: make the answer, remember it, show it."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from agents import Answer, Assistant
from errors import BadInput, SlackRefused
from interfaces.slack.asked import Asked
from interfaces.slack.calling import Slack
from interfaces.slack.checking import check_config
from interfaces.slack.feedback import give_feedback
from interfaces.slack.forms import fill_in
from interfaces.slack.home import show_home
from interfaces.slack.mrkdwn import escape
from interfaces.slack.outcome import Outcome
from interfaces.slack.pane import is_pane, set_status, set_title, welcome
from interfaces.slack.paths import told_path
from interfaces.slack.people import People
from interfaces.slack.posting import Post
from interfaces.slack.showing import show, without_buttons
from interfaces.slack.telling import tell, tell_outcome
from interfaces.slack.texts import load_texts
from interfaces.slack.uploading import upload
from knowledge import Deliveries, TakenRequest

_TRIES_TO_ANSWER = 3
_TRIES_TO_SHOW = 8
_FILE_TROUBLE = 900  # the number of a message that follows all parts of the answer
_LOG = logging.getLogger(__name__)
Quiet = Callable[[Asked], None]


class Desk:
    """Works on what the workers take. Safe to share between threads."""

    def __init__(self, assistant: Assistant, slack: Slack, deliveries: Deliveries, people: People) -> None:
        """Nothing is asked of anybody yet."""
        self._assistant = assistant
        self._slack = slack
        self._deliveries = deliveries
        self._people = people
        # These change something that may as well be changed twice.
        self._quiet: dict[str, Quiet] = {
            "home": lambda asked: show_home(assistant, slack, asked, self._language(asked)),
            "welcome": lambda asked: welcome(slack, asked, self._language(asked)),
            "feedback": lambda asked: give_feedback(assistant, slack, asked, self._language(asked)),
        }
        self._made: dict[str, Callable[[Asked, TakenRequest], Outcome]] = {
            "ask": self._answered,
            "explain": self._explained,
            "share": self._shared,
            "help": lambda asked, taken: Outcome.of(load_texts(self._language(asked)).help, self._language(asked)),
            "path": lambda asked, taken: told_path(assistant.library.learning, asked, self._language(asked)),
            "generate": lambda asked, taken: fill_in(asked, taken.id, self._language(asked)),
            "check": lambda asked, taken: check_config(slack, asked, self._language(asked)),
        }

    def work(self, taken: TakenRequest) -> None:
        """Answer one request, or apologize for it.

        Raises:
            LostHold: another process has taken it over.
            SlackUnreachable: to be tried again.
        """
        asked = Asked(**taken.request)
        try:
            if asked.kind in self._quiet:
                if taken.attempts <= _TRIES_TO_ANSWER:
                    self._quiet[asked.kind](asked)
            elif taken.attempts <= _TRIES_TO_SHOW:
                self._answer(taken, asked)
            else:
                _LOG.error("A request is given up after %d attempts.", _TRIES_TO_SHOW)
        except SlackRefused as error:
            _LOG.error("An answer cannot be shown: %s", error)
            self._explain_refusal(asked, error)

    def _explain_refusal(self, asked: Asked, error: SlackRefused) -> None:
        """Whoever pressed a button waits for something to happen."""
        if asked.response_url and not asked.private:
            text = load_texts(self._language(asked)).cannot_write.format(reason=escape(error.code))
            with suppress(SlackRefused):
                tell(self._slack, asked, {"text": text})

    def _answer(self, taken: TakenRequest, asked: Asked) -> None:
        if not asked.channel:
            asked = replace(asked, channel=self._people.direct_message(asked.user))
        post = Post(self._slack, self._deliveries, taken, asked)
        outcome = Outcome.from_dict(taken.outcome) if taken.outcome else self._outcome(taken, asked, post)
        if asked.private:
            tell_outcome(self._slack, self._deliveries, taken, asked, outcome)
        else:
            for number, message in enumerate(outcome.messages):
                post.put(number, message)
        if outcome.files:
            self._attach(taken, asked, outcome, post)

    def _outcome(self, taken: TakenRequest, asked: Asked, post: Post) -> Outcome:
        if taken.attempts > _TRIES_TO_ANSWER:
            outcome = Outcome.of(load_texts(self._language(asked)).apology, self._language(asked))
        else:
            self._show_looking(asked, post)
            try:
                outcome = self._made[asked.kind](asked, taken)
            except BadInput as error:
                outcome = Outcome.of(escape(str(error)), self._language(asked))
        self._deliveries.keep_outcome(taken, outcome.as_dict())
        return outcome

    def _show_looking(self, asked: Asked, post: Post) -> None:
        if asked.private or (is_pane(asked) and set_status(self._slack, asked, self._language(asked))):
            return
        post.put(0, {"text": load_texts(self._words_for(asked)).looking})

    def _answered(self, asked: Asked, taken: TakenRequest) -> Outcome:
        if not asked.text:
            return Outcome.of(load_texts(self._language(asked)).empty, self._language(asked))
        conversation = self._assistant.library.conversations.get_or_start(asked.person, asked.conversation, asked.text)
        *_, answer = self._assistant.stream(asked.text, conversation, language=self._language(asked))
        if not isinstance(answer, Answer):
            raise TypeError(f"the stream ended with {answer!r}")
        turn = len(self._assistant.turns(conversation)) - 1
        if is_pane(asked) and turn == 0:
            set_title(self._slack, asked)
        rated = f"{asked.person} {conversation.id}"
        return show(answer, asked.text, conversation=rated, turn=turn, private=asked.private, request=taken.id)

    def _explained(self, asked: Asked, taken: TakenRequest) -> Outcome:
        words = load_texts(self._language(asked))
        if not asked.text:
            return Outcome.of(words.nothing_to_explain, self._language(asked))
        return self._answered(replace(asked, text=f"{words.explain}\n\n{asked.text}"[:9000]), taken)

    def _shared(self, asked: Asked, taken: TakenRequest) -> Outcome:
        """A private answer, for all who read the channel."""
        kept = self._deliveries.outcome(asked.extra["request"])
        if kept is None:
            return Outcome.of(load_texts(self._language(asked)).gone, self._language(asked))
        outcome = Outcome.from_dict(kept)
        told = load_texts(outcome.language).shared.format(user=asked.user)
        opening = {"text": f"{told} {escape(outcome.question[:2000])}"}
        return replace(outcome, messages=[opening, *map(without_buttons, outcome.messages)])

    def _attach(self, taken: TakenRequest, asked: Asked, outcome: Outcome, post: Post) -> None:
        words = load_texts(outcome.language)
        # Files have no ephemeral form.
        place = replace(asked, channel=self._people.direct_message(asked.user), thread="") if asked.private else asked
        try:
            for file in outcome.files:
                upload(self._slack, self._deliveries, taken, place, file)
        except SlackRefused as error:
            if not asked.private:
                post.put(_FILE_TROUBLE, {"text": words.file_failed.format(reason=escape(error.code))})
            raise

    def _language(self, asked: Asked) -> str:
        return self._people.language(asked.user)

    def _words_for(self, asked: Asked) -> str:
        return self._assistant.language_of(asked.text, self._language(asked)) if asked.text else self._language(asked)
