"""New information or correction: what an update fills, what it changes, and what therefore needs a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.facts import label_of, word_of
from kskd.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kskd.domain.document.agreement import Agreement


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after, in words; ``old`` is None where nothing was recorded."""

    label: str
    old: str | None
    new: str | None

    def __str__(self) -> str:
        """As a line for the user."""
        return f"{self.label}: {self.old or 'belum tercatat'} → {self.new or 'dihapus'}"


def compare(old: Mapping[str, str | None], new: Mapping[str, str | None]) -> tuple[Change, ...]:
    """What differs between two sets of facts by label, in the order of ``new``, then what went away."""
    labels = [*new, *(label for label in old if label not in new)]
    return tuple(
        Change(label, old.get(label), new.get(label)) for label in labels if old.get(label) != new.get(label)
    )


def require_reason(changes: Iterable[Change], reason: str | None) -> None:
    """A correction (something recorded is changed) must say why; new information need not."""
    corrections = [change for change in changes if change.old is not None]
    if corrections and reason is None:
        raise Refused(
            f"{corrections[0].label} sudah tercatat ({corrections[0]}). Bila ini koreksi, sebut alasannya"
            " dengan --reason."
        )


def differences(old: Agreement, new: Agreement) -> tuple[Change, ...]:
    """The changes from one state of a document to the next."""
    return compare(_facts(old), _facts(new))


def confirm(old: Agreement, new: Agreement, reason: str | None) -> tuple[Change, ...]:
    """The changes from one state of a document to the next; Refused where a reason is wanted and missing."""
    changes = differences(old, new)
    require_reason(changes, reason)
    return changes


def _facts(agreement: Agreement) -> dict[str, str | None]:
    term = agreement.term
    facts: dict[str, str | None] = {
        "Judul": agreement.title,
        "Bentuk": agreement.scheme,
        "OPD": agreement.lead_opd,
        "Tanggal penandatanganan": _text(agreement.signed_on),
        "Tanggal mulai": _text(term.starts_on),
        "Akhir": _text(term.ends_on) or term.condition or ("tanpa batas waktu" if term.end_kind else None),
        "Diakhiri": f"{agreement.ending.on} ({agreement.ending.label})" if agreement.ending else None,
        "Akhir menurut naskah": term.end_typed,
        "Jangka waktu": term.duration_typed,
        "Tahun rencana": _text(agreement.planned_for),
        "Induk": agreement.parent,
        "Pendahulu": agreement.predecessor,
        "Catatan": agreement.note,
        "Tempat naskah asli": agreement.original_place,
    }
    for party in agreement.parties:
        signer = party.signer
        facts |= {
            f"Nomor {party.name}": party.number,
            f"Penanda tangan {party.name}": signer.office,
            f"Nama penanda tangan {party.name}": signer.name,
            f"Surat kuasa {party.name}": signer.power_number,
            f"Tanggal surat kuasa {party.name}": _text(signer.power_date),
        }
    for label, values in (
        ("Mitra", agreement.partners),
        ("OPD pendukung", agreement.support_opds),
        ("Urusan", agreement.affairs),
        ("Ruang lingkup", agreement.scope),
    ):
        facts |= {f"{label} {value}": value for value in values}
    for link in agreement.files:
        facts |= {
            f"Berkas {link.path}": f"{link.size} byte, SHA-256 {link.digest[:12]}…",
            f"Salinan {link.path}": "tersimpan di registri" if link.embedded else None,
        }
    return facts | {_headed(label_of(key)): word_of(key, value) for key, value in agreement.facts}


def _headed(label: str) -> str:
    return label[:1].upper() + label[1:]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
