"""What a page says of its own making, as data within its file: enough to make it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, unquote

_SEAL = 8
"""Figures of the seal that a page prints; the data in it hold twice as many."""
_MARK = "kskd-page/1"
_FOUND = re.compile(rf"{_MARK}((?:;[a-z-]+=[A-Za-z0-9._~%-]*)+)".encode())


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page was made from: a period, the head of the history, and what was asked for.

    ``act`` and ``seal`` are None where no history is kept; ``templates`` is the digest of an office's own.
    """

    period: str
    act: int | None = None
    seal: str | None = None
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()  # filters as typed, by key
    known_on: date | None = None
    assume_reported: bool = False
    templates: str | None = None

    @property
    def history(self) -> str | None:
        """The head of the history as it is printed: "catatan 128, segel 9f3a 11c2"."""
        if self.act is None or self.seal is None:
            return None
        return f"catatan {self.act}, segel {self.seal[:4]} {self.seal[4:_SEAL]}"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands in the file of a page: which page it is, of which digest and kskd, and its origin."""

    kind: str
    name: str
    as_of: date
    digest: str
    version: str
    origin: Origin

    def text(self) -> str:
        """The stamp in letters, figures and signs that no format has to escape."""
        told = {
            "kind": self.kind,
            "name": self.name,
            "period": self.origin.period,
            "as-of": self.as_of.isoformat(),
            "digest": self.digest.replace(" ", ""),
            "version": self.version,
            "act": "" if self.origin.act is None else str(self.origin.act),
            "seal": (self.origin.seal or "")[: 2 * _SEAL],
            "known-on": self.origin.known_on.isoformat() if self.origin.known_on else "",
            "assume-reported": "yes" if self.origin.assume_reported else "",
            "templates": self.origin.templates or "",
        }
        pairs = [(key, value) for key, value in told.items() if value]
        pairs += [(f"only-{key}", text) for key, texts in self.origin.asked for text in texts or ("",)]
        return ";".join(
            [_MARK, *(f"{key.replace('_', '--')}={quote(value, safe='')}" for key, value in pairs)]
        )


def find_stamp(content: bytes) -> Stamp | None:
    """The stamp that stands in the bytes of a page, or in data about it; None where there is none."""
    found = _FOUND.search(content)
    if found is None:
        return None
    told: dict[str, str] = {}
    asked: dict[str, list[str]] = {}
    for pair in found[1].decode().split(";")[1:]:
        key, _, value = pair.partition("=")
        if key.startswith("only-"):
            asked.setdefault(key.removeprefix("only-").replace("--", "_"), []).append(unquote(value))
        else:
            told[key] = unquote(value)
    try:
        return _read(told, asked)
    except (KeyError, ValueError):
        return None


def _read(told: dict[str, str], asked: dict[str, list[str]]) -> Stamp:
    known = told.get("known-on")
    digest = told["digest"]
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
            tuple((key, tuple(texts) if any(texts) else ()) for key, texts in asked.items()),
            date.fromisoformat(known) if known else None,
            "assume-reported" in told,
            told.get("templates"),
        ),
    )
