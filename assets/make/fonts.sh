#!/bin/sh
# Makes assets/NotoSansSC-Regular.ttf, assets/NotoSansSC-Bold.ttf, the two
# assets/Dots-*.ttf and assets/OFL.txt.
#
# Needs a Debian system with npm, python3 (venv, pip), apt-get and dpkg;
# root is not needed. If unicode-data is not installed, its package is
# downloaded and unpacked in the temporary folder (needs fresh apt lists).
#
# Origin of the fonts: npm @expo-google-fonts/noto-sans-sc (OFL-1.1).
# Origin of the 8,105 characters of the 通用规范汉字表 (2013): the kTGH field
# of Unihan_OtherMappings.txt in Debian's package unicode-data.
#
# The same input versions give the same bytes; the subset step is run twice
# and the script stops if the two results differ.
set -eu

FONT_PACKAGE='@expo-google-fonts/noto-sans-sc@0.4.3'
FONTTOOLS='fonttools==4.68.0'

here=$(cd "$(dirname "$0")" && pwd)
assets=$(dirname "$here")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check "$FONTTOOLS"

npm pack --silent "$FONT_PACKAGE" >/dev/null
tar -xzf ./*.tgz package/LICENSE_FONT \
    package/400Regular/NotoSansSC_400Regular.ttf \
    package/700Bold/NotoSansSC_700Bold.ttf

unihan=/usr/share/unicode/Unihan_OtherMappings.txt.bz2
if [ ! -f "$unihan" ]; then
    apt-get -o APT::Sandbox::User=root download unicode-data >/dev/null
    dpkg -x unicode-data_*.deb unicode
    unihan=$tmp/unicode$unihan
fi

cat > chars.py <<'PY'
import bz2, sys

chars = set()


def span(first, last):
    chars.update(range(first, last + 1))


# GB 2312, all of it (signs, kana, Greek, Cyrillic, 6,763 characters).
hanzi = 0
for row in range(0xA1, 0xF8):
    for cell in range(0xA1, 0xFF):
        try:
            c = ord(bytes((row, cell)).decode("gb2312"))
        except UnicodeDecodeError:
            continue
        chars.add(c)
        hanzi += row >= 0xB0
assert hanzi == 6763, hanzi

# 通用规范汉字表: numbers 1 to 8105, each exactly once.
table = {}
for line in bz2.open(sys.argv[1], "rt", encoding="utf-8"):
    if "\tkTGH\t" in line:
        code, _, value = line.split("\t")
        for entry in value.split():
            number = int(entry.removeprefix("2013:"))
            assert number not in table, line
            table[number] = int(code[2:], 16)
assert sorted(table) == list(range(1, 8106)), len(table)
assert len(set(table.values())) == 8105
chars.update(table.values())

span(0x0020, 0x007E)  # Basic Latin
span(0x00A0, 0x00FF)  # Latin-1
span(0x0100, 0x017F)  # Latin Extended-A
span(0x01CD, 0x01DC)  # pinyin vowels with tone marks
span(0x2000, 0x206F)  # general punctuation
chars.update((0x20AC, 0x2103, 0x2116, 0x2122))  # € ℃ № ™
span(0x2160, 0x217F)  # roman numerals
span(0x2190, 0x21FF)  # arrows
chars.update(map(ord, "≈≠≤≥±×÷−∞⋯"))
chars.update(map(ord, "⌘☰"))
span(0x2460, 0x24FF)  # circled digits and letters
span(0x25A0, 0x25FF)  # geometric shapes
chars.update((0x2605, 0x2606, 0x2713, 0x2715, 0x2717))  # ★ ☆ ✓ ✕ ✗
span(0x3000, 0x303F)  # CJK punctuation
span(0x3220, 0x3243)  # parenthesised characters
span(0x3300, 0x33FF)  # CJK compatibility (units)
span(0xFF00, 0xFFEF)  # full-width and half-width forms
chars.update(map(ord, "劃實計"))  # traditional, in a quotation of policies.ron

with open("unicodes.txt", "w", encoding="ascii") as out:
    for c in sorted(chars):
        out.write(f"{c:04X}\n")
print(f"characters asked for: {len(chars)}")
PY
python3 chars.py "$unihan"

subset() { # in, out
    venv/bin/pyftsubset "$1" --output-file="$2" \
        --unicodes-file=unicodes.txt \
        --layout-features='' --no-hinting --notdef-outline \
        --name-IDs='0,1,2,3,4,5,6,13,14' --no-recalc-timestamp \
        --drop-tables+=GSUB,GPOS,GDEF,vhea,vmtx,VORG,BASE
}

for style in 400Regular 700Bold; do
    in=package/$style/NotoSansSC_$style.ttf
    out=NotoSansSC-$(echo "$style" | tr -d '0-9').ttf
    subset "$in" "$out"
    subset "$in" again.ttf
    cmp "$out" again.ttf
    venv/bin/python - "$out" <<'PY'
import sys
from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1])
have = font.getBestCmap()
asked = [int(x, 16) for x in open("unicodes.txt")]
lacking = [c for c in asked if c not in have]
hanzi = [c for c in lacking if 0x3400 <= c < 0xA000 or c >= 0x20000]
signs = "●○◐◯▸▾▴›‹✓✕×＋…—–·→←↑↓⌘⇧■□◆△▽☰⋯"
print(f"{sys.argv[1]}: {len(have)} characters, {font['maxp'].numGlyphs} glyphs")
print(f"  asked for, not in the font: {len(lacking)}, of them Chinese: {len(hanzi)}",
      "".join(map(chr, hanzi)))
print("  common signs not in the font:",
      " ".join(c for c in signs if ord(c) not in have) or "none")
PY
done

# The ellipsis of English stands on the line: three full stops in a font of its
# own, since the Chinese one hangs at mid-height.
for style in Regular Bold; do
    venv/bin/python - "NotoSansSC-$style.ttf" dots.ttf <<'PY'
import sys
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1], recalcTimestamp=False)
names = font.getBestCmap()
stop, dots = names[ord(".")], names[ord("…")]
wide, left = font["hmtx"][stop]
pen = TTGlyphPen(font.getGlyphSet())
for n in range(3):
    pen.addComponent(stop, (1, 0, 0, 1, n * wide, 0))
font["glyf"][dots] = pen.glyph()
font["hmtx"][dots] = (3 * wide, left)
font.save(sys.argv[2])
PY
    venv/bin/pyftsubset dots.ttf --output-file="Dots-$style.ttf" --unicodes=2026 \
        --layout-features='' --no-hinting --notdef-outline \
        --name-IDs='0,13,14' --no-recalc-timestamp
done

cp NotoSansSC-Regular.ttf NotoSansSC-Bold.ttf Dots-Regular.ttf Dots-Bold.ttf "$assets/"
cp package/LICENSE_FONT "$assets/OFL.txt"
chmod 644 "$assets"/NotoSansSC-*.ttf "$assets"/Dots-*.ttf "$assets/OFL.txt"
(cd "$assets" && ls -l NotoSansSC-*.ttf Dots-*.ttf OFL.txt && sha256sum NotoSansSC-*.ttf Dots-*.ttf)
