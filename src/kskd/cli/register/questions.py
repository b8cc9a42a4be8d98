"""What ``add-mou`` and ``derive-pks`` ask at a terminal, in the order of the papers, each checked at once."""

from dataclasses import replace
from datetime import date

from kskd.cli.kit.ask import agree, ask, ask_optional, choose
from kskd.cli.kit.talk import say
from kskd.domain.document.chain import DERIVED, SCHEME_NAMES, UMBRELLAS, Doc
from kskd.domain.document.facts import Fact, FactKind
from kskd.domain.document.term import Duration, read_duration
from kskd.domain.partner import KIND_NAMES
from kskd.domain.values.dates import read_date
from kskd.domain.values.text import clean
from kskd.errors import InvalidDate, UnknownPartner
from kskd.workflows.access import Access
from kskd.workflows.register.form import UNKNOWN, AgreementForm
from kskd.workflows.register.reading import read_number, read_signed

_NEW, _AGAIN = "baru", "ulang"


def fill_umbrella(access: Access, form: AgreementForm) -> AgreementForm:
    """Ask for what an umbrella document still lacks."""
    return _of_law(access, _papers_of(access, form), UMBRELLAS)


def _papers_of(access: Access, form: AgreementForm) -> AgreementForm:
    """Scheme, title, partners, unit and papers of a document that inherits nothing."""
    if form.scheme is None and form.parent is None:
        form = replace(form, scheme=choose("Bentuk kerja sama", SCHEME_NAMES))
    if form.title is None:
        form = replace(form, title=_title())
    if form.partner or form.parent is None:
        form = _partners(access, form)
    if form.opd is None and form.parent is None:
        from kskd.workflows.register.opds import show

        form = replace(
            form,
            opd=ask("OPD pemrakarsa (kode atau nama)", check=lambda text: show(access, text, access.today)),
        )
    return _papers(access, form, names_of(form))


def fill_derived(access: Access, form: AgreementForm, *, no_parent: bool) -> AgreementForm:
    """Ask for what a derived document still lacks; the rest comes from its parent."""
    from kskd.workflows.register.agreements import find

    if no_parent:
        return _of_law(access, _power(_papers_of(access, form)), DERIVED)
    if form.parent is None:
        form = replace(
            form, parent=ask("Naskah induk (ID atau nomor)", check=lambda text: find(access, text))
        )
    parent = find(access, form.parent or "")
    say(f"  Induk: {parent.title}")
    if form.title is None:
        form = replace(form, title=_title())
    return _of_law(access, _power(_papers(access, form, names_of(form) or parent.partners)), DERIVED)


def _power(form: AgreementForm) -> AgreementForm:
    """The power of attorney, once somebody has signed."""
    if not form.signer or form.power_of_attorney is not None:
        return form
    form = replace(form, power_of_attorney=ask_optional("Nomor surat kuasa kepala daerah"))
    if not form.power_of_attorney:
        return form
    return replace(form, power_of_attorney_date=ask_optional("Tanggal surat kuasa", check=read_date))


def _of_law(access: Access, form: AgreementForm, kinds: tuple[Doc, ...]) -> AgreementForm:
    """What the rules lack of this very document, if a person wants to go into that now; Enter passes over."""
    from kskd.workflows.register.asking import as_judged, next_fact, with_fact

    case, passed = as_judged(access, form, kinds), {key for key, _ in form.facts}
    if next_fact(case, passed) is None or not agree("Isi juga keterangan hukum, misalnya KAK atau DPRD?"):
        return form
    while (fact := next_fact(case, passed)) is not None:
        passed.add(fact.key)
        answer = ask_optional(f"{_headed(fact.label)}{_choices(fact)}", check=fact.read)
        if answer is not None:
            case = with_fact(case, fact, answer)
            form = replace(form, facts=(*form.facts, (fact.key, answer)))
    return form


def _headed(label: str) -> str:
    return label[:1].upper() + label[1:]


def _choices(fact: Fact) -> str:
    if fact.kind is FactKind.YES_NO:
        return " (ya/tidak)"
    return f" ({', '.join(code for code, _ in fact.choices)})" if fact.choices else ""


def names_of(form: AgreementForm) -> tuple[str, ...]:
    """Names of the partners said, as the registry would keep them."""
    return tuple(clean(name, "nama mitra", limit=300) for name in form.partner)


def settle_partner(form: AgreementForm, unknown: UnknownPartner) -> AgreementForm:
    """Let a person say what a partner's name that is not known means: a known one, a new one, or a slip."""
    names = list(names_of(form))
    at = names.index(unknown.name)
    say(f"  Mitra “{unknown.name}” belum tercatat.")
    options = dict.fromkeys(unknown.candidates, "sudah tercatat")
    options |= {_NEW: "mitra ini memang baru", _AGAIN: "salah ketik, ulangi"}
    chosen = choose("Pilih nomor", options)
    if chosen == _NEW:
        kind = form.partner_kind or choose("Jenis mitra", KIND_NAMES)
        return replace(form, partner=tuple(names), new=True, partner_kind=kind)
    names[at] = _partner() if chosen == _AGAIN else chosen
    return replace(form, partner=tuple(names))


def _partners(access: Access, form: AgreementForm) -> AgreementForm:
    """The partners said, or else asked for; each is found or declared new before the next question."""
    waiting = list(names_of(form)) or [_partner()]
    may_grow = not form.partner
    form = replace(form, partner=())
    while waiting:
        form = _settled(access, replace(form, partner=(*form.partner, waiting.pop(0))))
        more = (
            ask_optional("Mitra lain", check=lambda text: clean(text, "nama mitra", limit=300))
            if may_grow and not waiting
            else None
        )
        waiting += [more] if more else []
    return form


def _settled(access: Access, form: AgreementForm) -> AgreementForm:
    """The form once its last partner is one that is known, or is meant to be new."""
    from kskd.workflows.register.partners import show

    while True:
        name = names_of(form)[-1]
        try:
            show(access, name, access.today)
        except UnknownPartner as unknown:
            if form.new and not unknown.candidates:
                return form
            form = settle_partner(form, unknown)
            if form.new and names_of(form)[-1] == name:
                return form
        else:
            return form


def _papers(access: Access, form: AgreementForm, partners: tuple[str, ...]) -> AgreementForm:
    """Numbers, the day of signing, the term, and who signed."""
    if form.number is None:
        form = replace(form, number=ask_optional("Nomor dari Pemda", check=read_number))
    if not form.partner_number:
        numbers = (ask_optional(f"Nomor dari {name}", check=read_number) for name in partners)
        form = replace(form, partner_number=tuple(number or UNKNOWN for number in numbers))
    if form.signed is None:
        signed = ask_optional("Tanggal penandatanganan", check=lambda text: read_signed(text, access.today))
        form = replace(form, signed=signed)
    if not form.says_term:
        answer = ask_optional("Jangka waktu (misalnya 5 tahun) atau tanggal berakhir", check=_read_term)
        if answer:
            is_day = isinstance(_read_term(answer), date)
            form = replace(form, ends=answer) if is_day else replace(form, duration=answer)
    if form.signer is None and form.signed:
        office = ask_optional(
            "Penanda tangan dari Pemda (jabatan)", check=lambda text: clean(text, "jabatan")
        )
        form = replace(form, signer=office)
    return form


def _read_term(text: str) -> Duration | date:
    """A length of time, or the last day; the sentence of a refusal is of the one that was meant."""
    try:
        return read_duration(text)
    except InvalidDate as refusal:
        try:
            return read_date(text)
        except InvalidDate:
            if any(unit in text.casefold() for unit in ("tahun", "bulan", "minggu", "hari")):
                raise refusal from None
            raise


def _partner() -> str:
    return ask("Mitra", check=_name)


def _name(text: str) -> str:
    return clean(text, "nama", limit=300)


def _title() -> str:
    return ask("Judul", check=lambda text: clean(text, "judul", limit=1000))
