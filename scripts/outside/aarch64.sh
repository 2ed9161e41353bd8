#!/usr/bin/env bash
# The command line for 64-bit ARM, under qemu: what it prints and writes has the bytes of this machine.
#
# The program is $POLICY_ATLAS_AARCH64, built of the same sources as the program under test (with the target
# aarch64-unknown-linux-gnu and Debian's gcc-aarch64-linux-gnu as its linker):
#   CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc \
#       cargo build --no-default-features --target aarch64-unknown-linux-gnu
# Without it the check is skipped, since that build takes longer than most checks.
. "$(dirname "$0")/lib.sh"
. "$here/calls.sh"
[ -n "${POLICY_ATLAS_AARCH64:-}" ] || skip "POLICY_ATLAS_AARCH64 names no program"
arm=$(realpath "$POLICY_ATLAS_AARCH64")
needs qemu-aarch64-static
libraries=/usr/aarch64-linux-gnu
[ -e "$libraries/lib/libc.so.6" ] || skip "libc6-arm64-cross is not installed"
mkdir "$work/arm"
calls_as_on_linux "$work/arm" / env -C "$work/arm" qemu-aarch64-static -L "$libraries" "$arm"
ok "$same"
