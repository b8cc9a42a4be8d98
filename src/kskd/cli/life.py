"""``end``: what becomes of a document after its signing."""

from typing import Any

from kskd.cli._context import access
from kskd.cli._output import put, say
from kskd.cli._takes import WRITING, takes


@takes("agreement", "on", "ground", "seen", *WRITING)
def end(**given: Any) -> None:
    """--on adalah hari terakhir naskah berlaku. Dasarnya menurut peraturan bagi bentuk kerja samanya."""
    from kskd.workflows.ending import end as run

    kept = run(access(given, "end"), given["agreement"], on=given["on"], ground=given["ground"])
    put(kept.agreement.id)
    say(*(f"  {note}" for note in kept.notes))
    say(f"Diakhiri: {kept.agreement.kind_name} “{kept.agreement.title}”.")
