"""What text may enter the registry, and how any text is shown: nothing hidden comes in or goes out.

Refusing at entry is not enough, since files and arguments are shown in messages before they are judged.
"""

import re

from kskd.errors import refusal

_BREAKS = "\n\v\f\r\u2028\u2029"
_WHITE = f"\t {_BREAKS}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WHITE_RUN = f"[{_WHITE}]+"
_LINE_END = f"\r\n|[{_BREAKS}]"
_REFUSED = {"Cc": "karakter kendali", "Cf": "karakter tak terlihat", "Cs": "byte yang bukan UTF-8"}
_COMPOSED = frozenset("–—‘’“”…§°")
"""Signs typed beside ASCII, each its own NFC: texts of these do without the tables of Unicode."""
ERASED = "[dihapus]"
"""What stands where personal data stood that was destroyed."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝")  # the full-width sign starts a formula too
_SHOWN_AS_CODE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ROUND_NOTHING = " .,;:!?*_~=#-‐‑−–—…/()'\""
_THINGS = "permasalahan|kendala|masalah|hambatan|upaya|bukti|dokumen|berkas|data|nama|nomor|tanggal"
_NOTHING = (
    r"|nihil|nil|nol|kosong|n/a|none|null|x{2,}|tba|tbc|tbd"
    r"|(?:(?:nama|nomor|tanggal) )?(?:(?:akan )?menyusul|(?:masih |sedang )?(?:dalam proses|diproses))"
    r"|(?:tidak|tdk|tak|belum|blm)(?: (?:ada|tersedia|diketahui|tercatat|terbit|bernomor|dinomori|ditentukan"
    r"|ditetapkan|diisi|jelas|pasti|tahu|keluar))?"
    rf"(?: (?:{_THINGS}))?"
)
_CELL_FAULT = r"#(?:n/a|ref!|value!|name\?|div/0!|null!|num!|spill!|calc!)"  # what a spreadsheet shows
_AS_ABOVE = (
    r"[-–— ]*(?:[\"”“〃″]|''|’’)[-–— ]*|\W*(?:s\.? ?d\.? ?a|idem|ditto)\W*"
    r"|\W*(?:(?:sama )?(?:seperti|dengan|dgn)|sama) (?:yang )?(?:di ?)?atas(?:nya)?\W*"
)
_IS_TEXT = r"\W*(?:null|nil)\W*|[\"'() ]*"  # a name, and what a shell leaves of a quoted text

_MARK = r"(?:\d{1,2}[.)]|[-•*–])\s+"  # before one of a list


def fold(value: str) -> str:
    """Return the text with every run of white space as one space, and none at either end."""
    if (
        value.isprintable()
    ):  # as most texts are: its only white space is the space, and no pattern need be compiled
        return " ".join(value.split())
    return re.sub(_WHITE_RUN, " ", value).strip(" ")


def says_nothing(value: str) -> bool:
    """Whether a text only says that there is nothing: "belum ada", "nihil", "tba", "-", "???", "#N/A".

    Such a text is never a proof, a number of a document or a name. Whether "nihil" is an answer, and which,
    is for whoever asks.
    """
    if len(value) > 60:
        return False
    typed = fold(value).casefold()
    return bool(re.fullmatch(_NOTHING, typed.strip(_ROUND_NOTHING)) or re.fullmatch(_CELL_FAULT, typed))


def leaves_unknown(value: str) -> bool:
    """As ``says_nothing`` of what a person types, of whom "NULL" and a quotation mark are texts."""
    return says_nothing(value) and re.fullmatch(_IS_TEXT, value.casefold()) is None


def points_above(value: str) -> bool:
    """Whether a cell only says that it is as the one above: "idem", "s.d.a.", "sama dengan di atas", "〃"."""
    return len(value) <= 30 and re.fullmatch(_AS_ABOVE, fold(value), re.IGNORECASE) is not None


def unaccented(value: str) -> str:
    """The text as words are compared: in small letters and without accents, "Café" as "cafe"."""
    if value.isascii():
        return value.casefold()
    from unicodedata import category, normalize  # noqa: PLC0415 - start-up

    return "".join(char for char in normalize("NFKD", value.casefold()) if category(char) != "Mn")


def clean(value: str, field: str, *, limit: int = 500) -> str:
    """Return the text in NFC on one line, or raise InvalidText.

    ``field`` is the Indonesian label that the sentence names, such as "judul". Refused are control,
    format (bidi, zero-width) and surrogate characters, an empty text, and one longer than ``limit``.
    """
    return _bounded(fold(_composed(value, field)), field, limit)


def clean_block(value: str, field: str, *, limit: int = 4000) -> str:
    """Return a note cleaned line by line, its line breaks kept as newlines, or raise InvalidText."""
    lines = re.split(_LINE_END, _composed(value, field))
    return _bounded("\n".join(fold(line) for line in lines).strip("\n"), field, limit)


def safe(value: str) -> str:
    r"""Return the text with every control, format or surrogate character made visible.

    C0 and DEL become control pictures (␛ ␉ ␊), the others and the Unicode line separators ``\u202e``.
    For every exit to a terminal or TSV; the result is one line and can be encoded.
    """
    if value.isprintable():
        return value
    return "".join(char if char.isprintable() else _visible(char) for char in value)


def safe_lines(value: str) -> str:
    """Return the text with each of its lines safe."""
    return value if value.isprintable() else "\n".join(map(safe, value.split("\n")))


def safe_json(value: str) -> str:
    r"""Return JSON whose texts have control, format and surrogate characters as ``\u202e``: the same JSON."""
    if value.isprintable():
        return value
    return "\n".join(line if line.isprintable() else _escaped(line) for line in value.split("\n"))


def harmless(value: str) -> str:
    """Return the text for CSV: nothing hidden, and an apostrophe before what a spreadsheet would run."""
    return safe_lines(f"'{value}" if value.startswith(FORMULA_SIGNS) else value)


def quote(value: str) -> str:
    """Return what was typed as a sentence shows it: safe, at most 60 characters, in quotation marks."""
    return f'"{safe(value[:60])}{"…" if len(value) > 60 else ""}"'


def word(value: str) -> str:
    """The text as one word of a command that a person types, in double quotes where these keep it."""
    if any(char in value for char in '"\\$`!'):
        return "'" + value.replace("'", "'\\''") + "'"
    return f'"{value}"'


def quote_path(value: str) -> str:
    """Return a path as ``quote`` does, but of a long one the end, which tells files apart."""
    return f'"{"…" if len(value) > 60 else ""}{safe(value[-60:])}"'


def _composed(value: str, field: str) -> str:
    if value.isprintable() and all(char.isascii() or char in _COMPOSED for char in value):
        return value
    from unicodedata import category, normalize  # noqa: PLC0415 - start-up

    for position, char in enumerate(value, 1):
        if char.isprintable() or re.match(_WHITE_RUN, char):
            continue
        if what := _REFUSED.get(category(char)):
            raise refusal(
                "text-hidden-character",
                field=headed(field),
                what=what,
                character=ord(char),
                position=position,
            )
    return normalize("NFC", value)


def _bounded(value: str, field: str, limit: int) -> str:
    if not value:
        raise refusal("text-empty", field=headed(field))
    if len(value) > limit:
        raise refusal("text-too-long", field=headed(field), length=len(value), limit=limit)
    return value


def listed(text: str) -> list[str]:
    """The parts of a list in one text: numbered 1, 2, … or marked, else by lines; the marks are left out."""
    numbered = re.split(r"(?:^|(?<=\s))(\d{1,2})[.)]\s+", text.strip())
    counted = numbered[1::2]
    if (
        len(counted) > 1
        and not numbered[0].strip()
        and counted == [str(at + 1) for at in range(len(counted))]
    ):
        return [part for part in numbered[2::2] if part.strip()]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [re.sub(f"^{_MARK}", "", line) for line in lines] if len(lines) > 1 else lines


def as_heading(text: str) -> str:
    """The text as headings of a table are compared: in small letters, its words tied by underscores."""
    return re.sub(r"[\s_-]+", "_", text.strip().casefold())


def headed(field: str) -> str:
    """The words with a capital at their head, as over a value."""
    return field[:1].upper() + field[1:]


def _escaped(line: str) -> str:
    from unicodedata import category  # noqa: PLC0415 - start-up

    return "".join(
        "".join(f"\\u{half:04x}" for half in _halves(ord(char))) if category(char) in _SHOWN_AS_CODE else char
        for char in line
    )


def _halves(code: int) -> tuple[int, ...]:
    """The code of a character as JSON writes it, in UTF-16."""
    return (code,) if code <= 0xFFFF else (0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF))


def _visible(char: str) -> str:
    from unicodedata import category  # noqa: PLC0415 - start-up

    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if category(char) in _SHOWN_AS_CODE:
        return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
    return char


def require_name(value: str, field: str) -> None:
    """InvalidText for a name or a proof that only says that there is none."""
    if leaves_unknown(value):
        raise refusal("text-says-nothing", what=field, text=quote(value))


def require_number(value: str, field: str) -> None:
    """As ``require_name``, of a number of a document, which is not "0" either."""
    if leaves_unknown(value) or re.fullmatch("[0 ]+", value):
        raise refusal("text-says-nothing", what=field, text=quote(value))
