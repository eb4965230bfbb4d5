"""Cron lines, judged field by field: a pattern alone lets `61 25 * * *` pass."""

from generators.frame.grammar import refusal

_FIELDS = (
    ("minute", "minuta", 0, 59),
    ("hour", "godzina", 0, 23),
    ("day", "dzień", 1, 31),
    ("month", "miesiąc", 1, 12),
    ("weekday", "dzień tygodnia", 0, 7),
)
_NAMES = {
    3: {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)},
    4: {name: at for at, name in enumerate("sun mon tue wed thu fri sat".split())},
}


def check_cron(line: str) -> str:
    """The line itself.

    Raises:
        PydanticCustomError: it has not five fields, or one is outside its range.
    """
    fields = line.split(" ")
    if len(fields) != len(_FIELDS):
        raise refusal("must be a cron line of five fields", "musi być linią crona z pięciu pól")
    for at, field in enumerate(fields):
        for part in field.split(","):
            if not _is_valid(part, at):
                en, pl, low, high = _FIELDS[at]
                raise refusal(
                    f"is not a valid cron line: {en} {part!r} is outside {low}-{high}",
                    f"jest nieprawidłową linią crona: {pl} {part!r} jest poza zakresem {low}-{high}",
                )
    return line


def _is_valid(part: str, at: int) -> bool:
    span, slash, step = part.partition("/")
    if slash and not (step.isdigit() and 1 <= int(step) <= _FIELDS[at][3]):
        return False
    if span == "*":
        return True
    first, dash, last = span.partition("-")
    numbers = [_number(value, at) for value in ([first, last] if dash else [first])]
    low, high = _FIELDS[at][2:]
    return all(n is not None and low <= n <= high for n in numbers) and numbers == sorted(numbers, key=lambda n: n or 0)


def _number(value: str, at: int) -> int | None:
    if value.isascii() and value.isdigit():
        return int(value)
    return _NAMES.get(at, {}).get(value.lower())
