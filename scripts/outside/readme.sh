#!/usr/bin/env bash
# The examples of both READMEs, run: each prints what the README says. UPDATE=1 writes what they print into the READMEs.
. "$(dirname "$0")/lib.sh"
needs python3

python3 "$here/readme.py" "$here/../.." "$work" "${UPDATE:-0}" || fail "see above; UPDATE=1 $0 writes it anew"
ok "the examples print what the READMEs say"
