# Everything a developer does has its name here; CI runs `make check`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
TOOLS  := .venv-audit
MUTATION := .venv-mutants
PIP    := -m pip install --quiet --disable-pip-version-check
COMPILE := $(TOOLS)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
  --no-emit-index-url --python-version 3.11
PARALLEL := -n auto --dist worksteal

.PHONY: demo test quick pages mutants torture lint fmt golden screen bench bench-import check lock audit licences sbom dist clean

demo: $(VENV)/.core            ## the example registry and its reports, in demo/
	@if [ -e demo ]; then \
	  echo "demo/ sudah ada dan tidak ditimpa. Laporan: demo/laporan/2024-S2/index.html"; \
	  echo "Membuat ulang: rm -r demo && make demo"; \
	  echo "Selanjutnya: $(BIN)/kskd list --db demo/kskd.db --as-of 2024-12-31"; \
	else $(BIN)/kskd demo demo; fi

test: $(VENV)/.dev             ## all tests, on all cores, in an order of chance; ARGS=--randomly-seed=N for one that failed
	@$(BIN)/pytest $(PARALLEL) $(ARGS)

quick: $(VENV)/.dev            ## the tests of what a change usually breaks, in less than a minute
	@$(BIN)/pytest $(PARALLEL) -m "not slow and not torture and not browser" --hypothesis-profile quick $(ARGS)

pages: $(VENV)/.dev tests/pages_real/node_modules/.done  ## the pages in Chromium, with axe, and in LibreOffice; says what to install
	@$(BIN)/pytest -m browser tests/pages_real $(ARGS)

mutants: $(VENV)/.dev $(MUTATION)/.done  ## small changes in MODULES="src/… …" that no test notices; TESTS=… tries these only, SAMPLE=200 so many
	@$(BIN)/python bench/mutants.py $(MODULES) $(if $(SAMPLE),--sample $(SAMPLE)) --tests $(TESTS)

torture: $(VENV)/.dev          ## the long versions of the fault tests, with a table of figures; about half an hour
	@$(BIN)/pytest -m torture --figures -p no:cacheprovider

lint: $(VENV)/.dev             ## style, types, layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fmt: $(VENV)/.dev              ## put the code in order
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

golden: $(VENV)/.dev           ## make the golden reports, docs/rules.md and docs/refusals.md anew; read the difference before committing it
	@$(BIN)/pytest tests/golden tests/docs/test_rules_page.py tests/docs/test_refusals_page.py --update-golden

screen: $(VENV)/.dev           ## docs/impor.svg anew, from a run of the first chapter of docs/panduan.md
	@$(BIN)/python -m bench.screen

bench: $(VENV)/.dev            ## start-up and writes, as ratios to `import typer`
	@$(BIN)/python bench/startup.py

bench-import: $(VENV)/.dev     ## import of 1,000, 10,000 and 100,000 rows: CPU a row and peak memory; ten minutes
	@$(BIN)/python bench/importing.py

check: lint test               ## all that CI runs

lock: $(TOOLS)/.done           ## pin every dependency with its hashes
	@$(COMPILE) pyproject.toml -o requirements.lock
	@$(COMPILE) -c requirements.lock build.in -o requirements-build.lock
	@$(COMPILE) -c requirements.lock -c requirements-build.lock --extra dev pyproject.toml build.in \
	  -o requirements-dev.lock
	@$(COMPILE) audit.in -o requirements-audit.lock
	@$(COMPILE) mutants.in -o requirements-mutants.lock

audit: $(TOOLS)/.done          ## ask about known vulnerabilities; not part of check, for it needs the network
	@$(TOOLS)/bin/python -m supply.audit requirements.lock requirements-dev.lock

licences: $(VENV)/.dev         ## list the licences of the run-time packages in docs/supply-chain.md
	@$(BIN)/python -m supply.licences

sbom: $(VENV)/.dev             ## dist/kskd-<version>.cdx.json: what the run time consists of
	@$(BIN)/python -m supply.sbom

dist: $(VENV)/.dev             ## what a release consists of, in dist/, built twice and compared
	@$(BIN)/python -m supply.dist

clean:
	@rm -rf $(VENV) $(TOOLS) $(MUTATION) demo build dist

$(VENV)/.venv:
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.core: $(VENV)/.venv requirements.lock requirements-build.lock pyproject.toml
	@$(BIN)/python $(PIP) --require-hashes -r requirements.lock -r requirements-build.lock
	@$(BIN)/python $(PIP) --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements-dev.lock
	@$(BIN)/python $(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

tests/pages_real/node_modules/.done: tests/pages_real/package-lock.json
	@command -v npm > /dev/null || { echo "make pages needs npm: apt-get install npm"; exit 1; }
	@npm ci --silent --no-audit --no-fund --prefix tests/pages_real
	@touch $@

$(TOOLS)/.done: requirements-audit.lock
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/python $(PIP) --require-hashes -r requirements-audit.lock
	@touch $@

$(MUTATION)/.done: requirements-mutants.lock
	@$(PYTHON) -m venv $(MUTATION)
	@$(MUTATION)/bin/python $(PIP) --require-hashes -r requirements-mutants.lock
	@touch $@
