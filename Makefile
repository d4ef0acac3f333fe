# Everything a fresh machine with Python and make needs. `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo.ledger

.PHONY: help install develop demo test lint types layers check quality bench lock reference pictures clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Summitry needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements/base.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/base.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.developed: requirements/dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

install: $(VENV)/.installed ## set up .venv with .venv/bin/summitry

develop: $(VENV)/.developed ## the same, with what tests and checks need

demo: install ## read the sample documents into a ledger, print where a relation stands, serve the pages
	$(BIN)/summitry demo --ledger $(DEMO) --port 8765

test: develop ## run every test
	$(BIN)/python -m pytest

lint: develop ## ruff: style and common faults
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench

types: develop ## mypy, strict
	$(BIN)/mypy

layers: develop ## the import contracts of the house
	$(BIN)/lint-imports

quality: develop ## score the reading against the labels beside the checkout
	$(BIN)/python bench/quality.py

check: lint types layers test quality ## everything that CI runs

bench: develop ## speed and memory, printed as a table
	$(BIN)/python bench/reading.py

lock: ## renew the lock files: names, versions and hashes only
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade -o requirements/base.lock
	$(BIN)/uv pip compile pyproject.toml --all-extras --group build --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade -c requirements/base.lock -o requirements/dev.lock

reference: develop ## write docs/reference.md from the commands
	$(BIN)/python docs/make_reference.py

pictures: develop ## draw the terminal pictures of the docs
	$(BIN)/python docs/make_pictures.py

clean: ## remove the environment and everything made
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
