# Two commands: `make site` builds the plans, `make test` checks everything. Each sets up .venv by itself.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := site
.PHONY: site test test-deep design lint types contracts unit bench bench-pages lock schema docs clean

site: $(READY) design  ## compile plans/ into build/
	@$(BIN)/planc build

test: $(READY) design lint types contracts unit  ## everything that must hold

test-deep: $(READY)  ## the tests, with ten times as many random plans
	@PLANC_DEEP=1 $(BIN)/python -m pytest -n 2

# Digdir's Designsystemet as one small file in assets/. The packages are fetched anew only when their lock says others.
FETCHED := node_modules/.fetched-lock.json
design:
	@if node -e 'process.exit(+(parseInt(process.versions.node) < 20))' 2>/dev/null && command -v npm >/dev/null; then \
		{ cmp -s package-lock.json $(FETCHED) || { npm ci --silent && cp package-lock.json $(FETCHED); }; } && node design/build.mjs || \
			echo "Designsystemet lot seg ikke hente: nettstedet får bare vårt eget stilark."; \
	else \
		echo "Node 20 mangler: nettstedet får bare vårt eget stilark, ikke Designsystemet."; \
	fi

lint: $(READY)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .

types: $(READY)
	@$(BIN)/mypy --no-error-summary

contracts: $(READY)
	@$(BIN)/lint-imports --no-cache --no-logo >$(VENV)/contracts.txt 2>&1 || { cat $(VENV)/contracts.txt; exit 1; }

unit: $(READY)
	@$(BIN)/python -m pytest -n 2

bench: $(READY)
	@$(BIN)/python bench/run.py

bench-pages: $(READY) design  ## weigh the pages, and time them in Chromium
	@PYTHONPATH=tests $(BIN)/python bench/pages.py

schema: $(READY)  ## write the JSON Schemas anew after a change of the models
	@$(BIN)/planc schema --out schema

docs: $(READY)  ## write the pages of docs/ that are made of the models and the codes
	@$(BIN)/python docs/generate.py

# The lock holds versions and hashes, no addresses; it is renewed on purpose, never by itself.
lock: $(READY)
	@$(BIN)/pip install --quiet pip-tools
	@$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--no-header --annotation-style=line --output-file=requirements.lock requirements.in

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 eller nyere trengs.")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

clean:
	rm -rf assets build dist $(VENV)
