#!/usr/bin/env bash
# Makes the Debian package.
#
#   packaging/deb.sh [PROGRAM]     of a build of the profile dist made here, or of a program that is already built
#
# Needs cargo-deb (`cargo install cargo-deb --locked`), dpkg-dev and binutils. The package goes to the folder $OUT, by default
# debian/ in the target folder; its path is the last line printed.

set -euo pipefail
program=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."

target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
profile=(--profile dev)
if [ -z "$program" ]; then
    profile=(--profile dist)
    cargo build --locked "${profile[@]}" --bin policy-atlas --example package
    program=$target/dist/policy-atlas
fi

# cargo-deb takes a built program from release/ of the target folder: it gets a folder of its own that holds only that.
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$stage/release"
cp "$program" "$stage/release/policy-atlas"
strip "$stage/release/policy-atlas"
cargo run --quiet --locked "${profile[@]}" --example package -- "$stage/release/package"
# -n: no time in the file.
find "$stage/release/package/man" -type f -exec gzip -9n {} +
mkdir -p "${OUT:=$target/debian}"
CARGO_TARGET_DIR=$stage cargo deb --no-build --no-strip --locked --output "$OUT"
