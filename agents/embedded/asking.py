"""Whether a message asks for files or asks a question, told by how people put it."""

import re
from collections.abc import Sequence

from agents.embedded.kinds import question_kind
from ingest import fold

_GREETING = (
    r"(?:(?:hey|hej|hi|hello|czesc|witam|dzien dobry|ok|okay|so|well|please|pls|prosze|plz|thx|no|and|a|i|to|now|teraz|then|also"
    r"|just|quick\w*|szybk\w*|sluchaj)[\s,!-]+)*"
)
_POLITE = re.compile(
    rf"^{_GREETING}(?:"
    r"(?:can|could|would|will) (?:you|u|we|i) (?:please |pls |kindly |also |quickly )*"
    r"(?:write|make|give|create|generate|prepare|produce|draft|show(?! (?:an example|how|me how))|add|set up|build|send|put"
    r"|(?:get|have)(?! (?:it|them|that|this)\b)|change|modify|update|set|switch|raise|increase|lower|remove|rename)"
    r"|is it possible to (?:get|have you)|(?:czy )?da sie (?:dorob|doda|dorzu|dopis|wygener)\w*"
    r"|(?:czy )?(?:mozesz|moglbys|moglabys|mozecie|moge prosic|dasz rade|umiesz|potrafisz)\b(?! (?:wyjasn|wytlumacz|powiedz"
    r"|opowiedz|porown))"
    r"|(?:czy )?(?:zrobisz|napiszesz|wygenerujesz|przygotujesz|stworzysz|dodasz|zmienisz|dasz)\b"
    r")"
)
_ORDER = re.compile(
    rf"^{_GREETING}(?:"
    r"(?:generate|create|write|make|build|produce|prepare|draft|scaffold|give (?:me|us)|gimme|set ?up|provide"
    r"|show me an?(?! example)|add|put together|bootstrap|dockeri[sz]e|containeri[sz]e)\b"
    r"|(?:zrob|wygeneruj|generuj|stworz|utworz|napisz|daj|dawaj|przygotuj|sklec|wyklep|zbuduj|skonfiguruj|dodaj|dorob|dopisz"
    r"|wystaw|rozpisz|zaproponuj|ogarnij|walnij|machnij|pokaz mi|poka)\w*\b"
    r")"
)
# "I want to keep data in S3" tells of a plan; "I want to create a bucket" and "I want a bucket" ask for one.
_WANT = re.compile(
    rf"^{_GREETING}(?:"
    r"(?:(?:i|we)(?:'d| would)? (?:just )?(?:also )?(?:need|want|like|require|am looking for|are looking for)|need|want|looking for"
    r"|i'm looking for)\b(?! to (?!create|write|generate|have|get|make|build|set|add|see|prepare)"
    r"| (?:the|my|our) \w+ (?:\w+ )?to\b)"
    r"|(?:potrzebuj\w*|potrzebn\w+|poprosz\w+|prosz\w* o|prosba o|prosimy o|przyda\w*|przydal\w*|musze miec|trzeba mi|o)\b"
    r"|(?:chce\w*|chcial\w*)\b"
    r"(?!\s+(?!zrobic|napisac|wygenerowac|stworzyc|utworzyc|miec|dostac|dodac|przygotowac|zbudowac)\w+(?:ac|ic|yc|ec)\b)"
    r")"
)
_KNOWING = re.compile(
    r"\b(?:know|understand|learn|explain|explanation|help (?:me )?understand|ask|wiedziec|zrozumiec|rozumiec|dowiedziec"
    r"|nauczyc|wyjasn\w*|wytlumacz\w*|zapytac|spytac|opowiedz|porown\w*|compare|overview|advice|porad\w*)\b"
)
_QUESTION = re.compile(
    rf"^{_GREETING}(?:"
    r"what|whats|why|how|which|when|where|who|whose|is|are|does|do|did|should|can (?:i|we|it)|could i|may i|am i|has|have"
    r"|difference"
    r"|explain|tell me|describe|compare"
    r"|co|czemu|czego|czym|czy(?! (?:mozesz|moglbys|moglabys|mozecie|dasz rade|umiesz|potrafisz))|dlaczego|jak|jaki|jaka"
    r"|jakie|jakich|kiedy|gdzie|kto|ktory|ktora|ktore|po co|ile|skad|na czym|w czym|do czego|roznica|wyjasnij|wytlumacz"
    r"|opowiedz|powiedz|porownaj|opisz"
    r")\b"
)
# "…, how do I go back": a question after a comma.
_ASIDE = re.compile(
    r",\s*(?:so |and |but |a |i |to )?(?:how|what|why|where|whats|can (?:we|i|it|they)|jak|co|dlaczego|czemu|gdzie|czy)\b"
)
# Errors that are counted, not suffered: a panel of the error rate.
_MEASURED = re.compile(
    r"\berrors?[ -](?:rates?|ratio|budget|percentage|count\w*)"
    r"|\b(?:odsetek|liczba|procent|stopa) bled\w+|\bfailed (?:trials|runs|requests)"
    r"|\bwarnings? (?:are|as|into|to be) errors?|\bostrzezenia (?:jako|to|sa|maja byc) bled\w+"
)
_NO_FILES = re.compile(
    r"\b(?:don'?t|do not|no need to|without|not) (?:generat|creat|writ|mak|need (?:a|any|the) (?:file|config|yaml))\w*"
    r"|\bnie (?:musisz|trzeba|chce|potrzebuje|rob|generuj|tworz|pisz)\b[^.]{0,25}(?:generow|tworz|pis|plik|rob|kod|nic)?"
    r"|\bbez generowania|\bjust (?:explain|asking|curious|want to understand)|\btylko (?:wyjasnij|pytam|wytlumacz)"
    r"|\bchce (?:tylko )?zrozumiec"
)
_LOOSE_WISH = re.compile(
    r"\b(?:need|needs|want|wants|gimme|give (?:me|us)|please|generate|create|write|make me|prepare|potrzebuj\w*|potrzebn\w+"
    r"|poprosz\w+|prosz\w+|daj|zrob|napisz|przygotuj|wygeneruj|stworz|utworz|chce|chcemy|chcial\w*)\b"
)
_UNWANTED = re.compile(
    r"\b(?:don'?t|do not|dont|not|nie|doesn'?t)\s+(?:want|need|chce|chcemy|potrzebuj\w*)"
    r"|\b(?:want|wants|need|needs|chce|chcemy|chcial\w*) "
    r"(?:to|the \w+ (?:\w+ )?to|\w+(?:ac|ic|yc|ec))\b"
)
_CHANGE = re.compile(
    r"^(?:" + _GREETING + r")(?:"
    r"(?:change|add|make (?:it|them|that)|set|use|switch|replace|remove|drop|delete|rename|increase|decrease|raise|lower|bump"
    r"|turn|move|put|include|without|with|instead|but|same|limit|enable|disable|only|expose|scale|also|now|plus|let'?s)\b"
    r"|(?:zmien|zmienic|dodaj|doloz|dorzuc|dopisz|ustaw|uzyj|zamien|usun|wyrzuc|wywal|zwieksz|zmniejsz|podnies|obniz|wlacz"
    r"|wylacz|przenies|przestaw|niech|bez|zamiast|jeszcze|tylko|oprocz|plus|ale|z|ze|na|teraz|zrob|daj|nazwij|podmien|przerob"
    r"|skaluj|ogranicz)\b"
    r"|(?:-?\d+|jedn|dw|trz|cztery|pie|two|three|four|five)\w*\s)"
)


def may_wish(messages: Sequence[str]) -> bool:
    """Whether the last message could be more than a question; told without loading the generators, which most never need."""
    return not declines_files(messages[-1]) and (is_wish(messages[-1]) or not is_question(messages[-1]))


def clauses(message: str) -> list[str]:
    """A message's clauses, folded, each from its first word on."""
    return [part.strip(" ,-") for part in re.split(r"[.?!;:\n]+(?=\s|$)|\s[-–—]\s", _folded(message)) if part.strip(" ,-")]


def declines_files(message: str) -> bool:
    """Says that no file is wanted."""
    return bool(_NO_FILES.search(_folded(message)))


def is_wish(message: str) -> bool:
    """A clause that wants something made: "zrób…", "can you write…", "I need…"; a question beside it makes "I need" a reason."""
    said = [clause for clause in clauses(message) if not _wants_words(clause)]
    asked = message.rstrip().endswith("?")
    if any(_POLITE.search(clause) or (_ORDER.search(clause) and not asked) for clause in said):
        return True
    return any(_WANT.search(clause) for clause in said) and not asked and not _asks(message)


def is_question(message: str) -> bool:
    """A clause that asks, or a question mark that no wish explains."""
    return _asks(message) or (message.rstrip().endswith("?") and not is_wish(message))


def is_loose_wish(message: str) -> bool:
    """A word of wanting anywhere: "our monorepo needs a GitLab pipeline"."""
    text = _folded(message)
    return bool(_LOOSE_WISH.search(text)) and not _wants_words(text) and not _UNWANTED.search(text)


def is_change(message: str) -> bool:
    """Opens like a change of what was made before: "a teraz 3 repliki", "make it 2 minutes"."""
    return any(_CHANGE.search(clause) for clause in clauses(message))


def is_trouble(message: str) -> bool:
    """Tells of an error, which is a question even when it asks nothing."""
    return question_kind(_MEASURED.sub(" ", _folded(message))) == "error"


def _asks(message: str) -> bool:
    parts = clauses(message)
    return any(_QUESTION.search(part) for part in parts) or any(_ASIDE.search(part) for part in parts)


def _folded(message: str) -> str:
    return fold(message.lower())


def _wants_words(clause: str) -> bool:
    """Wants to know, not to have: "I want to understand …"."""
    return bool(_KNOWING.search(clause[:60]))
