#!/usr/bin/env bash
# Every format of export read by programs that are not ours: the same rows, types, order and Chinese text in each.
#
# Python reads csv, json and jsonl, DuckDB reads csv and parquet, the sqlite3 of Python reads the database, openpyxl the
# workbook. What `export --format json` says is what each is compared with; LibreOffice is asked by office.sh, Spark by
# spark.sh.
. "$(dirname "$0")/lib.sh"
venv formats.txt

# A catalogue with texts that a format might stumble over.
sed -e 's/short: (zh: "产业十三条"/short: (zh: "=1+1"/' -e 's/short: (zh: "创新策源地方案"/short: (zh: "a, \\"b\\"；c|d<e>"/' \
    -e 's/short: (zh: "通用人工智能措施"/short: (zh: "-1"/' "$here/../../policies.ron" >"$work/odd.ron"

# case_of NAME ARGUMENT...: a folder with one file a format.
case_of() {
    local folder=$work/$1 format
    shift
    mkdir -p "$folder"
    for format in csv csv-excel xlsx json jsonl md html parquet sqlite; do
        "$POLICY_ATLAS" export "$@" --format "$format" -o "$folder/rows.$format" 2>"$work/err" ||
            fail "export $* --format $format: $(cat "$work/err")"
    done
    export_wide "$folder" "$@"
}

# parts_of NAME ARGUMENT...: the same rows by province, beside the others.
parts_of() {
    local folder=$work/$1
    shift
    "$POLICY_ATLAS" export "$@" -o "$folder/parts" --partition province 2>"$work/err" ||
        fail "export $* --partition province: $(cat "$work/err")"
}

case_of plain
parts_of plain
case_of sorted 'source:any version:any' --sort=-month,title
case_of filtered 'region:江苏,上海 focus:compute'
case_of places 'source:any' --unit region
case_of columns --columns id,month,title,focus_data,open_data,number,sources --lang en
case_of whole 'source:any' --whole
case_of none '没有这几个字'
case_of odd --catalogue "$work/odd.ron"
folders=("$work"/{plain,sorted,filtered,places,columns,whole,none,odd})
# Where the generator was built beside the program: enough statements for a workbook that is made row by row.
generate=$(dirname "$POLICY_ATLAS")/examples/generate
if [ -x "$generate" ]; then
    "$generate" 4500 >"$work/large.ron"
    case_of large --catalogue "$work/large.ron"
    parts_of large --catalogue "$work/large.ron"
    folders+=("$work/large")
fi

"$python" "$here/formats.py" "${folders[@]}" || fail "see above"
ok "csv, json, jsonl, parquet, sqlite and xlsx have the same rows by Python, DuckDB, sqlite3 and openpyxl"
