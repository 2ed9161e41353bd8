#!/usr/bin/env bash
# The pictures of docs/tour.md and docs/tour.en.md, made anew: the window in its states, and pages as Chromium shows them.
# Needs chromium and convert (ImageMagick). The letters of the pages are those of the program.
set -euo pipefail
cd "$(dirname "$0")/.."
for command in chromium convert python3; do
    command -v "$command" >/dev/null || { echo "$command is not installed" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$PWD
cargo build --locked --bins --examples
target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
atlas=$target/debug/policy-atlas

# small PICTURE NAME: the picture under its name, in as many colours as it takes.
small() {
    convert "$1" -strip +dither -colors 96 -define png:compression-level=9 "PNG8:$root/docs/tour/$2.png"
}

# A state of the window, in both languages.
for state in overview table+details policy-pasted import compare memo stage-desk stage-room; do
    for lang in zh en; do
        name=$state-$lang-light-12-1024x700
        "$target/debug/examples/pictures" "$work" "$name" >/dev/null
        small "$work/$name.png" "${state#table+}-$lang"
    done
done

# page NAME WIDTH HEIGHT ADDRESS: a page in a browser.
page() {
    HOME=$work XDG_CONFIG_HOME=$work chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
        --user-data-dir="$work/profile" --window-size="$2,$3" --screenshot="$work/$1.png" "$4" >/dev/null 2>&1
    small "$work/$1.png" "$1"
}

mkdir -p "$work/.fonts"
cp assets/*.ttf "$work/.fonts/"
for lang in zh en; do
    "$atlas" export --live --lang "$lang" -o "$work/live.html" 2>/dev/null
    page "page-$lang" 1024 700 "file://$work/live.html"
    "$atlas" memo 杭州 北京 --mine 杭州 --lang "$lang" -o "$work/memo.html" 2>/dev/null
    page "paper-$lang" 760 900 "file://$work/memo.html"
done

for picture in docs/tour/*.png; do
    [ "$(stat -c %s "$picture")" -le 150000 ] || { echo "$picture has more than 150 kB" >&2; exit 1; }
done
du -ch docs/tour/*.png | tail -1
