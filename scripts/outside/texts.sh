#!/usr/bin/env bash
# A document of Word as its text is read: the numbers that it only counts as LibreOffice shows them, a tracked deletion
# left out and told, the note behind the text and the table as a row.
. "$(dirname "$0")/lib.sh"
needs soffice python3

python3 "$here/texts.py" make "$work" || fail "the document cannot be made"
LC_ALL=C.UTF-8 timeout 240 soffice --headless --convert-to 'txt:Text (encoded):UTF8' --outdir "$work" \
    "$work/numbered.docx" >"$work/log" 2>&1 || fail "soffice: $(tail -3 "$work/log")"
[ -s "$work/numbered.txt" ] || skip "LibreOffice Writer is not installed"
"$POLICY_ATLAS" text "$work/numbered.docx" --lang en >"$work/ours" 2>"$work/told" || fail "$(cat "$work/told")"
python3 "$here/texts.py" compare "$work/ours" "$work/numbered.txt" || fail "see above"

grep -q "1 tracked deletion left out" "$work/told" || fail "the deletion is not told: $(cat "$work/told")"
! grep -q 删去的话 "$work/ours" || fail "a deleted sentence is in the text"
[ "$(tail -1 "$work/ours")" = 注脚一句。 ] || fail "the note does not stand last"
grep -q "责任单位	市科技局" "$work/ours" || fail "the table is no row"
numbers=$(sed -n 's/^\([0-9]*\) automatic.*/\1/p' "$work/told")
ok "$numbers numbers are those that LibreOffice shows"
