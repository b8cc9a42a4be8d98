"""Comparing names of OPD and partners: a key under which spellings meet, and names that resemble.

Resembling only ever leads to a question; it never joins two names by itself.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeVar

T = TypeVar("T")

_CONFUSABLE = str.maketrans(
    "АВЕКМНОРСТУХІЈЅԚԜаеокрсухіјѕһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχı",
    "ABEKMHOPCTYXIJSQWaeokpcyxijshdqwlABEZHIKMNOPTYXaeikvoptuxi",
)
_APOSTROPHES = str.maketrans("", "", "'`´‘’ʼ")
_LETTER_DOT = r"\b([^\W\d_])\.(?=[^\W\d_]\b)"

_RESEMBLING = 0.85
_WRITTEN_OUT = 0.99
LEGAL_FORMS = frozenset({"pt", "cv", "ud", "tbk", "persero"})
_CONTINUATIONS = frozenset({"kabupaten", "kota", "provinsi", "dan"})
_IN_FULL = {
    "kab": "kabupaten",
    "pemkab": "kabupaten",
    "pemkot": "kota",
    "prov": "provinsi",
    "pemprov": "provinsi",
    "kec": "kecamatan",
    "kementrian": "kementerian",
    "univ": "universitas",
    "poltek": "politeknik",
    "rs": "rumah sakit",
    "rsud": "rumah sakit umum daerah",
}
_GOVERNMENT = r"\bpemerintah (?:daerah )?(?=(?:kabupaten|kota|provinsi)\b)"
_OLD_SPELLINGS = (("dj", "j"), ("tj", "c"), ("oe", "u"))
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
    "xi": "11",
    "xii": "12",
}


def key(name: str) -> str:
    """Return the skeleton of a name: equal for spellings that differ only in what the eye passes over.

    Folded are case, width, white space, punctuation, Cyrillic and Greek look-alikes, "&" and "dan"; a
    legal form stays, as "pt" for "PT." and "P.T.". A name without letters or figures stays as it is.
    """
    plain = name.translate(_APOSTROPHES)
    plain = plain.lower() if plain.isascii() else _unified(plain)
    plain = re.sub(_LETTER_DOT, r"\1", plain.replace("&", " dan "))
    return re.sub(r"[\W_]+", " ", plain).strip() or name.strip()


def distinct(names: Iterable[str], *, but: str) -> tuple[str, ...]:
    """Return the names that differ in their keys from each other and from ``but``, in their order."""
    seen = {key(but)}
    kept = []
    for name in names:
        if key(name) not in seen:
            seen.add(key(name))
            kept.append(name)
    return tuple(kept)


def closest(name: str, known: Iterable[tuple[str, T]], *, limit: int = 3) -> list[tuple[str, T]]:
    """Return the known names that resemble ``name``, best first, at most ``limit``.

    Two names resemble when their figures (Roman ones too) agree in order, and their keys, as they stand or
    written out ("Pemkab" and "Pemerintah Kabupaten" as "Kabupaten", "Soebroto" as "Subroto"),

    - are equal, or equal but for spaces, word order or legal form; or
    - are one the beginning (two words or more) of the other, which goes on with its region or with
      "dan": "Dinas Perhubungan Kota Contoh", "Dinas Ketahanan Pangan dan Pertanian"; or
    - have as many words, and each word that differs does so by a slip: a ratio of 0.85 or one letter
      wrong or swapped among five or more. Words are judged one by one, since a long common part would
      make any two regencies or offices look alike.
    """
    wanted = _forms(name)
    scored: list[tuple[float, str, T]] = []
    for label, value in known:
        other = _known_forms(label)
        score = 1.0 if other.key == wanted.key else _likeness(wanted.typed, other.typed)
        if score < _WRITTEN_OUT and (wanted.in_full, other.in_full) != (wanted.typed, other.typed):
            score = max(score, _likeness(wanted.in_full, other.in_full) - 1 + _WRITTEN_OUT)
        scored.append((score, label, value))
    ranked = sorted((entry for entry in scored if entry[0] > 0), key=lambda entry: (-entry[0], entry[1]))
    return [(label, value) for _, label, value in ranked[:limit]]


class _Spelling(NamedTuple):
    """A name as words, and the figures in them."""

    words: tuple[str, ...]
    figures: tuple[str, ...]


class _Forms(NamedTuple):
    """A name as it is compared: its key, that as words, and these written out."""

    key: str
    typed: _Spelling
    in_full: _Spelling


def _forms(name: str) -> _Forms:
    skeleton = key(name)
    typed, in_full = (_Spelling(words, _figures(words)) for words in (_words(skeleton), _in_full(skeleton)))
    return _Forms(skeleton, typed, typed if in_full == typed else in_full)


_known_forms = lru_cache(maxsize=20_000)(_forms)
"""Those of a name that many others are compared with; the others are looked at once."""


def _unified(text: str) -> str:
    from unicodedata import combining, normalize  # noqa: PLC0415 - start-up

    folded = normalize("NFKC", text).translate(_CONFUSABLE).casefold()
    folded = normalize("NFKC", folded).translate(_CONFUSABLE).translate(_APOSTROPHES)
    return "".join(char for char in folded if char.isspace() or (char.isprintable() and not combining(char)))


def _likeness(one: _Spelling, other: _Spelling) -> float:
    """Return how alike the words of two different keys are, from 0 (not) to 0.99 (the same words)."""
    if one.figures != other.figures:
        return 0.0
    first, second = one.words, other.words
    if _have_same_words(first, second):
        return 0.99
    short, long = sorted((first, second), key=len)
    if len(short) > 1 and long[: len(short)] == short and long[len(short)] in _CONTINUATIONS:
        return 0.9
    pairs = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    if len(first) == len(second) and all(_is_slip(*pair) for pair in pairs):
        return 0.97 - 0.01 * min(len(pairs), 10)
    return 0.0


def _have_same_words(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    if set(first) == set(second) or "".join(first) == "".join(second):
        return True
    rest = set(first) - LEGAL_FORMS
    return bool(rest) and rest == set(second) - LEGAL_FORMS


def _words(skeleton: str) -> tuple[str, ...]:
    return tuple(_ROMAN.get(word, word.lstrip("0") or word) for word in skeleton.split())


def _in_full(skeleton: str) -> tuple[str, ...]:
    """Return the words of a key with abbreviations written out and old spelling (before 1972) made new."""
    text = " ".join(_IN_FULL.get(word, word) for word in _words(skeleton))
    text = re.sub(_GOVERNMENT, "", text)
    for old, new in _OLD_SPELLINGS:
        text = text.replace(old, new)
    return tuple(text.split())


def _figures(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(digits.lstrip("0") for word in words for digits in re.findall(r"[0-9]+", word))


def _is_slip(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 2:
        return False
    if len(one) == len(other) >= 5:
        wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(wrong) == 1:
            return True
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            left, right = wrong
            return one[left] == other[right] and one[right] == other[left]
    from difflib import SequenceMatcher  # noqa: PLC0415 - start-up

    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _RESEMBLING
