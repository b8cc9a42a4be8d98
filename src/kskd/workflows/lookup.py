"""From what a user typed to the one thing in the registry that is meant, or a sentence with the choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.values.text import clean, quote, require_name
from kskd.errors import UnknownPartner, refusal
from kskd.registry.views import ids

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kskd.domain.opd import Opd
    from kskd.domain.partner import Partner, Partners
    from kskd.registry.session import Session
    from kskd.workflows.access import Access


def agreement_id(session: Session, text: str) -> str:
    """The id meant by an id in any case, the beginning of one, or any party's document number."""
    found = ids.find_ids(session, text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise refusal("agreement-not-found", text=quote(text))
    more = "" if len(found) < 6 else ", …"
    raise refusal("agreement-ambiguous", text=quote(text), found=f"{', '.join(found)}{more}")


def to_change(session: Session, access: Access, text: str) -> str:
    """The id of the document that a command will change, as ``agreement_id``.

    Refused if the document was changed since the version that the user saw (``access.seen``), so that
    nothing is decided on what is no longer so.
    """
    from kskd.registry.history import journal, versions

    wanted = agreement_id(session, text)
    if access.seen is not None and (now := versions.version(session, wanted)) != access.seen:
        (act,) = journal.acts(session, [now]) or (None,)
        by = f" oleh {act.who} dengan {act.command}" if act else ""
        raise refusal("agreement-changed-meanwhile", id=wanted, seen=access.seen, now=now, by=by)
    return wanted


def opd_code(known: Mapping[str, Opd], text: str) -> str:
    """The code of the unit meant by its code, its name or an alias; case and punctuation do not matter."""
    from kskd.domain.values import names

    code = text.strip().upper()
    if code in known:
        return code
    wanted = names.key(clean(text, "OPD"))
    found = [
        opd.code for opd in known.values() if wanted in {names.key(name) for name in (opd.name, *opd.aliases)}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise refusal("opd-ambiguous", text=quote(text), found=", ".join(found))
    labels = [(name, opd.code) for opd in known.values() for name in (opd.code, opd.name, *opd.aliases)]
    near = list(dict.fromkeys(code for _, code in names.closest(text, labels)))
    if not near:
        raise refusal("opd-unknown", text=quote(text))
    raise refusal(
        "opd-misspelt", text=quote(text), near="; ".join(f"{code} ({known[code].name})" for code in near)
    )


def units(session: Session, texts: Sequence[str], as_of: date) -> list[str] | None:
    """Codes of the units meant, with those whose work they carry on; None, for all, when none was said."""
    from kskd.registry.tables import opds

    if not texts:
        return None
    known = opds.read_opds(session)
    wanted = {opd_code(known, text) for text in texts}
    return [code for code in known if {code, carried_on(known, code, as_of)} & wanted]


def carried_on(known: Mapping[str, Opd], code: str, as_of: date) -> str:
    """The code under which the unit's work goes on (see ``domain.opd.present``)."""
    from kskd.domain.opd import present

    return present(code, known, as_of)


def partner(known: Partners, text: str, *, or_new: bool = False) -> Partner:
    """The partner meant by a name or an alias, merged ones followed; UnknownPartner with look-alikes.

    ``or_new`` where a new partner may be entered, which the sentence then says.
    """
    from kskd.domain.values import names

    name = clean(text, "nama mitra", limit=300)
    found = set(known.meant(names.key(name)))
    if len(found) == 1:
        return known[found.pop()]
    if found:
        choices = "; ".join(sorted(known[number].name for number in found))
        raise refusal("partner-ambiguous", name=quote(name), found=choices)
    require_name(name, "nama mitra")
    labels = [
        (label, one.merged_into or one.id) for one in known.values() for label in (one.name, *one.aliases)
    ]
    near = tuple(dict.fromkeys(known[number].name for _, number in names.closest(name, labels)))
    hint = f"Maksud Anda {'; '.join(near)}?" if near else "Lihat kskd partner list."
    code = "partner-unknown-or-new" if or_new else "partner-unknown"
    raise UnknownPartner(refusal(code, name=quote(name), hint=hint), name, near)


def read_partner(session: Session, text: str) -> Partner:
    """As ``partner``, for one name only."""
    from kskd.registry.tables import partners

    return partner(partners.read_partners(session), text)
