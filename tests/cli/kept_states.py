"""Documents of which several commands have made what no single field tells."""

from __future__ import annotations

NEW = ("add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--allow-duplicate")
PKS = ("derive-pks", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--signed", "2024-06-03")
FREE = (*PKS, "--no-parent", "--scheme", "ksdpk", "--years", "2")
SIGNED = ("--signed", "2024-06-03")
REASON = ("--reason", "salah catat")
STATES: dict[str, tuple[tuple[str, ...], ...]] = {
    "ended": (
        (*NEW, *SIGNED, "--years", "3"),
        ("end", "{id}", "--on", "2024-12-31", "--ground", "kesepakatan"),
    ),
    "ended-lain": (FREE, ("end", "{id}", "--on", "2024-12-31", "--ground", "lain")),
    "void": ((*NEW, *SIGNED, "--number", "300/1"), ("void", "{id}", *REASON)),
    "entered-again": ((*NEW, *SIGNED, "--number", "300/1"),),
    "void-ended": (
        FREE,
        ("end", "{id}", "--on", "2024-12-31", "--ground", "tujuan"),
        ("void", "{id}", *REASON),
    ),
    "void-draft": (NEW, ("void", "{id}", *REASON)),
    "starts-when-signed": ((*NEW, *SIGNED, "--starts", "2024-06-03", "--years", "2"),),
    "end-typed-in-words": ((*NEW, *SIGNED, "--ends", "akhir Desember 2026"),),
    "end-and-length": ((*NEW, *SIGNED, "--ends", "2/6/2026", "--years", "2"),),
    "renewed": ((*NEW, *SIGNED, "--years", "1", "--renews-every", "12 bulan", "--notice", "3 bulan"),),
    "renewed-end-typed": ((*NEW, *SIGNED, "--ends", "31/12/2026", "--renews-every", "12 bulan"),),
    "condition-and-first-end": ((*NEW, *SIGNED, "--until", "sampai predikat WBK", "--years", "2"),),
    "condition-later": (
        (*NEW, *SIGNED, "--years", "2"),
        ("update", "{id}", "--until", "sampai jadi", *REASON),
    ),
    "open-after-length": ((*NEW, *SIGNED, "--years", "2"), ("update", "{id}", "--open-ended", *REASON)),
    "draft": (NEW,),
    "draft-with-length": ((*NEW, "--years", "2", "--planned", "2026"),),
    "draft-begun": (
        (*NEW, *SIGNED, "--starts", "2024-06-10", "--years", "2"),
        ("update", "{id}", "--clear", "signed", *REASON),
    ),
    "signed-unknown": ((*NEW, "--signed", "tidak-diketahui", "--starts", "2021", "--ends", "2031"),),
    "signed-in-part": ((*NEW, "--signed", "Mei 2024", "--years", "2"),),
    "no-amount": ((*NEW, *SIGNED, "--value", "0", "--contribution", "0", "--partner-contribution", "0"),),
    "one-item-with-semicolon": ((*NEW, *SIGNED, "--scope", "pelatihan; pendampingan"),),
    "marked-items": ((*NEW, *SIGNED, "--scope", "1. pelatihan", "--scope", '- "x"', "--scope", "a; b"),),
    "quoted": ((*NEW, *SIGNED, "--scope", '"a; b"', "--brings", "- alat", "--note", "-- a\n\n= b; c"),),
    "partner-of-two-names": (
        (*NEW[:3], "--partner", "PT Satu Contoh dan CV Dua Contoh", "--new", *NEW[5:], *SIGNED),
        ("update", "{id}", "--partner", "Yayasan; Contoh", "--new"),
    ),
    "number-of-two": ((*NEW, *SIGNED, "--number", "1/KB/2024; 7/MOU/2024", "--partner-number", "8/M; 9/M"),),
    "same-title": ((*NEW, *SIGNED),),
    "same-number": ((*NEW, *SIGNED, "--number", "400/1"),),
    "same-number-too": ((*NEW, *SIGNED, "--number", "400/1", "--value", "5000000"),),
    "below": (
        (*PKS[:1], "KB-2024-001", *PKS[1:]),
        (
            "update",
            "{id}",
            "--drop-scope",
            "Pelatihan bidan",
            "--drop-scope",
            "Penelitian gizi",
            "--drop-affair",
            "1.02",
            *REASON,
        ),
    ),
    "under-a-pks": ((*PKS[:1], "PKS-2024-001", *PKS[1:], "--doc", "kontrak"),),
    "mou": (
        (*NEW[:2], "ksdpl", *NEW[3:], "--doc", "loi", *SIGNED),
        ("add-mou", "--doc", "mou", "--parent", "{id}", "--title", "Di bawah LoI", *SIGNED),
        ("derive-pks", "--doc", "rkt", "MOU-2024-{last}", "--title", "Di bawah MoU", *SIGNED),
    ),
    "void-chain": (
        (*NEW, *SIGNED),
        ("derive-pks", "{id}", "--title", "Anak batal", *SIGNED),
        ("void", "{made}", *REASON),
        ("void", "{id}", *REASON),
    ),
    "replaced": (
        (*NEW, *SIGNED, "--ends", "2024-12-31"),
        (
            *NEW,
            "--title",
            "Penggantinya",
            "--signed",
            "2025-01-02",
            "--relates",
            "menggantikan={id}",
            "--replaces",
            "{id}",
        ),
    ),
    "related-to-a-later-one": (
        (*NEW, *SIGNED),
        (*NEW, "--title", "Yang kemudian", *SIGNED),
        ("update", "{id}", "--relates", "terkait={made}", "--relates", "melengkapi=PKS-2024-001"),
    ),
    "extended": (
        (*NEW, *SIGNED, "--years", "1"),
        ("extend", "{id}", "--title", "Perpanjangannya", "--signed", "2025-01-05", "--years", "2"),
    ),
    "own-fields": (
        (
            *NEW,
            *SIGNED,
            *(
                word
                for pair in ("teks=a; b", "angka=1,5", "hari=2024-05-02", "uang=0", "pilih=Sains")
                for word in ("--set", pair)
            ),
        ),
    ),
    "left": ((*NEW, *SIGNED, "--partner", "Universitas Contoh", "--partner-left", "2024-12-31"),),
}
"""Commands by the name of what they make: the first enters it and makes ``{id}``, the last one ``{made}``."""
SAME_TITLE = {
    "same-title": "Isian number",
    "same-number-too": "Keadaan same-number",
    "entered-again": "Keadaan void",
}
"""Those that are called as another is."""
