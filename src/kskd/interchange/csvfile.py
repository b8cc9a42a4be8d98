"""Tables written as CSV."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from kskd.domain.values.text import harmless


def grid_bytes(rows: Iterable[Sequence[str | None]]) -> bytes:
    """A table as Excel in Indonesia opens it: UTF-8 with its mark, semicolons, and nothing that runs."""
    made = StringIO(newline="")
    writer = csv.writer(made, delimiter=";")
    writer.writerows([harmless(value or "") for value in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")
