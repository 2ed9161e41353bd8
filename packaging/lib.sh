# shellcheck shell=bash
# What the scripts that make packages share. Sourced in the folder of the project, not run.

# shellcheck disable=SC2034 # for the scripts that read these
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')

# Files bear the time of the last commit, unless another one is given: the same state makes the same bytes.
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct 2>/dev/null || echo 0)}"
export SOURCE_DATE_EPOCH

# portable_folder FOLDER PROGRAM...: a folder that keeps everything in itself: programs, mark, texts, licences, samples.
portable_folder() {
    local folder=$1
    shift
    mkdir -p "$folder/catalogues" "$folder/licences"
    cp "$@" README.md README.en.md CHANGELOG.md "$folder/"
    cp LICENSE-* assets/OFL.txt assets/NOTICE packaging/debian/copyright "$folder/licences/"
    cp policies.ron catalogues/*.ron "$folder/catalogues/"
    : >"$folder/portable"
    find "$folder" -type d -exec chmod 755 {} +
    find "$folder" -type f -exec chmod 644 {} +
    find "$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}
