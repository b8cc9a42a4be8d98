"""Telling on stderr what stays blank on the pages that were made."""

from collections.abc import Sequence

from kskd.cli.kit.talk import say

_MOST = 6
"""Kinds of blanks that are told at once; the index lists them all."""


def say_blank(blank: Sequence[tuple[str, int]]) -> None:
    """One line of what stays blank, and on how many pages; none where nothing does."""
    told = [f"{what} ({count} halaman)" for what, count in blank]
    more = [f"dan {len(told) - _MOST} lain"] if len(told) > _MOST else []
    if told:
        say(f"Belum terisi: {'; '.join(told[:_MOST] + more)}.")
