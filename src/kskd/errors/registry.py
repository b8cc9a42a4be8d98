"""What is refused of the registry file: finding and opening it, writing to it, its backups, a restore."""

from kskd.errors.tree import AlreadyThere, OutputError, Refused, RegistryError

REFUSALS = {
    RegistryError: {
        "registry-not-found": "Registri {path} tidak ditemukan.\nBuat dengan kskd init --name NAMA_PEMDA, atau sebut tempatnya dengan --db atau KSKD_DB.",
        "registry-name-unusable": "Nama berkas registri {path} tidak dapat dipakai.",
        "registry-is-folder": "{path} adalah folder, bukan registri.\nSebut berkasnya dengan --db.",
        "registry-not-a-file": "{path} bukan berkas biasa.\nSebut berkas registri dengan --db.",
        "registry-not-readable": "Registri {path} tidak dapat dibaca: {reason}.",
        "registry-has-two-names": "{path} mempunyai lebih dari satu nama (hard link).\nSalin ke berkas tersendiri dahulu.",
        "registry-not-sqlite": "{path} bukan berkas SQLite, jadi bukan registri kskd.\nSebut berkas yang benar dengan --db.",
        "registry-of-other-program": "{path} adalah basis data program lain, bukan registri kskd. Tidak ada yang diubah.",
        "registry-newer": "Registri {path} dibuat oleh kskd yang lebih baru (skema {schema}; kskd ini mengenal sampai {known}).\nMutakhirkan kskd, lalu ulangi.",
        "registry-older": "Registri {path} berskema {schema}; kskd ini memerlukan skema {needed}.\nJalankan kskd init --upgrade untuk memutakhirkannya.",
        "registry-busy": "Registri {path} masih dipakai {user};\ntunggu sampai selesai, lalu ulangi.",
        "registry-read-only": "Registri {path} hanya dapat dibaca;\nperiksa izin berkas dan foldernya.",
        "registry-disk-full": "Registri {path} tidak dapat ditulis karena penyimpanan penuh;\nkosongkan ruang, lalu ulangi.",
        "registry-not-whole": "Registri {path} tidak terbaca sebagai basis data yang utuh;\nulangi sekali, periksa dengan kskd doctor, lalu pulihkan dari cadangan dengan kskd restore.",
        "registry-not-a-database": "Registri {path} bukan basis data.",
        "registry-not-opened": "Registri {path} tidak dapat dibuka;\nperiksa izin berkas dan foldernya.",
        "registry-disk-failing": "Registri {path} tidak dapat dibaca atau ditulis oleh sistem; perubahan mungkin sudah tersimpan,\nperiksa dengan kskd status.",
        "registry-memory-full": "Registri {path} tidak dapat diolah karena memori habis.",
        "registry-moved": "Registri {path} dipindahkan atau diganti oleh program lain saat dipakai; tidak ada yang diubah,\nperiksa dengan kskd log lalu ulangi.",
        "registry-replaced": "Berkas {path} diganti oleh program lain saat perintah berjalan; perubahan ini mungkin tidak ada di berkas yang baru.\nPeriksa dengan kskd log, lalu ulangi bila perlu.",
        "registry-perhaps-kept": "Penyimpanan bermasalah ({reason}); registri {path} mungkin sudah tersimpan,\nperiksa dengan kskd status.",
        "registry-damaged": "Registri {path} rusak, sehingga perintah ini tidak dapat selesai.\nLihat yang rusak dengan kskd doctor, lalu perbaiki dengan kskd doctor --fix atau pulihkan dengan kskd restore BERKAS.",
        "registry-without-journal": "Registri {path} diubah program lain sehingga riwayatnya tidak lagi mencatat; tidak ada yang diubah.\nPerbaiki dengan kskd doctor --fix, atau pulihkan dengan kskd restore BERKAS.",
        "registry-with-intruders": "Registri {path} memuat pemicu, tampilan, atau kolom hitungan buatan program lain ({names}), yang dapat mengubah apa yang ditulis; tidak ada yang diubah.\nHapus dengan kskd doctor --fix, yang membuat cadangan dahulu.",
        "registry-forgets": "Registri {path} tidak menyimpan apa yang ditulis; tidak ada yang diubah.\nPeriksa penyimpanan komputer ini, lalu ulangi.",
        "registry-against-history": "Isi registri pada {row} bukan lagi yang terakhir dicatat riwayat; tidak ada yang diubah.\nPeriksa dengan kskd doctor.",
        "registry-not-made": "Registri tidak dapat dibuat di {folder}: {reason}.",
        "registry-not-made-disk": "Registri tidak dapat dibuat di {folder}: penyimpanan penuh atau bermasalah. Tidak ada yang dibuat.",
        "registry-mode-unchanged": "Izin {file} tidak dapat diubah: {reason}. Hanya pemiliknya yang dapat.",
        "embedded-file-damaged": "Isi berkas {file} di registri tidak sesuai dengan sidik jarinya.\nPeriksa registri dengan kskd doctor, lalu pulihkan dari cadangan dengan kskd restore.",
        "sqlite-too-old": "Pustaka SQLite {version} pada Python ini terlalu lama; kskd memerlukan {needed} atau yang lebih baru.",
        "backup-refused-of-unsound": "Registri {path} tidak dicadangkan karena {why}; cadangan yang ada tidak disentuh.\nPeriksa dengan kskd log --verify, atau pulihkan dengan kskd restore BERKAS.",
        "backup-newer": "Cadangan {file} dibuat oleh kskd yang lebih baru (skema {schema}; kskd ini mengenal sampai {known}).\nMutakhirkan kskd, lalu ulangi.",
        "backup-unusable": "Cadangan {file} tidak dapat dipakai karena {why}. Tidak ada yang diubah.",
    },
    OutputError: {
        "backup-not-made": "Cadangan tidak dapat dibuat di {folder}: {reason}. Tidak ada yang diubah;\nkosongkan ruang atau perbaiki izin folder itu, atau pilih yang lain dengan kskd setting set backup-dir FOLDER.",
        "restore-without-room": "Registri tidak dapat dipulihkan di {folder}: {reason}. Tidak ada yang diubah;\npemulihan memerlukan folder yang dapat ditulis dan ruang sebesar cadangannya.",
        "damaged-registry-not-put-aside": "{file} tidak dapat ditulis: {reason}.",
    },
    AlreadyThere: {
        "registry-there": "{path} sudah ada; kskd tidak menimpanya.\nPilih nama lain dengan --db.",
    },
    Refused: {
        "restore-outdated": "Registri berubah sejak ditampilkan; tidak ada yang dipulihkan.\nUlangi kskd restore.",
    },
}
