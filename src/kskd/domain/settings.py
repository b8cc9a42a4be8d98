"""What an office may set about itself: one table of keys, meanings, defaults and allowed values."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.text import clean, quote, require_name
from kskd.errors import refusal

if TYPE_CHECKING:
    from kskd.domain.values.durations import TermRule
    from kskd.domain.values.period import Period


class Setting(NamedTuple):
    """One key. ``choices`` closes the values; ``low`` and ``high`` bound a number, or each of ``many``.

    ``is_semester`` says that the value is the code of a semester, ``is_pattern`` that it is one of numbers,
    ``is_filled`` that it is the number of letters, which their day fills in.
    """

    key: str
    label: str
    default: str | None = None
    choices: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    many: bool = False
    is_semester: bool = False
    is_pattern: bool = False
    is_filled: bool = False

    def read(self, text: str) -> str:
        """``text`` as it is kept; raises InvalidFact or InvalidText with what is allowed."""
        value = clean(text, self.label, limit=200)
        if not self.choices:
            require_name(value, self.label)
        elif value not in self.choices:
            raise refusal("setting-choice-unknown", key=self.key, known=", ".join(self.choices))
        if self.many:
            single = self._replace(many=False)
            numbers = {int(single.read(part)) for part in value.split(",")}
            return ",".join(map(str, sorted(numbers, reverse=True)))
        if self.low is not None and self.high is not None:
            if not (value.isascii() and value.isdigit() and self.low <= int(value[:9]) <= self.high):
                raise refusal("setting-outside", key=self.key, low=self.low, high=self.high)
            value = str(int(value))
        if self.is_pattern and "{" in value:
            from kskd.domain.office.numbering import Pattern  # noqa: PLC0415 - start-up

            return Pattern.parse(value).text
        if self.is_filled:
            from kskd.domain.office.letter_number import require_letter_number  # noqa: PLC0415 - start-up

            return require_letter_number(value)
        return str(_semester(value, self.key)) if self.is_semester else value


def _semester(text: str, key: str) -> "Period":
    from kskd.domain.values.period import Period, PeriodKind  # noqa: PLC0415 - start-up

    period = Period.parse(text)
    if period.kind is not PeriodKind.SEMESTER:
        raise refusal("setting-no-semester", key=key, period=period)
    return period


SETTINGS = {
    setting.key: setting
    for setting in (
        Setting("name", "nama Pemda"),
        Setting("level", "tingkat Pemda", "kabupaten", ("kabupaten", "kota", "provinsi")),
        Setting("seat", "tempat kedudukan, untuk tempat penandatanganan laporan"),
        Setting("term-rule", "hari akhir jangka waktu n tahun", "same-day", ("same-day", "day-before")),
        Setting("soon-days", "hari sebelum berakhir yang disebut segera berakhir", "90", low=1, high=3650),
        Setting("instrument", "instrumen evaluasi yang dipakai"),
        Setting("office", "nama unit pengelola", "Bagian Kerja Sama Sekretariat Daerah"),
        Setting("signer-office", "jabatan penanda tangan laporan", "Kepala Bagian Kerja Sama"),
        Setting("signer-name", "nama penanda tangan laporan"),
        Setting("signer-id", "NIP penanda tangan laporan"),
        Setting("approver-office", "jabatan yang mengetahui laporan rekapitulasi", "Sekretaris Daerah"),
        Setting("approver-name", "nama yang mengetahui laporan rekapitulasi"),
        Setting("backup-dir", "folder cadangan, dihitung dari folder registri", "cadangan"),
        Setting("backup-keep", "banyaknya cadangan yang disimpan", "14", low=1, high=1000),
        Setting(
            "access", "siapa yang dapat memakai berkas registri dan cadangannya", "owner", ("owner", "group")
        ),
        Setting("term-max-years", "tahun paling lama bagi PKS dan Nota Kesepakatan", "5", low=1, high=50),
        Setting("follow-up-months", "bulan paling lama dari KB ke PKS", "12", low=1, high=120),
        Setting("report-days", "hari setelah akhir semester untuk laporan OPD", "30", low=0, high=365),
        Setting(
            "reports-since", "semester pertama yang laporannya ditagih, seperti 2025-S1", is_semester=True
        ),
        Setting("evaluation-months", "bulan paling lama antara dua evaluasi", "12", low=1, high=120),
        Setting("idle-days", "hari tanpa kegiatan yang dilaporkan", "180", low=1, high=3650),
        Setting("draft-days", "hari paling lama sebuah rancangan menunggu", "180", low=1, high=3650),
        Setting("scan", "naskah yang ditandatangani harus mempunyai berkas", "ya", ("ya", "tidak")),
        Setting(
            "number-pattern",
            "pola nomor Pemda, * untuk teks apa pun, misalnya 100.3.7.*/*",
            is_pattern=True,
        ),
        Setting(
            "renewal-days", "hari sebelum berakhir untuk mulai membahas perpanjangan", "90", low=1, high=3650
        ),
        Setting(
            "ended-days",
            "hari setelah berakhir selama naskah tanpa penerus masih ditagih",
            "365",
            low=0,
            high=3650,
        ),
        Setting(
            "remind-thresholds",
            "hari sebelum tenggat saat pengingat dibuat",
            "180,90,30,7,0",
            low=0,
            high=3650,
            many=True,
        ),
        Setting("remind-silence-days", "hari paling lama tanpa kskd remind", "45", low=1, high=3650),
        Setting("report-silence-days", "hari paling lama tanpa laporan terjadwal", "45", low=1, high=3650),
        Setting("backup-silence-days", "hari paling lama perubahan tanpa cadangan", "7", low=1, high=3650),
        Setting("run-log", "catatan jadwal (cron), dihitung dari folder registri", "jadwal.tsv"),
        Setting(
            "decision-days",
            "hari bagi keputusan pimpinan atas hal yang sudah mendesak",
            "14",
            low=1,
            high=365,
        ),
        Setting("lambang", "berkas lambang pada kop surat, PNG atau JPEG, dilihat dari folder registri"),
        Setting("letterhead-unit", "unit pada kop surat", "Sekretariat Daerah"),
        Setting("letterhead-address", "alamat pada kop surat"),
        Setting(
            "letter-number",
            "nomor surat, misalnya 100.3.7/{n}/{month}/{year}; bulan dan tahun menurut hari surat,"
            " {n} menjadi …… untuk diisi kemudian",
            is_filled=True,
        ),
        Setting("letter-nature", "sifat surat, misalnya Biasa atau Segera"),
        Setting("letter-copies", "tembusan surat, dipisah titik koma"),
        Setting("paper", "ukuran kertas laporan", "f4", ("f4", "a4")),
    )
}


class Government(NamedTuple):
    """The Pemda whose registry this is, and how its office has set kskd."""

    values: Mapping[str, str]

    def get(self, key: str) -> str | None:
        """The value set, else the default, else None."""
        return self.values.get(key, SETTINGS[key].default)

    def text(self, key: str) -> str:
        """As ``get``, with an empty text for a key that was never set."""
        return self.get(key) or ""

    def basis(self, article: str) -> str:
        """What a deadline stands on, in words: articles, or what the office has set and to what."""
        if article not in SETTINGS:
            return article
        return f"pengaturan kantor, {SETTINGS[article].label}: {self.text(article)}"

    @property
    def name(self) -> str:
        """The Pemda's name; ``init`` always sets it."""
        return self.text("name")

    @property
    def term_rule(self) -> "TermRule":
        """Whether a term of n years ends on the same day n years on, or the day before."""
        from kskd.domain.values.durations import TermRule  # noqa: PLC0415 - start-up

        return TermRule(self.text("term-rule"))

    @property
    def reports_since(self) -> "Period | None":
        """The first semester whose reports are asked for; none before it is unreported. None for all."""
        text = self.get("reports-since")
        return None if text is None else _semester(text, "reports-since")

    @property
    def soon_days(self) -> int:
        """Days before its end in which an agreement counts as ending soon."""
        return int(self.text("soon-days"))


def find_setting(key: str) -> Setting:
    """The setting called ``key``; NotFound lists the keys there are."""
    try:
        return SETTINGS[key.strip().casefold()]
    except KeyError:
        raise refusal("setting-unknown", key=quote(key), known=", ".join(SETTINGS)) from None
