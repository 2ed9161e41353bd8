#!/usr/bin/env bash
# Bytes thrown at every door through which foreign bytes come (fuzz/run).
#
# FUZZ_SECONDS is the time for each door. Without it two seconds, and only where the program for it is built already:
# building it takes longer than all the other checks.
. "$(dirname "$0")/lib.sh"

root=$here/../..
if [ -z "${FUZZ_SECONDS:-}" ]; then
    built=$root/target/fuzz/debug/policy-atlas-fuzz
    [ -x "$built" ] || skip "not built; FUZZ_SECONDS=60 ./check outside builds it and gives each door a minute"
    export FUZZ_BUILT=$built
fi
needs c++
"$root/fuzz/run" all "${FUZZ_SECONDS:-2}" >"$work/said" 2>&1 || fail "$(cat "$work/said")"
ok "$(wc -l <"$work/said") doors, $(awk '{ sum += $2 } END { print sum }' "$work/said") runs, nothing broke"
