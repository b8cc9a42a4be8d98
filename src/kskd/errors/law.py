"""What is refused of checks, clocks, days off and explanations."""

from kskd.errors.tree import InputFileError, InvalidFact, NotFound, Refused, UsageError

REFUSALS = {
    NotFound: {
        "rule-unknown": "Aturan {text} tidak dikenal.\nLihat kskd check --list.",
        "finding-not-accepted": "{rule} pada {id} tidak tercatat sebagai temuan yang diterima.",
        "request-unknown": "Jenis penghitung tenggat {text} tidak dikenal.\nYang ada: {known}.",
        "clock-not-found": "Penghitung tenggat {number} tidak ada.\nLihat kskd clock list --all.",
        "explanation-not-found": "Tidak ada penjelasan untuk {text}.\nYang dapat ditanyakan: aturan (KS101; kskd check --list), pasal (“pasal 17”), pengaturan, jenis galat, dan istilah {terms}.",
    },
    UsageError: {
        "rule-of-office": "{rule} menyangkut kantor, bukan satu naskah;\ncatat yang diminta aturan itu (kskd explain {rule}), --accept hanya untuk temuan atas naskah.",
        "through-without-accept": "--through hanya bersama --accept.",
        "chapter-unknown": "Bab {chapter} tidak ada.\nYang ada: {known}.",
        "clock-replaced": "{kind} tidak lagi dimulai dengan tangan: tenggatnya tampil dengan sendirinya dalam kskd due;\nbila sudah disampaikan, {instead}.",
        "clock-day-missing": "Sebut hari mulainya dengan --on: {start}.",
        "clock-agreement-missing": "{kind} perlu --agreement: naskah yang diminta persetujuannya.",
        "clock-subject-missing": "Sebut --agreement, atau --partner bila belum ada naskahnya.",
        "clock-opd-and-agreement": "--opd hanya tanpa --agreement; OPD naskah sudah tercatat.",
        "clock-outcome-missing": "Sebut hari berhentinya dengan --on dan hasilnya dengan --outcome.",
        "as-of-without-dry-run": "--as-of hanya bersama --dry-run; pengingat dibuat untuk hari ini.",
    },
    InvalidFact: {
        "acceptance-day-past": "--through {day} sudah lewat;\nsebut hari ini atau sesudahnya.",
        "clock-start-in-future": "--on {day} belum terjadi;\nsebut hari {start}.",
        "clock-stop-in-future": "--on {day} belum terjadi.",
        "clock-stop-before-start": "--on {day} mendahului mulainya {start};\nperiksa lagi.",
    },
    Refused: {
        "clock-stopped": "Penghitung tenggat {number} sudah berhenti pada {day}: {outcome}.",
        "clock-only-below-province": "Hanya kabupaten/kota yang menyampaikan rencana dan rancangan melalui Gubernur.",
    },
    InputFileError: {
        "holidays-empty": "Berkas {file} tidak memuat satu pun hari libur.",
    },
}
