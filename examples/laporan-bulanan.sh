#!/bin/sh
# Makes the report of the month that has just passed, for cron: silent when all is well; what went wrong
# goes to stderr, with the exit status of kskd. Running it again leaves the same files as they are.
# Usage: laporan-bulanan.sh [YYYY-MM]
# Environment: KSKD (the program), KSKD_DB (the registry), KSKD_OUT (folder for reports, ./laporan).
set -eu

PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
export PATH

complain() {
    printf '%s\n' "laporan-bulanan.sh: $1" >&2
}

usage() {
    complain 'tulis bulan sebagai TAHUN-BULAN, misalnya 2024-11, atau jangan tulis apa pun untuk bulan lalu.'
    exit 2
}

previous_month() {
    today=$(date +%Y-%m)
    year=${today%-*}
    month=${today#*-}
    month=$((${month#0} - 1))
    if [ "$month" -eq 0 ]; then
        year=$((year - 1))
        month=12
    fi
    printf '%04d-%02d' "$year" "$month"
}

# cron has a short PATH, so the places where pipx and pip put commands are tried too.
find_kskd() {
    if [ -n "${KSKD:-}" ]; then
        set -- "$KSKD"
    else
        set -- kskd "${HOME:-}/.local/bin/kskd" /usr/local/bin/kskd
    fi
    for place in "$@"; do
        if command -v "$place" >/dev/null 2>&1; then
            printf '%s' "$place"
            return
        fi
    done
    complain "perintah $1 tidak ditemukan; tunjukkan letaknya dengan KSKD=/letak/kskd."
    exit 1
}

[ $# -le 1 ] || usage
month=${1:-$(previous_month)}
case $month in
    [12][0-9][0-9][0-9]-0[1-9] | [12][0-9][0-9][0-9]-1[0-2]) ;;
    *) usage ;;
esac
kskd=$(find_kskd)

if said=$("$kskd" report --period "$month" --out "${KSKD_OUT:-laporan}" \
    </dev/null 2>&1 >/dev/null); then
    exit 0
else
    status=$?
    complain "laporan $month tidak dibuat."
    printf '%s\n' "$said" >&2
    exit "$status"
fi
