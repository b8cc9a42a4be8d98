"""The files that a sheet names, read and fingerprinted before the act: no lock waits for scans."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kskd.errors import KskdError
from kskd.workflows.register.file_links import link_file

if TYPE_CHECKING:
    from pathlib import Path

    from kskd.domain.document.agreement import FileLink
    from kskd.importing.reading import RowReading
    from kskd.workflows.importing.outcome import Outcome


class SheetFiles:
    """Files as they were when they were looked at, each once however many rows name it."""

    def __init__(self, registry: Path, outcome: Outcome) -> None:
        """Take the registry beside which they are recorded, and where addresses elsewhere are counted."""
        self._outcome = outcome
        self._link = cache(lambda text: _looked_at(text, registry))

    def follow(self, reading: RowReading) -> None:
        """Let a row have the files that it names; one that cannot be read is left to a person."""
        links = []
        for text in reading.names("file"):
            if "://" in text:
                self._outcome.links += 1
            elif isinstance(found := self._link(text), str):
                reading.problem(found, "file")
            else:
                links.append(found)
        reading.typed.pop("file", None)
        reading.links = tuple(links)


def _looked_at(text: str, registry: Path) -> FileLink | str:
    """The file, or in a sentence why there is none."""
    try:
        return link_file(text, registry)
    except KskdError as error:
        return str(error)
