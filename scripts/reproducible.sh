#!/usr/bin/env bash
# Builds the program of this commit twice, in two folders, and says whether both are the same to the byte.
#
#   scripts/reproducible.sh [ARGUMENT OF CARGO BUILD...]      such as --no-default-features
#
# The same compiler (rust-toolchain.toml), the same Cargo.lock and the same C compiler are needed; the folder of the
# sources, that of the libraries and the time are not, since their names are taken out of what is built.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for folder in one the-other; do
    git clone --quiet --no-hardlinks "$root" "$work/$folder"
    (
        cd "$work/$folder"
        home=${CARGO_HOME:-$HOME/.cargo}
        export RUSTFLAGS="--remap-path-prefix=$PWD=/policy-atlas --remap-path-prefix=$home=/cargo"
        export CFLAGS="-ffile-prefix-map=$PWD=/policy-atlas -ffile-prefix-map=$home=/cargo"
        CARGO_TARGET_DIR=$PWD/target cargo build --locked --quiet --release --bin policy-atlas "$@"
    )
    sha256sum <"$work/$folder/target/release/policy-atlas" | tee -a "$work/sums"
done
if [ "$(sort -u "$work/sums" | wc -l)" = 1 ]; then
    echo "the same program"
else
    echo "two programs; where they differ first: $(cmp "$work"/{one,the-other}/target/release/policy-atlas)"
    exit 1
fi
