#!/usr/bin/env bash
# The window opened and closed again and again: each time it paints, and closes with 0, and nothing is left of it.
#
# STARTS is the number of times, 4 by default.
. "$(dirname "$0")/lib.sh"
. "$here/screen.sh"

starts=${STARTS:-4}
virtual_screen
for ((at = 1; at <= starts; at++)); do
    renderer=opengl
    [ $((at % 2)) = 0 ] || renderer=software
    open_window "$POLICY_ATLAS" --renderer "$renderer"
    until_true 60 painted first || fail "start $at: the window stays blank"
    settled first
    close_window
done
left=$(find "$work/config" "$work/home" -name '.policy-atlas-*')
[ -z "$left" ] || fail "left behind: $left"
ok "$starts starts and stops"
