"""What is said about learning paths and quizzes, with the pages it cites: the same for every model and door."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agents.embedded.passage import Evidence
from agents.embedded.path_wishes import PathWish
from agents.guiding import CitedPages, Said, tell_list, tell_path, tell_step
from agents.quizzing import tell_questions, tell_score
from knowledge import Learning, LearningPath, Step, load_path, load_step


@dataclass(frozen=True)
class Guidance:
    """A text with `[n]` citations and the passages they point at; `evidence` is None when it cites none."""

    text: str
    evidence: Evidence | None = None
    suggestions: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """As data that a checkpointer can keep."""
        evidence = self.evidence.as_dict() if self.evidence else None
        return {"guidance": {"text": self.text, "evidence": evidence, "suggestions": list(self.suggestions)}}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Guidance":
        """From what `as_dict` gave."""
        row = data["guidance"]
        evidence = Evidence.from_dict(row["evidence"]) if row["evidence"] else None
        return cls(row["text"], evidence, tuple(row["suggestions"]))


def is_guidance(artifact: Any) -> bool:
    """Whether a tool's artifact is one."""
    return isinstance(artifact, dict) and "guidance" in artifact


def guide(wish: PathWish, language: str, learning: Learning, user: str) -> Guidance:
    """Do what is wished for this user, and say it in their language.

    Raises:
        BadInput: the wish names a path or step that does not exist.
    """
    chosen = wish.language or language
    pages = CitedPages(chosen)
    said = _said(wish, chosen, learning, user, pages)
    return Guidance(said.text, pages.evidence(), said.suggestions)


def _said(wish: PathWish, language: str, learning: Learning, user: str, pages: CitedPages) -> Said:
    path = load_path(wish.role) if wish.role else learning.current(user)
    match wish.action:
        case "quiz" | "answers":
            return _quiz(wish, language, learning, user, pages, path)
        case "done":
            step = load_step(wish.step or "")
            learning.finish(user, step.id)
            return Said.joined(Said.of("done", language, title=step.title), _next(path, language, learning, user, pages))
        case "start" if path:
            learning.start(user, path.role)
            return Said.joined(
                Said.of("started", language, title=path.title), tell_path(path, learning.done(user), language, pages, begun=True)
            )
        case "next" if path:
            return _next(path, language, learning, user, pages)
        case "next":
            return Said.of("none", language)
        case "show" if path:
            mine = learning.current(user)
            return tell_path(path, learning.done(user), language, pages, begun=bool(mine and mine.role == path.role))
    return tell_list(language)


def _next(path: LearningPath | None, language: str, learning: Learning, user: str, pages: CitedPages) -> Said:
    if path is None:
        return Said("")
    step = learning.next_step(user, path)
    return tell_step(step, language, pages) if step else Said.of("finished", language, title=path.title)


def _quiz(wish: PathWish, language: str, learning: Learning, user: str, pages: CitedPages, path: LearningPath | None) -> Said:
    step: Step | None = load_step(wish.step) if wish.step else None
    if step is None and path and not wish.subject:
        step = learning.next_step(user, path)
    if step is None or wish.action == "quiz":
        return tell_questions(step, wish.subject, language)
    return tell_score(step, wish.answers, language, learning, user, pages)
