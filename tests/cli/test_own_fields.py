"""``field``: what an office wants to keep of its documents and kskd does not know, in every place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command_line import document, on_screen, table

if TYPE_CHECKING:
    from .command_line import Ok, Refused, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"
NEW = ("add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES")
MOU = (*NEW, "--signed", "2024-06-03", "--years", "3")


@pytest.fixture
def own(desk: Path, ok: Ok) -> Path:
    """``desk`` whose office keeps a field of every kind."""
    ok("field", "add", "lokasi-kerja", "--label", "lokasi kegiatan")
    ok("field", "add", "luas", "--label", "luas lahan", "--kind", "number")
    ok("field", "add", "serah", "--label", "tanggal serah terima", "--kind", "date", "--doc", "pks,rk")
    ok("field", "add", "hibah", "--label", "nilai hibah", "--kind", "money")
    choices = ("--choice", "Ilmu Sosial", "--choice", "Sains")
    ok("field", "add", "rumpun", "--label", "rumpun", "--kind", "choice", *choices)
    ok("field", "add", "pic", "--label", "nama narahubung", "--personal", "ya")
    return desk


def _shown(ok: Ok, one: str, *more: str) -> dict[str, Any]:
    return document(ok("show", one, "--format", "json", *more))


def test_they_are_listed_with_how_many_documents_say_something(own: Path, ok: Ok) -> None:
    ok("update", KB, "--set", "luas=12")
    ok("update", PKS, "--set", "luas=13,5", "--set", "serah=2024-06-01")
    ok("void", PKS, "--reason", "salah catat")
    items = document(ok("field", "list", "--format", "json"))["items"]
    assert [(one["key"], one["kind"], one["documents"]) for one in items] == [
        ("lokasi_kerja", "text", 0),
        ("luas", "number", 1),
        ("serah", "date", 0),
        ("hibah", "money", 0),
        ("rumpun", "choice", 0),
        ("pic", "text", 0),
    ]
    assert items[2]["docs"] == ["pks", "rk"]
    assert items[4]["choices"] == ["Ilmu Sosial", "Sains"]
    assert [one["personal"] for one in items] == ["no"] * 5 + ["yes"]
    assert "ya" in on_screen("field", "list")


def test_they_are_entered_shown_and_typed_in_json(own: Path, ok: Ok, run: Run) -> None:
    place, size = ("--set", "lokasi-kerja= Aula  Contoh "), ("--set", "luas=1250,5")
    done = run(*MOU, "--title", "Riset", *place, *size, "--set", "RUMPUN=sains", "--set", "hibah=1,2 miliar")
    assert done.status == 0, done.err
    assert _shown(ok, "KB-2024-002")["fields"] == {
        "lokasi_kerja": "Aula Contoh",
        "luas": 1250.5,
        "serah": None,
        "hibah": 1_200_000_000,
        "rumpun": "Sains",
        "pic": None,
    }
    assert _shown(ok, "KB-2024-002")["facts"] == {}
    page = ok("show", "KB-2024-002", "--format", "tsv")
    assert "Isian kantor\tluas lahan\t1.250,5\n" in page
    assert "Isian kantor\tnilai hibah\tRp1.200.000.000\n" in page
    assert "tanggal serah terima" not in page
    ok("derive-pks", KB, "--title", "Gizi", "--signed", "2024-07-01", "--set", "serah=1/8/2024")
    assert _shown(ok, "PKS-2024-002")["fields"]["serah"] == "2024-08-01"
    assert "tanggal serah terima\t1 Agustus 2024\n" in ok("show", "PKS-2024-002", "--format", "tsv")
    ok("extend", PKS, "--signed", "2025-01-10", "--years", "2", "--set", "luas=7")
    assert _shown(ok, "PKS-2025-001")["fields"]["luas"] == 7


def test_one_that_is_for_other_documents_is_kept_and_told(own: Path, run: Run) -> None:
    assert "--set serah disimpan, tetapi bukan untuk" in run("update", KB, "--set", "serah=2024-08-01").err


def test_they_are_filled_corrected_cleared_told_in_the_log_and_undone(
    own: Path, ok: Ok, run: Run, refused: Refused
) -> None:
    assert "Luas lahan: belum tercatat → 12,5" in run("update", KB, "--set", "luas=12,5").err
    assert "Luas lahan sudah tercatat" in refused("update", KB, "--set", "luas=13")
    assert run("update", KB, "--set", "luas=12,5").err.endswith("Tidak ada yang berubah.\n")
    ok("update", KB, "--set", "luas=1.250.000", "--reason", "koreksi")
    assert "isian kantor KB-2024-001, luas lahan: isi 12,5 → 1.250.000" in ok("log", KB)
    assert "Luas lahan: 1.250.000 → dihapus" in run("update", KB, "--clear", "luas", "--reason", "salah").err
    assert _shown(ok, KB)["fields"]["luas"] is None
    ok("undo", "--yes")
    assert _shown(ok, KB)["fields"]["luas"] == 1_250_000
    assert "luas" in refused("update", KB, "--clear", "luas", "--set", "luas=1", "--reason", "x", status=2)


def test_nothing_is_known_of_what_is_said_to_be_nothing(own: Path, ok: Ok, run: Run) -> None:
    for text in ("-", "belum ada", "nihil"):
        assert "belum diketahui" in run("update", KB, "--set", f"lokasi-kerja={text}").err
    assert _shown(ok, KB)["fields"]["lokasi_kerja"] is None
    assert '"besok" dibaca 16 Januari 2025' in run("update", PKS, "--set", "serah=besok").err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("luas=1.250", "tidak jelas"),
        ("luas=banyak", "tidak dapat dibaca"),
        ("serah=31/2/2024", "kalender"),
        ("hibah=$100", "bukan dalam rupiah"),
        ("rumpun=Seni", "Ilmu Sosial, Sains"),
        ("lokasi-kerja=" + "x" * 501, "terlalu panjang"),
    ],
)
def test_a_value_that_cannot_be_is_refused(text: str, words: str, own: Path, refused: Refused) -> None:
    assert words in refused("update", KB, "--set", text)


@pytest.mark.parametrize("text", ["warna=merah", "luas", "title=x", "=x"])
def test_a_field_that_is_not_there_is_refused_with_those_that_are(
    text: str, own: Path, refused: Refused
) -> None:
    assert "lokasi-kerja, luas, serah, hibah, rumpun, pic" in refused("update", KB, "--set", text, status=2)


def test_they_are_columns_filters_and_words(own: Path, ok: Ok, refused: Refused) -> None:
    ok("update", KB, "--set", "lokasi-kerja=Aula Contoh", "--set", "luas=12,5", "--set", "rumpun=sains")
    assert ok("list", "--columns", "id,luas,own_lokasi_kerja", "--where", "luas=12,5") == (
        "id\tluas\tlokasi_kerja\nKB-2024-001\t12.5\tAula Contoh\n"
    )
    assert ok("list", "--columns", "id", "--where", "lokasi-kerja=aula") == "id\nKB-2024-001\n"
    assert ok("list", "--columns", "id", "--where", "rumpun=") == "id\nPKS-2024-001\n"
    assert ok("search", "AULA", "--columns", "id") == "id\nKB-2024-001\n"
    items = document(ok("list", "--format", "json"))["items"]
    assert {one["id"]: one["fields"]["luas"] for one in items} == {KB: 12.5, PKS: None}
    (item,) = document(ok("list", "--format", "json", "--columns", "luas", "--where", "rumpun=Sains"))[
        "items"
    ]
    assert item == {"luas": 12.5}
    assert "12,5" in on_screen("list", "--columns", "id,luas")
    ok("update", KB, "--set", "hibah=Rp75.450.000,00")
    assert ok("list", "--columns", "hibah", "--where", "hibah=75.450.000") == "hibah\n75450000\n"
    assert "Rp75.450.000" in on_screen("list", "--columns", "id,hibah")
    assert "lokasi_kerja=Aula Contoh; luas=12.5; hibah=75450000; rumpun=Sains" in ok(
        "list", "--columns", "fields"
    )
    assert "lokasi_kerja" in refused("list", "--columns", "warna", status=2)


def test_without_any_there_is_nothing_to_see(desk: Path, ok: Ok, run: Run) -> None:
    assert _shown(ok, KB)["fields"] == {}
    assert document(ok("list", "--format", "json"))["items"][0]["fields"] == {}
    assert "Isian kantor" not in ok("show", KB)
    assert table(ok("field", "list")) == []
    assert "belum ada" in run("update", KB, "--set", "luas=1").err


def test_they_are_asked_for_where_they_belong(own: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of other kinds of document, and those retired, are not."""
    asked: list[str] = []
    answers = {
        "Luas lahan (boleh kosong)": ["1.250", "1250"],
        "Rumpun (Ilmu Sosial, Sains) (boleh kosong)": ["sains"],
    }

    def prompt(label: str, **_: object) -> str:
        asked.append(label)
        return answers.get(label, []).pop(0) if answers.get(label) else "t" if label.endswith("(y/t)") else ""

    ok("field", "retire", "pic")
    monkeypatch.setattr("kskd.cli.kit.command.is_attended", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    ok(*MOU, "--title", "Riset", "--set", "lokasi-kerja=Aula")
    assert _shown(ok, "KB-2024-002")["fields"] == {
        "lokasi_kerja": "Aula", "luas": 1250, "serah": None, "hibah": None, "rumpun": "Sains", "pic": None,
    }  # fmt: skip
    assert not any("Lokasi" in one or "serah" in one or "narahubung" in one for one in asked)
    asked.clear()
    ok("derive-pks", KB, "--title", "Gizi", "--signed", "2024-07-01")
    assert "Tanggal serah terima (boleh kosong)" in asked


def test_one_that_was_retired_is_shown_and_cleared_only(
    own: Path, ok: Ok, run: Run, refused: Refused
) -> None:
    ok("update", KB, "--set", "luas=12")
    assert "Dihentikan: luas lahan." in run("field", "retire", "luas").err
    assert "Tidak ada yang berubah." in run("field", "retire", "LUAS").err
    assert _shown(ok, KB)["fields"]["luas"] == 12
    assert "luas lahan\t12" in ok("show", KB)
    assert "kskd field resume luas" in refused("update", PKS, "--set", "luas=1")
    assert "luas" not in refused("update", PKS, "--set", "warna=1", status=2).replace('"warna=1"', "")
    ok("update", KB, "--clear", "luas", "--reason", "tidak dipakai")
    ok("field", "resume", "luas")
    ok("update", PKS, "--set", "luas=1")
    assert document(ok("field", "list", "--format", "json"))["items"][1]["retired_on"] is None


def test_what_it_is_called_and_its_choices_change(own: Path, ok: Ok, run: Run, refused: Refused) -> None:
    ok("update", KB, "--set", "rumpun=Sains")
    assert "Rumpun ilmu" not in ok("field", "list")
    assert "alasannya" in refused("field", "update", "rumpun", "--label", "rumpun ilmu")
    ok("field", "update", "rumpun", "--label", "rumpun ilmu", "--reason", "lebih jelas")
    assert 'Pilihan "Seni": belum tercatat → ada' in run("field", "update", "rumpun", "--choice", "Seni").err
    said = refused("field", "update", "rumpun", "--drop-choice", "sains", "--reason", "x")
    assert "dipakai KB-2024-001" in said
    assert f"kskd update {KB} --set rumpun=PILIHAN --reason ALASAN" in said
    ok("field", "update", "rumpun", "--drop-choice", "Ilmu Sosial", "--reason", "tidak dipakai")
    assert "rumpun ilmu\tSains" in ok("show", KB)
    assert document(ok("field", "list", "--format", "json"))["items"][4]["choices"] == ["Sains", "Seni"]
    assert "tidak dikenal" in refused(
        "field", "update", "rumpun", "--drop-choice", "Seni2", "--reason", "x", status=2
    )
    assert "choice" in refused("field", "update", "luas", "--choice", "1", status=2)
    assert "rumpun" in refused("field", "update", "warna", "--label", "warna")
    ok("update", KB, "--clear", "rumpun", "--reason", "x")
    both = ("--drop-choice", "Sains", "--drop-choice", "Seni")
    said = refused("field", "update", "rumpun", *both, "--reason", "x", status=2)
    assert "sedikitnya satu pilihan" in said


@pytest.mark.parametrize(
    "key",
    ["title", "judul-1 x", "signed", "power-of-attorney", "in-apbd", "status", "fields", "planned", "Ended"],
)
def test_a_key_that_means_something_already_is_refused(key: str, desk: Path, refused: Refused) -> None:
    assert "unci" in refused("field", "add", key, "--label", "apa")


def test_a_field_is_described_once_and_in_full(own: Path, refused: Refused) -> None:
    assert "sudah ada" in refused("field", "add", "Luas", "--label", "luas")
    assert "--label" in refused("field", "add", "warna", status=2)
    assert "text, number, date" in refused(
        "field", "add", "warna", "--label", "warna", "--kind", "warna", status=2
    )
    assert "satu pilihan" in refused(
        "field", "add", "warna", "--label", "warna", "--kind", "choice", status=2
    )
    assert "choice" in refused("field", "add", "warna", "--label", "warna", "--choice", "merah", status=2)


def test_a_field_is_not_taken_back_while_documents_say_something(own: Path, ok: Ok, refused: Refused) -> None:
    """Nor is a choice: else values would stand there that nothing describes."""
    ok("field", "add", "warna", "--label", "warna", "--kind", "choice", "--choice", "merah")
    made = document(ok("log", "--limit", "1", "--format", "json"))["items"][0]["act"]
    ok("field", "update", "warna", "--choice", "biru")
    ok("update", KB, "--set", "warna=biru")
    for act in (made, made + 1):
        assert "bergantung" in refused("undo", str(act), "--yes") or "kskd undo" in refused(
            "undo", str(act), "--yes"
        )
    ok("undo", "--yes")
    ok("undo", str(made + 1), "--yes")
    ok("undo", str(made), "--yes")
    assert "warna" not in ok("field", "list")


def test_they_go_out_with_the_registry_and_come_back(own: Path, ok: Ok, tmp_path: Path) -> None:
    ok("update", KB, "--set", "luas=12,5", "--set", "pic=Nama Contoh")
    ok("export", "--out", "semua.json")
    ok("import", "semua.json", "--db", "lain.db")
    assert _shown(ok, KB, "--db", "lain.db") == _shown(ok, KB)
    assert ok("field", "list", "--db", "lain.db") == ok("field", "list")
    ok("update", KB, "--set", "lokasi-kerja=Aula", "--db", "lain.db")
    some = json.loads(ok("export", "--agreement", KB))["tables"]
    assert [one["key"] for one in some["own_field"]] == [
        "hibah",
        "lokasi_kerja",
        "luas",
        "pic",
        "rumpun",
        "serah",
    ]
    assert {one["key"] for one in some["fact"]} == {"own_luas", "own_pic"}


def test_what_is_personal_stays_inside_and_can_be_erased(own: Path, ok: Ok, run: Run) -> None:
    ok("update", KB, "--set", "pic=Nama Contoh", "--set", "lokasi-kerja=Aula")
    public = json.loads(ok("export", "--public"))["tables"]
    assert [one["key"] for one in public["fact"]] == ["own_lokasi_kerja"]
    done = run("erase", "Nama Contoh", "--reason", "diminta", "--yes")
    assert "isian kantor KB-2024-001, nama narahubung" in done.err
    assert _shown(ok, KB)["fields"]["pic"] is None
    assert "Nama Contoh" not in ok("log", "--format", "json")
    ok("log", "--verify")
    assert run("erase", "Aula", "--reason", "x", "--yes").status == 1  # not marked as personal
    ok("field", "update", "lokasi-kerja", "--personal", "ya", "--reason", "ternyata alamat rumah")
    assert run("erase", "Aula", "--reason", "x", "--yes").status == 0


def test_a_value_of_any_kind_may_be_erased_in_part(own: Path, ok: Ok) -> None:
    """A day in the history that is no day any more is shown as it stands."""
    ok("field", "add", "lahir", "--label", "tanggal lahir", "--kind", "date", "--personal", "ya")
    ok("update", KB, "--set", "lahir=2001-02-03")
    ok("erase", "2001-02-03", "--reason", "diminta", "--yes")
    assert "tanggal lahir: isi [dihapus]" in ok("log", KB)


def test_they_stand_in_the_report_and_on_the_desk_sheet(own: Path, ok: Ok) -> None:
    before = ok("report", "--period", "2024-S2", "--out", "laporan")
    page = Path("laporan/2024-S2/DINKES.md")
    assert "luas lahan" not in page.read_text("utf-8")
    ok("update", PKS, "--set", "luas=12,5", "--set", "serah=2024-06-01", "--set", "pic=Nama Contoh")
    assert ok("report", "--period", "2024-S2", "--out", "laporan") == before
    text = page.read_text("utf-8")
    assert "PKS-2024-001: luas lahan 12,5; tanggal serah terima 1 Juni 2024" in text
    row = "| PKS-2024-001 | Pelatihan bidan desa | luas lahan: 12,5; tanggal serah terima: 1 Juni 2024 |"
    assert row in page.with_name("rekap.md").read_text("utf-8")
    assert "tanggal serah terima 1 Juni 2024" in page.with_suffix(".html").read_text("utf-8")
    assert "Nama Contoh" not in text
    ok("desk", "export", "--period", "2024-S2", "--format", "csv", "--out", ".", "--due", "2025-02-10")
    (sheet,) = Path().glob("*evaluasi.csv")
    assert "Isian kantor;" in sheet.read_text("utf-8")
    assert "luas lahan: 12,5; tanggal serah terima: 1 Juni 2024" in sheet.read_text("utf-8")
    assert "Nama Contoh" not in sheet.read_text("utf-8")


def test_money_of_the_office_s_own_is_whole_rupiah(own: Path, ok: Ok, refused: Refused) -> None:
    ok("field", "add", "pagu", "--label", "pagu anggaran", "--kind", "money")
    ok("update", KB, "--set", "pagu=1,2 miliar")
    assert _shown(ok, KB)["fields"]["pagu"] == 1_200_000_000
    assert "Isian kantor\tpagu anggaran\tRp1.200.000.000\n" in ok("show", KB, "--format", "tsv")
    assert ok("list", "--columns", "id,pagu", "--where", "pagu=Rp1.200.000.000").splitlines()[1:] == [
        f"{KB}\t1200000000"
    ]
    assert "Rp1.200.000.000" in on_screen("list", "--columns", "id,pagu")
    assert "dapat berarti" in refused("update", KB, "--set", "pagu=1.250 juta", "--reason", "x")
    assert "Rp1.200.000.000" in ok("log", KB, "--format", "tsv")
