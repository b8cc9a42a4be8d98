"""What a leader's page says, put into words again from the rows of a period and of the one before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.golden.listed import words
from tests.golden.recounted import ABROAD, before
from tests.golden.recounted_recap import STATES, Recap
from tests.golden.told import STATES as NAMES
from tests.golden.told import Told, label

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

PROPOSED = {
    "lapsed": "OPD mengajukan naskah baru, atau melaporkan pengakhirannya",
    "ending": "Perpanjang, ganti, atau biarkan berakhir; OPD menyiapkan naskahnya",
    "owed": "Surat kepada mitra; bila tidak dipenuhi, musyawarah menurut naskahnya",
    "stopping": "Setujui pengakhiran, atau tetapkan syarat perbaikannya",
    "barren": "OPD menyusun rancangan turunan, atau mengakhiri naskahnya",
    "silent": "OPD melapor; tanpa laporan, dibahas pada rapat TKKSD",
    "rest": "OPD menyusun rancangan turunan dan melapor; dibahas pada rapat TKKSD",
}
"""What is proposed of each reason to decide, the most pressing first."""


def named(ids: Collection[str]) -> str:
    """Ids as a page has them."""
    return f"({', '.join(sorted(ids))})"


def name(state: str) -> str:
    """A state as a page has it."""
    return NAMES[None if state == "belum-dilaporkan" else state].lower()


class Summary:
    """The rows of a period on a day, and those of the period before on its last day."""

    def __init__(self, path: Path, report: str, as_of: str) -> None:
        self.told = Told(path, report, as_of)
        self.now, self.then = self.told.recap, Recap(path, before(report))
        with closing(sqlite3.connect(path)) as con:
            self.void = con.execute(
                "SELECT id FROM agreement WHERE void_reason IS NOT NULL"
                " AND coalesce(signed_on, entered_on) <= ? ORDER BY id",
                (as_of,),
            ).fetchall()

    def of(self, rows: Recap) -> tuple[set[str], set[str], set[str], set[str]]:
        """The lines, those with a signed child, the counted documents and those carried out."""
        counted = rows.counted()
        return rows.lines(), rows.with_child(), {*counted}, rows.carried_out(counted)

    def lead(self) -> str:
        """The two steps in a sentence, with those of the period before."""
        (lines, with_child, counted, done), then = self.of(self.now), self.of(self.then)
        past = [f" (dahulu {len(then[at + 1])} dari {len(then[at])})" if then[at] else "" for at in (0, 2)]
        silent = self.now.by_state().get("belum-dilaporkan", set())
        late = sum(self.now.is_late(key) for key in silent)
        said = f"{len(with_child)} dari {len(lines)} naskah payung sudah mempunyai naskah turunan{past[0]}; "
        said += f"{len(done)} dari {len(counted)} naskah turunan dilaksanakan{past[1]}"
        if silent and late == len(silent):
            return f"{said}, {late} tidak diketahui karena OPD belum melapor."
        if silent:
            said += f", {len(silent)} belum dilaporkan"
        return said + (f", {late} di antaranya sudah lewat jatuh tempo." if late else ".")

    def reached(self, rows: Recap) -> set[str]:
        """The lines of which a child is carried out."""
        return {key for key in rows.lines() if rows.carried_out(rows.below(key))}

    def steps(self) -> list[tuple[str, str, dict[str, set[str]]]]:
        """The two figures: title, note, and by label the documents of each state."""
        lines, with_child, counted, done = self.of(self.now)
        reached, past = len(self.reached(self.now)), len(self.reached(self.then))
        states = {name(state): ids for state, ids in self.now.by_state().items()}
        old = self.then.by_state()
        then = [
            f"{len(old[state])} {state.replace('-', ' ')}" for state in STATES if state in old
        ]  # fmt: skip
        umbrellas = {"sudah mempunyai turunan": with_child, "belum mempunyai turunan": lines - with_child}
        return [
            (f"Menjadi perjanjian? {len(with_child)} dari {len(lines)}",
             "Satu kotak satu naskah payung."
             f" Turunannya dilaksanakan: {reached} (dahulu {past}).",
             {one: ids for one, ids in umbrellas.items() if ids}),
            (f"Dilaksanakan? {len(done)} dari {len(counted)}",
             "Satu kotak satu naskah turunan."
             + (f" Dahulu {', '.join(then)}." if then else ""), states),
        ]  # fmt: skip

    def behind(self) -> list[list[str]]:
        """The documents behind each figure."""
        found = [(f"Naskah payung {one}", ids) for one, ids in self.steps()[0][2].items()]
        found.append(("Naskah payung yang turunannya dilaksanakan", self.reached(self.now)))
        states = self.steps()[1][2]
        found += [(f"Naskah turunan {one}", states[one]) for one in map(name, STATES) if one in states]
        found += [
            ("Naskah turunan yang nilainya lengkap", self.scored()),
            ("Di antaranya bernilai juga pada periode lalu", self.scored_both()),
            ("Naskah turunan luar negeri", self.abroad()),
            ("Naskah yang berlaku, akhirnya belum diketahui", self.endless()),
        ]
        return [[f"{what}: {len(ids)}", named(ids)] for what, ids in found if ids]

    def scored(self) -> set[str]:
        """The counted documents with a full score."""
        return {key for key in self.now.counted() if self.now.score(key) is not None}

    def scored_both(self) -> set[str]:
        """Of these, those that had one in the period before too."""
        return {key for key in self.scored() & {*self.then.counted()} if self.then.score(key) is not None}

    def abroad(self) -> set[str]:
        """The counted documents that are reported on yearly."""
        return {key for key in self.now.counted() if self.now.known[key]["scheme"] in ABROAD}

    def endless(self) -> set[str]:
        """Those in force of which nobody knows when they end."""
        return {key for key in self.now.active() if self.now.known[key]["end_kind"] is None}

    def limits(self) -> str:
        """What the figures cannot tell."""
        scored, both, whole = len(self.scored()), len(self.scored_both()), len(self.now.counted())
        said = "“Belum dilaporkan” tidak sama dengan “belum dilaksanakan”. "
        if scored:
            also = f"hanya {both}" if both else "tidak satu pun"
            said += f"Nilai ada pada {scored} dari {whole} naskah turunan"
            said += f" ({also} juga bernilai pada periode lalu)"
            said += ", sehingga rata-ratanya tidak dijadikan kesimpulan. " if both < whole else ". "
        elif whole:
            said += "Belum ada naskah turunan yang nilainya lengkap. "
        if abroad := len(self.abroad()):
            said += f"Kerja sama luar negeri ({abroad}) dilaporkan tahunan. "
        if endless := len(self.endless()):
            said += f"Akhir {endless} naskah yang berlaku belum diketahui. "
        if self.void:
            void = ", ".join(key for (key,) in self.void)
            said += f"{len(self.void)} naskah yang catatannya dibatalkan tidak termasuk dalam angka mana pun:"
            said += f" {void}. "
        return f"{said}Naskahnya: Lampiran 1; cara menghitung: rekapitulasi."

    def titled(self, key: str) -> str:
        """A document as running text names it."""
        return f"{self.now.known[key]['title']}, {self.now.lead(key)} ({key})"

    def matter(self, reason: str, ids: list[str]) -> str:
        """What a decision is about; the documents in the order of the page."""
        if len(ids) == 1:
            return self.titled(ids[0])
        opds, most = [*dict.fromkeys(map(self.now.lead, ids))], 4 if len(ids) <= 4 else 2
        more = f", dan {len(opds) - most} OPD lain" if len(opds) > most else ""
        what = "naskah payung" if reason == "barren" else "naskah"
        rest = f" dan {len(ids) - most} lain" if len(ids) > most else ""
        return f"{len(ids)} {what} ({', '.join(opds[:most])}{more}) ({', '.join(ids[:most])}){rest}"

    def why(self, reason: str, ids: list[str]) -> str:
        """Why it is to be decided now."""
        alone = ids[0] if len(ids) == 1 else None
        days = self._days(reason, ids)
        told = f"{min(days)} sampai {max(days)}" if len({*days}) > 1 else str(days[0]) if days else ""
        if reason == "ending":
            state = f"; {NAMES[self.now.state(alone)].lower()}" if alone else ""
            return f"Berakhir {told} hari lagi, belum ada penerus{state}"
        if reason == "owed":
            owed = self._owed(ids)
            detail = f": {owed[0]['indicator']}" if len(owed) == 1 else ""
            return f"Kewajiban mitra lewat {told} hari{detail}"
        if reason == "stopping":
            shown = self.now.shown(alone) if alone else None
            detail = f": {shown['recommendation_reason']}" if shown and shown["recommendation_reason"] else ""
            return f"Evaluasi menyarankan dihentikan{detail}"
        return {
            "lapsed": f"Sudah berakhir {told} hari; dilaksanakan, belum ada penerus",
            "barren": f"{told} hari sejak ditandatangani tanpa turunan",
            "silent": "Dua periode berturut-turut tidak dilaporkan",
            "rest": "Payung tanpa turunan, atau dua periode berturut-turut tidak dilaporkan",
        }[reason]

    def _owed(self, ids: Collection[str]) -> list[dict[str, Any]]:
        """The duties of partners that are past their day and not reached."""
        return [
            one
            for one in self.now.targets
            if one["agreement"] in ids and one["owed_by"] == "mitra"
            and (one["due_on"] or "9") < self.now.as_of
            and (done := self.now.achieved(one)) is not None and done < 100
        ]  # fmt: skip

    def _days(self, reason: str, ids: list[str]) -> list[int]:
        rows = self.now
        if reason == "owed":
            return [rows.days(rows.as_of, one["due_on"]) for one in self._owed(ids)]
        if reason == "barren":
            return [rows.days(rows.as_of, rows.known[key]["signed_on"]) for key in ids]
        if reason in {"lapsed", "ending"}:
            return [abs(rows.days(rows.as_of, str(rows.ends(key)))) for key in ids]
        return []

    def due(self, reason: str, ids: list[str]) -> str:
        """By when: within two weeks, or before the first of those documents ends."""
        late = (date.fromisoformat(self.now.as_of) + timedelta(days=14)).isoformat()
        ends = [str(self.now.ends(key)) for key in ids] if reason == "ending" else []
        return words(min([late, *ends]))

    def compared(self) -> str:
        """With which period the page compares."""
        return f"Pembanding (“dahulu”): {label(self.then.report)}. "
