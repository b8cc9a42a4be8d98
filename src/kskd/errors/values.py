"""What is refused of a single value: a text, a day, a length of time, a period, a number, a setting."""

from kskd.errors.tree import InvalidDate, InvalidFact, InvalidNumber, InvalidText, NotFound

_DATE = "ketik seperti 2024-05-02, 2/5/2024 (hari/bulan/tahun), atau 2 Mei 2024."
_PERIOD = "ketik tahun (2024), semester (2024-S2), triwulan (2024-Q3), atau bulan (2024-11)."

REFUSALS = {
    InvalidText: {
        "text-empty": "{field} kosong;\ntuliskan isinya lalu ulangi.",
        "text-says-nothing": "{text} mengatakan bahwa {what} tidak ada atau belum diketahui;\njangan disebut selama belum diketahui.",
        "text-too-long": "{field} terlalu panjang: {length} karakter, paling banyak {limit};\nringkas lalu ulangi.",
        "text-hidden-character": "{field} memuat {what} U+{character:04X} pada posisi ke-{position};\nhapus karakter itu lalu ulangi.",
    },
    InvalidDate: {
        "date-unreadable": "Tanggal {text} tidak dapat dibaca;\n" + _DATE,
        "date-unclear": "Tanggal {text} tidak jelas: dapat berarti {readings};\n" + _DATE,
        "date-year-missing": "Tanggal {text} tidak memuat tahun;\n" + _DATE,
        "date-year-short": "Tanggal {text} tidak jelas: tahun harus empat angka;\n" + _DATE,
        "date-year-outside": "Tanggal {text} bertahun {year:04}, di luar {first}–{last};\nperiksa tahunnya dan "
        + _DATE,
        "date-not-in-calendar": "Tanggal {text} tidak ada dalam kalender;\nperiksa lagi dan " + _DATE,
        "date-month-first": "Tanggal {text} tidak ada, sebab tanggal dibaca hari/bulan/tahun;\njika maksudnya {meant}, ketik {typed}.",
        "date-weekday-differs": "Tanggal {text} bertentangan: {day} jatuh pada hari {weekday}, bukan {said};\nperiksa hari atau tanggalnya.",
        "day-unreadable": "Tanggal {text} tidak dapat dibaca;\nyang dikenal ialah tahun (2014), bulan (2014-05), hari (2014-05-02), atau {unknown} (tidak-diketahui).",
        "duration-unclear": 'Jangka waktu {text} tidak dapat dihitung;\nketik seperti "5 tahun" atau "1 tahun 6 bulan", atau pakai tanggal akhir (--ends), --open-ended, atau --until.',
        "duration-without-unit": "Jangka waktu {text} tidak dapat dihitung tanpa satuannya: dapat berarti {readings};\nketik salah satunya, atau pakai tanggal akhir (--ends), --open-ended, atau --until.",
        "duration-not-positive": "Jangka waktu harus lebih dari nol;\nperiksa angkanya.",
        "duration-contradicts-itself": "Jangka waktu {text} bertentangan: {outer} di luar kurung, {inner} di dalamnya;\nperbaiki salah satunya.",
        "duration-too-long": "Jangka waktu {duration} sejak {start} melewati tahun {last};\nperiksa jangka waktunya.",
        "duration-not-whole-years": "Jangka waktu {text} tahun tidak dapat dihitung;\nketik bilangan bulat, misalnya --years 5.",
        "period-unreadable": "Periode {text} tidak dikenali;\n" + _PERIOD,
        "period-not-in-year": "Periode ke-{number} tidak ada dalam tahun {year};\n" + _PERIOD,
        "period-year-outside": "Periode tahun {year} di luar {first}–{last};\nperiksa tahunnya.",
        "year-of-field-outside": "{field} {text} harus antara {first} dan {last},\nmisalnya 2025.",
        "within-unreadable": '--within {text} tidak dikenal;\nketik seperti 90d, "3 bulan", atau "1 tahun".',
    },
    InvalidNumber: {
        "number-unreadable": "Angka {text} tidak dapat dibaca;\nketik angka seperti 75, 1250, 1.250.000, atau 12,5;"
        " yang bukan satu angka pasti, seperti ±10, > 5, 1/2, atau 10 s.d. 12, tulis dengan kata pada uraiannya.",
        "number-with-unit": "Angka {text} memuat satuan;\nketik angkanya saja, {number}, dan {unit} sebagai satuannya.",
        "number-unclear": "Angka {text} tidak jelas: dapat berarti {readings};\nketik salah satunya.",
        "number-outside": "Angka {text} di luar batas ±{largest};\nperiksa lagi.",
        "money-unreadable": "Nilai uang {text} tidak dapat dibaca;\nketik seperti Rp1.000.000, 75.450.000, 1,2 miliar, atau 500 ribu.",
        "money-unclear": "Nilai uang {text} tidak jelas: dapat berarti {readings};\nketik salah satunya, dengan titik antara ribuan.",
        "money-fraction": "Nilai uang {text} memuat pecahan rupiah;\nketik dalam rupiah penuh.",
        "money-foreign": "Nilai uang {text} bukan dalam rupiah;\nketik nilai rupiahnya menurut kurs yang disepakati para pihak, dan tulis nilai aslinya pada --note.",
        "money-negative": "Nilai uang {text} kurang dari nol;\nperiksa angkanya.",
        "money-outside": "Nilai uang {text} lebih dari {largest};\nperiksa angkanya.",
        "number-not-finite": "Nilai bukan bilangan yang dapat ditulis;\nperiksa data asalnya.",
    },
    InvalidFact: {
        "day-in-future": "{what} {day} belum terjadi;\nperiksa tanggalnya.",
        "fact-unknown": "{option} {text} tidak dikenal;\nyang ada: {known}.",
        "clause-unknown": "Klausul {text} tidak dikenal;\nyang ada: {known}.",
        "letter-number-unreadable": "Nomor surat {text} tidak dapat dibaca;\nyang diisi sendiri di dalam kurung kurawal ialah {known}.",
        "number-pattern-unreadable": "Pola nomor {text} tidak dapat dibaca;\nyang dikenal ialah {known}.",
        "number-pattern-unclear": "Pola nomor {text} tidak jelas;\nsebut nomor urutnya satu kali, tanda lain paling banyak satu kali, dengan pemisah di antaranya: {known}.",
        "number-pattern-unknown": "Pola nomor {kind} untuk {year} belum dapat dikenali dari nomor yang tercatat.\nTetapkan polanya, misalnya kskd setting set number-pattern {example}.",
        "number-not-written": "Nomor {kind} berikutnya tidak dapat disusun menurut pola {pattern}.\nUntuk pola dengan bulan sebut --on TANGGAL; pola dengan * diganti, misalnya kskd setting set number-pattern {example}.",
        "setting-choice-unknown": "Pengaturan {key} harus salah satu dari:\n{known}.",
        "setting-no-semester": "Pengaturan {key} berisi semester, bukan {period};\nketik seperti 2025-S1.",
        "setting-outside": "Pengaturan {key} harus bilangan bulat antara {low} dan {high}.",
    },
    NotFound: {
        "setting-unknown": "Pengaturan {key} tidak dikenal.\nYang ada: {known}.",
    },
}
