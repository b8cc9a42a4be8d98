"""What ``add-mou``, ``derive-pks`` and ``evaluate`` ask at a terminal, in the order of the papers."""

from dataclasses import replace

from kskd.cli._ask import ask, ask_optional, choose
from kskd.cli._output import say
from kskd.domain.chain import SCHEME_NAMES
from kskd.domain.dates import read_date
from kskd.domain.evaluation import (
    NOT_ASSESSABLE,
    NOT_ASSESSABLE_LABEL,
    OBSTACLE_CATEGORIES,
    Implementation,
    Recommendation,
)
from kskd.domain.partner import KIND_NAMES
from kskd.domain.term import read_duration
from kskd.domain.text import clean
from kskd.errors import InvalidDate, UnknownPartner
from kskd.workflows.access import Access
from kskd.workflows.evaluating import EvaluationForm, Questions
from kskd.workflows.form import AgreementForm

_SKIP = "lewati"


def fill_umbrella(access: Access, form: AgreementForm) -> AgreementForm:
    """Ask for what an umbrella document still lacks."""
    form = _scheme(form)
    form = _title_partner_opd(access, form)
    return _dates(form)


def fill_derived(access: Access, form: AgreementForm, *, no_parent: bool) -> AgreementForm:
    """Ask for what a derived document still lacks; the rest comes from its parent."""
    if no_parent:
        return fill_umbrella(access, form)
    if form.parent is None:
        form = replace(form, parent=ask("Naskah induk (ID atau nomor)"))
    if form.title is None:
        form = replace(form, title=ask("Judul"))
    return _dates(form)


def names_of(form: AgreementForm) -> tuple[str, ...]:
    """Names of the partners said, as the registry would keep them."""
    return tuple(clean(name, "nama mitra", limit=300) for name in form.partner)


def settle_partner(form: AgreementForm, unknown: UnknownPartner) -> AgreementForm:
    """Let a person say whether an unknown name means a known partner or a new one."""
    say(str(unknown))
    choices = {**dict.fromkeys(unknown.candidates, ""), "baru": "mitra ini memang baru"}
    labels = list(choices)
    chosen = labels[_numbered("Pilih nomor", labels)]
    if chosen != "baru":
        names = tuple(chosen if name == unknown.name else name for name in names_of(form))
        return replace(form, partner=names)
    kind = form.partner_kind or choose("Jenis mitra", KIND_NAMES)
    return replace(form, new=True, partner_kind=kind)


def fill_evaluation(known: Questions, form: EvaluationForm) -> EvaluationForm:
    """Ask for what the evaluation of a period still lacks: state, answers, obstacles, recommendation."""
    say(f"{known.agreement.id}: {known.agreement.title} – {known.period.label}")
    was = known.evaluation
    if form.implementation is None and (was is None or was.implementation is None):
        form = replace(
            form,
            implementation=choose("Keadaan pelaksanaan", {one.value: one.label for one in Implementation}),
        )
    said = {text.partition("=")[0].strip().casefold() for text in form.answer}
    answered = said | set(was.answers if was else ())
    answers = list(form.answer)
    for item in known.instrument.asked_items:
        if item.code in answered:
            continue
        say("", item.question)
        options = {option.code: option.label for option in item.options}
        options |= {NOT_ASSESSABLE: NOT_ASSESSABLE_LABEL, _SKIP: "jawab nanti"}
        answer = choose(item.code, options, _SKIP)
        if answer != _SKIP:
            answers.append(f"{item.code}={answer}")
    form = replace(form, answer=tuple(answers))
    if not form.obstacle and not form.effort:
        for one in known.obstacles:
            say(f"Kendala {one.number} masih terbuka: {one.text}")
        obstacle = ask_optional("Kendala baru")
        if obstacle:
            category = choose("Kategori", OBSTACLE_CATEGORIES)
            effort = ask_optional("Upaya penyelesaian")
            efforts = (effort,) if effort else ()
            form = replace(form, obstacle=(obstacle,), category=(category,), effort=efforts)
    if form.recommendation is None and (was is None or was.recommendation is None):
        options = {one.value: one.label for one in Recommendation} | {_SKIP: "tentukan nanti"}
        chosen = choose("Rekomendasi", options, _SKIP)
        form = form if chosen == _SKIP else replace(form, recommendation=chosen)
    return form


def _scheme(form: AgreementForm) -> AgreementForm:
    if form.scheme is not None:
        return form
    return replace(
        form, scheme=choose("Bentuk kerja sama", {code.value: name for code, name in SCHEME_NAMES.items()})
    )


def _title_partner_opd(access: Access, form: AgreementForm) -> AgreementForm:
    from kskd.workflows.opds import show

    if form.title is None:
        form = replace(form, title=ask("Judul"))
    if not form.partner and not form.parent:
        form = replace(form, partner=(ask("Mitra"),))
    if form.opd is None:
        form = replace(
            form, opd=ask("OPD pemrakarsa (kode atau nama)", check=lambda text: show(access, text))
        )
    return form


def _dates(form: AgreementForm) -> AgreementForm:
    if form.number is None:
        form = replace(form, number=ask_optional("Nomor dari Pemda"))
    if form.signed is None:
        form = replace(form, signed=ask_optional("Tanggal penandatanganan", check=read_date))
    if not form.says_term:
        answer = ask_optional("Jangka waktu (misalnya 5 tahun) atau tanggal berakhir", check=_term)
        if answer:
            form = replace(form, duration=answer) if _is_duration(answer) else replace(form, ends=answer)
    return form


def _term(text: str) -> object:
    return text if _is_duration(text) else read_date(text)


def _is_duration(text: str) -> bool:
    try:
        read_duration(text)
    except InvalidDate:
        return False
    return True


def _numbered(label: str, choices: list[str]) -> int:
    for at, text in enumerate(choices, 1):
        say(f"  {at}. {text}")
    while True:
        answer = ask(label)
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(choices):
            return int(answer) - 1
        say(f"  Ketik angka 1 sampai {len(choices)}.")
