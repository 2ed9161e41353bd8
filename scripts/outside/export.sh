# shellcheck shell=bash disable=SC2154
# Exports for the scripts that read them. Sourced after lib.sh: writes $work/1 with one file a format.

formats=(csv csv-excel xlsx json)

# export_all FOLDER [NAME=VALUE...]: every format, with these in the environment.
export_all() {
    local folder=$1 format
    shift
    mkdir -p "$folder"
    for format in "${formats[@]}"; do
        env "$@" "$POLICY_ATLAS" export --format "$format" -o "$folder/policies.$format" 2>"$work/err" ||
            fail "export --format $format: $(cat "$work/err")"
    done
    env "$@" "$POLICY_ATLAS" list --format csv >"$folder/list.csv" 2>"$work/err" || fail "list: $(cat "$work/err")"
}

export_all "$work/1" LANG=C TZ=UTC
# The sheet of a workbook is the wide table, which has a few columns more.
"$POLICY_ATLAS" export --columns "$(wide_of "$work/1/policies.csv")" --format csv -o "$work/1/wide.csv" 2>"$work/err" ||
    fail "export --columns: $(cat "$work/err")"
