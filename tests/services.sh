#!/bin/sh
# Servers for the tests, from Debian's packages, on free loopback ports, gone when the tests end.
#   sh tests/services.sh install            installs what is missing (root, Debian or Ubuntu)
#   sh tests/services.sh postgres CMD...    runs CMD with LOA_DATABASE_URL set to a private PostgreSQL
# The MQTT tests start their own Mosquitto, with their own passwords, from the installed program.
set -eu

requires() { case ",${LOA_REQUIRE:-}," in *",$1,"*) return 0 ;; *) return 1 ;; esac; }

missing() { # missing PART MESSAGE: a failure where it is required, else a printed skip
    echo "$2" >&2
    if requires "$1"; then exit 1; fi
    exit 0
}

postgres_bin() {
    for folder in /usr/lib/postgresql/*/bin; do
        if [ -x "$folder/initdb" ]; then echo "$folder"; return 0; fi
    done
    return 1
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

install_packages() {
    packages=
    command -v chromium >/dev/null 2>&1 || packages="$packages chromium"
    command -v mosquitto >/dev/null 2>&1 || [ -x /usr/sbin/mosquitto ] || packages="$packages mosquitto"
    postgres_bin >/dev/null || packages="$packages postgresql"
    tesseract --list-langs 2>/dev/null | grep -qx vie || packages="$packages tesseract-ocr tesseract-ocr-vie"
    [ -n "$packages" ] || return 0
    echo "installing:$packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
}

as_owner() { # PostgreSQL refuses to run as root
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

with_postgres() {
    bin=$(postgres_bin) || missing postgres "PostgreSQL is not installed: its tests are skipped"
    base=$(mktemp -d)
    port=$(free_port)
    if [ "$(id -u)" = 0 ]; then chown postgres "$base"; fi
    stop() { as_owner "$bin/pg_ctl" -D "$base/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$base"; }
    trap stop EXIT
    trap 'exit 130' INT TERM
    cd "$base"
    as_owner "$bin/initdb" -D "$base/data" -U loa -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    as_owner "$bin/pg_ctl" -D "$base/data" -w -l "$base/log" -o \
        "-p $port -k $base -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
        start >/dev/null
    cd - >/dev/null
    as_owner "$bin/createdb" -h 127.0.0.1 -p "$port" -U loa loa
    LOA_DATABASE_URL="postgres://loa@127.0.0.1:$port/loa" "$@"
}

what=$1
shift
case "$what" in
    install) install_packages ;;
    postgres) with_postgres "$@" ;;
    *) echo "usage: services.sh install | postgres CMD..." >&2; exit 2 ;;
esac
