"""What is refused of the command line as such, whatever the command is about; and what ends any command."""

from kskd.errors.tree import KskdError, OutputError, Refused, UsageError

REFUSALS = {
    UsageError: {
        "command-unknown": "Perintah {name} tidak dikenal.\nLihat {path} --help.",
        "command-misspelt": "Perintah {name} tidak dikenal.\nMaksud Anda {near}? Lihat {path} --help.",
        "option-unknown": "Opsi {name} tidak dikenal.\nLihat {path} --help.",
        "option-misspelt": "Opsi {name} tidak dikenal.\nMaksud Anda {near}? Lihat {path} --help.",
        "option-value-wrong": "Nilai untuk {name} tidak dapat dipakai: {value}.\nLihat {path} --help.",
        "option-value-out-of-place": "Opsi {name} memerlukan nilai, atau justru tidak menerimanya.\nLihat {path} --help.",
        "option-given-twice": "Opsi {name} hanya menerima satu nilai, tetapi disebut {count} kali.\nLihat {path} --help.",
        "option-given-twice-of-field": "{name} hanya menerima satu nilai;\nsebut sekali saja.",
        "option-value-not-whole": "Nilai untuk {option} tidak dapat dipakai: {text} bukan bilangan bulat.",
        "option-value-empty": "Nilai untuk {name} kosong;\nisi, atau hapus opsi itu.",
        "parameter-missing": "{name} belum disebut.\nLihat {path} --help.",
        "word-superfluous": "Ada kata yang tidak dimengerti: {words}.\nLihat {path} --help.",
        "usage-wrong": "{message}\nLihat {path} --help.",
        "option-missing": "Belum disebut: {options}.",
        "reason-missing": "Sebut alasan {what} dengan --reason.",
        "options-several": "Pilih salah satu: {options}.",
        "options-exclusive": "{options} tidak dapat dipakai bersama;\npilih salah satu.",
        "choice-unknown": "{what} {text} tidak dikenal.\nYang ada: {known}.",
        "where-unknown": "--where {text} tidak dikenal;\ntulis FAKTA=NILAI, dengan FAKTA: {known}.",
        "sort-unknown": "Urutan {text} tidak dikenal.\nYang ada: {known}; awali - untuk terbalik.",
        "limit-outside": "--limit harus bilangan bulat antara 1 dan {most}.",
        "year-outside": "--year harus antara {first} dan {last}.",
        "clock-wrong": "Jam komputer menunjukkan tahun {year};\nbetulkan tanggal dan jam komputer, lalu ulangi.",
        "time-zone-wrong": "Zona waktu {zone} pada TZ tidak dapat dipakai;\nbetulkan TZ, misalnya Asia/Jakarta, atau hapus.",
        "source-date-epoch-wrong": "SOURCE_DATE_EPOCH harus bilangan detik sejak 1970,\nmisalnya 1735603200.",
    },
    Refused: {
        "confirmation-denied": "Tidak disetujui; tidak ada yang diubah.",
        "confirmation-missing": "Belum disetujui; tidak ada yang diubah.\nSetujui dengan {command} … --yes.",
        "correction-without-reason": "{label} sudah tercatat ({change}).\nBila ini koreksi, sebut alasannya dengan --reason.",
        "registry-changed-meanwhile": "Registri berubah sejak ditampilkan;\nulangi {command}.",
    },
    OutputError: {
        "output-unwritable": "Keluaran tidak dapat ditulis: {reason}.",
        "output-unwritable-after-change": "Keluaran tidak dapat ditulis: {reason}. Perubahannya sudah tersimpan.",
        "output-closed": "Keluaran baku tertutup; tidak ada yang dijalankan.",
        "path-unusable": "{path}: {reason}.",
    },
    KskdError: {
        "program-unreadable": "Berkas program kskd tidak dapat dibaca ({reason}); {outcome}.\nPeriksa penyimpanan komputer, lalu pasang ulang kskd.",
        "memory-full": "Memori komputer habis; {outcome}.\nTutup program lain, lalu ulangi.",
    },
}
