#!/bin/sh
# deploy/lay.sh SOURCE TARGET: a file of deploy/ with this machine's names in it.
#
# The variables are those of docs/runbook.md; what is not set stays as it stands in the file.
set -eu
sed -e "s|/opt/kintrace|${PROGRAM:-/opt/kintrace}|g" \
    -e "s|/etc/kintrace|${ETC:-/etc/kintrace}|g" \
    -e "s|/var/lib/kintrace|${VAR:-/var/lib/kintrace}|g" \
    -e "s|/etc/nginx|${NGINX:-/etc/nginx}|g" \
    -e "s|/etc/ssl/kintrace|${TLS:-/etc/ssl/kintrace}|g" \
    -e "s|/var/log/nginx|${LOG:-/var/log/nginx}|g" \
    -e "s|/run/kintrace-nginx|${RUN:-/run}/kintrace-nginx|g" \
    -e "s|wall\.example\.org|${WALL:-wall.example.org}|g" \
    -e "s|desk\.example\.org|${DESK:-desk.example.org}|g" \
    -e "s|127\.0\.0\.1:8001|${WALL_AT:-127.0.0.1:8001}|g" \
    -e "s|127\.0\.0\.1:8002|${DESK_AT:-127.0.0.1:8002}|g" \
    -e "s|listen \(\[::\]:\)\{0,1\}443|listen \1${HTTPS:-443}|" \
    -e "s|listen \(\[::\]:\)\{0,1\}80\([ ;]\)|listen \1${HTTP:-80}\2|" \
    -e "/^\(User\|Group\)=/{
            s|kintrace-owner|${OWNER:-kintrace-owner}|
            s|kintrace-public|${PUBLIC:-kintrace-public}|
            s|kintrace-staff|${STAFF:-kintrace-staff}|
            s|kintrace-matcher|${MATCHER:-kintrace-matcher}|
            s|kintrace-backup|${BACKUP:-kintrace-backup}|
        }" \
    -e "s|made-once-for-the-whole-network|${SALT:-made-once-for-the-whole-network}|" \
    "$1" > "$2.new"
mv "$2.new" "$2"
