"""Each form: what is filled in, what stays blank and which clauses are missing, beside the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.affairs import AFFAIRS
from tests.golden.enriched import enriched
from tests.golden.listed import Rows, words
from tests.golden.pages_read import Parts, page, pairs, said, tables, texts, under

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["enriched"]

P22, P25 = "Permendagri 22/2020 Pasal", "Permendagri 25/2020 Pasal"
THIRD_PARTY = ("UU 23/2014 Pasal 366 ayat (2)", "sanksi")
LAW = {
    "kb": ("Kesepakatan Bersama", f"{P22} 40", "maksud dan tujuan, objek, ruang lingkup, pelaksanaan,"
           " jangka waktu, surat-menyurat, lain-lain"),
    "pks": ("Perjanjian Kerja Sama", f"{P22} 41", "maksud dan tujuan, objek, ruang lingkup, pelaksanaan,"
            " hak dan kewajiban, pembiayaan, jangka waktu, penyelesaian perselisihan, keadaan kahar,"
            " pengakhiran"),
    "kontrak": ("Kontrak", "UU 23/2014 Pasal 366 ayat (2)", "hak dan kewajiban, jangka waktu,"
                " penyelesaian perselisihan, sanksi"),
    "nk": ("Nota Kesepakatan", f"{P22} 42", "latar belakang, maksud dan tujuan, lokasi, objek, ruang lingkup,"
           " tugas dan tanggung jawab, pelaksanaan, jangka waktu, pembiayaan, lain-lain"),
    "rk": ("Rencana Kerja", "contoh, tidak ditentukan peraturan", "tujuan dan target, manfaat, ruang lingkup,"
           " kegiatan, peran para pihak, pembiayaan, lokasi, jangka waktu, mitigasi risiko"),
    "loi": ("Pernyataan Kehendak Kerja Sama (LoI)", f"{P25} 13 ayat (2)", "judul, subjek, maksud dan tujuan,"
            " ruang lingkup, jangka waktu, tempat dan tanggal"),
    "mou": ("Naskah Kerja Sama (MoU)", f"{P25} 20 ayat (5)", "judul, subjek, maksud dan tujuan,"
            " ruang lingkup, pelaksanaan, pembiayaan, kelompok kerja bersama, penyelesaian perselisihan,"
            " amandemen, jangka waktu, tempat dan tanggal"),
    "rkt": ("Rencana Kegiatan Tahunan", f"{P25} 26 ayat (4)", "kegiatan per tahun, peran para pihak,"
            " hasil yang diharapkan, pembiayaan"),
}  # fmt: skip
"""By form its name, the article, and what that lists; of a Rencana Kerja what local forms have."""
KAK = ("latar belakang, maksud dan tujuan, lokasi, ruang lingkup, jangka waktu, manfaat,"
       " analisis dampak sosial dan lingkungan, pembiayaan")  # fmt: skip
KAK_SINERGI = ("latar belakang, maksud dan tujuan, objek, lokasi, ruang lingkup, pembiayaan, jangka waktu,"
               " manfaat")  # fmt: skip
KAK_ARTICLES = {
    None: f"{P22} 7 ayat (2) dan Pasal 29 ayat (2)", "ksdd-wajib": f"{P22} 7 ayat (2)",
    "ksdd-sukarela": f"{P22} 7 ayat (2)", "ksdpk": f"{P22} 29 ayat (2)", "sinergi": f"{P22} 53 ayat (3)",
    "ksdpl": "contoh, tidak ditentukan peraturan", "ksdll": "contoh, tidak ditentukan peraturan",
}  # fmt: skip
"""The law asks for no kerangka acuan kerja of cooperation abroad, but for a kajian."""
KEYS = {"penyelesaian perselisihan": "perselisihan", "kelompok kerja bersama": "kelompok_kerja",
        "kegiatan per tahun": "kegiatan", "hasil yang diharapkan": "hasil",
        "tugas dan tanggung jawab": "tugas_tanggung_jawab", "peran para pihak": "peran_pihak"}  # fmt: skip
"""Codes of clauses that are not their name."""
ALONE = {"ksdd-wajib", "ksdd-sukarela"}  # schemes whose PKS are with no third party
KINDS = {"hasil yang diharapkan": "outcome", "manfaat": "outcome", "hak dan kewajiban": "duty",
         "tugas dan tanggung jawab": "duty", "peran para pihak": "duty"}  # fmt: skip
"""By clause the kind of target that tells of it."""
FRAME = {"judul", "subjek", "tempat dan tanggal"}
ORDINALS = tuple(f"PIHAK {one}" for one in ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"))
HEADS = {
    "kb",
    "nk",
    "loi",
    "mou",
    "rk",
    "kak",
}  # what only the head of the region signs, or signs with others
PLANS = {"kak", "rk", "rkt"}


class Forms(Rows):
    """The rows as forms tell them."""

    def filled(self, clause: str, key: str, *, is_own: bool) -> list[str]:
        """What the registry knows of a clause; another document than the form's own tells its purpose."""
        noted = self.noted[key]
        affairs = "; ".join(AFFAIRS[code] for one, code in sorted(self.affairs) if one == key)
        told: dict[str, list[str | None]] = {
            "maksud dan tujuan": [noted.get("purpose")],
            "tujuan dan target": [noted.get("purpose")],
            "objek": [noted.get("object") or (affairs and f"urusan {affairs}")],
            "ruang lingkup": [*self.scopes[key]],
        }
        if is_own:
            told["jangka waktu"] = [self.term(key) if self.known[key]["end_kind"] else None]
            told["pembiayaan"] = [*self.money(key)]
            told |= {
                name: [
                    one["indicator"] for one in self.targets if (one["agreement"], one["kind"]) == (key, kind)
                ]
                for name, kind in KINDS.items()
            }
        return [*filter(None, told.get(clause, []))]

    def money(self, key: str) -> list[str]:
        """What it is worth, and what each party that is still one brings."""
        value = self.known[key]["value"]
        worth = [] if value is None else [f"nilai Rp{value:,}".replace(",", ".")]
        return worth + [
            f"{one['name'] or self.settings['name']}: {one['brings']}"
            for one in self.there(key)
            if one["brings"]
        ]

    def above(self, key: str, *, is_own: bool) -> str | None:
        """The document that it hangs on, or that is itself the ground for another form."""
        top = self.known[key]["parent"] if is_own else key
        if not top:
            return None
        one = self.known[top]
        number = self.own(top)["number"] or "……………………"
        signed = f" tanggal {words(one['signed_on'])}" if one["signed_on"] else ""
        return f"{LAW[one['doc']][0]} Nomor {number}{signed} tentang {one['title']}"


def contents(form: str, scheme: str | None) -> list[tuple[str, str]]:
    """Each clause of a form with its article."""
    if form == "kak":
        listed = KAK_SINERGI if scheme == "sinergi" else KAK
        return [(one, KAK_ARTICLES[scheme]) for one in listed.split(", ")]
    _, article, listed = LAW[form]
    found = [(one, article) for one in listed.split(", ")]
    # Without a document nobody knows whether the other party is a third one; abroad the law lists nothing.
    return [*found, THIRD_PARTY[::-1]] if form == "pks" and scheme not in ALONE else found


def check_articles(rows: Forms | None, parts: Parts, form: str, key: str | None) -> None:
    """Each clause of the law is an article in its order, with what is known of it or room to write."""
    is_own = rows is not None and key is not None and form in {"kak", rows.known[key]["doc"]}
    scheme = rows.known[key]["scheme"] if rows and key else None
    listed = [one for one, _ in contents(form, scheme) if one not in FRAME]
    told = [(head, told) for head, told in under(parts).items() if head[:1].isdigit() or head[:6] == "Pasal "]
    for at, (clause, (head, body)) in enumerate(zip(listed, told, strict=True), 1):
        mark = f"{at}. " if form in PLANS else f"Pasal {at} – "
        assert head == f"{mark}{clause[0].upper()}{clause[1:]}"
        known = rows.filled(clause, key, is_own=is_own) if rows and key else []
        found = texts([one for one in body if one["part"] in {"para", "items"}][:1], "para", "items")
        assert found == (known or [" ".join([f"<{clause}>"] * 10)]), clause


def check_list(rows: Forms | None, parts: Parts, form: str, key: str | None) -> None:
    """Told as missing is what the registry has not recorded of the very document that the form is."""
    told = under(parts)["Daftar periksa klausul"]
    scheme, noted, is_own = None, {}, False
    if rows and key:
        scheme, noted = rows.known[key]["scheme"], rows.noted[key]
        is_own = form == rows.known[key]["doc"]
    all_ = contents(form, scheme)
    code = {
        one: KEYS.get(one, one.replace(" dan ", "_").replace("-", "_").replace(" ", "_")) for one, _ in all_
    }
    missing = [one for one in all_ if not (is_own and f"clause_{code[one[0]]}" in noted)]
    in_order = [
        *(one for one in missing if one[0] not in FRAME),
        *(one for one in missing if one[0] in FRAME),
    ]
    found = [(row[1], row[2]) for table in tables(told) for row in table]
    assert sorted(found) == sorted(in_order)
    assert all(row[0] == "[ ] ada" for table in tables(told) for row in table)
    (words_,) = texts(told, "para")
    mark = "Beri tanda bila naskahnya sudah memuatnya"
    if not is_own or form == "rk":
        assert words_ == f"{mark}."
    elif len(missing) == len(all_):
        assert words_ == f"Klausul ({key}) belum tercatat dalam registri. {mark}, lalu catat."
    elif missing:
        lacking = f"{len(missing)} dari {len(all_)}"
        assert (
            words_ == f"Klausul yang menurut registri belum ada pada ({key}): {lacking}. {mark}, lalu catat."
        )
    else:
        assert words_ == f"Menurut registri semua klausul ada pada ({key})."


def check_head(rows: Forms | None, parts: Parts, form: str, key: str | None) -> None:
    """Title, parties, numbers, who signs on what power, and the document that it hangs on."""
    is_own = rows is not None and key is not None and form in {"kak", rows.known[key]["doc"]}
    us = "Pemerintah Kabupaten Contoh Raya"
    there = rows.there(key) if rows and key else [{"seat": 0}, {"seat": 1}]
    there = [*there[1:], *there[:1]] if form == "nk" else there
    names: list[str] = [us if one["seat"] == 0 else str(one.get("name") or "<nama pihak>") for one in there]
    title = rows.known[key]["title"] if rows and key and is_own else None
    above = rows.above(key, is_own=is_own) if rows and key else None
    told = dict(pairs(parts))
    assert texts(parts, "title") == ["Kerangka Acuan Kerja" if form == "kak" else LAW[form][0]]
    if form in PLANS:
        assert parts[0]["sub"] == title
        lead = rows.opds[rows.known[key]["lead_opd"]] if rows and key else "<perangkat daerah pemrakarsa>"
        assert told["Para pihak"] == "; ".join(names)
        assert told["Pemrakarsa"] == lead
        assert told.get("Judul") == (None if title else "<judul>")
        assert told.get("Dasar") == above
        return
    assert told["Antara"] == " dan ".join(names)
    assert told["Tentang"] == (title or "<judul naskah>")
    signed = rows.known[key]["signed_on"] if rows and key and is_own else None
    day = f"tanggal {words(signed)}" if signed else "<hari dan tanggal penandatanganan>"
    opening = texts(parts, "para")[0]
    assert opening.startswith(f"Pada hari ini, {day}, bertempat di <tempat penandatanganan>")
    lines, signers = texts(parts, "items"), next(one for one in parts if one["part"] == "signatures")["body"]
    for at, one in enumerate(there):
        at_seat, own = ORDINALS[at], one if is_own else {}
        usual = "Bupati" if one["seat"] == 0 and form in HEADS else None
        office = own.get("signer_office") or usual
        on = own.get("power_date")
        power = " tanggal ".join(filter(None, [own.get("power_number"), on and words(on)]))
        ground = f"surat kuasa nomor {power}" if power else f"<dasar kewenangan {at_seat}>"
        spoken = f"nomor dari {names[at]}" if names[at] != "<nama pihak>" else f"nomor dari {at_seat}"
        assert told[f"Nomor {at_seat}"] == (own.get("number") or f"<{spoken}>")
        assert lines[at] == (
            f"{own.get('signer_name') or f'<nama penanda tangan {at_seat}>'},"
            f" {office or f'<jabatan penanda tangan {at_seat}>'}, berkedudukan di <kedudukan {at_seat}>,"
            f" berdasarkan {ground}, dalam hal ini bertindak untuk dan atas nama {names[at]}, selanjutnya"
            f" disebut {at_seat}."
        )
        known = names[at] if names[at] != "<nama pihak>" else "……………………"
        assert (signers[at]["office"], signers[at]["name"]) == (office or known, own.get("signer_name"))
    assert [one for one in lines if "terikat pada" in one] == (
        [f"bahwa PARA PIHAK terikat pada {above};"] if above else []
    )


def check(rows: Forms | None, parts: Parts, form: str, key: str | None = None) -> None:
    """All of a form."""
    check_head(rows, parts, form, key)
    check_articles(rows, parts, form, key)
    check_list(rows, parts, form, key)


@pytest.mark.parametrize("form", ["kak", *LAW])
def test_a_form_without_a_document_knows_only_the_law(enriched: Path, tmp_path: Path, form: str) -> None:
    parts = page(enriched, tmp_path, f"naskah-{form}", "2025-01-15", "--kind", "naskah", "--doc", form)
    check(None, parts, form)
    assert "Bentuk kerja sama" not in dict(pairs(parts))


@pytest.mark.parametrize("as_of", ["2024-12-31", "2025-01-15"])
def test_every_document_as_the_form_that_it_is(enriched: Path, tmp_path: Path, as_of: str) -> None:
    rows = Forms(enriched, as_of)
    for key, one in rows.known.items():
        name = f"naskah-{one['doc']}-{key}"
        parts = page(enriched, tmp_path, name, as_of, "--kind", "naskah", "--agreement", key)
        check(rows, parts, one["doc"], key)


@pytest.mark.parametrize("as_of", ["2024-06-30", "2025-01-15"])
def test_a_kak_of_every_document(enriched: Path, tmp_path: Path, as_of: str) -> None:
    """What the document has is not what its kerangka acuan kerja has: that is checked in full."""
    rows = Forms(enriched, as_of)
    for key in rows.known:
        asked = ("--kind", "naskah", "--agreement", key, "--doc", "kak")
        check(rows, page(enriched, tmp_path, f"naskah-kak-{key}", as_of, *asked), "kak", key)


@pytest.mark.parametrize(
    ("key", "form"),
    [
        ("KB-2020-001", "pks"), ("KB-2022-002", "pks"), ("KB-2023-001", "kontrak"), ("NK-2022-001", "rk"),
        ("LOI-2022-001", "mou"), ("MOU-2024-001", "rkt"), ("MOU-2023-001", "pks"), ("KB-2024-004", "pks"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("as_of", ["2024-12-31", "2025-01-15"])
def test_another_form_begun_from_an_umbrella(
    enriched: Path, tmp_path: Path, key: str, form: str, as_of: str
) -> None:
    """It takes over purpose, object and scope; neither numbers nor signers nor clauses of the umbrella."""
    asked = ("--kind", "naskah", "--agreement", key, "--doc", form)
    check(Forms(enriched, as_of), page(enriched, tmp_path, f"naskah-{form}-{key}", as_of, *asked), form, key)


def test_what_a_form_says_at_its_end(enriched: Path, tmp_path: Path) -> None:
    """A stamp where the rules ask for one, the partner's language abroad, no equal force of a mere intent."""
    for form in LAW.keys() - PLANS:
        parts = page(enriched, tmp_path, f"naskah-{form}", "2025-01-15", "--kind", "naskah", "--doc", form)
        (end,) = (one for one in texts(parts, "para") if one.startswith("Demikian"))
        assert ("bermeterai cukup" in end) == (form in {"kb", "pks", "kontrak"})
        assert ("<bahasa pihak asing>" in end) == (form in {"loi", "mou"})
        assert ("kekuatan hukum yang sama" in end) == (form != "loi")
        abroad = "Nomor 25 Tahun 2020" if form in {"loi", "mou"} else "Nomor 22 Tahun 2020"
        assert any(abroad in said(one) for one in parts if one["part"] == "items")
