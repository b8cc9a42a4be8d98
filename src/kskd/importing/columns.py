"""Which column of a list is what: by its heading, its contents, and what the other columns are."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.grid import column_name
from kskd.domain.values.text import says_nothing
from kskd.importing.concepts import PASSED, label_of
from kskd.importing.contents import ENOUGH, Contents, expected, look_at
from kskd.importing.kamus import BY_RULE, LIKELY, NOT, PAPERS, SURE, Meaning
from kskd.importing.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kskd.domain.values.grid import Cell
    from kskd.importing.kamus import Kamus
    from kskd.importing.records import FoundList, RecordHeading

SAMPLES = 200
"""Records by which the contents of columns are judged."""
_FURTHER = 5_000  # records through which a column is followed that has been empty so far
_CONFIRMED, _DENIED, _CERTAIN = 0.5, 0.3, 0.8  # shares of cells
_MARKED, _UNMARKED = 0.8, 0.5  # shares of numbers with one code: those of one office, and of many
_BY_CODE = "dua kolom dengan kepala yang sama, dibedakan oleh kode nomornya"
_OF_TWO = "nomor dua naskah di satu baris, menurut kodenya"
_SECOND = "kolom kedua dengan kepala yang sama"
_TITLE = "title"
_WORDS = "words"  # the test that nearly every text passes
_LISTS = ("kind", "partner_kind", "scheme", "status")
_RANKS = {SURE: 0, LIKELY: 1, NOT: 2}


class ColumnPlan(NamedTuple):
    """What a column is taken for (``concept``, None where nothing fits), how sure that is, and why.

    ``sure`` is "pasti", "mungkin" or "tidak"; ``others`` are further concepts that it could be.
    """

    column: int
    heading: str
    concept: str | None
    sure: str
    why: str
    others: tuple[str, ...] = ()


class _Draft(NamedTuple):
    """A plan before the other columns have been asked: all that a column may be, and its contents."""

    plan: ColumnPlan
    contents: Contents
    is_own: bool

    @property
    def order(self) -> tuple[object, ...]:
        """Which of two columns has the better claim; where it stands counts only among the same words."""
        plan = self.plan
        return (_RANKS[plan.sure], not self.is_own, -self.contents.filled, plan.heading, plan.column)


def plan_columns(found: FoundList, kamus: Kamus, samples: int = SAMPLES) -> tuple[ColumnPlan, ...]:
    """What each column of a list is, in their order; ``samples`` is how many records are looked at first."""
    cells, shapes = _sampled(found, samples)
    over = {heading.column: heading for heading in found.headings}
    names = names_of(found.headings)
    papers = {heading.column: kamus.names_paper(heading.parts) for heading in found.headings}
    is_beside = set(papers.values()) >= PAPERS
    is_apart = len(shapes) >= ENOUGH and not any(set(map(papers.get, shape)) >= PAPERS for shape in shapes)
    drafts = []
    for column in sorted(over.keys() | cells.keys()):
        parts = over[column].parts if column in over else ()
        name = names.get(column, "")
        meaning = kamus.read(parts, name=name, is_beside_umbrella=is_beside)
        contents = look_at(cells.get(column, ()), kamus)
        plan = _judged(column, name, meaning, contents, kamus)
        if is_beside and is_apart and papers.get(column) and plan.sure == SURE and meaning.why != BY_RULE:
            plan = plan._replace(sure=LIKELY, why="tidak pernah terisi bersama kolom naskah yang lain")
        drafts.append(_Draft(plan, contents, meaning.is_own))
    settled = _settled(_with_a_title(drafts), kamus)
    settled |= _told_apart(settled, {one.plan.column: one.contents for one in drafts})
    return tuple(settled[column] for column in sorted(settled))


def _with_a_title(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts, with titles that begin with the name of a kind taken for titles if no other column is."""
    if any(one.plan.concept == _TITLE for one in drafts):
        return drafts
    return [
        one._replace(plan=one.plan._replace(concept=_TITLE, sure=SURE, others=("kind",)))
        if one.plan.concept == "kind" and _TITLE in one.plan.others and not one.contents.is_of_few_words
        else one
        for one in drafts
    ]


def names_of(headings: Iterable[RecordHeading]) -> dict[int, str]:
    """What saved rules call each column: its heading in one line, a second of these words "Nomor (2)"."""
    names: dict[int, str] = {}
    seen: dict[str, int] = {}
    for heading in headings:
        text = " ".join(heading.text.split())
        seen[text] = seen.get(text, 0) + 1
        names[heading.column] = text if seen[text] == 1 or not text else f"{text} ({seen[text]})"
    return names


def rules_of(plans: Iterable[ColumnPlan], days: Mapping[str, str] | None = None) -> Rules:
    """What plans decide, as rules to be saved; ``days`` is the order of day and month by heading."""
    columns = {plan.heading: plan.concept for plan in plans if plan.heading and plan.concept}
    return Rules(columns, days or {})


def _sampled(found: FoundList, samples: int) -> tuple[dict[int, list[Cell]], list[Iterable[int]]]:
    """Cells by column, of the first records and of further ones where a column has had few so far.

    With them, which columns say something in each of the first records.
    """
    cells: dict[int, list[Cell]] = {}
    shapes: list[Iterable[int]] = []
    thin = {heading.column for heading in found.headings}
    records = (record for record in found.records() if not record.passed)
    for at, record in enumerate(islice(records, samples + _FURTHER)):
        if at >= samples:
            thin = {column for column in thin if len(cells.get(column, ())) < ENOUGH}
            if not thin:
                break
        else:
            shapes.append([column for column, cell in record.cells.items() if not says_nothing(cell.text)])
        for column, cell in record.cells.items():
            if column not in record.carried and (at < samples or column in thin):
                cells.setdefault(column, []).append(cell)
    return cells, shapes


def _judged(column: int, name: str, meaning: Meaning, contents: Contents, kamus: Kamus) -> ColumnPlan:
    """A column by its heading and its contents alone."""
    plan = ColumnPlan(column, name, None, NOT, meaning.why)
    if not meaning.concepts:
        return _proposed(plan, contents, kamus, is_closed=meaning.is_own)
    if meaning.sure == NOT:
        return plan._replace(others=meaning.concepts)
    first, *further = meaning.concepts
    plan = plan._replace(concept=first, sure=meaning.sure, others=tuple(further))
    if meaning.why == BY_RULE or first in PASSED:
        return plan
    if contents.tells:
        return _compared(plan, contents, kamus)
    return plan._replace(sure=LIKELY) if further and not meaning.is_own else plan


def _compared(plan: ColumnPlan, contents: Contents, kamus: Kamus) -> ColumnPlan:
    """What a heading may mean beside what the cells look like."""
    concepts = tuple(filter(None, (plan.concept, *plan.others)))
    tests = {one: expected(one, kamus) for one in concepts}
    if tests[concepts[0]] == (_WORDS,) and (named := _named(contents, kamus)):
        sure = plan.sure if named in concepts else LIKELY
        others = tuple(one for one in concepts if one != named)
        return plan._replace(concept=named, sure=sure, why=f"{plan.why}, menurut isinya", others=others)
    fits = {one: contents.fits(passed) if passed else _CONFIRMED for one, passed in tests.items()}
    first, best = concepts[0], max(concepts, key=lambda one: round(fits[one], 1))
    if fits[first] >= _CONFIRMED and round(fits[best], 1) <= round(fits[first], 1):
        return plan._replace(why=f"{plan.why}, isinya sesuai") if tests[first] else plan
    if fits[first] < _CONFIRMED <= fits[best] and tests[best]:
        sure = LIKELY if tests[best] == (_WORDS,) else plan.sure
        others = tuple(one for one in concepts if one != best)
        return plan._replace(concept=best, sure=sure, why=f"{plan.why}, menurut isinya", others=others)
    if fits[first] >= _DENIED:
        return plan
    proposed = _proposed(plan._replace(concept=None), contents, kamus).concept
    if plan.sure == LIKELY and proposed:
        return plan._replace(concept=proposed, why="menurut isinya", others=concepts)
    others = tuple(dict.fromkeys((*plan.others, *filter(None, (proposed,)))))
    return plan._replace(sure=LIKELY, why=f"{plan.why}, tetapi isinya lain", others=others)


def _named(contents: Contents, kamus: Kamus) -> str | None:
    """What a column is all of whose cells are words of one closed list, and so no names and no titles."""
    lists = (test for test in _LISTS if contents.shares.get(test, 0) >= _CERTAIN)
    return next((kamus.proposes[test][0] for test in lists), None)


def _proposed(plan: ColumnPlan, contents: Contents, kamus: Kamus, *, is_closed: bool = False) -> ColumnPlan:
    """A column whose heading says nothing, by its contents; one ``is_closed`` is known to be none."""
    if not contents.tells or is_closed:
        return plan
    for test, concepts in kamus.proposes.items():
        if contents.shares.get(test, 0) >= _CERTAIN:
            return plan._replace(
                concept=concepts[0],
                sure=LIKELY,
                why=f"{plan.why}, menurut isinya",
                others=tuple(concepts[1:]),
            )
    if contents.shares.get("day", 0) >= _CERTAIN:
        return plan._replace(why=f"{plan.why}, isinya tanggal", others=("signed", "starts", "ends"))
    return plan


def _settled(drafts: Sequence[_Draft], kamus: Kamus) -> dict[int, ColumnPlan]:
    """Each concept to one column: the surer keeps it, the other is told what stood in its way."""
    taken: dict[str, ColumnPlan] = {}
    settled: dict[int, ColumnPlan] = {}
    for draft in sorted(drafts, key=lambda one: one.order):
        plan = draft.plan
        holder = taken.get(plan.concept or "")
        if holder is not None and plan.concept not in PASSED and not _are_of_one_row(holder, plan, kamus):
            plan = _given_way(plan, holder, taken, kamus)
        if plan.concept is not None:
            taken.setdefault(plan.concept, plan)
        settled[plan.column] = plan
    return settled


def _told_apart(settled: Mapping[int, ColumnPlan], contents: Mapping[int, Contents]) -> dict[int, ColumnPlan]:
    """Two columns headed "Nomor" by whose code their numbers have, and what stands beside each with them.

    The codes say it only where there are many partners: numbers of one other office have one code too.
    """
    second = next((one for one in settled.values() if one.why == _SECOND and one.others == ("number",)), None)
    first = next((one for one in settled.values() if one.concept == "number"), None)
    if first is None or second is None or not contents[second.column].tells:
        return {}
    if papers := _of_two_papers(first, second, contents) or _of_two_papers(second, first, contents):
        return papers
    mine, theirs = (contents[one.column].shared_mark for one in (first, second))
    partners = [contents[one.column] for one in settled.values() if one.concept == "partner"]
    are_many = any(one.different >= max(ENOUGH, one.filled * _CERTAIN) for one in partners)
    if are_many and theirs <= _UNMARKED and mine >= _MARKED:
        pairs = [(first, second)]
    elif are_many and mine <= _UNMARKED and theirs >= _MARKED:
        pairs = [(second, first)]
    else:
        doubtful = theirs >= _MARKED and mine + _DENIED < theirs
        return {first.column: first._replace(sure=LIKELY, others=("partner_number",))} if doubtful else {}
    own, other = pairs[0]
    for way in (-1, 1):
        ours, others = (settled.get(one.column + way) for one in (own, other))
        if ours and others and _same_words(ours, others) and _SECOND in {ours.why, others.why}:
            pairs.append((ours, others))
    return {
        one.column: one._replace(concept=concept, sure=SURE, why=_BY_CODE, others=())
        for pair in pairs
        for one, concept in zip(
            pair, sorted((one.concept or "" for one in pair), key=_is_theirs), strict=True
        )
    }


def _of_two_papers(
    own: ColumnPlan, over: ColumnPlan, contents: Mapping[int, Contents]
) -> dict[int, ColumnPlan]:
    """The two as numbers of a PKS and of the MoU over it, to be confirmed, where their codes say so."""
    shares = contents[own.column].shares, contents[over.column].shares
    if min(shares[0].get("of_derived", 0), shares[1].get("of_umbrella", 0)) < _MARKED:
        return {}
    plans = (own, "number"), (over, "umbrella_number")
    others = ("number", "partner_number")
    return {
        one.column: one._replace(
            concept=concept,
            sure=LIKELY,
            why=_OF_TWO,
            others=tuple(each for each in others if each != concept),
        )
        for one, concept in plans
    }


def _is_theirs(concept: str) -> bool:
    return concept.startswith("partner_")


def _are_of_one_row(first: ColumnPlan, second: ColumnPlan, kamus: Kamus) -> bool:
    """Whether two columns tell of one concept together, as "Mitra 1" and "Mitra 2", or a rule says so."""
    concept = second.concept or ""
    if not kamus.has_several(concept):
        return False
    stems = {kamus.stem(plan.heading) for plan in (first, second)}
    return len(stems) == 1 or second.why == BY_RULE


def _given_way(
    plan: ColumnPlan, holder: ColumnPlan, taken: Mapping[str, ColumnPlan], kamus: Kamus
) -> ColumnPlan:
    """A plan whose concept another column has: the partner's if of the same words, else none."""
    concept = plan.concept or ""
    theirs = kamus.under["partner"].get(concept)
    if _same_words(plan, holder) and theirs and theirs not in taken:
        return plan._replace(concept=theirs, sure=LIKELY, why=_SECOND, others=(concept,))
    place = f"kolom {column_name(holder.column)}"
    why = f"{label_of(kamus.fields, concept)} sudah diambil dari {place}"
    others = tuple(dict.fromkeys((concept, *plan.others)))
    return plan._replace(concept=None, sure=NOT, why=why, others=others)


def _same_words(one: ColumnPlan, other: ColumnPlan) -> bool:
    return one.heading.split(" (")[0].casefold() == other.heading.split(" (")[0].casefold()
