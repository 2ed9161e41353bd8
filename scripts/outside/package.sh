#!/usr/bin/env bash
# The Debian package: made of the program under test, looked through, installed in a bare Debian 12 with nothing but what
# it declares to need, and used there: the command line, and a window on a virtual screen.
#
# The bare system and cargo-deb are kept in $POLICY_ATLAS_CACHE, by default /var/cache/policy-atlas.
cargo_home=${CARGO_HOME:-$HOME/.cargo} rustup_home=${RUSTUP_HOME:-$HOME/.rustup}
. "$(dirname "$0")/lib.sh"
export CARGO_HOME=$cargo_home RUSTUP_HOME=$rustup_home
needs debootstrap dpkg-deb dpkg-shlibdeps strip cargo
[ "$(id -u)" = 0 ] || skip "only root can install a package"
. "$here/screen.sh"
began=$SECONDS

cache=${POLICY_ATLAS_CACHE:-/var/cache/policy-atlas}
mkdir -p "$cache/archives"
export PATH="$cache/bin:$PATH"
if ! command -v cargo-deb >/dev/null; then
    CARGO_TARGET_DIR=$work/cargo-deb cargo install --quiet --locked cargo-deb --version 3.8.0 --root "$cache" >"$work/log" 2>&1 ||
        skip "cargo-deb cannot be installed: $(tail -1 "$work/log")"
    rm -rf "$work/cargo-deb"
fi
if [ ! -e "$cache/bookworm" ]; then
    rm -rf "$cache/bookworm.new"
    debootstrap --variant=minbase bookworm "$cache/bookworm.new" >"$work/log" 2>&1 ||
        skip "no bare Debian: $(tail -1 "$work/log")"
    mv "$cache/bookworm.new" "$cache/bookworm"
fi

# The files beside the program, by the programs that read them.
if command -v desktop-file-validate >/dev/null; then
    found=$(desktop-file-validate "$here/../../packaging/policy-atlas.desktop") || fail "$found"
    [ -z "$found" ] || fail "$found"
fi
! command -v xmllint >/dev/null || xmllint --noout "$here/../../packaging/policy-atlas.xml" || fail "see above"

OUT=$work "$here/../../packaging/deb.sh" "$POLICY_ATLAS" >"$work/log" 2>&1 || fail "packaging/deb.sh: $(tail -5 "$work/log")"
deb=$(echo "$work"/policy-atlas_*.deb)
dpkg-deb -f "$deb" >"$work/control"
dpkg-deb -c "$deb" >"$work/files"
for path in usr/bin/policy-atlas usr/share/man/man1/policy-atlas.1.gz usr/share/man/zh_CN/man1/policy-atlas.1.gz \
    usr/share/bash-completion/completions/policy-atlas usr/share/zsh/vendor-completions/_policy-atlas \
    usr/share/fish/vendor_completions.d/policy-atlas.fish usr/share/applications/policy-atlas.desktop \
    usr/share/mime/packages/policy-atlas.xml usr/share/icons/hicolor/48x48/apps/policy-atlas.png \
    usr/share/icons/hicolor/scalable/apps/policy-atlas.svg usr/share/doc/policy-atlas/{copyright,OFL.txt,NOTICE,LICENSE-MIT,LICENSE-CC-BY-4.0}; do
    grep -q " ./$path\$" "$work/files" || fail "the package has no $path"
done
! awk '{ print $2 }' "$work/files" | grep -vE '^(root/root|0/0)$' || fail "files that are not root's"
! dpkg-deb -I "$deb" | grep -E ' (conffiles|p(re|ost)(inst|rm)) ' || fail "a package of files alone needs no scripts"
if command -v lintian >/dev/null; then
    lintian --fail-on error "$deb" >"$work/lintian" 2>&1 || fail "lintian: $(grep '^E:' "$work/lintian")"
fi

bare=$work/bare
cp -a --reflink=auto "$cache/bookworm" "$bare"
cp -a "$cache/archives/." "$bare/var/cache/apt/archives/"
cp /etc/resolv.conf "$bare/etc/resolv.conf"
cp "$deb" "$bare/root/policy-atlas.deb"
inside() { chroot "$bare" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
# The names alone: what version is there is the matter of dpkg, below.
depends=$(sed -n 's/^Depends: //p' "$work/control" | tr ',' '\n' | sed 's/|.*//; s/(.*//; s/ //g')
{
    inside apt-get update -q
    # shellcheck disable=SC2086 # one word a package
    inside apt-get install -q -y --no-install-recommends -o APT::Keep-Downloaded-Packages=true $depends
} >"$work/log" 2>&1 || skip "what the package needs cannot be installed: $(tail -1 "$work/log")"
cp -a "$bare/var/cache/apt/archives/"*.deb "$cache/archives/" 2>/dev/null || true
inside dpkg -i /root/policy-atlas.deb >"$work/log" 2>&1 || fail "dpkg -i: $(tail -5 "$work/log")"

inside policy-atlas list >"$work/there" 2>"$work/err" || fail "policy-atlas list, installed: $(cat "$work/err")"
LC_ALL='' "$POLICY_ATLAS" list >"$work/here"
cmp "$work/here" "$work/there" || fail "the installed program lists something else"

# The server also listens at a name that knows no folders, so a window inside reaches it.
virtual_screen
open_window chroot "$bare" /usr/bin/env -i PATH=/usr/bin HOME=/root DISPLAY="$DISPLAY" policy-atlas --lang en --renderer opengl
until_true 30 painted installed || fail "the window of the installed program stays blank"
close_window

inside dpkg -P policy-atlas >"$work/log" 2>&1 || fail "dpkg -P: $(tail -5 "$work/log")"
left=$(find "$bare/usr" "$bare/etc" -name '*policy*atlas*')
[ -z "$left" ] || fail "left after removal: $left"
ok "$(du -k "$deb" | cut -f1) KiB; installed, listed, opened, closed with 0 and removed in a bare Debian 12; $((SECONDS - began)) s"
