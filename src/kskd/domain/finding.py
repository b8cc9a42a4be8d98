"""What a rule found about a document: values only, the same for a table, a script and a report."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs; ``INFO`` also marks what cannot be judged because a fact is unknown."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


SEVERITY_NAMES = {
    Severity.ERROR: "pelanggaran",
    Severity.WARNING: "peringatan",
    Severity.INFO: "keterangan",
}


class Finding(NamedTuple):
    """One finding. ``article`` names the law, or a setting where it is silent.

    ``agreement`` and ``opd`` are None where it is about the office itself.
    """

    rule: str
    severity: Severity
    agreement: str | None
    opd: str | None
    message: str
    article: str
    remedy: str


class Acceptance(NamedTuple):
    """A finding that the office knows of and lives with: why, since when, and up to which last day."""

    agreement: str
    rule: str
    reason: str
    accepted_on: str
    until: str | None

    def holds(self, as_of: str) -> bool:
        """Whether it still stands on the day (ISO)."""
        return self.until is None or as_of <= self.until
