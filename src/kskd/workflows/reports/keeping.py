"""Pages that are there already: one that says the same is left as it is, with the history that it names."""

from dataclasses import replace
from pathlib import Path

from kskd.errors import InputFileError
from kskd.interchange.page_files import PageFile, read_page
from kskd.pages.formats import AnyWriter
from kskd.pages.tree import Page
from kskd.registry.history.rewound import seal_of
from kskd.workflows.access import Access


class KeptPages:
    """The pages under a folder, beside which new ones are written.

    A page names the last act of the history that it was made from. Where only that would change, the file
    stays as it is: made from that act it says the same, which ``verify`` can show.
    """

    def __init__(self, access: Access, out: Path) -> None:
        """Look under ``out``, for acts of this registry."""
        self._access, self._out = access, out
        self._seals: dict[int, str] = {}

    def content(self, name: str, page: Page, writer: AnyWriter) -> bytes:
        """The page as a file of that name: the bytes that are there, if they say the same."""
        there = self._there(name)
        stamp = there.stamp if there else None
        if there and stamp and page.origin and stamp.origin.act != page.origin.act:
            origin = replace(page.origin, act=stamp.origin.act, seal=stamp.origin.seal)
            is_same = (stamp.digest, stamp.origin) == (page.digest, origin)
            if is_same and self._is_ours(stamp.origin.act, stamp.origin.seal):
                content = writer.write(replace(page, origin=origin))
                if content == there.content:
                    return content
        return writer.write(page)

    def _there(self, name: str) -> PageFile | None:
        path = self._out / name
        try:
            return read_page(str(path)) if path.is_file() and not path.is_symlink() else None
        except (InputFileError, OSError):
            return None

    def _is_ours(self, act: int | None, seal: str | None) -> bool:
        """Whether the history of the registry has this act under this seal."""
        if act is None or not seal:
            return False
        if act not in self._seals:
            with self._access.reading() as session:
                self._seals[act] = seal_of(session, act)
        return self._seals[act].startswith(seal)
