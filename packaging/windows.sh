#!/usr/bin/env bash
# Makes the folder to copy for Windows on Linux: policy-atlas-VERSION-x86_64-windows.zip.
#
#   packaging/windows.sh [PROGRAM.exe]     of a build of the profile dist made here, or of a program that is already built
#
# Needs the target (`rustup target add x86_64-pc-windows-gnu`), Debian's gcc-mingw-w64-x86-64 and zip; without one of them
# it says so and ends with 77. The archive goes to the folder $OUT, by default windows/ in the target folder; its path is
# the last line printed.
#
# The program is there twice: policy-atlas.exe opens the window without a console, policy-atlas.com writes to the one it
# is called in. They differ in the field that says so alone; a console takes the .com where `policy-atlas` is typed.

set -euo pipefail
program=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
. packaging/lib.sh

system=x86_64-pc-windows-gnu
mingw=x86_64-w64-mingw32
for command in "$mingw-gcc" "$mingw-windres" "$mingw-objcopy" zip; do
    command -v "$command" >/dev/null || { echo "skipped: $command is not installed"; exit 77; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "$program" ]; then
    [ -d "$(rustc --print target-libdir --target "$system")" ] ||
        { echo "skipped: the target $system is not installed"; exit 77; }
    # Icon and version, as the Explorer shows them. An icon of Windows may be a PNG behind a head of 22 bytes.
    size=$(stat -c %s assets/icon.png)
    le() { local at; for ((at = 0; at < $2; at++)); do printf "\\x$(printf %02x $((($1 >> 8 * at) & 255)))"; done; }
    { le 0 2; le 1 2; le 1 2; le 0 4; le 1 2; le 32 2; le "$size" 4; le 22 4; cat assets/icon.png; } >"$work/icon.ico"
    cat >"$work/program.rc" <<RC
1 ICON "icon.ico"
1 VERSIONINFO
FILEVERSION ${version//./,},0
PRODUCTVERSION ${version//./,},0
BEGIN
    BLOCK "StringFileInfo"
    BEGIN
        BLOCK "080404b0"
        BEGIN
            VALUE "FileDescription", "政策图谱 Policy Atlas"
            VALUE "FileVersion", "$version"
            VALUE "ProductName", "区域人工智能政策图谱"
            VALUE "ProductVersion", "$version"
            VALUE "LegalCopyright", "The Policy Atlas authors, MIT OR Apache-2.0"
        END
    END
    BLOCK "VarFileInfo"
    BEGIN
        VALUE "Translation", 0x804, 1200
    END
END
RC
    (cd "$work" && "$mingw-windres" --codepage=65001 -O coff program.rc resource.o)
    cargo rustc --locked --profile dist --bin policy-atlas --target "$system" -- -C link-arg="$work/resource.o"
    program=$target/$system/dist/policy-atlas.exe
fi

name=policy-atlas-$version
mkdir "$work/$name"
"$mingw-objcopy" --strip-all --subsystem console "$program" "$work/policy-atlas.com"
"$mingw-objcopy" --subsystem windows "$work/policy-atlas.com" "$work/policy-atlas.exe"
portable_folder "$work/$name" "$work/policy-atlas.exe" "$work/policy-atlas.com"
mkdir -p "${OUT:=$target/windows}"
archive=$(realpath "$OUT")/$name-x86_64-windows.zip
rm -f "$archive"
# -X: no owner and no time but that of the file.
(cd "$work" && find "$name" | LC_ALL=C sort | TZ=UTC zip -q -X "$archive" -@)
echo "$archive"
