# make run    opens Kundbok (DEMO=1: on the sample register that `make demo` leaves)
# make test   everything that must hold: formatting, lints, tests, the real window
# make windows  the same core, and its tests, for Windows: cross-compiled, and run under Wine
# make package  builds the .deb and the .rpm, then installs, starts and removes the .deb (as root)
# make demo   drives the window through the main job; leaves target/demo
# make bench  measures; leaves target/bench.json
# make torture  tries everything that can happen to a register; leaves target/torture.json
# make core-test   the core's own tests, for working on the core
# make deny   the dependencies' licences and sources
#
# Each does its own set-up, and is quick about it the second time.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.ONESHELL:
MAKEFLAGS += --no-print-directory

# One set of features for every step: nothing is compiled twice.
CARGO := cargo
ALL := --workspace --features kundbok/e2e
LOCKED := --locked

PACKAGES := build-essential pkg-config libwebkit2gtk-4.1-dev librsvg2-dev libxdo-dev \
	libayatana-appindicator3-dev webkit2gtk-driver xvfb dbus dbus-x11 xauth \
	poppler-utils qpdf age sqlite3 strace unzip fonts-droid-fallback
# A Rust with the source of its library, from which that is built for Windows; its linker; Wine.
WINDOWS_PACKAGES := rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64-win32 wine64
PACKAGE_PACKAGES := desktop-file-utils file rpm x11-apps x11-utils
TAURI_DRIVER := 2.1.0
TAURI_CLI := 2.12.5
CARGO_DENY := 0.20.2

# Where it is noted what is set up; `make clean` makes it be looked at again.
DONE := target/set-up
TOOLS := target/tools

.PHONY: help run test windows package demo bench torture core-test deny set-up clean \
	ui format lint core-tests ui-tests window-tests

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

# ---- Set-up ------------------------------------------------------------------------------------

# What is missing of these packages, by apt.
define install
missing=()
for package in $(1); do
	[[ $$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null) == installed ]] || missing+=($$package)
done
if (( $${#missing[@]} )); then
	as=()
	if (( EUID )); then
		command -v sudo >/dev/null || { echo "Please install as root: apt-get install $${missing[*]}"; exit 1; }
		as=(sudo)
	fi
	echo "Installing by apt: $${missing[*]}"
	"$${as[@]}" apt-get -qq update
	"$${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends --no-remove "$${missing[@]}" \
		>$(DONE)/apt.log 2>&1 || { tail -n 20 $(DONE)/apt.log; exit 1; }
fi
endef

set-up: $(DONE)/system $(DONE)/ui $(TOOLS)/bin/tauri-driver

$(DONE)/system: Makefile
	@mkdir -p $(@D)
	@for tool in cargo node npm; do
		command -v $$tool >/dev/null || { echo "$$tool is missing. The README says which Rust and Node to install."; exit 1; }
	done
	if ! command -v apt-get >/dev/null; then
		echo "There is no apt here, so nothing of the system was installed."
		echo "The README says what to install on macOS, Windows and other systems."
	else
		$(call install,$(PACKAGES))
	fi
	touch $@

$(DONE)/for-windows: Makefile
	@mkdir -p $(@D)
	$(call install,$(WINDOWS_PACKAGES))
	touch $@

$(DONE)/for-package: Makefile
	@mkdir -p $(@D)
	$(call install,$(PACKAGE_PACKAGES))
	touch $@

$(DONE)/ui: ui/package.json ui/package-lock.json
	@mkdir -p $(@D)
	echo "Installing by npm: what ui/package-lock.json names"
	cd ui && npm ci --no-audit --no-fund --loglevel=error
	touch $(CURDIR)/$@

$(TOOLS)/bin/tauri-driver: | $(DONE)/system
	@echo "Installing by cargo: tauri-driver $(TAURI_DRIVER), into $(TOOLS)"
	$(CARGO) install tauri-driver --version $(TAURI_DRIVER) --locked --quiet --root $(TOOLS)

$(TOOLS)/node_modules/.bin/tauri: | $(DONE)/system
	@echo "Installing by npm: @tauri-apps/cli $(TAURI_CLI), into $(TOOLS)"
	npm install --no-save --no-package-lock --no-audit --no-fund --loglevel=error --prefix $(TOOLS) @tauri-apps/cli@$(TAURI_CLI)

$(TOOLS)/bin/cargo-deny: | $(DONE)/system
	@echo "Installing by cargo: cargo-deny $(CARGO_DENY), into $(TOOLS)"
	$(CARGO) install cargo-deny --version $(CARGO_DENY) --locked --quiet --root $(TOOLS)

# ---- Building ----------------------------------------------------------------------------------

# What the window shows. It is built into the program.
ui: ui/dist/index.html
ui/dist/index.html: $(DONE)/ui $(shell find ui/src ui/index.html ui/*.ts ui/*.js assets -type f 2>/dev/null | sed 's/ /\\ /g')
	@echo "Building what the window shows"
	cd ui && npm run --silent build -- --logLevel warn
	touch dist/index.html

# ---- Running -----------------------------------------------------------------------------------

run: $(DONE)/system $(DONE)/ui
	@if [[ $$(uname) == Linux && -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]]; then
		echo "There is no display to open a window on."
		echo "make demo drives the window without one, and leaves pictures of it in target/demo/screens."
		exit 1
	fi
	arguments=()
	if [[ -n "$(DEMO)" ]]; then
		[[ -f target/demo/passphrase.txt ]] || { echo "There is no sample register yet: make demo makes it."; exit 1; }
		echo "Passphrase of the sample register: $$(< target/demo/passphrase.txt)"
		arguments=(--data-dir target/demo)
	fi
	$(MAKE) ui
	echo "Building Kundbok"
	$(CARGO) build $(LOCKED) --workspace --bin kundbok
	exec target/debug/kundbok "$${arguments[@]}"

demo: set-up ui
	@echo "Building Kundbok and the demo: some minutes the first time"
	$(CARGO) build $(LOCKED) --quiet $(ALL) --bins
	echo "Driving the window: some minutes"
	target/debug/demo

bench: set-up ui
	@echo "Building Kundbok and the measurements for release: some minutes the first time"
	$(CARGO) build $(LOCKED) --quiet --release $(ALL) --bins
	target/release/bench

torture: $(DONE)/system
	@echo "Building the experiments for release: some minutes the first time"
	$(CARGO) build $(LOCKED) --quiet --release $(ALL) --bin torture
	target/release/torture

# ---- Testing -----------------------------------------------------------------------------------

# In this order: what fails fast comes first.
test: set-up
	@$(MAKE) format
	$(MAKE) ui-tests
	$(MAKE) lint
	$(MAKE) core-tests
	$(MAKE) window-tests

format:
	@echo "== Formatting"
	$(CARGO) fmt --all --check

lint: ui
	@echo "== Lints (the first time everything is built for them: some minutes)"
	$(CARGO) clippy $(LOCKED) --quiet $(ALL) --all-targets -- -D warnings

ui-tests: $(DONE)/ui
	@echo "== The window's parts: lints, types, tests"
	cd ui
	npm run --silent check
	npm test --silent
	cd ..
	$(MAKE) ui

# The window tests are the one target of `kundbok-tests` that needs a built program and a display.
core-tests: ui
	@echo "== Core, contract, journeys and vault (built first: some minutes the first time)"
	$(CARGO) test $(LOCKED) --quiet $(ALL) --lib --bins --examples --test contract --test journeys --test vault

window-tests: $(TOOLS)/bin/tauri-driver ui
	@echo "== The real window (built first: some minutes the first time)"
	$(CARGO) build $(LOCKED) --quiet $(ALL) --bins
	$(CARGO) test $(LOCKED) $(ALL) --test e2e

# Debian's Rust, since it comes with the source of its library: `RUSTC_BOOTSTRAP` lets it be built.
WINDOWS := target/windows
WINE := /usr/lib/wine/wine64
windows: export RUSTC := /usr/bin/rustc
windows: export RUSTC_BOOTSTRAP := 1
windows: export CARGO_TARGET_DIR := $(WINDOWS)
windows: export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER := x86_64-w64-mingw32-gcc
windows: export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER := $(WINE)
windows: export CARGO_PROFILE_DEV_DEBUG := false
windows: export CARGO_INCREMENTAL := 0
windows: export WINEPREFIX := $(CURDIR)/$(WINDOWS)/wine
windows: export WINEDEBUG := -all
windows: export WINEDLLOVERRIDES := mscoree,mshtml=
windows: export LC_ALL := C.UTF-8
windows: export PROPTEST_CASES := 32
windows: $(DONE)/system $(DONE)/for-windows ui
	@echo "== Windows (built first, with Rust's own library: some minutes the first time)"
	packages=(--package kundbok --package kundbok-core --package kundbok-tests --no-default-features --features kundbok/e2e)
	library=(-Zbuild-std --config profile.dev.package.core.opt-level=2 --config profile.dev.package.alloc.opt-level=2)
	options=($(LOCKED) --quiet --target x86_64-pc-windows-gnu -Zwarnings --config 'build.warnings="deny"')
	build=("$${options[@]}" "$${library[@]}" "$${packages[@]}")
	# With tests in it, so that the dependencies have the same features as below and are built once.
	/usr/bin/cargo build "$${build[@]}" --bin kundbok --test journeys --test vault
	built=$(WINDOWS)/x86_64-pc-windows-gnu/debug
	x86_64-w64-mingw32-gcc -shared -o $$built/bcryptprimitives.dll tests/vault/bcryptprimitives.c -ladvapi32
	x86_64-w64-mingw32-gcc -o $$built/fall_asleep.exe tests/vault/fall_asleep.c
	cp $$built/*.dll $$built/deps
	rm -rf $(WINDOWS)/wine
	unset DISPLAY
	$(WINE) wineboot --init >/dev/null 2>&1
	# Without a screen there are windows all the same.
	$(WINE) reg add 'HKCU\Software\Wine\Drivers' /v Graphics /d null /f >/dev/null 2>&1
	/usr/bin/cargo test "$${build[@]}" --lib --test journeys --test vault

# ---- Packages ----------------------------------------------------------------------------------

package: $(DONE)/for-package $(TOOLS)/node_modules/.bin/tauri ui
	@rm -rf target/release/bundle
	echo "Building Kundbok and its packages for release: some minutes the first time"
	(cd src-tauri && ../$(TOOLS)/node_modules/.bin/tauri build --ci --bundles deb,rpm -- $(LOCKED) --quiet)
	as=()
	(( EUID == 0 )) || as=(sudo)
	"$${as[@]}" tests/package.sh
	ls -sh target/release/bundle/*/*.deb target/release/bundle/*/*.rpm

core-test: $(DONE)/system
	@echo "Building the core and its tests"
	$(CARGO) test $(LOCKED) --quiet -p kundbok-core

deny: $(TOOLS)/bin/cargo-deny
	@$(TOOLS)/bin/cargo-deny --workspace --all-features check bans licenses sources

clean:
	rm -rf target ui/node_modules ui/dist
