#!/usr/bin/env bash
# No network: of all the calls to the system that the program makes, on the command line and with a window, none opens a
# socket but those to the display and to services of this machine (AF_UNIX).
. "$(dirname "$0")/lib.sh"
needs strace

strace -f -e trace=none true 2>/dev/null || skip "strace may not trace here"

# no_network WHAT: whether the calls in $work/calls are to sockets of this machine alone.
no_network() {
    local odd
    # A netlink socket asks the kernel of this machine which devices there are (AF_NETLINK); it leads nowhere else.
    odd=$(grep -E '^[0-9 ]*(socket|connect|sendto|bind)\(' "$work/calls" |
        grep -vE 'AF_UNIX|AF_LOCAL|AF_NETLINK|sendto\([0-9]+, |= -1 E(AFNOSUPPORT|NOENT)' || true)
    [ -z "$odd" ] || fail "$1: $(head -3 <<<"$odd")"
    ! grep -qE 'AF_INET|AF_PACKET' "$work/calls" || fail "$1: $(grep -m3 -E 'AF_INET|AF_PACKET' "$work/calls")"
}

cd "$work"
calls=0
while read -r -a words; do
    strace -f -qq -e trace=%network -o "$work/calls" "$POLICY_ATLAS" "${words[@]}" >/dev/null 2>"$work/err" ||
        fail "${words[*]}: $(cat "$work/err")"
    no_network "${words[*]}"
    calls=$((calls + 1))
done <<'WORDS'
check
list source:any
show 310000
compare 310000 330000
stats --by month
claims
cite catalogue
export --bundle bundle
replay bundle/recipe.ron
memo 310000 330000 -o memo.docx
walk new -o walk.ron
walk export walk.ron -o walk.pdf
layer new own.ron
add --to own.ron --region 310000 --title 措施
WORDS

command -v Xvfb >/dev/null || { ok "$calls calls of the command line; the window is skipped, since Xvfb is not installed" && exit; }
. "$here/screen.sh"
virtual_screen
for painter in opengl software; do
    open_window strace -f -qq -e trace=%network -o "$work/calls" "$POLICY_ATLAS" --lang zh --renderer "$painter"
    until_true 60 painted first || fail "$painter: the window stays blank"
    settled first
    xdotool key ctrl+2
    until_true 30 differs first table || fail "$painter: Ctrl+2 shows nothing new"
    close_window
    no_network "the window by $painter"
    grep -q AF_UNIX "$work/calls" || fail "$painter: the call to the display is not seen"
done
ok "$calls calls of the command line and the window of both painters: no socket but those of this machine"
