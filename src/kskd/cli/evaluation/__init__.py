"""Commands of evaluation, and the groups that some of them form."""

from kskd.cli.kit.group import Group

ACTION = Group.of(
    "action",
    "Tindak lanjut yang disepakati dalam evaluasi.",
    {
        "add": ("evaluation.actions:add", "Mencatat satu tindak lanjut."),
        "list": ("evaluation.actions:list_all", "Menampilkan tindak lanjut."),
        "done": ("evaluation.actions:done", "Mencatat bahwa tindak lanjut selesai."),
    },
)
DESK = Group.of(
    "desk",
    "Desk evaluasi: lembar untuk OPD, keluar dan kembali.",
    {
        "export": ("evaluation.desk_sheets:export", "Membuat lembar isian satu per OPD."),
        "import": ("evaluation.desk_sheets:take_in", "Memasukkan lembar yang sudah diisi."),
        "status": (
            "evaluation.desk_rounds:status",
            "Menampilkan OPD yang sudah dan belum mengembalikan lembar.",
        ),
        "schedule": ("evaluation.desk_rounds:schedule", "Menyusun jadwal pertemuan dengan OPD."),
    },
)
INSTRUMENT = Group.of(
    "instrument",
    "Instrumen evaluasi: butir, jawaban, bobot.",
    {
        "list": ("evaluation.instruments:list_all", "Menampilkan semua instrumen."),
        "show": ("evaluation.instruments:show", "Menampilkan instrumen yang dipakai."),
        "check": ("evaluation.instruments:check", "Memeriksa berkas instrumen seluruhnya."),
        "eject": ("evaluation.instruments:eject", "Menyalin instrumen ke berkas untuk disesuaikan."),
        "use": ("evaluation.instruments:use", "Memakai instrumen dari berkas, atau yang sudah ada."),
    },
)
PERIOD = Group.of(
    "period",
    "Periode evaluasi: menutup setelah dilaporkan, membuka kembali.",
    {
        "list": ("evaluation.periods:list_all", "Menampilkan periode yang dievaluasi atau ditutup."),
        "close": ("evaluation.periods:close", "Menutup periode yang sudah dilaporkan."),
        "reopen": ("evaluation.periods:reopen", "Membuka kembali periode yang ditutup."),
    },
)
