"""Persons with an office: who held it, and on which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.told import Told

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.choices import OfficialRole, TeamPosition

_MAIL = r"[^@\s,;<>]+@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+"
_PHONE = (
    r"\+?\(?[0-9](?:[ .()/-]{0,2}[0-9]){2,14}(?: ?\(?(?:ext|pes|psw)[a-z]*\.? ?[0-9]{1,6}\)?)?(?: \(?wa\)?)?"
)
_PHONES = rf"{_PHONE}(?:(?:,|;| /| dan| atau) ?{_PHONE})*"


@dataclass(frozen=True, slots=True)
class Official(Told):
    """Somebody in an office; terms may overlap, as an acting head's does.

    ``name`` is None where it was never told or was erased, ``partner`` the number of the partner they act
    for, ``agreement`` the document whose contact they are, ``personal`` whether telephone and mail are their
    own (``yes`` or ``no``).
    """

    id: int
    office: str
    role: OfficialRole
    name: str | None = None
    position: TeamPosition | None = None
    opd: str | None = None
    partner: int | None = None
    agreement: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    decree: str | None = None
    phone: str | None = None
    mail: str | None = None
    personal: str = "yes"

    def holds(self, day: date) -> bool:
        """Whether they held the office on the day, as far as its days are known."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    @property
    def oddities(self) -> tuple[tuple[str, str, str], ...]:
        """What no letter or call can reach as it is written: the option, what it tells, and the value."""
        told = (("--mail", "surel", self.mail, _MAIL), ("--phone", "telepon", self.phone, _PHONES))
        return tuple(
            (option, what, value)
            for option, what, value, shape in told
            if value is not None and re.fullmatch(shape, value, re.IGNORECASE) is None
        )
