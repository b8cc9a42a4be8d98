"""What an evaluation's form says, laid over what was reported before; nothing is kept here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kskd.domain.choices import Channel, FillerRole, Implementation, Recommendation
from kskd.domain.evaluation import Evidence, Filler
from kskd.domain.values.text import clean, clean_block, quote
from kskd.errors import InputFileError, InvalidText, NotFound, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from kskd.domain.evaluation import Evaluation
    from kskd.domain.opd import Opd
    from kskd.evaluation.instrument import Instrument
    from kskd.workflows.access import Access

_Choice = TypeVar("_Choice", Implementation, Recommendation, Channel, FillerRole)
_CODE = re.compile(r"[a-z][a-z0-9-]{1,19}", re.IGNORECASE | re.ASCII)
_Said = TypeVar("_Said", bound=str)
_STATE = "pelaksanaan"  # answered as an item is, by a choice of its own
_OF_AN_ITEM = re.compile(r"\s*([a-z0-9-]{1,40})\s*=\s*(.+)", re.IGNORECASE | re.DOTALL | re.ASCII)


@dataclass(frozen=True, slots=True)
class EvaluationForm:
    """Text as typed, one field an option; None or empty means that nothing was said.

    ``voice`` says whose answers these are where the OPD and the office differ: ``opd`` or ``bagian``.
    """

    implementation: str | None = None
    answer: tuple[str, ...] = ()
    voice: str | None = None
    unchanged: bool = False
    reported_on: str | None = None
    channel: str | None = None
    filler: tuple[str, ...] = ()
    obstacle: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    effort: tuple[str, ...] = ()
    close_obstacle: tuple[int, ...] = ()
    realisation: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    recommendation: str | None = None
    recommendation_reason: str | None = None
    others: str | None = None
    note: str | None = None


class Proof(NamedTuple):
    """Evidence as typed: all of it as the proof, and what follows BUTIR= if it begins so."""

    whole: Evidence
    item: str | None
    rest: Evidence | None

    def of(self, instrument: Instrument) -> Evidence:
        """The proof of the item that it names; of the whole evaluation if the instrument has no such item."""
        if self.item is None or self.rest is None or instrument.item(self.item) is None:
            return self.whole
        return replace(self.rest, item=self.item)


def read_proof(text: str, access: Access) -> Proof:
    """Read evidence typed as BUKTI or BUTIR=BUKTI; where it names a file that is there, with its digest."""
    return _proof(text, lambda proof: _evidence(proof, access))


def proof_in_words(text: str) -> Proof:
    """As ``read_proof``, of what others say: no file of this computer is looked for."""
    return _proof(text, lambda proof: Evidence(clean(proof, "bukti", limit=500)))


def _proof(text: str, read: Callable[[str], Evidence]) -> Proof:
    match = _OF_AN_ITEM.fullmatch(text)
    rest = read(match[2]) if match else None
    return Proof(read(text), match[1].casefold() if match else None, rest)


def _evidence(text: str, access: Access) -> Evidence:
    from pathlib import Path

    from kskd.interchange.files import fingerprint

    cleaned = clean(text, "bukti", limit=500)
    try:
        is_file = Path(text).is_file()
    except (OSError, ValueError):
        is_file = False
    if not is_file:
        return Evidence(cleaned)
    try:
        path, digest, size = fingerprint(text, access.path.resolve().parent)
    except InputFileError:
        return Evidence(cleaned)
    return Evidence(clean(path, "bukti", limit=500), digest, size)


def updated(
    base: Evaluation,
    form: EvaluationForm,
    reported_on: date | None,
    proofs: Iterable[Evidence],
    opds: Mapping[str, Opd],
) -> Evaluation:
    """The evaluation with what the form says over what it said before."""
    evidence = {(proof.item, proof.text): proof for proof in (*base.evidence, *proofs)}
    by = _voice(form.voice)
    answers, voices = _voiced(
        base.answers, base.opd_answers, pairs(form.answer, "--answer", "BUTIR=JAWABAN"), by
    )
    said = choice(form.implementation, Implementation, "Keadaan pelaksanaan")
    states, opd_states = _voiced(
        {_STATE: base.implementation} if base.implementation else {},
        {_STATE: base.opd_implementation} if base.opd_implementation else {},
        {_STATE: said} if said else {},
        by,
    )
    filler, others = _fillers(base, form.filler, reported_on, opds)
    return replace(
        base,
        implementation=states.get(_STATE),
        opd_implementation=opd_states.get(_STATE),
        recommendation=choice(form.recommendation, Recommendation, "Rekomendasi") or base.recommendation,
        recommendation_reason=clean(form.recommendation_reason, "alasan rekomendasi", limit=1000)
        if form.recommendation_reason
        else base.recommendation_reason,
        answers=answers,
        opd_answers=voices,
        reported_on=reported_on or base.reported_on,
        channel=choice(form.channel, Channel, "Saluran") or base.channel,
        filler=filler or base.filler,
        fillers=others,
        unchanged=base.unchanged or form.unchanged,
        others=clean_block(form.others, "hal lain") if form.others else base.others,
        note=clean_block(form.note, "catatan") if form.note else base.note,
        evidence=tuple(evidence.values()),
    )


def _voice(text: str | None) -> FillerRole | None:
    by = choice(text, FillerRole, "Suara")
    if by is FillerRole.PARTNER:
        raise UsageError(f"Suara {quote(text or '')} tidak dikenal. Yang ada: opd, bagian.")
    return by


def _voiced(
    counted: Mapping[str, _Said],
    by_opd: Mapping[str, _Said],
    said: Mapping[str, _Said],
    by: FillerRole | None,
) -> tuple[dict[str, _Said], dict[str, _Said]]:
    """The answers that count, and those of the OPD where they differ.

    Without a voice an answer is the one that counts. The OPD's is kept beside the one that counts; the
    office's takes its place, and what was recorded becomes the OPD's where none is kept yet.
    """
    answers, voices = dict(counted), dict(by_opd)
    for item, option in said.items():
        before = answers.get(item)
        if by is FillerRole.OPD and before is not None:
            voices[item] = option
        else:
            if by is FillerRole.OFFICE and before is not None and before != option:
                voices.setdefault(item, before)
            answers[item] = option
    return answers, {item: option for item, option in voices.items() if answers[item] != option}


def _fillers(
    base: Evaluation, typed: Iterable[str], filled_on: date | None, opds: Mapping[str, Opd]
) -> tuple[str | None, tuple[Filler, ...]]:
    """Who answers for the report, as typed without a role, and the others, each with one."""
    chief: str | None = None
    others = {(one.name, one.role, one.opd): one for one in base.fillers}
    for text in typed:
        before, _, after = (part.strip() for part in text.partition("="))
        role = _role(before, after, opds) if after else None
        if role is None:
            if chief is not None:
                raise UsageError(
                    "Penanggung jawab laporan hanya satu; tulis pengisi lain sebagai PERAN=NAMA, misalnya"
                    " bagian=NAMA atau KODE_OPD=NAMA."
                )
            chief = clean(text, "pengisi", limit=200)
            continue
        one = Filler(clean(after, "pengisi", limit=200), *role, filled_on)
        known = others.get((one.name, one.role, one.opd))
        others[one.name, one.role, one.opd] = one if known is None or filled_on else known
    return chief, tuple(others.values())


def _role(text: str, name: str, opds: Mapping[str, Opd]) -> tuple[FillerRole, str | None] | None:
    """The role that stands before a name, and the OPD where it is one; None where it is part of the name."""
    from kskd.workflows.lookup import opd_code

    if text.casefold() in set(FillerRole):
        return FillerRole(text.casefold()), None
    try:
        return FillerRole.OPD, opd_code(opds, text)
    except (InvalidText, NotFound):
        if not _CODE.fullmatch(text):
            return None
    raise NotFound(
        f"Peran {quote(text)} di depan {quote(name)} tidak dikenal; pakai {', '.join(FillerRole)}, atau kode"
        " OPD."
    )


def pairs(typed: Iterable[str], option: str, shape: str) -> dict[str, str]:
    """What was typed as KEY=VALUE; the same key with two values is refused, neither is guessed."""
    found: dict[str, str] = {}
    for text in typed:
        key, sign, value = (part.strip() for part in text.partition("="))
        key = key.casefold()
        value = value.casefold() if option == "--answer" else value
        if not sign or not key or not value:
            raise UsageError(f"{option} {quote(text)} harus berbentuk {shape}.")
        if found.get(key, value) != value:
            raise UsageError(f"{option} {key} disebut dua kali dengan nilai berbeda; sebut sekali saja.")
        found[key] = value
    return found


def choice(text: str | None, choices: type[_Choice], label: str) -> _Choice | None:
    """One of a closed list by its code; UsageError lists them."""
    if text is None:
        return None
    try:
        return choices(text.strip().casefold())
    except ValueError:
        raise UsageError(f"{label} {quote(text)} tidak dikenal. Yang ada: {', '.join(choices)}.") from None


def facts(evaluation: Evaluation | None) -> dict[str, str | None]:
    """What was reported by label, in words, to be compared."""
    if evaluation is None:
        return {}
    found: dict[str, str | None] = {
        "Pelaksanaan": evaluation.implementation,
        "Pelaksanaan menurut OPD": evaluation.opd_implementation,
        **{f"Jawaban {item}": option for item, option in evaluation.answers.items()},
        **{f"Jawaban OPD {item}": option for item, option in evaluation.opd_answers.items()},
        "Tidak ada perubahan": "ya" if evaluation.unchanged else None,
        "Tanggal lapor": evaluation.reported_on.isoformat() if evaluation.reported_on else None,
        "Saluran": evaluation.channel,
        "Pengisi": evaluation.filler,
        "Rekomendasi": evaluation.recommendation,
        "Alasan rekomendasi": evaluation.recommendation_reason,
        "Hal lain": evaluation.others,
        "Catatan": evaluation.note,
    }
    for who in evaluation.fillers:
        day = who.filled_on.isoformat() if who.filled_on else "hari tidak tercatat"
        found[f"Pengisi {who.opd or who.role} {who.name}"] = day
    for proof in evaluation.evidence:
        of = f"{proof.item} " if proof.item else ""
        found[f"Bukti {of}{proof.text}"] = f"SHA-256 {proof.digest[:12]}…" if proof.digest else "uraian"
    return found
