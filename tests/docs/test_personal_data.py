"""The page on personal data lists what the schema marks, with its legal basis."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from kskd.domain.subjects import SUBJECTS
from kskd.registry.history import erasure
from kskd.registry.schema import migrations
from kskd.registry.session import Session

PAGE = Path(__file__).resolve().parents[2] / "docs" / "data-pribadi.md"


def test_the_page_lists_what_the_schema_marks() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        con.execute("BEGIN")
        migrations.apply(con)
        wanted = [
            (f"{one.table}.{one.column}", one.label, one.basis)
            for one in erasure.personal_fields(Session(con))
        ]
    rows = re.findall(r"^\| `([a-z_.]+)` \| ([^|]+) \| ([^|]+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert [(place, label.strip(), basis.strip()) for place, label, basis in rows] == wanted


def test_the_schema_marks_what_the_fields_say_is_personal() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        con.execute("BEGIN")
        migrations.apply(con)
        marked = {f"{one.table}.{one.column}" for one in erasure.personal_fields(Session(con))}
    said = {place for fields in SUBJECTS for field in fields for place in field.personal}
    # Settings are no fields of a subject, and which fields of its own are personal each office says.
    assert marked == said | {"setting.value", "fact.value"}
