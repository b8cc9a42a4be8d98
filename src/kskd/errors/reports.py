"""What is refused of reports, their templates, and the mapping."""

from kskd.errors.tree import InvalidFact, NotFound, Refused, TemplateError, UsageError

REFUSALS = {
    TemplateError: {
        "template-included-missing": "Templat {included} yang dipakai {name} tidak ada;\nperiksa namanya.",
        "template-not-utf-8": "Templat {name} bukan teks UTF-8;\nsimpan ulang dalam UTF-8.",
        "template-malformed": "Templat {name} baris {line} salah tulis ({problem});\nperbaiki di sana.",
        "template-not-plain": "Templat {name} harus berkas biasa di dalam folder templat, paling besar {most} byte;\nsalin isinya ke sana sebagai berkas.",
        "template-unreadable": "Templat {name} tidak dapat dibaca: {reason}.",
        "template-forbidden": "Templat {name} baris {line} memakai sesuatu yang terlarang bagi templat ({problem});\nperbaiki di sana.",
        "template-name-unknown": "Templat {name} baris {line} memakai nama yang tidak ada dalam model laporan ({problem});\nperbaiki di sana.",
        "template-failing": "Templat {name} baris {line} tidak dapat dijalankan ({problem});\nperbaiki di sana.",
        "template-part": "Templat {name} baris {line} salah menyebut bagian halaman ({problem});\nperbaiki di sana.",
        "pdf-extra-missing": "PDF memerlukan tambahan pdf;\npasang dengan pip install 'kskd[pdf]', atau cetak halaman HTML dari peramban.",
        "pdf-failing": "Halaman {name} tidak dapat dibuat sebagai PDF ({problem});\nperiksa templat formats/typ.j2, atau pakai format lain.",
        "template-too-long": "Templat {name} menghasilkan halaman di atas {most} karakter;\nperiksa perulangannya.",
        "template-folder-missing": "Folder templat {folder} tidak ada;\nbuat dengan kskd templates eject {folder}.",
        "template-folder-foreign": "Folder templat {folder} tidak memuat satu pun templat laporan, seperti {example};\nsalin dengan kskd templates eject {folder}.",
        "templates-not-installed": "Templat laporan tidak ada dalam pemasangan ini;\npasang ulang kskd.",
    },
    NotFound: {
        "report-opd-not-kept": "OPD {code} belum ada dalam registri;\ntambahkan dengan kskd opd add {code}.",
        "report-opd-without-agreements": "{opds} tidak mempunyai kerja sama dalam {period}; tidak ada laporannya.",
        "package-empty": "Tidak ada perangkat daerah dengan kerja sama dalam {period};\npilih periode lain.",
        "report-opd-without-matches": "{opds} tidak mempunyai kerja sama yang cocok dalam {period}; tidak ada laporannya.",
    },
    UsageError: {
        "plan-not-filtered": "--plan menulis seluruh daftar rencana;\npakai tanpa --by, --opd, --scheme, --doc, --status, dan saringan lain.",
        "changed-since-known-on": "--changed-since membandingkan dengan yang tercatat sekarang;\npakai tanpa --known-on.",
        "out-without-plan": "--out hanya dipakai bersama --plan TAHUN.",
        "report-kind-whole": "Laporan {kinds} dibuat untuk seluruh Pemda;\npakai tanpa --opd, atau pilih --kind opd.",
        "letter-without-folder": "Surat dalam format {formats} ditulis ke berkas;\nsebut foldernya dengan --out FOLDER.",
        "report-without-agreement": "Laporan {kind} dibuat untuk satu naskah;\nsebut naskahnya dengan --agreement ID, atau untuk --kind naskah jenisnya dengan --doc, misalnya --doc pks.",
        "report-without-period": "Laporan ini dibuat untuk sebuah periode;\nsebut periodenya, misalnya --period 2024-S2.",
        "axes-too-many": "--by disebut paling banyak dua kali, dengan dua hal yang berbeda,\nmisalnya --by affair --by opd.",
    },
    InvalidFact: {
        "known-on-ahead": "{day} belum tiba, jadi belum ada catatannya;\npilih hari yang sudah ada.",
        "known-on-before": "Sampai {day} belum ada yang tercatat;\npilih hari lain menurut kskd log.",
        "report-kind-period": "Laporan {kind} tidak dibuat untuk periode {period};\nsebut periode berupa {known}.",
        "report-period-ahead": "Periode {period} belum dimulai;\npilih periode yang sudah berjalan.",
    },
    Refused: {
        "page-figures-disagree": "Halaman {page} tidak dibuat karena angkanya tidak saling cocok ({figures});\nperiksa registri dengan kskd doctor; bila utuh, laporkan sebagai kesalahan kskd.",
        "report-file-there": "Berkas {file} sudah ada dan tidak ditimpa;\npilih folder lain atau pindahkan dahulu.",
    },
}
