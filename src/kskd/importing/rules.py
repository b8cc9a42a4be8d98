"""What an office decided once of its sheets, so that next month's needs no question: a TOML file."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.names import closest
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.importing.concepts import BESIDE, PASSED, Subject, concept_named, label_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from kskd.domain.field import Fields

NEW = "baru"
"""What a name that is really new is given as, in place of one that is known."""
ORDERS = ("hari-bulan", "bulan-hari", "tertukar")
_PARTS = ("kolom", "tanggal", "opd", "mitra", "bawaan")
_SUBJECT = "daftar"


class Rules(NamedTuple):
    """Decisions by what they are about, each a mapping of texts.

    ``columns`` by heading (a second one of the same words as ``Nomor (2)``), ``days`` the order of day and
    month by heading, ``opds`` and ``partners`` by name as typed, ``defaults`` by key of the field;
    ``sheets`` has the same for one sheet, which goes before. ``subject`` is what the lists are about.
    """

    columns: Mapping[str, str] = {}
    days: Mapping[str, str] = {}
    opds: Mapping[str, str] = {}
    partners: Mapping[str, str] = {}
    defaults: Mapping[str, str] = {}
    sheets: Mapping[str, Rules] = {}
    subject: Subject | None = None

    def of(self, sheet: str) -> Rules:
        """Those that hold for a sheet."""
        own = self.sheets.get(sheet)
        if own is None:
            return self._replace(sheets={})
        return Rules(
            {**self.columns, **own.columns},
            {**self.days, **own.days},
            {**self.opds, **own.opds},
            {**self.partners, **own.partners},
            {**self.defaults, **own.defaults},
            subject=own.subject or self.subject,
        )


def read_rules(text: str, name: str, *catalogues: Fields) -> Rules:
    """The rules in a TOML text; InputFileError, which calls the file ``name``, for what it cannot say.

    What a column is may be told by its key or its label, as the first of ``catalogues`` that has it calls
    it, and is returned as its key.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise refusal("rules-not-toml", file=name, reason=str(error)) from error
    sheets = told.pop("lembar", {})
    if not isinstance(sheets, dict) or not all(isinstance(one, dict) for one in sheets.values()):
        raise refusal("rules-part-wrong", file=name, part="lembar")
    own = {key: _rules(one, name, catalogues) for key, one in sheets.items()}
    return _rules(told, name, catalogues)._replace(sheets=own)


def _rules(told: Mapping[str, Any], name: str, catalogues: Sequence[Fields]) -> Rules:
    told = dict(told)
    subject = _subject(told.pop(_SUBJECT, None), name)
    if unknown := sorted(set(told) - set(_PARTS)):
        known = ", ".join((*_PARTS, _SUBJECT, "lembar"))
        raise refusal("rules-part-unknown", file=name, part=unknown[0], known=known)
    for part, entries in told.items():
        if not isinstance(entries, dict) or not all(isinstance(one, str) for one in entries.values()):
            raise refusal("rules-part-wrong", file=name, part=part)
    if strange := [one for one in told.get("tanggal", {}).values() if one not in ORDERS]:
        raise refusal("rules-order-unknown", file=name, text=strange[0], known=", ".join(ORDERS))
    columns, days, opds, partners, defaults = (told.get(part, {}) for part in _PARTS)
    return Rules(
        {heading: _concept(text, name, catalogues) for heading, text in columns.items()},
        days,
        opds,
        partners,
        {_concept(text, name, catalogues): value for text, value in defaults.items()},
        subject=subject,
    )


def _subject(told: Any, name: str) -> Subject | None:
    if told is not None and told not in list(Subject):
        raise refusal("rules-subject-unknown", file=name, text=quote(str(told)), known=", ".join(Subject))
    return None if told is None else Subject(told)


def _concept(text: str, name: str, catalogues: Sequence[Fields]) -> str:
    """The key of what a text names; InputFileError for none, with those that resemble it."""
    for fields in catalogues:
        if concept := concept_named(fields, text):
            return concept
    names = (
        (word, key)
        for fields in catalogues
        for key in (*(one.key for one in fields if one.is_typed), *BESIDE, *PASSED)
        for word in (key, label_of(fields, key))
    )
    near = dict.fromkeys(key for _, key in closest(text, names))
    known = ", ".join(near or ("partner", "number", "signed", "ignored"))
    raise refusal("rules-concept-unknown", file=name, text=quote(text), known=known)


def write_rules(rules: Rules) -> str:
    """The TOML text that ``read_rules`` reads as these."""
    lines = ["# Aturan impor kskd: pakai dengan kskd import BERKAS --rules berkas ini."]
    lines += _written(rules, "")
    for sheet, own in rules.sheets.items():
        lines += _written(own, f"lembar.{_quoted(sheet)}.")
    return "\n".join(lines) + "\n"


def _written(rules: Rules, before: str) -> list[str]:
    lines: list[str] = []
    if rules.subject is not None:
        lines += ["", f"[{before.removesuffix('.')}]"] if before else [""]
        lines += [f"{_SUBJECT} = {_quoted(rules.subject)}"]
    for part, entries in zip(_PARTS, rules[:5], strict=True):
        if entries:
            lines += ["", f"[{before}{part}]"]
            lines += [f"{_quoted(key)} = {_quoted(value)}" for key, value in entries.items()]
    return lines


def _quoted(text: str) -> str:
    """A TOML basic string; control characters, as line breaks in headings, by their code."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in escaped) + '"'
