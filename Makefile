# make graph: the sample gazette to a graph. make test: everything that must hold. make quick: its quick part.
# All set up what they need, and may run beside one another: what two must not do at once waits for a lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLE := sanmenxia-2020-05
ALONE := tests/alone.sh
LOCK := $(VENV)/.lock

.PHONY: graph test quick environment lint scripts bench bench-layouts bench-map bench-page bench-people bench-rdf bench-serve clean browser tour

graph: $(READY)
	$(BIN)/kg build
	@echo "open graphs/$(SAMPLE)/graph.html in a browser, or run: $(BIN)/kg open"

test: $(READY) lint browser
	$(BIN)/python -m pytest -n 2 --dist loadfile

quick: $(READY)
	$(BIN)/python -m pytest -m "not slow" -n 2 --dist loadfile

lint: $(READY) scripts
	$(BIN)/ruff format --check kg tests
	$(BIN)/ruff check kg tests
	@$(ALONE) $(LOCK) $(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m tests.bench $(GAZETTE)

bench-people: $(READY)
	$(BIN)/python -m tests.bench.people 1000000

bench-layouts: $(READY)
	$(BIN)/python -m tests.bench.typeset 20000 --gaps --seed 21

bench-rdf: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python -m tests.bench.stores $(SIZES)

bench-serve: $(READY)
	$(BIN)/python -m tests.bench.serving $(GRAPH)

bench-map: $(READY) browser
	$(BIN)/python -m tests.bench.drawing $(GAZETTE)

bench-page: $(READY) browser
	$(BIN)/python -m tests.bench.page

tour: $(READY)
	$(BIN)/python -m tests.tour

browser:
	@tests/browser.sh

scripts: $(READY)
	@$(ALONE) $(LOCK) tests/scripts.sh $(VENV)/npm

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	@mkdir -p $(VENV)
	@$(ALONE) $(LOCK) $(MAKE) --no-print-directory environment

environment:
	@[ $(READY) -nt pyproject.toml ] || { \
		$(PYTHON) -m venv $(VENV) && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' && \
		touch $(READY); }

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
