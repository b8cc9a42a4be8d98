# Everything a developer does has its name here; CI runs `make check`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint fmt golden bench check lock clean

demo: $(VENV)/.core            ## the example registry and its reports, in demo/
	@if [ -e demo ]; then \
	  echo "demo/ sudah ada dan tidak ditimpa. Laporan: demo/laporan/2024-S2/index.html"; \
	  echo "Membuat ulang: rm -r demo && make demo"; \
	else $(BIN)/kskd demo demo; fi

test: $(VENV)/.dev             ## all tests
	@$(BIN)/pytest

lint: $(VENV)/.dev             ## style, types, layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fmt: $(VENV)/.dev              ## put the code in order
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

golden: $(VENV)/.dev           ## make the golden reports anew; read the difference before committing it
	@$(BIN)/pytest tests/golden --update-golden

bench: $(VENV)/.dev            ## start-up and writes, as ratios to `import typer`
	@$(BIN)/python bench/startup.py

check: lint test               ## all that CI runs

lock: $(VENV)/.dev             ## pin every dependency with its hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --no-emit-index-url \
	  --python-version 3.11 pyproject.toml build.in -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --no-emit-index-url \
	  --python-version 3.11 --extra dev pyproject.toml build.in -o requirements-dev.lock

clean:
	@rm -rf $(VENV) demo build dist

$(VENV)/.venv:
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.core: $(VENV)/.venv requirements.lock pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
