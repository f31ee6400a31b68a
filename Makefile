# Everything that is built, served and tested; `make help` lists it.
# Set-up steps live in .ci/, one concern a script; make runs them where something needs them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# People's scripts expect the command line at target/release/sorani-reader.
export CARGO_TARGET_DIR := $(CURDIR)/target

PORT ?= 8080
BASE ?= ./

# Directories are listed too: their time changes when a file in them is added or removed.
rust_files := Cargo.toml $(wildcard Cargo.lock build.rs) \
	$(shell find src seeds -type d -o -name '*.rs' -o -name '*.tsv' -o -name 'left_out.txt')
site_files := $(shell find www -type f ! -name '.*')
specs := $(wildcard tests/*/*.test.js)

cli := target/release/sorani-reader
wasm := target/browser/sorani_reader.js target/browser/sorani_reader.d.ts target/browser/sorani_reader_bg.wasm
files := $(site_files:www/%=dist/%) $(wasm:target/browser/%=dist/%) dist/entities.pack
dist := $(files) dist/integrity.json
stale := $(filter-out $(dist),$(shell find dist -type f 2>/dev/null))

# What make build puts into entities.pack: the demo's entities.
entities := $(wildcard seeds/entities.jsonl seeds/starter.jsonl)

ready := target/setup/prerequisites
node_modules := node_modules/.package-lock.json

say = @echo "$(1)"

.PHONY: help build serve tags package screenshots test lint lint-rust lint-web test-rust test-web bench fmt clean prune

help: ## list these goals
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

build: $(cli) $(dist) prune ## build the site into dist/ and the command line into target/release/
	$(call say,build: dist/ and $(cli) are up to date)

serve: build ## build, then serve dist/ at http://127.0.0.1:8080/ (PORT=N for another port)
	@exec env PORT=$(PORT) node .ci/serve.js

tags: build ## print the tags for a page that checks every file (BASE=/path/of/the/files/)
	@node .ci/integrity.js tags dist $(BASE)

package: build $(node_modules) ## make the npm package in target/package/
	@node .ci/package.js dist target/package
	$(call say,package: target/package/ is what npm publish takes)

screenshots: build $(node_modules) ## photograph the widget for the docs, into target/screenshots/
	@.ci/browsers
	@node tests/browser/gallery.js

test: lint test-rust test-web ## set up, check and test everything, in every browser engine

lint: lint-rust lint-web ## check formatting, lints, docs and types

lint-rust: $(ready) target/setup/wasm-target
	@.ci/rust-component clippy rustfmt
	$(call say,lint: Rust formatting)
	@cargo fmt --check
	$(call say,lint: clippy on every target here and on what the browser gets)
	@cargo clippy --all-targets --all-features -- -D warnings
	@.ci/wasm-cargo clippy --lib --no-default-features -- -D warnings
	$(call say,lint: documentation links)
	@RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --lib

lint-web: $(node_modules) $(wasm)
	$(call say,lint: JavaScript and CSS by biome)
	@node_modules/.bin/biome check
	$(call say,lint: JavaScript types by tsc)
	@node_modules/.bin/tsc --project tsconfig.json
	@node_modules/.bin/tsc --project tests/tsconfig.json

test-rust: $(ready)
	$(call say,test: the core and the command line)
	@cargo test

test-web: build package $(node_modules)
	@.ci/browsers
	$(call say,test: the widget in every browser engine)
	@node --test --test-concurrency=1 --test-reporter=spec $(specs)

bench: build $(node_modules) ## print the figures, beside other systems: speed, memory, download sizes
	$(call say,bench: natively)
	@cargo bench --quiet
	@.ci/browsers
	$(call say,bench: in every browser engine)
	@node tests/bench/browser.js
	@node tests/bench/packs.js
	$(call say,bench: what a reader downloads)
	@node tests/bench/sizes.js

fmt: $(ready) $(node_modules) ## format the Rust, JavaScript and CSS sources
	@.ci/rust-component rustfmt
	@cargo fmt
	@node_modules/.bin/biome check --write

clean: ## remove what make built and installed here (the tool cache of all clones stays)
	rm -rf dist target node_modules

# ---- what the goals above are made of ----

$(ready): .ci/prerequisites
	@.ci/prerequisites
	@mkdir -p $(@D) && touch $@

$(node_modules): package.json package-lock.json | $(ready)
	$(call say,set-up: development tools from npm into node_modules/)
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

target/setup/wasm-target: .ci/wasm-target | $(ready)
	@.ci/wasm-target > $@

$(cli): $(rust_files) | $(ready)
	$(call say,build: the command line into $@)
	@cargo build --release --bin sorani-reader
	@touch $@

target/browser/sorani_reader.js: $(rust_files) .ci/build-wasm .ci/wasm-cargo .ci/shorten-glue.js target/setup/wasm-target $(node_modules)
	$(call say,build: the core for the browser into target/browser/)
	@.ci/build-wasm
	@touch $(wasm)

# build-wasm writes these together with the file above.
target/browser/sorani_reader.d.ts target/browser/sorani_reader_bg.wasm: target/browser/sorani_reader.js ;

dist/entities.pack: $(entities) $(cli)
	$(call say,build: the demo's entities into $@)
	@mkdir -p $(@D)
	@$(cli) pack build $(entities) -o $@

# core.js checks the wasm against this.
dist/integrity.js: dist/sorani_reader_bg.wasm .ci/integrity.js
	@node .ci/integrity.js core dist > $@

dist/integrity.json: $(files) .ci/integrity.js
	$(call say,build: $@ with the hash of every file)
	@node .ci/integrity.js list dist > $@

dist/%.js: www/%.js .ci/minify.js | $(node_modules)
	$(call say,build: $@ from $<)
	@mkdir -p $(@D) && node .ci/minify.js $< $@

dist/%.js: target/browser/%.js .ci/minify.js | $(node_modules)
	$(call say,build: $@ from $<)
	@mkdir -p $(@D) && node .ci/minify.js $< $@

dist/%: www/%
	$(call say,build: $@ from $<)
	@mkdir -p $(@D) && cp $< $@

dist/%: target/browser/%
	$(call say,build: $@ from $<)
	@mkdir -p $(@D) && cp $< $@

# A file that left www/ leaves dist/ too, so that nothing old is published.
prune:
ifneq ($(stale),)
	$(call say,build: removing what www/ no longer has: $(stale))
	@rm -f $(stale)
endif
