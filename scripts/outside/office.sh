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

# Printed as it is: few landscape pages, and on each page of the rows their ids and titles.
timeout 120 soffice --headless --convert-to pdf --outdir "$work/out" "$work/1/policies.xlsx" >"$work/log" 2>&1 ||
    fail "soffice: $(tail -3 "$work/log")"
pages=$(pdfinfo "$work/out/policies.pdf" | awk '/^Pages:/ { print $2 }')
[ "$pages" -le 8 ] || fail "the workbook takes $pages pages"
[ "$(pdfinfo -l "$pages" "$work/out/policies.pdf" | grep -c "size: *841.89 x 595.* (A4)")" = "$pages" ] ||
    fail "a page is not landscape A4"
pdftotext -f 2 -l 2 "$work/out/policies.pdf" "$work/page" || fail "pdftotext"
python3 "$here/files.py" page "$work/1" "$work/page" || fail "see above"
ok "LibreOffice reads the rows of the csv and prints $pages pages"
