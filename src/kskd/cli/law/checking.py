"""``check``."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import codes, option, switch
from kskd.cli.kit.output import Format, put, put_listing
from kskd.cli.kit.talk import say, say_done
from kskd.cli.law.findings import put_groups, stream
from kskd.domain.finding import SEVERITY_NAMES, Finding, Severity
from kskd.domain.footing import FOOTING_NAMES
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.workflows.law import checking
from kskd.workflows.law.checking import RulesAsked
from kskd.workflows.register.filtering import Filters

_Pair = tuple[str, str] | None


@filtered("reason", "letter", "who", "dry_run", *READING)
def check(
    call: Call,
    *,
    rules: Annotated[list[str], codes("--rule", "ATURAN", "Hanya aturan ini, misalnya KS101.")],
    chapters: Annotated[list[str], codes("--chapter", "BAB", "Hanya aturan bab ini, 1 sampai 8.")],
    severities: Annotated[
        list[str],
        codes(
            "--severity",
            "TINGKAT",
            "Hanya tingkat ini: “error”, “warning”, “info” [bawaan: “error” dan “warning”].",
        ),
    ],
    filters: Filters,
    by: Annotated[
        str | None, option("--by", "CARA", "Dikelompokkan menurut opd atau rule [bawaan: opd].")
    ] = None,
    fail_on: Annotated[
        str | None,
        option("--fail-on", "TINGKAT", "Kode keluar 3 bila ada temuan setingkat ini atau lebih berat."),
    ] = None,
    list_rules: Annotated[bool, switch("--list", "Menampilkan semua aturan.")] = False,
    accepted: Annotated[bool, switch("--accepted", "Menampilkan temuan yang diterima.")] = False,
    accept: Annotated[
        _Pair, option("--accept", "NASKAH ATURAN", "Menerima temuan ini; wajib dengan --reason.")
    ] = None,
    withdraw: Annotated[
        _Pair, option("--withdraw", "NASKAH ATURAN", "Mencabut penerimaan itu; wajib dengan --reason.")
    ] = None,
    through: Annotated[
        str | None, option("--through", "TANGGAL", "Bersama --accept: diterima sampai tanggal itu.")
    ] = None,
) -> None:
    """Tanpa temuan tidak ada yang ditulis. Yang belum dapat dinilai tampil dengan --severity info."""
    if sum(map(bool, (accept, withdraw, list_rules, accepted))) > 1:
        raise refusal("options-several", options="--list, --accepted, --accept, atau --withdraw")
    if through and not accept:
        raise refusal("through-without-accept")
    asked = RulesAsked(tuple(rules), _numbers(chapters), tuple(severities))
    if list_rules:
        _list_rules(call, asked)
    elif accepted:
        _list_accepted(call, asked, filters)
    elif accept:
        _accept(call, *accept, through)
    elif withdraw:
        _withdraw(call, *withdraw)
    else:
        _check(call, asked, filters, by or "opd", fail_on)


def _numbers(chapters: list[str]) -> tuple[int, ...]:
    for text in chapters:
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise refusal("option-value-not-whole", option="--chapter", text=quote(text))
    return tuple(map(int, chapters))


def _check(call: Call, asked: RulesAsked, filters: Filters, grouped_by: str, fail: str | None) -> None:
    how, by = call.output, grouped_by.strip().casefold()
    if by not in {"opd", "rule"}:
        raise refusal("choice-unknown", what="--by", text=quote(by), known="opd, rule")
    fail_on = checking.read_severity(fail, "--fail-on") if fail else None
    severities = checking.read_severities(asked, fail_on)
    failed = False

    def watched(findings: Iterable[Finding]) -> Iterator[Finding]:
        nonlocal failed
        for one in findings:
            failed = failed or (fail_on is not None and checking.fails(one.severity, fail_on))
            yield one

    found = watched(checking.check(call.access, asked, filters, severities, as_of=call.day))
    if how in {Format.TABLE, Format.MD}:
        put_groups(call, how, by, list(found))
    else:
        stream(how, call.day, found)
    if failed:
        raise typer.Exit(3)


def _list_rules(call: Call, asked: RulesAsked) -> None:
    wanted = {checking.read_severity(text, "--severity") for text in asked.severities} or set(Severity)
    rules = [rule for rule in checking.chosen_rules(asked) if rule.severity in wanted]
    worded = call.output in {Format.TABLE, Format.MD}
    rows = [
        (
            one.code,
            SEVERITY_NAMES[one.severity] if worded else one.severity.value,
            one.title,
            one.articles(),
            FOOTING_NAMES[one.footing] if worded else one.footing.value,
        )
        for one in rules
    ]
    columns = {
        "rule": "Aturan",
        "severity": "Tingkat",
        "title": "Judul",
        "article": "Dasar",
        "footing": "Pijakan",
    }
    put_listing(call, "rule-list/1", columns, rows, empty="Tidak ada aturan yang cocok.")


def _list_accepted(call: Call, asked: RulesAsked, filters: Filters) -> None:
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
        for one in checking.accepted(call.access, asked, filters, as_of=call.day)
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
    put_listing(call, "acceptance-list/1", columns, rows, empty="Tidak ada temuan yang diterima.")


def _accept(call: Call, agreement: str, rule: str, through: str | None) -> None:
    one, changed = checking.accept(call.access, agreement, rule, through)
    put(one.agreement, one.rule)
    last = f" sampai {one.until}" if one.until else ""
    if changed:
        say_done(f"Diterima{last}: {one.rule} pada {one.agreement}.", dry_run=call.dry_run)
    else:
        say("Tidak ada yang berubah.")


def _withdraw(call: Call, agreement: str, rule: str) -> None:
    one = checking.withdraw(call.access, agreement, rule)
    put(one.agreement, one.rule)
    say_done(f"Dicabut: {one.rule} pada {one.agreement} diperiksa lagi.", dry_run=call.dry_run)
