#!/usr/bin/env bash
# Where no window can be opened the program says in one line what is missing and names the command line, and exits with 1.
. "$(dirname "$0")/lib.sh"
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET

# one_line WORD VARIABLE=VALUE... -- ARGUMENT...: starts the program and reads the line, which has WORD in it.
one_line() {
    local word=$1 vars=() status=0 lines
    shift
    while [ "$1" != -- ]; do vars+=("$1") && shift; done
    shift
    timeout 30 env "${vars[@]}" "$POLICY_ATLAS" "$@" >"$work/out" 2>"$work/all" || status=$?
    # Mesa speaks for itself.
    grep -v '^lib[A-Z]*GL\|^$' "$work/all" >"$work/err" || true
    [ "$status" = 1 ] || fail "exit status $status in place of 1 (${vars[*]} $*): $(cat "$work/all")"
    [ ! -s "$work/out" ] || fail "something on standard output: $(head -c 200 "$work/out")"
    lines=$(wc -l <"$work/err")
    [ "$lines" = 1 ] || fail "$lines lines on standard error in place of 1 (${vars[*]} $*): $(cat "$work/err")"
    grep -qF 'policy-atlas --help' "$work/err" || fail "the line does not name the help: $(cat "$work/err")"
    grep -qF "$word" "$work/err" || fail "the line does not say “$word” (${vars[*]} $*): $(cat "$work/err")"
}

for renderer in auto opengl software; do
    one_line 没有显示器 A=1 -- --lang zh --renderer "$renderer"
    one_line 'there is no display' A=1 -- --lang en --renderer "$renderer"
done
command -v Xvfb >/dev/null || { ok "no display; the rest is skipped, since Xvfb is not installed" && exit; }

. "$here/screen.sh"
virtual_screen
for broken in LIBGL_DRIVERS_PATH=/nonexistent LIBGL_ALWAYS_INDIRECT=1; do
    one_line libgl1 "$broken" -- --lang en --renderer opengl
done
# A library that cannot be read stands for one that is not there, under each name by which it may be asked for.
without() {
    local library
    mkdir -p "$work/$1"
    for library in "$@"; do
        echo unreadable | tee "$work/$1/$library" >"$work/$1/${library%.*}"
    done
}
without libGL.so.1 libEGL.so.1
one_line libgl1 LD_LIBRARY_PATH="$work/libGL.so.1" -- --lang zh --renderer opengl
known=$(ldconfig -p)
for library in libX11.so.6 libX11-xcb.so.1 libXcursor.so.1 libXi.so.6 libxkbcommon-x11.so.0; do
    # One that is there for compiling too is found by its whole path.
    ! grep -qF "${library%.*} " <<<"$known" || continue
    without "$library"
    one_line libxkbcommon-x11-0 LD_LIBRARY_PATH="$work/$library" -- --lang en
done
ok "one line, exit status 1: no display, no OpenGL, no library of the window"
