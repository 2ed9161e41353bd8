#!/usr/bin/env bash
# Makes the folder to copy: policy-atlas-VERSION-x86_64-linux.tar.gz.
#
#   packaging/portable.sh [PROGRAM]     of a build of the profile dist made here, or of a program that is already built
#
# The build asks for no symbol newer than glibc 2.28 (2018), whatever this system has: zig is its C compiler and linker.
# Needs zig from PyPI (`pip install ziglang`, or a Python that has it as $PYTHON), binutils and GNU tar. The archive goes
# to the folder $OUT, by default portable/ in the target folder; its path is the last line printed.

set -euo pipefail
program=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
. packaging/lib.sh

glibc=2.28
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "$program" ]; then
    zig="${PYTHON:-python3} -m ziglang"
    $zig version >/dev/null
    # Rust links with `cc`, and the C of SQLite is compiled with it: the first one found is zig, which does not know the
    # names that Rust has for systems.
    cat >"$work/cc" <<CC
#!/usr/bin/env bash
for one; do
    shift
    case \$one in --target=*) ;; *) set -- "\$@" "\$one" ;; esac
done
exec $zig cc -target x86_64-linux-gnu.$glibc "\$@"
CC
    chmod +x "$work/cc"
    # A target folder of its own: cargo does not see that another C compiler is at work.
    PATH=$work:$PATH cargo build --locked --profile dist --bin policy-atlas --target-dir "$target/portable"
    program=$target/portable/dist/policy-atlas
    newest=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -1)
    [ "$(printf '%s\n' "$newest" "GLIBC_$glibc" | sort -V | tail -1)" = "GLIBC_$glibc" ] ||
        { echo "the program needs $newest, newer than GLIBC_$glibc" >&2; exit 1; }
fi

name=policy-atlas-$version
mkdir "$work/$name"
cp "$program" "$work/policy-atlas"
strip "$work/policy-atlas"
portable_folder "$work/$name" "$work/policy-atlas"
chmod 755 "$work/$name/policy-atlas"
mkdir -p "${OUT:=$target/portable}"
archive=$OUT/$name-x86_64-linux.tar.gz
# -n: neither name nor time in the file.
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" | gzip -9n >"$archive"
echo "$archive"
