"""Trying an office's templates on made-up pages, as the pages of a report are said and written."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from kskd.pages.formats import FORMATS, Writer
from kskd.pages.kinds import environment, order, say
from kskd.pages.sandbox import guarded
from kskd.pages.stamp import Origin
from kskd.pages.templates import FOLDERS, folders_of, names, templates_dir
from kskd.pages.tree import Page
from kskd.reporting.desk_page import SheetPage
from kskd.reporting.kinds.bulanan import Bulanan
from kskd.reporting.kinds.desk_letters import Covering, Invitation, Minutes
from kskd.reporting.kinds.documents import Cover, PublicList
from kskd.reporting.kinds.luar_negeri import LuarNegeri
from kskd.reporting.kinds.naskah import Naskah
from kskd.reporting.kinds.opd import OpdSheet
from kskd.reporting.kinds.paket import Paket
from kskd.reporting.kinds.pemetaan import Pemetaan
from kskd.reporting.kinds.rekap import Rekap
from kskd.reporting.kinds.ringkasan import Ringkasan
from kskd.reporting.kinds.semester import Semester
from kskd.reporting.kinds.serah_terima import SerahTerima
from kskd.reporting.kinds.tkksd import Tkksd
from kskd.reporting.made_up import DAY, GUISES, made_up
from kskd.reporting.message import DataRequest, Notice
from kskd.reporting.model import IndexPage
from kskd.reporting.pages import PlanPage, QualityPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kskd.pages.sandbox import Sandbox

TRIED: dict[str, type] = {
    "indeks": IndexPage,
    "ringkasan": Ringkasan,
    "opd": OpdSheet,
    "semester": Semester,
    "tkksd": Tkksd,
    "luar-negeri": LuarNegeri,
    "pemetaan": Pemetaan,
    "bulanan": Bulanan,
    "rencana": PlanPage,
    "rekap": Rekap,
    "undangan": Invitation,
    "berita-acara": Minutes,
    "surat-pengantar": Covering,
    "naskah": Naskah,
    "sampul": Cover,
    "daftar-publik": PublicList,
    "mutu-data": QualityPage,
    "pengingat": Notice,
    "pengingat-pesan": Notice,
    "permintaan": DataRequest,
    "permintaan-pesan": DataRequest,
    "lembar-desk": SheetPage,
    "paket": Paket,
    "serah-terima": SerahTerima,
}
"""What the template of each kind is given; the last are made by other commands than ``report``."""


class Trial(NamedTuple):
    """The templates of a folder that can be used, in order; what a report would leave out, or not use."""

    names: tuple[str, ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]  # template, and blocks of the shipped order
    unused: tuple[str, ...]


def check(user_dir: Path) -> Trial:
    """Try the templates of a user's folder as a report would use them.

    Each page is said by each kind and written in each format, by the functions that do it for real; what a
    template names only in a case that no made-up page is in is compiled. Raises TemplateError, naming file
    and line, for the first that cannot be used.
    """
    folders = folders_of(user_dir)
    found = (one.relative_to(user_dir).as_posix() for one in sorted(user_dir.rglob("*.j2")))
    mine = [one for one in found if one.startswith(FOLDERS)]
    kinds = environment(folders)
    writers = [Writer(FORMATS[one], folders) for one in makeable()]
    used = _compiled(kinds, [one for one in mine if one.startswith("kinds/")])
    for writer in writers:
        used |= _compiled(writer.environment, [one for one in mine if one == writer.name])
    for key, facts in TRIED.items():
        for way in GUISES:
            parts = say(kinds, key, made_up(facts, way))
            origin = Origin("2024", 1, "0" * 16, known_on=DAY) if way.is_known else None
            page = Page(key, key, "Contoh", "Kabupaten Contoh", DAY, "f4", "0", origin, parts)
            for writer in writers:
                writer.write(page)
    known = {*names(), *used}
    return Trial(
        tuple(one for one in mine if one in known),
        tuple(_left_out(folders, [one for one in TRIED if f"kinds/{one}.j2" in mine])),
        tuple(one for one in mine if one not in known),
    )


def makeable() -> tuple[str, ...]:
    """The formats that can be made here: PDF only with its extra."""
    return tuple(one for one in FORMATS if one != "pdf" or find_spec("typst"))


def _compiled(made: Sandbox, waiting: list[str]) -> set[str]:
    """Compile templates and all that they need; the names of what is needed."""
    seen, needed = set[str](), set[str]()
    asked = [(name, name) for name in waiting]
    while asked:
        name, asking = asked.pop()
        if name not in seen:
            seen.add(name)
            guarded(asking, partial(made.get_template, name))
            needed.update(found := made.needed_by(name))
            asked += [(one, name) for one in found]
    return needed


def _left_out(folders: list[Path], kinds: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Blocks of the shipped order that an office leaves out of its own; a template may have none."""
    theirs, ours = environment(folders), environment([templates_dir()])
    for key in kinds:
        facts = made_up(TRIED[key], GUISES[0])
        kept = order(theirs, key, facts)
        left = tuple(one for one in order(ours, key, facts) if one not in kept)
        if kept and left:
            yield f"kinds/{key}.j2", left
