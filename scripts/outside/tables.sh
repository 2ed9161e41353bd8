#!/usr/bin/env bash
# Tables that other programs write, read: a ledger by openpyxl, the same as LibreOffice writes it, and a workbook of ours
# that was edited there comes back as that edit alone.
. "$(dirname "$0")/lib.sh"
python=$(python_with openpyxl)
[ -n "$python" ] || skip "no Python with openpyxl"
export LANG=C.UTF-8

# imported TABLE [MORE...]: the rows that come in, each with its fate.
imported() {
    local table=$1
    shift
    "$POLICY_ATLAS" import "$table" --to "$work/layer.ron" --format csv --dry-run "$@" 2>"$work/err" ||
        [ "$(grep -c . "$work/err")" = 0 ] || fail "import $table: $(cat "$work/err")"
}

"$POLICY_ATLAS" layer new "$work/layer.ron" --tag k7qa >/dev/null 2>&1
"$python" "$here/tables.py" ledger "$work/ledger.xlsx"
cat >"$work/expected" <<'ROWS'
new,340500,2024-05-06,马鞍山市示例措施一,马政〔2024〕1号
new,340500,2024-10,马鞍山市示例措施二,马政〔2024〕2号
new,340500,2024-11,马鞍山市示例措施三,
faulty,341100,,滁州市示例办法,
no_record,,,,
new,340700,,铜陵市示例方案,
ROWS
# columns FILE: the columns that are compared.
columns() {
    "$python" -c 'import csv, sys
for row in csv.DictReader(sys.stdin):
    date = "" if row["fate"] == "faulty" else row["date"]
    print(",".join([row["fate"], row["region"], date, row["title"], row["number"]]))'
}
imported "$work/ledger.xlsx" | columns >"$work/got"
diff "$work/expected" "$work/got" || fail "the ledger of openpyxl has other rows"
ok "the rows of a ledger by openpyxl"

# What is written is read by the program that wrote the table, and by ours as the same.
"$POLICY_ATLAS" import "$work/ledger.xlsx" --to "$work/layer.ron" --on 2026-12-01 >/dev/null 2>&1 || true
imported "$work/ledger.xlsx" >"$work/again"
! grep -q ",new," "$work/again" || fail "the same table again has new rows: $(cat "$work/again")"
ok "the same table again changes nothing"

"$POLICY_ATLAS" export layer:own --layer "$work/layer.ron" -o "$work/own.xlsx" >/dev/null 2>&1 || fail "export"
imported "$work/own.xlsx" >"$work/own"
! grep -Eq ",(new|changed|faulty|double)," "$work/own" || fail "an own workbook is not the same: $(cat "$work/own")"
"$python" "$here/tables.py" edit "$work/own.xlsx" "$work/edited.xlsx"
imported "$work/edited.xlsx" >"$work/edited"
[ "$(grep -c ",changed," "$work/edited")" = 1 ] || fail "one edited cell is not one change: $(cat "$work/edited")"
! grep -Eq ",(new|faulty|double)," "$work/edited" || fail "an edited workbook has other rows: $(cat "$work/edited")"
ok "an own workbook comes back as the one cell that openpyxl edited"

"$POLICY_ATLAS" import --template "$work/template.xlsx" 2>/dev/null
"$python" -c 'import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
assert sheet.data_validations.dataValidation, "no drop-downs"' "$work/template.xlsx" || fail "the template"
! imported "$work/template.xlsx" | grep ",new," >/dev/null || fail "the examples of the template come in"
ok "openpyxl finds the drop-downs of the template, whose examples stay out"

command -v soffice >/dev/null || skip "soffice is not installed"
for kind in ods xls; do
    timeout 120 soffice --headless --convert-to $kind --outdir "$work" "$work/ledger.xlsx" >"$work/log" 2>&1 ||
        fail "soffice: $(tail -3 "$work/log")"
done
rm "$work/layer.ron"
"$POLICY_ATLAS" layer new "$work/layer.ron" --tag k7qa >/dev/null 2>&1
imported "$work/ledger.ods" | columns >"$work/got"
diff "$work/expected" "$work/got" || fail "LibreOffice's ods has other rows"
# Workbooks until 2003 carry no format of numbers here, so 2024.10 is asked about.
sed 's/^new,340500,2024-10,/faulty,340500,,/' "$work/expected" >"$work/expected.xls"
imported "$work/ledger.xls" | columns >"$work/got"
diff "$work/expected.xls" "$work/got" || fail "LibreOffice's xls has other rows"
ok "the same rows of LibreOffice's ods and xls"
