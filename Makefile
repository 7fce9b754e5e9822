# The one door to every task. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup runtime demo serve check test test-rules test-coach bench screenshots pins clean
VENV := .venv
PYTHON := $(VENV)/bin/python

help: ## List the tasks
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(VENV)/.installed-dev ## Create .venv with everything needed to work on Northing

runtime: $(VENV)/.installed-runtime

$(VENV)/.installed-runtime: requirements/build.txt requirements/runtime.txt pyproject.toml scripts/setup
	@bash scripts/setup runtime

$(VENV)/.installed-dev: requirements/build.txt requirements/dev.txt pyproject.toml scripts/setup
	@bash scripts/setup dev

demo: runtime ## Load the demo organization, serve it, print its address and a sign-in link
	@exec $(VENV)/bin/northing demo

serve: runtime ## Serve your own organization from the data directory
	@exec $(VENV)/bin/northing serve

check: setup ## Everything that can be said without running: style, types, layers, sizes, templates, migrations, docs
	@$(PYTHON) -m scripts.check

test: setup ## The whole suite, on SQLite and then on PostgreSQL
	@$(PYTHON) -m scripts.test

test-rules: setup ## The pure rules alone, without Django and without a database
	@$(PYTHON) -m scripts.test --rules

test-coach: setup ## The rules of the coach alone, without Django and without a database
	@$(PYTHON) -m scripts.test --coach

bench: setup ## Measure pages, check-ins and start-up; see docs/performance.md
	@$(PYTHON) -m bench

screenshots: setup ## Take docs/screenshots/ anew from the demo organization
	@$(PYTHON) -m scripts.screenshots

pins: setup ## Resolve requirements/*.in to exact versions with hashes
	@bash scripts/pins

clean: ## Remove the environment and what tools left behind
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
