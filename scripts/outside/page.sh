#!/usr/bin/env bash
# The page that filters by itself, opened from a file in Chromium without a network: random queries find what the program
# finds, with its counts, and nothing is asked for.
. "$(dirname "$0")/lib.sh"
needs python3
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip "chromium is not installed"
# Where it may be, the browser has no network at all.
if unshare -n true 2>/dev/null; then browser="unshare -n $browser"; fi
export LANG=C.UTF-8

# page OF QUERIES SCOPE ARGUMENT...: the page of a query, held against the program.
page() {
    local of=$1 queries=$2 scope=$3
    shift 3
    "$POLICY_ATLAS" export "$scope" --live -o "$work/$of.html" "$@" 2>"$work/err" || fail "--live: $(cat "$work/err")"
    python3 "$here/page.py" "$POLICY_ATLAS" "$work/$of.html" "$browser" "$scope" "$work/$of" "$queries" \
        "$@" >"$work/log" 2>&1 || fail "$of: $(tail -3 "$work/log")"
    ok "$of: $(cat "$work/log")"
}

page embedded 300 ''
page public 40 'source:any'
page narrowed 40 'focus:data -阶段:draft'
page titles 40 '' --catalogue titles
"$POLICY_ATLAS" layer new "$work/mine.ron" >/dev/null 2>&1 || fail "layer new"
"$POLICY_ATLAS" add --to "$work/mine.ron" --region 合肥 --title 合肥市人工智能若干政策 --published 2024-05-06 \
    --focus '算力=实质:每年安排算力券1000万元。' >/dev/null 2>"$work/err" || fail "add: $(cat "$work/err")"
page layer 40 'source:any' --layer "$work/mine.ron"

size=$(stat -c %s "$work/embedded.html")
[ "$size" -le 120000 ] || fail "the page of the embedded catalogue has $size bytes"
TZ=Asia/Shanghai LANG=zh_CN.UTF-8 "$POLICY_ATLAS" export '' --live --lang zh -o "$work/again.html" 2>/dev/null
"$POLICY_ATLAS" export --live --lang zh -o "$work/third.html" 2>/dev/null
cmp "$work/again.html" "$work/third.html" || fail "the same page has other bytes"
ok "$size bytes, the same each time"
