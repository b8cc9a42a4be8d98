"""``explain``, ``why``."""

from typing import Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put, put_document, put_pairs, put_rows, read_format
from kskd.cli.kit.takes import READING, takes


@takes("what_to_explain", "format")
def explain(**given: Any) -> None:
    """Apa bunyinya, mengapa, bagaimana kskd menerapkannya, dan apa yang dapat dilakukan."""
    from kskd.workflows.law.explaining import explain as run

    found = run(" ".join(given["what_to_explain"]))
    how = read_format(given)
    if how is Format.JSON:
        items = [
            {
                "kind": one.kind,
                "key": one.key,
                "title": one.title,
                "sections": [{"label": label, "text": text} for label, text in one.sections],
            }
            for one in found
        ]
        put_document("explanation/1", {"as_of": as_of(given).isoformat(), "items": items})
    elif how is Format.TABLE:
        for at, one in enumerate(found):
            if at:
                put("")
            put_pairs(one.title if one.title == one.key else f"{one.key} – {one.title}", one.sections)
    else:
        rows = [(one.key, label, text) for one in found for label, text in one.sections]
        put_rows(how, ("key", "label", "text"), ("Yang dijelaskan", "Keterangan", "Isi"), rows)


@takes("agreement", "why_period", *READING)
def why(**given: Any) -> None:
    """Langkah demi langkah dari fakta yang tercatat; langkah terakhir yang menentukan.

    Dengan --period: bagaimana nilai evaluasi itu dalam laporan terjadi, sampai angka terakhirnya.
    """
    if given["why_period"] is not None:
        from kskd.cli.evaluation.why_score import put_why_score
        from kskd.workflows.evaluation.scoring import why_score

        found_score = why_score(
            access(given, "why"), given["agreement"], given["why_period"], as_of=as_of(given)
        )
        put_why_score(found_score, read_format(given), as_of(given))
        return
    from kskd.domain.document.status import STATUS_NAMES
    from kskd.domain.values.dates import format_date
    from kskd.workflows.law.explaining import why as run

    day, how = as_of(given), read_format(given)
    found = run(access(given, "why"), given["agreement"], as_of=day)
    if how is Format.JSON:
        reasons = [one._asdict() for one in found.reasons]
        values = {"as_of": day.isoformat(), "agreement": found.agreement, "status": found.status.value}
        put_document("why/1", {**values, "reasons": reasons})
    elif how is Format.TABLE:
        title = f"{found.agreement}: {STATUS_NAMES[found.status]} per {format_date(day)}"
        put_pairs(title, [(one.fact, f"{one.value} → {one.effect}") for one in found.reasons])
    else:
        put_rows(how, ("fact", "value", "effect"), ("Fakta", "Nilai", "Akibat"), found.reasons)
