#!/bin/sh
# Fills a new registry with the example of Kabupaten Contoh Raya, through the public commands only.
# Usage: [KSKD=/path/to/kskd] [KSKD_DB=registri.db] [KSKD_VERBOSE=1] sh isi-registri.sh
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
kskd=${KSKD:-kskd}
KSKD_DB=${KSKD_DB:-./kskd.db}
export KSKD_DB
# The office of the example lives on 31 December 2024 (08:00 UTC), so that it is the same whenever it is made.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1735632000}
export SOURCE_DATE_EPOCH

chapter() {
    printf '%s\n' "$1" >&2
}

fail() {
    printf '%s\n' "isi-registri.sh: $1" >&2
    exit "${2:-1}"
}

# One kskd command. Its words are kept back unless it fails or KSKD_VERBOSE is set; without standard
# input it asks no question, even at a terminal.
run() {
    if output=$("$kskd" "$@" </dev/null 2>&1); then
        [ -z "${KSKD_VERBOSE:-}" ] || printf '%s\n' "$output"
    else
        status=$?
        printf '%s\n' "$output" >&2
        fail "perintah kskd $1 ${2:-} gagal; hapus $KSKD_DB yang belum lengkap, lalu jalankan lagi." "$status"
    fi
}

# evaluate ID IMPLEMENTATION REPORTED-ON FILLER ANSWERS [OPTION...], for the period in $period.
# ANSWERS follow $items in order: "-" is left unanswered, "tdn" is tidak-dapat-dinilai.
items='sesuai-tujuan tepat-waktu peran-mitra koordinasi keluaran hasil kelengkapan-dokumen pelaporan relevansi bukti'
evaluate() {
    id=$1 implementation=$2 reported=$3 filler=$4 answers="$5 "
    shift 5
    for item in $items; do
        answer=${answers%% *}
        answers=${answers#* }
        case $answer in
            - | '') continue ;;
            tdn) answer=tidak-dapat-dinilai ;;
        esac
        set -- "$@" --answer "$item=$answer"
    done
    run evaluate "$id" --period "$period" --implementation "$implementation" \
        --reported-on "$reported" --filler "$filler" "$@"
}

command -v "$kskd" >/dev/null 2>&1 ||
    fail "perintah $kskd tidak ditemukan; pasang kskd, atau tunjukkan letaknya dengan KSKD=/letak/kskd."
[ ! -e "$KSKD_DB" ] ||
    fail "registri $KSKD_DB sudah ada dan tidak diubah; pilih berkas lain dengan KSKD_DB=berkas.db."

chapter 'Membuat registri Kabupaten Contoh Raya ...'
run init --name 'Kabupaten Contoh Raya' --level kabupaten --seat 'Contoh Tengah'
run setting set soon-days 90
run setting set office 'Bagian Kerja Sama Sekretariat Daerah'
run setting set signer-office 'Kepala Bagian Kerja Sama'
run setting set paper f4
# Before it the office kept no registry; what was reported then is not known.
run setting set reports-since 2024-S1

chapter 'Mencatat perangkat daerah dan mitra ...'
run opd import "$here/opd.csv"
# shellcheck source=mitra.sh
. "$here/mitra.sh"
# shellcheck source=naskah.sh
. "$here/naskah.sh"
# shellcheck source=fakta.sh
. "$here/fakta.sh"
chapter 'Mencatat target ...'
# shellcheck source=target.sh
. "$here/target.sh"
chapter 'Mencatat evaluasi semester 1 tahun 2024 ...'
# shellcheck source=evaluasi-2024-s1.sh
. "$here/evaluasi-2024-s1.sh"
chapter 'Mencatat evaluasi semester 2 tahun 2024 ...'
# shellcheck source=evaluasi-2024-s2.sh
. "$here/evaluasi-2024-s2.sh"
# shellcheck source=perjalanan.sh
. "$here/perjalanan.sh"
# shellcheck source=kantor.sh
. "$here/kantor.sh"
chapter "Selesai: $KSKD_DB"
