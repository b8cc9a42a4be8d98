"""How each part of what was typed about a document is read into facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.document.affairs import read_affair
from kskd.domain.document.agreement import FileLink, Party, Signer
from kskd.domain.document.term import EndKind, Term, TermRule, duration_agrees, end_of, read_duration
from kskd.domain.partner import PartnerKind
from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR, format_date, read_date
from kskd.domain.values.days import Day
from kskd.domain.values.text import clean, clean_block, quote, quote_path
from kskd.errors import InputFileError, InvalidDate, InvalidFact, Refused, UnknownPartner, UsageError
from kskd.registry.tables import partners
from kskd.workflows import lookup
from kskd.workflows.register.form import UNKNOWN

if TYPE_CHECKING:
    import sqlite3
    from datetime import date
    from pathlib import Path

    from kskd.domain.document.chain import Doc, Scheme
    from kskd.workflows.register.form import AgreementForm


def read_year(text: str) -> int:
    """The year for which something is planned."""
    typed = text.strip()
    if not (
        len(typed) == 4 and typed.isascii() and typed.isdigit() and FIRST_YEAR <= int(typed) <= LAST_YEAR
    ):
        raise InvalidDate(
            f"Tahun rencana {quote(text)} harus antara {FIRST_YEAR} dan {LAST_YEAR}, misalnya 2025."
        )
    return int(typed)


def read_title(form: AgreementForm) -> str | None:
    """The title, cleaned."""
    return None if form.title is None else clean(form.title, "judul", limit=1000)


def read_note(form: AgreementForm) -> str | None:
    """The note, cleaned, its lines kept."""
    return None if form.note is None else clean_block(form.note, "catatan")


def read_place(form: AgreementForm) -> str | None:
    """Where the original is kept, cleaned."""
    return None if form.original_place is None else clean(form.original_place, "tempat naskah asli")


def read_signed(text: str | None, today: date) -> date | None:
    """The day of signing; a day to come is refused, since nothing can have been signed on it."""
    if text is None:
        return None
    signed = read_date(text)
    if signed > today:
        raise InvalidFact(
            f"Tanggal penandatanganan {format_date(signed)} belum terjadi. Periksa tanggalnya, atau catat"
            " naskah sebagai rancangan tanpa --signed."
        )
    return signed


def read_term(
    form: AgreementForm, current: Term, signed_on: date | None, rule: TermRule
) -> tuple[Term, tuple[str, ...]]:
    """The term after what was said is taken in, and a line for whatever was worked out or disagrees.

    ``current`` is the term recorded so far, ``signed_on`` the day of signing now known. An end as the
    document says it wins over one computed from a duration; a computed one follows its start.
    """
    ends_said = [name for name, value in _ends(form) if value]
    durations_said = [
        name for name, value in (("--years", form.years), ("--duration", form.duration)) if value
    ]
    for said in (ends_said, durations_said):
        if len(said) > 1:
            raise UsageError(f"{' dan '.join(said)} tidak dapat dipakai bersama; pilih salah satu.")
    typed = f"{_whole_years(form.years)} tahun" if form.years else form.duration
    if typed and form.open_ended:
        raise UsageError(
            f"{durations_said[0]} dan --open-ended tidak dapat dipakai bersama; pilih salah satu."
        )
    if typed:
        typed = clean(typed, "jangka waktu", limit=200)
        read_duration(typed)
    starts_on = read_date(form.starts) if form.starts else current.starts_on
    start = starts_on or signed_on
    base = replace(current, starts=None, duration_typed=typed or current.duration_typed)
    start_changes = typed or form.starts or form.signed or not {"starts", "signed"}.isdisjoint(form.clear)
    is_computed = current.ends_on is not None and current.end_typed is None
    notes: tuple[str, ...] = ()
    if ends_said:
        term = _said_end(form, base)
    elif start_changes and (current.end_kind is None or is_computed):
        term, notes = _computed_end(base, start, rule)
    else:
        term = base
    if start and term.ends_on and term.ends_on < start:
        raise InvalidFact(
            f"Tanggal akhir {format_date(term.ends_on)} mendahului tanggal mulai {format_date(start)};"
            " perbaiki salah satunya."
        )
    if not notes and (ends_said or typed or form.starts or form.signed):
        notes = _disagreement(term, start)
    return replace(term, starts=Day.of(starts_on)), notes


def _whole_years(text: str) -> int:
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and 0 < int(typed[:6]) < 1000):
        raise InvalidDate(
            f"Jangka waktu {quote(text)} tahun tidak dapat dihitung; ketik bilangan bulat,"
            " misalnya --years 5."
        )
    return int(typed)


def _ends(form: AgreementForm) -> tuple[tuple[str, object], ...]:
    return (("--ends", form.ends), ("--open-ended", form.open_ended), ("--until", form.until))


def _said_end(form: AgreementForm, term: Term) -> Term:
    """The term with the end as the document says it."""
    term = replace(term, end_kind=None, ends=None, condition=None, end_typed=None)
    if form.open_ended:
        return replace(term, end_kind=EndKind.OPEN)
    if form.until:
        return replace(term, end_kind=EndKind.CONDITION, condition=clean(form.until, "syarat berakhir"))
    typed = clean(form.ends or "", "tanggal akhir", limit=60)
    return replace(term, end_kind=EndKind.DATE, ends=Day.of(read_date(typed)), end_typed=typed)


def _computed_end(term: Term, start: date | None, rule: TermRule) -> tuple[Term, tuple[str, ...]]:
    """The term with the end that its duration gives, once a start is known, and a line that says so."""
    if term.duration_typed is None:
        return term, ()
    if start is None:
        return term, ("Tanggal akhir dihitung setelah tanggal mulai atau penandatanganan tercatat.",)
    ends_on = end_of(start, read_duration(term.duration_typed), rule)
    how = f"dihitung dari {term.duration_typed} sejak {format_date(start)}"
    return replace(term, end_kind=EndKind.DATE, ends=Day.of(ends_on)), (
        f"Berakhir {format_date(ends_on)}, {how}.",
    )


def _disagreement(term: Term, start: date | None) -> tuple[str, ...]:
    if term.duration_typed is not None and term.end_kind is EndKind.OPEN:
        return (f"Tanpa batas waktu; jangka waktu {term.duration_typed} hanya disimpan.",)
    if term.duration_typed is None or start is None or term.ends_on is None:
        return ()
    if duration_agrees(start, read_duration(term.duration_typed), term.ends_on):
        return ()
    return (
        f"Tanggal akhir {format_date(term.ends_on)} tidak sesuai dengan {term.duration_typed} sejak"
        f" {format_date(start)}; keduanya disimpan, tanggal akhir yang dipakai.",
    )


def read_signer(form: AgreementForm, current: Signer) -> Signer:
    """Who signed for the Pemda, with what was said put over what is recorded."""
    return Signer(
        office=clean(form.signer, "jabatan penanda tangan", limit=200) if form.signer else current.office,
        name=clean(form.signer_name, "nama penanda tangan", limit=200) if form.signer_name else current.name,
        power_number=clean(form.power_of_attorney, "nomor surat kuasa", limit=100)
        if form.power_of_attorney
        else current.power_number,
        power_date=read_date(form.power_of_attorney_date)
        if form.power_of_attorney_date
        else current.power_date,
    )


def read_number(text: str) -> str:
    """A document number, cleaned; it is never taken apart."""
    return clean(text, "nomor naskah", limit=100)


def resolve_partners(con: sqlite3.Connection, form: AgreementForm) -> tuple[list[tuple[int, str]], list[str]]:
    """Numbers and names of the partners said, new ones entered when ``--new`` says so, and what was done."""
    known = partners.read_partners(con)
    kind = read_kind(form.partner_kind)
    found: list[tuple[int, str]] = []
    notes: list[str] = []
    for text in form.partner:
        try:
            one = lookup.partner(known, text)
        except UnknownPartner as unknown:
            if not form.new:
                raise unknown.or_new() from None
            number = partners.insert_partner(con, unknown.name, kind)
            known = partners.read_partners(con)
            one = known[number]
            notes.append(f"Mitra baru: {one.name}.")
        else:
            if one.name.casefold() != text.strip().casefold():
                notes.append(f"{text.strip()} dibaca sebagai mitra {one.name}.")
        if one.id in {number for number, _ in found}:
            raise InvalidFact(f"Mitra {one.name} disebut dua kali; sebut sekali saja.")
        found.append((one.id, one.name))
    return found, notes


def read_kind(text: str | None) -> PartnerKind | None:
    """The kind of partner meant by a code; UsageError lists the codes."""
    if text is None:
        return None
    try:
        return PartnerKind(text.strip().casefold())
    except ValueError:
        raise UsageError(
            f"Jenis mitra {quote(text)} tidak dikenal. Yang ada: {', '.join(PartnerKind)}."
        ) from None


def seat_partners(
    found: list[tuple[int, str]], form: AgreementForm, current: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Parties in seats 1 and up with their numbers and signers in the order said; ``-`` leaves one unknown.

    ``current`` are the partners' parties so far, whose recorded parts stay where nothing was said.
    """
    parties = {party.partner: party for party in current}
    seated = list(current)
    for number, name in found:
        if number not in parties:
            seat = max((party.seat for party in seated), default=0) + 1
            seated.append(Party(seat, name, number))
    # Those named beside the numbers are meant; without names, all of them in their order.
    meant = [at for at, party in enumerate(seated) if party.partner in {number for number, _ in found}]
    meant = sorted(meant, key=lambda at: [number for number, _ in found].index(seated[at].partner or 0))
    meant = meant or list(range(len(seated)))
    for option, values in (
        ("--partner-number", form.partner_number),
        ("--partner-signer", form.partner_signer),
    ):
        if len(values) > len(meant):
            raise UsageError(
                f"{option} lebih banyak daripada mitra; sebut menurut urutan mitra, - bila tidak diketahui."
            )
    for at, text in zip(meant, form.partner_number, strict=False):
        if text != UNKNOWN:
            seated[at] = replace(seated[at], number=read_number(text))
    for at, text in zip(meant, form.partner_signer, strict=False):
        if text != UNKNOWN:
            signer = replace(seated[at].signer, office=clean(text, "jabatan penanda tangan mitra", limit=200))
            seated[at] = replace(seated[at], signer=signer)
    return tuple(seated)


def read_affairs(form: AgreementForm) -> tuple[str, ...]:
    """Codes of the affairs said, each once, in order of code."""
    return tuple(sorted({read_affair(text) for text in form.affair}))


def read_scope(form: AgreementForm) -> tuple[str, ...]:
    """Scope items, cleaned, in the order said, each once."""
    return tuple(dict.fromkeys(clean(text, "ruang lingkup", limit=1000) for text in form.scope))


def read_facts(form: AgreementForm, current: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Facts and clauses after what was said is taken in, in order of key."""
    from kskd.domain.document.facts import FACTS, YES, read_clause

    facts = dict(current)
    facts |= {key: FACTS[key].read(text) for key, text in form.facts}
    facts |= dict.fromkeys(map(read_clause, form.clause), YES)
    dropped = {read_clause(text) for text in form.drop_clause}
    return tuple(sorted((key, value) for key, value in facts.items() if key not in dropped))


def idle_facts(form: AgreementForm, doc: Doc, scheme: Scheme) -> tuple[str, ...]:
    """A line for each fact said that no rule asks of such a document; it is kept all the same."""
    from kskd.domain.document.chain import DOC_NAMES, SCHEME_SHORT
    from kskd.domain.document.facts import FACTS

    return tuple(
        f"{FACTS[key].option} disimpan, tetapi tidak diperiksa pada {DOC_NAMES[doc]} {SCHEME_SHORT[scheme]}."
        for key, _ in form.facts
        if doc not in FACTS[key].docs or scheme not in FACTS[key].schemes
    )


def link_file(text: str, registry: Path) -> FileLink:
    """A file by its path as seen from the registry's folder, digest and size."""
    from kskd.interchange.files import fingerprint

    _refuse_registry(text, registry)
    return _link(text, *fingerprint(text, registry.resolve().parent))


def take_file(text: str, registry: Path, limit: int) -> tuple[FileLink, bytes]:
    """As ``link_file``, with the bytes to be embedded, at most ``limit``."""
    from hashlib import sha256

    from kskd.interchange.files import read_bytes

    _refuse_registry(text, registry)
    path, data = read_bytes(text, registry.resolve().parent, limit)
    return replace(_link(text, path, sha256(data).hexdigest(), len(data)), embedded=True), data


def _refuse_registry(text: str, registry: Path) -> None:
    """A registry is no scan, and its bytes change with the very act that would record them."""
    from pathlib import Path

    try:
        is_registry = Path(text).expanduser().samefile(registry)
    except (OSError, RuntimeError, ValueError):  # said in a sentence where it is read
        return
    if is_registry:
        raise Refused(
            f"{quote_path(text)} adalah registri ini sendiri, bukan naskah; sebut berkas naskahnya."
        )


def _link(text: str, path: str, digest: str, size: int) -> FileLink:
    # Kept as it is, for a name with its spaces folded would lead to no file.
    if any(char < " " for char in path):
        raise InputFileError(
            f"Nama berkas {quote(text)} memuat karakter kendali; ganti namanya, lalu ulangi."
        )
    try:
        clean(path, "nama berkas", limit=500)
        return FileLink(path, digest, size)
    except UnicodeError as error:
        raise InputFileError(f"Nama berkas {quote(text)} tidak dapat dicatat.") from error
