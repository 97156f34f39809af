# `make` alone lists the words. Everything that needs a network is in `make setup`.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-fast lint fix prove golden bench clean

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
BENCH ?= parsers

help: ## list these words
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-10s %s\n", $$1, $$2 }'

setup: ## make .venv, the linters and Chromium ready, where they are not yet
	@tools/setup.sh

demo: setup ## build the example clinic, audit it in every mode, say where to look
	@$(BIN)/python tools/demo.py

test: lint ## the linters, then every test, those without a browser or other programs first
	@tools/setup.sh engines
	$(PYTEST) -n 2 -m "not browser and not programs"
	$(PYTEST) -m "browser or programs"

test-fast: setup ## the tests that need no browser
	$(PYTEST) -n 2 -m "not browser and not programs and not slow"

lint: setup ## ruff, mypy, the floors, and Biome for CSS and JavaScript
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@test -x "$$(echo node_modules/@biomejs/cli-*/biome)" || { echo "lint: no Biome: set-up could not install it" >&2; exit 3; }
	node_modules/@biomejs/cli-*/biome check --error-on-warnings

fix: setup ## mend what the linters can mend by themselves
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	node_modules/@biomejs/cli-*/biome check --write

prove: setup ## the long proofs of tests/prove, and properties on examples that were never tried
	$(PYTEST) tests/prove
	HYPOTHESIS_PROFILE=search $(PYTEST) -n 2 -m "not browser" tests/parse tests/rules tests/render tests/site tests/design tests/text tests/security

golden: setup ## write the golden files, docs/reference.md and docs/checks.md anew; look at the difference before you commit it
	$(BIN)/python tools/reference.py
	$(BIN)/python tools/requirements.py
	$(BIN)/python tools/imports.py
	$(BIN)/python tools/checks.py
	$(PYTEST) -n 2 -m "not browser" --golden

bench: setup ## measure; BENCH=build picks one of benchmarks/
	$(BIN)/python -m benchmarks.$(BENCH)

clean: ## take away everything that was made
	rm -rf .venv build dist node_modules .setup.lock .*_cache
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +
