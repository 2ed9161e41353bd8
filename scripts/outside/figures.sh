#!/usr/bin/env bash
# Figures read by other programs: SVG by xmllint, PDF by poppler, PNG by ImageMagick, CSV by Python; the same bytes in
# every locale and zone.
. "$(dirname "$0")/lib.sh"
needs xmllint pdftotext pdffonts identify python3

figures=(by-region by-month timeline focus-heatmap focus-by-month similarity upset tile-grid)

# plot_all FOLDER [NAME=VALUE...]: every figure in every format, with these in the environment.
plot_all() {
    local folder=$1 figure format
    shift
    mkdir -p "$folder"
    for figure in "${figures[@]}"; do
        for format in svg png pdf csv; do
            env "$@" "$POLICY_ATLAS" plot "$figure" -o "$folder/$figure.$format" --dpi 96 2>"$work/err" ||
                fail "plot $figure as $format: $(cat "$work/err")"
        done
    done
}

plot_all "$work/1" LANG=C TZ=UTC
# Long enough for a clock to show, were one in the files.
sleep 2
plot_all "$work/2" LANG=zh_CN.UTF-8 TZ=Asia/Shanghai
diff -rq "$work/1" "$work/2" >"$work/diff" || fail "not the same bytes: $(cat "$work/diff")"

cd "$work/1"
for figure in "${figures[@]}"; do
    xmllint --noout --nonet "$figure.svg" || fail "$figure.svg is not well-formed"
    pdftotext -raw "$figure.pdf" "$figure.txt" || fail "$figure.pdf cannot be read"
    # Name, type, encoding, emb, sub, uni: the last three before object and generation.
    pdffonts "$figure.pdf" | tail -n +3 | awk '
        { fonts++; if ($(NF - 4) != "yes" || $(NF - 3) != "yes" || $(NF - 2) != "yes") bad = bad "\n" $0 }
        END { if (!fonts) { print "no fonts"; exit 1 } if (bad) { print "not embedded, subset and searchable:" bad; exit 1 } }
    ' || fail "$figure.pdf: see above"
    identify -format '%m %[units] %x %w' "$figure.png" >"$figure.identity" || fail "$figure.png cannot be read"
    grep -Eq '^PNG PixelsPer(Centimeter|Inch) (37\.79|37\.8|96)[0-9]* 900$' "$figure.identity" ||
        fail "$figure.png: $(cat "$figure.identity")"
done
python3 "$here/figures.py" "$work/1" "${figures[@]}" || fail "see above"
ok "${#figures[@]} figures: SVG, PDF, PNG and CSV are read by others and say the same; two runs, the same bytes"
