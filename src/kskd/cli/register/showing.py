"""One document in full, for people."""

from datetime import date
from typing import TYPE_CHECKING

from kskd.cli.kit.output import Format, put, put_rows
from kskd.cli.register.showing_evaluation import evaluation_pairs
from kskd.cli.register.showing_facts import fact_pairs, own_pairs, plain_pairs, source_pairs
from kskd.cli.register.showing_life import (
    amendments_pairs,
    beside,
    decided,
    ended,
    gap,
    in_words,
    stage_in_words,
    status_in_words,
    term_in_words,
)
from kskd.cli.register.showing_parties import contact_pair, kind, party_pairs, relations, units
from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.chain import DERIVED, Doc
from kskd.domain.values.dates import format_date
from kskd.domain.values.numbers import format_number
from kskd.workflows.register.showing import Whole

if TYPE_CHECKING:
    from kskd.domain.document.record import (
        ActionRecord,
        FileRecord,
        ObstacleRecord,
        TargetRecord,
    )

_Pairs = list[tuple[str, str]]


def show_text(whole: Whole, as_of: date, how: Format) -> None:
    """Labels and values under headings; as rows of label and value in CSV, TSV and Markdown."""
    sections = [(whole.document["id"], _identity(whole, as_of)), *_rest(whole, as_of)]
    if how is Format.TABLE:
        from kskd.cli.kit.table import put_pairs

        for at, (title, pairs) in enumerate(sections):
            if at:
                put("")
            put_pairs(title, pairs)
        return
    rows = [(title, label, value) for title, pairs in sections for label, value in pairs]
    put_rows(how, ("section", "field", "value"), ("Bagian", "Keterangan", "Isi"), rows)


def _identity(whole: Whole, as_of: date) -> _Pairs:
    one = whole.document
    doc = Doc(one["doc"])
    pairs = [
        ("Judul", one["title"]),
        ("Naskah", kind(one)),
        (f"Status per {format_date(as_of)}", status_in_words(one, as_of)),
        ("Tahap", stage_in_words(whole.stage, as_of)),
        ("Ditandatangani", in_words(one["signed"]) or "belum ditandatangani"),
        ("Direncanakan untuk", str(one["planned_for"] or "")),
        ("Masa berlaku", term_in_words(one)),
        ("Keputusan atas akhirnya", decided(one)),
        ("Diakhiri", ended(one)),
        ("OPD", units(one)),
        *party_pairs(one),
        ("Urusan", "; ".join(f"{code} {AFFAIRS.get(code, '')}" for code in one["affairs"])),
        *((f"Ruang lingkup {at}", text) for at, text in enumerate(one["scope"], 1)),
        ("Induk", _named(whole, one["parent"]) or ("belum diketahui" if doc in DERIVED else "")),
        *(("Turunan", _named(whole, child)) for child in one["children"]),
        ("Pendahulu", _named(whole, one["predecessor"]) + gap(one["gap_days"])),
        ("Penerus", _named(whole, one["successor"])),
        *((words, _named(whole, other)) for words, other in relations(one)),
        *(("Berkas", _file(link)) for link in one["files"]),
        *plain_pairs(whole.fields, one),
        ("Versi", str(one["version"])),
    ]
    return [(label, value) for label, value in pairs if value]


_IN_AN_ACTION = {"agreed", "what", "who", "due_on", "done_on", "proof"}
_IN_A_TARGET = {"indicator", "unit", "value", "due_on", "kind", "owed_by", "lower_is_better", "counting"}


def _rest(whole: Whole, as_of: date) -> list[tuple[str, _Pairs]]:
    one = whole.document
    evaluated = zip(one["evaluations"], whole.scores, strict=True)
    sections = (
        ("Kontak", [contact_pair(contact) for contact in one["contacts"]]),
        ("Adendum", amendments_pairs(one["amendments"])),
        (
            "Fakta menurut peraturan",
            fact_pairs(whole.fields, one) if one["facts"] or one["clauses"] else [],
        ),
        ("Isian kantor", own_pairs(whole.fields, one)),
        ("Target", [_target(whole, target) for target in one["targets"]]),
        (
            "Evaluasi",
            [
                pair
                for evaluation, score in evaluated
                for pair in evaluation_pairs(whole.access.subjects.evaluation, evaluation, score)
            ],
        ),
        ("Kendala", [pair for obstacle in one["obstacles"] for pair in _obstacle(whole, obstacle)]),
        ("Tindak lanjut", [_action(whole, action, as_of) for action in one["actions"]]),
        ("Sumber", source_pairs(whole.fields, one["sources"])),
    )
    return [(title, pairs) for title, pairs in sections if pairs]


def _target(whole: Whole, one: "TargetRecord") -> tuple[str, str]:
    from kskd.domain.choices import TargetKind
    from kskd.domain.values.period import Period

    done = max(one["realisations"], key=lambda done: Period.parse(done["period"]), default=None)
    reached = (
        f"realisasi {format_number(done['value'])} ({done['period']})"
        if done
        else "realisasi belum dilaporkan"
    )
    wanted = "" if one["value"] is None else f" {format_number(one['value'])}"
    counted = "; dihitung per periode" if one["counting"] == "per-periode" else ""
    rest = (
        f"; {field.label}: {word}" for field, word in beside(whole.access.subjects.target, one, _IN_A_TARGET)
    )
    text = f"{one['indicator']}:{wanted} {one['unit'] or ''}; {reached}{counted}{''.join(rest)}"
    return f"{one['number']}. {TargetKind(one['kind']).label}", text


def _obstacle(whole: Whole, one: "ObstacleRecord") -> _Pairs:
    from kskd.domain.choices import OBSTACLE_CATEGORIES

    state = f"selesai {one['closed']}" if one["closed"] else "terbuka"
    if one["age_days"]:
        state += f" {one['age_days']} hari"
    category = f" ({OBSTACLE_CATEGORIES[one['category']]})" if one["category"] else ""
    return [
        (f"{one['number']}. {one['opened']}, {state}", one["text"] + category),
        *((f"  upaya {effort['period']}", effort["text"]) for effort in one["efforts"]),
        *(
            (f"  {field.label}", word)
            for field, word in beside(whole.access.subjects.obstacle, one, {"opened"})
        ),
    ]


def _action(whole: Whole, one: "ActionRecord", as_of: date) -> tuple[str, str]:
    parts = (one["what"], one["who"], _state(one, as_of), one["proof"] and f"bukti: {one['proof']}")
    rest = beside(whole.access.subjects.action, one, _IN_AN_ACTION)
    told = (*parts, *(f"{field.label}: {word}" for field, word in rest))
    return f"{one['number']}. {one['agreed']}", "; ".join(filter(None, told))


def _state(one: "ActionRecord", as_of: date) -> str:
    if one["done_on"]:
        return f"selesai {in_words(one['done_on'])}"
    if not one["due_on"]:
        return "terbuka"
    return f"tenggat {in_words(one['due_on'])}" + (", terlewati" if one["due_on"] < as_of.isoformat() else "")


def _file(link: "FileRecord") -> str:
    kept = "; tersimpan di registri" if link["embedded"] else ""
    return f"{link['path']} ({format_number(link['size'])} byte{kept})"


def _named(whole: Whole, agreement: str | None) -> str:
    return "" if agreement is None else f"{agreement} {whole.titles[agreement]}"
