"""A follow-up question made to stand alone, from the questions before it."""

import re
from collections.abc import Sequence

from agents.embedded.kinds import question_kind
from ingest import fold
from knowledge import Topic, load_topics, mention, question_language, topics_in

_WORD = re.compile(r"[\w./-]+")
_OPENING = re.compile(r"^(?:a|i|oraz|and|but|ale|no a|what about|how about|co z|a co|ok|also|or|albo|then|czyli|so)\b")
_POINTING = {
    "en": re.compile(r"\b(?:it|its|that|this|these|those|them|they|(?<!is )(?<!are )there|one|same|instead|too)\b"),
    "pl": re.compile(
        r"\b(?:(?<!co )to|tego|tym|temu|ten|te|ta|nim|niego|niej|nia|go|je|ich|im|jej|jego|tam|tu|taki|samo|inaczej|wtedy|tez)\b"
    ),
}
# Words that carry no subject of their own: what is left of a question without them tells whether it can stand alone.
_EMPTY = frozenset(
    """how do does did i we you can could should to the a an is are was in on with for of and or but what when where why which it
    this that these those them they there one same about also then so use using make need want please show me give more explain
    example examples jak w na z do czy a i oraz albo ale to tego tym temu ten te ta zrobic robi sie jest sa moge mozna da by bez
    po co kiedy gdzie dlaczego rozni roznia od differ differs difference roznica czemu ktory mam chce tez samo tam tu pokaz daj
    przyklad wiecej wyjasnij a jeszcze no dla przez inaczej wtedy instead too zrob""".split()
)
_MOST_FRESH_WORDS = 3


def standalone(questions: Sequence[str]) -> str:
    """The last question, with what it leaves out taken from those before it."""
    result = ""
    for question in questions:
        result = _joined(result, question) if result else question
    return result


def _joined(before: str, question: str) -> str:
    fresh = _fresh_words(question)
    named = _tools_in(question)
    if not _leans(question, fresh, named):
        return question
    base = before
    if _OPENING.match(fold(question.lower()).strip()) or not fresh:
        for topic in named:
            base = _swapped(base, topic)
    # A bare change of the subject ("and in Jenkins?") keeps the old question; anything more is added to it.
    return base if named and not fresh else f"{base} {question}"


def _leans(question: str, fresh: list[str], named: list[Topic]) -> bool:
    text = fold(question.lower()).strip()
    opened = bool(_OPENING.match(text))
    pointed = bool(_POINTING[question_language(question)].search(text))
    if named and question_kind(_OPENING.sub("", text)) == "definition":
        return False  # "What is Jenkins?" asks for nothing that was asked before
    if named and fresh:
        return (opened or pointed) and len(fresh) < _MOST_FRESH_WORDS
    return len(fresh) <= 1 or ((opened or pointed) and len(fresh) <= _MOST_FRESH_WORDS)


def _fresh_words(question: str) -> list[str]:
    text = fold(question.lower())
    for topic in _tools_in(question):
        text = mention(topic).sub(" ", text)
    return [word for word in _WORD.findall(text) if word not in _EMPTY and len(word) > 1]


def _swapped(text: str, topic: Topic) -> str:
    """The text about another topic: mentions of its alternatives give way, and if there are none it is named at the end."""
    folded = fold(text.lower())
    present = [other for other in load_topics() if other.is_tool and other.key != topic.key and mention(other).search(folded)]
    rivals = [other for other in present if other.group == topic.group] or present
    if not rivals:
        return text if topic in _tools_in(text) else f"{text} {topic.title}"
    for rival in rivals:
        text = _replaced(text, rival, topic.title)
    return text


def _replaced(text: str, rival: Topic, title: str) -> str:
    folded = fold(text.lower())  # folding keeps every character's place
    parts, at = [], 0
    for match in mention(rival).finditer(folded):
        parts += [text[at : match.start()], title]
        at = match.end()
    return "".join([*parts, text[at:]])


def _tools_in(text: str) -> list[Topic]:
    return [topic for topic in topics_in(text) if topic.is_tool]
