#!/usr/bin/env bash
# The folder to copy: made of the program under test, unpacked in a bare Debian with nothing but the libraries of a
# window, and used there: the command line, a window on a virtual screen, settings in the folder and nothing at home.
#
# The bare system is Debian 11 (glibc 2.31) where the program asks for no newer C library, as that of
# packaging/portable.sh does, else Debian 12. It is kept in $POLICY_ATLAS_CACHE, by default /var/cache/policy-atlas.
cargo_home=${CARGO_HOME:-$HOME/.cargo} rustup_home=${RUSTUP_HOME:-$HOME/.rustup}
. "$(dirname "$0")/lib.sh"
export CARGO_HOME=$cargo_home RUSTUP_HOME=$rustup_home
needs debootstrap unshare objdump strip cargo tar
[ "$(id -u)" = 0 ] || skip "only root can enter a bare Debian"
. "$here/screen.sh"
began=$SECONDS

newest=$(objdump -T "$POLICY_ATLAS" | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -1)
system=bookworm
if [ "$(printf '%s\n' "$newest" GLIBC_2.31 | sort -V | tail -1)" = GLIBC_2.31 ]; then system=bullseye; fi
cache=${POLICY_ATLAS_CACHE:-/var/cache/policy-atlas}
mkdir -p "$cache/archives-$system"
if [ ! -e "$cache/$system" ]; then
    rm -rf "$cache/$system.new"
    debootstrap --variant=minbase "$system" "$cache/$system.new" >"$work/log" 2>&1 ||
        skip "no bare Debian: $(tail -1 "$work/log")"
    mv "$cache/$system.new" "$cache/$system"
fi

for folder in one two; do
    OUT=$work/$folder "$here/../../packaging/portable.sh" "$POLICY_ATLAS" >"$work/log" 2>&1 ||
        fail "packaging/portable.sh: $(tail -5 "$work/log")"
done
archive=$(tail -1 "$work/log")
cmp "$work/one/${archive##*/}" "$archive" || fail "the same state makes another archive"

bare=$work/bare
cp -a --reflink=auto "$cache/$system" "$bare"
cp -a "$cache/archives-$system/." "$bare/var/cache/apt/archives/"
cp /etc/resolv.conf "$bare/etc/resolv.conf"
# With /proc, where a program finds itself; the mount is gone with the process.
# shellcheck disable=SC2016 # for the shell inside
enter=(unshare --mount chroot "$bare" /bin/sh -c 'mount -t proc proc /proc && exec "$@"' sh
    /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/reader DEBIAN_FRONTEND=noninteractive)
inside() { "${enter[@]}" "$@"; }
{
    inside apt-get update -q
    inside apt-get install -q -y --no-install-recommends -o APT::Keep-Downloaded-Packages=true \
        libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1
} >"$work/log" 2>&1 || skip "what a window needs cannot be installed: $(tail -1 "$work/log")"
cp -a "$bare/var/cache/apt/archives/"*.deb "$cache/archives-$system/" 2>/dev/null || true
mkdir -p "$bare/home/reader" "$bare/opt"
tar -xzf "$archive" -C "$bare/opt"
folder=$(cd "$bare" && echo opt/policy-atlas-*)
for path in policy-atlas portable README.md licences/LICENSE-MIT licences/OFL.txt catalogues/policies.ron; do
    [ -e "$bare/$folder/$path" ] || fail "the folder has no $path"
done

inside "/$folder/policy-atlas" list >"$work/there" 2>"$work/err" || fail "policy-atlas list, unpacked: $(cat "$work/err")"
LC_ALL='' "$POLICY_ATLAS" list >"$work/here"
cmp "$work/here" "$work/there" || fail "the unpacked program lists something else"

# The server also listens at a name that knows no folders, so a window inside reaches it.
virtual_screen
open_window "${enter[@]}" DISPLAY="$DISPLAY" "/$folder/policy-atlas" --lang en
until_true 30 painted unpacked || fail "the window of the unpacked program stays blank"
settings=$bare/$folder/data/settings.ron
[ -z "${KEEP:-}" ] || cp "$work/unpacked.png" "$KEEP"
# A smaller page is a setting.
xdotool key ctrl+minus
until_true 20 test -s "$settings" || fail "no settings in ${settings#"$bare"}"
close_window
left=$(find "$bare/home/reader" -mindepth 1)
[ -z "$left" ] || fail "left at home: $left"
ok "$(du -k "$archive" | cut -f1) KiB, $newest; listed and opened in a bare Debian ($system), settings in the folder; $((SECONDS - began)) s"
