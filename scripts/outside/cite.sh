#!/usr/bin/env bash
# Citations read by parsers that are not ours: BibTeX by pybtex and bibtexparser, RIS by rispy, CSL-JSON by Python.
. "$(dirname "$0")/lib.sh"
venv cite.txt

# Everything that has an id, in every form.
mapfile -t policies < <("$POLICY_ATLAS" list --format ids)
things=("${policies[@]}" R01 R05 ccid gmw reprints-p01 上海 by-region view catalogue)
for form in bibtex ris csl-json gbt7714; do
    "$POLICY_ATLAS" cite "${things[@]}" --query source:any --format "$form" >"$work/$form" 2>"$work/err" ||
        fail "cite --format $form: $(cat "$work/err")"
done
"$python" "$here/cite.py" "$work" || fail "see above"
ok "pybtex, bibtexparser, rispy and json read the same references"
