"""The dictionary of headings: what offices write over the columns of their lists, and what it means."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.field import Many
from kskd.domain.values.names import closest, key
from kskd.domain.values.text import fold
from kskd.importing.concepts import SUBJECT_NAMES, Subject
from kskd.importing.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from kskd.domain.field import Fields

SURE, LIKELY, NOT = "pasti", "mungkin", "tidak"
IGNORED = "ignored"
BY_RULE = "menurut aturan yang disimpan"
TOGETHER = "dua isian dalam satu sel"
_MOST_KEPT = 2_000  # headings; every cell of a list may be asked for
_NEAR = 0.6  # of the words that two headings share, below which they have nothing in common
_SAME_BEGINNING = 0.2
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+)")
_NUMBERED = r"(.+?) (?:[1-9]|i{1,3})"
PAPERS = frozenset({"umbrella", "derived"})
_UNTIL = r"(?i)\bs ?/ ?d\b"
_BRACKETS = r"\(([^()]*)\)"


class Meaning(NamedTuple):
    """What a heading may mean, the likeliest first, how sure that is (``ColumnPlan``), and why.

    ``is_own`` says that it is what a field itself is called, so that no other meaning comes before it.
    """

    concepts: tuple[str, ...]
    sure: str
    why: str
    is_own: bool = False


class Deciding(NamedTuple):
    """What makes a list one of a subject: concepts that its columns must all be (``needs``), of which some
    must be (``proves``), and that they are not if the list were one of documents (``but_not``).

    ``periods`` together stand for a column of periods; ``names`` are words in the name of its sheet.
    """

    needs: frozenset[str] = frozenset()
    proves: frozenset[str] = frozenset()
    but_not: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(slots=True)
class Kamus:
    """Headings as they are compared (``spelt``) with the concepts that each may mean, and what goes with it.

    ``sides`` has the names of parties and papers with what they make of a heading (``under``); ``decided``
    what an office has decided; ``expects`` and ``proposes`` which contents (patterns in ``contents``) fit a
    concept, and which concepts a content. ``passed`` are headings of lists about other subjects, which tell
    nothing here, and ``beside`` those by which such a list is known.
    """

    fields: Fields
    decided: Mapping[str, str]
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    side_words: frozenset[str] = frozenset()
    first_words: frozenset[str] = frozenset()
    under: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    noise: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    together: Mapping[str, Sequence[str]] = field(default_factory=dict)
    remarks: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    expects: Mapping[str, Sequence[str]] = field(default_factory=dict)
    proposes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    contents: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    subject: Subject = Subject.DOCUMENT
    deciding: Deciding = field(default_factory=Deciding)
    passed: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    _spelt: dict[str, str] = field(default_factory=dict)
    _resembling: dict[str, Meaning | None] = field(default_factory=dict)

    def spelt(self, text: str) -> str:
        """A heading as headings are compared: its words in small letters, each as the dictionary writes it.

        A unit or a remark in brackets that changes nothing is left out.
        """
        found = self._spelt.get(text)
        if found is None:
            bare = re.sub(_BRACKETS, lambda one: " " if self._is_aside(key(one[1])) else one[0], text)
            words = key(re.sub(_UNTIL, "sd", bare or text)).split()
            if len(words) > 1:
                words = [
                    "nomor" if word == "no" and at in {0, len(words) - 1} else word
                    for at, word in enumerate(words)
                ]
            found = " ".join(self.spellings.get(word, word) for word in map(_bare, words))
            if len(self._spelt) < _MOST_KEPT:
                self._spelt[text] = found
        return found

    def _is_aside(self, text: str) -> bool:
        """Whether what stands in brackets is a unit, or a remark that changes nothing."""
        return text in self.remarks or self.units.issuperset(text.split())

    def is_heading(self, text: str) -> bool:
        """Whether a text is one of the known headings, or of the names of parties above them."""
        if self.decided and fold(text).casefold() in self.decided:
            return True
        found = _FIRST_WORD.match(text)  # spelling every cell of a long list would take most of the time
        if text.isascii() and (found is None or _bare(found[1].lower()) not in self.first_words):
            return False
        spelt = self.spelt(text)
        if spelt in self.known or spelt in self.sides or spelt in self.beside:
            return True
        first, last = spelt.split(" ", 1)[0], spelt.rsplit(" ", 1)[-1]
        is_sided = first in self.side_words or last in self.side_words
        return self._numbered(spelt) is not None or (is_sided and self._side(spelt)[1] in self.known)

    def names_kind(self, text: str) -> bool:
        """Whether a text is the name of a kind of paper and nothing else."""
        return self.sides.get(self.spelt(text)) in PAPERS

    def is_named(self, texts: Iterable[str]) -> bool:
        """Whether the name of a sheet or a title above a list calls it one of this subject."""
        words = {word for text in texts for word in self.spelt(text).split()}
        return any(set(name.split()) <= words for name in self.deciding.names)

    def has_several(self, concept: str) -> bool:
        """Whether more than one column may tell of a concept."""
        known = self.fields.get(concept)
        return known is not None and known.many is not Many.NO

    def stem(self, text: str) -> str:
        """A heading without the number of one of several, "Mitra 2" as "mitra"."""
        spelt = self.spelt(text)
        found = re.fullmatch(_NUMBERED, spelt)
        return found[1] if found else spelt

    def names_paper(self, parts: Sequence[str]) -> str:
        """The paper whose column it is, "umbrella" or "derived"; empty where it names none, or both."""
        side, rest = self._side(" ".join(map(self.spelt, parts)))
        return side if rest and side in PAPERS else ""

    def read(self, parts: Sequence[str], *, name: str = "", is_beside_umbrella: bool = False) -> Meaning:
        """What the texts over a column mean, the group first; ``name`` is what saved rules call it.

        ``is_beside_umbrella`` says that the list has columns of an umbrella beside those of what hangs on it.
        """
        if decided := self.decided.get(fold(name or " / ".join(parts)).casefold()):
            return Meaning((decided,), SURE, BY_RULE, is_own=True)
        spelt = [one for one in map(self.spelt, parts) if one]
        if not spelt:
            return Meaning((), NOT, "kepala kolomnya kosong")
        whole = " ".join(spelt)
        return (
            (self._of_paper(whole) if is_beside_umbrella else None)
            or self._exact(whole)
            or (self._exact(" ".join(reversed(spelt))) if len(spelt) > 1 else None)
            or self._of_side(whole)
            or (self._exact(spelt[-1]) if len(spelt) > 1 else None)
            or self._near(whole)
            or (self._near(spelt[-1]) if len(spelt) > 1 else None)
            or Meaning((), NOT, "kepala kolomnya tidak dikenal")
        )

    def _exact(self, spelt: str) -> Meaning | None:
        if concepts := self.known.get(spelt):
            return Meaning(concepts, SURE, "kepala kolomnya dikenal", is_own=spelt in self.own)
        if spelt in self.passed:
            return Meaning((IGNORED,), SURE, f"bukan isian daftar {SUBJECT_NAMES[self.subject]}")
        if spelt in self.sides:
            return self._alone(self.sides[spelt])
        if concept := self._numbered(spelt):
            return Meaning((concept,), SURE, "kepala kolomnya dikenal, satu dari beberapa")
        return None

    def _alone(self, side: str) -> Meaning | None:
        """A heading that only names a party; None where it names a paper."""
        if side == "own":
            return Meaning((IGNORED,), LIKELY, "nama Pemda sendiri", is_own=True)
        return Meaning(("partner",), SURE, "kepala kolomnya dikenal") if side == "partner" else None

    def _numbered(self, spelt: str) -> str | None:
        """The concept of one of several columns, as "Mitra 2"."""
        found = re.fullmatch(_NUMBERED, spelt)
        concept = self.known.get(found[1], ("",))[0] if found else ""
        return concept if concept and self.has_several(concept) else None

    def _side(self, spelt: str) -> tuple[str, str]:
        """The side that a heading names at its beginning or end, and the rest of it."""
        for phrase, side in self.sides.items():
            if spelt == phrase:
                return side, ""
            if spelt.startswith(f"{phrase} ") or spelt.endswith(f" {phrase}"):
                rest = spelt.removeprefix(f"{phrase} ").removesuffix(f" {phrase}")
                other, inner = self._side(rest) if rest else ("", "")
                return ("", spelt) if other not in {"", side} else (side, inner or rest)
        return "", spelt

    def _of_side(self, spelt: str) -> Meaning | None:
        side, rest = self._side(spelt)
        concepts = self.known.get(rest)
        if not side or not concepts:
            return None
        if side in PAPERS and "kind" in concepts:
            return Meaning((), NOT, "jenis naskah ditandai per kolom", is_own=True)
        under = {} if side in PAPERS else self.under.get(side, {})  # alone it is the list's own
        made = dict.fromkeys(under.get(one, one) or IGNORED for one in concepts)
        if set(made) == {IGNORED}:
            return Meaning((IGNORED,), SURE, "tidak ada isian naskah untuknya")
        kept = tuple(one for one in made if one not in {IGNORED, "name"})
        return Meaning(kept, SURE, "kepala kolomnya dikenal, menurut pihaknya") if kept else None

    def _of_paper(self, spelt: str) -> Meaning | None:
        """A column of the umbrella, where the list has those of both papers; else None."""
        side, rest = self._side(spelt)
        concepts = self.known.get(rest)
        if side != "umbrella" or not concepts or "kind" in concepts:
            return None
        made = tuple(one for one in map(self.under["umbrella"].get, concepts) if one)
        if not made:
            return Meaning((), NOT, "milik naskah payung", is_own=True)
        return Meaning(made[:1], SURE, "milik naskah payung di baris yang sama", is_own=True)

    def _near(self, spelt: str) -> Meaning | None:
        """A heading that resembles known ones; None where none does."""
        if spelt not in self._resembling:
            self._resembling[spelt] = self._nearest(spelt)
        return self._resembling[spelt]

    def _nearest(self, spelt: str) -> Meaning | None:
        words = self._telling(spelt)
        if not words:
            return None
        if not self.foreign.isdisjoint(words):
            return Meaning((), NOT, "tidak ada isian naskah untuknya", is_own=True)
        for pair, concepts in self.together.items():
            if set(pair.split()) <= set(spelt.split()):
                return Meaning(tuple(concepts), NOT, TOGETHER)
        scored = sorted(
            ((score, one) for one in self.known if (score := _likeness(words, self._telling(one))) >= _NEAR),
            key=lambda pair: (-pair[0], -len(pair[1]), pair[1]),
        )
        names = [one for _, one in scored] or [one for _, one in closest(spelt, ((k, k) for k in self.known))]
        if not names:
            return None
        meant = dict.fromkeys(one for name in names[:3] for one in self.known[name] if one != "name")
        return Meaning(tuple(meant), LIKELY, f"mirip “{names[0]}”") if meant else None

    def _telling(self, spelt: str) -> tuple[str, ...]:
        return tuple(word for word in spelt.split() if word not in self.noise)


def _bare(word: str) -> str:
    """A word without the ending that makes it "its": "berakhirnya" as "berakhir"."""
    return word.removesuffix("nya") if len(word) > len("hanya") + 2 else word


def _likeness(words: Sequence[str], known: Sequence[str]) -> float:
    """How much of two headings is the same, where one has all the words of the other."""
    if not known or not (set(known) <= set(words) or (set(words) <= set(known) and len(words) > 1)):
        return 0
    shared = len(set(words) & set(known)) / max(len(words), len(known))
    return shared + (_SAME_BEGINNING if words[0] == known[0] else 0)


def learn(toml: str, fields: Fields, saved: Rules | None = None) -> Kamus:
    """The dictionary of ``kamus.toml`` of documents with all that the typed fields are called.

    With it, what was decided before (``saved``).
    """
    told = _read(toml)
    words = told["words"]
    kamus = _begun(told, fields, saved)
    kamus.expects, kamus.proposes, kamus.under = told["expects"], told["proposes"], told["under"]
    _list(kamus, told["headings"] | {"name": words["name"]})
    sides = ((kamus.spelt(text), side) for side, texts in told["sides"].items() for text in texts)
    kamus.sides.update(sorted(sides, key=lambda pair: (-len(pair[0]), pair)))
    kamus.first_words = _first_words(kamus, (*kamus.known, *kamus.sides))
    kamus.side_words = frozenset(word for phrase in kamus.sides for word in phrase.split())
    return kamus


def learn_all(
    toml: str, catalogues: Mapping[Subject, Fields], saved: Rules | None = None
) -> dict[Subject, Kamus]:
    """The dictionaries of lists of each subject, by ``catalogues`` of what may be told of it.

    That of documents knows the headings of the others for headings, and they those of documents as passed.
    """
    told = _read(toml)
    documents = learn(toml, catalogues[Subject.DOCUMENT], saved)
    every = {Subject.DOCUMENT: documents}
    for name, own in told["subjects"].items():
        subject = Subject(name)
        kamus = every[subject] = _begun(told, catalogues[subject], saved)
        kamus.subject, kamus.expects = subject, own.get("expects", {})
        kamus.under = {side: {} for side in told["under"]}
        needs, proves, but_not, periods = (
            frozenset(own.get(part, ())) for part in ("needs", "proves", "but_not", "periods")
        )
        named = frozenset(map(kamus.spelt, own["names"]))
        kamus.deciding = Deciding(needs, proves, but_not, periods, named)
        shared = {concept: told["headings"][concept] for concept in ("row_number", "id")}
        _list(kamus, own["headings"] | shared)
        kamus.passed = frozenset(documents.known.keys() - kamus.known.keys())
    others = [kamus for subject, kamus in every.items() if subject is not Subject.DOCUMENT]
    documents.beside = frozenset(spelt for one in others for spelt in one.known)
    documents.first_words |= _first_words(documents, documents.beside)
    return every


@cache
def _read(toml: str) -> dict[str, Any]:
    return tomllib.loads(toml)


def _begun(told: Mapping[str, Any], fields: Fields, saved: Rules | None) -> Kamus:
    """A dictionary without any heading: how they are spelt, and what was decided of them."""
    words = told["words"]
    return Kamus(
        fields,
        {fold(heading).casefold(): concept for heading, concept in (saved or Rules()).columns.items()},
        spellings=told["spellings"],
        noise=frozenset(words["noise"]),
        foreign=frozenset(words["foreign"]),
        together=told["together"],
        remarks=frozenset(words["remarks"]),
        units=frozenset(words["units"]),
        contents={name: re.compile(pattern) for name, pattern in told["contents"].items()},
    )


def _list(kamus: Kamus, headings: Mapping[str, Iterable[str]]) -> None:
    """Let it know headings by concept, and all that its fields are called, which goes first."""
    listed: dict[str, list[str]] = {}
    for concept, text in _listed(headings):
        listed.setdefault(kamus.spelt(text), []).append(concept)
    called: dict[str, list[str]] = {}
    for concept, text in _called(kamus.fields):
        called.setdefault(kamus.spelt(text), []).append(concept)
    for spelt in called.keys() | listed.keys():
        others = listed.get(spelt, [])
        first = sorted(called.get(spelt, []), key=lambda one: one not in others)
        kamus.known[spelt] = tuple(dict.fromkeys((*first, *others)))
        if first:
            kamus.own[spelt] = first[0]


def _first_words(kamus: Kamus, phrases: Iterable[str]) -> frozenset[str]:
    return frozenset((*(phrase.split()[0] for phrase in phrases if phrase), *kamus.spellings, "no"))


def _listed(headings: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for concept, texts in headings.items():
        yield from ((concept, text) for text in texts)


def _called(fields: Fields) -> Iterator[tuple[str, str]]:
    for one in fields:
        if one.is_typed:
            yield from ((one.key, text) for text in dict.fromkeys((one.key, one.name, one.label, one.over)))
