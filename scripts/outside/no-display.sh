#!/usr/bin/env bash
# Without a display the program says so in one line that names the command line, and exits with 1.
. "$(dirname "$0")/lib.sh"
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET

for lang in zh en; do
    status=0
    timeout 30 "$POLICY_ATLAS" --lang "$lang" >"$work/out" 2>"$work/err" || status=$?
    [ "$status" = 1 ] || fail "exit status $status in place of 1 ($lang)"
    [ ! -s "$work/out" ] || fail "something on standard output: $(head -c 200 "$work/out")"
    lines=$(wc -l <"$work/err")
    [ "$lines" = 1 ] || fail "$lines lines on standard error in place of 1: $(cat "$work/err")"
    grep -qF 'policy-atlas --help' "$work/err" || fail "the line does not name the help: $(cat "$work/err")"
done
ok "one line, exit status 1"
