"""What ``add-mou`` and ``derive-pks`` ask at a terminal, in the order of the papers, each checked at once."""

from kskd.cli.kit.ask import agree, ask, ask_field, ask_fields, ask_optional, choose, day
from kskd.cli.kit.talk import say
from kskd.cli.register.settling import ask_lead, ask_partners
from kskd.domain.document import overlay
from kskd.domain.document.agreement import Agreement
from kskd.domain.document.chain import DERIVED, SCHEME_NAMES, UMBRELLAS, Doc, Scheme
from kskd.domain.document.said import Said, SaidEnd, read_number, read_office, read_power, read_term
from kskd.domain.field import Field, Value
from kskd.domain.values.dates import read_date
from kskd.domain.values.days import read_day, says_unknown
from kskd.domain.values.text import headed, leaves_unknown
from kskd.errors import InvalidFact
from kskd.workflows.access import Access


def fill_umbrella(access: Access, said: Said) -> Said:
    """Ask for what an umbrella document still lacks."""
    return _of_law(access, _papers_of(access, said, UMBRELLAS), UMBRELLAS)


def fill_derived(access: Access, said: Said, *, no_parent: bool) -> Said:
    """Ask for what a derived document still lacks; the rest comes from its parent."""
    if no_parent:
        return _of_law(access, _power(_papers_of(access, said, DERIVED)), DERIVED)
    parent, said = _parent(access, said)
    say(f"  Induk: {parent.title}")
    said = _papers(access, _titled(access, said), said.partner or parent.partners, DERIVED)
    return _of_law(access, _power(said), DERIVED)


def _papers_of(access: Access, said: Said, kinds: tuple[Doc, ...]) -> Said:
    """Scheme, title, partners, unit and papers of a document that inherits nothing."""
    if said.scheme is None and said.parent is None:
        said = said._replace(scheme=Scheme(choose("Bentuk kerja sama", SCHEME_NAMES)))
    said = _titled(access, said)
    if said.partner or said.parent is None:
        said = ask_partners(access, said)
    if said.opd is None and said.parent is None:
        said = ask_lead(access, said)
    return _papers(access, said, said.partner, kinds)


def _parent(access: Access, said: Said) -> tuple[Agreement, Said]:
    from kskd.workflows.register.agreements import find

    if said.parent is not None:
        return find(access, said.parent), said
    parent = ask("Naskah induk (ID atau nomor)", lambda text: find(access, text))
    return parent, said._replace(parent=parent.id)


def _titled(access: Access, said: Said) -> Said:
    if said.says("title"):
        return said
    title = access.fields["title"]
    return _with_fact(said, "title", ask(headed(title.label), title.read))


def _with_fact(said: Said, key: str, value: Value) -> Said:
    return said._replace(facts=(*said.facts, (key, value)))


def _power(said: Said) -> Said:
    """The power of attorney, once somebody has signed."""
    if not said.signer or said.power_of_attorney is not None:
        return said
    number = ask_optional("Nomor surat kuasa kepala daerah", read_power)
    if not number:
        return said
    dated = ask_optional("Tanggal surat kuasa", day(read_date))
    return said._replace(power_of_attorney=number, power_of_attorney_date=dated)


def _of_law(access: Access, said: Said, kinds: tuple[Doc, ...]) -> Said:
    """What the rules lack of this very document, if a person wants to go into that now; Enter passes over."""
    from kskd.workflows.register.asking import as_judged, next_fact, with_fact

    case, passed = as_judged(access, said, kinds), {key for key, _ in said.facts}
    if next_fact(case, passed) is None or not agree("Isi juga keterangan hukum, misalnya KAK atau DPRD?"):
        return said
    while (fact := next_fact(case, passed)) is not None:
        passed.add(fact.key)
        value = _ask_come(access, fact)
        if value is not None:
            case = with_fact(case, fact, value)
            said = _with_fact(said, fact.key, value)
    return said


def _ask_come(access: Access, fact: Field) -> Value | None:
    """The answer about a fact, asked for again while its day is yet to come."""
    while True:
        value = ask_field(fact)
        try:
            overlay.require_come(Said(facts=() if value is None else ((fact.key, value),)), access.today)
        except InvalidFact as error:
            say(f"  {error}")
        else:
            return value


def _papers(access: Access, said: Said, partners: tuple[str, ...], kinds: tuple[Doc, ...]) -> Said:
    """Numbers, the day of signing, the term, who signed, and what is asked of everybody."""
    if said.number is None:
        from kskd.cli.register.numbering import ask_number

        said = said._replace(number=ask_number(access, said, kinds))
    if not said.partner_number:
        numbers = (ask_optional(f"Nomor dari {name}", read_number) for name in partners)
        said = said._replace(partner_number=tuple(numbers))
    if said.signed is None:
        begun = overlay.has_begun(said, access.today)
        signed = ask_optional(
            "Tanggal penandatanganan, atau tidak-diketahui" if begun else "Tanggal penandatanganan",
            day(lambda text: overlay.signed_by(Said(signed=read_day(text)), access.today)),
            lambda text: leaves_unknown(text) and not says_unknown(text),
        )
        said = said._replace(signed=signed)
    if not said.says_term:
        term = ask_optional("Jangka waktu (misalnya 5 tahun) atau tanggal berakhir", day(read_term))
        said = said._replace(ends=term) if isinstance(term, SaidEnd) else said._replace(duration=term)
    if said.signer is None and said.signed:
        office = ask_optional("Penanda tangan dari Pemda (jabatan)", read_office)
        said = said._replace(signer=office)
    return _others(access, said, (said.doc,) if said.doc else kinds)


def _others(access: Access, said: Said, kinds: tuple[Doc, ...]) -> Said:
    """What else of such documents is asked of everybody, the office's own fields too."""
    from kskd.workflows.office.own_fields import known

    for key, value in ask_fields(known(access).agreement.of(kinds), said.says):
        said = _with_fact(said, key, value)
    return said
