"""Who works on which registry, on which day, and whether for real: what every use case is given."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kskd.domain.field import Fields
    from kskd.domain.subjects import Subjects
    from kskd.registry.act import Act
    from kskd.registry.session import Session


class Access(NamedTuple):
    """One command's way into the registry.

    ``command``, ``reason`` and ``letter`` go into the journal; ``seen`` is the version of the document that
    the user saw, if it was said; ``tell`` is told what the user should know; ``catalogue`` has the
    fields that the command was given, None for those of kskd itself; ``past`` is an earlier state that is
    read in place of the registry, and never written.
    """

    path: Path
    now: datetime
    who: str
    command: str
    reason: str | None = None
    letter: str | None = None
    seen: int | None = None
    dry_run: bool = False
    tell: Callable[[str], None] = lambda _: None
    catalogue: "Subjects | None" = None
    past: "Session | None" = None

    def back_to(self, past: "Session", today: date) -> "Access":
        """A way into an earlier state as it was used on a day; nothing is told, for it was told then."""
        now = self.now.replace(year=today.year, month=today.month, day=today.day)
        return self._replace(past=past, now=now, dry_run=True, tell=lambda _: None)

    def replaced(self, *, dry_run: bool) -> "Access":
        """The same way in, for a rehearsal or for real."""
        return self._replace(dry_run=dry_run)

    @property
    def fields(self) -> "Fields":
        """What may be recorded of a document of any registry."""
        if self.catalogue is not None:
            return self.catalogue.agreement
        from kskd.domain.document.fields import FIELDS

        return FIELDS

    def fields_in(self, session: "Session") -> "Fields":
        """What may be recorded of a document in this registry: those, and beside them the office's own."""
        if not session.has_any("own_field"):
            return self.fields
        from kskd.registry.tables.own_fields import read_own_fields

        return self.fields.beside(*(one.field for one in read_own_fields(session)))

    @property
    def subjects(self) -> "Subjects":
        """What may be recorded, by subject."""
        if self.catalogue is not None:
            return self.catalogue
        from kskd.domain.subjects import SUBJECTS

        return SUBJECTS

    @property
    def today(self) -> date:
        """The day on which the command runs."""
        return self.now.date()

    def reading(self, *, older_is_fine: bool = False) -> "AbstractContextManager[Session]":
        """One snapshot of the registry."""
        if self.past is not None:
            return nullcontext(self.past)
        from kskd.registry.database import snapshot

        return snapshot(self.path, older_is_fine=older_is_fine, tell=self.tell)

    def writing(self, *, is_told: bool = True, is_large: bool = False) -> "AbstractContextManager[Session]":
        """One act, kept whole or not at all; never kept in a dry run. Its number is told if ``is_told``.

        One that ``is_large`` may be larger than the memory; the state before is kept as a backup.
        """
        from kskd.registry.database import writing

        return writing(
            self.path, self.act, dry_run=self.dry_run, is_told=is_told, is_large=is_large, tell=self.tell
        )

    def creating(self) -> "AbstractContextManager[Session]":
        """A new registry with its first act; never kept in a dry run."""
        from kskd.registry.database import creating

        return creating(self.path, self.act, dry_run=self.dry_run)

    @property
    def act(self) -> "Act":
        """What the journal says about the command."""
        from kskd.registry.act import Act

        return Act(self.now, self.who, self.command, self.reason, self.letter)
