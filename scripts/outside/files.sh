#!/usr/bin/env bash
# Exports read by another program's readers of csv and json; and the same bytes on every run, in every locale and zone.
. "$(dirname "$0")/lib.sh"
needs python3
. "$here/export.sh"

# Long enough for a clock to show, were one in the files.
sleep 2
export_all "$work/2" LANG=C TZ=UTC
export_all "$work/3" LANG=zh_CN.UTF-8 TZ=Asia/Shanghai
export_all "$work/4" LANG=en_US.UTF-8 TZ=America/New_York
for other in 2 3 4; do
    diff -rq "$work/1" "$work/$other" >"$work/diff" || fail "not the same bytes: $(cat "$work/diff")"
done
cmp "$work/1/policies.csv" "$work/1/list.csv" || fail "export and list write different csv"

python3 "$here/files.py" text "$work/1" || fail "see above"
ok "csv and json are read alike; four runs, the same bytes"
