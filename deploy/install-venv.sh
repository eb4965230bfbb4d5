#!/bin/sh
# Debian and Ubuntu keep the part of Python that makes virtual environments in a package of its own.
set -eu
package="python$("${PYTHON:-python3}" -c 'import sys; print("{}.{}".format(*sys.version_info))')-venv"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "$package" >/dev/null
else
    echo "This Python cannot make virtual environments yet. Run: sudo apt-get install $package" >&2
    exit 1
fi
