#!/usr/bin/env bash
# A real window on a virtual screen of its own: it paints, answers keys, rests without using the processor, and closes.
. "$(dirname "$0")/lib.sh"
. "$here/screen.sh"

virtual_screen
open_window "$POLICY_ATLAS" --lang zh --theme light --renderer opengl
use_window
ok "painted, answered keys, used $used ticks in 10 s of rest, closed with 0"
