#!/bin/sh
# Writes the lock files: one version of each package for every system and Python that pyproject.toml allows. The slow
# validators, which do not go together, have one each in deploy/validators.
set -eu
uv=$1
compile() {
    "$uv" pip compile --quiet --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --universal --fork-strategy fewest "$@" pyproject.toml
}

rm -f requirements.lock requirements-test.lock requirements-extras.lock
compile --output-file requirements.lock
compile --constraint requirements.lock --extra test --extra dev --output-file requirements-test.lock
compile --constraint requirements-test.lock --extra test --extra dev --extra sentence-transformers --extra training --extra test-extras --output-file requirements-extras.lock
# The file of PyTorch for CPUs needs no CUDA; with the one for GPUs, pip adds what that one asks for.
grep -Ev '^(nvidia-|cuda-|triton==)' requirements-extras.lock >requirements-extras.lock.new
mv requirements-extras.lock.new requirements-extras.lock

for wanted in deploy/validators/*.in; do
    "$uv" pip compile --quiet --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --universal --python-version 3.11 --output-file "${wanted%.in}.lock" "$wanted"
done
