#!/usr/bin/env bash
# Measures a release build on this machine: the start of the window, its memory, the start of the command line.
#
#   scripts/measure.sh [PROGRAM]     by default target/release/policy-atlas (cargo build --release)
#
# Each number is the median of seven starts, after one that is not counted. The window is 1280x800 on a virtual screen
# (Xvfb), so OpenGL is Mesa's, in software. Its start is the time from the start of the process until its window is on
# the screen, which both ways of painting show with their first frame; it is looked for without a pause, so the number
# is some milliseconds too high. Memory is read one second later: all resident pages, and those that no file backs; and
# the time of the processor used until then, which tells more than the start where the machine has other work.

POLICY_ATLAS=${1:-$(dirname "$0")/../target/release/policy-atlas}
POLICY_ATLAS=$(realpath "$POLICY_ATLAS")
export POLICY_ATLAS
. "$(dirname "$0")/outside/lib.sh"
here=$here/outside
. "$here/screen.sh"

runs=7
now() { date +%s%N; }
median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
memory() { awk -v key="$1:" '$1 == key { print $2 }' "/proc/$program/status"; }

# window RENDERER FOLDER: one start; adds its numbers to the files in FOLDER.
window() {
    local start
    start=$(now)
    "$POLICY_ATLAS" --lang zh --theme light --renderer "$1" >/dev/null 2>"$work/err" &
    program=$!
    pids+=("$program")
    until xdotool search --onlyvisible --class policy-atlas >/dev/null 2>&1; do
        kill -0 "$program" 2>/dev/null || fail "the program ended: $(cat "$work/err")"
    done
    echo $((($(now) - start) / 1000000)) >>"$2/start"
    sleep 1
    echo $(($(ticks) * 1000 / $(getconf CLK_TCK))) >>"$2/used"
    memory VmRSS >>"$2/rss"
    memory RssAnon >>"$2/anon"
    kill "$program"
    wait "$program" 2>/dev/null || true
    until_true 10 gone || fail "the window stays"
}
gone() { ! xdotool search --onlyvisible --class policy-atlas >/dev/null 2>&1; }

virtual_screen
echo "$(date -u +%F), $(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(. /etc/os-release && echo "$PRETTY_NAME"), load $(cut -d' ' -f1 /proc/loadavg)"
for renderer in opengl software; do
    mkdir "$work/$renderer"
    for run in $(seq 0 $runs); do
        window "$renderer" "$work/$renderer"
        [ "$run" != 0 ] || rm "$work/$renderer"/*
    done
    echo "window, $renderer: start $(median <"$work/$renderer/start") ms, processor $(median <"$work/$renderer/used") ms," \
        "resident $(($(median <"$work/$renderer/rss") / 1024)) MiB, anonymous $(($(median <"$work/$renderer/anon") / 1024)) MiB"
done
for run in $(seq 0 $runs); do
    start=$(now)
    "$POLICY_ATLAS" list >/dev/null
    [ "$run" = 0 ] || echo $((($(now) - start) / 100000)) >>"$work/list"
done
echo "policy-atlas list: $(median <"$work/list" | sed 's/.$/.&/') ms"
