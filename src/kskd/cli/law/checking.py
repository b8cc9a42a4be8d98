"""``check``."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put, put_listing, read_format
from kskd.cli.kit.takes import READING, takes
from kskd.cli.kit.talk import say
from kskd.domain.finding import FOOTING_NAMES, SEVERITY_NAMES, Finding, Severity
from kskd.domain.values.text import quote
from kskd.errors import UsageError

if TYPE_CHECKING:
    from kskd.workflows.law.checking import Filters

_FILTERS = ("rules", "chapters", "severities", "opds", "agreements")
_WRITING = ("accept", "withdraw", "accept_until", "reason", "letter", "who", "dry_run")


@takes(*_FILTERS, "group_by", "fail_on", "list_rules", "accepted", *_WRITING, *READING)
def check(**given: Any) -> None:
    """Tanpa temuan tidak ada yang ditulis. Yang belum dapat dinilai tampil dengan --severity info."""
    from kskd.workflows.law.checking import Filters

    acts = [name for name in ("accept", "withdraw", "list_rules", "accepted") if given[name]]
    if len(acts) > 1:
        raise UsageError("Pilih salah satu: --list, --accepted, --accept, atau --withdraw.")
    if given["accept_until"] and not given["accept"]:
        raise UsageError("--until hanya bersama --accept.")
    filters = Filters(*(tuple(given[name]) for name in _FILTERS))
    if given["list_rules"]:
        _list_rules(given, filters)
    elif given["accepted"]:
        _list_accepted(given, filters)
    elif given["accept"] or given["withdraw"]:
        _settle(given)
    else:
        _check(given, filters)


def _check(given: dict[str, Any], filters: "Filters") -> None:
    from kskd.cli.law.findings import put_groups, stream
    from kskd.workflows.law.checking import check as run
    from kskd.workflows.law.checking import fails, read_severities, read_severity

    how, by = read_format(given), (given["group_by"] or "opd").strip().casefold()
    if by not in {"opd", "rule"}:
        raise UsageError(f"--by {quote(by)} tidak dikenal. Yang ada: opd, rule.")
    fail_on = read_severity(given["fail_on"], "--fail-on") if given["fail_on"] else None
    severities = read_severities(filters, fail_on)
    failed = False

    def watched(findings: Iterable[Finding]) -> Iterator[Finding]:
        nonlocal failed
        for one in findings:
            failed = failed or (fail_on is not None and fails(one.severity, fail_on))
            yield one

    found = watched(run(access(given, "check"), filters, severities, as_of=as_of(given)))
    if how in {Format.TABLE, Format.MD}:
        put_groups(given, how, by, list(found))
    else:
        stream(how, as_of(given), found)
    if failed:
        raise typer.Exit(3)


def _list_rules(given: dict[str, Any], filters: "Filters") -> None:
    from kskd.workflows.law.checking import chosen_rules, read_severity

    wanted = {read_severity(text, "--severity") for text in filters.severities} or set(Severity)
    rules = [rule for rule in chosen_rules(filters) if rule.severity in wanted]
    rows: Sequence[Sequence[object]]
    if read_format(given) in {Format.TABLE, Format.MD}:
        rows = [
            (one.code, SEVERITY_NAMES[one.severity], one.title, one.articles(), FOOTING_NAMES[one.footing])
            for one in rules
        ]
    else:
        rows = [(one.code, one.severity.value, one.title, one.articles(), one.footing.value) for one in rules]
    columns = {
        "rule": "Aturan",
        "severity": "Tingkat",
        "title": "Judul",
        "article": "Dasar",
        "footing": "Pijakan",
    }
    put_listing(given, "rule-list/1", columns, rows, empty="Tidak ada aturan yang cocok.")


def _list_accepted(given: dict[str, Any], filters: "Filters") -> None:
    from kskd.workflows.law.checking import accepted

    rows = [
        (
            one.acceptance.agreement,
            one.acceptance.rule,
            one.acceptance.reason,
            one.acceptance.accepted_on,
            one.acceptance.until,
            one.holds,
            one.finding.message if one.finding else None,
        )
        for one in accepted(access(given, "check"), filters, as_of=as_of(given))
    ]
    columns = {
        "agreement": "Naskah",
        "rule": "Aturan",
        "reason": "Alasan",
        "accepted_on": "Diterima",
        "until": "Sampai",
        "in_force": "Berlaku",
        "message": "Temuan kini",
    }
    put_listing(given, "acceptance-list/1", columns, rows, empty="Tidak ada temuan yang diterima.")


def _settle(given: dict[str, Any]) -> None:
    from kskd.workflows.law.checking import accept, withdraw

    if given["withdraw"]:
        agreement, rule = given["withdraw"]
        one = withdraw(access(given, "check"), agreement, rule)
        put(one.agreement, one.rule)
        say(f"Dicabut: {one.rule} pada {one.agreement} diperiksa lagi.")
        return
    agreement, rule = given["accept"]
    one, changed = accept(access(given, "check"), agreement, rule, given["accept_until"])
    put(one.agreement, one.rule)
    last = f" sampai {one.until}" if one.until else ""
    say(f"Diterima{last}: {one.rule} pada {one.agreement}." if changed else "Tidak ada yang berubah.")
