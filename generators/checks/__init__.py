"""Files are judged before anyone sees them: a module here is a validator, and the folder is the registry.

A validator module has:

- a docstring, its line in the documentation;
- `TOOL`, the name that is shown;
- `HEAVY`, whether it takes seconds or hundreds of megabytes, so that it runs only when asked for;
- `version()`, which raises `Missing` when it is not installed here;
- `wants(path, text)`, whether it judges this file;
- `applies(files)`, optional: whether it has a word to say about this set at all;
- `check(folder, paths)`, the problems it finds in these files of a folder that holds the whole set.
"""

from generators.checks.problem import Missing, Problem, Verdict
from generators.checks.running import check_files, validators

__all__ = ["Missing", "Problem", "Verdict", "check_files", "validators"]
