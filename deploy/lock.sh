#!/bin/sh
# Writes the lock files anew: pinned, with hashes, naming no registry. What is pinned stays where it
# is, unless UPGRADE is set: then the newest versions are taken.
set -eu
cd "$(dirname "$0")/.."
compile() {
    uv pip compile ${UPGRADE:+--upgrade} --quiet --universal --generate-hashes --no-emit-index-url --no-header \
        --python-version 3.11 "$@"
}
compile pyproject.toml --output-file requirements.txt
compile --extra network --extra linkage --constraint requirements.txt pyproject.toml \
    --output-file requirements-network.txt
compile --extra dev --extra network --extra linkage --constraint requirements.txt pyproject.toml \
    --output-file requirements-dev.txt
compile --extra dev --extra network --extra linkage --extra spark --constraint requirements-dev.txt pyproject.toml \
    --output-file requirements-slow.txt
echo "uv>=0.13" | compile --no-annotate - --output-file deploy/uv.txt
compile --no-annotate bench/names-rivals.in --output-file bench/names-rivals.txt
compile --no-annotate bench/matching-rivals.in --output-file bench/matching-rivals.txt
compile --no-annotate bench/attack/tools.in --output-file bench/attack/tools.txt
