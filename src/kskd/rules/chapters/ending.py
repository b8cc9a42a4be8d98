"""Chapter 3, second part: how a document ends, is carried on or amended."""

from kskd.domain.choices import Recommendation
from kskd.domain.document.chain import (
    ABROAD,
    DOC_NAMES,
    FOLLOWED,
    KSDD,
    KSDPK,
    LOCAL,
    SCHEME_SHORT,
    SINERGI,
    SUCCESSORS,
    Doc,
)
from kskd.domain.document.ending import GROUNDS, grounds_of
from kskd.domain.document.ends import gap_days
from kskd.domain.document.facts import FACTS
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.kinds import NO
from kskd.domain.values.moving import moved
from kskd.rules.case import Case
from kskd.rules.decided import GOES_ON, STOPS, decided_end, decision
from kskd.rules.laws import AGREED, P22, P25, PP28
from kskd.rules.rule import Unknown, Verdict, Violated, day_of_addendum, denied, rule
from kskd.rules.status_groups import ACTIVE, ANY, ENDED, EXPIRED, SIGNED

_EARLY = "sebelum naskahnya ditandatangani"


@rule(
    "KS310",
    Severity.WARNING,
    "Berakhir tanpa penerus, padahal dianjurkan diperpanjang atau diperluas",
    AGREED,
    docs=tuple(doc for doc in Doc if doc not in FOLLOWED),
    stages=EXPIRED,
    since=PP28,
    footing=Footing.EVALUATION,
    applied="Evaluasi terakhir merekomendasikan agar diperpanjang atau diperluas, naskahnya sudah berakhir, dan penerusnya"
    " tidak tercatat. LoI dan RKT tidak diperiksa, sebab diteruskan naskah lain.",
    remedy="putuskan bersama mitra: susun naskah penerusnya (dicatat dengan kskd extend {id}), atau ubah rekomendasinya dengan kskd evaluate {id} --period {last}"
    " --recommendation PILIHAN --recommendation-reason … --reason …",
)
def ended_against_advice(case: Case) -> Verdict:
    """The evaluation said: extend; nobody did."""
    if case.successor or not case.reports or case.ends_on is None:
        return None
    last = case.reports[-1]
    if last.recommendation not in {Recommendation.PERPANJANG, Recommendation.PERLUAS}:
        return None
    label = Recommendation(last.recommendation).label
    return Violated(
        f"Evaluasi {last.period} menganjurkan agar {label.lower()}, tetapi berakhir {format_date(case.ends_on)}"
        " tanpa penerus."
    )


@rule(
    "KS311",
    Severity.WARNING,
    "Jeda antara pendahulu dan penerusnya",
    {
        KSDD: "Permendagri 22/2020 Pasal 9 ayat (3)",
        KSDPK: "Permendagri 22/2020 Pasal 32 ayat (3)",
        SINERGI: "Permendagri 22/2020 Pasal 52 ayat (2)",
        ABROAD: "Permendagri 25/2020 Pasal 33 ayat (2)",
    },
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Penerus mulai lebih dari satu hari sesudah pendahulunya berakhir atau diakhiri; selama jeda itu tidak ada"
    " dasar.",
    remedy="yang dikerjakan selama jeda tidak mempunyai dasar: hentikan, atau tegaskan dengan kesepakatan tertulis para pihak;"
    " lalu catat dasar itu, nomor dan tanggal kesepakatannya, atau bahwa selama jeda tidak ada kegiatan: kskd check --accept"
    " {id} KS311 --reason …",
)
def gap_after_predecessor(case: Case) -> Verdict:
    """Between an end and its successor there is nothing to stand on."""
    before = case.predecessor
    start = case.begins
    gap = gap_days(before.last_day if before else None, start)
    if before is None or before.last_day is None or gap is None or gap <= 0:
        return None
    return Violated(
        f"{before.id} {before.how_ended} {format_date(before.last_day)}, penerusnya mulai {format_date(start)}:"
        f" jeda {gap} hari."
    )


@rule(
    "KS312",
    Severity.WARNING,
    "Usul perpanjangan kerja sama luar negeri terlambat",
    "Permendagri 25/2020 Pasal 33 ayat (2)",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    since=P25,
    applied="Usul kepada Menteri paling lambat 6 bulan sebelum berakhir. Diperiksa sejak 6 bulan itu, atau bila"
    " tanggal usulnya tercatat.",
    remedy="sampaikan usulnya segera kepada Menteri dengan tembusan Gubernur dan DPRD, lalu kskd update {id}"
    " --extension-requested-on TANGGAL; bila salah catat, tambahkan --reason …",
)
def extension_asked_too_late(case: Case) -> Verdict:
    """An extension abroad is asked for six months ahead."""
    if case.ends_on is None or case.ended_on or decision(case) not in {None, GOES_ON}:
        return None
    latest = moved(case.ends_on, months=-6)
    asked = case.day("extension_requested_on")
    if asked is None:
        return Unknown("extension_requested_on") if case.office.as_of > latest else None
    if asked <= latest:
        return None
    return Violated(f"Diusulkan {format_date(asked)}, padahal paling lambat {format_date(latest)}.")


@rule(
    "KS313",
    Severity.WARNING,
    "Adendum ditandatangani di luar masa berlaku",
    {
        KSDD: "Permendagri 22/2020 Pasal 15 ayat (3) sampai dengan ayat (5)",
        KSDPK: "Permendagri 22/2020 Pasal 37 ayat (2) sampai dengan ayat (4)",
        SINERGI: "Permendagri 22/2020 Pasal 58",
        ABROAD: "Permendagri 25/2020 Pasal 20 ayat (5)",
    },
    since=PP28,
    looks_at_today=True,
    footing=Footing.INFERENCE,
    applied="Yang diubah ialah perjanjian yang berlaku: tanggal adendum dibandingkan dengan penandatanganan naskahnya dan"
    " dengan akhirnya menurut keadaan sebelum adendum itu, atau dengan hari naskahnya diakhiri.",
    remedy="adendum atas naskah yang sudah berakhir tidak mengubah apa pun: teruskan dengan naskah baru (kskd extend {id});"
    " tanggal yang salah catat diperiksa dengan kskd show {id}",
)
def amended_outside_term(case: Case) -> Verdict:
    """What is changed is in force."""
    outside, unsure = [], []
    law = P25 if case.scheme in ABROAD else P22
    in_era = case.changed_since(law)
    for one in (*in_era, *case.perhaps_changed_since(law)):
        last = min(filter(None, (case.ended_on, one.last_day)), default=None)
        is_before = one.signed.latest < case.signing
        is_after = last is not None and one.signed.earliest > last
        if (is_before or is_after) and one in in_era:
            how = "diakhiri" if last == case.ended_on else "berakhir"
            when = f"sesudah naskahnya {how} {format_date(last)}" if last and is_after else _EARLY
            outside.append(f"{one.number} ({one.signed.words}), {when}")
        elif is_before or (last is not None and min(one.signed.latest, case.office.as_of) > last):
            unsure.append(one)
    return Violated(f"Adendum {'; '.join(outside)}.") if outside else day_of_addendum(case, unsure)


@rule(
    "KS314",
    Severity.ERROR,
    "Dasar pengakhiran tidak ada bagi bentuk kerja samanya",
    {
        KSDD: "PP 28/2018 Pasal 9 ayat (1) dan ayat (2)",
        KSDPK: "PP 28/2018 Pasal 22",
        ABROAD: "Permendagri 25/2020 Pasal 34",
    },
    schemes=(*LOCAL, *ABROAD),
    stages=ENDED,
    since=PP28,
    looks_at_today=True,
    applied="Dasar yang tercatat dicari dalam daftar bentuk kerja samanya; daftarnya ditampilkan kskd end. Bentuk yang"
    " dikoreksi sesudah naskahnya diakhiri tampak di sini. Pergantian kepala daerah tidak pernah menjadi dasar. Bagi"
    " Sinergi peraturan tidak mengaturnya.",
    remedy="akhiri dengan kesepakatan tertulis para pihak; bila dasar atau bentuknya salah catat, kskd update {id} --clear ended --reason …, lalu kskd end {id} --on TANGGAL"
    " --ground DASAR",
)
def ended_on_a_strange_ground(case: Case) -> Verdict:
    """The law lists the grounds on which a cooperation ends early."""
    ground = case.end_ground
    if case.scheme in ABROAD and case.ended_on is not None and case.ended_on < P25:
        return None
    if ground is None or ground in {one.code for one in grounds_of(case.scheme)}:
        return None
    label = GROUNDS[ground].label if ground in GROUNDS else ground
    return Violated(f"Diakhiri karena {label}, yang bukan dasar pengakhiran {SCHEME_SHORT[case.scheme]}.")


@rule(
    "KS315",
    Severity.WARNING,
    "Usul perpanjangan luar negeri tanpa tembusan",
    "Permendagri 25/2020 Pasal 33 ayat (2)",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    since=P25,
    applied="Usul kepada Menteri disampaikan dengan tembusan Gubernur dan DPRD. Dinilai bila tanggal usulnya tercatat.",
    remedy="sampaikan tembusannya kepada Gubernur dan DPRD, lalu kskd update {id} --extension-copies ya --reason …",
)
def extension_without_copies(case: Case) -> Verdict:
    """The Gubernur and the DPRD get a copy of what is asked of the Menteri."""
    if "extension_requested_on" not in case.facts:
        return Unknown("extension_requested_on") if case.facts.get("extension_copies") == NO else None
    return denied(case, "extension_copies", "Tembusan usul perpanjangan tercatat tidak disampaikan.")


@rule(
    "KS316",
    Severity.WARNING,
    "Adendum atas naskah yang disusul naskah lain",
    {
        (*ABROAD, Doc.LOI): "Permendagri 25/2020 Pasal 13 ayat (3)",
        (*ABROAD, Doc.RKT): "Permendagri 25/2020 Pasal 26 ayat (4)",
    },
    docs=tuple(doc for doc in Doc if doc in FOLLOWED),
    schemes=ABROAD,
    since=PP28,
    looks_at_today=True,
    footing=Footing.INFERENCE,
    applied="Peraturan tidak mengatur perubahan LoI dan RKT: LoI berlaku setahun lalu disusul MoU, RKT disusul rencana tahun"
    " berikutnya.",
    remedy="tuangkan perubahannya dalam MoU, atau dalam RKT tahun berikutnya, dan sepakati itu dengan mitra; bila adendumnya salah catat,"
    " batalkan pencatatannya dengan kskd undo",
)
def followed_yet_amended(case: Case) -> Verdict:
    """A letter of intent and a yearly plan are followed by another document, not changed."""
    changes = case.changed_since(P25)
    if not changes:
        return day_of_addendum(case, case.perhaps_changed_since(P25))
    told = "; ".join(f"{one.number} ({one.signed.words})" for one in changes)
    return Violated(f"Tercatat adendum {told} atas {DOC_NAMES[case.doc]}.")


@rule(
    "KS317",
    Severity.WARNING,
    "Penerus yang jenisnya tidak meneruskan pendahulunya",
    {
        KSDD: "Permendagri 22/2020 Pasal 9 ayat (3)",
        KSDPK: "Permendagri 22/2020 Pasal 32 ayat (3)",
        SINERGI: "Permendagri 22/2020 Pasal 52 ayat (2)",
        ABROAD: "Permendagri 25/2020 Pasal 33 ayat (2)",
    },
    stages=ANY,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Yang diperpanjang diteruskan naskah sejenis: KB oleh KB, MoU oleh MoU, PKS oleh PKS atau Kontrak; kerja sama lama"
    " dengan Pemerintah Pusat oleh NK dan RK. Turunan menindaklanjuti induknya dan bukan penerusnya.",
    remedy="bila naskah ini menindaklanjuti pendahulunya, kskd update {id} --clear replaces --parent INDUK --reason …;"
    " bila memang menggantikannya, bahas dalam TKKSD apakah naskah yang sejenis masih perlu",
)
def carried_on_by_another_kind(case: Case) -> Verdict:
    """What carries on is of the same kind."""
    before = case.predecessor
    if before is None or case.doc in SUCCESSORS[before.doc]:
        return None
    return Violated(f"{DOC_NAMES[case.doc]} tercatat meneruskan {DOC_NAMES[before.doc]} ({before.id}).")


@rule(
    "KS318",
    Severity.WARNING,
    "Diputuskan diteruskan, tetapi penerusnya belum tercatat",
    "ended-days",
    docs=tuple(doc for doc in Doc if doc not in FOLLOWED),
    stages=EXPIRED,
    footing=Footing.SETTING,
    applied="Sebelum naskahnya berakhir tercatat keputusan untuk memperpanjang atau menggantinya (--decision); kskd due"
    " menagihnya selama jumlah hari dalam pengaturan ini. Keputusan gugur bila sesudahnya akhirnya diubah dengan adendum.",
    remedy="tanda tangani perpanjangannya dan catat dengan kskd extend {id} --signed TANGGAL; bila ternyata tidak diteruskan,"
    " kskd update {id} --decision tidak-diperpanjang --reason …",
)
def decided_and_not_done(case: Case) -> Verdict:
    """What was decided to go on has a successor once it has ended."""
    said = decision(case)
    if said is None or said == STOPS or case.ends_on is None or case.successor:
        return None
    by, letter = case.facts.get("decision_by"), case.facts.get("decision_letter")
    what = "".join(
        (FACTS["decision"].word(said), f" oleh {by}" if by else "", f" ({letter})" if letter else "")
    )
    return Violated(
        f"Diputuskan {what}, tetapi berakhir {format_date(case.ends_on)} tanpa penerus yang tercatat."
    )


@rule(
    "KS319",
    Severity.WARNING,
    "Keputusan atas akhir naskah diambil sesudah naskah berakhir",
    "renewal-days",
    stages=SIGNED,
    looks_at_today=True,
    footing=Footing.SETTING,
    applied="Tanggal keputusan (--decision-on) sesudah hari terakhir naskah, sehingga tidak ada lagi yang dapat diperpanjang."
    " Tanpa tanggal belum dapat dinilai; keputusan tanpa tanggal atas naskah yang diperpanjang otomatis atau yang akhirnya"
    " pernah diubah tidak menghentikan tenggat.",
    remedy="bila kerja samanya diteruskan, buat naskah baru dan catat dengan kskd extend {id} --signed TANGGAL; bila salah"
    " catat, kskd update {id} --decision-on TANGGAL --reason …",
)
def decided_too_late(case: Case) -> Verdict:
    """A decision on the end comes by the last day."""
    on, last = case.day("decision_on"), case.ends_on
    if on is None:
        return Unknown("decision_on") if "decision" in case.facts and last is not None else None
    if last is None or on <= last:
        return None
    return Violated(f"Keputusan {format_date(on)}, sesudah naskah berakhir {format_date(last)}.")


@rule(
    "KS320",
    Severity.WARNING,
    "Diputuskan tidak diperpanjang, tetapi berlaku terus",
    {
        KSDD: "PP 28/2018 Pasal 9 ayat (1)",
        KSDPK: "PP 28/2018 Pasal 22",
        SINERGI: "Permendagri 22/2020 Pasal 42",
        ABROAD: "Permendagri 25/2020 Pasal 32",
    },
    stages=ACTIVE,
    since=PP28,
    looks_at_today=True,
    footing=Footing.INFERENCE,
    applied="Naskah yang diperpanjang otomatis (--renews-every) dan diputuskan tidak diperpanjang paling lambat pada batas"
    " pemberitahuannya (--notice) berakhir pada akhir yang berikutnya.",
    remedy="kskd end {id} --on TANGGAL --ground DASAR; bila ternyata diperpanjang, kskd update {id} --decision diperpanjang --reason …",
)
def stopped_and_not_ended(case: Case) -> Verdict:
    """What was not to be renewed by itself ended on its coming end."""
    last = decided_end(case)
    if decision(case) != STOPS or last is None or last >= case.office.as_of:
        return None
    return Violated(
        f"Diputuskan tidak diperpanjang dan berakhir {format_date(last)}; pengakhirannya belum tercatat."
    )


RULES = (
    ended_against_advice,
    gap_after_predecessor,
    extension_asked_too_late,
    amended_outside_term,
    ended_on_a_strange_ground,
    extension_without_copies,
    followed_yet_amended,
    carried_on_by_another_kind,
    decided_and_not_done,
    decided_too_late,
    stopped_and_not_ended,
)
