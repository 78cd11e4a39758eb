# `make help` lists what can be made. CONTENT and OUTPUT may be given to every target.
CONTENT ?= content
OUTPUT ?= output
FROM ?=
# Entities that another collection may borrow; REGISTRY= lends none.
REGISTRY ?= content
export REGISTRY
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PELICAN := $(PY) -m pelican "$(CONTENT)" -o "$(OUTPUT)" --fatal warnings
UNCHANGED := $(PY) -S plugins/writing/unchanged.py "$(CONTENT)" "$(OUTPUT)"
# Compiled code lies beside the other things that are kept, not among the sources.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/python

.PHONY: help html public serve import exports suggest accept check test test-core test-browser bench bench-import bench-trust bench-search-cost bench-build bench-build-large usb verify clean lock pictures lighthouse

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1 — /'

html: $(VENV)/ready ## build the archive from CONTENT into OUTPUT
	@$(UNCHANGED) full || $(PELICAN) -s pelicanconf.py

public: $(VENV)/ready ## build the edition without restricted text
	@$(UNCHANGED) public || $(PELICAN) -s publishconf.py

serve: html ## build, and serve the archive at http://localhost:8000
	@$(PY) -m pelican -l -o "$(OUTPUT)" -s pelicanconf.py "$(CONTENT)"

import: $(VENV)/ready ## take captures in: make import FROM=path
	@test -n "$(FROM)" || { echo "Name a capture or a folder: make import FROM=path" >&2; exit 2; }
	@$(PY) -m plugins.importer "$(FROM)" "$(CONTENT)" $(if $(REGISTRY),--registry "$(REGISTRY)")

exports: $(VENV)/ready ## write the large formats (SQLite, EPUB, TEI, the collection …) into the built site [ORIGINALS=yes]
	@$(PY) -m plugins.exports "$(CONTENT)" "$(OUTPUT)" $(if $(ORIGINALS),--originals)

suggest: $(VENV)/ready ## list names, aliases, doubles and figures for claims that a curator may want: CONTENT/suggestions.md
	@$(PY) -m plugins.entities.suggest "$(CONTENT)"

accept: $(VENV)/ready ## write the suggestions that were ticked
	@$(PY) -m plugins.entities.suggest "$(CONTENT)" --accept

usb: $(if $(filter public,$(EDITION)),public,html) ## copy the archive to a stick: make usb TO=folder [ORIGINALS=yes] [EDITION=public] [SIGN=minisign.key]
	@test -n "$(TO)" || { echo "Name a folder: make usb TO=folder" >&2; exit 2; }
	@$(PY) -m plugins.bag make "$(OUTPUT)" "$(TO)" $(if $(ORIGINALS),--originals "$(CONTENT)") $(if $(SIGN),--sign "$(SIGN)")

verify: $(VENV)/ready ## check a copy: make verify DIR=folder [SEAL=…] [KEY=public key]
	@test -n "$(DIR)" || { echo "Name a folder: make verify DIR=folder" >&2; exit 2; }
	@$(PY) -m plugins.bag verify "$(DIR)" $(if $(SEAL),--seal "$(SEAL)") $(if $(KEY),--key "$(KEY)")

# What checks the pages comes with npm. Without it the rest is tested, and these tests are skipped.
PAGES := tests/pages/js
.PHONY: $(PAGES)/ready
$(PAGES)/ready:
	@if ! command -v npm >/dev/null 2>&1; then echo "No npm: the pages are not checked by its tools."; \
	  elif ! cmp -s $(PAGES)/package-lock.json $(PAGES)/node_modules/.installed; then \
	  ( cd $(PAGES) && npm ci --silent --no-audit --no-fund && cp package-lock.json node_modules/.installed ) \
	  || echo "npm ci failed: the pages are not checked by its tools."; fi

check: $(VENV)/ready-dev $(PAGES)/ready ## read the code: ruff and mypy; the style sheets: stylelint
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@if [ -e $(PAGES)/node_modules/stylelint ]; then cd $(PAGES) && node node_modules/stylelint/bin/stylelint.mjs \
	  --config stylelint.config.mjs "../../../theme/static/css/**/*.css"; else echo "The style sheets are not checked."; fi

test: $(VENV)/ready-dev check ## run every test
	@sh tests/exports/install-readers
	@if sh tests/browser/install-browsers; then $(VENV)/bin/pytest; \
	  else $(VENV)/bin/pytest -m "not browser"; exit 1; fi

test-core: $(VENV)/ready-dev ## run every test that needs no browser
	@sh tests/exports/install-readers
	@$(VENV)/bin/pytest -m "not browser"

test-browser: $(VENV)/ready-dev browser ## run the tests that drive Chromium and Firefox
	@$(VENV)/bin/pytest -m browser

BENCHES ?= dates attribution figures events names transliteration extraction search
bench: $(VENV)/ready-bench ## measure; compare with the floors in tests/bench/floors.toml
	@cd tests/bench/js && npm ci --silent --no-audit --no-fund 2>/dev/null || echo "No npm: lunr and MiniSearch are left out."
	@status=0; for each in $(BENCHES); do $(PY) -m tests.bench.$$each || status=1; done; exit $$status

bench-import: $(VENV)/ready-bench ## import N made captures: rate, memory, and what a kill leaves
	@$(PY) -m tests.bench.importing $(or $(N),10000)

bench-trust: $(VENV)/ready-bench browser ## measure the promises of docs/trust.md [FULL=yes]; write them there
	@$(PY) -m tests.bench.trust --write $(if $(FULL),--full)

lighthouse: $(VENV)/ready-dev $(PAGES)/ready browser html ## measure the main pages with Lighthouse; write docs/theme.md
	@$(PY) -m tests.pages.lighthouse "$(OUTPUT)" --write

bench-search-cost: $(VENV)/ready-bench browser ## measure what the search costs, beside Pagefind: make bench-search-cost N=10000
	@$(PY) -m tests.bench.search_cost $(or $(N),1000)

comma := ,
RAW ?= $(or $(TMPDIR),/tmp)/sijill-bench-build.json
bench-build: $(VENV)/ready-bench ## measure builds beside Pelican, Hugo and Pagefind [N=100,1000,10000]; write docs/performance.md
	@$(PY) -m tests.bench.building $(if $(N),$(subst $(comma), ,$(N)),100 1000 10000) --write --raw "$(RAW)"

bench-build-large: $(VENV)/ready-bench ## measure builds of up to 100,000 articles beside Hugo, for hours; write docs/performance.md
	@$(PY) -m tests.bench.building 1000 10000 100000 --only sijill-1 --only hugo --repeat 1 --write --raw "$(RAW)"

AUDIT := $(VENV)/audit
audit: $(VENV)/ready $(AUDIT)/ready ## compare the locked dependencies with the faults that are known of them; says so where there is no network
	@$(PY) tests/audit.py $(AUDIT)/bin/pip-audit

$(AUDIT)/ready: tests/audit.lock | $(VENV)/bin/python
	@$(PY) -m venv $(AUDIT)
	@$(AUDIT)/bin/pip install -q --disable-pip-version-check --require-hashes -r tests/audit.lock
	@touch $@

pictures: $(VENV)/ready-dev browser html ## take the README's pictures of the built archive
	@$(PY) tests/browser/pictures.py "$(OUTPUT)"

clean: ## take the built site away; the content stays
	@rm -rf "$(OUTPUT)" .cache

LOCK := $(VENV)/bin/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock"
lock: $(VENV)/bin/python ## resolve the dependencies anew, with hashes, for Python 3.11 to 3.14
	@$(PY) -m pip install -q --disable-pip-version-check uv
	@$(LOCK) $(UPGRADE) -o requirements.lock
	@$(LOCK) $(UPGRADE) --extra dev -c requirements.lock -o tests/requirements.lock
	@$(LOCK) $(UPGRADE) --extra dev --extra bench -c tests/requirements.lock -o tests/bench/requirements.lock
	@$(LOCK) $(UPGRADE) --extra audit -c requirements.lock -o tests/audit.lock

# The environment. A second run installs nothing.
# Debian parts venv from Python: it is fetched where it is missing and we may.
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo -n)
$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); \
	  $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq python3-venv >/dev/null \
	  && $(PYTHON) -m venv $(VENV); } || { rm -rf $(VENV); \
	  echo "Python has no venv here: install the package python3-venv, then try again." >&2; exit 1; }

$(VENV)/ready: requirements.lock | $(VENV)/bin/python
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/ready-dev: tests/requirements.lock $(VENV)/ready
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@touch $@

$(VENV)/ready-bench: tests/bench/requirements.lock $(VENV)/ready-dev
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r tests/bench/requirements.lock
	@touch $@

.PHONY: browser
browser:
	@sh tests/browser/install-browsers
