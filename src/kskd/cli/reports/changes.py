"""What pages say otherwise than before, and how differences are put into words."""

from collections.abc import Sequence

from kskd.cli.kit.command import Call
from kskd.cli.kit.output import Format, put_listing, put_text
from kskd.cli.kit.talk import say
from kskd.pages.compare import Difference, What, shortened

WHATS = {
    What.FIGURES: "angka",
    What.WORDS: "kata",
    What.ERASED: "dihapus sejak itu",
    What.FILLED: "diisi dengan tangan",
}
_COLUMNS = {"page": "Halaman", "what": "Hal", "part": "Bagian", "before": "Semula", "after": "Sekarang"}
_EMPTY = "Tidak ada yang berubah."


def put_changes(call: Call, found: Sequence[tuple[str, Difference]]) -> None:
    """What changed, page by page, figures first."""
    if call.output is not Format.TABLE:
        rows = [(page, one.what.value, one.where or None, one.old, one.new) for page, one in found]
        put_listing(call, "report-changes/1", _COLUMNS, rows, empty=_EMPTY)
        return
    if not found:
        say(_EMPTY)
    for name in dict.fromkeys(page for page, _ in found):
        put_text(f"{name}:")
        for line in (difference_line(one) for page, one in found if page == name):
            put_text(f"  {line}")


def difference_line(one: Difference) -> str:
    """A difference as people read it: what, where, as it was → as it is."""
    where = f"{one.where}: " if one.where else ""
    old, new = one.old or "tidak ada", one.new or "tidak ada"
    if one.old and one.new:
        old, new = shortened(one.old, one.new)
    return f"[{WHATS[one.what]}] {where}{old} → {new}"
