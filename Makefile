# The two commands are `make demo` and `make test`; the rest is for whoever works on Kintrace.
PY ?= python3
PORT ?= 8000
RUN = .venv/bin/python

.PHONY: help demo test test-slow bench-wall bench-desk bench-tasks bench-names bench-matching bench-search messages pictures steal release release-data lock format clean faults attack drill bench-size bench-load advisories

help:
	@sed -n 's/^\([a-z-]*\):.*## /  make \1: /p' Makefile

demo: ## an invented network at http://localhost:8000 (PORT=… changes it); Ctrl-C ends it
	@export KINTRACE_STARTED=$$(date +%s.%N) PORT=$(PORT) && \
	$(PY) deploy/prepare.py demo && exec $(RUN) -m kintrace.demo

test: ## every check: format, lint, types, contracts, tests on both databases, browser
	@$(PY) deploy/prepare.py test && $(RUN) deploy/check.py

test-slow: ## what takes long; writes bench/SLOW.md
	@$(PY) deploy/prepare.py slow && $(RUN) deploy/check.py slow

bench-wall: ## the wall under load beside a bare "hello"; writes bench/RESULTS.md
	@$(PY) deploy/prepare.py test && $(RUN) -m bench.wall

bench-desk: ## the desk and the list of cases over 10,000 open cases; writes bench/DESK.md
	@$(PY) deploy/prepare.py test && $(RUN) -m bench.desk

bench-size: ## 250,000 cases loaded and measured (CASES=…, KEEP=folder, KINTRACE_NAMES_DATA=folder); writes bench/SIZE.md
	@$(PY) deploy/prepare.py test && CASES=$(CASES) KEEP=$(KEEP) $(RUN) -m bench.size

bench-load: ## the real mix against both sides, and what networks need (KEEP=folder of bench-size); writes bench/LOAD.md
	@$(PY) deploy/prepare.py test && CASES=$(CASES) KEEP=$(KEEP) $(RUN) -m bench.capacity

bench-tasks: ## clicks and fields of what a desk does most, counted in a browser; adds to bench/DESK.md
	@$(PY) deploy/prepare.py test && $(RUN) -m bench.tasks

bench-names: ## our name comparison beside its rivals (KINTRACE_NAMES_DATA=folder); adds to bench/RESULTS.md
	@$(PY) deploy/prepare.py test && $(RUN) -m bench.names

bench-matching: ## linking invented files beside rivals (KINTRACE_NAMES_DATA=folder); adds to bench/RESULTS.md
	@$(PY) deploy/prepare.py test && $(RUN) -m bench.matching

bench-search: ## searching sealed cards beside rivals (KINTRACE_NAMES_DATA=folder); adds to bench/RESULTS.md
	@$(PY) deploy/prepare.py test && $(RUN) -m bench.matching.search_report

pictures: ## screenshots of the pages that matter, in every language, in pictures/
	@$(PY) deploy/prepare.py test && $(RUN) deploy/pictures.py

faults: ## everything breaks once, on PostgreSQL (≤ 10 min); adds to bench/RELIABILITY.md
	@$(PY) deploy/prepare.py test && $(RUN) -m bench.faults

steal: ## plant strings everywhere, then search all that a thief gets; RUNNING=1 takes memory too
	@$(PY) deploy/prepare.py test && $(RUN) -m kintrace.operations.steal

attack: ## intruders, a flood, broken photos; writes bench/SECURITY.md (PARTS="source photos intruders" for some)
	@$(PY) deploy/prepare.py attack && PARTS="$(PARTS)" $(RUN) -m bench.attack

drill: ## back up, lose, restore and compare CASES=20000; tamper with an audit; adds to bench/RELIABILITY.md
	@$(PY) deploy/prepare.py test && $(RUN) -m bench.drill

messages: ## take new texts into the catalogues, to be translated
	@$(PY) deploy/prepare.py test && $(RUN) deploy/messages.py

release: ## dist/: source, list of parts, sums and their signature (RELEASE_KEY=file; docs/upgrade.md)
	@$(PY) deploy/prepare.py test && $(RUN) deploy/release.py

release-data: ## a small network made by this version, for the test of later upgrades; once for each
	@$(PY) deploy/prepare.py test && $(RUN) -m tests.releases.data

advisories: ## what is known against our packages (ADVISORIES=folder with PyPA's database), and how old the locks are
	@$(PY) deploy/prepare.py test && $(RUN) deploy/advisories.py $(ADVISORIES)

lock: ## write the lock files anew (needs uv); UPGRADE=1 takes the newest versions
	@PATH="$(CURDIR)/.venv/.boot/bin:$$PATH" UPGRADE=$(UPGRADE) deploy/lock.sh

format: ## put every file into the house's form
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix . && $(RUN) deploy/contracts.py

clean: ## remove what was made: environment, caches, the demo's network
	rm -rf .venv var/demo .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
