"""``status``."""

from datetime import date

from kskd.cli.kit.command import READING, Call, command
from kskd.cli.kit.context import now
from kskd.cli.kit.output import Format, iso, moment, put_document, put_rows
from kskd.cli.kit.talk import say
from kskd.domain.document.status import STATUS_NAMES
from kskd.domain.values.dates import format_date
from kskd.domain.values.numbers import format_percent
from kskd.domain.values.warning import warning
from kskd.workflows.office.overview import Overview, read_overview


@command(*READING)
def status(call: Call) -> None:
    """Naskah menurut jenis dan status, tindak lanjut, yang segera berakhir, evaluasi, perubahan terakhir."""
    day, how = call.day, call.output
    seen = read_overview(call.access, day.isoformat(), is_of_day=call.said_day is not None)
    for one in seen.places:
        say(warning(f"{one.ailment.explain.rstrip('.')} ({one.where}: {one.seen})", one.remedy))
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
                "end_unknown": seen.counts.end_unknown,
                "opds": seen.counts.opds,
                "partners": seen.counts.partners,
                "evaluations": dict(seen.counts.evaluations),
                "changed_outside": seen.outside,
                "reminded_on": iso(seen.reminded_on),
                "silences": [{"kind": one.kind, "days": one.days} for one in seen.silences],
                "runs": [
                    {"job": one.job, "at": one.at, "status": one.status, "good_on": iso(one.good_on)}
                    for one in seen.runs
                ],
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
    pairs += [(one.kind.capitalize(), f"{one.short}; jalankan {one.command}") for one in seen.silences]
    pairs += [
        (f"Jadwal {one.job}", f"gagal {moment(one.at)}, status {one.status}")
        for one in seen.runs
        if one.status
    ]
    if how is Format.TABLE:
        from kskd.cli.kit.table import put_pairs

        put_pairs(f"{seen.government.name} per {format_date(day)}", pairs)
    else:
        put_rows(how, ("field", "value"), ("Keterangan", "Isi"), pairs)


def _overview(seen: Overview) -> list[tuple[str, str]]:
    """What the registry holds, for people."""
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
        *_endless(seen.counts.end_unknown),
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


def _endless(count: int) -> list[tuple[str, str]]:
    return (
        [("Akhir belum diketahui", f"{count} naskah yang berlaku (kskd gaps --kind no-end)")] if count else []
    )


def _age(seen: Overview) -> str:
    if seen.backup is None:
        return "belum pernah"
    days = (now().date() - date.fromisoformat(seen.backup.at[:10])).days
    return f"{moment(seen.backup.at)} ({f'{days} hari yang lalu' if days > 0 else 'hari ini'})"
