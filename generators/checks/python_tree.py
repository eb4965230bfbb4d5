"""Python files as trees, one at a time.

Python 3.11 counts the depth of a tree in one place for all threads (github.com/python/cpython issue 106905), so two validators that
parse side by side fail with a SystemError.
"""

import ast
from threading import Lock

_ONE_AT_A_TIME = Lock()


def parse_python(text: str, name: str = "<text>") -> ast.Module:
    """The tree of a module.

    Raises:
        SyntaxError: it is no Python.
    """
    with _ONE_AT_A_TIME:
        return ast.parse(text, name)
