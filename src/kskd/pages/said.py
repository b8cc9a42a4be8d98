"""What a template says as a part: its arguments, read by what the part declares."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from functools import cache
from itertools import chain
from math import inf
from typing import TYPE_CHECKING, Any

from kskd.domain.values.markdown import plain
from kskd.pages.parts import BLOCKS, CHILDREN, INLINE, MARKS
from kskd.pages.picture import picture
from kskd.pages.sandbox import PartFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kskd.pages.parts import Part, Row, Text

_SPACE = re.compile(r"[ \t\r\n]+")
_KINDS = {**BLOCKS, **CHILDREN, **INLINE}
_NAME = re.compile(r"[\w.-]+(/[\w.-]+)*")
_CHILD_OF = re.compile(r"tuple\[(\w+), \.\.\.\]")


class Fragment:
    """A piece of a page that a template has said: text and parts, to be printed and nothing else."""

    __slots__ = ("pieces",)

    def __init__(self, values: Iterable[object]) -> None:
        """Join what a template printed; fragments within it are opened."""
        self.pieces: list[str | Part] = []
        words: list[str] = []
        for one in chain.from_iterable(one.pieces if isinstance(one, Fragment) else (one,) for one in values):
            if isinstance(one, str):
                words.append(one)
            else:
                self.pieces += [*_joined(words), one]  # type: ignore[list-item]
                words.clear()
        self.pieces += _joined(words)

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return any(not isinstance(piece, str) or piece.strip() for piece in self.pieces)

    def __str__(self) -> str:
        """PartFault: a part is no text, so it is not joined, cut or filtered as one."""
        raise PartFault("bagian hanya dapat dicetak, tidak dapat digabung atau disaring sebagai teks")


def _joined(words: list[str]) -> list[str]:
    return ["".join(words)] if words else []


def text(value: object) -> Text:
    """Running text: one value, or what stood within ``call`` or ``set``."""
    pieces = value.pieces if isinstance(value, Fragment) else [plain(value)]
    told: list[Any] = [_SPACE.sub(" ", one) if isinstance(one, str) else one for one in pieces]
    if told and isinstance(told[0], str):
        told[0] = told[0].lstrip(" ")
    if told and isinstance(told[-1], str):
        told[-1] = told[-1].rstrip(" ")
    for one in told:
        if not isinstance(one, str) and type(one).__name__.lower() not in INLINE:
            raise PartFault(f"p.{_name(one)} tidak dapat berada di dalam kalimat")
    return tuple(one for one in told if one != "")


def stray(value: object) -> str | None:
    """What is wrong with a value that is printed by itself; None for blocks and white space."""
    for piece in value.pieces if isinstance(value, Fragment) else (value,):
        if isinstance(piece, str):
            if piece.strip():
                return f"teks di luar bagian: {piece.strip()[:60]}"
        elif _name(piece) not in BLOCKS:
            return f"p.{_name(piece)} harus berada di dalam bagian lain"
    return None


def part(name: str, args: Sequence[object], named: dict[str, object]) -> Fragment:
    """The part of that name with these arguments; PartFault where it cannot be."""
    kind = _KINDS.get(name)
    if kind is None:
        raise PartFault(f"tidak ada bagian p.{name}; yang ada: {', '.join(sorted(_KINDS))}")
    readers = _readers(kind)
    if (caller := named.pop("caller", None)) is not None:
        named["body"] = caller() if callable(caller) else caller
    if name == "row":
        return Fragment([kind(tuple(text(one) for one in args))])
    given = dict(zip((one for one in readers if one != "body"), args, strict=False)) | named
    unknown = [one for one in given if one not in readers]
    lacking = [one.name for one in fields(kind) if _is_needed(one) and one.name not in given]
    if unknown or lacking or len(args) > len(readers):
        raise PartFault(f"p.{name} harus ditulis {_usage(name, [*readers])}")
    made = kind(**{key: readers[key](value) for key, value in given.items()})
    holds, wanted = _HOLDS.get(name, (bool, ""))
    if not holds(made):
        raise PartFault(wanted)
    return Fragment([made])


def _usage(name: str, takes: Sequence[str]) -> str:
    """How a part is called, body and all."""
    said = f"p.{name}({', '.join(one for one in takes if one != 'body')})"
    return f"{{% call {said} %}}…{{% endcall %}}" if "body" in takes else f"{{{{ {said} }}}}"


def _is_needed(field: Any) -> bool:
    return field.default is MISSING


@cache
def _readers(kind: type) -> dict[str, Callable[[object], Any]]:
    return {one.name: _reader(kind.__name__.lower(), one.name, str(one.type)) for one in fields(kind)}


def _reader(part: str, field: str, declared: str) -> Callable[[object], Any]:
    """How a value becomes what the field declares; the declarations of ``parts`` are all that occur."""

    def fails() -> Exception:
        return PartFault(f"{field} dari p.{part} harus berupa {_WANTED.get(declared, 'bagian ' + declared)}")

    def read(value: object) -> Any:
        match declared:
            case "str":
                return _words(value)
            case "str | None":
                return None if value is None else _words(value)
            case "Text":
                return text(value)
            case "tuple[str, ...]" if isinstance(value, list | tuple):
                return tuple(_words(one) for one in value)
            case "int" | "float" | "bool" if isinstance(value, int | float):
                return {"int": int, "float": float, "bool": bool}[declared](value)
        child = _CHILD_OF.fullmatch(declared)
        if child and isinstance(value, Fragment):
            return tuple(_child(one, child[1]) for one in value.pieces if _is_said(one))
        raise fails()

    def _child(piece: object, wanted: str) -> object:
        if type(piece).__name__ != wanted:
            raise fails()
        return piece

    return read


def _is_said(piece: object) -> bool:
    return not isinstance(piece, str) or bool(piece.strip())


def _words(value: object) -> str:
    """One line of words; a number as it stands, unknown as a dash."""
    if isinstance(value, Fragment):
        if not all(isinstance(piece, str) for piece in value.pieces):
            return str(value)
        value = "".join(piece for piece in value.pieces if isinstance(piece, str))
    return _SPACE.sub(" ", plain(value)).strip(" ")


def _name(piece: object) -> str:
    return type(piece).__name__.lower()


def _is_aligned(rows: Sequence[Row], width: int | None = None) -> bool:
    return len({len(row.cells) for row in rows} | ({width} if width is not None else set())) <= 1


_HOLDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "heading": (lambda one: one.level in {2, 3}, "level dari p.heading harus 2 atau 3"),
    "column": (
        lambda one: one.kind in {"text", "num"} and one.weight > 0,
        "kind dari p.column harus text atau num, dan weight bilangan di atas nol",
    ),
    "table": (
        lambda one: bool(one.columns) and _is_aligned(one.body, len(one.columns)),
        "setiap p.row di dalam p.table harus berisi sel sebanyak p.column",
    ),
    "bars": (lambda one: _is_aligned(one.body), "setiap p.row di dalam p.bars harus berisi sel sama banyak"),
    "marks": (
        lambda one: MARKS.keys() >= {*one.codes},
        f"kode p.marks harus salah satu dari {', '.join(MARKS)}",
    ),
    "state": (lambda one: one.code in MARKS, f"kode p.state harus salah satu dari {', '.join(MARKS)}"),
    "bar": (lambda one: 0 <= one.share < inf, "share dari p.bar harus bilangan, paling kecil nol"),
    "timeline": (lambda one: 0 <= one.done <= 1, "done dari p.timeline harus bilangan dari 0 sampai 1"),
    "link": (
        lambda one: _NAME.fullmatch(one.page) is not None,
        "page dari p.link harus nama halaman lain tanpa akhirannya, seperti opd/dinkes",
    ),
    "letterhead": (
        lambda one: one.image is None or picture(one.image) is not None,
        "image dari p.letterhead harus data:image/png atau data:image/jpeg dalam base64",
    ),
}
"""What a part must hold beyond the types of its fields, and the sentence where it does not."""

_WANTED = {
    "tuple[str, ...]": "daftar teks",
    "int": "bilangan",
    "float": "bilangan",
    "bool": "true atau false",
}
