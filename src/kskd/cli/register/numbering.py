"""``number next``, ``holes``: the Pemda's own numbers."""

from collections.abc import Iterator
from typing import Annotated

from kskd.cli.kit.ask import ask_optional
from kskd.cli.kit.command import Call, command, required
from kskd.cli.kit.options import codes, option
from kskd.cli.kit.output import Format, Listable, put, put_document, put_listing, put_rows
from kskd.cli.kit.talk import say
from kskd.domain.document.chain import Doc, read_doc
from kskd.domain.document.said import Said, read_number
from kskd.domain.office.numbering import NextNumber
from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR, read_date
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.workflows.access import Access
from kskd.workflows.register import numbering

_Year = Annotated[int | None, option("--year", "TAHUN", "Tahunnya [bawaan: tahun ini].")]
_COLUMNS = {
    "doc": "Jenis",
    "kind": "Keadaan",
    "number": "Nomor",
    "until": "Sampai",
    "count": "Banyak",
    "agreements": "Naskah",
}
_NEXT = {
    "number": "Nomor",
    "pattern": "Pola",
    "after": "Sesudah",
    "count": "Banyak",
    "doubt": "Belum pasti karena",
}
_ABSENT, _TWICE = "tidak tercatat", "dipakai lebih dari sekali"
_CODES = {_ABSENT: "missing", _TWICE: "twice"}


@command("format", "db")
def following(
    call: Call,
    *,
    doc: Annotated[str | None, option("--doc", "JENIS", "Jenis naskah: kb, pks, dan seterusnya.")] = None,
    year: _Year = None,
    on: Annotated[
        str | None, option("--on", "TANGGAL", "Tanggal naskahnya, bila nomornya memuat bulan.")
    ] = None,
) -> None:
    """Diusulkan dari nomor yang sudah tercatat, atau menurut pengaturan number-pattern; tidak dicatat.

    Tanda dalam pola: {n} nomor urut ({n:3} tiga angka), {year}, {month} bulan Romawi, {doc} jenis naskah.
    """
    day = read_date(on) if on else call.day
    of_year = _checked(year) if year else day.year
    month = day.month if of_year == day.year else None
    found = numbering.following(call.access, read_doc(required(doc, "--doc")), of_year, month)
    if call.format is None:
        put(found.number)
        say(*(f"  {line}" for line in _reasons(found)))
    elif call.output is Format.JSON:
        put_document("number-next/1", {"as_of": call.day.isoformat(), **_told(found)})
    else:
        row = (
            found.number,
            found.pattern.text,
            found.after and found.after.number,
            found.followers,
            found.doubt,
        )
        put_rows(call.output, tuple(_NEXT), tuple(_NEXT.values()), [row])


def _checked(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refusal("year-outside", first=FIRST_YEAR, last=LAST_YEAR)
    return year


def ask_number(access: Access, said: Said, kinds: tuple[Doc, ...]) -> str | None:
    """The Pemda's number; the next one is shown where it is certain, and offered once the day is known."""
    from kskd.workflows.register.asking import next_number

    found, default = next_number(access, said, kinds), ""
    if found is not None:
        say(f"  Nomor berikutnya: {found.number}.", *(f"  {line}" for line in _reasons(found)))
        default = found.number if said.signed and said.signed.exact else ""
    return ask_optional("Nomor dari Pemda", read_number, default=default)


def _reasons(found: NextNumber) -> Iterator[str]:
    """From what the number follows, and why it is not certain."""
    if found.after is not None:
        last = f"{found.after.number} ({found.after.agreement})"
        yield f"Sesudah {last}, yang terakhir dari {found.followers} nomor."
    yield f"Pola: {found.pattern.text}."
    if found.doubt is not None:
        yield warning(f"usulan ini belum pasti, sebab {found.doubt}", "periksa buku agenda")


def _told(found: NextNumber) -> dict[str, object]:
    after = found.after
    return {
        "number": found.number,
        "pattern": found.pattern.text,
        "after": after and {"number": after.number, "agreement": after.agreement},
        "count": found.followers,
        "is_certain": found.doubt is None,
        "doubt": found.doubt,
    }


@command("format", "db")
def holes(
    call: Call,
    *,
    year: _Year = None,
    doc: Annotated[list[str], codes("--doc", "JENIS", "Hanya jenis naskah ini.")],
) -> None:
    """Di antara nomor pertama dan terakhir yang dipakai pada tahun itu; nomor rancangan termasuk."""
    of_year = _checked(year) if year else call.day.year
    found = numbering.missing(call.access, of_year, tuple(map(read_doc, doc)))
    put_listing(
        call,
        "number-hole-list/1",
        _COLUMNS,
        list(_rows(call, found)),
        empty="Tidak ada nomor yang kosong atau ganda.",
    )
    for one in found.kinds:
        if one.pattern is None:
            say(f"{one.doc.upper()} {of_year}: pola nomornya belum dapat dikenali, jadi tidak diperiksa.")
    if found.is_partial and any(one.holes for one in found.kinds):
        say(
            "Tidak tercatat bukan berarti hilang: registri dimulai pada atau sesudah tahun itu, jadi naskah"
            f" {of_year} mungkin belum semua dicatat."
        )


def _rows(call: Call, found: numbering.Missing) -> Iterator[tuple[Listable, ...]]:
    is_read = call.output in {Format.TABLE, Format.MD}

    def state(word: str) -> str:
        return word if is_read else _CODES[word]

    for one in found.kinds:
        for hole in one.holes:
            until = hole.last if hole.length > 1 else None
            yield one.doc.value, state(_ABSENT), hole.first, until, hole.length, None
        for twice in one.twice:
            yield one.doc.value, state(_TWICE), twice.number, None, len(twice.agreements), twice.agreements
