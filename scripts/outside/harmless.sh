#!/usr/bin/env bash
# A catalogue whose id, title and file name hold signs that steer a terminal: none of them reaches standard output or
# standard error as it is.
. "$(dirname "$0")/lib.sh"

signs=$(printf '\033]0;x\007\r\342\200\256')
odd="$work/a${signs}b
c.ron"
# The same as escapes of the file, so that they are part of its texts.
escaped='\u{1b}[31m\u{7}\r\n\u{202e}'
printf '%s\n' "(schema: 1, id: \"t$escaped\", release: \"1$escaped\", title: (zh: \"试$escaped\", en: \"t$escaped\")," \
    "focuses: [(id: \"data\", name: (zh: \"数据$escaped\"))]," \
    "sources: [(id: \"s\", grade: Report, title: \"报告$escaped\", covers: All)]," \
    "policies: [(id: \"310000-2023-1\", region: \"310000\", title: (zh: \"题$escaped\"), stage: Final)," \
    "(id: \"330000-2023-1$escaped\", region: \"330000\", title: (zh: \"题\"), stage: Final)," \
    "(id: \"330000-2023-2\", region: \"330000$escaped\", title: (zh: \"题\"), stage: Final)]," \
    "statements: [], milestones: [], claims: [])" >"$odd"

calls=0
tried() {
    calls=$((calls + 1))
    "$POLICY_ATLAS" "$@" >"$work/all" 2>&1 || true
    [ -s "$work/all" ] || fail "$*: says nothing"
    # Of all control signs only the line feed and the tab stand in what is printed.
    if LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xc2[\x80-\x9f]' "$work/all"; then
        fail "$(printf '%q ' "$@"): $(LC_ALL=C grep -aP '[\x00-\x08\x0b-\x1f\x7f]|\xe2\x80[\xaa-\xae]' "$work/all" | head -2 | cat -v)"
    fi
}

for lang in zh en; do
    tried check "$odd" --lang $lang
    for words in "list" "list 题" "list --unit region" "show 310000-2023-1" "show 310000" "compare 310000 330000" "stats --by region" "cite catalogue" "claims"; do
        # shellcheck disable=SC2086 # several words
        tried $words --catalogue "$odd" --lang $lang
    done
    tried list "$signs" --lang $lang
    tried show "$signs" --lang $lang
    tried list "focus:$signs" --lang $lang
    tried check "$work/none$signs" --lang $lang
    tried replay "$odd" --lang $lang
    tried walk check "$odd" --lang $lang
    tried import "$odd" --to "$work/own$signs.ron" --lang $lang
    tried text "$odd" --lang $lang
    tried export --catalogue "$odd" -o "$work/no/$signs.csv" --lang $lang
    tried "$signs" --lang $lang list
done
ok "$calls calls print no sign that steers a terminal"
