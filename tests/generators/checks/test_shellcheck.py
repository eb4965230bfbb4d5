"""Shell scripts that do not do what they say."""

import pytest

from generators.checks import shellcheck

GOOD = '#!/bin/sh\nset -eu\nfor file in "$@"; do\n  printf "%s\\n" "$file"\ndone\n'


def test_a_sound_script_passes(tmp_path) -> None:
    (tmp_path / "run.sh").write_text(GOOD)
    assert shellcheck.check(tmp_path, ["run.sh"]) == []


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (GOOD.replace("done\n", ""), "SC1"),
        (GOOD.replace('"$@"', '"$@'), "SC1"),
        ("#!/bin/sh\nread -r name\nif [ $name = a ]; then cd x; fi\n", "SC2164"),
    ],
)
def test_a_broken_one_is_named_with_its_line(tmp_path, broken: str, code: str) -> None:
    (tmp_path / "run.sh").write_text(broken)
    found = shellcheck.check(tmp_path, ["run.sh"])
    assert any(problem.message.startswith(code) and problem.line for problem in found), found


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [("a.sh", "", True), ("hook", "#!/usr/bin/env bash\n", True), ("hook", "#!/usr/bin/python3\n", False), ("a.py", "", False)],
)
def test_it_judges_shell_scripts_only(path: str, text: str, wanted: bool) -> None:
    assert shellcheck.wants(path, text) is wanted
