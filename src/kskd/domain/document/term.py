"""The term of an agreement (masa berlaku): its start and its end, with end and duration as typed.

An end is the one in the document; where the document only states a duration, the end that follows from it is
kept, so that a later change of the office's rule does not move it.
"""

from dataclasses import dataclass, replace
from datetime import date

from kskd.domain.document.ends import EndKind
from kskd.domain.values.days import Day, format_term
from kskd.errors import refusal

RENEWED = "diperpanjang otomatis tiap"
"""How the condition of a term that is renewed by itself begins."""


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when an agreement is in force, with end and duration also as they were typed.

    ``ends`` beside a condition is the first end, which is a deadline and does not pass by itself.
    ``starts_on`` and ``ends_on`` are the days where they are known exactly, else None; only a dated end has
    ``ends_on``.
    """

    starts: Day | None = None
    end_kind: EndKind | None = None
    ends: Day | None = None
    condition: str | None = None
    end_typed: str | None = None
    duration_typed: str | None = None

    def __post_init__(self) -> None:
        """Raise InvalidFact for parts that cannot be true together."""
        may_have_day = self.end_kind in {EndKind.DATE, EndKind.CONDITION}
        if (self.end_kind is EndKind.DATE and self.ends is None) or (
            self.ends is not None and not may_have_day
        ):
            raise refusal("end-day-contradicts-kind")
        if (self.end_kind is EndKind.CONDITION) != bool(self.condition):
            raise refusal("end-condition-contradicts-kind")
        if self.starts and self.ends and self.ends.latest < self.starts.earliest:
            raise refusal("end-before-start", end=self.ends.words, start=self.starts.words)

    @property
    def starts_on(self) -> date | None:
        """The start, where it is known exactly."""
        return self.starts and self.starts.exact

    @property
    def dated_end(self) -> Day | None:
        """The end that passes by itself; the first one beside a condition does not."""
        return self.ends if self.end_kind is EndKind.DATE else None

    @property
    def ends_on(self) -> date | None:
        """The dated end, where it is known exactly."""
        return self.dated_end and self.dated_end.exact

    @property
    def first_end(self) -> date | None:
        """The first end beside a condition, where it is known exactly."""
        return self.ends.exact if self.ends and self.end_kind is EndKind.CONDITION else None

    def days_left(self, as_of: date) -> int | None:
        """Return the days to the end date: 0 on the last day, negative after it, None without one."""
        return None if self.ends_on is None else (self.ends_on - as_of).days

    def describe(self) -> str:
        """Return the term in words, for tables and reports; what is unknown is said to be so."""
        is_open = self.end_kind is EndKind.OPEN
        return format_term(self.starts, self.ends, self.condition, is_open=is_open)

    def over(self, old: "Term") -> "Term":
        """What is known here laid over an older term; what is not known leaves what was."""
        starts, duration = self.starts or old.starts, self.duration_typed or old.duration_typed
        if self.end_kind is None:
            return replace(old, starts=starts, duration_typed=duration)
        same = self.ends is not None and self.ends == old.ends
        end_typed = self.end_typed or (old.end_typed if same else None)
        return replace(self, starts=starts, duration_typed=duration, end_typed=end_typed)

    @property
    def is_renewed(self) -> bool:
        """Whether its condition is the one that ``renewed`` makes."""
        return (self.condition or "").startswith(RENEWED)

    def renewed(self, every: str | None, notice: str | None) -> "Term":
        """The term with the condition that these lengths make, each as typed: renewal unless notice is given.

        A dated end becomes the first end, and the last end again where nothing is renewed any more. A
        condition in other words stays.
        """
        if every is not None and (self.is_renewed or self.end_kind is EndKind.DATE):
            unless = f", kecuali diberitahukan {notice} sebelumnya" if notice else ""
            return replace(self, end_kind=EndKind.CONDITION, condition=f"{RENEWED} {every}{unless}")
        if every is None and self.is_renewed:
            return replace(self, end_kind=EndKind.DATE if self.ends else None, condition=None)
        return self
