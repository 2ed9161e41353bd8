#!/usr/bin/env bash
# The workbook opened by LibreOffice, where it is installed: the same rows as the csv, codes and months as text.
. "$(dirname "$0")/lib.sh"
needs soffice python3
# The writer alone, which the check of memos needs, cannot open a workbook.
[ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so" ] || skip "LibreOffice Calc is not installed"
. "$here/export.sh"

# 44,34,76: comma, double quote, UTF-8; -1: every sheet, each to a file of its own.
# The names of sheets, and so of files, are Chinese.
LC_ALL=C.UTF-8 timeout 120 soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' --outdir "$work/out" \
    "$work/1/policies.xlsx" >"$work/log" 2>&1 || fail "soffice: $(tail -3 "$work/log")"
python3 "$here/files.py" office "$work/1" "$work/out" || fail "see above"
ok "LibreOffice reads the rows of the csv"
