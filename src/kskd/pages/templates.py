"""Where the shipped templates lie, and what is in them."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from kskd.errors import refusal

SHIPPED = "bawaan"
"""Before the name of a template: the shipped one, whatever an office has of that name."""

FOLDERS = ("kinds/", "formats/", "html/", "text/")
"""Where the templates of kinds and of formats lie, and those that are one page each: sheet and messages."""

_CHECKOUT = Path(__file__).resolve().parents[3] / "templates"


@cache
def templates_dir() -> Path:
    """The templates inside the installed package, else those of the checkout; TemplateError without."""
    packaged = Path(str(files("kskd") / "templates"))
    if packaged.is_dir():
        return packaged
    if (_CHECKOUT.parent / "pyproject.toml").is_file() and _CHECKOUT.is_dir():
        return _CHECKOUT
    raise refusal("templates-not-installed")


def names() -> tuple[str, ...]:
    """The shipped templates, as they are named in a user's folder: ``kinds/opd.j2``."""
    root = templates_dir()
    found = (path.relative_to(root).as_posix() for path in root.rglob("*.j2"))
    return tuple(sorted(name for name in found if name.startswith(FOLDERS)))


def shipped() -> Iterator[tuple[str, bytes]]:
    """Name and content of each shipped template, in order of name."""
    root = templates_dir()
    return ((name, (root / name).read_bytes()) for name in names())


def folders_of(user_dir: Path | None) -> list[Path]:
    """Where templates are looked for, first place first; a folder that holds none of ours is a mistake."""
    if user_dir is None:
        return [templates_dir()]
    if not user_dir.is_dir():
        raise refusal("template-folder-missing", folder=user_dir)
    if not any((user_dir / name).is_file() for name in names()):
        raise refusal("template-folder-foreign", folder=user_dir, example=names()[0])
    return [user_dir, templates_dir()]


def office_digest(folder: Path, kind: str) -> str | None:
    """Twelve hexadecimal figures over an office's own words for a kind; None where it has none.

    How a format looks is no part of it.
    """
    from hashlib import sha256  # noqa: PLC0415 - start-up

    found = [folder / "kinds" / f"{kind}.j2", *sorted((folder / "kinds").glob("_*.j2"))]
    whole = [f"{one.name}\n".encode() + one.read_bytes() for one in found if one.is_file()]
    return sha256(b"\0".join(whole)).hexdigest()[:12] if whole else None
