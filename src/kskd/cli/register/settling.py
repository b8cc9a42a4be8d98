"""What a partner's name that is not known means, asked at a terminal: a known one, a new one, or a slip."""

from kskd.cli.kit.ask import ask, ask_optional, choose
from kskd.cli.kit.talk import say
from kskd.domain.choices import KIND_NAMES, PartnerKind
from kskd.domain.document.said import Said
from kskd.domain.values.text import clean
from kskd.domain.values.warning import warning
from kskd.errors import NotFound, UnknownPartner
from kskd.workflows.access import Access

_NEW, _AGAIN = "baru", "ulang"


def meant_partner(unknown: UnknownPartner) -> str | None:
    """Let a person say what a partner's name that is not known means: another name, or None for a new one."""
    from kskd.workflows.register.naming import several_names

    say(f"  Mitra “{unknown.name}” belum tercatat.")
    if parts := several_names(unknown.name):
        what = f"itu tampaknya beberapa mitra ({'; '.join(parts)})"
        then = (
            f"bila beberapa, pilih {_AGAIN}, ketik yang pertama saja, lalu sebut yang lain sebagai mitra lain"
        )
        say(f"  {warning(what, then)}")
    options = dict.fromkeys(unknown.candidates, "sudah tercatat")
    options |= {_NEW: "mitra ini memang baru", _AGAIN: "salah ketik, ulangi"}
    chosen = choose("Pilih nomor", options)
    if chosen == _NEW:
        return None
    return ask("Mitra", _name) if chosen == _AGAIN else chosen


def settle_partners(access: Access, said: Said) -> Said:
    """What was said once each partner is one that is known, or is new and of a kind of its own."""
    named, kinds = [], dict(said.kinds)
    is_alone = len(said.partner) == 1
    for name in said.partner:
        meant = _settled(access, name, kinds, said, is_alone=is_alone)
        named.append(meant)
    return said._replace(partner=tuple(named), kinds=tuple(kinds.items()))


def ask_partners(access: Access, said: Said) -> Said:
    """The partners said, or else asked for; each is found or declared new before the next question."""
    if said.partner:
        return settle_partners(access, said)
    named: list[str] = []
    kinds = dict(said.kinds)
    more: str | None = ask("Mitra", _name)
    while more:
        named.append(_settled(access, more, kinds, said, is_alone=not named))
        more = ask_optional("Mitra lain", _name)
    return said._replace(partner=tuple(named), kinds=tuple(kinds.items()))


def ask_lead(access: Access, said: Said) -> Said:
    """The unit asked for, until it is one that is known."""
    return said._replace(opd=ask("OPD pemrakarsa (kode atau nama)", lambda text: _unit(access, text)))


def settle_lead(access: Access, said: Said) -> Said:
    """What was said, with the unit asked for again where it is not known; its look-alikes are told."""
    try:
        return said._replace(opd=_unit(access, said.opd)) if said.opd else said
    except NotFound as unknown:
        say(f"  {unknown}")
    return ask_lead(access, said)


def _unit(access: Access, text: str) -> str:
    from kskd.workflows.register.opds import show

    return show(access, text, access.today).opd.code


def _settled(access: Access, name: str, kinds: dict[str, PartnerKind], said: Said, *, is_alone: bool) -> str:
    """The name of a partner that is known, or of one in ``kinds``, which is new.

    A kind that was said is that of one new partner; where there are several each is asked for.
    """
    from kskd.workflows.register.partners import show

    while name not in kinds:
        try:
            show(access, name, access.today)
        except UnknownPartner as unknown:
            is_new = said.new and not unknown.candidates
            if is_new and said.partner_kind is None:
                break
            if not is_new and (meant := meant_partner(unknown)) is not None:
                name = meant
                continue
            kinds[name] = _kind(name, said.partner_kind, is_alone=is_alone)
        else:
            break
    return name


def _kind(name: str, usual: PartnerKind | None, *, is_alone: bool) -> PartnerKind:
    if usual is not None and is_alone:
        return usual
    return PartnerKind(choose(f"Jenis mitra {name}" if usual else "Jenis mitra", KIND_NAMES, usual))


def _name(text: str) -> str:
    return clean(text, "nama", limit=300)
