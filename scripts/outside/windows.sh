#!/usr/bin/env bash
# The folder to copy for Windows, under wine: what it prints and writes has the bytes of Linux, a catalogue with the ends
# of lines, path and folder of Windows opens, the window paints its pages, the first with the points of Linux, and
# settings stay in the folder.
#
# The program is $POLICY_ATLAS_WINDOWS, the policy-atlas.exe that packaging/windows.sh builds of the same sources as the
# program under test; without it the check is skipped, since that build takes longer than all checks. Wine 8 of Debian
# 12 lacks a function that Rust's library asks for: wine 10 of a bare Debian 13 is used, kept in $POLICY_ATLAS_CACHE,
# by default /var/cache/policy-atlas.
cargo_home=${CARGO_HOME:-$HOME/.cargo} rustup_home=${RUSTUP_HOME:-$HOME/.rustup}
. "$(dirname "$0")/lib.sh"
export CARGO_HOME=$cargo_home RUSTUP_HOME=$rustup_home
[ -n "${POLICY_ATLAS_WINDOWS:-}" ] || skip "POLICY_ATLAS_WINDOWS names no program (packaging/windows.sh builds one)"
windows=$(realpath "$POLICY_ATLAS_WINDOWS")
needs debootstrap unshare cargo zip unzip x86_64-w64-mingw32-gcc
[ "$(id -u)" = 0 ] || skip "only root can enter a bare Debian"
. "$here/screen.sh"
. "$here/calls.sh"
began=$SECONDS

system=trixie
cache=${POLICY_ATLAS_CACHE:-/var/cache/policy-atlas}
# enter_in SYSTEM OPT [FOLDER]: sets $enter, which runs a command in that system, in FOLDER, with OPT as its /opt, where
# all lies that wine and the program write. The mounts go with the process.
enter_in() {
    # shellcheck disable=SC2016 # for the shell inside
    enter=(unshare --mount /bin/sh -c 'mount --bind "$1" "$0/opt" && mount -t proc proc "$0/proc" && shift && exec chroot "$0" "$@"'
        "$1" "$2" /usr/bin/env -i -C "${3:-/}" PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
        DEBIAN_FRONTEND=noninteractive XDG_RUNTIME_DIR=/opt WINEPREFIX=/opt/prefix WINEDEBUG=-all "WINEDLLOVERRIDES=mscoree,mshtml=")
}
mkdir -p "$cache"
if [ ! -e "$cache/$system-wine" ]; then
    bare=$cache/$system-wine.new
    rm -rf "$bare"
    enter_in "$bare" "$bare/opt"
    {
        debootstrap --variant=minbase "$system" "$bare" &&
            cp /etc/resolv.conf "$bare/etc/resolv.conf" &&
            "${enter[@]}" apt-get update -q &&
            "${enter[@]}" apt-get install -q -y --no-install-recommends wine wine64 &&
            "${enter[@]}" timeout 300 wineboot --init &&
            "${enter[@]}" wineserver --wait
    } >"$work/log" 2>&1 || skip "no wine: $(tail -1 "$work/log")"
    mv "$bare" "$cache/$system-wine"
fi
opt=$work/opt
cp -a --reflink=auto "$cache/$system-wine/opt" "$opt"

OUT=$work "$here/../../packaging/windows.sh" "$windows" >"$work/log" 2>&1 ||
    fail "packaging/windows.sh: $(tail -5 "$work/log")"
archive=$(tail -1 "$work/log")
unzip -q "$archive" -d "$opt"
folder=$(cd "$opt" && echo policy-atlas-*)
for path in policy-atlas.exe policy-atlas.com portable README.md licences/LICENSE-MIT catalogues/policies.ron; do
    [ -e "$opt/$folder/$path" ] || fail "the folder has no $path"
done

mkdir "$opt/calls"
enter_in "$cache/$system-wine" "$opt" /opt/calls
calls_as_on_linux "$opt/calls" '\' "${enter[@]}" wine "/opt/$folder/policy-atlas.com"

# A path of Windows, from another folder of the same disk. The server also listens at a name that knows no folders. The
# screen is wider than the window: one that fills it wine takes for a game, and never asks it to paint.
virtual_screen 1600x1000 no
# The calls had wine begin without a screen: it has to end before it can begin with one, which takes a while as well.
wine_ended() { timeout 60 "${enter[@]}" wineserver --wait || fail "wine does not end"; }
wine_ended
patience=180
look=(--lang zh --theme light --renderer software)
open_window "${enter[@]}" DISPLAY="$DISPLAY" wine "/opt/$folder/policy-atlas.exe" "${look[@]}" 'Z:\opt\calls\目录 一\政策.ron'
until_true "$patience" painted first || fail "the window stays blank"
settled first
framed wine
xdotool key ctrl+2
until_true 60 differs first table || fail "Ctrl+2 shows nothing new"
settled table
# A smaller page is a setting.
settings=$opt/$folder/data/settings.ron
xdotool key ctrl+minus
until_true 20 test -s "$settings" || fail "no settings in ${settings#"$opt"}"
close_window
wine_ended
# The program paints each point itself: the first page has those of Linux, before or after the news of the open file.
open_window "$POLICY_ATLAS" "${look[@]}" "$work/linux/目录 一/政策.ron"
# shellcheck disable=SC2317 # called by until_true
same_page() {
    framed linux
    points=$(compare -metric AE "$work/wine.png" "$work/linux.png" null: 2>&1 || true)
    [ "$points" = 0 ]
}
until_true 60 same_page || fail "the first page has other points than on Linux: $points"
close_window
[ -z "${KEEP:-}" ] || cp "$work/wine.png" "$work/table.png" "$work/linux.png" "$KEEP"
left=$(find "$opt/prefix" -iname '*policy*atlas*')
[ -z "$left" ] || fail "left in the folders of the system: $left"
ok "$(du -k "$archive" | cut -f1) KiB; $same, the first page with its points under $("${enter[@]}" wine --version); $((SECONDS - began)) s"
