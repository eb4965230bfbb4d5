# Plain make, venv and pip: nothing has to be there but Python 3.11 or newer. `make help` lists the targets.

PYTHON ?= python3
PORT   ?= 8501
JOBS   ?= 2
VENV   := .venv
BIN    := $(VENV)/bin
# Each slow validator has requirements that would not go with ours.
VALIDATORS := $(patsubst deploy/validators/%.lock,%,$(wildcard deploy/validators/*.lock))
PIP    := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: validators vectors glossary help install run test test-extras check format bench lock clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(VENV)/.installed ## Install Sternik into .venv, in the exact versions of requirements.lock

run: install ## Start the chat on http://localhost:8501 (PORT=… for another); the first start indexes the built-in knowledge
	@set -a; if [ -f .env ]; then . ./.env; fi; exec $(BIN)/sternik serve --port $(PORT)

test: $(VENV)/.installed-test ## Run the tests in two processes (JOBS=… for others; ARGS=… is passed to pytest)
	$(BIN)/python -m pytest -m "not extras" --numprocesses $(JOBS) --dist worksteal $(ARGS)

validators: $(VALIDATORS:%=$(VENV)/validators/%/.installed) $(VENV)/validators/helm/.installed ## Install the slow validators, each in an environment of its own (2 GB)

test-extras: $(VENV)/.installed-extras validators ## Run the tests that need optional packages (PyTorch, slow validators; about 3 GB)
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest -m extras --numprocesses $(JOBS) --dist worksteal $(ARGS)

check: $(VENV)/.installed-test ## Lint, format, types and house rules: what CI runs before the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_house_rules.py tests/test_docs.py

format: $(VENV)/.installed-test ## Format the code and mend what the linter can
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-extras ## Measure retrieval, answers, speed and memory; writes docs/benchmarks.md
	$(BIN)/python -m benchmarks

lock: $(VENV)/.installed-test ## Resolve the newest allowed versions into the lock files
	deploy/lock.sh $(BIN)/uv

clean: ## Remove .venv and everything that tools wrote here; your library in ~/.sternik stays
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis artifacts
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Sternik needs Python 3.11 or newer. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || PYTHON=$(PYTHON) deploy/install-venv.sh
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --requirement requirements.lock
	$(PIP) install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.installed-test: requirements-test.lock $(VENV)/.installed
	$(PIP) install --quiet --requirement requirements-test.lock
	@touch $@

$(VENV)/.installed-extras: requirements-extras.lock $(VENV)/.installed-test
	$(PIP) install --quiet --requirement requirements-extras.lock
	@touch $@

$(VENV)/validators/%/.installed: deploy/validators/%.lock | $(BIN)/python
	$(BIN)/python -m venv $(@D)
	$(@D)/bin/python -m pip --disable-pip-version-check install --quiet --requirement $<
	@touch $@

$(VENV)/validators/helm/.installed: deploy/helm.sh | $(BIN)/python
	deploy/helm.sh $(@D)/bin
	@mkdir -p $(@D) && touch $@

vectors: $(VENV)/.installed ## Make the vectors that ship with the built-in pages again, after pages were edited
	$(BIN)/python -m knowledge.shipped

glossary: $(VENV)/.installed ## Make the glossary's index again, after its entries were edited
	$(BIN)/python -m knowledge.glossary
