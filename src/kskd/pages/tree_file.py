"""A page as its tree: what every format is made from, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kskd.pages.tree import plain_tree

if TYPE_CHECKING:
    from kskd.pages.tree import Page


class TreeWriter:
    """Writes pages as their tree, ``kskd/page/1``: the same parts that templates say, as JSON."""

    suffix = "json"
    """Of its files, and how ``--format`` calls it."""

    def write(self, page: Page) -> bytes:
        """The page as one JSON document; what is not said is null, never ""."""
        told = {
            "schema": "kskd/page/1",
            "as_of": page.as_of.isoformat(),
            "kind": page.kind,
            "name": page.name,
            "title": page.title,
            "government": page.government,
            "digest": page.digest,
            "history": page.history,
            "version": page.version,
            "made_from": page.stamp or None,
            "items": _unsaid(plain_tree(page.parts)),
        }
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _unsaid(value: object) -> object:
    """Plain JSON in which a text that says nothing is null."""
    if isinstance(value, dict):
        return {key: _unsaid(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_unsaid(one) for one in value]
    return None if value == "" else value
