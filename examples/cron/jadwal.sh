#!/bin/sh
# One job of the office's calendar, for cron or a timer; silent when all is well, but for the texts that
# `pengingat` names. What went wrong goes to stderr, with the exit status of kskd, so that cron sends a mail.
# Each run leaves a line in the log, which `kskd status`, `next` and `doctor` read; a second run of a job that is
# still running ends at once (status 75). Running a job again leaves the same files as they are.
# Usage: jadwal.sh bulan [YYYY-MM] | semester [YYYY-S1|YYYY-S2] | pengingat [surat|pesan] | cadangan
# Environment: KSKD (the program), KSKD_DB (the registry, ./kskd.db), KSKD_OUT (folder for reports, ./laporan),
# KSKD_FORMAT (of reports, md,html), KSKD_REMIND (folder for the texts, ./pengingat), KSKD_LOG (the log,
# jadwal.tsv beside the registry).
set -eu

PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
export PATH
job=${1:-}
registry=${KSKD_DB:-kskd.db}
case $registry in
    */*) beside=${registry%/*} ;;
    *) beside=. ;;
esac
log=${KSKD_LOG:-$beside/jadwal.tsv}
case $log in
    */*) held=${log%/*}/.${log##*/}.$job.kunci ;;
    *) held=.$log.$job.kunci ;;
esac
begun=
lock=

complain() {
    printf '%s\n' "jadwal.sh: $1" >&2
}

usage() {
    complain 'tulis bulan [TAHUN-BULAN], semester [TAHUN-S1 atau -S2], pengingat [surat|pesan], atau cadangan.'
    exit 2
}

# A line for each run: when it began, job, exit status, seconds.
leave() {
    status=$?
    trap - EXIT
    [ -z "$lock" ] || rm -rf "$lock"
    if [ -n "$begun" ]; then
        printf '%s\t%s\t%s\t%s\n' "$begun" "$job" "$status" "$(($(date +%s) - since))" >>"$log" ||
            complain "catatan $log tidak dapat ditulis."
    fi
    exit "$status"
}

# One run of a job at a time: by flock where there is one, else by a folder that names who made it.
hold() {
    if command -v flock >/dev/null 2>&1 && [ -z "${KSKD_NO_FLOCK:-}" ]; then
        exec 9>>"$held"
        flock -n 9 && return
    else
        place=$held.d
        if [ -d "$place" ] && ! kill -0 "$(cat "$place/pid" 2>/dev/null || echo 0)" 2>/dev/null; then
            rm -rf "$place" # of a run that was killed
        fi
        if mkdir "$place" 2>/dev/null; then
            lock=$place
            echo $$ >"$place/pid"
            return
        fi
    fi
    complain "$job masih berjalan; tidak dijalankan lagi."
    exit 75
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

last_month() {
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

last_semester() {
    today=$(date +%Y-%m)
    month=${today#*-}
    if [ "${month#0}" -gt 6 ]; then
        printf '%s-S1' "${today%-*}"
    else
        printf '%04d-S2' "$((${today%-*} - 1))"
    fi
}

# What kskd says is passed on only when it failed.
quietly() {
    if said=$("$@" 2>&1 >/dev/null </dev/null); then
        return
    else
        status=$?
        complain "$job gagal."
        printf '%s\n' "$said" >&2
        exit "$status"
    fi
}

[ $# -ge 1 ] && [ $# -le 2 ] || usage
case $job-${2:-} in
    bulan- | bulan-[12][0-9][0-9][0-9]-0[1-9] | bulan-[12][0-9][0-9][0-9]-1[0-2]) ;;
    semester- | semester-[12][0-9][0-9][0-9]-S[12]) ;;
    pengingat- | pengingat-surat | pengingat-pesan | cadangan-) ;;
    *) usage ;;
esac
hold
trap leave EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
begun=$(date +%Y-%m-%dT%H:%M:%S%z)
since=$(date +%s)
kskd=$(find_kskd)
case $job in
    bulan)
        quietly "$kskd" report --kind bulanan --format "${KSKD_FORMAT:-md,html}" \
            --period "${2:-$(last_month)}" --out "${KSKD_OUT:-laporan}"
        ;;
    semester)
        quietly "$kskd" report --format "${KSKD_FORMAT:-md,html}" \
            --period "${2:-$(last_semester)}" --out "${KSKD_OUT:-laporan}"
        ;;
    pengingat)
        "$kskd" remind --since-last --form "${2:-surat}" --out "${KSKD_REMIND:-pengingat}" </dev/null
        ;;
    cadangan)
        quietly "$kskd" backup
        ;;
esac
