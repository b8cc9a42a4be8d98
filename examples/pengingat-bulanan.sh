#!/bin/sh
# Writes the reminders that are new since the last run, one text per OPD, for cron: it names the files on
# stdout, says nothing when there is nothing new, and sends nothing. What went wrong goes to stderr, with the
# exit status of kskd. A run that was missed is caught up by the next.
# Usage: pengingat-bulanan.sh [surat|pesan]
# Environment: KSKD (the program), KSKD_DB (the registry), KSKD_REMIND (folder for the texts, ./pengingat).
set -eu

PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
export PATH

complain() {
    printf '%s\n' "pengingat-bulanan.sh: $1" >&2
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

form=${1:-surat}
case $#-$form in
    [01]-surat | [01]-pesan) ;;
    *)
        complain 'tulis surat atau pesan, atau jangan tulis apa pun untuk surat.'
        exit 2
        ;;
esac
kskd=$(find_kskd)
exec "$kskd" remind --since-last --form "$form" --out "${KSKD_REMIND:-pengingat}" </dev/null
