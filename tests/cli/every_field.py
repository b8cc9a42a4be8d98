"""A document for each field of the catalogue: as a command enters it, and as a row of the template."""

from __future__ import annotations

from typing import NamedTuple

from kskd.domain.document.chain import DOC_NAMES, Doc, Scheme, is_umbrella
from kskd.domain.document.fields import FIELDS
from kskd.domain.field import Field, Many
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.several import in_cell

Told = dict[str, str | list[str]]

PLACES = (
    (Doc.KB, Scheme.KSDPK),
    (Doc.PKS, Scheme.KSDPK),
    (Doc.KONTRAK, Scheme.KSDPK),
    (Doc.KB, Scheme.KSDD_WAJIB),
    (Doc.PKS, Scheme.KSDD_WAJIB),
    (Doc.NK, Scheme.SINERGI),
    (Doc.RK, Scheme.SINERGI),
    (Doc.LOI, Scheme.KSDPL),
    (Doc.MOU, Scheme.KSDPL),
    (Doc.MOU, Scheme.KSDLL),
)
"""Kinds of document under a scheme, of which every field is told of one at least."""
PARTNERS = ["PT Maju Contoh", "Universitas Contoh"]
VALUES: Told = {
    "partner": ["Universitas Contoh", "PT Maju Contoh"],
    "partner_number": ["-", "1/U/2024"],
    "partner_signer": ["Direktur", "-"],
    "partner_more_number": ["PT Maju Contoh=7/M/2024", "Universitas Contoh=8/U/2024"],
    "partner_contribution": ["-", "75450000"],
    "partner_brings": ["alat; bahan", "-"],
    "partner_joined": ["-", "2024-09-01"],
    "partner_left": ["2024-12-31", "-"],
    "opd": "DIKBUD",
    "support_opd": ["BAPPEDA", "DIKBUD"],
    "co_lead": ["DIKBUD"],
    "number": "100/4/KB/2024",
    "more_number": ["100/5/KB/2024", "100/6/KB/2024"],
    "contribution": "10000000",
    "brings": "gedung; alat",
    "signed": "2024-06-04",
    "starts": "2024-07",
    "years": "2",
    "duration": "18 bulan",
    "ends": "31 Juli 2027",
    "until": "sampai predikat WBK",
    "signer": "Kepala Dinas",
    "signer_name": "Nama Contoh",
    "power_of_attorney": "100/7/SK/2024",
    "power_of_attorney_date": "2024-04-29",
    "parent": "100.3.7.1/12/KB/2024",
    "affair": ["1.01", "1.02"],
    "scope": ["pelatihan; pendampingan"],
    "file": ["naskah.pdf"],
    "clause": ["objek", "jangka-waktu"],
    "replaces": "440/7/PKS/2024",
    "relates": ["melengkapi=440/7/PKS/2024"],
    "title": "=Judul; yang lain",
    "note": "baris satu\nbaris; dua",
    "planned_for": "2026",
}
"""What is told of a field where its kind alone does not say it."""
OF_KIND = {
    FieldKind.TEXT: "Isian; contoh",
    FieldKind.DATE: "2024-05-02",
    FieldKind.YES_NO: "ya",
    FieldKind.SWITCH: "ya",
    FieldKind.MONEY: "75450000",
    FieldKind.YEAR: "2026",
    FieldKind.DURATION: "3 bulan",
}
NEEDED: dict[str, Told] = {
    "more_number": {"number": "100/8/KB/2024"},
    "partner_more_number": {"partner_number": ["100/9/M/2024", "2/U/2024"]},
    "power_of_attorney_date": {"power_of_attorney": "100/10/SK/2024"},
    "notice_period": {"renews_every": "12 bulan"},
}
"""What goes with a field."""
ENDS = {"years", "duration", "ends", "open_ended", "until"}


class Entry(NamedTuple):
    """A document: its kind and scheme, and what is told of it by key of the field."""

    doc: Doc
    scheme: Scheme
    told: Told

    @property
    def title(self) -> str:
        """What it is known by."""
        return str(self.told["title"])


def value_of(field: Field) -> str | list[str]:
    """What is told of a field."""
    if field.key in VALUES:
        return VALUES[field.key]
    value = field.choices[-1][0] if field.choices else OF_KIND[field.kind]
    return value if field.many is Many.NO else [value]


def _base(title: str) -> Told:
    return {"title": title, "partner": PARTNERS, "opd": "DINKES", "signed": "2024-06-03", "years": "3"}


def entry_of(field: Field) -> Entry:
    """A document of which the field is told."""
    doc, scheme = next(place for place in PLACES if field.applies_to(*place))
    if field.key in {"parent", "replaces"}:
        doc, scheme = Doc.PKS, Scheme.KSDPK
    told = _base(f"Isian {field.key}") | NEEDED.get(field.key, {})
    if field.key in ENDS:
        del told["years"]
    if field.key not in {"doc", "scheme"}:
        told[field.key] = value_of(field)
    return Entry(doc, scheme, told)


def whole_entry(doc: Doc, scheme: Scheme) -> Entry:
    """A document of which all is told that may be told together."""
    told = _base(f"Seluruh isian {doc} {scheme}")
    for field in FIELDS:
        if field.applies_to(doc, scheme) and field.key not in {"doc", "scheme", "title", "partner"} | ENDS:
            told[field.key] = value_of(field)
    del told["years"]
    told |= {"ends": "31 Desember 2027", "duration": "3 tahun 6 bulan"}
    told["number"] = f"200/{doc}/{scheme}"
    told["more_number"] = [f"201/{doc}/{scheme}"]
    told["partner_number"] = [f"202/{doc}/{scheme}", "-"]
    told["partner_more_number"] = [f"PT Maju Contoh=203/{doc}/{scheme}"]
    del told["replaces"], told["parent"]
    return Entry(doc, scheme, told)


ENTRIES = {
    **{field.key: entry_of(field) for field in FIELDS if field.is_typed},
    **{f"{doc}-{scheme}": whole_entry(doc, scheme) for doc, scheme in PLACES},
}
"""Documents by what they are there for."""


def command_of(entry: Entry) -> list[str]:
    """The command that enters it."""
    command = "add-mou" if is_umbrella(entry.doc) else "derive-pks"
    words = [command, "--doc", entry.doc, "--scheme", entry.scheme, "--allow-duplicate"]
    if command == "derive-pks" and "parent" not in entry.told:
        words.append("--no-parent")
    for key, told in entry.told.items():
        option = FIELDS[key].option
        for value in [told] if isinstance(told, str) else told:
            if key == "parent":
                words.insert(1, value)
            else:
                words += [option] if FIELDS[key].kind is FieldKind.SWITCH else [option, value]
    return words


OFFICE = (
    Entry(
        Doc.KB,
        Scheme.KSDPK,
        _base("Peningkatan mutu tenaga kesehatan")
        | {"number": "100.3.7.1/12/KB/2024", "signed": "2024-02-20", "years": "5", "affair": ["1.02"]}
        | {"scope": ["Pelatihan bidan", "Penelitian gizi"]},
    ),
    Entry(
        Doc.PKS,
        Scheme.KSDPK,
        _base("Pelatihan bidan desa") | {"number": "440/7/PKS/2024", "signed": "2024-05-02", "years": "2"},
    ),
)
"""The documents of the small office, as far as others name them."""


def cells_of(entry: Entry) -> dict[str, str]:
    """The row of the template that tells the same, by heading."""
    cells = {
        "Jenis naskah": DOC_NAMES[entry.doc],
        FIELDS["scheme"].over: str(entry.scheme),
        "Jenis mitra": "perusahaan; perguruan-tinggi",
    }
    if entry.told["partner"] != PARTNERS:
        cells["Jenis mitra"] = "perguruan-tinggi; perusahaan"
    headings: dict[str, str] = {}
    for field in FIELDS:
        if field.is_typed and field.key not in {"doc", "years"}:
            headings[field.key] = field.key if field.over in headings.values() else field.over
    for key, told in entry.told.items():
        value = told if isinstance(told, str) else in_cell(list(told))
        if key == "years":
            cells[headings["duration"]] = f"{value} tahun"
        else:
            cells[headings[key]] = value
    return cells
