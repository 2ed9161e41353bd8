#!/usr/bin/env bash
# A show on one screen, in two real windows: the room sees it in the program's own window, and S opens the presenter's
# beside it. Six steps, a detour, black, frozen, the presenter's window closed and opened again, the end.
# Keys go to either window. Pictures of what the room sees are compared: other ones where something is to change, the
# very same where nothing is. With OpenGL, and painted by the processor.
. "$(dirname "$0")/lib.sh"
. "$here/screen.sh"

virtual_screen 2600x820 no

# room NAME: a picture of what the room sees, once it is at rest.
room() {
    local before="" now
    for _ in $(seq 60); do
        sleep 0.2
        import -window "$audience" "$work/$1.png" 2>/dev/null || fail "no picture of the audience's window ($1)"
        now=$(identify -format '%#' "$work/$1.png")
        [ "$now" != "$before" ] || return 0
        before=$now
    done
    fail "what the room sees does not come to rest ($1)"
}

# apart OLD NEW: the number of points that differ, by more than one step of 255: where the texture of letters has grown
# meanwhile, OpenGL rounds the colours along their edges another way.
apart() { compare -metric AE -fuzz 0.4% "$work/$1.png" "$work/$2.png" null: 2>&1 || true; }

# same OLD NEW: takes NEW, which has to be just as OLD.
same() {
    local points
    room "$2"
    points=$(apart "$1" "$2")
    [ "${points%%[ (]*}" = 0 ] || fail "the room sees something else ($2 is not as $1: $points points differ)"
}

# other OLD NEW: takes NEW until it differs from OLD by more than a few hundred points.
other() {
    changed() {
        local points
        import -window "$audience" "$work/$2.png" 2>/dev/null || return 1
        points=$(apart "$1" "$2")
        awk -v points="$points" 'BEGIN { exit !(points > 500) }'
    }
    until_true 15 changed "$1" "$2" || fail "the room sees nothing new ($2 is as $1)"
    room "$2"
}

# beside_window WINDOW: finds the other one. Sets $beside.
beside_window() {
    beside=$(xdotool search --onlyvisible --class policy-atlas 2>/dev/null | grep -vx "$1" | head -1)
    [ -n "$beside" ]
}

alone() { ! beside_window "$1"; }

# opened WINDOW: waits for the window beside this one, and puts it there.
opened() {
    until_true 20 beside_window "$1" || fail "no second window: $(cat "$work/err")"
    xdotool windowmove "$beside" 1290 0
    xdotool mousemove 1285 815
}

# at WINDOW KEY...: gives a window the keyboard and presses keys.
at() {
    local window=$1
    shift
    timeout 20 xdotool windowactivate --sync "$window" 2>/dev/null || fail "the window does not take the keyboard"
    xdotool key --delay 60 "$@"
}

show() {
    local step before
    XDG_CONFIG_HOME="$work/config-$1" open_window "$POLICY_ATLAS" --lang zh --theme light --renderer "$1"
    audience=$(xdotool search --onlyvisible --class policy-atlas | head -1)
    xdotool windowmove "$audience" 0 0
    until_true 30 painted first || fail "the window stays blank"

    room program
    at "$audience" F5
    other program begun
    at "$audience" s
    opened "$audience"
    presenter=$beside
    until_true 20 page_there || fail "the room sees no page"
    room step1

    for step in 2 3 4 5 6 7; do
        [ $((step % 2)) = 0 ] && at "$presenter" Next || at "$audience" Next
        other "step$((step - 1))" "step$step"
    done

    # Typed where the keyboard happens to be.
    at "$audience" g
    sleep 0.5
    xdotool type --delay 100 wuhan
    xdotool key Return
    other step7 detour
    at "$presenter" r
    same_soon step7 returned

    at "$audience" b
    other step7 black
    [ "$(identify -format '%k %[fx:mean]' "$work/black.png")" = "1 0" ] || fail "the black screen is not black"
    at "$presenter" b
    same_soon step7 back

    at "$presenter" f Next
    sleep 1
    same step7 frozen
    at "$audience" f
    other step7 followed

    # Covered by the presenter's window, the room's is as it has to be when it is seen again.
    xdotool windowsize "$presenter" 1400 820 windowmove "$presenter" 0 0
    at "$presenter" Next
    sleep 1
    xdotool windowsize "$presenter" 1280 720 windowmove "$presenter" 1290 0
    other followed uncovered
    at "$presenter" Prior
    same_soon followed again

    # Closed, it ends nothing: the window that stays is the presenter's, and F5 opens one for the room.
    at "$presenter" alt+F4
    until_true 20 alone "$audience" || fail "the presenter's window does not close"
    kill -0 "$program" 2>/dev/null || fail "the program ended with the presenter's window: $(cat "$work/err")"
    presenter=$audience
    at "$presenter" Next F5
    opened "$presenter"
    audience=$beside
    other followed reopened

    # One Esc ends nothing.
    at "$presenter" Escape
    sleep 2.5
    beside_window "$presenter" || fail "one Esc ended the show"
    same reopened still
    before=$(ticks)
    sleep 5
    rest=$(($(ticks) - before))
    at "$audience" Escape Escape
    until_true 20 alone "$presenter" || fail "two Esc do not end the show"
    timeout 20 xdotool windowactivate --sync "$presenter" 2>/dev/null || fail "the program's window does not take the keyboard"
    close_window
}

page_there() {
    import -window "$audience" "$work/there.png" 2>/dev/null && [ "$(identify -format %k "$work/there.png")" -gt 50 ]
}

# same_soon OLD NEW: takes NEW until it is just as OLD.
same_soon() {
    is_same() {
        local points
        import -window "$audience" "$work/$2.png" 2>/dev/null || return 1
        points=$(apart "$1" "$2")
        [ "${points%%[ (]*}" = 0 ]
    }
    until_true 15 is_same "$1" "$2" || fail "the room does not see again what it saw ($2 is not as $1)"
}

show opengl
opengl=$rest
show software
# Where OpenGL is a program, the painter of our own is faster.
XDG_CONFIG_HOME="$work/config-auto" open_window env LIBGL_ALWAYS_SOFTWARE=1 "$POLICY_ATLAS" --lang en
until_true 30 painted auto || fail "the window stays blank"
grep -q 'OpenGL is a program here' "$work/err" || fail "auto keeps to OpenGL in software: $(cat "$work/err")"
kill "$program"
ok "two windows, with OpenGL ($opengl ticks in 5 s of a show at rest) and without ($rest)"
