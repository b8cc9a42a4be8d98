"""A report on a document as the options of ``evaluate`` say it: the one place where they are read."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kskd.domain.choices import OBSTACLE_CATEGORIES, FillerRole, read_choice
from kskd.domain.evaluation import Evidence, Filler
from kskd.domain.field import Field, texts
from kskd.domain.implementation import Implementation
from kskd.domain.opd import Opd
from kskd.domain.reported import FurtherEffort, NewObstacle, Reported, ToldEvidence
from kskd.domain.subjects import EVALUATION, OBSTACLE
from kskd.domain.told import read_told
from kskd.domain.values.numbers import read_number
from kskd.domain.values.text import leaves_unknown, quote, require_name
from kskd.errors import InputFileError, InvalidText, NotFound, refusal
from kskd.registry.tables.opds import read_opds
from kskd.workflows.access import Access
from kskd.workflows.lookup import opd_code

_CODE = re.compile(r"[a-z][a-z0-9-]{1,19}", re.IGNORECASE | re.ASCII)
_OF_AN_ITEM = re.compile(r"\s*([a-z0-9-]{1,40})\s*=\s*(.+)", re.IGNORECASE | re.DOTALL | re.ASCII)
_NUMBERED = re.compile(r"(\d{1,6})=(.+)", re.DOTALL | re.ASCII)


def read_report(access: Access, typed: Mapping[str, Any], opds: Mapping[str, Opd] | None = None) -> Reported:
    """What the options of ``evaluate`` say, by key of the field; ``opds`` are those of the act, if in one.

    Raises UsageError, or what a reader raises, with a sentence about the option that cannot be read.
    """
    chief, fillers = _fillers(access, typed.get("filler", ()), opds)
    obstacles, efforts = _obstacles(access.subjects.beside_obstacle, typed)
    state, voice = typed.get("implementation"), typed.get("voice")
    plain = read_told(access.subjects.evaluation.plain, {**typed, "filler": chief})
    return Reported(
        implementation=None if state is None else Implementation(EVALUATION["implementation"].text(state)),
        answers=_pairs(typed.get("answer", ()), "--answer", "BUTIR=JAWABAN", str.casefold),
        voice=None if voice is None else _voice(voice),
        unchanged=typed.get("unchanged", False),
        fillers=fillers,
        obstacles=obstacles,
        efforts=efforts,
        closed=tuple(typed.get("closed", ())),
        realisations={
            _target(number): read_number(value)
            for number, value in _pairs(
                typed.get("realisation", ()), "--realisation", "NOMOR_TARGET=NILAI"
            ).items()
        },
        evidence=tuple(told_evidence(text, access) for text in typed.get("evidence", ())),
        cleared=frozenset(key for key, value in plain.items() if value is None),
    ).telling(plain)


def told_evidence(text: str, access: Access) -> ToldEvidence:
    """Evidence typed as BUKTI or BUTIR=BUKTI; where it names a file that is there, with its digest."""
    match = _OF_AN_ITEM.fullmatch(text)
    rest = replace(_evidence(match[2], access), item=match[1].casefold()) if match else None
    return ToldEvidence(_evidence(text, access), rest)


def _evidence(text: str, access: Access) -> Evidence:
    from kskd.interchange.files import fingerprint

    require_name(text, "bukti")
    cleaned = EVALUATION["evidence"].text(text)
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
    return Evidence(EVALUATION["evidence"].text(path), digest, size)


def _voice(text: str) -> FillerRole:
    by = read_choice(text, FillerRole, "Suara")
    if by is FillerRole.PARTNER:
        raise refusal("choice-unknown", what="Suara", text=quote(text), known="opd, bagian")
    return by


def _fillers(
    access: Access, typed: Iterable[str], opds: Mapping[str, Opd] | None
) -> tuple[str | None, tuple[Filler, ...]]:
    """Who answers for the report, as typed without a role, and the others, each with one."""
    chief: str | None = None
    others: list[Filler] = []
    for text in typed:
        before, _, after = (part.strip() for part in text.partition("="))
        if after and opds is None:
            with access.reading() as session:
                opds = read_opds(session)
        role = _role(before, after, opds) if after and opds is not None else None
        if leaves_unknown(after if role else text):
            raise refusal("text-says-nothing", what="nama pengisi", text=quote(text))
        if role is not None:
            others.append(Filler(EVALUATION["filler"].text(after), *role))
        elif chief is not None:
            raise refusal("filler-twice")
        else:
            chief = text
    return chief, tuple(others)


def _role(text: str, name: str, opds: Mapping[str, Opd]) -> tuple[FillerRole, str | None] | None:
    """The role that stands before a name, and the OPD where it is one; None where it is part of the name."""
    if text.casefold() in set(FillerRole):
        return FillerRole(text.casefold()), None
    try:
        return FillerRole.OPD, opd_code(opds, text)
    except (InvalidText, NotFound):
        if not _CODE.fullmatch(text):
            return None
    raise refusal("filler-role-unknown", text=quote(text), name=quote(name), known=", ".join(FillerRole))


def _obstacles(
    beside: Iterable[Field], typed: Mapping[str, Any]
) -> tuple[tuple[NewObstacle, ...], tuple[FurtherEffort, ...]]:
    """New obstacles with what is told beside each in their order, and the efforts typed as NOMOR=UPAYA."""
    told = [NewObstacle(OBSTACLE["text"].text(text)) for text in typed.get("text", ())]
    efforts = typed.get("effort", ())
    numbered = filter(None, map(_NUMBERED.fullmatch, efforts))
    alone = {**typed, "effort": [text for text in efforts if not _NUMBERED.fullmatch(text)]}
    for field in (OBSTACLE["effort"], *beside):
        said = texts(alone.get(field.key))
        if len(said) > len(told):
            if field.key == "effort":
                raise refusal("efforts-too-many")
            raise refusal("categories-too-many", option=field.option)
        for at, text in enumerate(said):
            value = None if leaves_unknown(text) else _value(field, text)
            told[at] = told[at].telling({field.key: value})
    return tuple(told), tuple(FurtherEffort(int(one[1]), _effort(one[2])) for one in numbered)


def _effort(text: str) -> str:
    require_name(text, "upaya")
    return OBSTACLE["effort"].text(text)


def _value(field: Field, text: str) -> Any:
    code = text.strip().casefold()
    if field.key != "category":
        return field.value(field.read(text))
    if code not in OBSTACLE_CATEGORIES:
        raise refusal(
            "choice-unknown", what="Kategori kendala", text=quote(text), known=", ".join(OBSTACLE_CATEGORIES)
        )
    return code


def _target(number: str) -> int:
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise refusal("target-number-unreadable", number=quote(number))
    return int(number)


def _pairs(typed: Iterable[str], option: str, shape: str, read: Callable[[str], str] = str) -> dict[str, str]:
    """What was typed as KEY=VALUE; the same key with two values is refused, neither is guessed."""
    found: dict[str, str] = {}
    for text in typed:
        key, sign, value = (part.strip() for part in text.partition("="))
        key, value = key.casefold(), read(value)
        if not sign or not key or not value:
            raise refusal("pair-malformed", option=option, text=quote(text), shape=shape)
        if found.get(key, value) != value:
            raise refusal("pair-contradicts-itself", option=option, key=key)
        found[key] = value
    return found
