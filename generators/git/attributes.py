"""How Git treats files: line ends, what goes to LFS, what is binary, how notebooks are compared."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.git import Options

MODEL_FILES = ("*.pt", "*.pth", "*.onnx", "*.safetensors", "*.h5", "*.pkl", "*.joblib", "*.parquet")
_LF = ("*.sh", "*.py", "Dockerfile", "Makefile")
_CRLF = ("*.bat", "*.cmd", "*.ps1")
_BINARY = ("*.png", "*.jpg", "*.gif", "*.pdf", "*.zip", "*.gz", "*.npy", "*.npz", *MODEL_FILES)
_MADE = ("uv.lock", "poetry.lock")


def gitattributes(options: "Options") -> str:
    """The whole file; a later line wins over an earlier one, so what was asked for by name comes last."""
    lf, crlf = (*_LF, *options.lf), (*_CRLF, *options.crlf)
    lf, crlf = tuple(one for one in lf if one not in options.crlf), tuple(one for one in crlf if one not in options.lf)
    binary = [one for one in (*_BINARY, *options.binary) if one not in options.lfs]
    parts = [
        ("Git decides what is text and keeps it with LF in the repository", ["* text=auto"]),
        ("Scripts with CRLF do not start on Linux", [f"{one} text eol=lf" for one in dict.fromkeys(lf)]),
        ("Windows wants CRLF in its scripts", [f"{one} text eol=crlf" for one in dict.fromkeys(crlf)]),
        ("Nothing to compare line by line", [f"{one} binary" for one in dict.fromkeys(binary)]),
        ("Made by tools, so reviews fold them", [f"{one} linguist-generated=true" for one in _MADE]),
    ]
    if options.notebooks:
        parts.append(
            (
                "Outputs of notebooks stay out of Git: run `nbstripout --install` once in each clone",
                ["*.ipynb text eol=lf filter=nbstripout diff=ipynb"],
            )
        )
    if "dvc" in options.tools:
        parts.append(("Small text files of DVC", ["*.dvc text eol=lf", "dvc.lock text eol=lf linguist-generated=true"]))
    if options.lfs:
        lock = " lockable" if options.lockable else ""
        lines = [f"{one} filter=lfs diff=lfs merge=lfs -text{lock}" for one in dict.fromkeys(options.lfs)]
        parts.append(("Large files: run `git lfs install` once on each computer", lines))
    return "\n".join(f"# {title}\n" + "".join(f"{line}\n" for line in lines) for title, lines in parts)
