"""The fields of a document beside the facts of law: what is told of its parties, papers, term and place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.document.affairs import read_affair
from kskd.domain.document.chain import DERIVED, Doc, Scheme, read_doc, read_scheme
from kskd.domain.document.facts import FACTS, clause_code, clause_label, read_clause
from kskd.domain.document.said import (
    read_end,
    read_length,
    read_number,
    read_office,
    read_power,
    read_whole_years,
)
from kskd.domain.field import Field, FieldKind, Fields, Part, Place
from kskd.domain.values.dates import read_date
from kskd.domain.values.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kskd.domain.document.agreement import Agreement, Party

    Words = Mapping[str, str | None]

UNKNOWN = "-"  # typed for one of several numbers, signers, efforts … that is not known


def _text(label: str, limit: int = 500) -> Callable[[str], object]:
    return lambda text: clean(text, label, limit=limit)


def _or_unknown(read: Callable[[str], object]) -> Callable[[str], object]:
    """A reader of one of several, of which ``-`` leaves one unknown (None)."""
    return lambda text: None if text == UNKNOWN else read(text)


def _iso(value: object) -> str | None:
    return None if value is None else str(value)


def _own(one: Agreement, **changes: object) -> Agreement:
    own, *others = one.parties
    return replace(one, parties=(replace(own, **changes), *others))  # type: ignore[arg-type]


def _signer(one: Agreement, **changes: object) -> Agreement:
    return _own(one, signer=replace(one.parties[0].signer, **changes))  # type: ignore[arg-type]


def _partners(one: Agreement, clear: Callable[[Party], Party]) -> Agreement:
    own, *others = one.parties
    return replace(one, parties=(own, *(clear(party) for party in others)))


def _term(one: Agreement, **changes: object) -> Agreement:
    return replace(one, term=replace(one.term, **changes))  # type: ignore[arg-type]


def _unsigned(one: Agreement) -> Agreement:
    """Without a day of signing; an end that was only computed from it goes too."""
    term = one.term
    if term.starts_on is None and term.duration_typed is not None and term.end_typed is None:
        term = replace(term, end_kind=None, ends_on=None)
    return replace(one, signed_on=None, term=term)


def _endless(one: Agreement) -> Agreement:
    return _term(one, end_kind=None, ends_on=None, condition=None, end_typed=None, duration_typed=None)


def _without_clauses(one: Agreement) -> Agreement:
    return replace(one, facts=tuple(fact for fact in one.facts if clause_code(fact[0]) is None))


def _party_words(one: Agreement) -> Words:
    """Numbers and signers party by party."""
    words: dict[str, str | None] = {}
    for party in one.parties:
        signer = party.signer
        words |= {
            f"Nomor {party.name}": party.number,
            f"Penanda tangan {party.name}": signer.office,
            f"Nama penanda tangan {party.name}": signer.name,
            f"Surat kuasa {party.name}": signer.power_number,
            f"Tanggal surat kuasa {party.name}": _iso(signer.power_date),
        }
    return words


def _end_words(one: Agreement) -> Words:
    term = one.term
    end = _iso(term.ends_on) or term.condition or ("tanpa batas waktu" if term.end_kind else None)
    ending = f"{one.ending.on} ({one.ending.label})" if one.ending else None
    return {"Akhir": end, "Diakhiri": ending, "Akhir menurut naskah": term.end_typed}


def _file_words(one: Agreement) -> Words:
    words: dict[str, str | None] = {}
    for link in one.files:
        words[f"Berkas {link.path}"] = f"{link.size} byte, SHA-256 {link.digest[:12]}…"
        words[f"Salinan {link.path}"] = "tersimpan di registri" if link.embedded else None
    return words


def _each(label: str, values: tuple[str, ...]) -> Words:
    return {f"{label} {value}": value for value in values}


_PART, _SWITCH, _COLUMN = FieldKind.PART, FieldKind.SWITCH, Place.COLUMN
_POWERED = tuple(doc for doc in Doc if doc in DERIVED)
_SCHEMES = ", ".join(Scheme)


def _part(
    key: str,
    label: str,
    told: str,
    metavar: str,
    part: Part,
    *,
    kind: FieldKind = _PART,
    docs: tuple[Doc, ...] = (),
) -> Field:
    """A part of the record by its key, label, help, metavar and what it can do."""
    return Field(key, label, kind, docs, help=told, metavar=metavar, place=Place.PARTS, part=part)


DOCUMENT = Fields(
    _part(
        "scheme",
        "bentuk",
        f"Bentuk kerja sama: {_SCHEMES}.",
        "BENTUK",
        Part(read_scheme, lambda one: {"Bentuk": one.scheme}),
    ),
    _part(
        "doc",
        "jenis",
        "Jenis naskah [bawaan: menurut rantai bentuk kerja sama].",
        "JENIS",
        Part(read_doc),
    ),
    Field(
        "title",
        "judul",
        FieldKind.TEXT,
        place=_COLUMN,
        help="Judul (tentang).",
        metavar="JUDUL",
        heading="Judul",
        limit=1000,
    ),
    _part(
        "partner",
        "mitra",
        "Mitra, nama atau nama lainnya.",
        "MITRA",
        Part(
            _text("nama mitra", 300),
            lambda one: _each("Mitra", one.partners),
            many=True,
            drop="Mengeluarkan mitra.",
        ),
    ),
    _part(
        "partner_number",
        "nomor dari mitra",
        "Nomor dari mitra, menurut urutan mitra; - bila tidak diketahui.",
        "NOMOR",
        Part(
            _or_unknown(read_number),
            clear=lambda one: _partners(one, lambda party: replace(party, number=None)),
            many=True,
        ),
    ),
    _part(
        "partner_signer",
        "penanda tangan mitra",
        "Penanda tangan mitra, menurut urutan mitra; - bila tidak diketahui.",
        "JABATAN",
        Part(
            _or_unknown(_text("jabatan penanda tangan mitra", 200)),
            clear=lambda one: _partners(
                one, lambda party: replace(party, signer=replace(party.signer, office=None, name=None))
            ),
            many=True,
        ),
    ),
    _part(
        "opd",
        "OPD",
        "OPD pemrakarsa: kode, nama, atau nama lainnya.",
        "OPD",
        Part(str, lambda one: {"OPD": one.lead_opd}),
    ),
    _part(
        "support_opd",
        "OPD pendukung",
        "OPD pendukung.",
        "OPD",
        Part(
            str,
            lambda one: _each("OPD pendukung", one.support_opds),
            many=True,
            drop="Mengeluarkan OPD pendukung.",
        ),
    ),
    _part(
        "number",
        "nomor",
        "Nomor dari Pemda.",
        "NOMOR",
        Part(read_number, _party_words, lambda one: _own(one, number=None)),
    ),
    _part(
        "signed",
        "tanggal penandatanganan",
        "Tanggal penandatanganan; tanpa ini naskah dicatat sebagai rancangan.",
        "TANGGAL",
        Part(read_date, lambda one: {"Tanggal penandatanganan": _iso(one.signed_on)}, _unsigned),
    ),
    _part(
        "starts",
        "tanggal mulai",
        "Tanggal mulai berlaku [bawaan: tanggal penandatanganan].",
        "TANGGAL",
        Part(
            read_date,
            lambda one: {"Tanggal mulai": _iso(one.term.starts_on)},
            lambda one: _term(one, starts_on=None),
        ),
    ),
    _part("years", "jangka waktu", "Jangka waktu dalam tahun.", "N", Part(read_whole_years)),
    _part(
        "duration",
        "jangka waktu",
        "Jangka waktu, misalnya “18 bulan”.",
        "LAMA",
        Part(read_length, lambda one: {"Jangka waktu": one.term.duration_typed}),
    ),
    _part(
        "ends",
        "tanggal akhir",
        "Tanggal berakhir menurut naskah.",
        "TANGGAL",
        Part(read_end, _end_words, _endless),
    ),
    _part("open_ended", "tanpa batas waktu", "Tanpa batas waktu.", "", Part(str), kind=_SWITCH),
    _part(
        "until",
        "syarat berakhir",
        "Berakhir dengan syarat, misalnya “sampai predikat WBK”.",
        "SYARAT",
        Part(_text("syarat berakhir")),
    ),
    _part(
        "signer",
        "jabatan penanda tangan",
        "Jabatan penanda tangan dari Pemda.",
        "JABATAN",
        Part(read_office, clear=lambda one: _signer(one, office=None)),
    ),
    _part(
        "signer_name",
        "nama penanda tangan",
        "Nama penanda tangan dari Pemda.",
        "NAMA",
        Part(_text("nama penanda tangan", 200), clear=lambda one: _signer(one, name=None)),
    ),
    _part(
        "power_of_attorney",
        "surat kuasa",
        "Nomor surat kuasa kepala daerah.",
        "NOMOR",
        Part(
            read_power,
            clear=lambda one: _signer(one, power_number=None, power_date=None),
        ),
        docs=_POWERED,
    ),
    _part(
        "power_of_attorney_date",
        "tanggal surat kuasa",
        "Tanggal surat kuasa.",
        "TANGGAL",
        Part(read_date),
        docs=_POWERED,
    ),
    _part(
        "parent",
        "induk",
        "Naskah induk: ID, awal ID yang unik, atau nomor naskah.",
        "NASKAH",
        Part(str, lambda one: {"Induk": one.parent}, lambda one: replace(one, parent=None)),
    ),
    _part(
        "affair",
        "urusan",
        "Urusan pemerintahan: kode (1.02) atau nama.",
        "URUSAN",
        Part(
            read_affair,
            lambda one: _each("Urusan", one.affairs),
            many=True,
            drop="Mengeluarkan urusan.",
        ),
    ),
    _part(
        "scope",
        "ruang lingkup",
        "Satu butir ruang lingkup.",
        "TEKS",
        Part(
            _text("ruang lingkup", 1000),
            lambda one: _each("Ruang lingkup", one.scope),
            many=True,
            drop="Mengeluarkan butir ruang lingkup yang berbunyi demikian.",
        ),
    ),
    _part(
        "file",
        "berkas",
        "Berkas naskah; dicatat tempat dan sidik jarinya.",
        "BERKAS",
        Part(str, _file_words, many=True),
    ),
    Field(
        "original_place",
        "tempat naskah asli",
        FieldKind.TEXT,
        place=_COLUMN,
        help="Tempat penyimpanan naskah asli.",
        metavar="TEMPAT",
        heading="Tempat naskah asli",
        limit=500,
    ),
    Field("note", "catatan", FieldKind.BLOCK, place=_COLUMN, metavar="TEKS"),
    _part(
        "clause",
        "klausul",
        "Klausul yang ada dalam naskah, misalnya objek atau jangka-waktu.",
        "KLAUSUL",
        Part(
            read_clause,
            lambda one: {f"Klausul {clause_label(key)}": "ada" for key, _ in one.facts if clause_code(key)},
            _without_clauses,
            many=True,
            drop="Mengeluarkan klausul yang ternyata tidak ada.",
        ),
    ),
    _part(
        "replaces",
        "pendahulu",
        "Naskah pendahulu yang diteruskan naskah ini.",
        "NASKAH",
        Part(str, lambda one: {"Pendahulu": one.predecessor}, lambda one: replace(one, predecessor=None)),
    ),
    Field(
        "planned_for",
        "tahun rencana",
        FieldKind.YEAR,
        place=_COLUMN,
        help="Tahun yang direncanakan; naskahnya rancangan sampai ditandatangani.",
        heading="Direncanakan",
        flag="--planned",
    ),
)

FIELDS = DOCUMENT.beside(*FACTS)
"""All that kskd itself knows to record of a document."""

ENDED = "ended"  # cleared like a field, told by a command of its own

AMENDMENT = Fields(
    Field(
        "what",
        "isi adendum",
        FieldKind.TEXT,
        help="Apa yang diubah, dengan kata-kata.",
        metavar="TEKS",
        limit=1000,
    ),
    Field(
        "adds_burden",
        "perubahan menambah beban",
        help="Apakah perubahan menambah beban masyarakat dan daerah.",
    ),
    FACTS["dprd_answer"]._replace(
        help="Sikap DPRD atas perubahan itu: setuju, menolak, tidak-menjawab, belum-diminta."
    ),
    Field(
        "dprd_approved_on",
        "tanggal persetujuan DPRD",
        FieldKind.DATE,
        help="Tanggal persetujuan DPRD atas perubahan itu.",
        flag="--dprd-approved",
    ),
    Field("tkksd_note", "catatan TKKSD", help="Apakah ada catatan TKKSD atas perubahan itu."),
)
"""What is told of an adendum beside its day, numbers and the fields that it changes."""
