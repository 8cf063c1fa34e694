# Two commands are enough on a fresh machine: `make run` and `make test`. Both set up .venv first, once.
# Thin on purpose: what is installed stands in pyproject.toml and constraints.txt, what is tested in tests/.
.DEFAULT_GOAL := help
.PHONY: run test bench guard torture format clean help
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)
# The first Python that really starts and is new enough.
PYTHON = $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
# Debian has ensurepip in a package of its own (python3-venv); without it the pip that is there can install one.
PIP_FROM = $(if $(shell $(or $(PYTHON),false) -c 'import ensurepip; print(1)' 2>/dev/null),ensurepip,pip)
VENV_ensurepip = .venv
VENV_pip = --without-pip .venv && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip
INSTALL = $(if $(UV),uv pip install --quiet --python $(BIN)/python --compile-bytecode,$(BIN)/python -m pip install --quiet --disable-pip-version-check) -c constraints.txt

run: .venv/run.stamp  ## start the program on the article's case, or on another: make run CASE=file
	@$(BIN)/sanctions-explorer $(if $(CASE),"$(CASE)")

test: .venv/test.stamp  ## form, types, then all tests
	$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/mypy
	$(BIN)/pytest

bench: .venv/test.stamp  ## measure: start, selection, idle, layout, drawing, a large case (many minutes; keep the machine quiet)
	$(BIN)/python -m benchmarks

guard: .venv/test.stamp  ## compare ratios (to dot, to a smaller size) with their bounds; fails if one is exceeded
	$(BIN)/python -m benchmarks guard

torture: .venv/test.stamp  ## all tests, the long ones too, with many more examples (an hour or so)
	$(BIN)/pytest -m "" --hypothesis-profile=torture

format: .venv/test.stamp  ## put the code into its form
	$(BIN)/ruff check --fix && $(BIN)/ruff format

clean:  ## remove .venv and all that was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile | expand -t 14

.venv/run.stamp: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what the program needs (once, under a minute)..."
	@$(INSTALL) -e . && touch $@

.venv/test.stamp: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what the program and its tests need (once, a minute or two)..."
	@$(INSTALL) -e '.[test]' && touch .venv/run.stamp $@

$(BIN)/python:
ifneq ($(UV),)
	@uv venv --quiet --clear --seed --python '>=3.11' .venv
else
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import venv' 2>/dev/null && $(PYTHON) -c 'import $(PIP_FROM)' 2>/dev/null || { echo "Python's venv module is missing. Debian: apt-get install python3-venv" >&2; exit 1; }
	@{ $(PYTHON) -m venv --clear $(VENV_$(PIP_FROM)); } || { rm -rf .venv; exit 1; }
endif
