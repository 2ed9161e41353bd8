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
    # The sheet of a workbook is the wide table, which has a few columns more.
    env "$@" "$POLICY_ATLAS" export --columns "$(wide_of "$folder/policies.csv")" --format csv -o "$folder/wide.csv" \
        2>"$work/err" || fail "export --columns: $(cat "$work/err")"
    env "$@" "$POLICY_ATLAS" list --format csv >"$folder/list.csv" 2>"$work/err" || fail "list: $(cat "$work/err")"
}

export_all "$work/1" LANG=C TZ=UTC
