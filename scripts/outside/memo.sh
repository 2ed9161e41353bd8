#!/usr/bin/env bash
# The memo read by a program that is not ours: every title, number and note, one table, its substance in the body; and,
# where LibreOffice is installed, one page for two regions and the 22 lines of 28 characters of an official page.
. "$(dirname "$0")/lib.sh"
needs python3
export LANG=C.UTF-8

# quotes STEM PLACE...: the quotation of each statement of places, by its id.
quotes() {
    local stem=$1 place
    shift
    for place in "$@"; do
        "$POLICY_ATLAS" show "$place" --query source:any --format json
    done | python3 -c 'import json, sys
rest, quotes = sys.stdin.read(), {}
while rest.strip():
    shown, end = json.JSONDecoder().raw_decode(rest.lstrip())
    rest = rest.lstrip()[end:]
    for part in shown.values():
        if isinstance(part, list):
            quotes |= {s["id"]: s["quote"] for s in part if isinstance(s, dict) and s.get("quote")}
json.dump(quotes, sys.stdout)' >"$stem.quotes.json"
}

pairs=("北京市 上海市" "北京市 杭州市" "廊坊市 宁夏")
at=0
for pair in "${pairs[@]}"; do
    at=$((at + 1))
    read -r first second <<<"$pair"
    for lang in zh en; do
        stem="$work/$at-$lang"
        for end in docx md html; do
            "$POLICY_ATLAS" memo "$first" "$second" --mine "$second" --lang "$lang" -o "$stem.$end" 2>"$work/err" ||
                fail "memo -o $stem.$end: $(cat "$work/err")"
        done
        "$POLICY_ATLAS" compare "$first" "$second" --mine "$second" --lang "$lang" --format json >"$stem.compare.json"
        "$POLICY_ATLAS" list "region:=$first,=$second" --lang "$lang" --format json >"$stem.list.json"
        quotes "$stem" "$first" "$second"
        python3 "$here/memo.py" "$stem" "$lang" || fail "see above"
    done
done
# With another lens there are numbers, and with another clock and zone the bytes are the same.
"$POLICY_ATLAS" memo 北京市 上海市 --query source:any -o "$work/any.docx" 2>/dev/null
"$POLICY_ATLAS" compare 北京市 上海市 --query source:any --format json >"$work/any.compare.json"
"$POLICY_ATLAS" list 'region:=北京市,=上海市 source:any' --format json >"$work/any.list.json"
quotes "$work/any" 北京市 上海市
python3 "$here/memo.py" "$work/any" zh || fail "see above"
TZ=Asia/Shanghai "$POLICY_ATLAS" memo 北京市 上海市 --query source:any -o "$work/again.docx" 2>/dev/null
cmp "$work/any.docx" "$work/again.docx" || fail "the same memo has other bytes"
ok "Python's zipfile finds every title, number and note"

# What a place does stands in the text and not in the notes alone.
"$POLICY_ATLAS" memo 深圳 杭州 合肥 --focus compute --query source:any --layout official -o "$work/compute.docx" 2>/dev/null
body=$(python3 "$here/memo.py" body "$work/compute.docx")
for wanted in 调度平台 鹏城云脑Ⅲ 合肥市：本目录没有其政策; do
    [[ $body == *"$wanted"* ]] || fail "$wanted is not in the body of the memo on compute"
done
ok "the body says what the places do"

# A sentence longer than two pages, of Chinese characters alone: the second page is full of it.
{
    echo '(schema: 2, id: "long", release: "1", title: (zh: "长"), default_sources: ["s"],'
    echo ' focuses: [(id: "data", name: (zh: "数据"))], sources: [(id: "s", grade: Report, title: "文", covers: All)],'
    echo ' policies: [(id: "110000-2024-1", region: "110000", title: (zh: "甲"), stage: Final),'
    echo '  (id: "310000-2024-1", region: "310000", title: (zh: "乙"), stage: Final)],'
    echo ' statements: [(id: "S1", kind: Focus, of: Policy("110000-2024-1"), focuses: ["data"], strength: Mentioned,'
    printf '  list: Closed, assigned_by: Coder, source: "s", summary: (zh: "%s"))])\n' "$(printf '据%.0s' {1..1500})"
} >"$work/long.ron"
"$POLICY_ATLAS" memo 北京 上海 --catalogue "$work/long.ron" --layout official -o "$work/long.docx" 2>"$work/err" ||
    fail "memo of a long sentence: $(cat "$work/err")"

command -v soffice >/dev/null || skip "soffice is not installed"
command -v pdfinfo >/dev/null || skip "pdfinfo is not installed"
# The same letters on every machine.
mkdir -p "$HOME/.fonts"
cp "$here"/../../assets/*.ttf "$HOME/.fonts/"
timeout 240 soffice --headless --convert-to pdf --outdir "$work" "$work"/{[0-9]*,compute,long}.docx >"$work/log" 2>&1 ||
    fail "soffice: $(tail -3 "$work/log")"
for pdf in "$work"/[0-9]-zh.pdf "$work"/{1,3}-en.pdf; do
    pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
    [ "$pages" = 1 ] || fail "$(basename "$pdf"): $pages pages"
done
ok "LibreOffice puts two regions on one page"

command -v pdftotext >/dev/null || skip "pdftotext is not installed"
pdftotext "$work/compute.pdf" "$work/compute.txt"
for wanted in 调度平台 鹏城云脑Ⅲ '^— ?1 ?—$'; do
    grep -qE -- "$wanted" "$work/compute.txt" || fail "$wanted is not on the page"
done
pdftotext -bbox-layout "$work/long.pdf" "$work/long.html"
python3 "$here/memo.py" page "$work/long.html" || fail "see above"
ok "an official page has 22 lines of 28 characters"
