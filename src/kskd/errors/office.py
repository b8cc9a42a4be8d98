"""What is refused of the office's own work with a registry: history, undo, erasing, backups, the example."""

from kskd.errors.tree import AlreadyThere, InvalidText, KskdError, NotFound, OutputError, Refused, UsageError

REFUSALS = {
    NotFound: {
        "act-not-found": "Catatan {number} tidak ada;\nlihat nomornya dengan kskd log.",
        "act-to-undo-missing": "Belum ada catatan yang dapat dibatalkan.",
        "personal-data-not-found": "{text} bukan isi lengkap data pribadi di registri ini ({fields}).\nFakta lain dikoreksi dengan kskd update.",
    },
    UsageError: {
        "acts-unreadable": "{text} bukan nomor catatan;\ntulis seperti 57 atau 57..61, menurut kskd log.",
        "seal-unreadable": "--expect harus segel dari kskd log --verify, sedikitnya 16 angka pertamanya.",
        "log-command-unknown": "Perintah {text} tidak ada;\nlihat yang ada dengan kskd --help.",
        "log-verify-narrowed": "--verify memeriksa seluruh riwayat;\nlepaskan naskah, penyaring, dan --limit.",
        "dry-run-without-fix": "--dry-run dipakai bersama --fix; tanpa --fix tidak ada yang diubah.",
        "backup-keep-outside": "--keep harus bilangan bulat antara 1 dan {most}.",
        "erasure-reason-missing": "Sebut dasar penghapusan dengan --reason, misalnya permintaan yang bersangkutan.",
    },
    InvalidText: {
        "personal-data-too-short": "{text} terlalu pendek;\nsebut isi lengkap data pribadi itu.",
    },
    Refused: {
        "setting-always-filled": "Pengaturan {key} selalu diisi;\nubah dengan kskd setting set {key} NILAI.",
        "undo-outdated": "Registri berubah sejak ditampilkan;\nperiksa lagi dengan kskd undo.",
        "undo-nothing-left": "Tidak ada yang perlu dibatalkan: semuanya sudah seperti sebelumnya.",
        "undo-of-erased": "Catatan itu memuat data yang sudah dihapus dengan kskd erase; tidak dapat dibatalkan.",
        "undo-of-init": "Catatan {act} ({command}) membuat registri ini;\nhapus berkasnya bila registri ini memang tidak diperlukan.",
        "undo-of-erase": "Catatan {act} ({command}) menghapus data pribadi; yang dihapus tidak dapat dikembalikan.",
        "undo-of-doctor": "Catatan {act} ({command}) memperbaiki kerusakan; yang rusak tidak dikembalikan.",
        "undo-of-restore": "Catatan {act} ({command}) memulihkan registri;\npulihkan keadaan sebelumnya dengan kskd restore CADANGAN.",
        "undone-already": "Catatan {act} ({command}) sudah dibatalkan oleh catatan {by};\nuntuk memberlakukannya lagi: kskd undo {by}.",
        "undo-of-foreign-state": "Tidak dapat dibatalkan: keadaan {row} sekarang bukan dari catatan kskd.\nPeriksa dengan kskd doctor.",
        "undo-depended-on": "Tidak dapat dibatalkan, karena yang dicatat sesudahnya bergantung padanya: {acts}.",
        "undo-depended-on-by": "Tidak dapat dibatalkan, karena yang dicatat sesudahnya bergantung padanya: {acts}.\nUntuk membatalkan semuanya, yaitu {together}: kskd undo {numbers}.",
        "erasure-of-opd-name": "{text} nama OPD, bukan data pribadi; tidak ada yang dihapus.",
        "erasure-of-partner-name": "{text} nama mitra yang bukan perseorangan; tidak ada yang dihapus.\nBila mitra itu seorang perseorangan, betulkan jenisnya dahulu dengan kskd partner update --kind perseorangan.",
        "restore-denied": "Tidak dipulihkan; tidak ada yang diubah.",
        "restore-confirmation-missing": "Memulihkan mengganti isi registri dan perlu persetujuan;\nlihat dahulu dengan --dry-run, lalu ulangi dengan --yes.",
    },
    AlreadyThere: {
        "demo-folder-there": "{folder} sudah berisi;\nsebut folder lain, misalnya kskd demo contoh-2.",
    },
    OutputError: {
        "demo-folder-not-made": "Folder {folder} tidak dapat dibuat: {reason}.",
    },
    KskdError: {
        "demo-not-installed": "Contoh tidak ada dalam pemasangan ini;\npasang ulang kskd.",
        "demo-without-shell": "Contoh diisi dengan skrip POSIX, tetapi sh tidak ditemukan di komputer ini.",
        "demo-unfinished": "Contoh tidak selesai diisi (status {status});\nlihat pesan di atas.",
    },
}
