"""The command line: this module only lists the commands; each is loaded when it is called."""

from kskd.cli.groups import (
    ACTION,
    CLOCK,
    DESK,
    FIELD,
    HOLIDAY,
    INSTRUMENT,
    NUMBER,
    OFFICIAL,
    OPD,
    PAPER,
    PARTNER,
    PERIOD,
    SETTING,
    TARGET,
    TEMPLATES,
)
from kskd.cli.kit.group import Group, build

ROOT = Group(
    "kskd",
    "Registri, evaluasi, dan laporan kerja sama daerah dalam satu berkas SQLite.",
    {
        "Memulai": {
            "init": ("office.begin:init", "Membuat registri baru."),
            "demo": ("office.demo:demo", "Membuat registri contoh beserta laporannya."),
            "next": ("law.next_steps:pressing", "Menampilkan yang paling mendesak hari ini."),
            "status": ("office.status:status", "Melihat isi registri sekilas."),
            "setting": (SETTING, SETTING.help),
        },
        "Registri": {
            "add-mou": ("register.agreements:add_mou", "Mencatat naskah payung (KB, NK, LoI, MoU)."),
            "derive-pks": (
                "register.agreements:derive_pks",
                "Mencatat naskah turunan (PKS, Kontrak, RK, RKT).",
            ),
            "update": ("register.agreements:update", "Melengkapi atau mengoreksi naskah."),
            "attach": ("register.attaching:attach", "Melampirkan, memeriksa, atau mengambil kembali berkas."),
            "amend": ("register.life:amend", "Mencatat adendum dan yang diubahnya."),
            "extend": ("register.life:extend", "Mencatat perpanjangan sebagai naskah penerus."),
            "end": ("register.life:end", "Mencatat bahwa naskah diakhiri lebih awal."),
            "void": ("register.agreements:void", "Membatalkan naskah yang salah catat."),
            "list": ("register.listing:list_agreements", "Menampilkan daftar naskah."),
            "show": ("register.show:show", "Menampilkan satu naskah selengkapnya."),
            "search": ("register.listing:search", "Mencari naskah dengan kata."),
            "quality": (
                "reports.quality:quality",
                "Menampilkan isian naskah yang sudah dan belum tercatat.",
            ),
            "opd": (OPD, OPD.help),
            "partner": (PARTNER, PARTNER.help),
            "target": (TARGET, TARGET.help),
            "official": (OFFICIAL, OFFICIAL.help),
            "paper": (PAPER, PAPER.help),
            "field": (FIELD, FIELD.help),
            "number": (NUMBER, NUMBER.help),
        },
        "Peraturan": {
            "check": ("law.checking:check", "Memeriksa naskah terhadap peraturan dan pengaturan."),
            "map": ("reports.mapping:map_agreements", "Pemetaan urusan, OPD, bentuk, dan jenis mitra."),
            "explain": ("law.explaining:explain", "Menjelaskan aturan, pasal, istilah, atau galat."),
            "due": ("law.due:due", "Menampilkan tenggat menurut peraturan, pengaturan, kesepakatan."),
            "clock": (CLOCK, CLOCK.help),
            "holiday": (HOLIDAY, HOLIDAY.help),
            "why": ("law.why:why", "Menjelaskan status atau nilai suatu naskah."),
        },
        "Evaluasi dan laporan": {
            "evaluate": (
                "evaluation.evaluating:evaluate",
                "Mencatat evaluasi satu naskah pada satu periode.",
            ),
            "action": (ACTION, ACTION.help),
            "desk": (DESK, DESK.help),
            "instrument": (INSTRUMENT, INSTRUMENT.help),
            "gaps": ("evaluation.gaps:gaps", "Menampilkan yang belum ada: turunan, target, laporan, bukti."),
            "period": (PERIOD, PERIOD.help),
            "recap": ("reports.recap:recap", "Menampilkan angka satu periode per OPD, bentuk, atau urusan."),
            "sebanding": (
                "reports.sebanding:sebanding",
                "Menghitung payung yang berturunan dan dilaksanakan.",
            ),
            "report": ("reports.reports:report", "Membuat laporan per OPD, rekapitulasi, dan indeks."),
            "verify": ("reports.verifying:verify", "Membandingkan halaman dengan hasil pembuatan ulang."),
            "package": ("reports.handing:package", "Menyusun paket satu folder per OPD."),
            "handover": ("reports.handing:handover", "Menyusun satu folder untuk serah terima."),
            "remind": ("reports.reminding:remind", "Membuat teks pengingat per OPD; tidak mengirim apa pun."),
            "templates": (TEMPLATES, TEMPLATES.help),
        },
        "Pertukaran": {
            "export": ("office.exchange:export", "Menulis seluruh registri ke satu berkas JSON."),
            "import": (
                "office.importing:take_in",
                "Mencatat daftar kerja sama dari Excel atau CSV, atau hasil export.",
            ),
        },
        "Riwayat": {
            "log": ("office.history:log", "Menampilkan riwayat perubahan."),
            "undo": ("office.undoing:undo", "Membatalkan perubahan yang terakhir atau yang disebut."),
        },
        "Keamanan data": {
            "backup": ("office.backups:backup", "Membuat cadangan registri."),
            "restore": ("office.backups:restore", "Memulihkan registri dari cadangan."),
            "compare": ("office.comparing:compare", "Membandingkan riwayat dengan berkas registri lain."),
            "doctor": ("office.doctor:doctor", "Memeriksa kesehatan registri dan memperbaikinya."),
            "erase": ("office.erasing:erase", "Menghapus data pribadi untuk selamanya."),
        },
    },
)


def main() -> None:
    """Run the command line; ends the process with the documented exit status."""
    build(ROOT)()
