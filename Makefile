# Every step of the module. `make help` lists them. Paths are relative, so a folder with
# spaces in its name works; nothing here needs anything but Python, pip, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
# -P: a file pandas.py in this folder is not what a command should import.
ALIGNMENT := $(PY) -P -m alignment
SET ?=
AUTHOR ?=
# A user's own settings must not send packages elsewhere, or let Python find others.
export PIP_USER := 0
export PIP_TARGET :=
export PIP_PREFIX :=
unexport PYTHONPATH PYTHONHOME
# Builds and tests never see a student's own files.
QUIET_HOME = ALIGNMENT_HOME="$$(mktemp -d)"

# pip calls a network that it cannot reach "No matching distribution".
define NOT_INSTALLED
proxies=$$(env | grep -i '^[a-z]*_proxy=' | cut -d= -f1 | tr '\n' ' '); \
echo "pip could not install the packages: its last lines above say why."; \
echo "\"No matching distribution\" mostly means that no package server can be reached: look at the network."; \
if [ -n "$$proxies" ]; then echo "A proxy is set ($$proxies): if it does not answer, unset it or set the right one."; fi
endef

define NOT_IMPORTED
echo "$(VENV) is not ready: what was installed cannot be imported from it."; \
echo "If \"$(PY) -m pip config list\" names a target or a prefix, take that line out of the file."
endef

.DEFAULT_GOAL := help
.PHONY: bench-lessons bench-tables bench-browser bench-grading bench-class bench-site
.PHONY: help env env-dev lab check doctor fresh test test-long lint notebooks exercises teaching panels html fuzz
.PHONY: data build lock clean site serve board hub

help:  ## list these targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z -]+:.*## / \
	  {n = split($$1, t, " "); for (i = 1; i <= n; i++) printf "  make %-16s %s\n", t[i], $$2}' Makefile

env: $(VENV)/ready  ## make the environment in .venv (once)

$(VENV)/ready: requirements.txt pyproject.toml fairmark/pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else f"Found Python {v[0]}.{v[1]}; this module needs 3.11 or newer. Install one and run: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11")'
	@echo "[1/2] Making the environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "Python could not make a virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "[2/2] Installing the pinned packages (once; one to three minutes) ..."
	@$(PY) -m pip install --disable-pip-version-check --quiet --progress-bar on -r requirements.txt & \
	  job=$$!; while kill -0 $$job 2>/dev/null; do sleep 2; printf '.'; done; echo; wait $$job \
	  || { $(NOT_INSTALLED); exit 1; }
	@$(PY) -P -c 'import alignment' && { $(ALIGNMENT) doctor || [ $$? -eq 1 ]; } \
	  || { $(NOT_IMPORTED); exit 1; }
	@touch $@

env-dev: $(VENV)/ready-dev  ## add what the tests and the authors need

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.txt
	@echo "Installing what the tests need (once) ..."
	@$(PY) -m pip install --disable-pip-version-check --quiet -r requirements-dev.txt & \
	  job=$$!; while kill -0 $$job 2>/dev/null; do sleep 2; printf '.'; done; echo; wait $$job \
	  || { $(NOT_INSTALLED); exit 1; }
	@touch $@

lab: env  ## open the first lesson; authors: make lab AUTHOR=1 shows the sources too
	@$(ALIGNMENT) lab $(if $(AUTHOR),--author)

check: env  ## the verdict on an exercise set, as a grader would give it: make check SET=04
	@$(ALIGNMENT) check "$(or $(SET),$(error Which set? Write for example: make check SET=04))" \
	  || [ $$? -eq 1 ]  # 1: not every check is right, which is no error of make

doctor: env  ## say whether something is missing
	@$(ALIGNMENT) doctor || [ $$? -eq 1 ]

test: env-dev  ## run every test and print the minutes per part
	@$(PY) -m tests

test-long: env-dev  ## the same plus fuzzing, five browser rounds and every walk
	@$(PY) -m tests --long

lint: env-dev  ## check style and formatting
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .

notebooks: env-dev  ## build the lessons from notebooks/source
	@$(QUIET_HOME) $(PY) -m alignment notebooks build
	@$(PY) -m alignment notebooks form --page docs/lesson-form.md --readme README.md

exercises: env-dev  ## build student copies, references and keys from exercises/source
	@$(QUIET_HOME) $(PY) -m alignment exercises build
	@$(QUIET_HOME) $(PY) -m alignment notebooks build 00  # it lists the sets

teaching: env-dev  ## build docs/teaching from the lessons and the sets
	@$(QUIET_HOME) $(PY) -m alignment class teaching

# npm installs the pinned esbuild once; what is built is committed, so nobody else needs it.
panels:  ## bundle the scripts of the panels (for those who edit them; needs npm)
	@cd alignment/widgets && npm ci --silent --no-audit --no-fund && npm run --silent build

html: env-dev  ## write the lessons as plain pages to build/html
	@$(QUIET_HOME) $(PY) -m alignment notebooks html --out build/html

SITE_ENV := build/site-env
$(SITE_ENV)/ready: deploy/site/requirements.txt
	@echo "Making the environment that builds the site, in $(SITE_ENV) (once) ..."
	@$(PYTHON) -m venv $(SITE_ENV)
	@$(SITE_ENV)/bin/python -m pip install --disable-pip-version-check --quiet --no-deps --require-hashes \
	  -r deploy/site/requirements.txt || { $(NOT_INSTALLED); exit 1; }
	@touch $@

site: env-dev $(SITE_ENV)/ready  ## build the site to build/site; PYODIDE=folder: one that asks nothing elsewhere
	@$(QUIET_HOME) $(PY) deploy/site/build.py $(if $(PYODIDE),--pyodide "$(PYODIDE)") \
	  $(if $(ADDRESS),--address "$(ADDRESS)")

serve: env  ## show build/site on this machine only
	@test -f build/site/index.html || { echo "There is no site yet; build it with: make site"; exit 1; }
	@echo "Open http://127.0.0.1:$(or $(PORT),8000)/ (Ctrl+C ends it)"
	@$(PY) -m http.server --bind 127.0.0.1 --directory build/site $(or $(PORT),8000)

board: env-dev  ## write the weighing board as one page of its own: build/board.html
	@$(QUIET_HOME) $(PY) deploy/board/build.py

HUB_ENV := build/hub-env
$(HUB_ENV)/ready: deploy/hub/requirements.txt deploy/hub/ipython_kernel_config.py deploy/hub/overrides.json requirements.txt
	@echo "Making the environment of the hub, in $(HUB_ENV) (once) ..."
	@$(PYTHON) -m venv $(HUB_ENV)
	@$(HUB_ENV)/bin/python -m pip install --disable-pip-version-check --quiet \
	  -r requirements.txt -r deploy/hub/requirements.txt || { $(NOT_INSTALLED); exit 1; }
	@npm install --silent --no-audit --no-fund --prefix $(HUB_ENV) configurable-http-proxy@5.3.0
	@mkdir -p $(HUB_ENV)/etc/ipython $(HUB_ENV)/share/jupyter/lab/settings
	@cp deploy/hub/ipython_kernel_config.py $(HUB_ENV)/etc/ipython/
	@cp deploy/hub/overrides.json $(HUB_ENV)/share/jupyter/lab/settings/
	@touch $@

hub: $(HUB_ENV)/ready  ## try a JupyterHub with nbgitpuller on this machine (needs npm)
	@mkdir -p build/hub
	@echo "Open http://127.0.0.1:$(or $(PORT),8800)/ (any name gets in; Ctrl+C ends it)"
	@HUB_ENV=$(HUB_ENV) HUB_STATE=build/hub PORT=$(or $(PORT),8800) \
	  $(HUB_ENV)/bin/jupyterhub --config deploy/hub/jupyterhub_config.py

fuzz: env-dev  ## mangle notebooks for longer: make fuzz FUZZ=20000
	@$(QUIET_HOME) FUZZ=$(or $(FUZZ),20000) $(PY) -m pytest -q tests/test_fuzz.py

data: env-dev  ## rebuild the tables from data-raw; RAW=folder for publishers' files
	@$(PY) -m alignment data build $(if $(RAW),--raw "$(RAW)")
	@$(PY) -m alignment data pages

build: data notebooks exercises teaching  ## make everything again that is made from something else
	@$(PY) -m tests.house --page docs/architecture.md

fresh: env  ## put a new copy of an exercise set beside the old: make fresh SET=04
	@$(ALIGNMENT) exercises fresh "$(SET)"

bench-lessons bench-tables bench-browser bench-grading bench-class bench-site: env-dev  ## measure; prints ratios, writes build/bench/
	@$(QUIET_HOME) $(PY) -m tests.benchmarks.$(subst -,_,$@)

LOCK = uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate
lock:  ## pin the requirements again from pyproject.toml (needs uv)
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	printf '%s\n' "-e ./fairmark" "-e ." >> requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate \
	  --generate-hashes deploy/site/requirements.in -o deploy/site/requirements.txt
	uv pip compile --quiet --no-deps --python-version 3.13 --no-header --no-annotate \
	  --generate-hashes deploy/site/wheels.in -o deploy/site/wheels.txt
	grep -v '^-e' requirements.txt | uv pip compile --quiet --universal --python-version 3.11 --no-header \
	  --no-annotate -c - deploy/hub/requirements.in -o deploy/hub/requirements.txt

clean:  ## remove the environment and everything built for tests
	rm -rf $(VENV) build
