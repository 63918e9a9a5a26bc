# Everything a developer does. `make help` lists the targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export UV_SYSTEM_CERTS := 1
export UV_PYTHON_DOWNLOADS := never
BIN := .venv/bin
UV := $(BIN)/uv
PYTHON ?= python3
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.PHONY: help demo test lint format types bench planted golden schema lock mutate clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: .venv/base  ## set up, then read the sample report in the terminal
	$(BIN)/duban read samples/yunshan-2025.txt

test: .venv/dev  ## set up everything, then run all tests
	$(BIN)/python -m pytest -n auto

lint: .venv/dev  ## ruff, mypy and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev  ## rewrite the code in the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev  ## measure speed and write docs/benchmark.md
	$(BIN)/python -m benchmarks

planted: .venv/dev  ## plant errors into reports, count those found, write docs/planted-errors.md
	$(BIN)/python -m benchmarks.planted

golden: .venv/dev  ## rewrite the golden files; review the difference before committing
	$(BIN)/python -m pytest -q tests/golden --rewrite-golden

schema: .venv/dev  ## rewrite the published JSON Schema
	$(BIN)/duban schema -o docs/ledger.schema.json

lock: .venv/base  ## resolve the dependencies again and rewrite requirements/
	echo "uv" | $(LOCK) - -o requirements/boot.txt
	$(LOCK) pyproject.toml --group build -o requirements/base.txt
	$(LOCK) pyproject.toml --all-extras --group build --group dev -o requirements/dev.txt

mutate: .venv/dev  ## mutation run on the grammar (slow; for now and then)
	$(BIN)/mutmut run

clean:  ## remove the environment and everything that was built
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist mutants

.venv/boot: requirements/boot.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/boot.txt
	touch $@

.venv/base: .venv/boot requirements/base.txt pyproject.toml
	$(UV) pip install --quiet --require-hashes -r requirements/base.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev: .venv/base requirements/dev.txt
	$(UV) pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@
