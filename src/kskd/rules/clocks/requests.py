"""Offers and requests that have no document yet, or no fact of one: clocks that people start and stop."""

from datetime import date, timedelta
from typing import NamedTuple

from kskd.domain.deadline import Deadline
from kskd.domain.footing import Footing
from kskd.domain.values.text import word
from kskd.domain.values.workdays import Calendar
from kskd.rules.clock import NEAR, TimeUnit, unlisted


class Request(NamedTuple):
    """One kind of period that is started by hand; ``then`` says what follows when it passes.

    ``next`` is the kind of clock that is started then.

    ``days`` is its length, None for the office's own setting ``report-days``. ``instead`` is the command that took the
    place of one that is started no more; those that were started run on.
    """

    kind: str
    title: str
    article: str
    start: str
    days: int | None
    counted: TimeUnit
    then: str
    on_document: bool
    footing: Footing = Footing.LAW
    next: str | None = None
    instead: str | None = None

    @property
    def length(self) -> str:
        """How long it runs, in words."""
        return f"{self.days} {self.counted}" if self.days else "sejumlah hari menurut pengaturan report-days"


class Started(NamedTuple):
    """A clock that was started; ``partner`` is the partner's name, ``opd`` the document's unit or one named."""

    number: int
    kind: str
    agreement: str | None
    partner: str | None
    opd: str | None
    started_on: date
    letter: str | None
    stopped_on: date | None
    outcome: str | None


REQUESTS = {
    one.kind: one
    for one in (
        Request(
            "penawaran-ksdd",
            "Jawaban atas penawaran KSDD",
            "Permendagri 22/2020 Pasal 8 ayat (3); Permendagri 22/2020 Pasal 8 ayat (4)",
            "surat penawaran diterima daerah mitra",
            30,
            TimeUnit.DAYS,
            "kirim permintaan jawaban kedua",
            on_document=False,
            next="penawaran-ksdd-kedua",
        ),
        Request(
            "penawaran-ksdd-kedua",
            "Jawaban atas permintaan kedua KSDD",
            "Permendagri 22/2020 Pasal 8 ayat (5); Permendagri 22/2020 Pasal 8 ayat (6)",
            "permintaan jawaban kedua",
            15,
            TimeUnit.DAYS,
            "laporkan kepada Gubernur (gubernur kepada Menteri), yang memerintahkan jawaban",
            on_document=False,
        ),
        Request(
            "penawaran-sinergi",
            "Jawaban atas penawaran Sinergi",
            "Permendagri 22/2020 Pasal 54 ayat (3); Permendagri 22/2020 Pasal 54 ayat (4)",
            "surat penawaran diterima kementerian/lembaga",
            30,
            TimeUnit.DAYS,
            "kirim permintaan jawaban kedua",
            on_document=False,
        ),
        Request(
            "dprd-tindak-lanjut",
            "Tindak lanjut kepala daerah atas kajian DPRD",
            "Permendagri 22/2020 Pasal 12 ayat (1) huruf d",
            "hasil kajian DPRD diterima",
            15,
            TimeUnit.DAYS,
            "kirim tindak lanjutnya",
            on_document=True,
            next="dprd-persetujuan",
        ),
        Request(
            "dprd-persetujuan",
            "Persetujuan DPRD atas tindak lanjut kepala daerah",
            "Permendagri 22/2020 Pasal 12 ayat (1) huruf e; Permendagri 22/2020 Pasal 12 ayat (1) huruf f",
            "surat tindak lanjut kepala daerah",
            15,
            TimeUnit.DAYS,
            "DPRD dianggap menyetujui",
            on_document=True,
        ),
        Request(
            "gubernur-rencana",
            "Gubernur meneruskan Rencana Kerja Sama kepada Menteri",
            "Permendagri 25/2020 Pasal 18 ayat (4); Permendagri 25/2020 Pasal 18 ayat (5)",
            "rencana diterima Gubernur",
            5,
            TimeUnit.WORKDAYS,
            "bupati/wali kota menyampaikannya langsung kepada Menteri",
            on_document=False,
        ),
        Request(
            "gubernur-naskah",
            "Gubernur meneruskan rancangan Naskah Kerja Sama kepada Menteri",
            "Permendagri 25/2020 Pasal 20 ayat (4)",
            "rancangan diterima Gubernur",
            5,
            TimeUnit.WORKDAYS,
            "bupati/wali kota menyampaikannya langsung kepada Menteri",
            on_document=False,
        ),
        Request(
            "laporan-tkksd",
            "Laporan TKKSD semester atau tahunan",
            "Permendagri 22/2020 Pasal 46 ayat (2) huruf j; Permendagri 22/2020 Pasal 46 ayat (3)",
            "akhir semester atau tahun",
            None,
            TimeUnit.DAYS,
            "sampaikan kepada kepala daerah",
            on_document=False,
            instead="kskd paper add laporan-tkksd-semester --period PERIODE --on TANGGAL",
        ),
    )
}


def due_on(request: Request, started_on: date, calendar: Calendar, report_days: int) -> date:
    """The last day of a request that began on the day."""
    days = report_days if request.days is None else request.days
    if request.counted is TimeUnit.WORKDAYS:
        return calendar.after(started_on, days)
    return started_on + timedelta(days=days)


def deadline(started: Started, calendar: Calendar, report_days: int, as_of: date) -> Deadline:
    """The due day of a started clock."""
    request = REQUESTS[started.kind]
    on = due_on(request, started.started_on, calendar, report_days)
    note = unlisted(calendar, started.started_on, on) if request.counted is TimeUnit.WORKDAYS else None
    of = f": {started.partner}" if started.partner else ""
    follows = f"; waktunya sudah lewat: {request.then}" if on < as_of else ""
    return Deadline(
        request.kind,
        started.agreement,
        started.opd,
        on,
        (on - as_of).days,
        request.article,
        f"{request.title}{of}{follows}",
        note,
        started.number,
        NEAR,
        _remedy(started, request if on < as_of else None),
    )


def _remedy(started: Started, passed: Request | None) -> str:
    """What stops the clock, and starts the one that follows when it has passed."""
    stop = f"kskd clock stop {started.number} --on TANGGAL --outcome …"
    if passed is None or passed.next is None:
        return stop
    about = (
        f"--agreement {started.agreement}"
        if started.agreement
        else f"--partner {word(started.partner or '')}"
    )
    return f"{stop}; kskd clock start {passed.next} {about} --on TANGGAL"
