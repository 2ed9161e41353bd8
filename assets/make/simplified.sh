#!/usr/bin/env bash
# Makes simplified.txt: traditional characters with their simplified ones, a pair a line, from the data of the crate
# fast2s 0.3.1 (MIT). Needs cargo and crates.io.
#
#   assets/make/simplified.sh        writes assets/simplified.txt
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "simplified"
version = "0.0.0"
edition = "2024"

[dependencies]
fast2s = "=0.3.1"
TOML
# The blocks of Chinese characters that texts of policies are written in. A character is looked at by itself, without
# the words that a converter of whole texts would look for around it.
cat >"$work/src/main.rs" <<'RUST'
fn main() {
    for traditional in ('\u{3400}'..='\u{9FFF}').map(String::from) {
        let simplified = fast2s::convert(&traditional);
        if simplified != traditional {
            println!("{traditional}{simplified}");
        }
    }
}
RUST
CARGO_TARGET_DIR=$work/target cargo run --quiet --manifest-path "$work/Cargo.toml" >simplified.txt
wc -l simplified.txt
