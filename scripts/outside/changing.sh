#!/usr/bin/env bash
# A catalogue that changes while it is read: the program tells what is wrong or reads one whole state, and never breaks
# down; a show under way keeps its pages while the file is replaced.
#
# CHANGES is how often the file is replaced in each part, 100 by default.
. "$(dirname "$0")/lib.sh"

changes=${CHANGES:-100}
cd "$work"
"$POLICY_ATLAS" export --format ron -o whole.ron 2>/dev/null
sed 's/2023/2024/' whole.ron >other.ron
head -c $(($(wc -c <whole.ron) / 2)) whole.ron >half.ron
cp whole.ron open.ron

# replaced WAY: puts another content into the file, by a rename or by writing over it, whole or half.
replaced() {
    case $(($1 % 4)) in
        0) cp other.ron next && mv next open.ron ;;
        1) cat half.ron >open.ron ;;
        2) : >open.ron ;;
        3) cat whole.ron >open.ron ;;
    esac
}
change() {
    local at
    for ((at = 0; at < changes; at++)); do
        replaced "$at"
        sleep 0.02
    done
    touch done
}

change &
pids+=($!)
reads=0
until [ -e done ]; do
    for words in check "list --catalogue" "stats --by month --catalogue"; do
        status=0
        # shellcheck disable=SC2086 # several words
        timeout 60 "$POLICY_ATLAS" $words open.ron >out 2>err || status=$?
        [ "$status" -le 1 ] || fail "$words: status $status: $(cat err)"
        ! grep -qi panic err || fail "$words: $(cat err)"
        reads=$((reads + 1))
    done
done
rm done

command -v Xvfb >/dev/null || { ok "$reads reads of a file replaced $changes times; the show is skipped, since Xvfb is not installed" && exit; }
. "$here/screen.sh"
virtual_screen
cp whole.ron open.ron
open_window "$POLICY_ATLAS" open.ron --lang zh --theme light --renderer software --present
until_true 60 painted first || fail "the show stays blank"
settled page
xdotool key Right
until_true 30 differs page next || fail "the show does not go on"
# What stands at the foot for a moment goes again.
sleep 6
settled page
change &
wait $!
cp whole.ron open.ron
sleep 1
kill -0 "$program" 2>/dev/null || fail "the window is gone: $(cat "$work/err")"
settled after
points=$(compare -metric AE page.png after.png null: 2>&1 || true)
[ "${points%% *}" = 0 ] || fail "the page of the show changed in $points points"
# Twice within two seconds ends the show; the window takes a moment to be itself again.
xdotool key Escape
sleep 0.3
xdotool key Escape
until_true 20 differs after ended || fail "the show does not end"
settled ended
close_window
ok "$reads reads of a file replaced $changes times, and a show that kept its page meanwhile"
