"""All refusals in one table by their code, and what each says when nothing in particular was refused."""

import re
from typing import NamedTuple

from kskd.errors import (
    agreements,
    evaluation,
    files,
    instruments,
    law,
    office,
    papers,
    registry,
    reports,
    usage,
    values,
)
from kskd.errors.tree import KskdError

SUBJECTS = {
    "Baris perintah": usage.REFUSALS,
    "Teks, tanggal, dan angka": values.REFUSALS,
    "Naskah, mitra, dan OPD": agreements.REFUSALS,
    "Evaluasi": evaluation.REFUSALS,
    "Instrumen": instruments.REFUSALS,
    "Pejabat dan naskah dinas": papers.REFUSALS,
    "Pemeriksaan, penghitung tenggat, dan penjelasan": law.REFUSALS,
    "Laporan dan templat": reports.REFUSALS,
    "Berkas, ekspor, dan impor": files.REFUSALS,
    "Registri dan cadangan": registry.REFUSALS,
    "Riwayat dan pemeliharaan": office.REFUSALS,
}


class Refusal(NamedTuple):
    """One entry: its class of error, which decides the exit status, its sentence, and what to do next."""

    code: str
    kind: type[KskdError]
    sentence: str
    remedy: str

    @property
    def text(self) -> str:
        """All of the message, with the names of its values in braces."""
        return f"{self.sentence} {self.remedy}".rstrip(" ")

    def in_general(self) -> tuple[str, str]:
        """Sentence and remedy as two of their own, with an ellipsis for each value; the remedy may be empty."""
        sentence, remedy = (re.sub(r"\{[^}]+\}", "…", part) for part in (self.sentence, self.remedy))
        said = f"{sentence.rstrip(',;:.')}.", f"{remedy[:1].upper()}{remedy[1:]}"
        return said[0].replace("….", "…"), said[1].replace("….", "…")


REFUSALS = {
    code: Refusal(code, kind, *said.partition("\n")[::2])
    for subject in SUBJECTS.values()
    for kind, entries in subject.items()
    for code, said in entries.items()
}
