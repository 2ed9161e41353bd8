# shellcheck shell=bash
# What the scripts of `./check outside` share. Sourced, not run.
#
# The program under test is $POLICY_ATLAS, an absolute path. Each script is one check: exit status 0 is a pass, 77 a
# skip, anything else a failure. What it writes goes to $work, which is removed at the end.

set -euo pipefail

name=$(basename "$0" .sh)
# shellcheck disable=SC2034 # for the scripts that read this
here=$(cd "$(dirname "$0")" && pwd)
: "${POLICY_ATLAS:?the program to test: run ./check outside, or set POLICY_ATLAS}"
[ -x "$POLICY_ATLAS" ] || { echo "FAIL $name: no program at $POLICY_ATLAS"; exit 1; }

work=$(mktemp -d)
pids=()

# Ends what the script started, the last first, and removes what it wrote.
finish() {
    local at
    for ((at = ${#pids[@]} - 1; at >= 0; at--)); do
        kill "${pids[at]}" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

# Neither the settings nor the input method of whoever runs this have a say.
export HOME="$work/home" XDG_CONFIG_HOME="$work/config"
mkdir -p "$HOME" "$XDG_CONFIG_HOME"
unset XMODIFIERS LC_ALL LC_MESSAGES LANG LANGUAGE

ok() {
    echo "ok $name${1:+: $1}"
}

fail() {
    echo "FAIL $name: $1"
    exit 1
}

skip() {
    echo "skip $name: $1"
    exit 77
}

# needs COMMAND...: skips the check where one of them is missing.
needs() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || skip "$command is not installed"
    done
}

# A Python that has the module $1, on standard output; nothing if there is none.
python_with() {
    local python
    for python in python3 /usr/bin/python3; do
        if "$python" -c "import $1" 2>/dev/null; then
            echo "$python"
            return
        fi
    done
}

# venv LIST: sets $python to a Python of its own with the packages that scripts/outside/LIST pins, made once and kept
# below the target folder. Skips the check where they cannot be had: no Python 3, no venv module, no way to PyPI.
venv() {
    local list=$here/$1 folder key
    needs python3
    key=$({ cat "$list" && python3 -c 'import sys; print(sys.version)'; } | sha256sum | cut -c1-12)
    folder=${CARGO_TARGET_DIR:-$here/../../target}/outside/${1%.txt}-$key
    if [ ! -e "$folder/made" ]; then
        rm -rf "$folder"
        echo "     making $folder"
        { python3 -m venv "$folder" &&
            timeout 580 "$folder/bin/python" -m pip --quiet --no-input --disable-pip-version-check --no-cache-dir \
                --retries 1 --timeout 20 install -r "$list"; } >"$work/venv" 2>&1 ||
            { rm -rf "$folder"; skip "the packages of $1 cannot be had: $(tail -1 "$work/venv")"; }
        touch "$folder/made"
    fi
    python=$folder/bin/python
}

# until_true SECONDS COMMAND...: tries a command ten times a second until it succeeds or the time is up.
until_true() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.1
    done
}

# wide_of CSV: the columns of the wide table, where CSV is the plain export: its own, then which event gives the month
# and who sorted each focus.
wide_of() {
    local head
    head=$(head -n 1 "$1")
    case ,$head, in *,id,*) head=$head,month_by ;; esac
    printf '%s' "$head"
    tr , '\n' <<<"$head" | sed -n 's/^focus_/,assigned_by_/p' | tr -d '\n'
}

# export_wide FOLDER ARGUMENT...: FOLDER/rows.wide.json, what the database, Parquet and the workbook hold of a call whose
# csv and json are there. A call that names its columns has them in every format; otherwise long tables have a few more.
export_wide() {
    local folder=$1
    shift
    case " $* " in
        *" --columns "*) cp "$folder/rows.json" "$folder/rows.wide.json" ;;
        *)
            "$POLICY_ATLAS" export "$@" --columns "$(wide_of "$folder/rows.csv")" --format json \
                -o "$folder/rows.wide.json" 2>"$work/err" || fail "export $* --columns: $(cat "$work/err")"
            ;;
    esac
}
