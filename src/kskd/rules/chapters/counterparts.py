"""Chapter 2, second part: who signs for the partner, and by what power."""

from collections.abc import Sequence

from kskd.domain.choices import PartnerKind
from kskd.domain.document.chain import CONTRACTS, KSDD, KSDPK, SINERGI, Doc
from kskd.domain.document.offices import is_head, is_leader, is_minister
from kskd.domain.finding import Severity
from kskd.rules.case import Case
from kskd.rules.chapters.signing import CONTRACT, unread
from kskd.rules.laws import PP28
from kskd.rules.parts import Seat
from kskd.rules.rule import Verdict, denied, rule


@rule(
    "KS212",
    Severity.WARNING,
    "Penanda tangan mitra bukan pimpinannya dan tidak diberi kuasa",
    {KSDPK: "Permendagri 22/2020 Pasal 33; Permendagri 22/2020 Pasal 36 ayat (1)"},
    docs=(Doc.KB, *CONTRACTS),
    schemes=KSDPK,
    applied="Pihak ketiga diwakili pimpinannya. Jabatan yang jelas di bawah pimpinan (wakil, manajer, kepala cabang,"
    " dekan, kepala bagian) memerlukan kuasa; dinilai bila tercatat bahwa kuasanya tidak ada (--partner-power tidak)."
    " Kepala cabang atau dekan diterima bila mitranya sendiri cabang atau fakultas itu. Mitra perseorangan tidak"
    " diperiksa.",
    remedy="minta kuasa atau pengesahan tertulis dari pimpinan mitra, lalu kskd update {id} --partner-power ya"
    ' --reason …; bila jabatannya salah catat, kskd update {id} --partner MITRA --partner-signer "JABATAN" --reason …',
)
def third_party_without_leader(case: Case) -> Verdict:
    """A third party is represented by who leads it, or by who has that one's power."""
    seats = [seat for seat in case.partners if seat.kind != PartnerKind.PERSEORANGAN]
    leads = [(seat, is_leader(seat.office, seat.name or "") if seat.office else None) for seat in seats]
    below = [seat for seat, leader in leads if leader is False]
    return _unpowered(case, below) if below else unread([seat for seat, leader in leads if leader is None])


def _unpowered(case: Case, seats: Sequence[Seat]) -> Verdict:
    """Violated where it is recorded that these signers have no power, unknown where nothing is."""
    named = "; ".join(f"{one.name}: {one.office}" for one in seats)
    return denied(case, "partner_power", f"Penanda tangan mitra tercatat tidak diberi kuasa ({named}).")


@rule(
    "KS213",
    Severity.WARNING,
    "Penanda tangan kementerian atau lembaga tidak diberi kuasa",
    "Permendagri 22/2020 Pasal 57 ayat (2)",
    docs=(Doc.NK, Doc.RK),
    schemes=SINERGI,
    applied="NK dan RK ditandatangani pihak yang diberi kuasa oleh kementerian atau lembaga; menteri sendiri tidak"
    " memerlukannya. Dinilai bila tercatat bahwa kuasanya tidak ada (--partner-power tidak).",
    remedy="minta surat kuasa dari kementerian atau lembaganya, lalu kskd update {id} --partner-power ya --reason …",
)
def ministry_without_power(case: Case) -> Verdict:
    """For a ministry signs who has its power."""
    silent = [seat for seat in case.partners if seat.office is None]
    others = [seat for seat in case.partners if seat.office is not None and not is_minister(seat.office)]
    return _unpowered(case, others) if others else unread(silent)


@rule(
    "KS214",
    Severity.WARNING,
    "Penanda tangan daerah mitra bukan kepala daerah dan tidak diberi kuasa",
    CONTRACT[KSDD],
    docs=CONTRACTS,
    schemes=KSDD,
    since=PP28,
    applied="PKS KSDD ditandatangani kepala daerah mitra, atau kepala perangkat daerahnya dengan surat kuasa. Dinilai bila"
    " tercatat bahwa kuasanya tidak ada (--partner-power tidak).",
    remedy="minta surat kuasa atau pengesahan tertulis dari kepala daerah mitra, lalu kskd update {id} --partner-power ya"
    ' --reason …; bila jabatannya salah catat, kskd update {id} --partner MITRA --partner-signer "JABATAN" --reason …',
)
def neighbour_without_power(case: Case) -> Verdict:
    """The other region's head signs a contract too, or who has his power."""
    heads = [(seat, is_head(seat.office) if seat.office else None) for seat in case.partners]
    others = [seat for seat, head in heads if head is False]
    return _unpowered(case, others) if others else unread([seat for seat, head in heads if head is None])


RULES = (
    third_party_without_leader,
    ministry_without_power,
    neighbour_without_power,
)
