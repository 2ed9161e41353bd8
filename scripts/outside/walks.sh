#!/usr/bin/env bash
# Two programs at once, an unsaved walk in each: neither takes the other's, and whether one is killed or closed, the next
# starts take both up again.
. "$(dirname "$0")/lib.sh"
. "$here/screen.sh"

virtual_screen

kept=$XDG_CONFIG_HOME/policy-atlas/walks/unsaved
# copies N: whether so many walks are kept, each whole.
copies() {
    [ "$(find "$kept" -name '*.ron' -size +0 2>/dev/null | wc -l)" = "$1" ]
}
# hashes: what is kept, one content a line, whatever the files are called.
hashes() { find "$kept" -name '*.ron' -exec sha256sum {} + | cut -d' ' -f1 | sort; }

# start: one more program. Sets $program and $own, its window.
start() {
    "$POLICY_ATLAS" --lang zh --theme light --renderer opengl >"$work/out" 2>"$work/err" &
    program=$!
    pids+=("$program")
    own=""
    seen() { own=$(xdotool search --onlyvisible --pid "$program" 2>/dev/null | head -1) && [ -n "$own" ]; }
    until_true 60 seen || fail "no window within 60 s: $(cat "$work/err")"
    timeout 20 xdotool windowactivate --sync "$own" || fail "the window does not take the focus"
    until_true 30 painted "started$program" || fail "the window stays blank"
    settled "started$program"
}

# edit N: opens the editor of walks and moves its first step down, N times.
edit() {
    xdotool key ctrl+F5
    until_true 15 differs "started$program" "editor$program" || fail "Ctrl+F5 shows nothing new"
    settled "editor$program"
    for _ in $(seq "$1"); do
        xdotool key --delay 200 alt+Down
    done
}

start
first=$program
edit 1
until_true 20 copies 1 || fail "the first walk is not kept"
start
edit 2
until_true 20 copies 2 || fail "the second walk is not kept beside the first: $(ls "$kept")"
sleep 1
both=$(hashes)
[ "$(uniq <<<"$both" | wc -l)" = 2 ] || fail "both programs keep the same walk"

# One is killed, one is closed.
kill -KILL "$first"
wait "$first" 2>/dev/null || true
close_window
[ "$(hashes)" = "$both" ] || fail "a walk is lost with its program"

# Each of two new programs takes one up; neither loses it by closing.
start
one=$program
start
[ "$(hashes)" = "$both" ] || fail "a walk is lost when it is taken up"
close_window
program=$one
timeout 20 xdotool windowactivate --sync "$(xdotool search --onlyvisible --pid "$one" | head -1)"
close_window
[ "$(hashes)" = "$both" ] || fail "a walk is lost when it was taken up and not saved"
ok "two programs, a walk edited in each: killed, closed and started again, both are there"
