"""``init``, ``demo``, ``status``, ``setting``."""

from datetime import date
from typing import TYPE_CHECKING, Any

from kskd.cli.kit.context import access, as_of, now
from kskd.cli.kit.output import (
    Format,
    iso,
    moment,
    put,
    put_document,
    put_listing,
    put_pairs,
    put_rows,
    read_format,
)
from kskd.cli.kit.takes import READING, WRITING, required, takes
from kskd.cli.kit.talk import say

if TYPE_CHECKING:
    from kskd.workflows.office.overview import Overview


@takes("name", "level", "seat", "upgrade", *WRITING)
def init(**given: Any) -> None:
    """Berkas dibuat di --db atau ./kskd.db, hanya dapat dibaca pemiliknya. Berkas yang ada tidak ditimpa."""
    from kskd.workflows.office import begin

    way = access(given, "init")
    if given["upgrade"]:
        before, after = begin.upgrade_schema(way)
        say(f"Skema {before} → {after}." if before != after else f"Registri sudah memakai skema {after}.")
        return
    values = {key: given[key] for key in ("name", "level", "seat") if given[key]}
    values["name"] = required(given, "name")
    begin.init(way, values)
    put(str(way.path))
    say("Registri dibuat. Selanjutnya: kskd opd add KODE --name NAMA, lalu kskd add-mou.")


@takes("folder_or_demo", "period")
def demo(**given: Any) -> None:
    """Registri kabupaten fiktif, diisi dengan perintah kskd sendiri, dan laporan satu semester."""
    from pathlib import Path

    from kskd.workflows.office.demo import run

    made = run(Path(given["folder_or_demo"]), given["period"] or "2024-S2", say)
    say(
        f"Laporan: {made.index} (buka dengan peramban)",
        f"Registri: {made.registry}",
        f"Selanjutnya: {made.command} list --db {made.registry} --as-of {made.as_of}",
    )


@takes(*READING)
def status(**given: Any) -> None:
    """Naskah menurut jenis dan status, tindak lanjut, yang segera berakhir, evaluasi, perubahan terakhir."""
    from kskd.workflows.office.overview import read_overview

    day = as_of(given)
    how = read_format(given)
    seen = read_overview(access(given, "status"), day.isoformat())
    for one in seen.places:
        say(f"{one.ailment.explain} ({one.where}: {one.seen}) {one.remedy}")
    soon = seen.government.soon_days
    followed, in_force = seen.counts.followed_up
    if how is Format.JSON:
        put_document(
            "status/1",
            {
                "as_of": day.isoformat(),
                "name": seen.government.name,
                "documents": dict(seen.counts.documents),
                "statuses": dict(seen.counts.statuses),
                "follow_up": {"numerator": followed, "denominator": in_force},
                "ending_soon": seen.counts.ending_soon,
                "soon_days": soon,
                "opds": seen.counts.opds,
                "partners": seen.counts.partners,
                "evaluations": dict(seen.counts.evaluations),
                "changed_outside": seen.outside,
                "reminded_on": iso(seen.reminded_on),
                "last_change": None
                if seen.latest is None
                else {key: getattr(seen.latest, key) for key in ("at", "who", "command", "act", "head")},
                "latest_backup": None
                if seen.backup is None
                else {"path": str(seen.backup.path), "at": seen.backup.at},
            },
        )
        return
    pairs = [*_overview(seen), ("Cadangan terakhir", _age(seen))]
    if (silent := seen.silence(day)) is not None:
        pairs.append(("Pengingat", f"tidak dibuat selama {silent} hari; jalankan kskd remind"))
    if how is Format.TABLE:
        from kskd.domain.values.dates import format_date

        put_pairs(f"{seen.government.name} per {format_date(day)}", pairs)
    else:
        put_rows(how, ("field", "value"), ("Keterangan", "Isi"), pairs)


def _overview(seen: "Overview") -> list[tuple[str, str]]:
    """What the registry holds, for people."""
    from kskd.domain.document.status import STATUS_NAMES
    from kskd.domain.values.numbers import format_percent

    counts = dict(seen.counts.statuses)
    soon = seen.government.soon_days
    followed, in_force = seen.counts.followed_up
    pairs = [
        (
            "Naskah",
            ", ".join(f"{count} {doc.upper()}" for doc, count in seen.counts.documents) or "belum ada",
        ),
        (
            "Status",
            ", ".join(f"{counts[one]} {word}" for one, word in STATUS_NAMES.items() if one in counts)
            or "belum ada",
        ),
        (
            "Rasio tindak lanjut",
            f"{followed} dari {in_force} naskah payung yang berlaku ({format_percent(followed, in_force)})",
        ),
        (f"Berakhir ≤ {soon} hari", str(seen.counts.ending_soon)),
        ("OPD dan mitra", f"{seen.counts.opds} OPD, {seen.counts.partners} mitra"),
        (
            "Evaluasi",
            ", ".join(f"{period}: {count}" for period, count in seen.counts.evaluations) or "belum ada",
        ),
    ]
    if seen.latest is not None:
        at, who, command, act, head = seen.latest
        pairs.append(("Perubahan terakhir", f"{moment(at)}, {who}, {command}"))
        pairs.append(("Segel riwayat", f"{head[:16]}… (catatan {act})"))
    if seen.outside:
        pairs.append(("Diubah di luar kskd", f"{seen.outside} baris"))
    return pairs


def _age(seen: "Overview") -> str:
    if seen.backup is None:
        return "belum pernah"
    days = (now().date() - date.fromisoformat(seen.backup.at[:10])).days
    return f"{moment(seen.backup.at)} ({f'{days} hari yang lalu' if days > 0 else 'hari ini'})"


@takes(*READING)
def list_settings(**given: Any) -> None:
    """Yang berlaku; kolom Diatur menunjukkan yang diubah dari bawaannya."""
    from kskd.workflows.office import begin

    rows = begin.read_settings(access(given, "setting list"))
    columns = {"key": "Kunci", "value": "Nilai", "is_set": "Diatur", "label": "Arti"}
    put_listing(given, "setting-list/1", columns, rows, empty="Tidak ada pengaturan.")


_SETTING = ("why", *(name for name in WRITING if name != "reason"))


@takes("key", "setting_value", *_SETTING)
def set_setting(**given: Any) -> None:
    """Perubahan masuk riwayat seperti perubahan lainnya."""
    from kskd.workflows.office import begin

    way = access({**given, "reason": given["why"]}, "setting set")
    _tell_set(*begin.set_setting(way, given["key"], given["setting_value"]))


@takes("key", *_SETTING)
def reset_setting(**given: Any) -> None:
    """Yang tidak mempunyai bawaan menjadi kosong. Perubahan masuk riwayat seperti perubahan lainnya."""
    from kskd.workflows.office import begin

    way = access({**given, "reason": given["why"]}, "setting reset")
    _tell_set(*begin.reset_setting(way, given["key"]))


def _tell_set(key: str, value: str) -> None:
    put(key, value)
    if key == "term-rule":
        say("Berlaku untuk yang dicatat sesudah ini; tanggal yang sudah tercatat tidak berubah.")
