#!/usr/bin/env bash
# Two writers of one file at once: one of the two contents is there, whole, or each has its part; a folder and a file
# that may not be written are refused by name, and nothing is lost.
. "$(dirname "$0")/lib.sh"

cd "$work"
rounds=${ROUNDS:-8}
"$POLICY_ATLAS" export --format csv -o one.csv 2>/dev/null
"$POLICY_ATLAS" export --format csv source:any -o other.csv 2>/dev/null
for ((at = 0; at < rounds; at++)); do
    "$POLICY_ATLAS" export --format csv -o both.csv 2>/dev/null &
    first=$!
    "$POLICY_ATLAS" export --format csv source:any -o both.csv 2>/dev/null || fail "the second writer is refused"
    wait "$first" || fail "the first writer is refused"
    cmp -s both.csv one.csv || cmp -s both.csv other.csv || fail "round $at: neither of the two files"
done
# A bundle's folder has the first of its two writers; the other is told that it is taken.
for ((at = 0; at < rounds / 4; at++)); do
    rm -rf bundle
    "$POLICY_ATLAS" export --bundle bundle >/dev/null 2>err-1 &
    first=$!
    second=0
    "$POLICY_ATLAS" export --bundle bundle >/dev/null 2>err-2 || second=$?
    status=0
    wait "$first" || status=$?
    [ "$((status + second))" -le 1 ] || fail "round $at: both writers of a folder are refused: $(cat err-1 err-2)"
    (cd bundle && sha256sum --quiet -c SHA256SUMS) || fail "round $at: a bundle of two writers"
done
# Policies added to one layer at once: each waits for its turn, and all are there.
"$POLICY_ATLAS" layer new own.ron >/dev/null
children=()
for ((at = 0; at < rounds; at++)); do
    "$POLICY_ATLAS" add --to own.ron --region 310000 --title "措施$at" >/dev/null 2>"err-$at" &
    children+=($!)
done
for ((at = 0; at < rounds; at++)); do
    wait "${children[at]}" || fail "a policy added with $((rounds - 1)) others is refused: $(cat "err-$at")"
done
"$POLICY_ATLAS" layer check own.ron >out 2>&1 || fail "the layer of several writers: $(cat out)"
there=$("$POLICY_ATLAS" list --layer own.ron layer:own --format ids 2>/dev/null | wc -l)
[ "$there" = "$rounds" ] || fail "$rounds policies were added, and $there are there"
left=$(find . -name '.policy-atlas-*')
[ -z "$left" ] || fail "left behind: $left"

# What may not be written, as a user who may not.
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
    chmod 755 "$work"
    mkdir locked
    cp one.csv locked/rows.csv
    cp "$POLICY_ATLAS" program && chmod 755 program
    for words in "export --format csv -o locked/rows.csv" "export --format xlsx -o locked/new.xlsx" "export --bundle locked/bundle" \
        "memo 310000 330000 -o locked/memo.docx" "walk new -o locked/walk.ron" "layer new locked/own.ron"; do
        status=0
        # shellcheck disable=SC2086 # several words
        setpriv --reuid=65534 --regid=65534 --clear-groups ./program $words >out 2>err || status=$?
        [ "$status" = 1 ] || fail "$words: status $status without permission: $(cat err)"
        grep -q '^policy-atlas：' err || fail "$words: says $(cat err)"
    done
    cmp -s one.csv locked/rows.csv && [ "$(ls -A locked)" = rows.csv ] || fail "a folder without permission changed"
fi
ok "$rounds rounds of two writers, $rounds policies added at once, and no write without permission"
