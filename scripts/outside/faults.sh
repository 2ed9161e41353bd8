#!/usr/bin/env bash
# What goes wrong with a disk: full, not to be written, gone. A clear message, no half file, the older file untouched.
. "$(dirname "$0")/lib.sh"
[ "$(id -u)" = 0 ] || skip "a small disk of one's own needs root"
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=64k tmpfs "$disk" 2>"$work/err" || skip "no tmpfs: $(cat "$work/err")"
trap 'umount "$disk" 2>/dev/null; finish' EXIT

formats=(csv csv-excel xlsx json jsonl md html parquet sqlite)
for format in "${formats[@]}"; do
    file=$disk/rows.$format
    echo older >"$file"
    # Leaves less room than any of them takes.
    head -c 200k /dev/zero >"$disk/filler" 2>/dev/null || true
    if "$POLICY_ATLAS" export 'source:any' --format "$format" -o "$file" 2>"$work/err"; then
        fail "$format: written to a full disk"
    fi
    [ "$(cat "$file")" = older ] || fail "$format: the older file is lost"
    grep -q '磁盘已满' "$work/err" || fail "$format: says $(cat "$work/err")"
    [ "$(find "$disk" -type f | wc -l)" = 2 ] || fail "$format: something is left behind: $(ls -A "$disk")"
    rm "$disk/filler" "$file"
done

# A folder in the way, a folder that is not there, and one where nothing can be made.
for file in "$disk" "$disk/no/such.xlsx" /proc/policy-atlas.sqlite; do
    if "$POLICY_ATLAS" export --format xlsx -o "$file" 2>"$work/err"; then
        fail "written to $file"
    fi
    grep -q '^policy-atlas：' "$work/err" || fail "$file: says $(cat "$work/err")"
done
ok "a full disk costs no older file, in ${#formats[@]} formats"
