# Two commands do everything: `make run` and `make test`. Both install what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
APPS := tests/audit tests/accounts tests/config tests/directives
export PIP_DISABLE_PIP_VERSION_CHECK = 1

export PYTHONUTF8 = 1

.PHONY: run test drills bench check fix pin reference browser clean help

help:  ## Say what the targets are
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

run: $(VENV)/.run  ## Prepare everything and serve http://127.0.0.1:8000
	$(BIN)/dondoc up --port $(PORT) --demo

test: check browser  ## The whole suite: checks, SQLite, PostgreSQL, a real browser
	$(BIN)/pytest -q -n 2 -m "not slow" tests/rules tests/spec tests/papers \
		--cov=dondoc.rules --cov=dondoc.papers --cov-branch --cov-report=term:skip-covered --cov-fail-under=100
	$(BIN)/pytest -q -n 2 $(APPS) tests/guards tests/drills tests/test_cli.py
	$(BIN)/pytest -q -n 2 -m slow tests/papers
	$(BIN)/pytest -q -n 2 --database=postgres $(APPS)
	$(BIN)/pytest -q -n 2 tests/journeys

check: $(VENV)/.dev  ## Style, types and the direction of imports only
	$(BIN)/ruff format --check . && $(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

drills: $(VENV)/.dev  ## The long forms: fuzz and hostile input; prints seeds, counts, minutes
	$(BIN)/python -m drills

bench: $(VENV)/.dev  ## Speed and memory, side by side with what a user would pick instead
	$(BIN)/python -m benchmarks

fix: $(VENV)/.dev  ## Put the code into house style
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

pin: $(VENV)/.dev  ## Choose library versions anew and write them down with hashes
	$(BIN)/python requirements/pin.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements/base.txt pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements/base.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements/dev.txt pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/.run

reference: $(VENV)/.dev  ## Write the reference pages from the code and its tables
	$(BIN)/python docs/reference/write.py

browser:
	@command -v chromium >/dev/null || { \
		test "$$(id -u)" = 0 || { echo "Cần Chromium: chạy bằng quyền quản trị, hoặc cài gói chromium."; exit 2; }; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation2 >/dev/null; }

clean:  ## Remove what was installed and made; the data in var/ stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache test-results
