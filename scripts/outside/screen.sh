# shellcheck shell=bash
# A virtual screen and a window on it, for the scripts that open one. Sourced after lib.sh, not run.

needs Xvfb openbox xdotool import identify compare

# xdotool types Chinese only where the locale is UTF-8.
export LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY WAYLAND_SOCKET

# virtual_screen [WxH [no]]: a screen of its own, with a window manager that lets each window fill it, or does not.
# Alt+F4 closes a window. Sets $size, WxH.
virtual_screen() {
    local number manager fills=${2:-yes}
    size=${1:-1280x800}
    # The server takes a free number by itself and says which.
    mkfifo "$work/number"
    exec 9<>"$work/number"
    Xvfb -displayfd 9 -screen 0 "${size}x24" -nolisten tcp >"$work/xvfb" 2>&1 &
    pids+=($!)
    read -r -t 20 number <&9 || fail "no virtual screen: $(tail -1 "$work/xvfb")"
    export DISPLAY=":$number"

    cat >"$work/openbox.xml" <<XML
<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard>
<keybind key="A-F4"><action name="Close"/></keybind>
</keyboard><applications>
<application class="*"><decor>no</decor><maximized>$fills</maximized></application>
</applications></openbox_config>
XML
    # A manager that is started in the moment in which the server takes its first client may find it gone.
    manage() {
        openbox --config-file "$work/openbox.xml" >"$work/openbox" 2>&1 &
        manager=$!
        pids+=("$manager")
    }
    managed() {
        xdotool getwindowfocus >/dev/null 2>&1 || return 1
        kill -0 "$manager" 2>/dev/null || { manage && return 1; }
    }
    manage
    until_true 20 managed || fail "no window manager: $(tail -1 "$work/openbox")"
}

# open_window COMMAND...: starts the program, waits for its window ($patience seconds, by default 60), gives it the
# focus. Sets $program, its process, and $window.
open_window() {
    # Away from everything that lights up under the pointer.
    xdotool mousemove 640 "${size#*x}"
    "$@" >"$work/out" 2>"$work/err" &
    program=$!
    pids+=("$program")
    window=$(timeout "${patience:-60}" xdotool search --sync --onlyvisible --class policy-atlas | head -1) ||
        fail "no window within ${patience:-60} s: $(cat "$work/err")"
    timeout 20 xdotool windowactivate --sync "$window" || fail "the window does not take the focus"
}

# shoot NAME: a picture of the whole screen. framed NAME: of the window alone.
shoot() { import -window root "$work/$1.png"; }
framed() { import -window "$window" "$work/$1.png"; }

# painted NAME: takes it and says whether it is a page: a blank window has one colour, or a few.
painted() {
    kill -0 "$program" 2>/dev/null || fail "the program ended: $(cat "$work/err")"
    shoot "$1" && [ "$(identify -format %k "$work/$1.png")" -gt 50 ]
}

# differs OLD NEW: takes NEW and says whether more than a few hundred points are not as in OLD.
differs() {
    local points
    painted "$2" || return 1
    points=$(compare -metric AE "$work/$1.png" "$work/$2.png" null: 2>&1 || true)
    awk -v points="$points" 'BEGIN { exit !(points > 500) }'
}

# settled NAME: takes pictures until two in a row are the same.
settled() {
    local before="" now
    for _ in $(seq 40); do
        sleep 0.25
        shoot "$1"
        now=$(identify -format '%#' "$work/$1.png")
        [ "$now" != "$before" ] || return 0
        before=$now
    done
    fail "the picture does not come to rest ($1)"
}

# ticks: what the program has used of the processor, all threads together, in ticks of the system's clock.
ticks() { sed 's/.*) //' "/proc/$program/stat" | awk '{ print $12 + $13 }'; }

# close_window: as a user does; the program ends with 0.
close_window() {
    local status=0
    xdotool key ctrl+q
    ended() { ! kill -0 "$program" 2>/dev/null; }
    until_true 20 ended || fail "Ctrl+Q does not close the window"
    wait "$program" || status=$?
    [ "$status" = 0 ] || fail "exit status $status after Ctrl+Q: $(cat "$work/err")"
    ! grep -qi panic "$work/err" || fail "a panic: $(cat "$work/err")"
}

# use_window: paints, answers keys, rests, closes. Sets $used, the ticks of ten seconds of rest.
use_window() {
    local before
    until_true 30 painted first || fail "the window stays blank"
    settled first

    xdotool key ctrl+2
    until_true 15 differs first table || fail "Ctrl+2 shows nothing new"
    settled table

    xdotool key ctrl+f
    sleep 0.5
    xdotool type --delay 100 '方向:算力'
    until_true 15 differs table search || fail "a query typed into the search shows nothing new"
    settled search

    before=$(ticks)
    sleep 10
    used=$(($(ticks) - before))
    [ "$used" -le 2 ] || fail "at rest the program used $used ticks of the processor in 10 s"
    close_window
}
