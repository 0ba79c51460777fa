# Two commands are enough: `make demo` and `make test`. `make help` lists the others.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8000
RUN := .venv/bin/python -m
ENVIRONMENT := $(PYTHON) src/krachtlokaal/cli/environment.py

.PHONY: help demo fresh environment files machine lint check test shots bench lock assets messages clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | sort | awk -F'\t' '{printf "make %-12s %s\n", $$1, $$2}'

demo: ## the product with its demo world, on http://localhost:8000 (PORT=8001 for another port)
	@$(ENVIRONMENT) base
	@exec $(RUN) krachtlokaal demo --port $(PORT)

fresh: ## the same, with a new demo world
	@$(ENVIRONMENT) base
	@exec $(RUN) krachtlokaal demo --port $(PORT) --fresh
