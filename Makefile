# Everything a person types. Needs GNU make and Python 3.11 or newer, nothing else.
# Messages are Vietnamese first: the administrator who runs this may not read English.

VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8000
export PORT
# Vietnamese in files and on the terminal, whatever the locale.
export PYTHONUTF8 := 1

# A candidate counts only if it runs, is new enough and can make a virtual environment.
PYTHON_CANDIDATES := $(if $(PYTHON),$(PYTHON),python3.14 python3.13 python3.12 python3.11 python3)
PIP_INSTALL := $(PY) -m pip install --quiet --quiet --disable-pip-version-check --require-hashes

TYPED := portal home units events search deploy

# A virtual environment whose interpreter is gone (system upgrade, moved folder) is made again.
$(shell [ ! -e $(VENV) ] || $(PY) -c "" 2>/dev/null || rm -rf $(VENV))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run demo-reset test test-rest checks lint types layers migrations messages messages-check \
	test-sqlite test-postgres test-next coverage audit observatory format requirements services \
	services-stop run-production-like dev clean

help: ## Liệt kê các lệnh · list the commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-21s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

## --- the virtual environment -----------------------------------------------------------------

$(VENV)/.created:
	@found=; old=; bare=; \
	for candidate in $(PYTHON_CANDIDATES); do \
	  if ! "$$candidate" -c "" >/dev/null 2>&1; then continue; fi; \
	  if ! "$$candidate" -c "import sys; sys.exit(sys.version_info < (3, 11))"; then \
	    old=$$("$$candidate" -c "import platform; print(platform.python_version())"); continue; fi; \
	  if ! "$$candidate" -c "import venv, ensurepip" 2>/dev/null; then bare=$$candidate; continue; fi; \
	  found=$$candidate; break; \
	done; \
	if [ -z "$$found" ] && [ -n "$$bare" ]; then \
	  echo "Python ($$bare) thiếu mô-đun venv. Hãy cài gói python3-venv (Debian/Ubuntu: sudo apt-get install python3-venv) rồi chạy lại." >&2; exit 1; \
	elif [ -z "$$found" ]; then \
	  echo "Cần Python 3.11 trở lên$${old:+ (máy đang có $$old)}. Hãy cài bản mới hơn rồi chạy lại, hoặc chỉ rõ: PYTHON=/duong/dan/python3 make …" >&2; exit 1; \
	fi; \
	echo "→ Tạo môi trường Python trong $(VENV) ($$("$$found" --version 2>&1))"; \
	"$$found" -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.txt | $(VENV)/.created
	@echo "→ Cài các gói để chạy cổng thông tin (lần đầu mất khoảng một phút)…"
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	@echo "→ Cài các công cụ kiểm tra (lần đầu mất khoảng một phút)…"
	@$(PIP_INSTALL) -r requirements.txt -r requirements-dev.txt
	@touch $@

# The tools of `make audit` are neither the portal's nor the tests': their pins follow nothing of ours.
$(VENV)-audit/.installed: requirements-audit.txt | $(VENV)/.created
	@echo "→ Cài công cụ rà lỗ hổng vào $(VENV)-audit…"
	@$(PY) -m venv $(VENV)-audit
	@$(VENV)-audit/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes \
	  -r requirements-audit.txt
	@touch $@

dev: $(VENV)/.dev ## Cài môi trường phát triển · virtual environment with the development tools

## --- running ---------------------------------------------------------------------------------

run: $(VENV)/.runtime ## Chạy cổng thông tin với dữ liệu mẫu (PORT=8000) · run with the sample province
	@$(PY) -m deploy.ports $(PORT) "make run"
	@mkdir -p var
	@echo "→ Cập nhật cơ sở dữ liệu…"
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py demo_load
	@DJANGO_RUNSERVER_HIDE_WARNING=true $(PY) manage.py runserver 127.0.0.1:$(PORT) \
	  $(if $(filter 1 true True on yes,$(DEBUG)),,--noreload)

demo-reset: $(VENV)/.runtime ## Xóa đúng những gì dữ liệu mẫu đã tạo rồi nạp lại · delete and load the sample again
	@mkdir -p var
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py demo_load --reset

services: $(VENV)/.dev ## Bật PostgreSQL và Redis để phát triển · start PostgreSQL and Redis
	@$(PY) -m deploy.services start

services-stop: $(VENV)/.dev ## Tắt PostgreSQL và Redis · stop them
	@$(PY) -m deploy.services stop

run-production-like: $(VENV)/.dev ## Chạy như máy chủ thật: gunicorn, worker, beat · as in production
	@$(PY) -m deploy.run_production_like

## --- proving it right ------------------------------------------------------------------------

test: STARTED := $(shell date +%s)
test: $(VENV)/.dev ## Kiểm tra tất cả · everything on PostgreSQL, a share of it on SQLite
	@STARTED=$(STARTED) $(PY) -m deploy.run_tests all

checks: lint types layers migrations messages-check ## Kiểm tra không chạy mã · all that runs no test

test-rest: $(VENV)/.dev ## Kiểm tra phần mà make test chưa chạy, trên cả hai cơ sở dữ liệu · what make test leaves out
	@$(PY) -m deploy.run_tests rest $(TESTS)

lint: $(VENV)/.dev ## Kiểm tra cách viết mã và mẫu trang · ruff, djhtml, curlylint
	@echo "→ ruff, djhtml, curlylint"
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check .
	@$(PY) -m deploy.lint_templates

types: $(VENV)/.dev ## Kiểm tra kiểu · mypy
	@echo "→ mypy (lần đầu mất khoảng một phút)"
	@$(PY) -m mypy --no-error-summary $(TYPED)

layers: $(VENV)/.dev ## Kiểm tra tầng: chỉ được nhập xuống dưới · import-linter
	@echo "→ import-linter"
	@$(VENV)/bin/lint-imports --no-cache --no-logo

migrations: $(VENV)/.dev ## Kiểm tra không thiếu migration · makemigrations --check
	@echo "→ makemigrations --check"
	@DJANGO_SETTINGS_MODULE=portal.settings.test $(PY) manage.py makemigrations --check --dry-run

messages: $(VENV)/.dev ## Dựng lại bản dịch giao diện quản trị · build the Vietnamese translation
	@$(PY) locale/vi/wagtail/build.py

messages-check: $(VENV)/.dev
	@echo "→ bản dịch giao diện quản trị"
	@$(PY) locale/vi/wagtail/build.py --check

test-sqlite: $(VENV)/.dev ## Chạy bộ kiểm thử trên SQLite (TESTS=tests/quizzes) · with browser tests, see docs/testing.md
	@$(PY) -m deploy.run_tests sqlite $(TESTS)

test-postgres: $(VENV)/.dev ## Chạy bộ kiểm thử trên PostgreSQL · with services tests when Redis is found
	@$(PY) -m deploy.run_tests postgres $(TESTS)

coverage: $(VENV)/.dev ## Đo phần mã được kiểm thử, theo từng phòng · branch coverage by room
	@$(PY) -m deploy.measure_coverage $(TESTS)

observatory: $(VENV)/.runtime ## Chấm điểm tiêu đề HTTP theo MDN Observatory (cần Node 20, npm) · grade the headers
	@$(PY) -m deploy.observe

test-next: $(VENV)/.created ## Thử với Wagtail và Django mới nhất (không thuộc make test) · newest releases
	@$(PY) -m deploy.run_next $(TESTS)

audit: $(VENV)/.runtime $(VENV)-audit/.installed ## Rà lỗ hổng đã biết, ghi danh mục thành phần (SBOM) · known vulnerabilities, bill of materials
	@$(PY) -m deploy.audit

## --- upkeep ----------------------------------------------------------------------------------

format: $(VENV)/.dev ## Sắp lại mã · ruff format, djhtml
	@$(PY) -m ruff check --quiet --fix . || true
	@$(PY) -m ruff format --quiet .
	@$(PY) -m deploy.lint_templates --fix

requirements: $(VENV)/.dev ## Biên dịch lại requirements*.txt (UPGRADE=1 để nâng phiên bản) · compile again
	@$(PY) -m deploy.compile_requirements $(if $(UPGRADE),--upgrade)

clean: ## Xóa môi trường Python và bộ nhớ đệm, giữ dữ liệu trong var/ · keep the data
	@rm -rf $(VENV) $(VENV)-audit $(VENV)-next .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
