"""What a request says about a repository: which files, tools, hooks, owners."""

import re

from generators.frame.saying import all_wanted, low, says

FILES = {
    "gitignore": r"\.?gitignore\w*|ignorow\w*|ignoruj\w*|ignore[sd]? files?",
    "gitattributes": r"\.?gitattributes?\w*|(?:git )?lfs\w*|line endings?|konc\w+ linii|eol",
    "pre-commit": r"\.?pre-?commit(?:-config)?\w*(?:\.ya?ml)?|hook\w*",
    "pull-request": r"(?:pull|merge)[ -]?request\w*|prs?|mrs?|pr-a|prow|pull_request_template\w*|szablon\w* (?:pr|mr)\w*",
    "codeowners": r"codeowner\w*|code owners?|wlascicie\w+ kodu",
}


def files(text: str) -> list[str] | None:
    """The files that are wanted; all the usual ones when none is named."""
    return all_wanted(FILES, text) or None


_TOOLS = {
    "python": r"python\w*",
    "jupyter": r"jupyter\w*|notebook\w*|notatnik\w*|ipynb",
    "mlflow": r"ml ?flow\w*|mlruns",
    "dvc": r"dvc\w*",
    "wandb": r"wandb|weights (?:and|&) biases",
    "lightning": r"lightning\w*|tensorboard\w*|checkpoint\w*",
    "terraform": r"terraform\w*|tfstate",
    "airflow": r"airflow\w*",
    "node": r"node(?:\.?js)?|npm|javascript|react\w*",
}
_USUAL = ("python", "jupyter", "mlflow")
_ML = r"ml|ai|mlops|machine learning|model\w*|data science|uczeni\w+ maszynow\w+|dane|danych|data|trening\w*|training"


def tools(text: str) -> list[str] | None:
    """The tools whose files are ignored: those that are named, beside the usual ones of a project in Python."""
    named = all_wanted(_TOOLS, text)
    others = [tool for tool in named if tool not in _USUAL]
    if not others:
        return None
    usual = [] if set(named) <= {"terraform", "node"} and not says(_ML, text) else list(_USUAL)
    return [*dict.fromkeys((*usual, *named)), "editors", "systems"]


_WORD = re.compile(
    r"(?<![\w/*.@-])(?:[\w-]+/)*(?:\*\*/)?\*\.[a-z0-9][\w.*]*\w|(?<![\w/*@-])\.[a-z][a-z0-9]{1,11}(?![\w/(-]|\.\w)"
    r"|\b(?:pliki?|plikow|files?|skrypty?|skryptow|scripts?|wszystkie|all)\s+(?:typu\s+|z\s+|of\s+|the\s+)*([a-z][a-z0-9]{1,10})\b"
    r"|\b(ipynb|parquet|onnx|safetensors|pkl|joblib|npz|npy|gguf|ckpt|pth|h5|csv|png|jpg|jpeg|mp4|wav)\b(?!\w)"
)
_EXTENSIONS = frozenset(
    "sh bash py ipynb parquet onnx safetensors pkl joblib npz npy gguf ckpt pth pt h5 csv tsv png jpg jpeg mp4 wav zip gz tar bin"
    " bat cmd ps1 md yml yaml json toml txt r sql pdf feather arrow pickle"
    " tif tiff dcm nii xml html".split()
)
_NOTFILES = frozenset(".env .git .gitignore .gitattributes .venv .yaml .yml .pre .md .dvc .github .gitlab".split())
_KEYWORDS = (
    ("lfs", r"(?:git )?lfs\w*|large file storage"),
    ("crlf", r"crlf"),
    ("lf", r"lf|eol=lf|unix\w* (?:line )?end\w*|konc\w+ linii lf"),
    ("binary", r"binar\w+"),
    ("other", r"\.?gitignore\w*|ignor\w+|dvc|nbstripout|hook\w*|kb|mb|wieksz\w+|larger|over"),
)


def lfs(text: str) -> list[str] | None:
    """Patterns of files that go to LFS; the usual model files when LFS is named without any."""
    found = _sorted_patterns(text).get("lfs")
    return found or (list(_MODELFILES) if says(_KEYWORDS[0][1], text) else None)


def line_feeds(text: str) -> list[str] | None:
    """Patterns of files that always have LF."""
    return _sorted_patterns(text).get("lf")


def carriage_returns(text: str) -> list[str] | None:
    """Patterns of files that always have CRLF."""
    return _sorted_patterns(text).get("crlf")


def binaries(text: str) -> list[str] | None:
    """Patterns of files that are never compared line by line."""
    return _sorted_patterns(text).get("binary")


_MODELFILES = ("*.pt", "*.pth", "*.onnx", "*.safetensors", "*.h5", "*.pkl", "*.joblib", "*.parquet")


def _sorted_patterns(text: str) -> dict[str, list[str]]:
    """Each pattern of a message under the keyword that it stands closest to; a comma or full stop between counts as distance."""
    lowered = low(text)
    words = [
        (name, match.start(), match.end())
        for name, pattern in _KEYWORDS
        for match in re.finditer(rf"(?<![\w=])(?:{pattern})(?!\w)", lowered)
    ]
    found: dict[str, list[str]] = {}
    for match in _WORD.finditer(lowered):
        pattern = _pattern(match)
        if pattern and words:
            name = min(words, key=lambda word: _distance(lowered, match, word[1], word[2]))[0]
            found.setdefault(name, []).append(pattern)
    return {name: list(dict.fromkeys(patterns)) for name, patterns in found.items()}


def _pattern(match: re.Match[str]) -> str | None:
    bare = match[1] or match[2]
    if bare:
        return f"*.{bare}" if bare in _EXTENSIONS else None
    if match[0].startswith("."):
        return None if match[0] in _NOTFILES else f"*{match[0]}"
    return match[0]


def _distance(text: str, match: re.Match[str], start: int, end: int) -> int:
    between = text[match.end() : start] if start >= match.end() else text[end : match.start()]
    # Commas inside a list of patterns do not part it from its keyword; a comma before a new thought does.
    parted = len(re.findall(r"[;.](?=\s)|,\s+(?:a|and|while|but|natomiast|skrypt\w*|scripts?)\b", between))
    return len(between) + 60 * parted + 10 * between.count(",") + (5 if start < match.start() else 0)


_IGNORE = re.compile(r"\b(?:ignor\w*|gitignore\w*|exclud\w*|wyklucz\w*|pomij\w*|niesledz\w*)\b([^.;\n]*(?:\.\w[^.;\n]*)*)")
_IGNORED = re.compile(
    r"(?<![\w/*.@-])(\*\.[\w.]*\w|(?:[\w.-]+/)+(?:\*[\w.]*)?|\.[a-z][\w-]*/?"
    r"|[\w-]+\.(?:csv|parquet|log|db|sqlite|json|pkl|txt))(?![\w/])"
)
_ALWAYS = frozenset(
    ".env .venv .venv/ .gitignore .gitattributes __pycache__/ data/ models/ mlruns/ .dvc .pre .ipynb_checkpoints/".split()
)


def ignored(text: str) -> list[str] | None:
    """Patterns that a message adds to what is ignored."""
    if says(FILES["gitattributes"], text) and not says(r"\.?gitignore\w*|ignor\w+", text):
        return None
    stretches = [(match.start(1), match.start(1) + len(re.split(_KEEPING, match[1])[0])) for match in _IGNORE.finditer(low(text))]
    names = [name for start, end in stretches for name in _IGNORED.findall(text[start:end])]
    return [name for name in dict.fromkeys(names) if name not in _ALWAYS] or None


_KEEPING = (
    r"\b(?:but keep|keep\w*|except\w*|oprocz|poza|procz|zachowaj\w*|zostaw\w*|z wyjatkiem|but not|ale nie|ale sledz\w*|but track)\b"
)
_KEPT = re.compile(r"(?<![\w/*@-])((?:[\w-]+/)+[\w.-]*[\w])(?![\w/*])")


def kept(text: str) -> list[str] | None:
    """Files inside ignored folders that are tracked all the same."""
    word = re.search(_KEEPING, low(text))
    return list(dict.fromkeys(_KEPT.findall(text[word.end() :]))) or None if word else None


_HOOKS = {
    "ruff": r"ruff\w*",
    "black": r"black(?:em|a)?",
    "isort": r"isort\w*",
    "flake8": r"flake8\w*",
    "pyupgrade": r"pyupgrade",
    "mypy": r"mypy\w*|type check\w*|sprawdz\w+ typ\w+",
    "bandit": r"bandit\w*",
    "nbstripout": r"nbstripout\w*|notebook\w*|(?:clear|strip|czyszcz\w*|wyczysc\w*|usuw\w*)\w* "
    r"(?:\w+ )?(?:notebook\w*|outputs?|wyjsc\w*|wynik\w* z notat\w*)",
    "gitleaks": r"gitleaks|secrets?(?: scan\w*| detect\w*)?|sekret\w*|hasl\w+",
    "detect-secrets": r"detect-secrets",
    "codespell": r"codespell|spell\w*|literow\w+",
    "yamllint": r"yamllint",
    "hadolint": r"hadolint\w*|dockerfile\w*",
    "shellcheck": r"shellcheck\w*",
    "actionlint": r"actionlint",
    "terraform": r"terraform\w*",
    "uv": r"uv(?:[ -]lock)?",
    "dvc": r"dvc",
    "commitizen": r"commitizen|conventional commits?|commit messages?|komunikat\w* commit\w*|commit-msg",
    "pytest": r"pytest\w*|tests?|testy|testow",
}


def hooks(text: str) -> list[str] | None:
    """The hooks that are named, beside the basic ones; detect-secrets and gitleaks do the same work, so the named one is taken."""
    if not says(FILES["pre-commit"], text) and says(
        "|".join(pattern for name, pattern in FILES.items() if name != "pre-commit"), text
    ):
        return None
    named = all_wanted(_HOOKS, text)
    if "detect-secrets" in named and not says(r"gitleaks", text):
        named = [name for name in named if name != "gitleaks"]
    return ["basics", *named] if named else None


def max_kb(text: str) -> int | None:
    """The largest file that may be committed."""
    match = re.search(r"(?<![\w.])(\d+(?:[.,]\d+)?)\s*(kb|mb|gb)\b", low(text))
    if not match:
        return None
    return round(float(match[1].replace(",", ".")) * {"kb": 1, "mb": 1000, "gb": 1_000_000}[match[2]])
