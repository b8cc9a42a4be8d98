"""Findings on the way out: in groups for people, as a stream for programs."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from tempfile import SpooledTemporaryFile

from kskd.cli.kit.command import Call
from kskd.cli.kit.output import Format, csv_line, put
from kskd.cli.kit.table import put_markdown
from kskd.cli.kit.talk import say
from kskd.domain.finding import SEVERITY_NAMES, Finding, Severity
from kskd.domain.values.markdown import markdown
from kskd.domain.values.text import safe
from kskd.workflows.law.checking import rule_titles, unit_names

_GRAVEST = tuple(Severity)
_OFFICE = "(kantor)"
"""In the place of a document or a unit, of what is found about the office itself."""
_IN_MEMORY = 1 << 23  # bytes of output kept in memory before a temporary file takes them


def put_groups(call: Call, how: Format, by: str, findings: list[Finding]) -> None:
    """Findings under their OPD or their rule, the gravest first; nothing where there are none."""
    if not findings:
        return
    groups: dict[str | None, list[Finding]] = {}
    for one in sorted(
        findings, key=lambda one: (_GRAVEST.index(one.severity), one.agreement or "", one.rule)
    ):
        groups.setdefault(one.opd if by == "opd" else one.rule, []).append(one)
    titles = _titles(call, by)
    for at, key in enumerate(sorted(groups, key=lambda key: key or "")):
        if at:
            put("")
        title = f"{key or _OFFICE} – {titles[key]}"
        (_put_markdown if how is Format.MD else _put_lines)(title, groups[key])
    counts = (
        f"{sum(one.severity is severity for one in findings)} {SEVERITY_NAMES[severity]}"
        for severity in _GRAVEST
    )
    say(f"{len(findings)} temuan: {', '.join(counts)}. Penjelasan: kskd explain ATURAN.")


def _titles(call: Call, by: str) -> Mapping[str | None, str]:
    return unit_names(call.access) if by == "opd" else rule_titles()


def _put_lines(title: str, findings: list[Finding]) -> None:
    put(f"{title} ({len(findings)})")
    for one in findings:
        words = f"{one.rule} {SEVERITY_NAMES[one.severity]}: {one.message} [{one.article}] → {one.remedy}"
        for line in _wrapped(f"{one.agreement or _OFFICE}: {words}"):
            put(line)


def _wrapped(line: str) -> list[str]:
    """One line a finding, so that it can be searched; on a terminal broken between words."""
    if not sys.stdout.isatty():
        return [f"  {line}"]
    room = max(40, shutil.get_terminal_size((100, 24)).columns)
    return textwrap.wrap(safe(line), room, initial_indent="  ", subsequent_indent="      ")


def _put_markdown(title: str, findings: list[Finding]) -> None:
    sys.stdout.write(f"## {markdown(safe(title))} ({len(findings)})\n\n")
    headings = ("Naskah", "Aturan", "Tingkat", "Temuan", "Dasar", "Perbaikan")
    rows = [
        (
            one.agreement or _OFFICE,
            one.rule,
            SEVERITY_NAMES[one.severity],
            one.message,
            one.article,
            one.remedy,
        )
        for one in findings
    ]
    put_markdown(headings, [[safe(cell) for cell in row] for row in rows])


def stream(how: Format, as_of: date, findings: Iterable[Finding]) -> None:
    """Findings as JSON, CSV or TSV in order of document, whatever their number in flat memory.

    They are written once the registry is closed, so that a slow reader never keeps a writer waiting. Without
    findings CSV and TSV are empty; JSON is a document without items.
    """
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as spool:
        for text in _texts(how, findings):
            spool.write(text)
        is_empty = spool.tell() == 0
        spool.seek(0)
        if how is Format.JSON:
            sys.stdout.write(f'{{"schema": "kskd/finding-list/1", "as_of": "{as_of}", "items": [')
        elif not is_empty:
            sys.stdout.write(_line(how, Finding._fields))
        shutil.copyfileobj(spool, sys.stdout)
        if how is Format.JSON:
            sys.stdout.write("\n]}\n")


def _texts(how: Format, findings: Iterable[Finding]) -> Iterator[str]:
    if how is not Format.JSON:
        yield from (_line(how, one) for one in findings)
        return
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for at, one in enumerate(findings):
        yield f"{',' if at else ''}\n  {encode(one._asdict())}"


def _line(how: Format, values: Iterable[str | None]) -> str:
    known = [value or "" for value in values]
    return csv_line(known) if how is Format.CSV else "\t".join(map(safe, known)) + "\n"
