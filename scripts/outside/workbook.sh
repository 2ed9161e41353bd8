#!/usr/bin/env bash
# The workbook read by openpyxl: the same rows as the csv, codes as text.
. "$(dirname "$0")/lib.sh"
python=$(python_with openpyxl)
[ -n "$python" ] || skip "no Python with openpyxl"
. "$here/export.sh"

"$python" "$here/files.py" workbook "$work/1" || fail "see above"
ok "openpyxl reads the rows of the csv"
