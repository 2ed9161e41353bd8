# shellcheck shell=bash
# Calls of which each system must print and write the same bytes. Sourced after lib.sh, not run.

# calls RUN SLASH: the calls, each as arguments of RUN; SLASH stands between the folders of a path.
calls() {
    local run=$1 slash=$2 format figure
    "$run" list
    "$run" list --catalogue titles --format md
    "$run" list --catalogue "目录 一${slash}政策.ron" 方向:算力
    "$run" export --catalogue "目录 一${slash}政策.ron" -o own.csv
    "$run" stats --by month
    "$run" stats --by region --format json
    "$run" compare 上海 杭州 --format md
    "$run" claims --format csv
    "$run" cite catalogue --format gbt7714
    for format in csv csv-excel xlsx json jsonl ron md html parquet sqlite; do
        "$run" export --format "$format" -o "policies-$format"
        "$run" export --catalogue titles --lang en --format "$format" -o "titles-$format"
    done
    "$run" export --live -o live.html
    "$run" export --bundle bundle.zip --figures all
    "$run" export --bundle "bundles${slash}unpacked"
    for format in docx md html; do
        "$run" memo 上海 杭州 --date 2026-01-05 -o "memo.$format"
        "$run" profile 上海 --date 2026-01-05 -o "profile.$format"
    done
    for figure in by-region by-month timeline focus-heatmap focus-by-month similarity upset tile-grid; do
        for format in svg png pdf csv; do
            "$run" plot "$figure" -o "$figure.$format"
        done
    done
    "$run" walk new -o walk.ron
    "$run" walk export walk.ron -o walk.pdf
}

# noted COMMAND...: what it prints and its end, as files in the folder $to.
noted() {
    local status=0
    made=$((made + 1))
    "$@" >"$to/$made.out" 2>"$to/$made.err" || status=$?
    echo "$status" >"$to/$made.status"
}
here_noted() { noted env -C "$to" -u LC_ALL "$POLICY_ATLAS" "$@"; }
there_noted() { noted "${there[@]}" "$@"; }

# calls_as_on_linux FOLDER SLASH COMMAND...: has the program under test make the calls, and COMMAND, which does so with
# FOLDER as the folder it is called in; fails where anything differs. The catalogue that both read is one as an editor
# of Windows writes it. Sets $same, which tells how much is the same.
calls_as_on_linux() {
    local folder=$1 slash=$2 to made there one files
    shift 2
    there=("$@")
    for one in "$work/linux" "$folder"; do
        mkdir -p "$one/目录 一" "$one/bundles"
        sed 's/$/\r/' "$here/../../policies.ron" >"$one/目录 一/政策.ron"
    done
    to=$work/linux made=0
    calls here_noted /
    one=$(grep -Lx 0 "$work/linux"/*.status || true)
    [ -z "$one" ] || fail "on Linux a call fails: $(cat "${one%%.status*}.err")"
    to=$folder made=0
    calls there_noted "$slash"
    # What is said names paths with the slash of the system.
    sed -i 's|\\|/|g' "$folder"/*.err
    diff -r "$work/linux" "$folder" >"$work/log" || fail "other bytes than on Linux: $(head -20 "$work/log")"
    files=$(find "$work/linux" -type f ! -name '*.err' ! -name '*.status' ! -path '*/目录 一/*' | wc -l)
    # shellcheck disable=SC2034 # for the scripts that read this
    same="$made calls, $files files and outputs with the bytes of Linux"
}
