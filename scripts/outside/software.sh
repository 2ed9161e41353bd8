#!/usr/bin/env bash
# The same window where OpenGL cannot be used: the processor paints it, and the program says so in one line.
. "$(dirname "$0")/lib.sh"
. "$here/screen.sh"

# Mesa finds none of its drivers, and keeps to itself what it has to say about that.
export LIBGL_DRIVERS_PATH=/nonexistent LIBGL_DEBUG=quiet
virtual_screen
open_window "$POLICY_ATLAS" --lang en --theme light
use_window
said=$(grep -v '^lib[A-Z]*GL\|^$' "$work/err" || true)
[ "$(wc -l <<<"$said")" = 1 ] && grep -q 'no usable OpenGL' <<<"$said" || fail "it does not say in one line who paints: $said"
ok "painted by the processor, answered keys, used $used ticks in 10 s of rest, closed with 0"
