#!/usr/bin/env bash
# Scripted use in both painters: memory does not go on growing, and at rest afterwards the processor is left alone.
#
# SOAK_SECONDS is the time in each painter, 8 by default, about two rounds; ten minutes show what a day of use does. In
# less than two minutes the texture of letters has not been full once: growth is told and not judged, and $highest alone
# bounds memory.
. "$(dirname "$0")/lib.sh"
. "$here/screen.sh"

seconds=${SOAK_SECONDS:-8}
# The most that memory may grow after the first minute, in KiB.
most=10240
# The most that it may ever be, in KiB: about a fifth above the highest of ten minutes, with the texture full.
highest=131072

# higher HIGHEST: the larger one of it and what is in memory of the program's own: its heap, and the textures of a painter
# that is a program; no mapped files. The texture of letters fills up and is cleared again and again, so that only the
# highest of a time tells whether more is kept.
higher() {
    kill -0 "$program" 2>/dev/null || fail "the program ended: $(cat "$work/err")"
    awk -v highest="$1" '/^RssAnon:/ { print ($2 > highest) ? $2 : highest }' "/proc/$program/status"
}

# asleep: whether the window waits for its user.
asleep() { [ "$(sed 's/.*) //' "/proc/$program/stat" 2>/dev/null | cut -c1)" = S ]; }

# keys KEY...: with a pause after each, in which the window paints, however busy the machine is: a key that leaves a list
# in the moment in which it opens would leave nothing, and the next ones would choose from it.
keys() {
    local key
    for key in "$@"; do
        xdotool key "$key"
        sleep 0.06
        until_true 10 asleep || true
    done
}

# logged PAINTER: the second and the memory, a line each, where SOAK_LOG is a file.
logged() { [ -z "${SOAK_LOG:-}" ] || echo "$1 $SECONDS $(higher 0)" >>"$SOAK_LOG"; }

# use: a round through the tabs, a search, the palette, zoom, both themes and languages, the show.
use() {
    local at
    keys ctrl+1 ctrl+2 Down Down Down ctrl+3 ctrl+4
    keys ctrl+f
    xdotool type --delay 40 'suanli'
    keys Return ctrl+1 ctrl+BackSpace ctrl+k Escape
    keys ctrl+plus ctrl+plus ctrl+2 ctrl+4 ctrl+0
    for at in "200 200" "500 300" "900 400" "700 600"; do
        # shellcheck disable=SC2086 # two numbers
        xdotool mousemove $at click 1 click 5 click 4
        sleep 0.06
    done
    keys Escape F5 Right Right Right Left Escape Escape ctrl+z ctrl+shift+z
}

# soaked PAINTER: uses the window for so long; sets $first and $last, the highest of memory in the first minute and after
# it. A machine without other work makes fifteen rounds in that minute, in which the texture of letters is filled once: a
# busy one is given as many.
soaked() {
    local begin used rounds=0 first=0 last=0
    open_window "$POLICY_ATLAS" --lang zh --theme light --renderer "$1"
    until_true 60 painted first || fail "$1: the window stays blank"
    settled first
    begin=$SECONDS
    until [ $((SECONDS - begin)) -ge "$seconds" ]; do
        use
        rounds=$((rounds + 1))
        logged "$1"
        if [ $((SECONDS - begin)) -le 60 ] || [ "$rounds" -le 15 ]; then
            first=$(higher "$first")
        else
            last=$(higher "$last")
        fi
    done
    [ "$last" -gt 0 ] || last=$first
    keys Escape Escape Escape
    xdotool mousemove 640 799
    settled rest
    used=$(ticks)
    sleep 5
    used=$(($(ticks) - used))
    [ "$used" -le 1 ] || fail "$1: at rest the program used $used ticks of the processor in 5 s"
    close_window
    said+=("$1 $((first / 1024)) to $((last / 1024)) MiB")
    [ "$last" -le "$highest" ] || fail "${said[*]}, more than $((highest / 1024)) MiB"
    [ "$seconds" -lt 120 ] || [ $((last - first)) -le "$most" ] || fail "${said[*]}"
}

virtual_screen
said=()
soaked opengl
soaked software
judged=
[ "$seconds" -ge 120 ] || judged=", too short a time to judge growth"
ok "$seconds s of use in each painter, then none at rest: ${said[*]}$judged"
