#!/usr/bin/env bash
# A walk from the command line to paper: poppler finds each place's name, the titles of its policies and what is stated
# of it, in Chinese and English; the same bytes twice.
. "$(dirname "$0")/lib.sh"
needs pdftotext pdfinfo python3
export LANG=C.UTF-8

walk=$work/w.ron
"$POLICY_ATLAS" walk new 'focus:algorithm' -o "$walk" 2>"$work/err" || fail "walk new: $(cat "$work/err")"
"$POLICY_ATLAS" walk check "$walk" >"$work/out" 2>"$work/err" || fail "walk check: $(cat "$work/out" "$work/err")"
[ ! -s "$work/out" ] || fail "walk check: $(cat "$work/out")"
for lang in zh en; do
    pdf=$work/$lang.pdf
    "$POLICY_ATLAS" walk export "$walk" -o "$pdf" --lang "$lang" 2>"$work/err" || fail "walk export: $(cat "$work/err")"
    pdftotext -raw "$pdf" "$work/$lang.txt" || fail "$lang.pdf cannot be read"
    "$POLICY_ATLAS" walk export "$walk" -o "$work/$lang.md" --lang "$lang" 2>/dev/null
    "$POLICY_ATLAS" list 'focus:algorithm' --unit region --format ids >"$work/places"
    while read -r code; do
        "$POLICY_ATLAS" show "$code" --format json --lang "$lang" >"$work/$code-$lang.json"
        "$POLICY_ATLAS" list "region:=$code" --format json --lang "$lang" >"$work/$code-$lang-policies.json"
    done <"$work/places"
    python3 "$here/walk.py" "$work" "$lang" || fail "see above"
done
TZ=Asia/Shanghai "$POLICY_ATLAS" walk export "$walk" -o "$work/again.pdf" --lang zh 2>/dev/null
cmp "$work/zh.pdf" "$work/again.pdf" || fail "the same walk has other bytes"
ok "poppler finds each place's name, titles and statements on $(pdfinfo "$work/zh.pdf" | sed -n 's/^Pages: *//p') pages"
