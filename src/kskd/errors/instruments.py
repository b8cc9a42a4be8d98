"""What is refused of an instrument: its file, place by place, and which one is used."""

from kskd.errors.tree import AlreadyThere, InputFileError, InstrumentError, NotFound, Refused

REFUSALS = {
    InstrumentError: {
        "instrument-too-long": "Instrumen, berkas: lebih dari {most} karakter;\nperiksa apakah berkasnya benar.",
        "instrument-too-many-dots": "Instrumen, baris {line}: lebih dari {most} titik;\nperiksa apakah berkasnya benar.",
        "instrument-not-toml": "Instrumen, {place}: bukan TOML yang sah;\nperbaiki di sana.",
        "instrument-too-deep": "Instrumen, berkas: ada bilangan atau susunan yang terlalu besar;\nperkecil.",
        "instrument-key-unknown": "Instrumen, {place}: kunci {key} tidak dikenal;\nyang dikenal di sini: {known}.",
        "instrument-key-missing": "Instrumen, {place}: {key} belum ada;\ntambahkan.",
        "instrument-not-text": "Instrumen, {place}: {key} harus teks di antara tanda kutip.",
        "instrument-text-unusable": "Instrumen, {place}: {problem}.",
        "instrument-not-code": "Instrumen, {place}: {key} harus kode huruf kecil dan tanda hubung,\nseperti tepat-waktu.",
        "instrument-not-boolean": "Instrumen, {place}: {key} harus true atau false.",
        "instrument-not-number": "Instrumen, {place}: {key} harus bilangan {low} sampai {top}, paling banyak {decimals} desimal.",
        "instrument-not-table": "Instrumen, {place}: [{key}] harus tabel.",
        "instrument-not-titles": "Instrumen, {place}: [{key}] harus tabel dengan 1 sampai {most} isian.",
        "instrument-not-list": "Instrumen, {place}: {key} harus daftar berisi 1 sampai {most} {noun}.",
        "instrument-not-list-of-tables": "Instrumen, {place}: {noun} ke-{position} harus tabel;\nbandingkan dengan instrumen inti.",
        "instrument-options-too-few": "Instrumen, {place}: perlu sedikitnya dua pilihan;\ntambahkan pada options.",
        "instrument-option-reserved": "Instrumen, {place}: pilihan {option} sudah tersedia untuk setiap butir;\nhapus dari options.",
        "instrument-option-twice": 'Instrumen, {place}: kode pilihan "{code}" dipakai dua kali;\nberi kode lain.',
        "instrument-values-not-falling": "Instrumen, {place}: value harus turun dari 1 pada pilihan pertama sampai 0 pada pilihan terakhir.",
        "instrument-options-of-implementation": "Instrumen, {place}: dengan from_implementation, pilihannya harus {known}.",
        "instrument-implementation-twice": "Instrumen, from_implementation dipakai pada lebih dari satu butir;\nsisakan satu.",
        "instrument-item-twice": 'Instrumen, kode butir "{item}" dipakai dua kali;\nberi kode lain.',
        "instrument-section-unknown": 'Instrumen, butir "{item}": bagian "{section}" belum ada dalam [sections];\ntambahkan.',
        "instrument-weights-not-100": "Instrumen, jumlah weight semua butir {total}, seharusnya tepat 100;\nsesuaikan weight.",
        "instrument-band-twice": 'Instrumen, nama kategori "{band}" dipakai dua kali;\nberi nama lain.',
        "instrument-bands-open": "Instrumen, kategori: isi above pada semua kategori kecuali yang terakhir.",
        "instrument-bands-not-falling": "Instrumen, kategori: above harus di bawah 100 dan menurun;\nurutkan dari kategori tertinggi.",
        "instrument-evidence-twice": 'Instrumen, [evidence]: butir "{item}" disebut dua kali;\nhapus satu.',
        "instrument-evidence-unknown": 'Instrumen, [evidence]: butir "{item}" tidak ada dalam items;\nperbaiki kodenya.',
    },
    InputFileError: {
        "instrument-unusable": "Berkas {file}: {count} masalah;\nperbaiki semuanya, lalu ulangi.",
    },
    AlreadyThere: {
        "instrument-known": "Instrumen {id} sudah tercatat dengan isi lain; evaluasi lama bergantung padanya.\nNaikkan version di berkas itu, lalu ulangi.",
        "instrument-known-otherwise": "Instrumen {id} sudah tercatat dengan isi lain;\nnaikkan version di {file}.",
    },
    NotFound: {
        "instrument-unknown": "Instrumen {id} tidak ada;\nlihat kskd instrument list.",
        "instrument-not-kept": "Instrumen {id} tidak ada di registri.\nPakai kskd instrument use BERKAS.",
        "instrument-in-use-not-kept": "Instrumen yang dipakai tidak ada di registri.\nPakai kskd instrument use BERKAS.",
        "instrument-of-evaluation-not-kept": "Instrumen {instrument} yang dipakai evaluasi {id} periode {period} tidak ada dalam registri;\nmasukkan dengan kskd instrument use.",
    },
    Refused: {
        "instrument-to-use-not-kept": "Instrumen {id} tidak ada di registri (yang ada: {known}).\nPakai kskd instrument use.",
    },
}
