#!/usr/bin/env bash
# The research bundle read by programs that are not ours, and made again elsewhere in place and time.
. "$(dirname "$0")/lib.sh"
needs python3 sha256sum unzip
# Made under other locales than this one, so that names in an archive are read as they are.
export LC_ALL=C.UTF-8

# bundle PLACE [NAME=VALUE...] -- WORDS...: writes $work/PLACE with these in the environment.
bundle() {
    local place=$1 where=()
    shift
    while [ "$1" != -- ]; do
        where+=("$1")
        shift
    done
    shift
    env -u LC_ALL "${where[@]}" "$POLICY_ATLAS" export "$@" --bundle "$work/$place" 2>"$work/err" ||
        fail "export $* --bundle: $(cat "$work/err")"
}

asks=(
    ""
    "source:any version:any --figures all --whole"
    "region:江苏,浙江 --unit region --sort -region --lang en --figures upset"
    "focus:data --columns title,month,id,focus_data,basis_data,sources --figures none"
)
at=0
for ask in "${asks[@]}"; do
    at=$((at + 1))
    case $ask in
        "") words=() ;;
        "source:any version:any"*) words=("source:any version:any" --figures all --whole) ;;
        *) read -ra words <<<"$ask" ;;
    esac
    # --whole asks for no filter, and a lens is none.
    bundle "$at-a" LANG=C TZ=UTC -- "${words[@]}"
    bundle "$at-b" LANG=zh_CN.UTF-8 TZ=Asia/Shanghai HOME=/ USER=somebody -- "${words[@]}"
    bundle "$at-a.zip" LANG=C TZ=America/New_York -- "${words[@]}"
    bundle "$at-b.zip" LANG=zh_CN.UTF-8 TZ=Asia/Shanghai -- "${words[@]}"
    diff -r "$work/$at-a" "$work/$at-b" || fail "another locale or time zone gives other bytes"
    cmp "$work/$at-a.zip" "$work/$at-b.zip" || fail "another locale or time zone gives another archive"
    (cd "$work/$at-a" && sha256sum --strict --quiet -c SHA256SUMS) || fail "sha256sum -c"
    (cd "$work/$at-a" && find . -type f ! -name SHA256SUMS | wc -l) >"$work/files"
    [ "$(wc -l <"$work/$at-a/SHA256SUMS")" = "$(cat "$work/files")" ] || fail "SHA256SUMS does not list every file"
    mkdir "$work/$at-unzip"
    unzip -q "$work/$at-a.zip" -d "$work/$at-unzip" || fail "unzip"
    diff -r "$work/$at-a" "$work/$at-unzip" || fail "the archive does not hold the folder"
    python3 - "$work/$at-a.zip" "$work/$at-a" <<'END' || fail "Python's zipfile"
import pathlib, sys, zipfile
archive, folder = zipfile.ZipFile(sys.argv[1]), pathlib.Path(sys.argv[2])
assert archive.testzip() is None
files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
assert set(archive.namelist()) == files and len(archive.namelist()) == len(files)
for info in archive.infolist():
    assert archive.read(info) == (folder / info.filename).read_bytes(), info
    assert info.date_time == (1980, 1, 1, 0, 0, 0) and not info.comment, info
END
    for recipe in "$work/$at-a" "$work/$at-unzip/recipe.ron"; do
        env -u LC_ALL LANG=en_GB.UTF-8 "$POLICY_ATLAS" replay "$recipe" >"$work/out" 2>"$work/err" ||
            fail "replay: $(cat "$work/out" "$work/err")"
        grep -q '^same' "$work/out" || fail "replay says: $(cat "$work/out")"
    done
done
ok "the same bytes in two locales and time zones; sha256sum, unzip and zipfile; replay says the same"

# One statement recoded: the replay names it, and the new bundle holds together as the old one did.
sed 's/\(id: "R09", .*focuses: \["\)algorithm/\1data/' "$here/../../policies.ron" >"$work/recoded.ron"
cmp -s "$here/../../policies.ron" "$work/recoded.ron" && fail "R09 is not in policies.ron"
if "$POLICY_ATLAS" replay "$work/1-a" -o "$work/recoded" --catalogue "$work/recoded.ron" >"$work/out" 2>"$work/err"; then
    fail "a recoded statement is the same: $(cat "$work/out")"
fi
grep -q R09 "$work/recoded.changes.md" || fail "R09 is not named: $(cat "$work/out")"
(cd "$work/recoded" && sha256sum --strict --quiet -c SHA256SUMS) || fail "sha256sum -c"
ok "a recoded statement is named"

# A disk that is full: nothing is there, and an older archive stays. Only root may make such a disk.
mkdir "$work/small"
if mount -t tmpfs -o size=64k tmpfs "$work/small" 2>/dev/null; then
    echo older >"$work/small/out.zip"
    for place in out out.zip; do
        if "$POLICY_ATLAS" export --bundle "$work/small/$place" --figures all --lang en 2>"$work/err"; then
            umount "$work/small"
            fail "$place fits on a disk of 64 KiB"
        fi
        grep -q 'disk is full' "$work/err" || { umount "$work/small"; fail "of a full disk: $(cat "$work/err")"; }
    done
    left=$(ls -A "$work/small")
    older=$(cat "$work/small/out.zip")
    umount "$work/small"
    [ "$left" = out.zip ] && [ "$older" = older ] || fail "left on a full disk: $left"
    ok "a full disk leaves nothing, and an older archive as it was"
else
    echo "     no disk may be mounted here, so none is filled"
fi

venv bundle.txt
for folder in "$work"/[0-9]-a "$work/recoded"; do
    (cd "$folder" && "$(dirname "$python")/frictionless" validate --json datapackage.json >"$work/report" 2>&1) ||
        fail "frictionless: $(head -60 "$work/report")"
    "$python" - "$folder" <<'END' || fail "the package as its readers see it"
import json, sys
from pathlib import Path
from frictionless import Package
from pybtex.database import parse_string
folder = Path(sys.argv[1])
package = Package(str(folder / "datapackage.json"))
tables = {resource.name: resource for resource in package.resources}
assert {"wide", "policies", "cells", "statements", "sources", "variables", "categories"} <= set(tables), tables
assert {path.name for path in (folder / "data").iterdir()} <= {Path(t.path).name for t in tables.values()}
described = json.loads((folder / "datapackage.json").read_text("utf-8"))
for resource in described["resources"]:
    path = folder / resource["path"]
    assert resource["bytes"] == path.stat().st_size and resource["hash"].startswith("sha256:"), resource["name"]
    for field in resource["schema"]["fields"]:
        assert field["title"] and ("categories" not in field or field["categories"][0]["label"]), field
# Nothing that is missing is an empty cell, and the three that are values stay three values.
cells = tables["cells"].read_rows()
assert {row["strength"] for row in cells} <= {"not_assessed", "not_stated", "absent", "mentioned", "substantive", "core"}
# What the codebook lists is what the tables have.
variables = [(row["table"], row["variable"]) for row in tables["variables"].read_rows()]
fields = [(name, field.name) for name, table in tables.items() if name not in ("variables", "categories")
          for field in table.schema.fields]
assert sorted(variables) == sorted(fields)
entries = parse_string((folder / "citation.bib").read_text("utf-8"), "bibtex").entries
assert entries and all(entry.fields["title"] for entry in entries.values())
lines = (folder / "citation.txt").read_text("utf-8").splitlines()
assert sum("[DS]" in line for line in lines) == 2, lines
END
done
ok "frictionless validates every bundle; pybtex reads its citation"

venv cff.txt
for folder in "$work"/[0-9]-a; do
    (cd "$folder" && "$(dirname "$python")/cffconvert" --validate >"$work/report" 2>&1) ||
        fail "cffconvert: $(cat "$work/report")"
    (cd "$folder" && "$(dirname "$python")/cffconvert" -f bibtex) | grep "year = {2026}" >/dev/null || fail "cffconvert: no year"
done
ok "cffconvert validates CITATION.cff"
