"""Rows of sheets as one act: what becomes of each, and what is left."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.fields import FIELDS
from kskd.importing.reading import read_record
from kskd.workflows.access import Access
from kskd.workflows.importing.act import take
from kskd.workflows.importing.outcome import Batch, Fate, Outcome, Wishes
from tests.importing.rows import days_alone, plans_of, record_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from kskd.domain.values.grid import Cell

HEAD = "kind number title partner opd signed duration"
KB = ("Kesepakatan Bersama", "9/KB/2024", "Payung baru", "PT Baru Contoh", "Dikbud", "3 Mei 2024", "5 tahun")
PKS = ("PKS", "10/PKS/2024", "Isi baru", "PT Baru Contoh", "DIKBUD", "14 Mei 2024", "2 tahun")


def access(path: Path, reason: str | None = None, *, dry_run: bool = False) -> Access:
    """A way in for ``kskd import``."""
    return Access(path, datetime(2025, 1, 15, tzinfo=UTC), "analis", "import", reason, dry_run=dry_run)


def batch(
    columns: str,
    *rows: tuple[str | Cell, ...],
    indents: tuple[int, ...] = (),
    kind: str = "",
    sheet: str = "Data",
) -> Batch:
    """A list of these rows, from the second of the sheet."""
    plans = plans_of(*columns.split())
    records = [
        record_of(at + 2, *row, sheet=sheet, indent=indents[at] if indents else 0)
        for at, row in enumerate(rows)
    ]

    def readings() -> list[Any]:
        return [read_record(one, plans, FIELDS, days_alone(one, plans)) for one in records]

    digest = sha256(repr((columns, records)).encode()).hexdigest()
    return Batch("Register.xlsx", digest, plans, readings, kind)


def fates(outcome: Outcome) -> dict[str, int]:
    """Counts by what became of the rows."""
    return {str(fate): count for fate, count in outcome.fates.items()}


def test_rows_go_in_as_one_act_and_come_out_as_told(
    desk: Path, show: Callable[..., Any], ok: Callable[..., str]
) -> None:
    outcome = take(access(desk), [batch(HEAD, PKS, KB)], Wishes())
    assert (fates(outcome), outcome.problems) == ({"baru": 2}, [])
    assert outcome.partners == ["PT Baru Contoh"]
    told = show("KB-2024-002")
    assert (told["title"], told["lead_opd"], told["scheme"]) == ("Payung baru", "DIKBUD", "ksdpk")
    assert [one["typed"] for one in told["sources"] if one["field"] == "opd"] == ["Dikbud"]
    acts = {line.split(",")[0] for line in ok("log", "--format", "csv").splitlines() if ",import," in line}
    assert len(acts) == 1
    ok("undo", "--yes", "--reason", "salah berkas")
    assert "Payung baru" not in ok("list", "--format", "csv")


def test_the_same_rows_again_change_nothing(desk: Path) -> None:
    take(access(desk), [batch(HEAD, KB, PKS)], Wishes())
    kept = desk.read_bytes()
    outcome = take(access(desk), [batch(HEAD, PKS, KB)], Wishes())
    assert (fates(outcome), outcome.changes, outcome.partners) == ({"sama": 2}, [], [])
    assert desk.read_bytes() == kept


def test_new_facts_are_filled_and_corrections_need_a_reason(desk: Path, show: Callable[..., Any]) -> None:
    take(access(desk), [batch(HEAD, PKS)], Wishes())
    more = batch(f"{HEAD} value", (*PKS, "Rp75.000.000"))
    outcome = take(access(desk), [more], Wishes())
    assert [str(one.change) for one in outcome.changes] == ["Nilai kerja sama: belum tercatat → Rp75.000.000"]
    other = batch(f"{HEAD} value", (*PKS, "Rp80.000.000"))
    outcome = take(access(desk), [other], Wishes())
    assert fates(outcome) == {"dikarantina": 1}
    assert "Rp75.000.000 → Rp80.000.000" in outcome.problems[0].why
    outcome = take(access(desk, "salah ketik"), [other], Wishes())
    assert fates(outcome) == {"berubah": 1}
    assert show("PKS-2024-002")["value"] == 80_000_000


def test_a_row_that_is_refused_ends_nothing(desk: Path) -> None:
    late = (*PKS[:5], "3 Mei 2034", "2 tahun")
    outcome = take(access(desk), [batch(HEAD, KB, late)], Wishes())
    assert fates(outcome) == {"baru": 1, "dikarantina": 1}
    (left,) = outcome.left
    assert (left.record.row, left.id, outcome.is_whole) == (3, "", False)


def test_an_undecided_day_is_known_in_part_and_the_row_is_left_with_its_id(
    desk: Path, show: Callable[..., Any]
) -> None:
    outcome = take(access(desk), [batch(HEAD, (*PKS[:5], "5/4/2024", "2 tahun"))], Wishes())
    assert fates(outcome) == {"baru": 1}
    assert [(one.id, len(one.problems)) for one in outcome.left] == [("PKS-2024-002", 1)]
    assert show("PKS-2024-002")["signed"] == "2024"
    repaired = take(access(desk), [batch(HEAD, (*PKS[:5], "5 April 2024", "2 tahun"))], Wishes())
    assert (fates(repaired), repaired.problems) == ({"berubah": 1}, [])
    assert show("PKS-2024-002")["signed_on"] == "2024-04-05"


def test_a_unit_is_never_made_by_accident(desk: Path) -> None:
    stranger = (*PKS[:4], "Dinas Sosial", *PKS[5:])
    misspelt = (*KB[:4], "Dinas Kesehatn", *KB[5:])
    outcome = take(access(desk), [batch(HEAD, stranger, misspelt)], Wishes())
    assert fates(outcome) == {"dikarantina": 2}
    assert outcome.unknown_opds == {"Dinas Sosial": (), "Dinas Kesehatn": ("Dinas Kesehatan",)}
    outcome = take(access(desk), [batch(HEAD, stranger, misspelt)], Wishes(new_opd=True))
    assert (fates(outcome), outcome.opds) == (
        {"baru": 1, "dikarantina": 1},
        {"DINAS-SOSIAL": "Dinas Sosial"},
    )


def test_a_unit_spelt_in_two_ways_is_one_unit_that_is_not_known(desk: Path) -> None:
    spelt = ("DINAS SOSIAL", "Dinas  Sosial")
    rows = [(*one[:4], unit, *one[5:]) for one, unit in zip((PKS, KB), spelt, strict=True)]
    assert len(take(access(desk), [batch(HEAD, *rows)], Wishes()).unknown_opds) == 1


@pytest.mark.parametrize("cell", ["DINKES; Dinas Sosial", "Dinas Kesehatan\nDikbud"])
def test_several_units_in_one_cell_are_no_unit_that_is_new(desk: Path, cell: str) -> None:
    outcome = take(access(desk), [batch(HEAD, (*PKS[:4], cell, *PKS[5:]))], Wishes(new_opd=True))
    assert (fates(outcome), outcome.opds, outcome.unknown_opds) == ({"dikarantina": 1}, {}, {})
    assert "menyebut beberapa OPD" in outcome.problems[0].why


def test_a_partner_that_resembles_a_known_one_is_asked_about(desk: Path) -> None:
    row = (*PKS[:3], "PT Majuu Contoh", *PKS[4:])
    outcome = take(access(desk), [batch(HEAD, row)], Wishes())
    assert (fates(outcome), outcome.problems[0].readings) == ({"dikarantina": 1}, ("PT Maju Contoh",))
    same = Wishes(partners={"PT Majuu Contoh": "PT Maju Contoh"})
    outcome = take(access(desk), [batch(HEAD, row)], same)
    assert (fates(outcome), outcome.partners) == ({"baru": 1}, [])


def test_a_number_of_another_document_is_not_taken_for_it(desk: Path) -> None:
    row = ("PKS", "440/7/PKS/2024", "Lain sama sekali", "PT Maju Contoh", "DINKES", "3 Mei 2024", "2 tahun")
    outcome = take(access(desk), [batch(HEAD, row)], Wishes())
    assert fates(outcome) == {"mungkin sama": 1}
    assert outcome.left[0].id == "PKS-2024-001"


@pytest.mark.parametrize("way", ["number", "position"])
def test_what_stands_below_goes_under_what_stands_above(
    desk: Path, show: Callable[..., Any], way: str
) -> None:
    if way == "number":
        one = batch(f"{HEAD} parent", (*PKS, "9/KB/2024"), (*KB, ""))
    else:
        one = batch(HEAD, KB, PKS, indents=(0, 1))
    outcome = take(access(desk), [one], Wishes())
    assert (fates(outcome), outcome.problems) == ({"baru": 2}, [])
    assert show("PKS-2024-002")["parent"] == "KB-2024-002"


def test_an_umbrella_beside_its_pks_is_entered_with_it(desk: Path, show: Callable[..., Any]) -> None:
    head = f"{HEAD} umbrella_number umbrella_title umbrella_signed"
    row = (*PKS, "9/KB/2024", "Payung baru", "3 Mei 2024")
    outcome = take(access(desk), [batch(head, row)], Wishes())
    assert outcome.problems == []
    assert show("PKS-2024-002")["parent"] == "KB-2024-002"
    assert show("KB-2024-002")["title"] == "Payung baru"


def test_an_adendum_goes_to_its_document(desk: Path, show: Callable[..., Any]) -> None:
    row = (
        "Adendum I",
        "11/ADD/2024",
        "Memperpanjang",
        "",
        "",
        "1 Juni 2024",
        "",
        "440/7/PKS/2024",
        "1 Mei 2027",
    )
    one = batch(f"{HEAD} parent ends", row)
    assert fates(take(access(desk), [one], Wishes())) == {"baru": 1}
    (amendment,) = show("PKS-2024-001")["amendments"]
    assert amendment["what"] == "Memperpanjang"
    assert fates(take(access(desk), [one], Wishes())) == {"sama": 1}


def test_numbers_are_paired_only_where_they_are_as_many(desk: Path, show: Callable[..., Any]) -> None:
    head = HEAD.replace("number", "numbers")
    good = ("PKS", "10/PKS/2024; 5/BC/2024", *PKS[2:])
    bad = ("PKS", "12/PKS/2024; 6/BC/2024; 7/X/2024", "Isi lain", *PKS[3:])
    outcome = take(access(desk), [batch(head, good, bad)], Wishes())
    assert fates(outcome) == {"baru": 2}
    assert len(outcome.problems) == 1
    assert [one["number"] for one in show("PKS-2024-002")["parties"]] == ["10/PKS/2024", "5/BC/2024"]


def test_numbers_that_other_columns_tell_are_passed_over(desk: Path, show: Callable[..., Any]) -> None:
    head = f"{HEAD} numbers partner_number partner_more_number"
    same = (*PKS, "10/PKS/2024; 5/BC/2024; 6/BC/2024", "5/BC/2024", "PT Baru Contoh=6/BC/2024")
    outcome = take(access(desk), [batch(head, same)], Wishes())
    assert (fates(outcome), outcome.problems) == ({"baru": 1}, [])
    assert [one["number"] for one in show("PKS-2024-002")["parties"]] == ["10/PKS/2024", "5/BC/2024"]
    more = (*PKS[:1], "11/PKS/2024", "Isi lain", *PKS[3:], "11/PKS/2024; 9/X/2024", "7/BC/2024", "")
    outcome = take(access(desk), [batch(head, more)], Wishes())
    assert [(one.heading, one.readings) for one in outcome.problems] == [
        ("numbers", ("11/PKS/2024", "9/X/2024"))
    ]


def test_each_partner_has_the_kind_that_stands_in_its_place(desk: Path, ok: Callable[..., str]) -> None:
    head = f"{HEAD} partner_kind"
    two = (*PKS[:3], "Umpama Satu\nUmpama Dua", *PKS[4:], "BUMD\nKoperasi")
    one = (*PKS[:1], "11/PKS/2024", "Isi lain", "Umpama Tiga", *PKS[4:], "Perguruan Tinggi")
    few = (*PKS[:1], "12/PKS/2024", "Isi lagi", "PT Umpama Empat; PT Umpama Lima", *PKS[4:], "BUMD")
    outcome = take(access(desk), [batch(head, two, one, few)], Wishes())
    assert (fates(outcome), outcome.problems) == ({"baru": 3}, [])
    known = {
        row["name"]: row["kind"] for row in json.loads(ok("partner", "list", "--format", "json"))["items"]
    }
    told = {name: known[name] for name in outcome.partners}
    assert told == {
        "Umpama Satu": "bumd",
        "Umpama Dua": "koperasi",
        "Umpama Tiga": "perguruan-tinggi",
        "PT Umpama Empat": None,
        "PT Umpama Lima": None,
    }


def test_a_legal_form_behind_a_name_is_no_partner(desk: Path) -> None:
    outcome = take(access(desk), [batch(HEAD, (*PKS[:3], "Bank Umpama Contoh, PT", *PKS[4:]))], Wishes())
    assert outcome.partners == ["Bank Umpama Contoh, PT"]


def test_a_status_is_a_claim_that_is_compared_and_never_written(desk: Path) -> None:
    row = (*PKS[:5], "14 Mei 2020", "2 tahun", "Masih berlaku")
    outcome = take(access(desk), [batch(f"{HEAD} status_claim", row)], Wishes())
    assert outcome.remarks == [
        'baris 2: status lembar "masih berlaku", tetapi dari tanggalnya PKS-2020-001 berakhir.'
    ]


@pytest.mark.parametrize("claim", ["Tidak Berlaku", "Non Aktif", "Dicabut", "Dihentikan"])
def test_a_claim_that_it_is_over_is_compared_too(claim: str, desk: Path) -> None:
    row = (*PKS[:5], "14 Mei 2024", "2 tahun", claim)
    (remark,) = take(access(desk), [batch(f"{HEAD} status_claim", row)], Wishes()).remarks
    assert (
        remark == f'baris 2: status lembar "{claim.casefold()}", tetapi dari tanggalnya PKS-2024-002 berlaku.'
    )


def test_what_is_neither_signed_nor_a_draft_is_left(desk: Path) -> None:
    row = (*PKS[:5], "", "2 tahun")
    assert fates(take(access(desk), [batch(HEAD, row)], Wishes())) == {"dikarantina": 1}
    draft = take(access(desk), [batch(f"{HEAD} status_claim", (*row, "Rancangan"))], Wishes())
    assert fates(draft) == {"baru": 1}


def test_a_rehearsal_tells_the_same_and_keeps_nothing(desk: Path) -> None:
    kept = desk.read_bytes()
    outcome = take(access(desk, dry_run=True), [batch(HEAD, KB, PKS)], Wishes())
    assert (fates(outcome), desk.read_bytes()) == ({Fate.NEW.value: 2}, kept)


def test_ids_of_another_registry_are_names_of_its_rows_and_no_ids_here(
    desk: Path, show: Callable[..., Any]
) -> None:
    head = f"{HEAD} id parent"
    rows = ((*KB, "KB-2024-009", ""), (*PKS, "PKS-2024-003", "KB-2024-009"))
    other = ("PKS", "12/PKS/2024", "Isi lain", *PKS[3:], "PKS-2024-002", "KB-2024-002")
    outcome = take(access(desk), [batch(head, *rows, other)], Wishes())
    assert fates(outcome) == {"baru": 3}
    assert [one.heading for one in outcome.problems] == ["parent"]
    assert show("PKS-2024-002")["parent"] == "KB-2024-002"
    assert (show("PKS-2024-003")["title"], show("PKS-2024-003")["parent"]) == ("Isi lain", None)
    again = take(access(desk), [batch(head, *rows, other)], Wishes())
    assert fates(again) == {"sama": 3}


def test_a_file_is_linked_where_it_is_there_and_an_address_is_counted(
    desk: Path, show: Callable[..., Any]
) -> None:
    desk.with_name("pindaian.pdf").write_bytes(b"%PDF-1.4")
    row = (*PKS, "pindaian.pdf; tiada.pdf; https://contoh.invalid/pindaian")
    outcome = take(access(desk), [batch(f"{HEAD} file", row)], Wishes())
    assert (fates(outcome), outcome.links, len(outcome.problems)) == ({"baru": 1}, 1, 1)
    assert [one["path"] for one in show("PKS-2024-002")["files"]] == ["pindaian.pdf"]


def test_a_kind_that_is_not_known_is_named_at_its_cell(desk: Path) -> None:
    outcome = take(access(desk), [batch(HEAD, ("Surat Cinta", "10/X/2024", *PKS[2:]))], Wishes())
    (problem,) = outcome.problems
    assert (problem.column, problem.typed) == (1, "Surat Cinta")
    assert "tidak dikenal" in problem.why


def test_what_is_left_stands_in_the_order_of_the_file(desk: Path) -> None:
    """Not in that of the names of its sheets, whatever turn a row was taken in."""
    stranger = (*PKS[:4], "Dinas Sosial", *PKS[5:])
    lists = [batch(HEAD, stranger, (*KB[:4], "Dinas Sosial", *KB[5:]), sheet=name) for name in ("B", "A")]
    outcome = take(access(desk), lists, Wishes())
    places = [("B", 2), ("B", 3), ("A", 2), ("A", 3)]
    assert [(one.sheet, one.row) for one in outcome.problems] == places
    assert [one.record.place[:2] for one in outcome.left] == places
