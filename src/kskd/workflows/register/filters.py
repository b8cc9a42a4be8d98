"""The filters of documents: one table from which the options of every command that takes them are made."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.status import STATUS_NAMES, Status
from kskd.domain.field import Field, Fields, Many, Place, Value
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import clean, quote, safe, word
from kskd.errors import refusal
from kskd.registry.session import Session

if TYPE_CHECKING:
    from kskd.registry.views import listing as store
    from kskd.workflows.register.filtering import Filters

# Commands are hot, most of all without a filter: what only some filters need is imported where they are read.


class Filter(NamedTuple):
    """One way to choose documents: its option, and how what was typed becomes what its SQL takes.

    The SQL has the same key in ``registry.views.listing.FILTERS``; plain fields need none (``--where``).
    """

    option: Field
    read: Callable[[Sequence[str], Session, date], str | None] = lambda *_: None


class Chosen(NamedTuple):
    """The documents that pass, by id, and the units that were asked for, with those whose work they carry on.

    ``of_clocks`` is what clocks without a document must meet (see ``read_started``), None where none passes.
    """

    ids: tuple[str, ...]
    of_clocks: Mapping[str, str] | None
    opds: tuple[str, ...] = ()


def _option(key: str, label: str, metavar: str, told: str, many: Many = Many.NO) -> Field:
    kind = FieldKind.PART if metavar else FieldKind.SWITCH
    return Field(key, label, kind, place=Place.PARTS, metavar=metavar, help=f"Hanya {told}", many=many)


def _coded(
    option: str, choices: type[StrEnum], words: Mapping[str, str]
) -> Callable[[Sequence[str], Session, date], str]:
    """A reader of codes; ``words`` are other names of some."""
    told = ", ".join(f"{word} ({code})" for word, code in words.items()) or ", ".join(choices)

    def read_code(text: str) -> str:
        typed = "-".join(text.casefold().split())
        try:
            return choices(words.get(typed, text.strip().casefold()))
        except ValueError:
            raise refusal("choice-unknown", what=f"--{option}", text=quote(text), known=told) from None

    return lambda texts, *_: _json(map(read_code, texts))


def _agreements(texts: Sequence[str], session: Session, _: date) -> str:
    from kskd.workflows.lookup import agreement_id

    return _json(agreement_id(session, text) for text in texts)


def _opds(texts: Sequence[str], session: Session, as_of: date) -> str:
    from kskd.workflows.lookup import units

    return _json(units(session, texts, as_of) or ())


def _partners(texts: Sequence[str], session: Session, _: date) -> str:
    from kskd.registry.tables.partners import read_partners
    from kskd.workflows.lookup import partner

    everyone = read_partners(session)
    return _json(partner(everyone, text).id for text in texts)


def _stages(texts: Sequence[str], session: Session, as_of: date) -> str:
    from kskd.rules.stages import Stage

    return _coded("stage", Stage, {})(texts, session, as_of)


def _affairs(texts: Sequence[str], *_: object) -> str:
    from kskd.domain.document.affairs import read_affair

    return _json(map(read_affair, texts))


def _day(texts: Sequence[str], *_: object) -> str:
    from kskd.domain.values.dates import read_date

    (text,) = texts
    return read_date(text).isoformat()


def _year(texts: Sequence[str], *_: object) -> str:
    from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR

    year = _whole("--year", *texts)
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise refusal("year-outside", first=FIRST_YEAR, last=LAST_YEAR)
    return year


def _whole(option: str, text: str) -> str:
    try:
        return str(int(text))
    except ValueError:
        raise refusal("option-value-not-whole", option=option, text=quote(text)) from None


def _words(texts: Sequence[str], *_: object) -> str:
    return _json(word for text in texts for word in clean(text, "kata yang dicari").split())


def _json(values: Iterable[object]) -> str:
    import json

    return json.dumps(list(values))


_STATUSES = {word.replace(" ", "-"): status.value for status, word in STATUS_NAMES.items()}
_CODES, _TEXTS = Many.CODES, Many.TEXTS

FILTERS = (
    Filter(_option("agreement", "naskah", "NASKAH", "naskah ini.", _TEXTS), _agreements),
    Filter(_option("opd", "OPD", "OPD", "OPD ini.", Many.CODES_OR_NAMES), _opds),
    Filter(
        _option("scheme", "bentuk", "BENTUK", f"bentuk ini: {', '.join(Scheme)}.", _CODES),
        _coded("scheme", Scheme, {}),
    ),
    Filter(
        _option("doc", "jenis", "JENIS", f"jenis naskah ini: {', '.join(Doc)}.", _CODES),
        _coded("doc", Doc, {}),
    ),
    Filter(
        _option(
            "status",
            "status",
            "STATUS",
            f"status ini: {', '.join(Status)}.",
            _CODES,
        ),
        _coded("status", Status, _STATUSES),
    ),
    Filter(
        _option("stage", "tahap", "TAHAP", "rancangan pada tahap ini, misalnya penawaran.", _CODES), _stages
    ),
    Filter(_option("partner", "mitra", "MITRA", "dengan mitra ini.", _TEXTS), _partners),
    Filter(_option("affair", "urusan", "URUSAN", "urusan ini.", Many.CODES_OR_NAMES), _affairs),
    Filter(_option("year", "ditandatangani", "TAHUN", "yang ditandatangani pada tahun ini."), _year),
    Filter(
        _option("planned", "direncanakan", "TAHUN", "yang direncanakan untuk tahun ini."),
        lambda texts, *_: _whole("--planned", *texts),
    ),
    Filter(_option("ends_before", "berakhir sebelum", "TANGGAL", "yang berakhir sebelum tanggal ini."), _day),
    Filter(_option("ends_after", "berakhir sesudah", "TANGGAL", "yang berakhir sesudah tanggal ini."), _day),
    Filter(_option("no_child", "tanpa turunan", "", "naskah payung tanpa turunan yang ditandatangani.")),
    Filter(_option("no_file", "tanpa berkas", "", "naskah tanpa satu berkas pun.")),
    Filter(
        _option(
            "no_original", "tempat asli belum diketahui", "", "naskah yang tempat aslinya belum diketahui."
        )
    ),
)
"""All but plain fields, in the order of the options."""

WHERE = _option(
    "where",
    "",
    "FAKTA=NILAI",
    "yang faktanya bernilai demikian, misalnya in-apbd=tidak; FAKTA= untuk yang belum tercatat.",
    _TEXTS,
)
OPTIONS = (*(one.option for one in FILTERS), WHERE)
_READ = {one.option.key: one.read for one in FILTERS} | {"words": _words}  # words are those of ``search``


_OF_CLOCKS = {"opd", "partner"}
"""What may be asked of a clock that was started without a document."""


def read_query(
    session: Session,
    fields: Fields,
    filters: "Filters",
    as_of: date,
    *,
    columns: Sequence[str] = (),
    sort: Sequence[str] = ("id",),
    limit: int | None = None,
) -> "store.Query":
    """Filters as the listing's SQL takes them; an unknown name is an error, not an empty list.

    Void documents pass only where that status is asked for.
    """
    from kskd.registry.views.listing import Query

    values = {key: _READ[key](texts, session, as_of) for key, texts in filters.items() if key != WHERE.key}
    if Status.VOID not in (values.get("status") or ""):
        values["not_void"] = None
    values["known"] = None
    told = tuple(_told_value(fields, text) for text in filters.get(WHERE.key, ()))
    asks_stage = "stage" in filters or any(key.lstrip("-").startswith("stage") for key in (*columns, *sort))
    stages = _found_stages(session, as_of) if asks_stage else None
    return Query(as_of.isoformat(), values, sort, limit, told, stages)


def _found_stages(session: Session, as_of: date) -> str:
    import json

    from kskd.registry.views.stages import read_stages

    found = read_stages(session, as_of).items()
    return json.dumps(
        {
            one: {
                "stage": waiting.stage,
                "stage_turn": waiting.turn,
                "stage_since": waiting.since and waiting.since.isoformat(),
                "stage_days": waiting.days(as_of),
            }
            for one, waiting in found
        }
    )


def chosen(session: Session, fields: Fields, filters: "Filters", as_of: date) -> Chosen:
    """The documents that ``list`` shows with these filters on the day."""
    import json

    from kskd.registry.views.listing import read_ids

    query = read_query(session, fields, filters, as_of)
    of_clocks = {key: value for key, value in query.filters.items() if key in _OF_CLOCKS and value}
    return Chosen(
        tuple(read_ids(session, query)),
        of_clocks if filters.keys() <= _OF_CLOCKS else None,
        tuple(json.loads(of_clocks.get("opd", "[]"))),
    )


def in_words(filters: "Filters") -> str | None:
    """What was asked for, for people, as typed; None where nothing was."""
    labels = {option.key: option.label for option in OPTIONS}
    told = (f"{labels[key]} {', '.join(map(safe, texts))}".strip() for key, texts in filters.items())
    return "; ".join(told) or None


def in_options(filters: "Filters") -> str:
    """What was asked for as it is typed, each option after a space."""
    options = {option.key: option.option for option in OPTIONS}
    told = ((options[key], texts or ("",)) for key, texts in filters.items())
    return "".join(f" {option} {_as_typed(text)}".rstrip() for option, texts in told for text in texts)


def _as_typed(text: str) -> str:
    return word(safe(text)) if re.search(r"[^\w.,=-]", text) else text


def _told_value(fields: Fields, text: str) -> tuple[Field, Value | None]:
    """The plain field asked for by ``KEY=VALUE``, with None for ``KEY=``: not recorded."""
    name, sign, value = text.partition("=")
    found = fields.named(name)
    if found is None or not sign:
        known = ", ".join(field.name for field in fields.plain)
        raise refusal("where-unknown", text=quote(text), known=known)
    return found, found.read(value) if value.strip() else None
