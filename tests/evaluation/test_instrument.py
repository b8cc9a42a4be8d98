"""Instrument files: the shipped one is usable, and any other is read whole or refused with its place."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.implementation import NOT_ASSESSABLE, Implementation
from kskd.errors import InstrumentError
from kskd.evaluation.instrument import MAX_CHARACTERS, problems, read_instrument

SHIPPED = (Path(__file__).parents[2] / "src/kskd/instruments/inti-1.toml").read_text(encoding="utf-8")
INTI = read_instrument(SHIPPED)

SMALL = """\
code = "kecil"
version = 2
title = "Instrumen kecil"
note = "Konvensi setempat."
boundary_rule = "Baik: di atas 50."
[sections]
umum = "Umum"
[[items]]
code = "satu"
section = "umum"
question = "Pertanyaan satu?"
weight = 60.5
options = [
  { code = "ya", label = "Ya", value = 1 },
  { code = "agak", label = "Agak", value = 0.1 },
  { code = "tidak", label = "Tidak", value = 0 },
]
[[items]]
code = "dua"
section = "umum"
question = "Pertanyaan dua?"
weight = 39.5
options = [ { code = "ya", label = "Ya", value = 1 }, { code = "tidak", label = "Tidak", value = 0 } ]
[[bands]]
name = "Baik"
above = 50
[[bands]]
name = "Kurang"
"""
STATES = """
  { code = "penuh", label = "Penuh", value = 1 },
  { code = "sebagian", label = "Sebagian", value = 0.5 },
  { code = "belum", label = "Belum", value = 0.1 },
  { code = "tidak", label = "Tidak", value = 0 },
"""


def test_the_shipped_instrument_has_the_eleven_items_of_the_common_core() -> None:
    assert INTI.id == "inti/1"
    assert {item.code for item in INTI.items} == {
        "terlaksana",
        "sesuai-tujuan",
        "tepat-waktu",
        "peran-mitra",
        "koordinasi",
        "keluaran",
        "hasil",
        "kelengkapan-dokumen",
        "pelaporan",
        "relevansi",
        "bukti",
    }
    assert list(INTI.sections) == ["pelaksanaan", "capaian", "administrasi", "keberlanjutan"]


def test_the_shipped_instrument_says_that_it_is_a_local_convention() -> None:
    assert "Konvensi setempat" in INTI.note
    assert "Konvensi setempat; rentang dipinjam dari Permendagri 86/2017" in INTI.boundary_rule
    assert "90,5" in INTI.boundary_rule


def test_output_and_outcome_weigh_most_in_the_shipped_instrument() -> None:
    by_weight = sorted(INTI.items, key=lambda item: item.weight)
    assert {item.code for item in by_weight[-2:]} == {"keluaran", "hasil"}


def test_only_the_state_of_carrying_out_is_not_asked_twice() -> None:
    asked = INTI.asked_items
    assert {item.code for item in INTI.items} - {item.code for item in asked} == {"terlaksana"}
    state = INTI.item("terlaksana")
    assert state is not None
    assert [(option.code, option.label) for option in state.options] == [
        (one.value, one.label) for one in Implementation
    ]


@pytest.mark.parametrize(
    ("score", "category"),
    [
        ("100", "Sangat Tinggi"),
        ("91", "Sangat Tinggi"),
        ("90.5", "Sangat Tinggi"),
        ("90.01", "Sangat Tinggi"),
        ("90", "Tinggi"),
        ("76", "Tinggi"),
        ("75.01", "Tinggi"),
        ("75", "Sedang"),
        ("66", "Sedang"),
        ("65.01", "Sedang"),
        ("65", "Rendah"),
        ("51", "Rendah"),
        ("50.01", "Rendah"),
        ("50", "Sangat Rendah"),
        ("0", "Sangat Rendah"),
    ],
)
def test_whole_numbers_fall_as_in_permendagri_86_2017_and_gaps_go_up(score: str, category: str) -> None:
    assert INTI.category(Decimal(score)) == category


def test_numbers_are_read_exactly() -> None:
    small = read_instrument(SMALL)
    first = small.item("satu")
    assert first is not None
    assert (first.weight, first.options[1].value) == (Decimal("60.5"), Decimal("0.1"))
    assert first.option("mungkin") is None
    assert small.item("tiga") is None


@pytest.mark.parametrize("text", ["\ufeff" + SMALL, SMALL.replace("\n", "\r\n")])
def test_a_file_saved_by_a_windows_editor_is_the_same_instrument(text: str) -> None:
    assert read_instrument(text) == read_instrument(SMALL)


REFUSED = [
    ("", None, "berkas: code belum ada"),
    ("code = ", None, "akhir berkas|baris 1"),
    ('version = 2\ntitle = "x" y', None, "baris 2, kolom"),
    ("version = 2", "version = 0", "version harus bilangan 1 sampai 9999"),
    ("version = 2", "version = 1.5", "version harus bilangan"),
    ("version = 2", "version = true", "version harus bilangan"),
    ("version = 2", 'version = "2"', "version harus bilangan"),
    ("version = 2", "version = 2\nwarna = 1", 'berkas: kunci "warna" tidak dikenal'),
    ("version = 2", 'version = 2\n"\\u001b[31m" = 1', "tidak dikenal"),
    ('code = "kecil"', 'code = "Kecil Sekali"', '"code" harus kode'),
    ('code = "kecil"', f'code = "{"a" * 41}"', '"code" harus kode'),
    ('title = "Instrumen kecil"', 'title = "  "', "berkas: Isi .title. kosong"),
    ('title = "Instrumen kecil"', "title = 7", "title harus teks"),
    ('title = "Instrumen kecil"', 'title = "a\\u001b[31m"', "karakter kendali"),
    ('title = "Instrumen kecil"', 'title = "a\\u202eb"', "karakter tak terlihat"),
    ('title = "Instrumen kecil"', f'title = "{"a" * 2001}"', "terlalu panjang"),
    ('[sections]\numum = "Umum"', "sections = 1", "sections. harus tabel"),
    ('[sections]\numum = "Umum"', "[sections]", "sections. harus tabel"),
    ('umum = "Umum"', 'Umum = "Umum"', "sections.*harus kode"),
    ('section = "umum"', 'section = "lain"', 'butir "satu": bagian "lain" belum ada'),
    ('code = "dua"', 'code = "satu"', 'kode butir "satu" dipakai dua kali'),
    ('code = "dua"', 'code = "dua"\nbobot = 1', 'butir ke-2 "dua": kunci "bobot" tidak dikenal'),
    ('code = "dua"', 'code = "dua"\nhelp = ""', 'butir ke-2 "dua": Isi .help. kosong'),
    ('code = "dua"', 'code = "dua"\nfrom_implementation = 1', "from_implementation harus true atau false"),
    ('code = "dua"', 'code = "dua"\nfrom_implementation = true', "penuh, sebagian, belum, tidak"),
    ("weight = 39.5", "weight = 39.4", "jumlah weight semua butir 99.9"),
    ("weight = 39.5", "weight = 0", 'butir ke-2 "dua": weight harus bilangan'),
    ("weight = 39.5", "weight = -1", "weight harus bilangan"),
    ("weight = 39.5", "weight = nan", "weight harus bilangan"),
    ("weight = 39.5", "weight = inf", "weight harus bilangan"),
    ("weight = 39.5", "weight = 39.50001", "paling banyak 4 desimal"),
    ("weight = 39.5", "weight = 1e9999999999999999999999", "terlalu besar"),
    ("weight = 39.5", f"weight = {'9' * 5000}", "terlalu besar"),
    ("weight = 39.5", f"weight = 0x{'f' * 5000}", "weight harus bilangan"),
    ("weight = 39.5", "weight = 2024-01-01", "weight harus bilangan"),
    ("weight = 39.5", f"weight = {'[' * 20000}", "terlalu besar"),
    ('{ code = "agak",', '{ code = "ya",', 'kode pilihan "ya" dipakai dua kali'),
    ('{ code = "agak",', f'{{ code = "{NOT_ASSESSABLE}",', "sudah tersedia untuk setiap butir"),
    ('"Agak", value = 0.1', '"Agak", value = 1', "value harus turun"),
    ('"Agak", value = 0.1', '"Agak", value = 0', "value harus turun"),
    ('"Agak", value = 0.1', '"Agak", value = 1.1', 'butir ke-1 "satu", pilihan ke-2: value harus'),
    ('"Agak", value = 0.1', '"Agak"', 'butir ke-1 "satu", pilihan ke-2: value belum ada'),
    ('"Agak", value = 0.1', '"Agak", value = 0.1, skor = 2', 'kunci "skor" tidak dikenal'),
    ('{ code = "ya", label = "Ya", value = 1 }, { c', "{ c", "perlu sedikitnya dua pilihan"),
    ('{ code = "ya", label = "Ya", value = 1 }, { c', '"ya", { c', "pilihan ke-1 harus tabel"),
    ("above = 50", "above = 100", "above harus di bawah 100"),
    ("above = 50", "", "isi above pada semua kategori kecuali yang terakhir"),
    ('name = "Kurang"', 'name = "Kurang"\nabove = 10', "isi above pada semua kategori kecuali"),
    ('name = "Kurang"', 'name = "Sedang"\nabove = 60\n[[bands]]\nname = "Kurang"', "menurun"),
    ('name = "Kurang"', 'name = "Baik"', 'nama kategori "Baik" dipakai dua kali'),
    ('name = "Kurang"', 'name = "Kurang"\nfrom = 1', 'kategori ke-2: kunci "from" tidak dikenal'),
]


@pytest.mark.parametrize(("old", "new", "sentence"), REFUSED)
def test_an_unusable_instrument_is_refused_with_its_place(old: str, new: str | None, sentence: str) -> None:
    """A row is a whole file, or a change to the small valid one."""
    if new is not None:
        assert old in SMALL
    text = old if new is None else SMALL.replace(old, new, 1)
    with pytest.raises(InstrumentError, match=sentence) as caught:
        read_instrument(text)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("key", ["items", "bands"])
def test_lists_have_between_one_and_two_hundred_entries(key: str) -> None:
    for entries in ("[]", "7", f"[{'1,' * 201}]"):
        head = SMALL.split("[sections]", maxsplit=1)[0] + f"{key} = {entries}\n"
        rest = {"items": "", "bands": SMALL[SMALL.index("[[items]]") : SMALL.index("[[bands]]")]}[key]
        with pytest.raises(InstrumentError, match=f"{key} harus daftar"):
            read_instrument(head + '[sections]\numum = "Umum"\n' + rest)


def test_two_items_cannot_both_follow_the_state() -> None:
    head, first, second = SMALL.split("options = [")
    states = f"from_implementation = true\noptions = [{STATES}]\n"
    text = head + states + first[first.index("[[items]]") :] + states + second[second.index("[[bands]]") :]
    with pytest.raises(InstrumentError, match="lebih dari satu butir"):
        read_instrument(text)


def test_a_text_of_any_size_is_answered_at_once() -> None:
    with pytest.raises(InstrumentError, match="lebih dari 100000 karakter"):
        read_instrument("#" * (MAX_CHARACTERS + 1))
    with pytest.raises(InstrumentError, match="baris 2: lebih dari 500 titik"):
        read_instrument("\n" + ".".join("a" * 20_000) + " = 1")


@given(st.text(st.characters(), max_size=200))
def test_no_text_brings_a_traceback(text: str) -> None:
    with pytest.raises(InstrumentError):
        read_instrument(text)


@given(st.integers(0, 2**32))
def test_no_damaged_instrument_brings_a_traceback(seed: int) -> None:
    """Lines and characters of the shipped file are dropped, doubled and swapped."""
    dice = random.Random(seed)  # noqa: S311 - damage, not secrets
    text = SHIPPED if seed % 2 else SMALL
    for _ in range(dice.randint(1, 4)):
        start = dice.randrange(len(text))
        stop = start + dice.choice((1, 1, 5, 60))
        piece = dice.choice(("", "", text[start:stop] * 2, '"', "0", "-1", "[[items]]\n", "\x00", "nan", "é"))
        text = text[:start] + piece + text[stop:]
    try:
        read = read_instrument(text)
    except InstrumentError as error:
        assert str(error).startswith("Instrumen, ")  # noqa: PT017 - damage may also hit a comment
    else:
        assert sum(item.weight for item in read.items) == 100


VALUES: st.SearchStrategy[object] = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=2),
    max_leaves=6,
)


def toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return (
                '"'
                + "".join(f"\\U{ord(char):08x}" for char in value if not "\ud800" <= char <= "\udfff")
                + '"'
            )
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            return "{" + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + "}"
        case _:
            return repr(value)


@given(
    st.sampled_from([line for line in SMALL.splitlines() if line[:1].isalpha() and "[" not in line]), VALUES
)
def test_no_value_of_the_wrong_kind_brings_a_traceback(line: str, value: object) -> None:
    key = line.partition(" = ")[0]
    text = SMALL.replace(line, f"{key} = {toml(value)}", 1)
    try:
        read = read_instrument(text)
    except InstrumentError as error:
        assert str(error).isprintable()  # noqa: PT017 - a random value may also be right
    else:
        assert sum(item.weight for item in read.items) == 100


RULE = '[evidence]\nitems = ["dua"]\ncap = 0.25\n'


def with_rule(rule: str) -> str:
    """The small instrument with a rule of evidence."""
    return SMALL.replace("[sections]", f"{rule}[sections]", 1)


def test_a_rule_of_evidence_names_items_a_cap_and_whether_a_file_is_needed() -> None:
    rule = read_instrument(with_rule(RULE)).evidence
    assert rule is not None
    assert (rule.items, rule.cap, rule.needs_file) == (("dua",), Decimal("0.25"), False)
    assert read_instrument(SMALL).evidence is None


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ('[evidence]\nitems = ["tiga"]\ncap = 0.5\n', 'butir "tiga" tidak ada'),
        ('[evidence]\nitems = ["dua", "dua"]\ncap = 0.5\n', 'butir "dua" disebut dua kali'),
        ("[evidence]\nitems = []\ncap = 0.5\n", "items harus daftar"),
        ('[evidence]\nitems = ["dua"]\ncap = 1.5\n', "cap harus bilangan 0 sampai 1"),
        ('[evidence]\nitems = ["dua"]\n', "cap belum ada"),
        (f"{RULE}kadar = 3\n", "kadar"),
    ],
)
def test_a_rule_of_evidence_that_cannot_be_used_is_refused_with_its_place(rule: str, place: str) -> None:
    with pytest.raises(InstrumentError, match="evidence") as refusal:
        read_instrument(with_rule(rule))
    assert place in str(refusal.value)


def test_all_problems_are_told_at_once_and_the_first_is_that_of_reading() -> None:
    broken = SMALL.replace("version = 2", "version = 0").replace("weight = 39.5", "weight = 390")
    broken = broken.replace('question = "Pertanyaan satu?"\n', "").replace("above = 50", "above = 100")
    found = problems(broken)
    assert [word for word in ("version", "question", "weight", "above") if word in " ".join(found)] == [
        "version", "question", "weight", "above",
    ]  # fmt: skip
    assert len(found) == 4
    with pytest.raises(InstrumentError) as refusal:
        read_instrument(broken)
    assert str(refusal.value) == found[0]
    assert problems(SMALL) == ()
