"""Two registries of one history: up to which act they are one, and what each has that the other lacks."""

import sqlite3
from typing import NamedTuple

from kskd.registry.history import seals
from kskd.registry.session import Session


class ActLine(NamedTuple):
    """An act as one line: its number, when, by whom, by which command, and its link of the chain."""

    act: int
    at: str
    who: str
    command: str
    head: str


class Branches(NamedTuple):
    """The latest act that both have (0 for none) with its link, and the acts of each since then, in order."""

    common: int
    head: str
    here: tuple[ActLine, ...]
    there: tuple[ActLine, ...]


def compare(here: Session, there: Session) -> Branches:
    """What two registries have in common and what each has alone, by the links of their chains."""
    shared = common(here.con, there.con)
    head = seals.links(here.con, [shared]).get(shared, "")
    return Branches(shared, head, _since(here.con, shared), _since(there.con, shared))


def common(one: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """The latest act with the same link in both: each link stands on all before, so that halving finds it."""
    low, high = 0, min((seals.head(con) or (0, ""))[0] for con in (one, other))
    while low < high:
        middle = (low + high + 1) // 2
        links = {
            con.execute("SELECT link FROM act WHERE id = ?", (middle,)).fetchone() for con in (one, other)
        }
        low, high = (middle, high) if len(links) == 1 and links != {None} else (low, middle - 1)
    return low


def _since(con: sqlite3.Connection, act: int) -> tuple[ActLine, ...]:
    rows = con.execute("SELECT id, at, who, command, link FROM act WHERE id > ? ORDER BY id", (act,))
    return tuple(ActLine(*row) for row in rows)
