#!/usr/bin/env bash
# Parquet read by Spark, where Java is: the rows, types and Chinese text of the json.
. "$(dirname "$0")/lib.sh"
needs java
venv spark.txt

case_of() {
    mkdir -p "$work/$1"
    local format folder=$work/$1
    shift
    for format in json csv parquet; do
        "$POLICY_ATLAS" export "$@" -o "$folder/rows.$format" 2>"$work/err" || fail "export $*: $(cat "$work/err")"
    done
    export_wide "$folder" "$@"
}
case_of plain
"$POLICY_ATLAS" export -o "$work/plain/parts" --partition province 2>"$work/err" || fail "parts: $(cat "$work/err")"
case_of sorted 'source:any version:any' --sort=-month,title
case_of places 'source:any' --unit region

export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$python
timeout 170 "$python" "$here/formats.py" --spark "$work"/{plain,sorted,places} >"$work/log" 2>&1 ||
    fail "$(grep -v ' WARN \| INFO ' "$work/log" | tail -3)"
ok "Spark reads the rows of the json from parquet, in one file and by province"
