#!/usr/bin/env bash
# The workbook opened by LibreOffice, where it is installed: the same rows as the csv, codes and months as text.
. "$(dirname "$0")/lib.sh"
needs soffice python3 pdfinfo pdftotext
# The writer alone, which the check of memos needs, cannot open a workbook.
[ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so" ] || skip "LibreOffice Calc is not installed"
. "$here/export.sh"

# 44,34,76: comma, double quote, UTF-8; -1: every sheet, each to a file of its own.
# The names of sheets, and so of files, are Chinese.
LC_ALL=C.UTF-8 timeout 120 soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' --outdir "$work/out" \
    "$work/1/policies.xlsx" >"$work/log" 2>&1 || fail "soffice: $(tail -3 "$work/log")"
python3 "$here/files.py" office "$work/1" "$work/out" || fail "see above"

# Printed as it is, in either language: few landscape pages, and on both pages of the rows their ids and titles.
cp "$work/1/policies.xlsx" "$work/zh.xlsx"
"$POLICY_ATLAS" export --lang en -o "$work/en.xlsx" 2>"$work/err" || fail "export: $(cat "$work/err")"
timeout 180 soffice --headless --convert-to pdf --outdir "$work/out" "$work"/{zh,en}.xlsx >"$work/log" 2>&1 ||
    fail "soffice: $(tail -3 "$work/log")"
for lang in zh en; do
    pdf="$work/out/$lang.pdf"
    pages=$(pdfinfo "$pdf" | awk '/^Pages:/ { print $2 }')
    [ "$pages" -le 8 ] || fail "the workbook in $lang takes $pages pages"
    [ "$(pdfinfo -l "$pages" "$pdf" | grep -c "size: *841.89 x 595.* (A4)")" = "$pages" ] ||
        fail "a page in $lang is not landscape A4"
    for page in 2 3; do
        pdftotext -f "$page" -l "$page" "$pdf" "$work/page" || fail "pdftotext"
        python3 "$here/files.py" page "$work/1" "$work/page" || fail "page $page in $lang: see above"
    done
done
ok "LibreOffice reads the rows of the csv and prints $pages pages"
