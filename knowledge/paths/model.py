"""What a learning path is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The same in both languages."""

    pl: str
    en: str

    def of(self, language: str) -> str:
        """In Polish for `pl`, in English for anything else."""
        return self.pl if language == "pl" else self.en


@dataclass(frozen=True)
class Question:
    """A quiz question. `right` is the index of the right option; `why` is word for word on the page `page`."""

    ask: Words
    options: tuple[Words, ...]
    right: int
    why: Words
    page: str


@dataclass(frozen=True)
class Step:
    """A piece of learning that several roles may share. `pages` and `needs` name pages and other steps."""

    id: str
    title: Words
    hours: int
    pages: tuple[str, ...]
    after: Words
    task: Words
    check: Words
    quiz: tuple[Question, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """A step in one role's path; `skip` says who of that role may leave it out."""

    step: str
    skip: Words | None = None


@dataclass(frozen=True)
class LearningPath:
    """The steps of one role, in order. `names` is what people call the role, in folded lower case, a star for any ending."""

    role: str
    title: Words
    about: Words
    prerequisites: Words
    names: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps, in order."""
        return tuple(place.step for place in self.places)
