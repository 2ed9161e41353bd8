#!/usr/bin/env bash
# The libraries in the program for Linux, with their licences, one a line: name, version, licence, address. From
# Cargo.lock alone, so that the same commit gives the same list; `./check` holds docs/libraries.txt against it.
#
#   scripts/libraries.sh >docs/libraries.txt
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C
cargo tree --locked --edges normal --target x86_64-unknown-linux-gnu --prefix none --format '{p}|{l}|{r}' |
    sed 's/ (\*)$//; s/ (proc-macro)//' | grep -v '^policy-atlas ' | sort -u |
    awk -F'|' '{ split($1, crate, " v"); printf "%-34s %-14s %-60s %s\n", crate[1], crate[2], $2, $3 }' | sed 's/ *$//'
