"""What is refused of files that go in and out: texts, tables, workbooks, results, a whole registry."""

from kskd.errors.tree import AlreadyThere, InputFileError, OutputError, Refused, UsageError

_SAVE_AS_CSV = 'simpan dari Excel dengan "Simpan Sebagai → CSV UTF-8".'
_SAVE_AS_XLSX = "buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx."
_MAKE_AGAIN = "Pakai berkas yang utuh, atau buat lagi dengan kskd export dari registri asalnya."
_TOO_BIG = "registri sebesar itu dipindahkan dengan menyalin berkas registrinya di antara dua perintah."
# What is wrong in an export is not mended by hand: first what makes it none, then what makes it an unfit one.
_FOREIGN = {
    "export-foreign": "Berkas {file}: JSON dari program lain, bukan ekspor registri kskd.",
    "export-of-other-kind": "Berkas {file}: berisi {schema}, bukan seluruh registri.",
    "export-cut-off": "Berkas {file}: terpotong ({place}).",
    "export-not-json": "Berkas {file}: bukan JSON ({place}).",
    "export-too-deep": "Berkas {file}: bersarang terlalu dalam.",
    "export-number-too-long": "Berkas {file}: memuat bilangan yang terlalu panjang.",
    "export-schema-not-number": "Berkas {file}: registry_schema harus bilangan bulat.",
    "export-public-not-boolean": "Berkas {file}: public harus true atau false.",
    "export-tables-not-object": "Berkas {file}: tables harus objek.",
    "export-table-twice": "Berkas {file}: tabel {table} ada dua kali.",
    "export-table-twice-by-line": "Berkas {file}: tabel {table} ada dua kali (baris {line}).",
    "export-key-twice": "Berkas {file}: kunci {key} ada dua kali.",
    "export-key-missing": "Berkas {file}: kunci {key} tidak ada.",
    "export-key-unknown": "Berkas {file}: kunci {key} tidak dikenal.",
    "export-table-not-list": "Berkas {file}: {place} harus daftar.",
    "export-row-not-object": "Berkas {file}: {place} harus objek.",
    "export-row-key-twice": "Berkas {file}: {place}: kunci {key} ada dua kali.",
    "export-value-not-unicode": "Berkas {file}: {place} memuat karakter yang bukan Unicode.",
    "export-value-not-finite": "Berkas {file}: {place} bukan bilangan yang dapat disimpan.",
    "export-value-not-base64": "Berkas {file}: {place} bukan base64.",
    "export-value-unreadable": "Berkas {file}: {place} tidak dapat dibaca.",
}
_UNFIT = {
    "export-name-missing": "Berkas {file}: {what} {name} tidak ada.",
    "export-name-unknown": "Berkas {file}: {what} {name} tidak dikenal.",
    "export-value-misfit": "Berkas {file}: {place} kolom {column} {what}.",
    "export-row-twice": "Berkas {file}: {place} sama dengan baris sebelumnya.",
    "export-row-unlawful": "Berkas {file}: {place} isinya melanggar aturan registri.",
    "export-row-points-nowhere": "Berkas {file}: tabel {table} menunjuk baris tabel {parent} yang tidak ada.",
    "export-journal-unreadable": "Berkas {file}: tabel journal: isi baris {line} tidak terbaca.",
    "export-history-empty": "Berkas {file}: tabel act: riwayatnya kosong.",
    "export-history-broken": "Berkas {file}: riwayat rusak pada catatan {act}: isinya tidak lagi seperti saat dicatat.",
    "export-row-against-history": "Berkas {file}: tabel {table}, {row}: {what}.",
    "export-content-changed": "Berkas {file}: tabel content: isi berkas {digest}… tidak sesuai sidik jarinya.",
    "export-content-missing": "Berkas {file}: tabel content: isi berkas {name} pada {id} tidak ada.",
    "export-serial-wrong": "Berkas {file}: tabel serial: nomor terakhir {series} tidak sesuai riwayat.",
}

REFUSALS = {
    InputFileError: {
        "file-unreadable": "Berkas {file} tidak dapat dibaca;\nperiksa nama dan izinnya.",
        "file-too-large": "Berkas {file} lebih besar dari {limit} byte;\nperiksa apakah berkasnya benar.",
        "file-too-large-to-embed": "Berkas {file} berukuran {size} byte; yang dapat disimpan di registri paling besar {limit} byte.\nKecilkan pindaiannya, atau tautkan saja tanpa --embed.",
        "file-changing": "Berkas {file} berubah saat dibaca;\ntunggu sampai selesai ditulis, lalu ulangi.",
        "file-not-utf-8": "Berkas {file} bukan teks UTF-8 (byte ke-{position});\nsimpan ulang sebagai UTF-8.",
        "csv-not-utf-8": "Berkas {file} bukan teks UTF-8 (byte ke-{position});\n" + _SAVE_AS_CSV,
        "csv-with-nul": "Berkas {file} memuat karakter NUL;\n" + _SAVE_AS_CSV,
        "csv-malformed": "Berkas {file} baris {line} bukan CSV yang utuh;\nperiksa tanda kutipnya.",
        "csv-row-too-long": "Berkas {file} baris {line}: {count} kolom, kepala kolom {headings}.",
        "csv-too-wide": "Berkas {file}: {count} kolom, terlalu banyak.",
        "csv-headings-wrong": "Berkas {file}: {what}.\nKolom yang dibaca: {known}.",
        "csv-line-too-long": "Berkas {file} baris {line} terlalu panjang untuk sebuah tabel;\nperiksa apakah berkasnya benar.",
        "table-broken": "Berkas {file} rusak atau terpotong;\n" + _SAVE_AS_XLSX,
        "table-cell-unusable": "Berkas {file} sel {cell} {fault}.",
        "table-empty": "Berkas {file} kosong;\nperiksa apakah berkasnya benar.",
        "table-of-other-kind": "Berkas {file} adalah {what}, bukan tabel;\nsimpan daftarnya sebagai .xlsx atau .csv.",
        "table-reader-not-installed": "Berkas {file} berbentuk .xls atau .ods, yang dibaca dengan python-calamine, dan itu belum terpasang;\npasang dengan pip install 'kskd[xlsx]', atau simpan ulang sebagai .xlsx.",
        "table-sheet-unknown": "Berkas {file} tidak memuat lembar {name}.\nLembar yang ada: {known}.",
        "table-lines-unusable": "Berkas {file} tidak dimasukkan. {problems}",
        "xls-old-or-locked": "Berkas {file} berkas .xls lama atau dilindungi kata sandi;\nsimpan ulang sebagai .xlsx tanpa kata sandi.",
        "xlsx-too-large": "Berkas {file} terlalu besar ({what});\nperiksa apakah berkasnya benar.",
        "xlsx-with-unusual-parts": "Berkas {file} memuat {what} yang tidak pernah ada dalam lembar;\n"
        + _SAVE_AS_XLSX,
        "xlsx-broken": "Berkas {file} rusak atau bukan workbook .xlsx;\n" + _SAVE_AS_XLSX,
        "xlsx-locked": "Berkas {file} dilindungi kata sandi;\nsimpan ulang tanpa kata sandi.",
        "ods-for-xlsx": "Berkas {file} berbentuk OpenDocument;\nsimpan ulang sebagai .xlsx.",
        **{code: f"{said}\nPakai berkas yang dibuat dengan kskd export." for code, said in _FOREIGN.items()},
        **{code: f"{said}\n{_MAKE_AGAIN}" for code, said in _UNFIT.items()},
        "table-without-list": "Berkas {file} tidak memuat daftar kerja sama: tidak ada baris kepala kolom yang dikenal;\nbandingkan dengan kepala kolom pada kskd list --format csv.",
        "rules-not-toml": "Berkas aturan {file} bukan TOML ({reason});\nperbaiki, atau buat lagi dengan kskd import BERKAS --save-rules.",
        "rules-part-unknown": "Berkas aturan {file}: bagian {part} tidak dikenal.\nYang ada: {known}.",
        "rules-part-wrong": 'Berkas aturan {file}: isi bagian {part} harus pasangan teks;\ntulis misalnya "Mitra" = "partner".',
        "rules-concept-unknown": "Berkas aturan {file}: isian {text} tidak dikenal.\nPakai kunci atau nama isian, misalnya {known}.",
        "rules-order-unknown": "Berkas aturan {file}: urutan {text} tidak dikenal.\nYang ada: {known}.",
        "rules-subject-unknown": "Berkas aturan {file}: daftar {text} tidak dikenal.\nYang ada: {known}.",
        "export-too-large": "Berkas {file} lebih besar dari {limit} byte;\n" + _TOO_BIG,
        "export-too-large-for-memory": "Berkas {file} tidak muat di memori komputer ini;\n" + _TOO_BIG,
        "export-of-newer-form": "Berkas {file} berbentuk {schema}; kskd ini mengenal {known}.\nMutakhirkan kskd, lalu ulangi.",
        "export-of-newer-schema": "Berkas {file} dibuat oleh kskd yang lebih baru (skema {schema}; kskd ini mengenal sampai {known}).\nMutakhirkan kskd, lalu ulangi.",
        "export-for-public": "Berkas {file} adalah ekspor untuk umum: riwayat dan data pribadinya tidak ada, jadi tidak dapat diimpor.\nBuat lagi dengan kskd export tanpa --public.",
        "export-filtered": "Berkas {file} adalah ekspor yang disaring: hanya sebagian naskah, tanpa riwayat, jadi tidak dapat diimpor.\nBuat lagi dengan kskd export tanpa saringan.",
    },
    OutputError: {
        "scratch-unwritable": "Berkas sementara tidak dapat ditulis ({reason});\nperiksa ruang penyimpanan.",
        "result-unwritable": "{file} tidak dapat ditulis ({reason});\nperiksa folder, izin, dan ruang penyimpanan.",
        "result-name-unusable": "{file} tidak dapat ditulis;\npilih nama lain.",
        "export-without-room": "Berkas sementara tidak dapat ditulis ({reason});\npakai --out BERKAS.",
    },
    AlreadyThere: {
        "result-there": "{file} sudah ada;\npilih nama lain.",
        "result-there-otherwise": "{file} sudah ada dan berisi hal lain;\npilih nama lain.",
        "quarantine-not-ours": "{file} bukan lagi seperti yang ditulis kskd, dan tidak ditimpa.\nImpor dahulu bila sudah diperbaiki, pindahkan, atau sebut tempat lain dengan --quarantine.",
    },
    UsageError: {
        "export-part-unknown": "--part: yang ada baru all (seluruh registri).",
        "export-format-unknown": "--format: yang ada untuk kskd export baru json.",
    },
    Refused: {
        "import-into-full-registry": "Registri {path} sudah berisi, dan impor seluruh registri tidak menggabungkan.\nSebut berkas yang belum ada dengan --db.",
    },
}
