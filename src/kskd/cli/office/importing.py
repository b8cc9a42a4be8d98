"""``import``: an office's own sheets, or an export of a registry."""

import sys
from itertools import count
from typing import TYPE_CHECKING, Annotated

import typer

from kskd.cli.kit.ask import confirm
from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.options import argument, many, option, switch
from kskd.cli.kit.output import Format, put, put_rows
from kskd.cli.kit.progress import progress
from kskd.cli.kit.talk import say, say_done
from kskd.cli.office.import_plan import put_json, show_outcome, show_plan, show_result
from kskd.errors import refusal
from kskd.workflows.office import exchange

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kskd.workflows.importing.listing import FilePlan
    from kskd.workflows.importing.outcome import Outcome, Wishes

_LARGE = 5_000  # rows from which on an act may be larger than the memory
_BAR = 500  # rows from which on progress is shown


@command("yes", "no_input", "format", *WRITING)
def take_in(
    call: Call,
    *,
    file: Annotated[
        str | None, argument("[BERKAS]", "Daftar naskah, OPD, mitra, atau evaluasi; atau hasil kskd export.")
    ] = None,
    sheet: Annotated[list[str], many("--sheet", "LEMBAR", "Hanya lembar ini.")],
    rules: Annotated[str | None, option("--rules", "BERKAS", "Aturan yang disimpan sebelumnya.")] = None,
    save_rules: Annotated[
        str | None, option("--save-rules", "BERKAS", "Menyimpan arti kolom untuk berkas berikutnya.")
    ] = None,
    quarantine: Annotated[
        str | None,
        option("--quarantine", "BERKAS", "Tempat baris yang tertinggal [bawaan: NAMA.karantina.csv]."),
    ] = None,
    new_opd: Annotated[bool, switch("--new-opd", "OPD yang belum tercatat memang baru.")] = False,
    template: Annotated[
        str | None,
        option("--template", "BERKAS", "Membuat daftar kosong untuk diisi lalu diimpor (.xlsx atau .csv)."),
    ] = None,
) -> None:
    """XLSX, CSV, XLS, atau ODS; kode keluar 3 bila ada yang tertinggal.

    Rencananya ditampilkan dahulu. Yang pasti dicatat sebagai satu perubahan; baris lain ditulis ke berkas
    karantina dengan alasannya, untuk diperbaiki lalu diimpor lagi. Hasil kskd export mengisi registri kosong.
    """
    if file is None or template is not None:
        _make_template(call, file, template)
    elif exchange.is_export(file):
        _fill(call, file)
    else:
        from kskd.workflows.importing.planning import open_plan
        from kskd.workflows.importing.quarantine import place_of

        plan = open_plan(call.access, file, sheet, rules)
        _import(call, plan, place_of(plan, quarantine), save_rules, new_opd=new_opd)


def _import(call: Call, plan: "FilePlan", place: "Path", rules: str | None, *, new_opd: bool) -> None:
    """Lists under their plan, as far as all of it is certain or agreed to; ``place`` takes what is left."""
    from kskd.workflows.importing.outcome import Wishes
    from kskd.workflows.importing.planning import finish

    is_json, must_agree = call.output is Format.JSON, not (call.yes or call.dry_run)
    if not is_json:
        show_plan(plan)
    asks = call.may_ask and not call.yes
    if asks:
        from kskd.cli.office.import_questions import answered

        plan = answered(plan)
    wishes = Wishes(plan.rules.opds, plan.rules.partners, new_opd)
    if must_agree:
        plan, wishes = _agreed(call, plan, wishes, asks=asks)
    outcome = _taken(call, plan, wishes, dry_run=call.dry_run)
    written = finish(plan, outcome, place, None if call.dry_run else rules, keep=not call.dry_run)
    if is_json:
        put_json(plan, outcome, written)
    else:
        if not must_agree:  # or it has been shown, and agreed to
            show_outcome(outcome)
        _show_result(call, plan, outcome, written)
    if not outcome.is_whole:
        raise typer.Exit(3)


def _show_result(call: Call, plan: "FilePlan", outcome: "Outcome", written: "Mapping[str, str]") -> None:
    """What became of the rows, told once: on a terminal in a sentence, for programs as a table too."""
    show_result(plan, outcome, written, dry_run=call.dry_run)
    if not (call.output is Format.TABLE and sys.stdout.isatty()):
        counts = [(str(fate), count) for fate, count in sorted(outcome.fates.items())]
        put_rows(call.output, ("fate", "rows"), ("Nasib", "Baris"), counts)
    if not call.dry_run and outcome.takes_something:
        from kskd.workflows.reports.quality import told_after_import

        say(*told_after_import(call.access))


def _make_template(call: Call, file: str | None, path: str | None) -> None:
    """An empty list to be filled; Refused with a list to be imported too, or with neither."""
    from kskd.workflows.importing.template import make_template

    if path is None or file is not None:
        raise refusal("options-several", options="BERKAS yang diimpor, atau --template")
    make_template(call.access, path)
    put(path)
    say_done("dibuat; isi, lalu impor berkas itu.", of="Templat", dry_run=call.dry_run)


def _fill(call: Call, file: str) -> None:
    """An export into an empty registry."""
    way = call.access
    filled = exchange.import_file(way, file)
    put(str(way.path))
    say_done(
        f"Masuk: {filled.agreements} naskah, {filled.acts} catatan riwayat; segel {filled.head or '–'}.",
        dry_run=call.dry_run,
    )


def _agreed(call: Call, plan: "FilePlan", wishes: "Wishes", *, asks: bool) -> "tuple[FilePlan, Wishes]":
    """What a person agrees to, once all of it has been tried and shown; Refused where nobody does."""
    if not asks:
        confirm(call, "")
    from kskd.cli.office.import_questions import with_scheme, with_units

    trial = _taken(call, plan, wishes, dry_run=True)
    settled = with_scheme(trial, plan), with_units(trial, wishes)
    if settled != (plan, wishes):
        plan, wishes = settled
        trial = _taken(call, plan, wishes, dry_run=True)
    show_outcome(trial)
    show_result(plan, trial, {}, dry_run=True)
    confirm(call, "Catat yang pasti?")
    return plan, wishes


def _taken(call: Call, plan: "FilePlan", wishes: "Wishes", *, dry_run: bool) -> "Outcome":
    from kskd.workflows.importing.act import take
    from kskd.workflows.importing.planning import batches

    rows = sum(one.rows for one in plan.lists)
    with progress("Mencatat", 2 * rows, least=2 * _BAR) as told:
        rows_done = count(1)
        is_large = rows >= _LARGE
        return take(
            call.access.replaced(dry_run=dry_run),
            batches(plan),
            wishes,
            lambda: told(next(rows_done)),
            is_large=is_large,
        )
