# Two commands are enough: `make demo` and `make test`. `make help` lists the others.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8000
SHELL := /bin/sh
RUN := .venv/bin/python -m
PRODUCT := $(RUN) krachtlokaal
ENVIRONMENT := $(PYTHON) src/krachtlokaal/cli/environment.py
PYTEST := $(RUN) pytest -n 2 --maxprocesses 2
# What needs no database is quick enough for `make check`.
QUICK := tests/architecture

.PHONY: help demo fresh environment machine files lint types templates floors catalogues
.PHONY: check test fuzz shots bench lock assets messages clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1@/p' Makefile | awk -F@ '{printf "make %-10s %s\n", $$1, $$2}'

demo: ## the product with its demo world on http://localhost:8000; another port: PORT=8001
	@$(ENVIRONMENT) base
	@exec $(PRODUCT) demo --port $(PORT)

fresh: ## the same, with a new demo world
	@$(ENVIRONMENT) base
	@exec $(PRODUCT) demo --port $(PORT) --fresh

environment:
	@$(ENVIRONMENT) test

machine: environment
	@$(RUN) krachtlokaal.cli.machine

files: environment
	@$(PRODUCT) build

lint: environment
	$(RUN) ruff check
	$(RUN) ruff format --check
	@# ruff's S308 and S608 judge marked-safe text and built SQL, each place with its reason
	$(RUN) bandit --quiet --recursive src --severity-level medium --skip B703,B608

types: environment
	$(RUN) mypy

templates: environment
	$(RUN) djlint --lint --quiet src/krachtlokaal

floors: environment
	.venv/bin/lint-imports --no-cache

catalogues: files
	$(PRODUCT) makemigrations --check --dry-run

check: machine lint types templates floors catalogues ## the quick part of the tests, under 90 seconds
	$(PYTEST) $(QUICK)

test: machine lint types templates floors catalogues ## everything that CI runs, under 10 minutes
	$(PYTEST)

fuzz: environment ## the protection of small counts on 10,000 random tables
	KL_FUZZ=10000 $(PYTEST) tests/fuzz

shots: machine files ## the pictures of docs/gebruik, made anew
	KL_SHOTS=1 $(RUN) pytest tests/browser -p no:randomly

bench: environment files ## figures, as ratios to a bare Django view
	$(RUN) benchmarks

lock: environment ## the locked requirements, made anew from pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" pyproject.toml -o requirements/base.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --extra test pyproject.toml -o requirements/test.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" requirements/assets.in -o requirements/assets.txt

assets: environment ## style sheets and typeface, made anew
	@rm -f src/krachtlokaal/static/vendor/.stamp
	@$(RUN) krachtlokaal.cli.assets

messages: machine ## the texts to translate, collected from code and templates
	mkdir -p src/krachtlokaal/locale
	cd src/krachtlokaal && ../../.venv/bin/python -m krachtlokaal makemessages --locale en --locale fy --no-location --no-obsolete --verbosity 0
	@$(PRODUCT) build

clean: ## remove what was made; the data of the demo too
	rm -rf .venv node_modules var build src/krachtlokaal/static/vendor .mypy_cache .ruff_cache .pytest_cache .hypothesis .grimp_cache .import_linter_cache
	find src -name '*.mo' -delete
