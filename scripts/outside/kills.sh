#!/usr/bin/env bash
# Writers that are killed at any moment: the older file or the newer one is there, whole, and nothing beside it is left
# after the next write.
#
# KILLS is the number of kills over all writers together, 40 by default.
. "$(dirname "$0")/lib.sh"
needs setsid

kills=${KILLS:-40}
cd "$work"
"$POLICY_ATLAS" layer new base.ron >/dev/null
"$POLICY_ATLAS" walk new -o walk-base.ron 2>/dev/null

# A writer a line: the name of its file, and its words; each has an older state and a newer one.
writers=(
    "rows.xlsx|export source:any --format xlsx -o rows.xlsx"
    "rows.sqlite|export source:any --format sqlite -o rows.sqlite"
    "bundle.zip|export --bundle bundle.zip"
    "bundle|export --bundle bundle"
    "memo.docx|memo 110000 310000 330100 -o memo.docx"
    "figure.pdf|plot by-month -o figure.pdf"
    "walk.ron|walk new source:any -o walk.ron"
    "handout.pdf|walk export walk-base.ron -o handout.pdf"
    "own.ron|add --to own.ron --region 310000 --title 措施"
)

# The content of a file or folder as one hash; nothing where there is none.
content() {
    if [ -d "$1" ]; then
        (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
    elif [ -e "$1" ]; then
        sha256sum <"$1"
    fi
}

# place FILE: the state before a write: an older file, none in place of a folder.
place() {
    rm -rf "$1"
    case $1 in
        bundle) ;;
        own.ron) cp base.ron own.ron ;;
        *) echo older >"$1" ;;
    esac
}

middle=0 total=0
for writer in "${writers[@]}"; do
    file=${writer%%|*}
    read -r -a words <<<"${writer#*|}"
    place "$file"
    before=$(content "$file")
    begin=${EPOCHREALTIME/./}
    "$POLICY_ATLAS" "${words[@]}" >/dev/null 2>"$work/err" || fail "$file: $(cat "$work/err")"
    took=$((${EPOCHREALTIME/./} - begin))
    after=$(content "$file")
    [ "$before" != "$after" ] || fail "$file: the two states are one"
    for ((at = 0; at < (kills + ${#writers[@]} - 1) / ${#writers[@]}; at++)); do
        place "$file"
        "$POLICY_ATLAS" "${words[@]}" >/dev/null 2>&1 &
        child=$!
        # Anywhere in the time that a whole write takes, the later half more often.
        part=$((took / 4 + (RANDOM * 32768 + RANDOM) % took))
        sleep "$((part / 1000000)).$(printf %06d $((part % 1000000)))"
        kill -KILL "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
        now=$(content "$file")
        [ "$now" = "$before" ] || [ "$now" = "$after" ] || fail "$file: neither the older one nor the newer one"
        middle=$((middle + $(find . -maxdepth 1 -name '.policy-atlas-*' | wc -l)))
        total=$((total + 1))
        rm -rf "${file:?}"
        # Only what the killed writer left beside it is looked at: the next write takes that away.
        [ "$((at % 4))" != 3 ] || {
            place "$file"
            "$POLICY_ATLAS" "${words[@]}" >/dev/null 2>&1 || fail "$file: not written after a kill"
            left=$(find . -maxdepth 1 -name '.policy-atlas-*')
            [ -z "$left" ] || fail "$file: left behind: $left"
        }
    done
    place "$file"
    "$POLICY_ATLAS" "${words[@]}" >/dev/null 2>&1 || fail "$file: not written at last"
    [ "$(content "$file")" = "$after" ] || fail "$file: not the same bytes at last"
    left=$(find . -maxdepth 1 -name '.policy-atlas-*')
    [ -z "$left" ] || fail "$file: left behind: $left"
done
ok "$total kills of ${#writers[@]} writers: the older file or the newer one, and nothing left after the next write"
