# make run    everything, for every meeting in raw/
# make test   the tests        make test-all   the long ones too
# make ui     Dagster's pages  make lint       style and formatting
# make lock   remake the lock files (needs uv, see CONTRIBUTING.md)

PYTHON ?= python3
BIN := .venv/bin
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	--no-header --no-annotate --quiet

# Where this is set no compiled modules are kept, and every start takes twice as long.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-all ui lint lock

run: .venv/run.stamp
	@$(BIN)/rapporteur run

test: .venv/dev.stamp
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not slow" $(PYTEST_OPTIONS)

test-all: .venv/dev.stamp
	$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_OPTIONS)

ui: .venv/run.stamp
	DAGSTER_HOME=$$($(BIN)/python -m pipeline.instance) $(BIN)/dagster dev -w workspace.yaml

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

lock:
	$(COMPILE) --extra build -o requirements.lock
	$(COMPILE) --extra build --extra dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) --extra build --extra many -c requirements-dev.lock -o requirements-many.lock

.venv/run.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or later is needed')"
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear .venv
	@echo "installing into .venv (once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.lock
	@echo "installing what the tests need into .venv (once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
