"""What is refused of persons with an office and of the office's own papers."""

from kskd.errors.tree import AlreadyThere, InvalidFact, NotFound, UsageError

REFUSALS = {
    NotFound: {
        "official-not-found": "Pejabat {number} tidak ada.\nLihat kskd official list --all.",
        "paper-not-found": "Naskah dinas {number} tidak ada.\nLihat kskd paper list --all.",
        "paper-kind-unknown": "Jenis naskah dinas {text} tidak dikenal.\nYang ada: {known}.",
    },
    AlreadyThere: {
        "official-known": "Pejabat ini sudah tercatat dengan nomor {number};\nlengkapi dengan kskd official update {number}.",
        "paper-known": "Naskah dinas ini sudah tercatat dengan nomor {number};\nlengkapi dengan kskd paper update {number}.",
        "paper-void": "Naskah dinas {number} sudah dibatalkan: {reason}.",
    },
    UsageError: {
        "position-without-team": "--position hanya bagi --role tkksd.",
        "agreement-without-contact": "--agreement hanya bagi --role kontak, bukan {role};\nhapus --agreement, atau sebut --role kontak.",
        "paper-period-missing": "{kind} perlu --period: periode yang dilaporkan atau ditetapkan.",
        "paper-without-period": "{kind} tidak mempunyai periode;\nhapus --period.",
    },
    InvalidFact: {
        "contact-of-stranger": "{partner} bukan mitra pada {id};\nperiksa --partner dan --agreement.",
        "office-ends-before-start": "--valid-to {end} mendahului --valid-from {start};\nperbaiki salah satunya.",
        "paper-period-other": "Periode {period} bukan periode bagi {kind};\nketik semester (2024-S2) atau tahun (2024) menurut kskd paper kinds.",
        "paper-received-before": "Tanggal diterima {day} mendahului tanggal naskahnya {given};\nperbaiki salah satunya.",
    },
}
