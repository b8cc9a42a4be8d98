"""What a page says of its own making, as data within its file: enough to make it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from kskd.domain.values.dates import read_date
from kskd.errors import InvalidDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SEAL = 8
"""Figures of the seal that a page prints; the data in it hold twice as many."""
_MARK = "kskd-page/1"
_FOUND = re.compile(rf"{_MARK}((?:;[a-z-]+=[A-Za-z0-9._~%-]*)+)".encode())
_SHORT = re.compile(
    r"^Keadaan (\d\d? \w+ \d{4}) · .*?kode pemeriksa ([0-9a-f ]{19})"
    r" · riwayat catatan (\d+), segel ([0-9a-f ]{9}) · halaman (\S+) (\S+) (\S+)((?: \S+)*)\s*$"
)
"""The last line of a page in plain text, see ``Stamp.short``."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page was made from: a period, the head of the history, and what was asked for.

    ``act`` and ``seal`` are None where no history is kept; ``templates`` is the digest of an office's own;
    ``given`` is what a kind needs beside the registry, by key: fields that were asked about, a day.
    """

    period: str
    act: int | None = None
    seal: str | None = None
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()  # filters as typed, by key
    known_on: date | None = None
    assume_reported: bool = False
    templates: str | None = None
    given: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def history(self) -> str | None:
        """The head of the history as it is printed: "catatan 128, segel 9f3a 11c2"."""
        if self.act is None or self.seal is None:
            return None
        return f"catatan {self.act}, segel {self.seal[:4]} {self.seal[4:_SEAL]}"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands in the file of a page: which page it is, of which digest and kskd, and its origin.

    ``lambang`` is the digest of the picture that it shows, which the digest of the page leaves out; it is
    empty where the file could show none.
    """

    kind: str
    name: str
    as_of: date
    digest: str
    version: str
    origin: Origin
    lambang: str | None = None

    def text(self) -> str:
        """The stamp in letters, figures and signs that no format has to escape."""
        origin = self.origin
        told = {
            "kind": self.kind,
            "name": self.name,
            "period": origin.period,
            "as-of": self.as_of.isoformat(),
            "digest": self.digest.replace(" ", ""),
            "version": self.version,
            "act": "" if origin.act is None else str(origin.act),
            "seal": (origin.seal or "")[: 2 * _SEAL],
            "lambang": self.lambang or "",
        }
        pairs = (*((key, value) for key, value in told.items() if value), *self._more())
        return ";".join([_MARK, *_written(pairs)])

    def short(self) -> str:
        """What a plain text that is read and sent on says behind its day, digest and head of the history."""
        which = (quote(one, safe="/") for one in (self.kind, self.name, self.origin.period))
        return " ".join((*which, *_written(self._more("hanya-", "dengan-"))))

    def _more(self, only: str = "only-", given: str = "with-") -> Iterator[tuple[str, str]]:
        """What most pages need not say, by key."""
        origin = self.origin
        told = {
            "known-on": origin.known_on.isoformat() if origin.known_on else "",
            "assume-reported": "yes" if origin.assume_reported else "",
            "templates": origin.templates or "",
        }
        yield from ((key, value) for key, value in told.items() if value)
        for prefix, pairs in ((only, origin.asked), (given, origin.given)):
            yield from ((prefix + key, text) for key, texts in pairs for text in texts or ("",))


def _written(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{key.replace('_', '--')}={quote(value, safe='')}" for key, value in pairs)


def find_stamp(content: bytes) -> Stamp | None:
    """The stamp that stands in the bytes of a page, or in data about it; None where there is none."""
    found = _FOUND.search(content)
    return _read(found[1].decode().split(";")[1:]) if found else None


def find_short(text: str) -> Stamp | None:
    """The stamp in the last line of a plain text; it says no version of kskd. None where there is none."""
    found = _SHORT.match(text.rstrip().rpartition("\n")[2])
    if found is None:
        return None
    day, digest, act, seal, kind, name, period, more = found.groups()
    try:
        told = {"as-of": read_date(day).isoformat(), "digest": digest, "act": act, "seal": seal}
    except InvalidDate:
        return None
    which = (f"kind={kind}", f"name={name}", f"period={period}", "version=", "lambang=")
    return _read(
        [*which, *_written((key, value.replace(" ", "")) for key, value in told.items()), *more.split()]
    )


def _read(pairs: Iterable[str]) -> Stamp | None:
    """The stamp that says these pairs; None where one is lacking or cannot be."""
    told: dict[str, str] = {}
    listed: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
    by_prefix = {"only": listed[0], "hanya": listed[0], "with": listed[1], "dengan": listed[1]}
    for pair in pairs:
        key, _, value = pair.partition("=")
        prefix, _, name = key.partition("-")
        if prefix in by_prefix:
            by_prefix[prefix].setdefault(name.replace("--", "_"), []).append(unquote(value))
        else:
            told[key] = unquote(value)
    asked, given = (
        tuple((key, tuple(texts) if any(texts) else ()) for key, texts in one.items()) for one in listed
    )
    try:
        known, digest = told.get("known-on"), told["digest"]
        return Stamp(
            told["kind"],
            told["name"],
            date.fromisoformat(told["as-of"]),
            " ".join(digest[start : start + 4] for start in range(0, len(digest), 4)),
            told["version"],
            Origin(
                told["period"],
                int(told["act"]) if "act" in told else None,
                told.get("seal"),
                asked,
                date.fromisoformat(known) if known else None,
                "assume-reported" in told,
                told.get("templates"),
                given,
            ),
            told.get("lambang"),
        )
    except (KeyError, ValueError):
        return None
