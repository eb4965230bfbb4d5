"""What a request says about the program in the image and its packages: one small function an option."""

import re

from generators.frame.saying import first_wanted, low, says

_APPS = {
    "fastapi": r"fast[ -]?api\w*",
    "flask": r"flask\w*",
    "django": r"django\w*",
    "streamlit": r"streamlit\w*",
    "gradio": r"gradio\w*",
    "celery": r"celery",
    "notebook": r"notebook\w*|jupyter\w*|notatnik\w*|[\w/-]+\.ipynb",
    "worker": r"worker(?:a|em|owi|ze)?|worker\.py|queue (?:consumer|worker)|konsument\w* kolejki|kafka consumer",
    "training": r"training\w*|trening\w*|(?:wy|do)?tren\w*|train\w*\.py|train\w*|uczeni\w* modelu|batch\w*|job\w*|skrypt\w*"
    r"|scripts?",
}
_API = r"(?:rest )?api|uvicorn|endpoint\w*|model (?:service|server|serving)|serwowani\w*|(?:web )?servic\w+|uslug\w*"


def app(text: str) -> str | None:
    """The sort of application; the framework says more than the words around it."""
    named = first_wanted({name: pattern for name, pattern in _APPS.items() if name not in ("worker", "training")}, text)
    if named:
        return named
    if says(r"gunicorn", text):
        return "flask"
    if re.search(_COUNTED_WORKERS, low(text)):
        return "fastapi" if says(_API, text) else None
    return first_wanted({"worker": _APPS["worker"], "fastapi": _API, "training": _APPS["training"]}, text)


_COUNTED_WORKERS = r"\d+\s+worker|worker\w*\s*[:=]?\s*\d"
_INSTEAD = re.compile(
    r"\b(?:instead of|zamiast|rather than|not|nie|bez|without|no)\s+(?:the\s+)?(?:pip|poetry|conda|uv|requirements\.txt)\w*"
)


def packages(text: str) -> str | None:
    """The package manager; pip is named in passing by all others, so it counts last."""
    rest = _INSTEAD.sub(" ", low(text))
    found = {
        "poetry": r"poetry|poetr\w+",
        "conda": r"(?:mini|micro)?(?:conda|mamba|condy|conde)|environment\.ya?ml|srodowisk\w* conda",
        "uv": r"uv|uv\.lock|uv sync",
        "pip": r"pip|pip-tools|[\w./-]*requirements[\w./-]*\.txt",
    }
    return first_wanted(found, rest)


_REQUIREMENTS = re.compile(r"(?<![\w./-])((?:\./)?[\w./-]*(?:requirements[\w./-]*\.txt|environment[\w.-]*\.ya?ml))")


def requirements(text: str) -> str | None:
    """The file with the packages, unless poetry reads its own."""
    found = _REQUIREMENTS.search(text)
    return found[1] if found and packages(text) != "poetry" and found[1] != "requirements.txt" else _plain(text)


def _plain(text: str) -> str | None:
    """uv with a requirements.txt has to be told so; for pip it is the usual file."""
    return "requirements.txt" if packages(text) == "uv" and says(r"requirements\.txt", text) else None


_EXTRAS = re.compile(
    r"(?:--extra|--group|--with|\bextras?|\bgroups?|\bgrup\w*(?: zaleznosci)?|\bdodatki?\w*)\s*[:=]?\s*[\"'`\[]?([a-z][\w-]*)"
)
_NO_EXTRAS = frozenset("zaleznosci dependency dependencies named o nazwie z the of".split())


def extras(text: str) -> list[str] | None:
    """Extras and groups by name."""
    if packages(text) not in ("uv", "poetry"):
        return None
    return [name for name in dict.fromkeys(_EXTRAS.findall(low(text))) if name not in _NO_EXTRAS] or None


_FILE = re.compile(r"(?<![\w/:.@-])((?:\./)?[A-Za-z_][\w-]*(?:/[\w-]+)*\.(?:py|ipynb))(?![\w/])")
_MODULE = re.compile(
    r"python\d? -m ([A-Za-z_]\w*(?:\.\w+)*)|(?<![\w.:/-])([a-z_]\w*(?:\.\w+)*):(?:app|api|application|create_app|server|\w*_app)\b"
)


def file(text: str) -> str | None:
    """The file that is run: by its name, or by its module as in `python -m src.train` and `app.main:app`."""
    module = _MODULE.search(text)
    found = _FILE.search(text)
    if found:
        return found[1]
    return f"{(module[1] or module[2]).replace('.', '/')}.py" if module else None


_VARIABLE = re.compile(
    r"(?:\.py|\bmain|\bplik\w*|\bfile|\bmodule)[\"'`]?\s+(?:with|z|ze|contains|zawiera|w ktorym jest|gdzie jest)\s+"
    r"(?:obiekt\w*\s+|an?\s+|the\s+|object\s+|variable\s+|zmienn\w+\s+)*[\"'`]([a-z_]\w*)[\"'`]"
    r"|(?<![\w.:/-])[a-z_]\w*(?:\.\w+)*:((?:app|api|application|create_app|server|\w*_app))\b"
    r"|(?:app(?:lication)?|fastapi|flask) (?:object|instance|variable) (?:is |named |called )*[\"'`]?([a-z_]\w*)"
    r"|(?:obiekt|zmienna|instancja)(?: aplikacji| fastapi| flask\w*)? (?:nazywa sie |o nazwie |to )+[\"'`]?([a-z_]\w*)"
)


def variable(text: str) -> str | None:
    """The application's name: "main.py with `app`", "app.main:api"."""
    found = _VARIABLE.search(low(text))
    return next((name for name in found.groups() if name), None) if found else None


_ARGUMENTS = re.compile(r"\.py[\"'`]?((?:\s+--?[A-Za-z][\w-]*(?:[= ](?!-)[\w./:@%+-]*[\w/])?)+)")


def arguments(text: str) -> list[str] | None:
    """What stands after the file: "train.py --epochs 10 --lr 0.1"."""
    found = _ARGUMENTS.search(text)
    return _pieces(found[1]) if found else None


def _pieces(line: str) -> list[str]:
    """A word that no flag can want as its value ends the line: "train.py --fast and a GPU"."""
    pieces: list[str] = []
    for word in line.split():
        if not word.startswith("-") and low(word) in _PROSE:
            break
        pieces.append(word)
    return pieces


_PROSE = frozenset("and i oraz on na with z the for dla in w using by port python a, an to do".split())
